import { code, day, flag, parties, type StartsClock, text } from '@anjuan/casework';
import { addMonths, type LimitId } from '@anjuan/law';
import { administrativeFields, litigationPartyRoles, retrialOrigins, suspensionGrounds } from './litigation.codes';
import { causes, defendants, standings } from './litigation.facts';
import {
  answerPeriods,
  courtLevelOf,
  courtPeriods,
  edge,
  guard,
  type LitigationContext,
  note,
  officers,
  planSteps,
} from './litigation.outline';

const suitFields = {
  parties: parties('当事人', litigationPartyRoles, { plaintiff: 1, defendant: 1 }),
  defendant: code('应诉主体', defendants),
  cause: code('案由', causes),
  field: code.optional('行政管理领域', administrativeFields),
  court: text('受诉法院'),
  court_number: text.optional('法院案号'),
  docketed_on: day.optional('法院立案日期', { hint: '填写后显示法院审理期限' }),
  after_reconsideration: flag('经过行政复议'),
} as const;
const { 'third-party': thirdParty } = standings;
const firstStandings = {
  sole: standings.sole,
  joint: standings.joint,
  'review-joint': standings['review-joint'],
  'review-sole': standings['review-sole'],
  'third-party': thirdParty,
} as const;
const secondStandings = {
  appellee: standings.appellee,
  appellant: standings.appellant,
  'third-party': thirdParty,
} as const;
const retrialStandings = {
  'retrial-respondent': standings['retrial-respondent'],
  'retrial-applicant': standings['retrial-applicant'],
  'third-party': thirdParty,
} as const;

/** The court's period runs from docketing; unknown docketing, no clock. */
const fromDocketing = (
  limit: LimitId,
  when: (c: LitigationContext) => boolean = () => true,
): StartsClock<LitigationContext> => ({
  limit,
  when,
  from: (c) => (typeof c.fields.docketed_on === 'string' ? c.fields.docketed_on : null),
});

const notAnswered = guard('answer.once', '行政诉讼法第六十七条', (c) =>
  c.facts.answered_on === null ? null : `已于${c.facts.answered_on}提交答辩材料。`,
);
const answerFields = {
  agents: text.personalOptional('诉讼代理人', { max: 200, lines: 1 }),
  opinion: text.personalOptional('答辩意见'),
} as const;

/** Opening of each instance and what is owed to the court before it decides. */
export const openingEdges = {
  'receive-notice': edge({
    title: '收到应诉通知',
    from: 'opening',
    to: 'notified',
    by: officers,
    fields: {
      ...suitFields,
      standing: code('诉讼地位', firstStandings),
      simplified: flag('适用简易程序', { hint: '法院指定举证期限的，以法院通知为准' }),
    },
    facts: (c) => ({
      instance: 'first',
      notified_on: c.happenedOn,
      court_level: courtLevelOf(c.fields.court),
      hearing_count: 0,
      review_organ: c.fields.standing === 'review-joint' || c.fields.standing === 'review-sole',
    }),
    starts: [
      { limit: 'litigation.answer', when: (c) => c.fields.standing !== 'third-party' },
      fromDocketing('litigation.first-instance', (c) => c.fields.simplified !== true),
      fromDocketing('litigation.simplified', (c) => c.fields.simplified === true),
    ],
    earnsNumber: true,
    cite: '行政诉讼法第六十七条',
  }),
  'enter-second-instance': edge({
    title: '进入二审',
    from: 'opening',
    to: 'notified',
    by: officers,
    fields: { ...suitFields, standing: code('诉讼地位', secondStandings), review_organ: flag('本机关是复议机关') },
    facts: (c) => ({
      instance: 'second',
      notified_on: c.happenedOn,
      court_level: courtLevelOf(c.fields.court),
      hearing_count: 0,
    }),
    starts: [
      { limit: 'litigation.appeal-answer', when: (c) => c.fields.standing === 'appellee' },
      fromDocketing('litigation.second-instance'),
    ],
    earnsNumber: true,
    cite: '行政诉讼法第八十五条、第八十八条；适用行政诉讼法解释第一百零八条',
  }),
  'enter-retrial': edge({
    title: '进入再审',
    from: 'opening',
    to: 'notified',
    by: officers,
    fields: {
      ...suitFields,
      standing: code('诉讼地位', retrialStandings),
      review_organ: flag('本机关是复议机关'),
      retrial_origin: code.optional('再审来由', retrialOrigins),
    },
    facts: (c) => ({
      instance: 'retrial',
      notified_on: c.happenedOn,
      court_level: courtLevelOf(c.fields.court),
      hearing_count: 0,
    }),
    starts: [
      { limit: 'litigation.retrial-opinion', when: (c) => c.fields.standing === 'retrial-respondent' },
      fromDocketing('litigation.retrial-review'),
    ],
    earnsNumber: true,
    cite: '行政诉讼法第九十条至第九十三条；适用行政诉讼法解释第一百一十一条、第一百一十二条',
  }),
  assign: edge({
    title: '交办',
    from: ['notified', 'answered'],
    to: 'unchanged',
    by: officers,
    fields: {
      unit: text('承办单位'),
      finish_by: day.aheadOptional('内部办结日期'),
      note,
    },
    issues: ['litigation.assignment'],
    cite: '行政复议法（2023）第四条第二款',
    verified: 'I',
  }),
  'plan-answer': edge({
    title: '安排答辩进度',
    from: ['notified'],
    to: 'unchanged',
    by: officers,
    fields: { draft_by: day.ahead('完成起草日期'), approve_by: day.ahead('完成审核日期') },
    guards: [
      guard('plan.order', '行政诉讼法第六十七条', (c) =>
        typeof c.fields.draft_by === 'string' &&
        typeof c.fields.approve_by === 'string' &&
        (c.fields.draft_by < c.happenedOn || c.fields.approve_by < c.fields.draft_by)
          ? '完成起草日期不能早于安排之日，完成审核日期不能早于完成起草日期。'
          : null,
      ),
      guard('plan.within', '行政诉讼法第六十七条；适用行政诉讼法解释第一百零八条、第一百一十一条', (c) => {
        const answer = c.clocks.find((k) => answerPeriods.includes(k.limit) && k.status === 'running');
        if (!answer) return '本案没有在计的答辩期限。';
        return answer.due !== null && typeof c.fields.approve_by === 'string' && c.fields.approve_by > answer.due
          ? `内部计划应当在法定答辩期限${answer.due}以内。`
          : null;
      }),
    ],
    starts: [
      { limit: 'litigation.internal-plan', subjects: () => [planSteps.draft], givenDue: (c) => c.fields.draft_by },
      { limit: 'litigation.internal-plan', subjects: () => [planSteps.approve], givenDue: (c) => c.fields.approve_by },
    ],
    cite: '行政诉讼法第六十七条',
    verified: 'I',
  }),
  'submit-draft': edge({
    title: '提交答辩稿',
    from: ['notified'],
    to: 'unchanged',
    by: officers,
    fields: { note },
    meets: [{ limit: 'litigation.internal-plan', subjects: () => [planSteps.draft] }],
    cite: '行政诉讼法第六十七条',
    verified: 'I',
  }),
  'approve-answer': edge({
    title: '审核答辩材料',
    from: ['notified'],
    to: 'unchanged',
    by: ['organ-head'],
    fields: { note },
    facts: (c) => ({ answer_approved_on: c.happenedOn }),
    meets: ['litigation.internal-plan'],
    cite: '行政诉讼法第六十七条',
    verified: 'I',
  }),
  'list-as-backlog': edge({
    title: '列为积案',
    from: ['notified', 'answered', 'heard', 'judged'],
    to: 'unchanged',
    by: officers,
    fields: { backlog_since: day('争议发生日期'), note },
    guards: [
      // 积案 has no statutory measure; a year is the least that offices call so.
      guard('backlog.year', '行政诉讼法第一条', (c) =>
        typeof c.fields.backlog_since === 'string' && addMonths(c.fields.backlog_since, 12) > c.happenedOn
          ? '争议发生不满一年的，不列为积案。'
          : null,
      ),
    ],
    cite: '行政诉讼法第一条、第六十条',
    verified: 'I',
  }),
  'file-answer': edge({
    title: '提交答辩',
    from: ['notified'],
    to: 'answered',
    by: officers,
    fields: answerFields,
    facts: (c) => ({ answered_on: c.happenedOn }),
    meets: [...answerPeriods, 'litigation.internal-plan'],
    issues: [
      ...(
        [
          'litigation.answer',
          'litigation.evidence-list',
          'litigation.basis-list',
          'litigation.representative-certificate',
        ] as const
      ).map((paper) => ({ code: paper, when: (c: LitigationContext) => c.facts.instance === 'first' })),
      { code: 'litigation.appeal-answer', when: (c) => c.facts.instance === 'second' },
      { code: 'litigation.retrial-opinion', when: (c) => c.facts.instance === 'retrial' },
      'litigation.authorisation',
    ],
    cite: '行政诉讼法第三十四条、第六十七条；适用行政诉讼法解释第一百零八条、第一百一十一条',
  }),
  'file-late-answer': edge({
    title: '补交答辩',
    from: ['heard', 'judged', 'effective'],
    to: 'unchanged',
    by: officers,
    fields: answerFields,
    guards: [
      notAnswered,
      guard('answer.before-ruling', '行政诉讼法第三十四条', (c) =>
        c.facts.ruled_on !== null && c.happenedOn > c.facts.ruled_on ? `法院已于${c.facts.ruled_on}裁判。` : null,
      ),
    ],
    facts: (c) => ({ answered_on: c.happenedOn }),
    meets: answerPeriods,
    cite: '行政诉讼法第三十四条、第六十七条第二款',
  }),
  'request-evidence-extension': edge({
    title: '申请延期举证',
    from: ['notified'],
    to: 'unchanged',
    by: officers,
    fields: { reason: text.personal('不能按期提供证据的正当事由') },
    guards: [
      guard('evidence.first-instance', '适用行政诉讼法解释第三十四条', (c) =>
        c.facts.instance === 'first' ? null : '延期提供证据的申请在第一审举证期限内提出。',
      ),
    ],
    issues: ['litigation.evidence-extension-request'],
    cite: '行政诉讼法第三十六条；适用行政诉讼法解释第三十四条',
  }),
  'grant-evidence-extension': edge({
    title: '法院准许延期举证',
    from: ['notified'],
    to: 'unchanged',
    by: officers,
    fields: { cause_ended_on: day.optional('正当事由消除日期', { hint: '尚未消除的不填，消除后再次登记' }) },
    guards: [
      guard('evidence.requested', '适用行政诉讼法解释第三十四条', (c) =>
        c.history.includes('request-evidence-extension') ? null : '尚未登记延期举证申请。',
      ),
    ],
    // The fifteen days begin anew once the cause is gone; until then nothing runs that could be missed.
    cancels: ['litigation.answer'],
    starts: [{ limit: 'litigation.answer', from: (c) => c.fields.cause_ended_on }],
    cite: '适用行政诉讼法解释第三十四条',
  }),
  'object-to-jurisdiction': edge({
    title: '提出管辖异议',
    from: ['notified', 'answered'],
    to: 'unchanged',
    by: officers,
    fields: { reason: text.personal('异议理由') },
    issues: ['litigation.jurisdiction-objection'],
    cite: '适用行政诉讼法解释第十条',
  }),
  /** 移送管辖: the suit goes on before another court, and the file with it. */
  'move-to-court': edge({
    title: '法院移送其他法院',
    from: ['notified', 'answered', 'heard'],
    to: 'unchanged',
    by: officers,
    fields: { court: text('受移送的法院'), court_number: text.optional('新的法院案号'), note },
    guards: [
      guard('court.other', '行政诉讼法第二十二条', (c) =>
        c.fields.court === c.facts.court ? '受移送的法院与现在的受诉法院相同。' : null,
      ),
    ],
    facts: (c) => ({ transferred_on: c.happenedOn, court_level: courtLevelOf(c.fields.court) }),
    cite: '行政诉讼法第二十二条',
  }),
  'change-act': edge({
    title: '改变行政行为',
    from: ['notified', 'answered', 'heard'],
    to: 'unchanged',
    by: officers,
    fields: { change: text.personal('改变的内容') },
    issues: ['litigation.act-change-letter'],
    cite: '行政诉讼法第六十二条；适用行政诉讼法解释第八十一条',
  }),
  'convert-to-ordinary': edge({
    title: '转为普通程序',
    from: ['notified', 'answered', 'heard'],
    to: 'unchanged',
    by: officers,
    fields: {},
    guards: [
      guard('simplified.running', '适用行政诉讼法解释第一百零五条', (c) =>
        c.clocks.some((k) => k.limit === 'litigation.simplified' && k.status !== 'met' && k.status !== 'cancelled')
          ? null
          : '本案没有适用简易程序，或者没有登记法院立案日期。',
      ),
    ],
    cancels: ['litigation.simplified'],
    // 适用行政诉讼法解释 105: the six months count from docketing, not from the conversion.
    starts: [
      {
        limit: 'litigation.first-instance',
        from: (c) => c.clocks.find((k) => k.limit === 'litigation.simplified')?.from ?? null,
        carries: 'litigation.simplified',
      },
    ],
    cite: '行政诉讼法第八十四条；适用行政诉讼法解释第一百零五条',
  }),
  suspend: edge({
    title: '中止诉讼',
    from: ['notified', 'answered', 'heard'],
    to: 'unchanged',
    by: officers,
    fields: { ground: code('中止原因', suspensionGrounds), note },
    guards: [
      guard('suspension.once', '适用行政诉讼法解释第八十七条', (c) => (isSuspended(c) ? '本案已经中止。' : null)),
    ],
    suspends: courtPeriods,
    starts: [
      {
        limit: 'litigation.stay-terminate',
        when: (c) => ['death', 'incapacity', 'dissolution'].includes(c.fields.ground),
      },
    ],
    cite: '适用行政诉讼法解释第八十七条、第八十八条',
  }),
  resume: edge({
    title: '恢复诉讼',
    from: ['notified', 'answered', 'heard'],
    to: 'unchanged',
    by: officers,
    fields: { note },
    guards: [
      guard('suspension.running', '适用行政诉讼法解释第八十七条', (c) => (isSuspended(c) ? null : '本案没有中止。')),
    ],
    resumes: courtPeriods,
    cancels: ['litigation.stay-terminate'],
    cite: '适用行政诉讼法解释第八十七条第二款',
  }),
};

/** Suspended: by the events, since the court's own clock may be unknown to us. */
function isSuspended(c: LitigationContext): boolean {
  return c.history.lastIndexOf('suspend') > c.history.lastIndexOf('resume');
}
