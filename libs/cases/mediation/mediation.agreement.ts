import { code, count, day, flag, money, text } from '@anjuan/casework';
import { satisfactions } from './mediation.codes';
import { confirmations, performances } from './mediation.facts';
import { earlier, edge, guard, mediators, note } from './mediation.outline';

const agreed = guard('agreement.reached', '人民调解法第二十八条', (c) =>
  c.facts.agreed_on === null ? '本案没有达成调解协议。' : null,
);
const sinceAgreement = guard('agreement.earlier', '人民调解法第二十九条、第三十条', (c) =>
  c.facts.agreed_on !== null && c.happenedOn < c.facts.agreed_on
    ? `发生日期早于达成协议的日期${c.facts.agreed_on}。`
    : null,
);
const applied = guard('confirmation.applied', '人民调解法第三十三条', (c) =>
  c.facts.confirmation_applied_on === null
    ? '尚未登记司法确认申请。'
    : c.happenedOn < c.facts.confirmation_applied_on
      ? `发生日期早于申请司法确认的日期${c.facts.confirmation_applied_on}。`
      : null,
);

/** What follows the agreement. None of it holds up the archive, so it stays open on archived files. */
export const agreementEdges = {
  'add-instalment': edge({
    title: '登记分期履行',
    offered: (f) => f.agreed_on !== null,
    from: ['agreed', 'archived'],
    to: 'unchanged',
    by: mediators,
    fields: {
      instalment: count('第几期', { min: 1, max: 240 }),
      instalment_due_on: day.ahead('该期履行日期'),
      instalment_fen: money.optional('该期金额'),
    },
    guards: [
      agreed,
      sinceAgreement,
      guard('instalment.new', '人民调解法第三十一条', (c) =>
        c.clocks.some((k) => k.limit === 'mediation.performance' && k.subject === String(c.fields.instalment))
          ? '这一期已经登记。'
          : null,
      ),
    ],
    facts: (c) => ({
      perform_due_on:
        c.facts.perform_due_on !== null && c.facts.perform_due_on > c.fields.instalment_due_on
          ? c.facts.perform_due_on
          : c.fields.instalment_due_on,
    }),
    starts: [
      {
        limit: 'mediation.performance',
        subjects: (c) => [String(c.fields.instalment)],
        from: (c) => earlier(c.facts.agreed_on, c.fields.instalment_due_on),
        givenDue: (c) => c.fields.instalment_due_on,
      },
    ],
    cite: '人民调解法第二十九条、第三十一条',
  }),
  'record-performance': edge({
    title: '登记履行情况',
    offered: (f) => f.agreed_on !== null,
    from: ['agreed', 'archived'],
    to: 'unchanged',
    by: mediators,
    fields: {
      performance: code('履行情况', performances, { hint: '就整个协议而言' }),
      instalment: count.optional('本次履行的是第几期', { min: 1, max: 240 }),
      note,
    },
    guards: [
      agreed,
      guard('instalment.known', '人民调解法第三十一条', (c) =>
        c.fields.instalment !== null &&
        c.fields.instalment !== undefined &&
        !c.clocks.some((k) => k.limit === 'mediation.performance' && k.subject === String(c.fields.instalment))
          ? '这一期没有登记。'
          : null,
      ),
    ],
    facts: (c) => ({ performed_on: c.fields.performance === 'performed' ? c.happenedOn : null }),
    meets: [
      { limit: 'mediation.performance', when: (c) => c.fields.performance === 'performed' },
      {
        limit: 'mediation.performance',
        when: (c) => c.fields.instalment !== null,
        subjects: (c) => [String(c.fields.instalment)],
      },
    ],
    // Performed in full: neither confirmation nor execution is needed any more.
    cancels: (['mediation.confirm-apply', 'mediation.confirm-execution'] as const).map((limit) => ({
      limit,
      when: (c) => c.fields.performance === 'performed',
    })),
    cite: '人民调解法第三十一条、第三十二条',
  }),
  'apply-for-confirmation': edge({
    title: '申请司法确认',
    offered: (f) => f.agreed_on !== null && (f.confirmation_applied_on === null || f.confirmation === 'withdrawn'),
    from: ['agreed', 'archived'],
    to: 'unchanged',
    by: mediators,
    fields: {
      court: text.optional('受理法院'),
      matter_checked: flag('已核对申请事项', {
        hint: '身份关系、物权和知识产权确权、适用其他特别程序等事项，法院不予受理（民事诉讼法解释第三百五十五条）；核对只作提示',
      }),
    },
    guards: [
      agreed,
      sinceAgreement,
      guard('confirmation.pending', '人民调解法第三十三条', (c) =>
        c.facts.confirmation_applied_on !== null && c.facts.confirmation !== 'withdrawn'
          ? '司法确认申请已经登记。'
          : null,
      ),
    ],
    facts: (c) => ({ confirmation_applied_on: c.happenedOn, confirmation: null, confirmed_on: null }),
    meets: ['mediation.confirm-apply'],
    starts: ['mediation.confirm-docket'],
    cite: '人民调解法第三十三条；民事诉讼法（2023）第二百零五条',
  }),
  'docket-confirmation': edge({
    title: '法院受理司法确认',
    offered: (f) => f.confirmation_applied_on !== null && f.confirmation === null,
    from: ['agreed', 'archived'],
    to: 'unchanged',
    by: mediators,
    fields: { court_number: text.optional('法院案号') },
    guards: [applied],
    meets: ['mediation.confirm-docket'],
    starts: ['mediation.confirm-decide'],
    cite: '关于人民调解协议司法确认程序的若干规定第四条；民事诉讼法（2023）第一百八十七条',
  }),
  'record-confirmation': edge({
    title: '登记司法确认结果',
    offered: (f) => f.confirmation_applied_on !== null && f.confirmation === null,
    from: ['agreed', 'archived'],
    to: 'unchanged',
    by: mediators,
    fields: {
      confirmation: code('司法确认结果', confirmations),
      court_number: text.optional('裁定书案号'),
      ruling_received_on: day.optional('当事人收到裁定日期'),
    },
    guards: [
      applied,
      guard('confirmation.once', '人民调解法第三十三条', (c) =>
        c.facts.confirmation === null ? null : '司法确认结果已经登记。',
      ),
    ],
    facts: (c) => ({ confirmed_on: c.happenedOn }),
    meets: ['mediation.confirm-docket', 'mediation.confirm-decide'],
    starts: [
      {
        limit: 'mediation.confirm-objection',
        when: (c) => c.fields.confirmation === 'confirmed',
        from: (c) => c.fields.ruling_received_on,
      },
      {
        limit: 'mediation.confirm-execution',
        when: (c) => c.fields.confirmation === 'confirmed' && c.facts.performance !== 'performed',
        from: (c) => c.facts.perform_due_on,
      },
    ],
    cite: '人民调解法第三十三条；民事诉讼法（2023）第二百零六条；民事诉讼法解释第三百五十七条、第三百五十八条',
  }),
  'follow-up': edge({
    title: '回访',
    offered: (f) => f.agreed_on !== null,
    from: ['agreed', 'archived'],
    to: 'unchanged',
    by: mediators,
    fields: {
      satisfaction: code.optional('当事人满意程度', satisfactions),
      findings: text.personalOptional('回访情况'),
    },
    guards: [agreed, sinceAgreement],
    facts: (c) => ({ followed_up_on: c.happenedOn }),
    meets: ['mediation.follow-up'],
    issues: ['mediation.follow-up-record'],
    cite: '人民调解法第三十一条第二款',
  }),
  archive: edge({
    title: '归档',
    from: ['agreed', 'failed', 'withdrawn', 'transferred', 'declined'],
    to: 'archived',
    by: mediators,
    fields: { shelf: text.optional('卷宗存放处') },
    facts: (c) => ({ archived_on: c.happenedOn }),
    issues: [
      {
        code: 'mediation.file-cover',
        when: (c) => c.facts.agreement_form !== 'oral' && c.facts.on_the_spot !== true,
      },
    ],
    cite: '人民调解法第二十七条',
  }),
};
