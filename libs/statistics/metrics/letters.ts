/** 意见书、建议书: how many were issued and answered. An opinion must be answered, a suggestion need not: the rates stay apart. */
import { letterFacts } from '@anjuan/cases/letter';
import type { Metric } from '../metric';
import { metricsOf } from '../metric';
import { all, testsOf } from '../predicate';

const { count, rate } = metricsOf(letterFacts, { unit: '份', counts: 'case', scope: 'jurisdiction' });
const { is, flagged, within, upToEnd } = testsOf(letterFacts);

const issued = within('issued_on');
const opinion = all(issued, is('form', 'opinion'));
const suggestion = all(issued, is('form', 'suggestion'));
const replied = upToEnd('replied_on');
const articles = '行政复议法（2023）第七十六条；实施条例第五十七条';

export const letterMetrics: readonly Metric[] = [
  count({
    id: 'opinion-letters',
    title: '行政复议意见书、建议书',
    on: 'issued_on',
    reads: '统计期内制发的意见书和建议书',
    where: issued,
    cite: articles,
    variants: {
      opinion: { reads: '统计期内制发的意见书', where: opinion },
      suggestion: { reads: '统计期内制发的建议书', where: suggestion },
    },
  }),
  count({
    id: 'opinion-letters-replied',
    title: '意见书、建议书收到反馈',
    on: 'issued_on',
    reads: '统计期内制发，截至期末已收到反馈',
    where: all(issued, replied),
    cite: articles,
    variants: {
      opinion: { reads: '统计期内制发的意见书，截至期末已收到反馈', where: all(opinion, replied) },
      suggestion: { reads: '统计期内制发的建议书，截至期末已收到反馈', where: all(suggestion, replied) },
      'in-window': { reads: '统计期内收到反馈，不论何时制发', where: within('replied_on') },
    },
  }),
  rate({
    id: 'opinion-letter-reply-rate',
    title: '行政复议意见书反馈率',
    on: 'issued_on',
    reads: '已反馈的意见书÷制发的意见书',
    part: all(opinion, replied),
    base: opinion,
    cite: '行政复议法（2023）第七十六条；实施条例第五十七条第一款',
  }),
  rate({
    id: 'suggestion-letter-reply-rate',
    title: '行政复议建议书反馈率',
    on: 'issued_on',
    reads: '已反馈的建议书÷制发的建议书',
    part: all(suggestion, replied),
    base: suggestion,
    cite: '实施条例第五十七条第二款',
    verified: 'I',
  }),
  count({
    id: 'reconsideration-resolved-by-opinion-letter',
    title: '意见书、建议书推动化解',
    on: 'replied_on',
    reads: '统计期内收到反馈，推动争议化解的',
    unit: '件',
    where: all(within('replied_on'), flagged('resolved')),
    cite: '年度报告“通过意见书、建议书推动化解”',
  }),
];
