/** 行政复议: what happens beside the review of the act — norms, stays, hearings, consultations, claims, measures. */
import type { Metric } from '../metric';
import { all, not } from '../predicate';
import {
  accepted,
  concluded,
  corrected,
  enterprise,
  mediatedOrSettled,
  metrics,
  received,
  tests,
} from './reconsideration-words';

const { count } = metrics;
const { is, flagged, known, within } = tests;

export const reconsiderationBeside: readonly Metric[] = [
  count({
    id: 'reconsideration-enterprise-received',
    title: '新收涉企行政复议申请',
    on: 'organ_received_on',
    reads: '新收申请中申请人为法人或者其他组织的',
    where: all(received, enterprise),
    cite: '年度报告“涉企”',
    verified: 'I',
  }),
  count({
    id: 'reconsideration-enterprise-corrected',
    title: '纠错涉企行政复议案件',
    on: 'concluded_on',
    reads: '统计期内审结、纠错，申请人为法人或者其他组织的',
    where: all(concluded, corrected, enterprise),
    cite: '年度报告“纠错涉企”',
    verified: 'I',
  }),
  count({
    id: 'reconsideration-enterprise-mediated',
    title: '调解和解涉企行政复议案件',
    on: 'concluded_on',
    reads: '统计期内审结、调解和解，申请人为法人或者其他组织的',
    where: all(concluded, mediatedOrSettled, enterprise),
    cite: '年度报告“涉企”“调解和解”',
    verified: 'I',
  }),
  count({
    id: 'reconsideration-mandatory-first',
    title: '复议前置案件',
    on: 'accepted_on',
    reads: '统计期内受理，属于复议前置',
    where: all(accepted, known('mandatory_first')),
    cite: '行政复议法（2023）第二十三条；行政复议法（2017）第三十条',
  }),
  count({
    id: 'reconsideration-compensation-claimed',
    title: '一并请求行政赔偿',
    on: 'organ_received_on',
    reads: '新收申请中一并提出赔偿请求的',
    where: all(received, flagged('compensation_claimed')),
    cite: '行政复议法（2023）第七十二条；行政复议法（2017）第二十九条',
  }),
  count({
    id: 'reconsideration-out-of-time',
    title: '超过申请期限不予受理',
    on: 'left_on',
    reads: '统计期内不予受理，申请超过期限的',
    where: all(within('left_on'), is('exit', 'not-accepted'), is('timeliness', 'late')),
    cite: '行政复议法（2023）第二十条、第三十条',
  }),
  count({
    id: 'reconsideration-norm-reviews',
    title: '规范性文件附带审查',
    on: 'norm_requested_on',
    reads: '统计期内提出或者依职权启动',
    where: within('norm_requested_on'),
    cite: '行政复议法（2023）第十三条、第五十六条、第五十七条',
    variants: {
      concluded: {
        reads: '统计期内附带审查办结，撤回的除外',
        where: all(within('norm_concluded_on'), not(is('norm_outcome', 'withdrawn'))),
      },
    },
  }),
  count({
    id: 'reconsideration-norms-stopped',
    title: '规范性文件停止执行',
    on: 'norm_concluded_on',
    reads: '统计期内附带审查办结，停止执行并责令纠正',
    where: all(within('norm_concluded_on'), flagged('norm_stopped')),
    cite: '行政复议法（2023）第五十九条',
  }),
  count({
    id: 'reconsideration-stays',
    title: '停止执行',
    on: 'stayed_on',
    reads: '统计期内决定停止执行行政行为',
    where: within('stayed_on'),
    cite: '行政复议法（2023）第四十二条；行政复议法（2017）第二十一条',
  }),
  count({
    id: 'reconsideration-consultations',
    title: '行政复议委员会咨询案件',
    on: 'consultation_concluded_on',
    reads: '统计期内形成咨询意见',
    where: within('consultation_concluded_on'),
    cite: '行政复议法（2023）第五十二条',
  }),
  count({
    id: 'reconsideration-interviews',
    title: '约谈被申请人负责人',
    on: 'interviewed_on',
    reads: '统计期内最近一次约谈',
    where: within('interviewed_on'),
    cite: '行政复议法（2023）第七十七条第二款',
  }),
];
