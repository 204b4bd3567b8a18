/**
 * 被复议答复: our own government is the respondent before the organ above it. Ten working days to answer and prove (five in
 * simplified procedure, ten calendar days before 2024), the head attends the hearing, the decision is performed, an opinion
 * is reported on within sixty days.
 */
import { type AnyContext, code, count, day, flag, parties, procedureOf, text } from '@anjuan/casework';
import type { Day } from '@anjuan/law';
import { answeringDocuments } from './answering.documents';
import {
  answeringFacts,
  answeringMatters,
  answeringOutcomes,
  answeringPerformances,
  answeringTracks,
} from './answering.facts';

type Answering = AnyContext<typeof answeringFacts.columns>;

/** First day of the 2023 revision (行政复议法(2023)第90条). */
const REVISED_LAW: Day = '2024-01-01';
const officers = ['reconsideration-officer', 'reconsideration-head'] as const;
const answerArticle = '行政复议法(2023)第48条、第54条第1款；行政复议法(2017)第23条第1款';
const answerPeriods = ['reconsideration.respondent-answer', 'reconsideration.respondent-answer-simplified'] as const;
const performancePeriods = ['reconsideration.perform', 'reconsideration.redo'] as const;
const partyRoles = { applicant: '申请人', 'third-party': '第三人', agent: '代理人' } as const;

const { edge, guard, define } = procedureOf({
  kind: 'answering',
  title: '被复议答复案件',
  facts: answeringFacts,
  states: {
    notified: '已收通知',
    assigned: '已交办',
    approved: '答复已审批',
    answered: '已答复',
    decided: '已决定',
    archived: '已归档',
  },
  closed: ['archived'],
  partyRoles,
  documents: answeringDocuments,
  corrections: {
    order: [
      ['notified_on', 'assigned_on', 'approved_on', 'answered_on'],
      ['notified_on', 'decided_on', 'performed_on'],
      ['decided_on', 'sued_on'],
      ['decided_on', 'archived_on'],
      ['opinion_received_on', 'opinion_replied_on'],
    ],
  },
});

const open = ['notified', 'assigned', 'approved', 'answered'] as const;
const simplified = (c: Answering): boolean => c.facts.track === 'simplified';

export const answeringProcedure = define({
  'receive-notice': edge({
    title: '收到答复通知书',
    from: 'opening',
    to: 'notified',
    by: officers,
    fields: {
      reviewing_organ: text('行政复议机关'),
      organ_case_number: text.optional('对方案号', { max: 100 }),
      matter: code('申请复议事项', answeringMatters),
      track: code('审理程序', answeringTracks),
      parties: parties('当事人', partyRoles, { applicant: 1 }),
      claims: text.personalOptional('行政复议请求'),
    },
    guards: [
      guard('answering.track', '行政复议法(2023)第53条、第90条', (c) =>
        c.fields.track === 'simplified' && c.happenedOn < REVISED_LAW ? '2024年1月1日前没有简易程序' : null,
      ),
    ],
    starts: [
      { limit: 'reconsideration.respondent-answer', when: (c) => !simplified(c) },
      { limit: 'reconsideration.respondent-answer-simplified', when: simplified },
    ],
    facts: (c) => ({ notified_on: c.happenedOn }),
    earnsNumber: true,
    cite: answerArticle,
  }),
  assign: edge({
    title: '交办',
    from: ['notified'],
    to: 'assigned',
    by: ['reconsideration-head', 'organ-head'],
    fields: { undertaking_unit: text('承办单位'), request: text.personalOptional('交办要求') },
    issues: ['answering.assignment'],
    facts: (c) => ({ assigned_on: c.happenedOn }),
    cite: answerArticle,
    verified: 'I',
  }),
  'approve-answer': edge({
    title: '审批答复',
    from: ['notified', 'assigned'],
    to: 'approved',
    by: ['organ-head'],
    fields: { comment: text.personalOptional('审批意见') },
    facts: (c) => ({ approved_on: c.happenedOn }),
    cite: answerArticle,
    verified: 'I',
  }),
  'return-answer': edge({
    title: '退回修改答复',
    from: ['approved'],
    to: 'assigned',
    by: ['organ-head'],
    fields: { reasons: text.personal('退回意见') },
    facts: () => ({ approved_on: null }),
    cite: answerArticle,
    verified: 'I',
  }),
  'file-answer': edge({
    title: '提交答复和证据',
    from: ['approved'],
    to: 'answered',
    by: officers,
    fields: { evidence_count: count.optional('证据份数'), note: text.personalOptional('说明') },
    meets: answerPeriods,
    issues: ['answering.answer'],
    facts: (c) => ({ answered_on: c.happenedOn }),
    cite: answerArticle,
  }),
  /** 听证: the head of the respondent should attend, or explain why not and send a proper officer. 第51条第3款. */
  'attend-hearing': edge({
    title: '参加听证',
    from: [...open, 'decided'],
    to: 'unchanged',
    by: officers,
    fields: {
      head_attended: flag('行政机关负责人参加'),
      absence_reason: text.personalOptional('不能参加的理由'),
      attendees: text.personalOptional('参加人员'),
    },
    warns: [
      guard('answering.head', '行政复议法(2023)第51条第3款', (c) =>
        c.happenedOn >= REVISED_LAW && c.fields.head_attended !== true && !c.fields.absence_reason
          ? '被申请人的负责人应当参加听证；不能参加的，应当说明理由并委托相应的工作人员参加'
          : null,
      ),
    ],
    facts: (c) => ({ hearing_on: c.happenedOn }),
    cite: '行政复议法(2023)第51条第3款；行政复议法实施条例第33条',
  }),
  'record-decision': edge({
    title: '收到复议决定',
    from: open,
    to: 'decided',
    by: officers,
    fields: {
      outcome: code('复议结果', answeringOutcomes),
      decided_on: day('决定日期'),
      redo_ordered: flag('责令重新作出行政行为'),
      perform_due_on: day.aheadOptional('履行期限届满日期', { hint: '责令重作未定期限的，自收到起六十日' }),
    },
    starts: [
      {
        limit: 'reconsideration.perform',
        when: (c) => c.fields.perform_due_on !== null,
        givenDue: (c) => c.fields.perform_due_on,
      },
      {
        limit: 'reconsideration.redo',
        when: (c) => c.fields.redo_ordered === true && c.fields.perform_due_on === null,
      },
    ],
    cancels: answerPeriods,
    // Sixty days from the receipt where a new act was ordered without a period: due, whether or not it is ever performed.
    factsOfClocks: (c) => {
      const due = c.clocks.findLast((k) => k.limit === 'reconsideration.redo')?.due ?? null;
      return due === null ? {} : { perform_due_on: due };
    },
    cite: '行政复议法(2023)第61条、第75条；行政复议法(2017)第28条、第31条',
  }),
  'record-performance': edge({
    title: '登记履行情况',
    from: ['decided', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: { performance: code('履行情况', answeringPerformances), note: text.personalOptional('履行内容') },
    guards: [
      guard('performance.order', '行政复议法(2023)第77条；行政复议法(2017)第32条', (c) =>
        c.facts.decided_on !== null && c.happenedOn < c.facts.decided_on && c.facts.outcome !== 'mediated'
          ? `履行日期${c.happenedOn}早于复议决定日期${c.facts.decided_on}`
          : null,
      ),
    ],
    meets: performancePeriods.map((limit) => ({
      limit,
      when: (c: Answering) => c.fields.performance === 'performed',
    })),
    issues: [{ code: 'answering.performance-report', when: (c) => c.fields.performance === 'performed' }],
    facts: (c) => ({ performed_on: c.fields.performance === 'performed' ? c.happenedOn : null }),
    cite: '行政复议法(2023)第77条；行政复议法(2017)第32条',
  }),
  'receive-opinion': edge({
    title: '收到行政复议意见书',
    from: [...open, 'decided', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: { subject: text('事由') },
    starts: ['reconsideration.opinion-report'],
    facts: (c) => ({ opinion_received_on: c.happenedOn, opinion_replied_on: null }),
    cite: '行政复议法(2023)第76条；行政复议法实施条例第57条第1款',
  }),
  'reply-opinion': edge({
    title: '反馈意见书办理情况',
    from: [...open, 'decided', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: { reply: text.personalOptional('办理情况') },
    guards: [
      guard('answering.opinion', '行政复议法(2023)第76条；行政复议法实施条例第57条第1款', (c) =>
        c.facts.opinion_received_on === null ? '没有登记收到意见书' : null,
      ),
    ],
    meets: ['reconsideration.opinion-report'],
    issues: ['answering.opinion-report'],
    facts: (c) => ({ opinion_replied_on: c.happenedOn }),
    cite: '行政复议法(2023)第76条；行政复议法实施条例第57条第1款',
  }),
  'record-suit': edge({
    title: '登记被提起行政诉讼',
    from: ['decided', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: { court: text.optional('受诉法院') },
    facts: (c) => ({ sued_on: c.happenedOn }),
    cite: '行政诉讼法第45条；行政复议法(2023)第10条',
  }),
  archive: edge({
    title: '归档',
    from: ['decided'],
    to: 'archived',
    by: officers,
    fields: { note: text.personalOptional('结案说明') },
    facts: (c) => ({ archived_on: c.happenedOn }),
    cite: '结案后立卷归档（办案惯例）',
    verified: 'I',
  }),
});
export type AnsweringEvent = keyof typeof answeringProcedure.edges;
