import { code, count, day, flag, money, text, yuan } from '@anjuan/casework';
import { addDays } from '@anjuan/law';
import { breachRemedies, excludedMatters, satisfactions, visitWays } from './mediation.codes';
import { confirmations, performances } from './mediation.facts';
import { earlier, edge, guard, type MediationContext, mediators, note } from './mediation.outline';

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

/** 到期日: of the instalment named, else of the whole agreement. */
const dueOf = (c: MediationContext) => {
  const { instalment } = c.fields;
  if (typeof instalment !== 'number') return c.facts.perform_due_on;
  const due = c.clocks.find((k) => k.limit === 'mediation.performance' && k.subject === String(instalment))?.due;
  return due ?? c.facts.perform_due_on;
};
/** 尚未履行的各期, beside the one that is being recorded. */
const openInstalments = (c: MediationContext) =>
  c.clocks.filter(
    (k) =>
      k.limit === 'mediation.performance' &&
      k.subject !== '' &&
      (k.status === 'running' || k.status === 'suspended') &&
      k.subject !== String(c.fields.instalment),
  );
/** 司法确认申请期限: the parties' thirty days, as their clock has it. */
const applyBy = (c: MediationContext) =>
  c.clocks.find((k) => k.limit === 'mediation.confirm-apply')?.due ??
  (c.facts.agreed_on === null ? null : addDays(c.facts.agreed_on, 30));

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
      performance: code('履行情况', performances, { hint: '就整个协议而言；只履行了其中一期的选“部分履行”' }),
      instalment: count.optional('本次登记的是第几期', { min: 1, max: 240 }),
      paid_fen: money.optional('本次履行金额'),
      breach_remedy: code.optional('不履行的，告知的途径', breachRemedies),
      note,
    },
    guards: [
      agreed,
      sinceAgreement,
      // One instalment paid is not the agreement performed: the clocks of the others would end unseen.
      guard('instalment.others-open', '人民调解法第三十一条', (c) => {
        const named = c.fields.instalment !== null && c.fields.instalment !== undefined;
        const open = c.fields.performance === 'performed' && named ? openInstalments(c) : [];
        return open.length > 0
          ? `第${open.map((k) => k.subject).join('、')}期还没有登记履行，第${c.fields.instalment}期履行的应当选“部分履行”；全部履行的，不填期数。`
          : null;
      }),
      guard('instalment.known', '人民调解法第三十一条', (c) =>
        c.fields.instalment !== null &&
        c.fields.instalment !== undefined &&
        !c.clocks.some((k) => k.limit === 'mediation.performance' && k.subject === String(c.fields.instalment))
          ? '这一期没有登记。'
          : null,
      ),
    ],
    warns: [
      guard('performance.short', '人民调解法第三十一条', (c) => {
        const paid = c.facts.performed_fen ?? 0;
        const promised = c.facts.agreement_fen;
        return c.fields.performance === 'performed' && promised !== null && paid > 0 && paid < promised
          ? `登记的履行金额合计${yuan(paid)}，少于协议金额${yuan(promised)}，请核对是否已经全部履行。`
          : null;
      }),
      guard('breach.before-due', '人民调解法第三十一条', (c) => {
        const due = dueOf(c);
        return c.fields.performance === 'breached' && due !== null && c.happenedOn <= due
          ? `约定的履行日期${due}尚未届满，请核对是否已经构成不履行。`
          : null;
      }),
    ],
    facts: (c) => ({
      performed_on: c.fields.performance === 'performed' ? c.happenedOn : null,
      ...(c.fields.performance === 'breached' ? { breached_on: c.happenedOn } : {}),
      ...(typeof c.fields.paid_fen === 'number'
        ? { performed_fen: (c.facts.performed_fen ?? 0) + c.fields.paid_fen }
        : {}),
    }),
    meets: [
      { limit: 'mediation.performance', when: (c) => c.fields.performance === 'performed' },
      {
        limit: 'mediation.performance',
        when: (c) => c.fields.instalment !== null && c.fields.performance !== 'breached',
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
      jointly: flag('各方当事人共同申请', { hint: '一方不能单独申请；可以由各方共同委托代理人、调解组织代办' }),
      excluded_matter: code.optional('申请事项涉及', excludedMatters, { hint: '只作提示，不影响登记' }),
    },
    guards: [
      agreed,
      sinceAgreement,
      guard('confirmation.jointly', '人民调解法第三十三条第一款；民事诉讼法（2023）第二百零五条', (c) =>
        c.fields.jointly === true ? null : '司法确认由各方当事人共同申请。',
      ),
      guard('confirmation.pending', '人民调解法第三十三条', (c) =>
        c.facts.confirmation_applied_on !== null && c.facts.confirmation !== 'withdrawn'
          ? '司法确认申请已经登记。'
          : null,
      ),
    ],
    warns: [
      guard('confirmation.in-time', '人民调解法第三十三条第一款；民事诉讼法（2023）第二百零五条', (c) => {
        const last = applyBy(c);
        return last !== null && c.happenedOn > last
          ? `协议生效后三十日的申请期限已于${last}届满，法院可能不予受理；当事人仍可就协议起诉。`
          : null;
      }),
      guard('confirmation.excluded', '民事诉讼法解释（2022）第三百五十五条', (c) => {
        const matter = Object.entries(excludedMatters).find(([k]) => k === c.fields.excluded_matter);
        return matter && matter[0] !== 'none' ? `申请事项涉及“${matter[1]}”的，法院裁定不予受理。` : null;
      }),
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
      visit_way: code.optional('回访方式', visitWays),
      satisfaction: code.optional('当事人满意程度', satisfactions),
      findings: text.personalOptional('回访情况'),
      next_visit_on: day.aheadOptional('下次回访日期'),
    },
    facts: (c) => ({
      // A visit recorded late does not hide a later one.
      followed_up_on:
        c.facts.followed_up_on !== null && c.facts.followed_up_on > c.happenedOn
          ? c.facts.followed_up_on
          : c.happenedOn,
      follow_up_count: (c.facts.follow_up_count ?? 0) + 1,
    }),
    guards: [
      agreed,
      sinceAgreement,
      guard('visit.ahead', '人民调解法第三十一条第二款', (c) =>
        typeof c.fields.next_visit_on === 'string' && c.fields.next_visit_on <= c.happenedOn
          ? '下次回访日期应当晚于本次回访。'
          : null,
      ),
    ],
    meets: ['mediation.follow-up'],
    starts: [{ limit: 'mediation.follow-up', givenDue: (c) => c.fields.next_visit_on }],
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
