import { code, count, day, money, parties, procedureOf, text } from '@anjuan/casework';
import { daysBetween } from '@anjuan/law';
import { refusalGrounds, subsidyFacts, subsidyForms, subsidyTiers } from './subsidy.facts';

const partyRoles = { payee: '领取人' } as const;

const { edge, guard, define } = procedureOf({
  kind: 'subsidy',
  title: '人民调解补贴申报',
  facts: subsidyFacts,
  states: {
    claimed: '已申报',
    eligible: '符合条件',
    refused: '不予补贴',
    proposed: '已报批',
    approved: '已批准',
    paid: '已发放',
  },
  closed: ['refused', 'paid'],
  // Once merged, the duplicate would be out of the check that no matter is paid for twice.
  binds: {
    until: ['refused'],
    because: '本案已申报人民调解补贴，不能并入他案；尚未发放的先取消申报，已经发放的把对方案件并入本案',
    cite: '同一纠纷不重复补贴；人民调解法第六条、第十六条，本辖区以案定补办法',
  },
  partyRoles,
  documents: [],
  // Amounts come out of tariff and case: a claim that is wrong is revoked and built anew.
  corrections: 'none',
});

/** 人民调解法 6, 16: the county supports mediation with money and pays mediators for lost work; how is left to its own rules. */
const law = '人民调解法第六条、第十六条';
const rules = `${law}；本辖区以案定补办法`;

/** 回避: whoever is paid neither inspects nor passes the payment. */
const notOwn = guard('payee.apart', rules, (c) =>
  c.facts.payee !== null && c.facts.payee === c.actorId ? '不能办理本人领取的补贴。' : null,
);
/** 评查抽样: nothing of a round is proposed before the draw, in which every eligible claim takes part. */
const drawnFrom = guard('inspection.before-proposal', rules, (c) =>
  c.facts.drawn_on === null ? '本批次尚未抽样评查，不能报批。' : null,
);
/** A file drawn for inspection holds up the claim until it has been scored, and for good where the score is too low. */
const inspected = guard('inspection.passed', rules, (c) => {
  if (c.facts.sampled_on === null) return null;
  if (c.facts.score === null) return '本件须评查，尚未评分。';
  return c.facts.score < (c.facts.pass_mark ?? 0)
    ? `评查得${c.facts.score}分，低于合格分数${c.facts.pass_mark}分。`
    : null;
});

/**
 * 以案定补 — one claim for one mediated case. Claims are built and checked by the office's rules (role `system`), never
 * typed: amounts have no field that a person could fill in.
 */
export const subsidyProcedure = define({
  claim: edge({
    title: '申报补贴',
    from: 'opening',
    to: 'claimed',
    by: ['system'],
    fields: {
      payees: parties('领取人', partyRoles, { payee: 1 }),
      round: text('批次'),
      payee: text('领取人编号'),
      case_number: text('调解案号'),
      case_closed_on: day('调解结案日期'),
    },
    facts: (c) => ({ claimed_on: c.happenedOn }),
    cite: law,
  }),
  pass: edge({
    title: '核验通过',
    from: ['claimed'],
    to: 'eligible',
    by: ['system'],
    fields: {
      tariff: text('补贴标准'),
      level: code('难易等级', subsidyTiers),
      form: code('协议形式', subsidyForms),
      people_count: count.optional('涉及人数'),
      rate_fen: money('每件标准'),
      factor_permille: count('群体系数(千分之)'),
      amount_fen: money('补贴金额'),
      pass_mark: count('评查合格分数', { max: 100 }),
      notice_days: count('公示天数', { max: 365 }),
    },
    facts: (c) => ({ checked_on: c.happenedOn, result: 'eligible', ground: null, refusal: null }),
    cite: rules,
    verified: 'I',
  }),
  refuse: edge({
    title: '核验不通过',
    from: ['claimed'],
    to: 'refused',
    by: ['system'],
    fields: {
      ground: code('首要原因', refusalGrounds),
      refusal: text('不予补贴的原因', { max: 2000, lines: 3 }),
    },
    facts: (c) => ({ checked_on: c.happenedOn, result: 'refused' }),
    cite: rules,
    verified: 'I',
  }),
  resubmit: edge({
    title: '补正后重新申报',
    from: ['refused'],
    to: 'claimed',
    by: ['mediation-officer'],
    fields: { note: text.personalOptional('补正情况', { hint: '缺少的材料在调解案件里补齐，金额由系统重新核算' }) },
    guards: [
      guard('resubmission.not-revoked', rules, (c) =>
        c.facts.ground === 'revoked' ? '核实后取消的，不能重新申报。' : null,
      ),
    ],
    facts: () => ({ checked_on: null, result: null, ground: null, refusal: null }),
    cite: rules,
    verified: 'I',
  }),
  sample: edge({
    title: '列入评查',
    from: ['eligible'],
    to: 'unchanged',
    by: ['system'],
    fields: { draw_place: count.optional('抽样次序', { min: 1, hint: '抽样以后才符合条件的，逐件评查，没有次序' }) },
    facts: (c) => ({ drawn_on: c.happenedOn, sampled_on: c.happenedOn }),
    cite: rules,
    verified: 'I',
  }),
  spare: edge({
    title: '参加抽样，未抽中',
    from: ['eligible'],
    to: 'unchanged',
    by: ['system'],
    fields: {},
    facts: (c) => ({ drawn_on: c.happenedOn }),
    cite: rules,
    verified: 'I',
  }),
  inspect: edge({
    title: '案卷评查',
    from: ['eligible'],
    to: 'unchanged',
    by: ['mediation-officer'],
    fields: { score: count('评查得分', { max: 100 }), findings: text.personalOptional('评查意见') },
    guards: [
      notOwn,
      guard('inspection.drawn', rules, (c) => (c.facts.sampled_on === null ? '本件没有列入评查。' : null)),
    ],
    facts: (c) => ({ inspected_on: c.happenedOn }),
    cite: rules,
    verified: 'I',
  }),
  propose: edge({
    title: '报批',
    from: ['eligible'],
    to: 'proposed',
    by: ['mediation-officer'],
    fields: {},
    guards: [notOwn, drawnFrom, inspected],
    facts: (c) => ({ proposed_on: c.happenedOn, proposed_by: c.actorId }),
    cite: rules,
    verified: 'I',
  }),
  'send-back': edge({
    title: '退回',
    from: ['proposed'],
    to: 'eligible',
    by: ['bureau-head'],
    fields: { note: text.personalOptional('退回意见') },
    facts: () => ({ proposed_on: null, proposed_by: null }),
    cite: rules,
    verified: 'I',
  }),
  publish: edge({
    title: '公示',
    from: ['proposed', 'approved'],
    to: 'unchanged',
    by: ['mediation-officer'],
    fields: {},
    guards: [guard('notice.once', rules, (c) => (c.facts.published_on === null ? null : '已经公示。'))],
    facts: (c) => ({ published_on: c.happenedOn }),
    cite: rules,
    verified: 'I',
  }),
  approve: edge({
    title: '批准',
    from: ['proposed'],
    to: 'approved',
    by: ['bureau-head', 'mediation-officer'],
    fields: {},
    guards: [
      notOwn,
      guard('approval.other-person', rules, (c) =>
        c.facts.proposed_by !== null && c.facts.proposed_by === c.actorId ? '报批人不能批准自己报批的补贴。' : null,
      ),
    ],
    facts: (c) => ({ approved_on: c.happenedOn }),
    cite: rules,
    verified: 'I',
  }),
  pay: edge({
    title: '发放',
    from: ['approved'],
    to: 'paid',
    by: ['mediation-officer'],
    fields: { voucher: text.optional('发放凭证号') },
    guards: [
      notOwn,
      guard('notice.over', rules, (c) => {
        const { published_on: from, notice_days: days } = c.facts;
        if (from === null) return '尚未公示。';
        const passed = daysBetween(from, c.happenedOn);
        return passed < (days ?? 0) ? `公示须满${days}日，至${c.happenedOn}只有${passed}日。` : null;
      }),
    ],
    facts: (c) => ({ paid_on: c.happenedOn }),
    cite: law,
  }),
  revoke: edge({
    title: '核实后取消',
    from: ['eligible', 'proposed', 'approved'],
    to: 'refused',
    by: ['mediation-officer', 'bureau-head'],
    fields: { refusal: text('取消的原因', { hint: '公示异议成立、评查不合格等；不要写当事人姓名' }) },
    facts: () => ({ result: 'refused', ground: 'revoked' }),
    cite: rules,
    verified: 'I',
  }),
});

export type SubsidyEvent = keyof typeof subsidyProcedure.edges;
