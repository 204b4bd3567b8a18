import { code, count, day, flag, money, parties, person, type StartsClock, text } from '@anjuan/casework';
import { type LimitId, versionInForce } from '@anjuan/law';
import {
  declineReasons,
  destinations,
  failReasons,
  levelReasons,
  mediationPartyRoles,
  onwardWays,
} from './mediation.codes';
import { dispatchWatch } from './mediation.dispatch';
import {
  disputeLevels,
  disputeTypes,
  escalations,
  mediationOrigins,
  originPoints,
  preventions,
} from './mediation.facts';
import { earlier, edge, guard, type MediationContext, mediators, note, periods, replyWatch } from './mediation.outline';

function periodOf(c: MediationContext): LimitId | null {
  if (c.facts.origin === 'court-assigned') return 'mediation.period-court-assigned';
  if (c.facts.origin === 'court-entrusted')
    return c.fields.court_simplified === true
      ? 'mediation.period-court-entrusted-simplified'
      : 'mediation.period-court-entrusted';
  if (c.facts.dispute_type === 'medical') return 'mediation.period-medical';
  if (c.facts.dispute_type === 'labour') return 'mediation.period-labour';
  return c.facts.on_the_spot && !c.settings.oralSoftClocks ? null : 'mediation.period';
}
const fromCourt = (c: MediationContext) => c.facts.origin === 'court-assigned' || c.facts.origin === 'court-entrusted';

/** 回访与一般调解期限 are not watched for disputes settled on the spot or orally, unless the jurisdiction wants it. */
const isFollowedUp = (c: MediationContext) =>
  c.settings.oralSoftClocks || !(c.facts.on_the_spot === true || c.facts.agreement_form === 'oral');
const afterAgreement = (written: boolean): readonly StartsClock<MediationContext>[] => [
  { limit: 'mediation.performance', givenDue: (c) => c.facts.perform_due_on },
  // Settled and performed on the spot: nothing is left that a court could confirm.
  { limit: 'mediation.confirm-apply', when: (c) => written || c.facts.on_the_spot !== true },
  {
    limit: 'mediation.follow-up',
    when: isFollowedUp,
    from: (c) => c.facts.perform_due_on ?? c.happenedOn,
    givenDays: (c) => c.settings.followUpDays,
  },
  replyWatch,
];
const dueAhead = guard('performance.due', '人民调解法第二十九条、第三十一条', (c) =>
  typeof c.fields.perform_due_on === 'string' && c.fields.perform_due_on < c.happenedOn
    ? '约定的履行日期不能早于达成协议的日期。'
    : null,
);

/** Who mediated: the handler of the day, unless the end is written down by another after the case was handed over. */
const mediatedBy = person.optional('主持调解的人员', { hint: '不填为本案调解员；移交以后补录的，填当时的调解员' });
const mediated = (c: MediationContext & { readonly fields: { readonly mediated_by: string | null } }) => {
  const by = c.fields.mediated_by ?? c.handlerId;
  return { mediated_by: by, co_mediated_by: c.secondHandlerId === by ? null : c.secondHandlerId };
};

const agreementFields = {
  dispute_facts: text.personalOptional('主要事实、争议事项和各方责任'),
  terms: text.personalOptional('协议内容', { hint: '可以载明履行的方式、期限（人民调解法第二十九条）' }),
  agreement_fen: money.optional('协议金额'),
  perform_due_on: day.aheadOptional('约定履行日期', { hint: '分期履行的填最后一期，各期另行登记' }),
  mediators: text.personalOptional('调解员', { max: 200, lines: 1 }),
  mediated_by: mediatedBy,
} as const;
const sessionFields = {
  place: text.optional('调解地点'),
  session_note: text.personalOptional('调解情况'),
  mediators: text.personalOptional('调解员', { max: 200, lines: 1 }),
} as const;

/** From registration to the end of the mediation, whichever way it ends. */
export const sessionEdges = {
  register: edge({
    title: '登记',
    from: 'opening',
    to: 'registered',
    by: mediators,
    fields: {
      parties: parties('当事人', mediationPartyRoles, { applicant: 1, respondent: 1 }),
      origin: code('案件来源', mediationOrigins),
      dispute_type: code('纠纷类型', disputeTypes),
      summary: text.personal('纠纷简要情况'),
      origin_point: code.optional('来源点', originPoints),
      origin_point_name: text.optional('来源点名称', { hint: '村居、工作站或者派驻调解室的名称' }),
      referrer: text.optional('移送单位', { hint: '移交、委派或者委托本案的单位' }),
      referral_number: text.optional('移送、委派或者委托文号'),
      level: code.optional('难易等级', disputeLevels),
      level_reason: code.optional('等级认定理由', levelReasons),
      people_count: count.optional('涉及人数', { min: 1 }),
      claim_fen: money.optional('涉案金额'),
      on_the_spot: flag('即时调解', { hint: '当场调解，事后补录' }),
    },
    facts: (c) => ({ received_on: c.happenedOn, session_count: 0 }),
    // 在线调解规则 12: a committee confirms a court's referral in time; before that rule the law set no number of days.
    starts: [
      {
        limit: 'mediation.accept',
        when: (c) => fromCourt(c) && versionInForce('mediation.accept', c.happenedOn)?.span !== undefined,
      },
      { ...dispatchWatch, when: (c) => c.handlerId === null && dispatchWatch.when?.(c) === true },
    ],
    earnsNumber: true,
    cite: '人民调解法第十七条、第十八条',
  }),
  accept: edge({
    title: '受理',
    from: ['registered'],
    to: 'accepted',
    by: mediators,
    fields: { court_simplified: flag('法院适用简易程序', { hint: '仅用于人民法院立案后委托调解的案件' }) },
    facts: (c) => ({ accepted_on: c.happenedOn }),
    meets: ['mediation.accept'],
    starts: periods.map((limit) => ({
      limit,
      when: (c: MediationContext) => periodOf(c) === limit,
      // 劳动争议调解仲裁法 14: fifteen days from the day the application was received.
      from: (c: MediationContext) => (limit === 'mediation.period-labour' ? c.facts.received_on : c.happenedOn),
    })),
    cite: '人民调解法第十七条、第十九条',
  }),
  decline: edge({
    title: '不予受理',
    from: ['registered'],
    to: 'declined',
    by: mediators,
    fields: { reason: code('原因', declineReasons), note },
    facts: (c) => ({ outcome: 'declined', closed_on: c.happenedOn }),
    meets: ['mediation.accept'],
    cancels: ['mediation.dispatch'],
    starts: [replyWatch],
    issues: ['mediation.refusal-notice'],
    cite: '人民调解法第十七条；人民调解工作若干规定（2002）第二十二条',
    verified: 'M',
  }),
  mediate: edge({
    title: '调解',
    from: ['accepted'],
    to: 'mediating',
    by: mediators,
    fields: sessionFields,
    facts: (c) => ({ mediated_on: c.happenedOn, session_count: (c.facts.session_count ?? 0) + 1 }),
    // Somebody sits down with the parties: whoever it is, the case waits for nobody any more.
    cancels: ['mediation.dispatch'],
    cite: '人民调解法第二十一条、第二十二条',
  }),
  'record-session': edge({
    title: '登记再次调解',
    from: ['mediating', 'agreed', 'failed', 'withdrawn', 'transferred'],
    to: 'unchanged',
    by: mediators,
    fields: sessionFields,
    guards: [
      guard('session.begun', '人民调解法第二十二条', (c) =>
        c.facts.accepted_on === null || c.happenedOn < c.facts.accepted_on
          ? '调解日期早于受理日期，或者本案没有受理。'
          : null,
      ),
      guard('session.before-end', '人民调解法第二十六条、第二十八条', (c) =>
        c.facts.closed_on !== null && c.happenedOn > c.facts.closed_on
          ? `调解已于${c.facts.closed_on}结束，不能登记此后的调解。`
          : null,
      ),
    ],
    facts: (c) => ({
      mediated_on: earlier(c.facts.mediated_on, c.happenedOn),
      session_count: (c.facts.session_count ?? 0) + 1,
    }),
    cite: '人民调解法第二十二条',
  }),
  grade: edge({
    title: '评定难易等级',
    from: ['registered', 'accepted', 'mediating', 'agreed', 'failed', 'withdrawn', 'transferred', 'archived'],
    to: 'unchanged',
    by: mediators,
    fields: {
      level: code('难易等级', disputeLevels),
      level_reason: code.optional('等级认定理由', levelReasons),
      note,
    },
    guards: [
      guard('level.reasoned', '人民调解法第十九条', (c) =>
        (c.fields.level === 'difficult' || c.fields.level === 'major') && c.fields.level_reason === null
          ? `评定为“${disputeLevels[c.fields.level]}”的，应当写明认定理由。`
          : null,
      ),
    ],
    // A level without a reason of its own does not inherit the reason of the level before.
    facts: (c) => (c.fields.level_reason === null ? { level_reason: null } : {}),
    cite: '人民调解法第十九条',
    verified: 'I',
  }),
  /** 纠纷激化: a dispute that turned into a crime or a mass incident, whatever became of the mediation. */
  'record-escalation': edge({
    title: '登记纠纷激化',
    from: ['registered', 'accepted', 'mediating', 'agreed', 'failed', 'withdrawn', 'transferred', 'archived'],
    to: 'unchanged',
    by: mediators,
    fields: { escalation: code('激化情形', escalations), note },
    facts: (c) => ({ escalated_on: c.facts.escalated_on ?? c.happenedOn }),
    cite: '人民调解法第二十五条',
  }),
  /** 防止激化: the mediation kept the dispute from becoming a crime or a mass incident. */
  'record-prevention': edge({
    title: '登记防止激化',
    from: ['accepted', 'mediating', 'agreed', 'transferred', 'archived'],
    to: 'unchanged',
    by: mediators,
    fields: {
      prevention: code('防止激化情形', preventions),
      prevented_people: count('涉及人数', { min: 1, max: 100_000 }),
      note,
    },
    guards: [
      guard('prevention.escalated', '人民调解法第二十五条', (c) =>
        c.facts.escalated_on === null ? null : `本案已登记于${c.facts.escalated_on}激化，不能再登记防止激化。`,
      ),
    ],
    facts: (c) => ({ prevented_on: c.facts.prevented_on ?? c.happenedOn }),
    cite: '人民调解法第二十五条',
  }),
  'start-appraisal': edge({
    title: '委托鉴定',
    from: ['accepted', 'mediating'],
    to: 'unchanged',
    by: mediators,
    fields: { appraiser: text('鉴定机构') },
    guards: [
      guard('appraisal.medical', '医疗纠纷预防和处理条例第三十四条、第三十八条', (c) =>
        c.clocks.some((k) => k.limit === 'mediation.period-medical' && k.status === 'running')
          ? null
          : '只有正在计算的医疗纠纷调解期限扣除鉴定时间。',
      ),
    ],
    suspends: ['mediation.period-medical'],
    cite: '医疗纠纷预防和处理条例第三十四条、第三十八条',
  }),
  'finish-appraisal': edge({
    title: '收到鉴定意见',
    from: ['accepted', 'mediating'],
    to: 'unchanged',
    by: mediators,
    fields: { note },
    guards: [
      guard('appraisal.running', '医疗纠纷预防和处理条例第三十八条', (c) =>
        c.clocks.some((k) => k.limit === 'mediation.period-medical' && k.status === 'suspended')
          ? null
          : '本案没有正在进行的鉴定。',
      ),
    ],
    resumes: ['mediation.period-medical'],
    cite: '医疗纠纷预防和处理条例第三十八条',
  }),
  extend: edge({
    title: '延期',
    from: ['accepted', 'mediating'],
    to: 'unchanged',
    by: mediators,
    fields: { days: count('延长天数', { min: 1, max: 365 }), all_agree: flag('各方当事人同意延长'), note },
    guards: [
      guard(
        'extension.agreed',
        '医疗纠纷预防和处理条例第三十八条；最高人民法院关于人民法院特邀调解的规定第二十七条',
        (c) => (c.fields.all_agree === true ? null : '延长调解期限须经各方当事人同意。'),
      ),
      guard('extension.running', '人民调解工作若干规定（2002）第三十三条', (c) =>
        c.clocks.some((k) => periods.includes(k.limit) && (k.status === 'running' || k.status === 'suspended'))
          ? null
          : '本案没有正在计算的调解期限。',
      ),
    ],
    extends: periods.map((limit) => ({
      limit,
      days: (c: MediationContext) => (typeof c.fields.days === 'number' ? c.fields.days : 0),
    })),
    issues: ['mediation.extension-record'],
    cite: '人民调解工作若干规定（2002）第三十三条；医疗纠纷预防和处理条例第三十八条；特邀调解规定第二十七条',
  }),
  'agree-in-writing': edge({
    title: '达成书面协议',
    from: ['mediating'],
    to: 'agreed',
    by: mediators,
    fields: {
      ...agreementFields,
      signed_and_sealed: flag('各方当事人已签名、盖章或者按指印，调解员已签名，并加盖调解委员会印章', {
        hint: '发生日期填最后一方签名、盖章的日期，协议自该日生效（人民调解法第二十九条第二款）',
      }),
    },
    guards: [
      guard('agreement.signed', '人民调解法第二十九条第二款', (c) =>
        c.fields.signed_and_sealed === true ? null : '书面协议须经各方当事人和调解员签名并加盖调解委员会印章后生效。',
      ),
      dueAhead,
    ],
    facts: (c) => ({
      outcome: 'agreed-written',
      agreement_form: 'written',
      agreed_on: c.happenedOn,
      closed_on: c.happenedOn,
      ...mediated(c),
    }),
    meets: periods,
    starts: afterAgreement(true),
    issues: ['mediation.intake-form', 'mediation.session-record', 'mediation.agreement'],
    cite: '人民调解法第二十八条、第二十九条',
  }),
  'agree-orally': edge({
    title: '达成口头协议',
    from: ['mediating'],
    to: 'agreed',
    by: mediators,
    fields: agreementFields,
    guards: [
      // 调解协议书 — both statutes demand the written form where the general law leaves the choice to the parties.
      guard('agreement.written-form', '医疗纠纷预防和处理条例第三十九条；劳动争议调解仲裁法第十四条', (c) =>
        c.facts.dispute_type === 'medical' || c.facts.dispute_type === 'labour'
          ? `${disputeTypes[c.facts.dispute_type]}达成协议的，应当制作调解协议书。`
          : null,
      ),
      dueAhead,
    ],
    facts: (c) => ({
      outcome: 'agreed-oral',
      agreement_form: 'oral',
      agreed_on: c.happenedOn,
      closed_on: c.happenedOn,
      ...mediated(c),
    }),
    meets: periods,
    starts: afterAgreement(false),
    issues: ['mediation.oral-agreement'],
    cite: '人民调解法第二十八条、第三十条',
  }),
  fail: edge({
    title: '调解不成',
    from: ['accepted', 'mediating'],
    to: 'failed',
    by: mediators,
    fields: {
      reason: code('原因', failReasons),
      onward: code.optional('告知的其他途径', onwardWays),
      mediated_by: mediatedBy,
      note,
    },
    guards: [
      // 应当告知: the duty to tell is the law's; the one-page form of what was tried on the spot does not ask for it.
      guard('failure.advised', '人民调解法第二十六条', (c) =>
        c.fields.onward === null && c.facts.on_the_spot !== true
          ? '调解不成的，应当告知当事人可以依法通过仲裁、行政、司法等途径维护权利，请填写告知的途径。'
          : null,
      ),
    ],
    facts: (c) => ({ outcome: 'failed', closed_on: c.happenedOn, ...mediated(c) }),
    meets: periods,
    cancels: ['mediation.dispatch'],
    starts: [replyWatch],
    issues: [{ code: 'mediation.termination-notice', when: (c) => c.facts.on_the_spot !== true }],
    cite: '人民调解法第二十三条、第二十六条',
  }),
  withdraw: edge({
    title: '撤回',
    from: ['registered', 'accepted', 'mediating'],
    to: 'withdrawn',
    by: mediators,
    fields: { note },
    facts: (c) => ({ outcome: 'withdrawn', closed_on: c.happenedOn }),
    cancels: ['mediation.accept', 'mediation.dispatch', ...periods],
    starts: [replyWatch],
    cite: '人民调解法第二十三条',
  }),
  transfer: edge({
    title: '移送',
    from: ['registered', 'accepted', 'mediating'],
    to: 'transferred',
    by: mediators,
    fields: { destination: code('移送去向', destinations), receiver: text('接收单位'), note },
    facts: (c) => ({ outcome: 'transferred', closed_on: c.happenedOn }),
    cancels: ['mediation.accept', 'mediation.dispatch', ...periods],
    starts: [replyWatch],
    issues: ['mediation.transfer-letter'],
    cite: '人民调解法第二十五条、第二十六条',
  }),
};
