/** 督办: an order to an organisation, under the case it concerns, with the day by which an answer is due. */
import { code, column, day, defineFacts, procedureOf, text } from '@anjuan/casework';
import { type Role, roles } from '@anjuan/identity';
import { versionInForce } from '@anjuan/law';
import { supervisors } from './people';

export const supervisionGrades = { ordinary: '一般', urgent: '紧急', listed: '挂牌督办' } as const;
export const supervisionGrounds = {
  overdue: '超期未办',
  complaint: '投诉反映',
  major: '重大疑难',
  leader: '领导批示',
  rectification: '败诉整改（督改提醒）',
  other: '其他',
} as const;
/** 督办的案件: the kind of file the order stands under. */
export const supervised = {
  mediation: '人民调解案件',
  reconsideration: '行政复议案件',
  litigation: '行政应诉案件',
  compensation: '行政赔偿案件',
  'judicial-advice': '司法建议、检察建议',
  other: '其他',
} as const;
const isSupervised = (kind: string): kind is keyof typeof supervised => Object.hasOwn(supervised, kind);
export const supervisionResults = { done: '已办结销号', partly: '部分办结销号', moot: '无须继续督办' } as const;

/** Facts of an order. Counted on: `issued_on`; answered in time: `replied_on` not later than `due_on`. */
export const supervisionFacts = defineFacts('supervision', {
  grade: column.code('督办级别', supervisionGrades),
  issued_on: column.day('督办日期'),
  due_on: column.day('答复期限'),
  replied_on: column.day('答复日期'),
  reply_count: column.count('答复次数'),
  closed_on: column.day('销号日期'),
  result: column.code('督办结果', supervisionResults),
  ground: column.code('督办事由', supervisionGrounds),
  concerns: column.code('督办的案件', supervised),
});

const { edge, define, guard } = procedureOf({
  kind: 'supervision',
  title: '督办件',
  facts: supervisionFacts,
  states: { issued: '待答复', replied: '已答复', closed: '已销号' },
  closed: ['closed'],
  partyRoles: {},
  documents: [],
  corrections: {
    // From the case that is supervised.
    fixed: ['concerns'],
    order: [
      ['issued_on', 'replied_on', 'closed_on'],
      ['issued_on', 'due_on'],
    ],
  },
});
const cite = '政府督查工作条例第二十条';
/** The supervised answer: everybody who works on cases. */
const answerers = Object.keys(roles).filter((r): r is Role => r !== 'system');
const dueAhead = guard('supervision.due', cite, (c) =>
  typeof c.fields.due_on === 'string' && c.fields.due_on < c.happenedOn ? '答复期限不能早于督办日期' : null,
);
const answerClock = {
  limit: 'supervision.reply',
  // The regulations came into force in February 2021; an earlier order bears its day, and no clock of law.
  when: (c: { readonly happenedOn: string }) => versionInForce('supervision.reply', c.happenedOn) !== undefined,
} as const;

export const supervisionProcedure = define({
  issue: edge({
    title: '发出督办单',
    from: 'opening',
    to: 'issued',
    by: supervisors,
    fields: {
      grade: code('督办级别', supervisionGrades),
      ground: code('督办事由', supervisionGrounds),
      due_on: day.ahead('答复期限'),
      demands: text.personal('督办要求'),
    },
    guards: [dueAhead],
    starts: [{ ...answerClock, givenDue: (c) => c.fields.due_on }],
    facts: (c) => {
      const { parent } = c;
      const concerns = parent && (isSupervised(parent.kind) ? parent.kind : 'other');
      return { issued_on: c.happenedOn, reply_count: 0, concerns: concerns ?? null };
    },
    earnsNumber: true,
    cite,
    verified: 'M',
  }),
  reply: edge({
    title: '答复',
    from: ['issued'],
    to: 'replied',
    by: answerers,
    fields: { answer: text.personal('办理情况') },
    meets: ['supervision.reply'],
    facts: (c) => ({ replied_on: c.happenedOn, reply_count: (c.facts.reply_count ?? 0) + 1 }),
    cite,
    verified: 'M',
  }),
  'demand-again': edge({
    title: '退回重新答复',
    from: ['replied'],
    to: 'issued',
    by: supervisors,
    fields: { due_on: day.ahead('新的答复期限'), reason: text.personal('退回理由') },
    guards: [dueAhead],
    starts: [{ ...answerClock, givenDue: (c) => c.fields.due_on }],
    facts: () => ({ replied_on: null }),
    cite,
    verified: 'M',
  }),
  close: edge({
    title: '销号',
    from: ['issued', 'replied'],
    to: 'closed',
    by: supervisors,
    fields: { result: code('督办结果', supervisionResults), note: text.personalOptional('说明') },
    guards: [
      guard('supervision.answered', cite, (c) =>
        c.fields.result !== 'moot' && c.facts.replied_on === null ? '尚未答复，不能以办结销号' : null,
      ),
    ],
    cancels: ['supervision.reply'],
    facts: (c) => ({ closed_on: c.happenedOn }),
    cite,
    verified: 'M',
  }),
});
