/** 合议与审批: what each act in the case comes to, the committee's opinions, collective discussion, the chain of approval. */
import { code, count, flag, money, person, text } from '@anjuan/casework';
import { edge, type File, guard, officers, underReview } from './outline';
import { consultationGrounds, decisionOutcomes, memberOpinions } from './reconsideration.facts';

type Outcome = keyof typeof decisionOutcomes;
/**
 * 主结案方式: several acts in one case, one code in the figures. 变更 before 撤销 before 确认 before 履行 before 驳回、维持 (I);
 * the same rank twice is the same class, and either may stand.
 */
const ranks: Readonly<Record<Outcome, number>> = {
  modified: 1,
  revoked: 2,
  'partly-revoked': 3,
  unlawful: 4,
  void: 4,
  'perform-ordered': 5,
  'agreement-liability': 5,
  'dismissed-claims': 6,
  upheld: 6,
  'dismissed-application': 7,
};
const isOutcome = (v: unknown): v is Outcome => typeof v === 'string' && Object.hasOwn(ranks, v);
const foremost = (before: unknown, next: Outcome): Outcome =>
  isOutcome(before) && ranks[before] <= ranks[next] ? before : next;

export const mainCodeKept = guard('decision.main-code', '一案计一次，按主结案方式（统计口径，推定）', (c) => {
  const main = c.facts.main_line;
  const { outcome } = c.fields;
  return isOutcome(main) && isOutcome(outcome) && ranks[outcome] !== ranks[main]
    ? `各项行政行为的处理结果中，主结案方式应为“${decisionOutcomes[main]}”`
    : null;
});
/** 咨询意见 is an important reference for the decision; it need not be followed, but it should be there. */
export const consultationAwaited = guard('decision.consultation', '行政复议法(2023)第52条、第61条第3款', (c) =>
  c.facts.consulted_on !== null && c.facts.consultation_concluded_on === null
    ? '已提请行政复议委员会咨询，咨询意见尚未形成'
    : null,
);
export const discussionRecorded = guard(
  'decision.discussion',
  '行政复议法(2023)第61条第1款；行政复议法(2017)第28条第1款',
  (c) =>
    c.fields.collective === true && c.facts.discussed_on === null ? '注明经集体讨论通过，但没有集体讨论记录' : null,
);
export const compensationAnswered = guard(
  'decision.compensation',
  '行政复议法(2023)第72条；行政复议法(2017)第29条',
  (c) =>
    c.facts.compensation_claimed === true && typeof c.fields.compensation_fen !== 'number'
      ? '申请人一并提出行政赔偿请求，决定应当同时处理：依法给予赔偿，或者驳回赔偿请求'
      : null,
);

const consultationOpen = guard('consultation.open', '行政复议法(2023)第52条', (c: File) =>
  c.facts.consulted_on !== null && c.facts.consultation_concluded_on === null ? null : '没有正在进行的咨询',
);
const approval = '行政复议法(2023)第61条第1款；行政复议法(2017)第28条第1款';

export const deliberationEdges = {
  /** 逐项处理结果: one line per act or claim; the main code follows from the lines. */
  'record-outcome-line': edge({
    title: '登记一项行政行为的处理结果',
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: {
      act: text('行政行为或者请求', { hint: '不写姓名' }),
      line_outcome: code('处理结果', decisionOutcomes),
      line_redo: flag('责令重新作出'),
      line_compensation_fen: money.optional('赔偿金额'),
    },
    facts: (c) => ({
      outcome_lines: (c.facts.outcome_lines ?? 0) + 1,
      main_line: foremost(c.facts.main_line, c.fields.line_outcome),
    }),
    cite: '行政复议法(2023)第63条至第72条；行政复议法(2017)第28条',
  }),
  'clear-outcome-lines': edge({
    title: '重新登记各项处理结果',
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: { reasons: text.personalOptional('原因') },
    guards: [
      guard('lines.recorded', '行政复议法(2023)第63条至第72条；行政复议法(2017)第28条', (c) =>
        c.facts.outcome_lines === null ? '没有登记过处理结果' : null,
      ),
    ],
    facts: () => ({ outcome_lines: null, main_line: null }),
    cite: '行政复议法(2023)第63条至第72条；行政复议法(2017)第28条',
    verified: 'I',
  }),

  /** 行政复议委员会咨询: stops no clock. */
  'consult-committee': edge({
    title: '提请行政复议委员会咨询',
    from: underReview,
    to: 'unchanged',
    by: ['reconsideration-head'],
    fields: { consultation_ground: code('提请情形', consultationGrounds), questions: text.personal('咨询的问题') },
    guards: [
      guard('consultation.once', '行政复议法(2023)第52条', (c) =>
        c.facts.consulted_on !== null && c.facts.consultation_concluded_on === null ? '咨询正在进行' : null,
      ),
    ],
    issues: ['reconsideration.consultation-letter'],
    facts: (c) => ({ consulted_on: c.happenedOn, consultation_opinions: 0, consultation_concluded_on: null }),
    cite: '行政复议法(2023)第52条',
  }),
  'record-member-opinion': edge({
    title: '登记一名委员的意见',
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: {
      member: text.personal('委员', { max: 100, lines: 1 }),
      member_opinion: code('意见', memberOpinions),
      member_reasons: text.personalOptional('理由'),
    },
    guards: [consultationOpen],
    facts: (c) => ({ consultation_opinions: (c.facts.consultation_opinions ?? 0) + 1 }),
    cite: '行政复议法(2023)第52条',
  }),
  'conclude-consultation': edge({
    title: '形成咨询意见',
    from: underReview,
    to: 'unchanged',
    by: officers,
    fields: { advice: text.personal('咨询意见') },
    guards: [
      consultationOpen,
      guard('consultation.members', '行政复议法(2023)第52条', (c) =>
        (c.facts.consultation_opinions ?? 0) > 0 ? null : '应当先登记各委员的意见',
      ),
    ],
    issues: ['reconsideration.consultation-opinion'],
    facts: (c) => ({ consultation_concluded_on: c.happenedOn }),
    cite: '行政复议法(2023)第52条、第61条第3款',
  }),
  'discuss-collectively': edge({
    title: '集体讨论',
    from: underReview,
    to: 'unchanged',
    by: ['reconsideration-head', 'organ-head'],
    fields: {
      chair: person('主持人'),
      attendance: count('参加人数', { min: 2, max: 50 }),
      attendees: text.personal('参加人员', { lines: 2 }),
      views: text.personal('各人意见'),
      conclusion: text.personal('讨论结论'),
    },
    issues: ['reconsideration.discussion-record'],
    facts: (c) => ({ discussed_on: c.happenedOn }),
    cite: approval,
  }),

  /** 审核: the head of the office agrees and passes the draft on to the head of the organ. */
  endorse: edge({
    title: '机构负责人审核同意',
    from: ['in-approval'],
    to: 'unchanged',
    by: ['reconsideration-head'],
    fields: { comment: text.personal('审核意见', { max: 2000 }) },
    guards: [
      guard('approval.endorsed-once', approval, (c) => (c.facts.endorsed_on === null ? null : '本次报批已经审核同意')),
    ],
    issues: ['reconsideration.approval-form'],
    facts: (c) => ({ endorsed_on: c.happenedOn }),
    cite: approval,
  }),
  countersign: edge({
    title: '会签',
    from: ['in-approval'],
    to: 'unchanged',
    by: [...officers, 'organ-head'],
    fields: { unit: text('会签单位'), comment: text.personal('会签意见', { max: 2000 }) },
    cite: approval,
    verified: 'I',
  }),
  'withdraw-submission': edge({
    title: '撤回报批',
    from: ['in-approval'],
    to: 'accepted',
    by: officers,
    fields: { reasons: text.personal('撤回原因') },
    facts: () => ({ endorsed_on: null }),
    cite: approval,
    verified: 'I',
  }),
} as const;
