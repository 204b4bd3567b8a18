/** 人民调解. Success counts on the day of the agreement, failure on the day the mediation ended. */
import { mediationFacts, mediationOrigins } from '@anjuan/cases/mediation';
import { type Metric, metricsOf } from '../metric';
import { all, any, heldBy, not, type Predicate, testsOf } from '../predicate';

const { count, rate, sum, growth, breakdown } = metricsOf(mediationFacts, {
  unit: '件',
  counts: 'case',
  scope: 'jurisdiction',
});
const { is, within, upToEnd, beforeStart, openAtStart, openAtEnd, known, flagged } = testsOf(mediationFacts);

const accepted = within('accepted_on');
const carriedIn = all(beforeStart('accepted_on'), openAtStart('closed_on'));
/** Ended in whatever way after acceptance; declined cases were never accepted. */
const closed = all(within('closed_on'), upToEnd('accepted_on'));
const pending = all(upToEnd('accepted_on'), openAtEnd('closed_on'));
/** Mediated in total: open at some time in the window, pending ones too. */
const handled = any(accepted, carriedIn);
const agreed = is('outcome', 'agreed-written', 'agreed-oral');
const succeeded = all(within('agreed_on'), agreed);
const failed = all(within('closed_on'), is('outcome', 'failed'));
/** Succeeded or failed; withdrawn, transferred and declined cases were not mediated to an end. */
const ended = any(succeeded, failed);
const difficult = is('level', 'difficult', 'major');
const performed = all(is('performance', 'performed'), upToEnd('performed_on'));
const due = all(agreed, within('perform_due_on'));
/** The court's branch of the non-litigation centre is no people's mediation committee; its cases are a figure apart. */
const atCentre = heldBy('court-branch');
const resolved = all(succeeded, not(atCentre));
const atGrassroots = heldBy('village-committee', 'town-committee', 'industry-committee', 'enterprise-committee');
const confirmed = all(is('confirmation', 'confirmed'), within('confirmed_on'));
const assigned = is('origin', 'court-assigned');
/** 访调、诉调、公调对接: sent by somebody who waits to hear how it ended. */
const referred = is('origin', 'police', 'court-assigned', 'court-entrusted', 'petition', 'organ');
const origins = Object.keys(mediationOrigins).filter(isOrigin);
function isOrigin(v: string): v is keyof typeof mediationOrigins {
  return Object.hasOwn(mediationOrigins, v);
}

const law = (articles: string): string => `人民调解法${articles}`;

/** Success over its three bases, of all cases or of a group. */
const success = (group: Predicate | null) => {
  const of = (p: Predicate) => (group === null ? p : all(group, p));
  return {
    part: of(succeeded),
    base: of(ended),
    variants: {
      handled: { reads: '调解成功÷调解总数（含未结）', part: of(succeeded), base: of(handled) },
      accepted: { reads: '调解成功÷受理，可超过100%', part: of(succeeded), base: of(accepted) },
    },
  };
};

export const mediationMetrics: readonly Metric[] = [
  count({
    id: 'mediation-accepted',
    title: '受理矛盾纠纷',
    on: 'accepted_on',
    reads: '统计期内受理',
    where: accepted,
    cite: law('第十七条'),
  }),
  count({
    id: 'mediation-handled',
    title: '调解矛盾纠纷',
    on: 'accepted_on',
    reads: '调解总数：统计期内受理，加上年受理、期初未结',
    where: handled,
    cite: law('第十七条'),
    variants: {
      ended: { reads: '统计期内调解成功和调解不成', where: ended },
      mediated: { reads: '统计期内首次调解', where: within('mediated_on') },
    },
  }),
  count({
    id: 'mediation-carried-in',
    title: '上年结转矛盾纠纷',
    on: 'accepted_on',
    reads: '上年受理、期初未结',
    where: carriedIn,
    cite: '年度报告“上年结转”',
  }),
  count({
    id: 'mediation-closed',
    title: '调解结束',
    on: 'closed_on',
    reads: '统计期内以任何方式结束：成功、不成、撤回、移送',
    where: closed,
    cite: law('第二十六条、第二十八条'),
  }),
  count({
    id: 'mediation-pending',
    title: '未结矛盾纠纷',
    on: 'accepted_on',
    reads: '已受理、统计截止日未结',
    where: pending,
    cite: '年度报告“未结”',
  }),
  rate({
    id: 'mediation-handling-rate',
    title: '调处率',
    on: 'closed_on',
    reads: '（调解成功＋调解不成）÷受理，可超过100%',
    part: ended,
    base: accepted,
    cite: '年度报告“调处率”',
    verified: 'I',
  }),
  growth({
    id: 'mediation-growth-rate',
    title: '矛盾纠纷同比增长率',
    on: 'accepted_on',
    reads: '受理比上年同期',
    cite: '年度报告“同比”',
  }),
  count({
    id: 'mediation-succeeded',
    title: '调解成功',
    on: 'agreed_on',
    reads: '统计期内达成书面或者口头协议',
    where: succeeded,
    cite: law('第二十八条至第三十条'),
  }),
  rate({
    id: 'mediation-success-rate',
    title: '调解成功率',
    on: 'agreed_on',
    reads: '调解成功÷（调解成功＋调解不成）',
    cite: law('第二十六条、第二十八条'),
    ...success(null),
  }),
  count({
    id: 'mediation-difficult',
    title: '疑难复杂纠纷',
    on: 'accepted_on',
    reads: '统计期内受理，难易等级为疑难复杂或者重大',
    where: all(accepted, difficult),
    cite: '年度报告“疑难复杂案件”',
  }),
  rate({
    id: 'mediation-difficult-success-rate',
    title: '疑难复杂纠纷调解成功率',
    on: 'agreed_on',
    reads: '疑难复杂纠纷：调解成功÷（调解成功＋调解不成）',
    cite: '年度报告“疑难复杂案件”',
    ...success(difficult),
  }),
  count({
    id: 'mediation-written-agreements',
    title: '书面调解协议',
    on: 'agreed_on',
    reads: '统计期内达成书面协议',
    where: all(within('agreed_on'), is('agreement_form', 'written')),
    cite: law('第二十八条、第二十九条'),
  }),
  sum({
    id: 'mediation-agreement-amount',
    title: '调解协议金额',
    on: 'agreed_on',
    reads: '统计期内达成协议的金额合计',
    unit: '万元',
    sum: 'agreement_fen',
    where: succeeded,
    cite: law('第二十九条'),
    variants: { written: { reads: '仅书面协议', where: all(succeeded, is('agreement_form', 'written')) } },
  }),
  count({
    id: 'mediation-judicial-confirmations',
    title: '司法确认',
    on: 'confirmed_on',
    reads: '统计期内人民法院裁定确认有效',
    where: confirmed,
    cite: law('第三十三条'),
    variants: { applied: { reads: '统计期内申请司法确认', where: within('confirmation_applied_on') } },
  }),
  rate({
    id: 'mediation-agreement-performance-rate',
    title: '调解协议履行率',
    on: 'agreed_on',
    reads: '统计截止日前全部履行的÷统计期内达成的协议',
    part: all(succeeded, performed),
    base: succeeded,
    cite: law('第三十一条'),
    verified: 'I',
    variants: {
      due: { reads: '已履行÷统计期内约定履行期届满的协议', part: all(due, performed), base: due },
      amount: {
        reads: '按金额：已履行协议的金额÷统计期内达成协议的金额',
        part: all(succeeded, performed),
        base: succeeded,
        amount: 'agreement_fen',
      },
    },
  }),
  count({
    id: 'disputes-resolved',
    title: '化解矛盾纠纷',
    on: 'agreed_on',
    reads: '各类人民调解组织调解成功，不含非诉讼服务中心法院分中心',
    where: resolved,
    cite: '年度报告“化解矛盾纠纷”',
    variants: { 'with-centre': { reads: '含非诉讼服务中心法院分中心', where: succeeded } },
  }),
  rate({
    id: 'grassroots-resolution-rate',
    title: '基层化解率',
    on: 'agreed_on',
    reads: '镇街、村居、行业性专业性和企事业调解组织化解÷化解矛盾纠纷',
    part: all(resolved, atGrassroots),
    base: resolved,
    cite: '溧阳市2022年度报告“95%以上”',
    variants: {
      'with-centre': { reads: '分母含非诉讼服务中心法院分中心', part: all(succeeded, atGrassroots), base: succeeded },
    },
  }),
  count({
    id: 'nonlitigation-centre-resolved',
    title: '非诉讼服务法院分中心化解',
    on: 'agreed_on',
    reads: '非诉讼服务中心法院分中心调解成功',
    where: all(succeeded, atCentre),
    cite: '溧阳市2022年度报告',
  }),
  breakdown({
    id: 'mediation-by-category',
    title: '受理矛盾纠纷（按纠纷类型）',
    on: 'accepted_on',
    reads: '已分类的合计',
    by: 'dispute_type',
    where: accepted,
    cite: '年度报告分类表',
  }),
  breakdown({
    id: 'mediation-by-origin',
    title: '受理矛盾纠纷（按案件来源）',
    on: 'accepted_on',
    reads: '已分类的合计',
    by: 'origin',
    where: accepted,
    cite: law('第十七条'),
  }),
  breakdown({
    id: 'mediation-succeeded-by-origin',
    title: '调解成功（按案件来源）',
    on: 'agreed_on',
    reads: '已分类的合计',
    by: 'origin',
    where: succeeded,
    cite: law('第十七条、第二十八条'),
  }),
  rate({
    id: 'mediation-success-rate-by-origin',
    title: '移送案件调解成功率（按案件来源）',
    on: 'agreed_on',
    reads: '各单位移交、委派、委托的：调解成功÷（调解成功＋调解不成）',
    part: all(succeeded, referred),
    base: all(ended, referred),
    cite: law('第十八条、第二十八条'),
    variants: Object.fromEntries(
      origins.map((origin) => [
        origin,
        {
          reads: mediationOrigins[origin],
          part: all(succeeded, is('origin', origin)),
          base: all(ended, is('origin', origin)),
        },
      ]),
    ),
  }),
  breakdown({
    id: 'mediation-by-origin-point',
    title: '受理矛盾纠纷（按来源点）',
    on: 'accepted_on',
    reads: '已分类的合计',
    by: 'origin_point',
    where: accepted,
    cite: '年度报告“诉源治理工作站”“派驻调解室”',
  }),
  rate({
    id: 'mediation-referral-reply-rate',
    title: '移送案件回复率',
    on: 'closed_on',
    reads: '统计截止日前已回复移送单位的÷统计期内调解结束的移送案件',
    part: all(within('closed_on'), referred, upToEnd('referral_replied_on')),
    base: all(within('closed_on'), referred),
    cite: law('第十八条'),
    verified: 'I',
  }),
  rate({
    id: 'mediation-dispatch-in-time-rate',
    title: '按时分派率',
    on: 'assigned_on',
    reads: '在本地规定的工作日内分派的÷统计期内分派、设有时限的移送案件',
    part: all(within('assigned_on'), flagged('dispatched_in_time')),
    base: all(within('assigned_on'), known('dispatched_in_time')),
    cite: '溧阳市2022年度报告“三个工作日内”',
    verified: 'I',
  }),
  breakdown({
    id: 'mediation-failed-onward',
    title: '调解不成（按告知的途径）',
    on: 'closed_on',
    reads: '已登记告知途径的合计',
    by: 'onward',
    where: failed,
    cite: law('第二十六条'),
  }),
  count({
    id: 'mediation-breached',
    title: '不履行调解协议',
    on: 'breached_on',
    reads: '统计期内登记不履行',
    where: within('breached_on'),
    cite: law('第三十一条、第三十二条'),
  }),
  count({
    id: 'mediation-remediated',
    title: '再次调解',
    on: 'received_on',
    reads: '统计期内从前案再次登记调解',
    where: all(within('received_on'), known('remediation_ground')),
    cite: law('第三十二条、第三十三条'),
  }),
  rate({
    id: 'mediation-follow-up-rate',
    title: '回访率',
    on: 'agreed_on',
    reads: '统计截止日前回访的÷统计期内达成的协议',
    part: all(succeeded, upToEnd('followed_up_on')),
    base: succeeded,
    cite: law('第三十一条第二款'),
    verified: 'I',
    variants: {
      written: {
        reads: '仅书面协议',
        part: all(succeeded, is('agreement_form', 'written'), upToEnd('followed_up_on')),
        base: all(succeeded, is('agreement_form', 'written')),
      },
    },
  }),
  count({
    id: 'mediation-petition',
    title: '信访移交调解',
    on: 'accepted_on',
    reads: '统计期内受理，信访部门移交',
    where: all(accepted, is('origin', 'petition')),
    cite: '年度报告“信访案件”',
  }),
  count({
    id: 'prelitigation-mediation-received',
    title: '诉前委派调解',
    on: 'accepted_on',
    reads: '统计期内受理，人民法院立案前委派',
    where: all(accepted, assigned),
    cite: '民事诉讼法（2023）第一百二十五条',
  }),
  count({
    id: 'prelitigation-mediation-succeeded',
    title: '诉前委派调解成功',
    on: 'agreed_on',
    reads: '统计期内达成协议，人民法院立案前委派',
    where: all(succeeded, assigned),
    cite: '民事诉讼法（2023）第一百二十五条',
  }),
  rate({
    id: 'prelitigation-mediation-rate',
    title: '诉前委派调解成功率',
    on: 'agreed_on',
    reads: '诉前委派：调解成功÷（调解成功＋调解不成）',
    cite: '民事诉讼法（2023）第一百二十五条',
    ...success(assigned),
  }),
];
