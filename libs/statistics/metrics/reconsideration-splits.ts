/** 行政复议: the families of category and outcome, who reviewed, how long a review took, what was put to mediation. */
import { supervisionFacts } from '@anjuan/coordination';
import { type Metric, metricsOf } from '../metric';
import { all, any, not, testsOf } from '../predicate';
import {
  accepted,
  concluded,
  enterprise,
  metrics,
  putToMediation,
  received,
  rejected,
  tests,
  withdrawn,
} from './reconsideration-words';

const { count, rate, growth, multiple, average, breakdown, readingsOf } = metrics;
const { is, known, within } = tests;
const orders = metricsOf(supervisionFacts, { unit: '件', counts: 'case', scope: 'jurisdiction' });
const ofOrders = testsOf(supervisionFacts);

const reported = '年度报告分类表';
/** Categories in the field's sense: what the application is about, and which administration it is aimed at. */
const categories = [
  { by: 'matter', prefix: 'matter' },
  { by: 'field', prefix: 'field' },
] as const;
const reviewPeriod = '行政复议法（2023）第五十三条、第六十二条；年度报告“平均办案天数”';
const listed = all(ofOrders.within('issued_on'), ofOrders.is('concerns', 'reconsideration'));

export const reconsiderationSplits: readonly Metric[] = [
  breakdown({
    id: 'reconsideration-by-authority',
    title: '新收申请（按复议机关）',
    on: 'organ_received_on',
    reads: '已登记复议机关的合计；可以按复议机关分解',
    by: 'authority',
    where: received,
    cite: '行政复议法（2023）第二十四条至第二十八条；行政复议法（2017）第十二条至第十五条',
    verified: 'M',
  }),
  breakdown({
    id: 'reconsideration-by-authority-accepted',
    title: '受理案件（按复议机关）',
    on: 'accepted_on',
    reads: '已登记复议机关的合计；可以按复议机关分解',
    by: 'authority',
    where: accepted,
    cite: '行政复议法（2023）第二十四条至第二十八条；行政复议法（2017）第十二条至第十五条',
    verified: 'M',
  }),
  rate({
    id: 'reconsideration-category-share',
    title: '新收申请分类占比',
    on: 'organ_received_on',
    reads: '已登记申请复议事项的÷新收申请；各类占比之和',
    part: all(received, known('matter')),
    base: received,
    cite: reported,
    variants: {
      ...readingsOf(categories, (chosen) => ({ part: all(received, chosen), base: received })),
      enterprise: { reads: '申请人为法人或者其他组织的÷新收申请', part: all(received, enterprise), base: received },
    },
  }),
  multiple({
    id: 'reconsideration-category',
    title: '新收申请为上年同期的倍数',
    on: 'organ_received_on',
    reads: '已登记申请复议事项的申请÷上年同期',
    where: known('matter'),
    cite: '年度报告“增长了N倍”',
    variants: readingsOf(categories, (chosen) => ({ where: chosen })),
  }),
  growth({
    id: 'reconsideration-category-growth',
    title: '新收申请分类同比增长率',
    on: 'organ_received_on',
    reads: '已登记申请复议事项的申请比上年同期',
    where: known('matter'),
    cite: '年度报告“同比”',
    variants: readingsOf(categories, (chosen) => ({ on: 'organ_received_on', where: chosen })),
  }),
  rate({
    id: 'reconsideration-outcome-share',
    title: '结案方式占比',
    on: 'concluded_on',
    reads: '已登记结案方式的÷审结；各种方式占比之和',
    part: all(concluded, known('outcome')),
    base: concluded,
    cite: reported,
    variants: {
      ...readingsOf([{ by: 'outcome' }], (chosen) => ({ part: all(concluded, chosen), base: concluded })),
      rejected: { reads: '驳回申请或者请求', part: all(concluded, rejected), base: concluded },
      terminated: {
        reads: '终止，不论原因',
        part: all(concluded, any(withdrawn, is('outcome', 'terminated-other'))),
        base: concluded,
      },
    },
  }),
  average({
    id: 'reconsideration-average-days',
    title: '行政复议案件平均办理天数',
    on: 'concluded_on',
    reads: '统计期内审结的案件，自受理至审结的日历天数，含中止等不计入审理期限的天数',
    where: concluded,
    from: 'accepted_on',
    to: 'concluded_on',
    cite: reviewPeriod,
    verified: 'I',
    variants: {
      net: {
        reads: '自受理至审结，减去中止、勘验、鉴定等不计入审理期限的天数；没有登记该天数的案件不计',
        where: concluded,
        from: 'accepted_on',
        to: 'concluded_on',
        less: 'excluded_days',
      },
      received: {
        reads: '自复议机关收到申请至审结的日历天数',
        where: concluded,
        from: 'organ_received_on',
        to: 'concluded_on',
      },
      decided: {
        reads: '仅以复议决定结案的，自受理至审结的日历天数',
        where: all(concluded, not(is('outcome', 'mediated', 'settled-withdrawn', 'withdrawn', 'terminated-other'))),
        from: 'accepted_on',
        to: 'concluded_on',
      },
    },
  }),
  count({
    id: 'reconsideration-mediation-attempted',
    title: '纳入调解',
    on: 'mediation_tried_on',
    reads: '统计期内首次组织调解，含受理前调解，不论成否',
    where: within('mediation_tried_on'),
    cite: '行政复议法（2023）第五条、第七十三条；年度报告“纳入调解”',
    variants: {
      concluded: {
        reads: '统计期内审结的案件中组织过调解的',
        where: all(concluded, putToMediation),
      },
    },
  }),
  orders.count({
    id: 'reconsideration-supervised',
    title: '挂牌督办行政复议案件',
    on: 'issued_on',
    reads: '统计期内在行政复议案件下发出的挂牌督办单',
    where: all(listed, ofOrders.is('grade', 'listed')),
    cite: '政府督查工作条例第二十条；年度报告“挂牌督办”',
    verified: 'M',
    variants: { 'all-grades': { reads: '统计期内在行政复议案件下发出的各级督办单', where: listed } },
  }),
];
