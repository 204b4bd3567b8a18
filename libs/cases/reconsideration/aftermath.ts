/** 审结以后: service per recipient, performance, suit, reopening, archive. */
import { code, day, party, text } from '@anjuan/casework';
import { latest } from './conclusion';
import {
  afterDecision,
  clockOf,
  edge,
  exitStates,
  type File,
  guard,
  heads,
  officers,
  onceFor,
  underReview,
  underRevisedLaw,
} from './outline';
import { decisionOutcomes, performances } from './reconsideration.facts';

export const serviceManners = {
  direct: '直接送达',
  'left-behind': '留置送达',
  post: '邮寄送达',
  electronic: '电子送达',
  entrusted: '委托送达',
  public: '公告送达',
} as const;
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

const performancePeriods = ['reconsideration.perform', 'reconsideration.redo'] as const;

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
    from: ['concluded', 'not-accepted', 'redirected'],
    to: 'unchanged',
    by: officers,
    fields: {
      recipient: party('受送达人', ['applicant', 'respondent', 'third-party']),
      manner: code('送达方式', serviceManners),
    },
    guards: [
      onceFor(
        'recipient',
        ['reconsideration.sue-after-decision', 'reconsideration.perform', 'reconsideration.redo'],
        '该当事人的送达',
      ),
    ],
    starts: [
      {
        limit: 'reconsideration.sue-after-decision',
        when: (c) => opensSuit(c) && !recipientIs('respondent')(c),
        subjects: recipient,
      },
      {
        limit: 'reconsideration.perform',
        when: (c) => isDecision(c) && recipientIs('respondent')(c) && c.facts.perform_due_on !== null,
        subjects: recipient,
        givenDue: (c) => c.facts.perform_due_on,
      },
      {
        limit: 'reconsideration.redo',
        when: (c) => recipientIs('respondent')(c) && c.facts.redo_ordered === true && c.facts.perform_due_on === null,
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
    cite: '行政复议法(2023)第75条、第79条第2款；行政复议法(2017)第31条第3款；行政诉讼法第45条',
  }),
  'record-performance': edge({
    title: '登记履行情况',
    from: ['concluded', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: { performance: code('履行情况', performances), note: text.personalOptional('履行内容') },
    meets: performancePeriods.map((limit) => ({ limit, when: (c: File) => c.fields.performance === 'performed' })),
    facts: (c) => ({
      performed_on: c.fields.performance === 'performed' ? c.happenedOn : null,
      perform_due_on: c.facts.perform_due_on ?? clockOf(c, ['reconsideration.redo'])?.due ?? null,
    }),
    cite: '行政复议法(2023)第77条；行政复议法(2017)第32条；行政复议法实施条例第49条',
  }),
  'order-performance': edge({
    title: '责令限期履行',
    from: ['concluded', 'archived'],
    to: 'unchanged',
    by: heads,
    fields: { ordered_until: day.ahead('责令履行期限'), reasons: text.personalOptional('说明') },
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
    guards: [performanceMeasure],
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
    guards: [performanceMeasure],
    issues: ['reconsideration.criticism-notice'],
    facts: (c) => ({ criticised_on: c.happenedOn }),
    cite: '行政复议法(2023)第77条第2款',
  }),
  /** 提起诉讼: after the decision, or while the review is overdue. The suit itself is a litigation file. */
  'record-suit': edge({
    title: '登记提起行政诉讼',
    from: ['not-accepted', ...underReview, 'concluded', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: { plaintiff: party.optional('原告', ['applicant', 'third-party']), court: text.optional('受诉法院') },
    meets: [
      {
        limit: 'reconsideration.sue-after-decision',
        subjects: (c) => (c.fields.plaintiff === null ? [] : [c.fields.plaintiff]),
      },
    ],
    facts: (c) => ({ sued_on: c.facts.sued_on ?? c.happenedOn }),
    cite: '行政诉讼法第45条；行政复议法(2023)第10条、第34条',
  }),
  /** 恢复或者重新审理: the earlier conclusion is taken back, a new review period runs from the order's arrival. */
  reopen: edge({
    title: '恢复或者重新审理',
    from: ['concluded', 'archived'],
    to: 'accepted',
    by: heads,
    fields: {
      order_ground: code('依据', reopeningGrounds),
      order_reference: text('责令或者判决文号', { max: 100 }),
    },
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
      guard('archive.served', '行政复议法(2023)第75条；行政复议法(2017)第31条第3款', (c) =>
        c.state === 'concluded' && c.facts.served_on === null && c.facts.effective_on === null
          ? '结案文书尚未送达，不能归档'
          : null,
      ),
    ],
    cancels: afterDecision,
    issues: ['reconsideration.closing-report'],
    facts: (c) => ({ archived_on: c.happenedOn }),
    cite: '结案后立卷归档（办案惯例）',
    verified: 'I',
  }),
} as const;
