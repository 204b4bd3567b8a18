/**
 * What every stage of reconsideration shares: states, party roles, the law of the day, and the guards and clock
 * selections used by more than one edge. Two laws live in one procedure: the 2017 text to 2023-12-31, the 2023 text
 * after. `facts.statute` is the law that the review period counts by: one convention rules both. Approver, allowed edge and
 * outcome follow the event's own day.
 */
import { type AnyContext, type ClockView, type Facts, procedureOf } from '@anjuan/casework';
import type { Day, LimitId } from '@anjuan/law';
import { corrections, factsOfParties } from './corrections';
import { reconsiderationDocuments } from './reconsideration.documents';
import { reconsiderationFacts } from './reconsideration.facts';
import { serviceLines } from './service-record';
import { timelinessOf } from './timeliness';

export type ReconsiderationColumns = typeof reconsiderationFacts.columns;
export type ReconsiderationFactValues = Facts<ReconsiderationColumns>;
/** A reconsideration file with whichever event: what shared guards and clock selections see. */
export type File = AnyContext<ReconsiderationColumns>;

/** First day of the 2023 revision (行政复议法(2023)第90条). */
export const REVISED_LAW: Day = '2024-01-01';
export const underRevisedLaw = (c: File): boolean => c.happenedOn >= REVISED_LAW;

export const partyRoles = {
  applicant: '申请人',
  respondent: '被申请人',
  'third-party': '第三人',
  representative: '申请人代表',
  agent: '代理人',
} as const;

export const { edge, guard, define } = procedureOf({
  kind: 'reconsideration',
  title: '行政复议案件',
  facts: reconsiderationFacts,
  lines: serviceLines,
  states: {
    received: '已收件',
    'awaiting-correction': '待补正',
    accepted: '审理中',
    'in-approval': '审批中',
    concluded: '已审结',
    'not-accepted': '不予受理',
    redirected: '告知另行申请',
    abandoned: '视为放弃申请',
    withdrawn: '受理前撤回',
    settled: '受理前化解',
    archived: '已归档',
  },
  closed: ['not-accepted', 'redirected', 'abandoned', 'withdrawn', 'settled', 'archived'],
  partyRoles,
  documents: reconsiderationDocuments,
  corrections,
  repeats: factsOfParties,
  // An application received under the old law: which law binds its review period, and from which day, is a convention
  // (versionBinding, oldLawAcceptanceDate). The case's own law and day of acceptance are whatever the clock counts by.
  follows: (clock, facts) =>
    clock.limit === 'reconsideration.decision-ordinary' &&
    facts.accepted_on !== null &&
    facts.office_received_on !== null &&
    facts.office_received_on < REVISED_LAW
      ? { statute: clock.law === 'XF17' ? 'XF17' : 'XF23', accepted_on: clock.from }
      : {},
  // Whoever corrects the day on which the act became known corrects whether the application was late.
  derived: (c) => (c.facts.timeliness === null ? {} : { timeliness: timelinessOf(c) }),
  // The day of service stands with each recipient, too.
  correctedLines: (lines, { column, from, to }) =>
    column === 'served_on'
      ? lines.map((l) => (l.values.served_on === from ? { ...l, values: { ...l.values, served_on: to } } : l))
      : lines,
  // 视为受理 is the only thing the clock books by itself (行政复议法(2023)第30条第3款).
  lapses: [
    { limit: 'reconsideration.acceptance-review', event: 'deem-accepted' },
    { limit: 'reconsideration.review-after-correction', event: 'deem-accepted' },
  ],
  // Both need a person: 无正当理由 has to be found out (第31条第2款), termination is a decision of the organ (第41条).
  proposes: [
    {
      limit: 'reconsideration.correction-reply',
      event: 'abandon',
      reason: '至今没有收到补正材料，无正当理由逾期不补正的，视为放弃申请，记录在案',
      allowance: (s) => s.mailAllowanceDays,
      allowanceReason: '邮寄在途时间（民事诉讼法(2023)第85条第4款，期满前交邮的不算过期）',
    },
    {
      limit: 'reconsideration.suspension-termination',
      event: 'terminate',
      reason: '申请人死亡、丧失行为能力或者终止而中止，满六十日仍未恢复，由行政复议机关决定终止',
      preset: { ground: 'suspended-sixty-days' },
    },
  ],
});

/** The case is being reviewed; approval may be under way. */
export const underReview = ['accepted', 'in-approval'] as const;
export const exitStates = ['not-accepted', 'redirected', 'abandoned', 'withdrawn', 'settled'] as const;

export const officers = ['reconsideration-officer', 'reconsideration-head'] as const;
export const heads = ['reconsideration-head', 'organ-head'] as const;

export const partiesOf = (c: File, role: keyof typeof partyRoles): readonly string[] =>
  c.parties.filter((p) => p.role === role).map((p) => p.id);

/** A clock that is still open: running, or suspended. */
const open = (clock: ClockView): boolean => clock.status === 'running' || clock.status === 'suspended';
export const clockOf = (c: File, limits: readonly LimitId[], subject?: string): ClockView | undefined =>
  c.clocks.find((k) => limits.includes(k.limit) && (subject === undefined || k.subject === subject));
export const openClockOf = (c: File, limits: readonly LimitId[]): ClockView | undefined =>
  c.clocks.find((k) => limits.includes(k.limit) && open(k));

export const admissionReviews = [
  'reconsideration.acceptance-review',
  'reconsideration.review-after-correction',
] as const;
export const decisionPeriods = ['reconsideration.decision-ordinary', 'reconsideration.decision-simplified'] as const;
const copyPeriods = ['reconsideration.send-copy', 'reconsideration.send-copy-simplified'] as const;
export const answerPeriods = [
  'reconsideration.respondent-answer',
  'reconsideration.respondent-answer-simplified',
] as const;

/** Clocks of the review of a norm (附带审查). */
export const normDuties = [
  'reconsideration.norm-handle',
  'reconsideration.norm-transfer',
  'reconsideration.norm-notify-maker',
  'reconsideration.norm-maker-reply',
  'reconsideration.norm-receiver-reply',
] as const;
/** Clocks of the review itself: none of them outlives the case's conclusion or the reversal of a deemed acceptance. */
export const reviewDuties = [
  ...copyPeriods,
  ...answerPeriods,
  'reconsideration.hearing-notice',
  'reconsideration.suspension-termination',
  ...normDuties,
] as const;
/** Clocks that follow the decision: the period to sue and the respondent's performance. */
export const afterDecision = [
  'reconsideration.sue-after-decision',
  'reconsideration.perform',
  'reconsideration.redo',
] as const;

export const isSuspended = (c: File): boolean => c.facts.suspended_on !== null && c.facts.resumed_on === null;
/** 纳入调解: the first day on which anybody tried to mediate; an attempt recorded late may lie before the known one. */
export const mediationTried = (c: File): { readonly mediation_tried_on: Day } => {
  const since = c.facts.mediation_tried_on;
  return { mediation_tried_on: since !== null && since < c.happenedOn ? since : c.happenedOn };
};
/** Days left out of the review period that ends now (中止、勘验、鉴定), of every round of it. */
export const excludedDays = (c: File): { readonly excluded_days: number } => ({
  excluded_days: c.clocks
    .filter((k) => k.status === 'met' && decisionPeriods.some((limit) => limit === k.limit))
    .reduce((days, k) => days + (k.excludedDays ?? 0), 0),
});
/** A norm is being reviewed with the act (附带审查): the main case stands suspended for it. */
export const isNormUnderReview = (c: File): boolean =>
  c.facts.norm_requested_on !== null && c.facts.norm_concluded_on === null;
/** The case is not suspended any more: what the resuming edges ask of the facts as they stand after the event. */
export const runsAgain = (c: File): boolean => !isSuspended(c);
/** One reason to stand still ends; while a norm is under review the case stands for that one. */
export const endsSuspension = (c: File): { suspension_ground: 'norm-review' } | { resumed_on: Day } =>
  isNormUnderReview(c) ? { suspension_ground: 'norm-review' } : { resumed_on: c.happenedOn };
/** 勘验、鉴定 stops the period beside a suspension: it runs again when neither is left. */
export const stoppedByExamination = decisionPeriods.map((limit) => ({ limit, cause: 'examination' }) as const);
/** 勘验、鉴定 under way: its days are no part of the review period either (实施条例第34条、第37条). */
export const isBeingExamined = (c: File): boolean => c.facts.examined_from !== null && c.facts.examined_until === null;

/**
 * 视为受理: an application neither refused nor returned for correction within five working days is accepted when they
 * expire. 行政复议法(2023)第30条第3款. The day on which that happened, or null while the period lasts; under the 2017
 * law receipt itself is acceptance, and of five days that ran out before 2024 nothing was deemed.
 */
export function lapsedOn(c: File): Day | null {
  if (c.facts.statute !== 'XF23') return null;
  const due = openClockOf(c, admissionReviews)?.due ?? null;
  return due !== null && due >= REVISED_LAW && c.happenedOn > due ? due : null;
}

/** A refusal after the lapse has no object: the application counts as accepted, and is dismissed under 第33条 if inadmissible. */
export const notYetDeemed = guard('admission.not-deemed', '行政复议法(2023)第30条第3款', (c) => {
  const lapsed = lapsedOn(c);
  return lapsed === null ? null : `审查期限已于${lapsed}届满，申请视为受理，不能再作受理前处理`;
});
export const notSuspended = guard(
  'review.not-suspended',
  '行政复议法(2023)第39条第2款；行政复议法实施条例第41条第2款',
  (c) => (isSuspended(c) ? '案件已中止，应当先恢复审理' : null),
);
/**
 * A clock per recipient starts once: a second record would move a period that already runs. Without a named recipient
 * the record is for all, so none may have one yet. Clocks of an earlier round (before a reopening) do not count.
 */
export const onceFor = (field: string, limits: readonly LimitId[], what: string) =>
  guard('service.once', '行政复议法(2023)第88条；行政复议法(2017)第40条', (c) => {
    const id = c.fields[field];
    const since = c.facts.concluded_on ?? c.facts.accepted_on ?? '';
    const begun = c.clocks.some(
      (k) =>
        limits.includes(k.limit) &&
        k.status !== 'cancelled' &&
        k.from >= since &&
        (typeof id !== 'string' || k.subject === id),
    );
    return begun ? `已经记录${what}，不能重复记录` : null;
  });

/** What happened during the review may be written down after the decision: it is a fact, and starts no clock then. */
export const recordable = [...underReview, 'concluded'] as const;

/** 审理程序; ordinary where nothing was chosen. */
export const onTrack = (track: 'ordinary' | 'simplified') => (c: File) => (c.facts.track ?? 'ordinary') === track;
