import { compensationFacts } from '@anjuan/cases/compensation';
import type { Metric } from '../metric';
import { metricsOf } from '../metric';
import { all, type Predicate, testsOf } from '../predicate';

const { count, sum } = metricsOf(compensationFacts, { unit: '件', counts: 'case', scope: 'jurisdiction' });
const { is, within } = testsOf(compensationFacts);
const concluded = within('concluded_on');
const cite = '国家赔偿法第九条第二款、第十三条；年度报告“办结当事人申请行政赔偿案件”';
const scopesOf = (where: Predicate) =>
  ({
    'own-government': {
      reads: '仅本级人民政府为赔偿义务机关',
      scope: 'own-government',
      where: all(is('liable', 'own-government'), where),
    },
  }) as const;

/** 行政赔偿先行处理: requests to the organ itself, never suits. */
export const compensationMetrics: readonly Metric[] = [
  count({
    id: 'admin-compensation-received',
    title: '收到行政赔偿申请',
    on: 'received_on',
    reads: '统计期内收到申请',
    where: within('received_on'),
    cite,
    variants: scopesOf(within('received_on')),
  }),
  count({
    id: 'admin-compensation-concluded',
    title: '办结行政赔偿案件',
    on: 'concluded_on',
    reads: '统计期内决定赔偿、决定不予赔偿或者撤回申请',
    where: concluded,
    cite,
    variants: {
      ...scopesOf(concluded),
      decided: {
        reads: '统计期内作出赔偿或者不予赔偿决定',
        where: all(concluded, is('outcome', 'compensated', 'refused')),
      },
    },
  }),
  sum({
    id: 'admin-compensation-amount',
    title: '决定行政赔偿金额',
    on: 'concluded_on',
    reads: '统计期内决定赔偿的金额',
    unit: '万元',
    sum: 'amount_fen',
    where: all(concluded, is('outcome', 'compensated')),
    cite: '国家赔偿法第三十二条',
  }),
];
