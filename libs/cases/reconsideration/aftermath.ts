/** 审结以后: service per recipient, performance, suit, reopening, archive. */
import { code, day, type PartyView, party, text } from '@anjuan/casework';
import type { Day } from '@anjuan/law';
import { latest } from './conclusion';
import {
  afterDecision,
  edge,
  exitStates,
  type File,
  guard,
  heads,
  officers,
  partyRoles,
  REVISED_LAW,
  underReview,
  underRevisedLaw,
} from './outline';
import { decisionOutcomes, performances } from './reconsideration.facts';
import { isServed, serviceManners, withService } from './service-record';

export const reopeningGrounds = {
  superior: '上级行政机关责令恢复审理或者重新审理',
  court: '人民法院判决撤销复议决定或者责令重新作出',
} as const;

const isDecision = (c: File): boolean => c.facts.outcome !== null && Object.hasOwn(decisionOutcomes, c.facts.outcome);
const recipientIs = (role: string) => (c: File) =>
  c.parties.some((p) => p.id === c.fields.recipient && p.role === role);
const recipient = (c: File): readonly string[] => (typeof c.fields.recipient === 'string' ? [c.fields.recipient] : []);

/** 复议前置: where reconsideration must come first, a refusal, too, opens the way to the court. 行政复议法(2023)第34条. */
const opensSuit = (c: File): boolean =>
  isDecision(c) || (c.facts.mandatory_first !== null && c.facts.exit === 'not-accepted');

/** 行政复议决定书、终止决定书、不予受理决定书: the day on the paper that ended the case. */
const paperOn = (c: File): Day | null => c.facts.concluded_on ?? c.facts.left_on;
const serviceArticle =
  '行政复议法(2023)第30条第2款、第75条、第88条第1款；行政复议法(2017)第17条第1款、第31条第3款、第40条第1款';

/** A 调解书 is signed, and often performed, before the last seal that makes it take effect. */
const notBeforePaper = guard('paper.order', '行政复议法(2023)第75条、第77条；行政复议法(2017)第31条、第32条', (c) => {
  const on = paperOn(c);
  return on !== null && c.happenedOn < on && c.facts.outcome !== 'mediated'
    ? `发生日期${c.happenedOn}早于结案文书日期${on}`
    : null;
});
const somethingToServe = guard('service.paper', serviceArticle, (c) =>
  c.facts.outcome !== null || c.facts.exit === 'not-accepted' || c.facts.exit === 'redirected'
    ? null
    : '案件没有需要送达的结案文书',
);
const servedOnce = guard('service.once', serviceArticle, (c) =>
  isServed(c, c.fields.recipient) ? '已经记录该当事人的送达，不能重复记录' : null,
);
/**
 * Whom the closing paper still has to reach: every party of a decision or a consented withdrawal, the applicant of a
 * refusal. Those whom representatives stand for are reached through one of them; a 调解书 reaches by signature; where the
 * review ended without an applicant (死亡、终止) nobody in particular has to be there to receive it.
 */
function unserved(c: File): readonly PartyView[] {
  const { outcome, exit, left_on: left } = c.facts;
  const waiting = (...roles: readonly string[]) =>
    c.parties.filter(
      (p) => roles.includes(p.role) && !isServed(c, p.id) && !(p.role === 'applicant' && represented(c)),
    );
  if (outcome === 'mediated' && c.facts.effective_on !== null) return [];
  if (outcome === 'terminated-other' && c.facts.served_on !== null) return [];
  if (outcome !== null) return waiting('applicant', 'respondent', 'third-party');
  // Before 2024 to redirect was to tell, not to decide.
  const refused = exit === 'not-accepted' || (exit === 'redirected' && left !== null && left >= REVISED_LAW);
  return refused ? waiting('applicant') : [];
}
const represented = (c: File): boolean =>
  c.parties.some((p) => p.role === 'representative') &&
  c.parties.some((p) => p.role === 'applicant' && isServed(c, p.id));
const inWords = (parties: readonly PartyView[]): string =>
  Object.entries(partyRoles)
    .map(([role, title]) => ({ title, number: parties.filter((p) => p.role === role).length }))
    .flatMap(({ title, number }) => (number > 0 ? [`${number}名${title}`] : []))
    .join('、');

const performancePeriods = ['reconsideration.perform', 'reconsideration.redo'] as const;
const redoClocks = (c: File) =>
  c.clocks.filter(
    (k) => k.limit === 'reconsideration.redo' && k.status !== 'cancelled' && k.from >= (c.facts.concluded_on ?? ''),
  );
/** A new act was ordered without a period: sixty days for each respondent, from its own service. */
const redoUndated = (c: File): boolean =>
  c.facts.redo_ordered === true && (c.facts.perform_due_on === null || redoClocks(c).length > 0);
/** 履行届满日期 of such an order is the day its clock runs out, the last respondent's: without it nobody counts as due who never performed. */
const dueOfRedo = (c: File): { perform_due_on?: Day } => {
  const last = redoClocks(c)
    .flatMap((k) => k.due ?? [])
    .sort()
    .at(-1);
  return last === undefined ? {} : { perform_due_on: last };
};
const somethingToPerform = guard('performance.decided', '行政复议法(2023)第77条；行政复议法(2017)第32条', (c) =>
  c.facts.concluded_on === null ? '案件没有审结，没有需要履行的事项' : null,
);

const performanceMeasure = guard('performance.measure', '行政复议法(2023)第77条第2款、第90条', (c) =>
  underRevisedLaw(c) ? null : '2024年1月1日前没有约谈和通报批评的规定',
);

/** What an earlier conclusion left behind, taken back when the case is reviewed again. */
const conclusionTakenBack = {
  outcome: null,
  withdrawal_reason: null,
  redo_ordered: null,
  return_property: null,
  outcome_lines: null,
  main_line: null,
  endorsed_on: null,
  discussed_on: null,
  compensation_fen: null,
  concluded_on: null,
  served_on: null,
  effective_on: null,
  perform_due_on: null,
  performance: null,
  performed_on: null,
  extended_days: null,
  excluded_days: null,
  suspended_on: null,
  suspension_ground: null,
  resumed_on: null,
  examined_from: null,
  examined_until: null,
  archived_on: null,
} as const;

export const aftermathEdges = {
  /**
   * 送达: one record and one set of clocks per recipient. Fifteen days to sue for applicant and third party; for the
   * respondent the period to perform: the decision's own, or sixty days where it ordered a new act without one.
   */
  serve: edge({
    title: '送达',
    offered: (f) => f.outcome !== null || f.exit === 'not-accepted' || f.exit === 'redirected',
    from: ['concluded', 'not-accepted', 'redirected', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: {
      recipient: party('受送达人', ['applicant', 'respondent', 'third-party']),
      manner: code('送达方式', serviceManners),
    },
    guards: [somethingToServe, notBeforePaper, servedOnce],
    starts: [
      {
        limit: 'reconsideration.sue-after-decision',
        when: (c) => opensSuit(c) && !recipientIs('respondent')(c),
        subjects: recipient,
      },
      {
        limit: 'reconsideration.perform',
        when: (c) =>
          isDecision(c) && recipientIs('respondent')(c) && c.facts.perform_due_on !== null && !redoUndated(c),
        subjects: recipient,
        givenDue: (c) => c.facts.perform_due_on,
      },
      {
        limit: 'reconsideration.redo',
        when: (c) => recipientIs('respondent')(c) && redoUndated(c),
        subjects: recipient,
      },
    ],
    issues: [
      'reconsideration.service-return',
      {
        code: 'reconsideration.superior-copy',
        when: (c) => underRevisedLaw(c) && isDecision(c) && recipientIs('respondent')(c),
      },
    ],
    facts: (c) => ({
      served_on: latest(c.facts.served_on, c.happenedOn),
      ...(isDecision(c) ? { effective_on: latest(c.facts.effective_on, c.happenedOn) } : {}),
    }),
    factsOfClocks: dueOfRedo,
    lines: (c) => withService(c, { recipient: c.fields.recipient, served_on: c.happenedOn, manner: c.fields.manner }),
    cite: '行政复议法(2023)第75条、第79条第2款；行政复议法(2017)第31条第3款；行政诉讼法第45条',
  }),
  'record-performance': edge({
    title: '登记履行情况',
    from: ['concluded', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: { performance: code('履行情况', performances), note: text.personalOptional('履行内容') },
    guards: [somethingToPerform, notBeforePaper],
    meets: performancePeriods.map((limit) => ({ limit, when: (c: File) => c.fields.performance === 'performed' })),
    facts: (c) => ({ performed_on: c.fields.performance === 'performed' ? c.happenedOn : null }),
    factsOfClocks: dueOfRedo,
    cite: '行政复议法(2023)第77条；行政复议法(2017)第32条；行政复议法实施条例第49条',
  }),
  'order-performance': edge({
    title: '责令限期履行',
    from: ['concluded', 'archived'],
    to: 'unchanged',
    by: heads,
    fields: { ordered_until: day.ahead('责令履行期限'), reasons: text.personalOptional('说明') },
    guards: [somethingToPerform, notBeforePaper],
    starts: [{ limit: 'reconsideration.perform', subjects: () => ['order'], givenDue: (c) => c.fields.ordered_until }],
    issues: ['reconsideration.performance-order'],
    cite: '行政复议法(2023)第77条第2款；行政复议法(2017)第32条第2款',
  }),
  /** 约谈: the head of a respondent that does not perform is called in; the 2023 law knows it, and 通报批评. */
  interview: edge({
    title: '约谈被申请人负责人',
    from: ['concluded', 'archived'],
    to: 'unchanged',
    by: heads,
    fields: { interviewee: text.personal('被约谈人', { max: 100, lines: 1 }), matters: text.personal('约谈事项') },
    guards: [performanceMeasure, somethingToPerform, notBeforePaper],
    issues: ['reconsideration.interview-notice'],
    facts: (c) => ({ interviewed_on: c.happenedOn }),
    cite: '行政复议法(2023)第77条第2款',
  }),
  criticise: edge({
    title: '通报批评',
    from: ['concluded', 'archived'],
    to: 'unchanged',
    by: heads,
    fields: { criticised_organ: text('被通报机关'), reasons: text.personal('通报事由') },
    guards: [performanceMeasure, somethingToPerform, notBeforePaper],
    issues: ['reconsideration.criticism-notice'],
    facts: (c) => ({ criticised_on: c.happenedOn }),
    cite: '行政复议法(2023)第77条第2款',
  }),
  /** 提起诉讼: after the decision, or while the review is overdue. The suit itself is a litigation file. */
  'record-suit': edge({
    title: '登记提起行政诉讼',
    from: ['not-accepted', 'redirected', 'abandoned', ...underReview, 'concluded', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: { plaintiff: party.optional('原告', ['applicant', 'third-party']), court: text.optional('受诉法院') },
    meets: [
      {
        limit: 'reconsideration.sue-after-decision',
        // A suit over the silence of an overdue review came before the decision and is none over it.
        when: (c) => c.happenedOn >= (paperOn(c) ?? ''),
        subjects: (c) => (c.fields.plaintiff === null ? [] : [c.fields.plaintiff]),
      },
    ],
    facts: (c) => ({ sued_on: c.facts.sued_on ?? c.happenedOn }),
    cite: '行政诉讼法第45条；行政复议法(2023)第10条、第34条',
  }),
  /** 恢复或者重新审理: the earlier conclusion is taken back, a new review period runs from the order's arrival. */
  reopen: edge({
    title: '恢复或者重新审理',
    offered: (f) => f.concluded_on !== null,
    from: ['concluded', 'archived'],
    to: 'accepted',
    by: heads,
    fields: {
      order_ground: code('依据', reopeningGrounds),
      order_reference: text('责令或者判决文号', { max: 100 }),
    },
    guards: [
      guard('reopening.concluded', '行政复议法(2023)第35条；法释〔2018〕1号第89条', (c) =>
        c.facts.concluded_on === null ? '案件没有受理和审结，被责令受理的应当办理“依责令受理”' : null,
      ),
    ],
    starts: ['reconsideration.decision-ordinary'],
    cancels: afterDecision,
    facts: () => ({ ...conclusionTakenBack, track: 'ordinary' }),
    cite: '行政复议法(2023)第35条；行政复议法实施条例第48条第2款；法释〔2018〕1号第89条',
    verified: 'I',
  }),
  archive: edge({
    title: '归档',
    from: ['concluded', ...exitStates],
    to: 'archived',
    by: officers,
    fields: { note: text.personalOptional('结案说明') },
    guards: [
      guard('archive.served', serviceArticle, (c) => {
        const waiting = unserved(c);
        return waiting.length === 0 ? null : `结案文书尚未送达${inWords(waiting)}，不能归档`;
      }),
    ],
    // What the respondent owes goes on, and so does a period to sue that has not run out.
    cancels: [
      {
        limit: 'reconsideration.sue-after-decision',
        subjects: (c) => c.clocks.filter((k) => k.due !== null && k.due < c.happenedOn).map((k) => k.subject),
      },
    ],
    issues: ['reconsideration.closing-report'],
    facts: (c) => ({ archived_on: c.happenedOn }),
    cite: '结案后立卷归档（办案惯例）',
    verified: 'I',
  }),
} as const;
