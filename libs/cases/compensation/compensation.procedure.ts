import { type AnyContext, code, day, money, parties, procedureOf, text } from '@anjuan/casework';
import type { Role } from '@anjuan/identity';
import type { LimitId } from '@anjuan/law';
import { compensationDocuments } from './compensation.documents';
import { compensationFacts, grounds, liableOrgans, manners, refusals } from './compensation.facts';

const partyRoles = { claimant: '赔偿请求人', organ: '赔偿义务机关', agent: '代理人' } as const;
const serviceWays = {
  direct: '直接送达',
  post: '邮寄送达',
  electronic: '电子送达',
  lien: '留置送达',
  announcement: '公告送达',
} as const;

const { edge, guard, define } = procedureOf({
  kind: 'compensation',
  title: '行政赔偿案件',
  facts: compensationFacts,
  states: { received: '已收到申请', decided: '已决定', withdrawn: '已撤回', archived: '已归档' },
  closed: ['archived'],
  partyRoles,
  documents: compensationDocuments,
  corrections: {
    fixed: ['outcome'],
    order: [
      ['damage_known_on', 'received_on', 'correction_asked_on', 'corrected_on'],
      ['received_on', 'negotiated_on'],
      ['received_on', 'concluded_on', 'served_on'],
      ['concluded_on', 'payment_asked_on', 'finance_asked_on'],
      ['concluded_on', 'performed_on'],
      ['concluded_on', 'archived_on'],
    ],
  },
});
type File = AnyContext<typeof compensationFacts.columns>;

const officers: readonly Role[] = ['litigation-officer', 'organ-head'];
const heads: readonly Role[] = ['organ-head'];
const note = text.personalOptional('情况说明');

const paysMoney = guard('payment.due', '国家赔偿法第三十二条、第三十七条', (c) =>
  c.facts.outcome === 'compensated' && c.facts.manner === 'payment' ? null : '没有应当支付的赔偿金。',
);
const claimants = (c: File): readonly string[] => c.parties.filter((p) => p.role === 'claimant').map((p) => p.id);
/** What ends with the organ's decision. */
const untilDecision: readonly LimitId[] = ['compensation.decision'];

/**
 * 行政赔偿先行处理 — the request to the organ itself, its decision, and the payment (国家赔偿法第九条、第十三条、第三十七条).
 * A suit that follows is a litigation file opened under this one.
 */
export const compensationProcedure = define({
  request: edge({
    title: '收到赔偿申请',
    from: 'opening',
    to: 'received',
    by: officers,
    fields: {
      parties: parties('当事人', partyRoles, { claimant: 1, organ: 1 }),
      liable: code('赔偿义务机关', liableOrgans),
      ground: code('请求事由', grounds),
      damage_known_on: day.optional('知道或者应当知道受侵害之日', { hint: '填写后显示请求时效' }),
      claim_fen: money.optional('请求金额'),
      claims: text.personal('请求和理由'),
    },
    facts: (c) => ({ received_on: c.happenedOn }),
    starts: [
      'compensation.decision',
      // Shown, never enforced: whether the request came in time is for the decision to say.
      { limit: 'compensation.request', from: (c) => c.fields.damage_known_on },
    ],
    issues: ['compensation.receipt'],
    earnsNumber: true,
    cite: '国家赔偿法第九条第二款、第十二条',
  }),
  'ask-correction': edge({
    title: '告知补正',
    from: ['received'],
    to: 'unchanged',
    by: officers,
    fields: { items: text.personal('需要补正的全部内容') },
    guards: [
      guard('correction.once', '国家赔偿法第十二条第四款', (c) =>
        c.facts.correction_asked_on === null ? null : '需要补正的内容应当一次性告知。',
      ),
    ],
    facts: (c) => ({ correction_asked_on: c.happenedOn }),
    issues: ['compensation.correction-notice'],
    cite: '国家赔偿法第十二条第四款',
  }),
  'record-correction': edge({
    title: '收到补正材料',
    from: ['received'],
    to: 'unchanged',
    by: officers,
    fields: { note },
    guards: [
      guard('correction.asked', '国家赔偿法第十二条第四款', (c) =>
        c.facts.correction_asked_on === null ? '没有告知过补正。' : null,
      ),
    ],
    facts: (c) => ({ corrected_on: c.happenedOn }),
    cite: '国家赔偿法第十二条第四款',
  }),
  negotiate: edge({
    title: '协商',
    from: ['received'],
    to: 'unchanged',
    by: officers,
    fields: { content: text.personal('协商的赔偿方式、项目和数额') },
    facts: (c) => ({ negotiated_on: c.happenedOn }),
    issues: ['compensation.negotiation-record'],
    cite: '国家赔偿法第十三条第一款',
  }),
  compensate: edge({
    title: '决定赔偿',
    from: ['received'],
    to: 'decided',
    by: heads,
    fields: {
      manner: code('赔偿方式', manners),
      amount_fen: money.optional('赔偿金额'),
      reasons: text.personal('决定的内容和理由'),
    },
    guards: [
      guard('decision.amount', '国家赔偿法第三十二条、第三十三条至第三十六条', (c) =>
        c.fields.manner === 'payment' && !c.fields.amount_fen ? '支付赔偿金的，应当写明金额。' : null,
      ),
    ],
    facts: (c) => ({ outcome: 'compensated', concluded_on: c.happenedOn }),
    meets: untilDecision,
    cancels: ['compensation.request', 'compensation.suit'],
    starts: ['compensation.service', { limit: 'compensation.suit', subjects: claimants }],
    issues: ['compensation.decision'],
    cite: '国家赔偿法第十三条第一款、第十四条第二款',
  }),
  refuse: edge({
    title: '决定不予赔偿',
    from: ['received'],
    to: 'decided',
    by: heads,
    fields: { refusal: code('不予赔偿理由', refusals), reasons: text.personal('说明理由') },
    facts: (c) => ({ outcome: 'refused', concluded_on: c.happenedOn }),
    meets: untilDecision,
    cancels: ['compensation.request', 'compensation.suit'],
    starts: ['compensation.service', { limit: 'compensation.suit', subjects: claimants }],
    issues: ['compensation.refusal'],
    cite: '国家赔偿法第十三条第三款、第十四条第二款',
  }),
  withdraw: edge({
    title: '请求人撤回申请',
    from: ['received'],
    to: 'withdrawn',
    by: officers,
    fields: { note },
    facts: (c) => ({ outcome: 'withdrawn', concluded_on: c.happenedOn }),
    cancels: [...untilDecision, 'compensation.request', 'compensation.suit'],
    cite: '国家赔偿法第九条第二款',
    verified: 'I',
  }),
  'record-silence': edge({
    title: '期限届满未作决定',
    from: ['received'],
    to: 'unchanged',
    by: officers,
    fields: {},
    guards: [
      guard('silence.expired', '国家赔偿法第十四条第一款', (c) => {
        const due = dueOfDecision(c);
        return due !== null && c.happenedOn > due ? null : `决定期限${due ?? ''}尚未届满。`;
      }),
    ],
    // The three months to sue run from the end of the two months, not from the day somebody noticed.
    starts: [{ limit: 'compensation.suit', subjects: claimants, from: dueOfDecision }],
    cite: '国家赔偿法第十四条第一款',
  }),
  serve: edge({
    title: '送达决定',
    from: ['decided'],
    to: 'unchanged',
    by: officers,
    fields: { service_way: code('送达方式', serviceWays) },
    guards: [
      guard('service.once', '国家赔偿法第十三条', (c) =>
        c.facts.served_on === null ? null : `已于${c.facts.served_on}送达。`,
      ),
    ],
    facts: (c) => ({ served_on: c.happenedOn }),
    meets: ['compensation.service'],
    issues: ['compensation.service-return'],
    cite: '国家赔偿法第十三条第二款、第三款',
  }),
  'record-suit': edge({
    title: '登记请求人起诉',
    from: ['received', 'decided', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: { court: text.optional('受诉法院') },
    facts: (c) => ({ sued_on: c.facts.sued_on ?? c.happenedOn }),
    meets: ['compensation.suit'],
    cite: '国家赔偿法第十四条',
  }),
  'receive-payment-request': edge({
    title: '收到支付申请',
    from: ['decided', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: { note },
    guards: [paysMoney],
    facts: (c) => ({ payment_asked_on: c.happenedOn }),
    starts: ['compensation.payment-request'],
    cite: '国家赔偿法第三十七条第二款、第三款',
  }),
  'apply-for-payment': edge({
    title: '向财政部门提出支付申请',
    from: ['decided', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: {},
    guards: [
      paysMoney,
      guard('payment.asked', '国家赔偿法第三十七条第三款', (c) =>
        c.facts.payment_asked_on === null ? '尚未收到请求人的支付申请。' : null,
      ),
    ],
    facts: (c) => ({ finance_asked_on: c.happenedOn }),
    meets: ['compensation.payment-request'],
    starts: ['compensation.payment'],
    issues: ['compensation.payment-application'],
    cite: '国家赔偿法第三十七条第三款',
  }),
  'record-performance': edge({
    title: '登记支付或者履行',
    from: ['decided', 'archived'],
    to: 'unchanged',
    by: officers,
    fields: { note },
    guards: [
      guard('performance.owed', '国家赔偿法第三十二条', (c) =>
        c.facts.outcome === 'compensated' ? null : '没有决定赔偿。',
      ),
    ],
    facts: (c) => ({ performed_on: c.happenedOn }),
    meets: ['compensation.payment-request', 'compensation.payment'],
    cite: '国家赔偿法第三十二条、第三十七条第三款',
  }),
  archive: edge({
    title: '归档',
    from: ['decided', 'withdrawn'],
    to: 'archived',
    by: officers,
    fields: { shelf: text.optional('卷宗存放处') },
    guards: [
      guard('archive.served', '国家赔偿法第十三条', (c) =>
        c.state === 'decided' && c.facts.served_on === null ? '决定尚未送达，不能归档。' : null,
      ),
    ],
    facts: (c) => ({ archived_on: c.happenedOn }),
    issues: ['compensation.file-cover'],
    cite: '档案法第十四条',
    verified: 'M',
  }),
});

function dueOfDecision(c: File) {
  return c.clocks.find((k) => k.limit === 'compensation.decision' && k.status === 'running')?.due ?? null;
}

export type CompensationEvent = keyof typeof compensationProcedure.edges;
