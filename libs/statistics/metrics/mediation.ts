/** 人民调解. Success counts on the day of the agreement, failure on the day the mediation ended. */
import { mediationFacts } from '@anjuan/cases/mediation';
import { type Metric, metricsOf } from '../metric';
import { all, any, heldBy, not, type Predicate, testsOf } from '../predicate';

const { count, rate, sum, growth, breakdown } = metricsOf(mediationFacts, {
  unit: '件',
  counts: 'case',
  scope: 'jurisdiction',
});
const { is, within, upToEnd, beforeStart, openAtStart } = testsOf(mediationFacts);

const accepted = within('accepted_on');
const carriedIn = all(beforeStart('accepted_on'), openAtStart('closed_on'));
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
