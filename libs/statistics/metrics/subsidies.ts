/** 以案定补. Applications count on the day of the claim, eligible cases on the day of the check, money on the day it is paid. */
import { subsidyFacts } from '@anjuan/subsidies';
import { type Metric, metricsOf } from '../metric';
import { all, testsOf } from '../predicate';

const { count, breakdown, sum, span } = metricsOf(subsidyFacts, { unit: '件', counts: 'case', scope: 'jurisdiction' });
const { is, within } = testsOf(subsidyFacts);

const eligible = all(within('checked_on'), is('result', 'eligible'));
const paid = all(within('paid_on'), is('result', 'eligible'));
const cite = '人民调解法第六条、第十六条';

export const subsidyMetrics: readonly Metric[] = [
  count({
    id: 'mediator-subsidy-applications',
    title: '申报人民调解补贴',
    on: 'claimed_on',
    reads: '统计期内申报',
    where: within('claimed_on'),
    cite,
  }),
  count({
    id: 'mediator-subsidy-cases',
    title: '符合补贴条件的案件',
    on: 'checked_on',
    reads: '统计期内核验，符合条件且没有取消',
    where: eligible,
    cite,
  }),
  breakdown({
    id: 'mediator-subsidy-cases-by-tier',
    title: '各档补贴案件',
    on: 'checked_on',
    reads: '符合条件的案件合计',
    where: eligible,
    by: 'level',
    cite,
  }),
  span({
    id: 'mediator-subsidy-standard',
    title: '每件补贴标准',
    on: 'paid_on',
    reads: '统计期内实发的最高一档，不乘群体系数',
    readsLowest: '统计期内实发的最低一档，不乘群体系数',
    where: paid,
    of: 'rate_fen',
    cite,
  }),
  sum({
    id: 'mediator-subsidy-amount',
    title: '发放人民调解补贴',
    on: 'paid_on',
    reads: '统计期内发放',
    where: paid,
    sum: 'amount_fen',
    unit: '万元',
    cite,
  }),
];
