/** 被复议: our own government as respondent before the organ above it. Feeds these two figures and nothing else. */
import { answeringFacts } from '@anjuan/cases/answering';
import type { Metric } from '../metric';
import { metricsOf } from '../metric';
import { testsOf } from '../predicate';

const { count } = metricsOf(answeringFacts, { unit: '件', counts: 'case', scope: 'own-government' });
const { within } = testsOf(answeringFacts);

export const answeringMetrics: readonly Metric[] = [
  count({
    id: 'reconsideration-against-own-government',
    title: '以本级人民政府为被申请人的行政复议案件',
    on: 'notified_on',
    reads: '统计期内收到答复通知',
    where: within('notified_on'),
    cite: '年度报告“以区政府为被申请人”',
  }),
  count({
    id: 'reconsideration-against-own-government-concluded',
    title: '以本级人民政府为被申请人的案件审结',
    on: 'decided_on',
    reads: '统计期内作出复议决定',
    where: within('decided_on'),
    cite: '年度报告“审结”',
  }),
];
