/**
 * 意见书、建议书: letters that come out of a reconsideration, each a small file of its own under it. An opinion goes to the
 * respondent or another subordinate organ, which reports within sixty days (行政复议法(2023)第76条；实施条例第57条第1款);
 * a suggestion of the office has no reply period in law (第57条第2款), so none is ever overdue. Either may be written at any
 * time after acceptance.
 */
import { type AnyContext, code, day, flag, namesOf, parties, procedureOf, text } from '@anjuan/casework';
import type { Day } from '@anjuan/law';
import { letterDocuments } from './letter.documents';
import { addresseeKinds, letterFacts, type letterForms, replyResults } from './letter.facts';

type Letter = AnyContext<typeof letterFacts.columns>;

/** First day of the 2023 revision (行政复议法(2023)第90条): an opinion can be enforced like a decision from then. */
const REVISED_LAW: Day = '2024-01-01';
const officers = ['reconsideration-officer', 'reconsideration-head'] as const;
const opinionArticle = '行政复议法(2023)第76条；行政复议法实施条例第57条第1款';
const suggestionArticle = '行政复议法实施条例第57条第2款';
const reportPeriod = 'reconsideration.opinion-report';

const { edge, guard, define } = procedureOf({
  kind: 'letter',
  title: '复议意见书、建议书',
  facts: letterFacts,
  states: { drafted: '拟稿', issued: '待反馈', replied: '已反馈', closed: '已办结', withdrawn: '已撤稿' },
  closed: ['closed', 'withdrawn'],
  partyRoles: { addressee: '发送机关' },
  documents: letterDocuments,
  corrections: {
    fixed: ['form', 'addressee_name', 'report_due_on'],
    order: [
      ['drafted_on', 'issued_on', 'delivered_on'],
      ['issued_on', 'replied_on'],
      ['issued_on', 'ordered_on'],
      ['issued_on', 'closed_on'],
      ['drafted_on', 'withdrawn_on'],
    ],
  },
  repeats: (parties) => ({ addressee_name: namesOf(parties, 'addressee') }),
});

const isOpinion = (c: Letter): boolean => c.facts.form === 'opinion';
const acceptedBefore = guard('letter.after-acceptance', opinionArticle, (c) => {
  if (c.parent?.kind !== 'reconsideration') return '意见书、建议书应当从一件行政复议案件制发';
  const accepted = c.parent.facts.accepted_on;
  if (typeof accepted !== 'string') return '行政复议申请尚未受理，不能制发意见书、建议书';
  return c.happenedOn < accepted ? `拟稿日期不能早于受理日期${accepted}` : null;
});

const draft = (form: keyof typeof letterForms, title: string, cite: string) =>
  edge({
    title,
    from: 'opening',
    to: 'drafted',
    by: officers,
    fields: {
      parties: parties('发送机关', { addressee: '发送机关' }, { addressee: 1 }),
      addressee_kind: code('发送机关类型', addresseeKinds),
      subject: text('事由', { hint: '不写姓名' }),
      problems: text.personal('发现的问题'),
      advice: text.personal('意见或者建议'),
    },
    guards: [
      acceptedBefore,
      guard('letter.one-addressee', cite, (c) =>
        Array.isArray(c.fields.parties) && c.fields.parties.length > 1
          ? '一份意见书、建议书发送一个机关，分别制发'
          : null,
      ),
      guard('letter.addressee-kind', opinionArticle, (c) =>
        form === 'opinion' && c.fields.addressee_kind === 'other'
          ? '意见书发送被申请人或者其他下级行政机关；向其他机关提出的，用建议书'
          : null,
      ),
    ],
    facts: (c) => ({ form, addressee_name: namesOf(c.fields.parties, 'addressee'), drafted_on: c.happenedOn }),
    cite,
  });

export const letterProcedure = define({
  'draft-opinion': draft('opinion', '拟制意见书', opinionArticle),
  'draft-suggestion': draft('suggestion', '拟制建议书', suggestionArticle),
  'withdraw-draft': edge({
    title: '撤稿',
    from: ['drafted'],
    to: 'withdrawn',
    by: officers,
    fields: { reasons: text.personalOptional('原因') },
    facts: (c) => ({ withdrawn_on: c.happenedOn }),
    cite: opinionArticle,
    verified: 'I',
  }),
  /** 制发: an opinion speaks for the organ, a suggestion for the office. */
  issue: edge({
    title: '签发',
    from: ['drafted'],
    to: 'issued',
    by: ['organ-head', 'reconsideration-head'],
    fields: {},
    guards: [
      guard('letter.signatory', '行政复议法(2023)第76条；行政复议法实施条例第57条', (c) =>
        isOpinion(c) && !c.actorRoles.includes('organ-head') ? '意见书以行政复议机关名义制发，由机关负责人签发' : null,
      ),
    ],
    issues: [
      { code: 'letter.opinion', when: isOpinion },
      { code: 'letter.suggestion', when: (c) => !isOpinion(c) },
    ],
    facts: (c) => ({ issued_on: c.happenedOn }),
    cite: '行政复议法(2023)第76条；行政复议法实施条例第57条',
  }),
  /** 收到意见书: the sixty days run from here. */
  'record-delivery': edge({
    title: '登记对方收到',
    offered: (f) => f.delivered_on === null,
    from: ['issued', 'replied', 'closed'],
    to: 'unchanged',
    by: [...officers, 'respondent-officer'],
    fields: {},
    guards: [
      guard('letter.delivered-once', opinionArticle, (c) =>
        c.facts.delivered_on === null ? null : '已经登记收到日期',
      ),
      guard('letter.delivered-after', opinionArticle, (c) =>
        c.facts.issued_on !== null && c.happenedOn < c.facts.issued_on ? '收到日期不能早于制发日期' : null,
      ),
      guard('letter.delivered-before-reply', opinionArticle, (c) =>
        c.facts.replied_on !== null && c.happenedOn > c.facts.replied_on
          ? `收到日期不能晚于反馈日期${c.facts.replied_on}`
          : null,
      ),
    ],
    // The receipt may come after the reply: whether that was in time is told all the same.
    starts: [{ limit: reportPeriod, when: isOpinion, metOn: (c) => c.facts.replied_on }],
    facts: (c) => ({ delivered_on: c.happenedOn }),
    factsOfClocks: (c) => ({ report_due_on: c.clocks.findLast((k) => k.limit === reportPeriod)?.due ?? null }),
    cite: opinionArticle,
  }),
  /** 反馈: a suggestion's reply is typed from its paper and never late by law. */
  'record-reply': edge({
    title: '收到反馈',
    offered: (f) => f.replied_on === null,
    from: ['issued', 'closed'],
    to: 'replied',
    by: [...officers, 'respondent-officer'],
    // A suggestion is closed without waiting for its reply, which may have come before.
    reverses: true,
    guards: [
      guard('letter.replied-once', opinionArticle, (c) =>
        c.facts.replied_on === null ? null : `已于${c.facts.replied_on}收到反馈`,
      ),
      guard('letter.replied-after', opinionArticle, (c) =>
        c.facts.issued_on !== null && c.happenedOn < c.facts.issued_on
          ? `反馈日期${c.happenedOn}早于制发日期${c.facts.issued_on}`
          : null,
      ),
    ],
    fields: {
      reply_result: code('反馈结果', replyResults),
      resolved: flag('推动争议化解'),
      reply: text.personalOptional('反馈内容'),
    },
    meets: [reportPeriod, 'reconsideration.perform'],
    facts: (c) => ({
      replied_on: c.happenedOn,
      closed_on: null,
    }),
    // A letter delivered before the due day was kept as a fact tells it now.
    factsOfClocks: (c) => ({
      report_due_on: c.clocks.findLast((k) => k.limit === reportPeriod)?.due ?? c.facts.report_due_on,
    }),
    cite: '行政复议法(2023)第76条；行政复议法实施条例第57条',
  }),
  /** 责令履行意见书: since 2024 an opinion is enforced like a decision. */
  'order-performance': edge({
    title: '责令限期履行意见书',
    from: ['issued'],
    to: 'unchanged',
    by: ['organ-head'],
    fields: { ordered_until: day.ahead('责令履行期限'), reasons: text.personalOptional('说明') },
    guards: [
      guard('letter.enforceable', '行政复议法(2023)第77条、第90条', (c) => {
        if (!isOpinion(c)) return '建议书没有法定的履行期限，不能责令履行';
        if (c.happenedOn < REVISED_LAW) return '2024年1月1日前没有责令履行意见书的规定';
        const due = c.clocks.findLast((k) => k.limit === reportPeriod)?.due;
        if (!due) return '尚未登记对方收到意见书的日期，反馈期限没有起算';
        return c.happenedOn > due ? null : `反馈期限至${due}届满，届满前不能责令履行`;
      }),
    ],
    starts: [{ limit: 'reconsideration.perform', subjects: () => ['order'], givenDue: (c) => c.fields.ordered_until }],
    issues: ['letter.performance-order'],
    facts: (c) => ({ ordered_on: c.happenedOn }),
    cite: '行政复议法(2023)第77条',
  }),
  close: edge({
    title: '办结',
    from: ['issued', 'replied'],
    to: 'closed',
    by: officers,
    fields: { note: text.personalOptional('办结说明') },
    guards: [
      guard('letter.answered', opinionArticle, (c) =>
        isOpinion(c) && c.facts.replied_on === null ? '意见书尚未收到反馈，不能办结' : null,
      ),
    ],
    facts: (c) => ({ closed_on: c.happenedOn }),
    cite: '办结后归入行政复议案卷（办案惯例）',
    verified: 'I',
  }),
});
export type LetterEvent = keyof typeof letterProcedure.edges;
