import { code, day, parties, procedureOf, text } from '@anjuan/casework';
import type { Role } from '@anjuan/identity';
import { type LimitId, versionInForce } from '@anjuan/law';
import { judicialAdviceDocuments } from './judicial-advice.documents';
import { adoptions, adviceKinds, judicialAdviceFacts } from './judicial-advice.facts';

const partyRoles = { issuer: '建议机关', addressee: '被建议单位' } as const;
const { edge, guard, define } = procedureOf({
  kind: 'judicial-advice',
  title: '司法建议、检察建议',
  facts: judicialAdviceFacts,
  states: { received: '已收到', replied: '已回复', archived: '已归档' },
  closed: ['archived'],
  partyRoles,
  documents: judicialAdviceDocuments,
  corrections: {
    order: [
      ['received_on', 'replied_on', 'archived_on'],
      ['received_on', 'measures_on'],
      ['received_on', 'reply_due_on'],
    ],
  },
});

const officers: readonly Role[] = ['litigation-officer', 'organ-head'];
const note = text.personalOptional('情况说明');
const replyPeriods: readonly LimitId[] = [
  'litigation.judicial-advice-reply',
  'litigation.norm-advice-reply',
  'litigation.procuratorial-reply',
  'litigation.procuratorial-reply-urgent',
];
const basis =
  '适用行政诉讼法解释第一百四十九条；综合治理类司法建议工作若干问题的规定第八条；检察公益诉讼解释第二十一条';

/**
 * 司法建议、检察建议 — a letter from court or procuratorate and our written reply. Where it grew out of a suit it is opened
 * under that suit's file. General advice of before the rules of 2023 had no period unless the letter set one.
 */
export const judicialAdviceProcedure = define({
  receive: edge({
    title: '收到建议书',
    from: 'opening',
    to: 'received',
    by: officers,
    fields: {
      parties: parties('当事人', partyRoles, { issuer: 1, addressee: 1 }),
      advice_kind: code('建议种类', adviceKinds),
      advice_number: text('建议书文号', { max: 100 }),
      reply_due_on: day.aheadOptional('建议书确定的回复日期', { hint: '一般司法建议书另定期限的填写' }),
      content: text.personal('建议内容'),
    },
    guards: [
      guard('advice.day', '综合治理类司法建议工作若干问题的规定第八条', (c) =>
        typeof c.fields.reply_due_on === 'string' &&
        (c.fields.advice_kind !== 'general' || c.fields.reply_due_on < c.happenedOn)
          ? '只有一般司法建议书可以另定回复日期，且不能早于收到之日。'
          : null,
      ),
    ],
    facts: (c) => ({ received_on: c.happenedOn }),
    starts: [
      {
        limit: 'litigation.judicial-advice-reply',
        when: (c) =>
          c.fields.advice_kind === 'general' &&
          c.fields.reply_due_on === null &&
          versionInForce('litigation.judicial-advice-reply', c.happenedOn) !== undefined,
      },
      {
        limit: 'litigation.judicial-advice-reply',
        when: (c) =>
          c.fields.advice_kind === 'general' &&
          versionInForce('litigation.judicial-advice-reply', c.happenedOn) !== undefined,
        givenDue: (c) => c.fields.reply_due_on,
      },
      { limit: 'litigation.norm-advice-reply', when: (c) => c.fields.advice_kind === 'norm' },
      { limit: 'litigation.procuratorial-reply', when: (c) => c.fields.advice_kind === 'procuratorial' },
      { limit: 'litigation.procuratorial-reply-urgent', when: (c) => c.fields.advice_kind === 'procuratorial-urgent' },
    ],
    earnsNumber: true,
    cite: basis,
  }),
  assign: edge({
    title: '交办',
    from: ['received'],
    to: 'unchanged',
    by: officers,
    fields: { unit: text('承办单位', { max: 100 }), note },
    issues: ['judicial-advice.assignment'],
    cite: basis,
    verified: 'I',
  }),
  'record-measures': edge({
    title: '登记整改情况',
    from: ['received', 'replied', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: { measures: text.personal('整改措施') },
    facts: (c) => ({ measures_on: c.happenedOn }),
    cite: '检察公益诉讼解释第二十一条；综合治理类司法建议工作若干问题的规定第八条',
  }),
  reply: edge({
    title: '书面回复',
    from: ['received'],
    to: 'replied',
    by: officers,
    fields: { adoption: code('采纳情况', adoptions), content: text.personal('回复内容') },
    facts: (c) => ({ replied_on: c.happenedOn }),
    meets: replyPeriods,
    issues: ['judicial-advice.reply'],
    cite: basis,
  }),
  archive: edge({
    title: '归档',
    from: ['replied'],
    to: 'archived',
    by: officers,
    fields: { shelf: text.optional('卷宗存放处') },
    facts: (c) => ({ archived_on: c.happenedOn }),
    cite: '档案法第十四条',
    verified: 'M',
  }),
});

export type JudicialAdviceEvent = keyof typeof judicialAdviceProcedure.edges;
