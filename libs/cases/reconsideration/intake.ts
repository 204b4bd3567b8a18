/** 申请与受理: from receipt to acceptance, or out by refusal, redirection, abandonment, withdrawal, settlement. */
import type { StartsClock } from '@anjuan/casework';
import { code, count, day, flag, namesOf, parties, text } from '@anjuan/casework';
import { addDays, type Day } from '@anjuan/law';
import {
  applicationClocks,
  applicationFields,
  applicationInOrder,
  appliedOn,
  outOfTime,
  refusedInTime,
} from './application';
import { applicantKindOf } from './corrections';
import {
  admissionReviews,
  clockOf,
  decisionPeriods,
  edge,
  type File,
  guard,
  heads,
  mediationTried,
  notYetDeemed,
  officers,
  openClockOf,
  partyRoles,
  REVISED_LAW,
  underRevisedLaw,
} from './outline';
import { fields as administrations, authorities, channels, respondentLevels } from './reconsideration.facts';
import { timelinessOf } from './timeliness';

/** 不予受理理由. Lack of competence is no refusal ground here: it is `redirect`, which names the competent organ. */
export const refusalGrounds = {
  'no-party': '没有明确的申请人或者符合规定的被申请人',
  'no-interest': '申请人与行政行为没有利害关系',
  'no-claim': '没有具体的行政复议请求和理由',
  'out-of-time': '超过法定申请期限',
  'out-of-scope': '不属于行政复议范围',
  'earlier-proceedings': '同一申请人就同一行政行为的申请或者起诉已被受理',
  'withdrawn-before': '撤回后以同一事实和理由再次申请',
} as const;
export const underOldAcceptance = (c: File): boolean => c.facts.statute === 'XF17';
export const underNewAcceptance = (c: File): boolean => c.facts.statute === 'XF23';

const intakeFields = {
  channel: code('申请渠道', channels),
  field: code('行政管理类别', administrations),
  respondent_level: code('被申请人类型', respondentLevels),
  organ_received_on: day('复议机关收到日期', { hint: '审查期限自该日起算' }),
  office_received_on: day.optional('复议机构收到日期', { hint: '不填为收件当日' }),
  authority: code.optional('复议机关类型', authorities, { hint: '不填为本级人民政府' }),
  authority_name: text.optional('复议机关', { max: 100, hint: '本级人民政府不填' }),
  ...applicationFields,
  parties: parties('当事人', partyRoles, { applicant: 1, respondent: 1 }),
  claims: text.personal('行政复议请求'),
  grounds: text.personalOptional('事实和理由'),
} as const;

/**
 * 收件. Two receipt dates: the organ's starts the five working days; the office's is the day of acceptance under the
 * 2017 law (第17条第2款), so there the review period runs from the receipt itself.
 */
const intake = (title: string, cite: string) =>
  edge({
    title,
    from: 'opening',
    to: 'received',
    by: officers,
    fields: intakeFields,
    guards: [
      guard('receipt.order', '行政复议法(2017)第17条', (c) => {
        const { organ_received_on: organ, office_received_on: office } = c.fields;
        return typeof organ === 'string' && typeof office === 'string' && organ > office
          ? '复议机构收到日期不能早于复议机关收到日期'
          : null;
      }),
      applicationInOrder,
      guard('authority.named', '行政复议法(2023)第24条、第27条；行政复议法(2017)第12条', (c) =>
        (c.fields.authority ?? 'government') !== 'government' && c.fields.authority_name === null
          ? '不是由本级人民政府复议的，应当写明复议机关'
          : null,
      ),
    ],
    warns: [outOfTime],
    starts: [
      ...applicationClocks,
      { limit: 'reconsideration.acceptance-review', from: (c) => c.fields.organ_received_on },
      // Since 2024 the notice keeps the five working days of the review itself (第31条第1款) and needs no clock of its own.
      {
        limit: 'reconsideration.correction-notice',
        when: (c) => (c.fields.office_received_on ?? c.happenedOn) < REVISED_LAW,
        from: (c) => c.fields.organ_received_on,
      },
      {
        limit: 'reconsideration.decision-ordinary',
        when: (c) => (c.fields.office_received_on ?? c.happenedOn) < REVISED_LAW,
        triggers: (c) => ({ 'office-received': c.fields.office_received_on ?? c.happenedOn }),
        from: (c) => c.fields.office_received_on ?? c.happenedOn,
      },
    ],
    issues: [
      'reconsideration.application-receipt',
      { code: 'reconsideration.oral-record', when: (c) => c.fields.channel === 'oral' },
    ],
    facts: (c) => {
      const applicants = c.fields.parties.filter((p) => p.role === 'applicant');
      const office = c.fields.office_received_on ?? c.happenedOn;
      return {
        office_received_on: office,
        applied_on: appliedOn(c),
        statute: office < REVISED_LAW ? 'XF17' : 'XF23',
        authority: c.fields.authority ?? 'government',
        respondent_name: namesOf(c.fields.parties, 'respondent'),
        applicant_count: c.fields.applicant_count ?? applicants.length,
        applicant_kind: applicantKindOf(c.fields.parties),
      };
    },
    cite,
  });

export const correctionFields = {
  items: text.personal('需要补正的事项', { hint: '一次性载明' }),
  correction_days: count.optional('补正期限（天）', {
    min: 1,
    max: 365,
    hint: '2024年以前的通知必填；以后为十个工作日',
  }),
  notice_received_on: day.optional('申请人收到通知日期', { hint: '当场送达的填写；以后收到的另行记录' }),
} as const;
const correctionPeriodNamed = guard('correction.period', '行政复议法实施条例第29条', (c) =>
  !underRevisedLaw(c) && typeof c.fields.correction_days !== 'number' ? '补正通知应当载明合理的补正期限' : null,
);
export const noticeReceived = (c: File): Day | null => {
  const on = c.fields.notice_received_on;
  return typeof on === 'string' ? on : null;
};
/** 补正期限: the period named in the notice until 2023, ten working days since; it runs from the applicant's receipt. */
export const replyClock = (received: (c: File) => Day | null): readonly StartsClock<File>[] => {
  const before2024 = (c: File): boolean => (received(c) ?? REVISED_LAW) < REVISED_LAW;
  return [
    {
      limit: 'reconsideration.correction-reply',
      when: before2024,
      from: received,
      givenDays: (c) => c.facts.correction_days,
    },
    { limit: 'reconsideration.correction-reply', when: (c) => !before2024(c), from: received },
  ];
};

export const refusalFields = {
  ground: code('不予受理理由', refusalGrounds),
  ground_confirmed: flag('已核实属于同一申请人、同一行政行为（或者同一事实和理由）'),
  reasons: text.personal('理由说明'),
} as const;
/** 重复申请: only the same applicant and the same act, or the same facts after a withdrawal; a person confirms it. */
export const repetitionConfirmed = guard(
  'refusal.confirmed',
  '行政复议法(2023)第30条第1款第(七)项、第74条第2款；行政复议法实施条例第28条、第38条第2款',
  (c) =>
    (c.fields.ground === 'earlier-proceedings' || c.fields.ground === 'withdrawn-before') &&
    c.fields.ground_confirmed !== true
      ? '应当由承办人核实确属同一申请人、同一行政行为或者同一事实和理由'
      : null,
);
export const redirectionFields = {
  competent_organ: text('有管辖权的行政复议机关'),
  reasons: text.personal('理由说明'),
} as const;
export const withdrawalFields = { reasons: text.personalOptional('撤回理由') } as const;

/** An exit ends the admission review; under the 2017 law it ends the review period too, which ran from receipt. */
const endsAdmission = {
  meets: [...admissionReviews],
  cancels: ['reconsideration.correction-reply', 'reconsideration.correction-notice', ...decisionPeriods],
} as const;

export const intakeEdges = {
  receive: intake('收件', '行政复议法(2023)第20条、第22条；行政复议法(2017)第9条、第11条'),
  /** 分案: two acts in one paper are two applications, each its own file under the first. */
  'split-off': { ...intake('分案收件', '行政复议法(2023)第22条第4款'), continues: true },

  'request-correction': edge({
    title: '通知补正',
    from: ['received'],
    to: 'awaiting-correction',
    by: officers,
    fields: correctionFields,
    guards: [
      notYetDeemed,
      guard('correction.once', '行政复议法(2023)第31条第1款', (c) =>
        underRevisedLaw(c) && c.facts.correction_requested_on !== null
          ? '补正通知应当一次性载明需要补正的事项，不能再次通知补正'
          : null,
      ),
      correctionPeriodNamed,
    ],
    starts: replyClock(noticeReceived),
    // 2023: the notice keeps the five working days and a new review follows the reply. 2017: the same review goes on.
    meets: [
      { limit: 'reconsideration.acceptance-review', when: underNewAcceptance },
      'reconsideration.review-after-correction',
      'reconsideration.correction-notice',
    ],
    suspends: [
      { limit: 'reconsideration.acceptance-review', when: underOldAcceptance },
      'reconsideration.decision-ordinary',
    ],
    issues: ['reconsideration.correction-notice'],
    facts: (c) => ({ correction_requested_on: c.happenedOn, corrected_on: null }),
    cite: '行政复议法(2023)第31条第1款；行政复议法实施条例第29条',
  }),
  'record-correction-notice-received': edge({
    title: '登记申请人收到补正通知',
    from: ['awaiting-correction'],
    to: 'unchanged',
    by: officers,
    fields: {},
    guards: [
      guard('correction.received-once', '行政复议法(2023)第31条第2款；行政复议法实施条例第29条', (c) =>
        openClockOf(c, ['reconsideration.correction-reply']) ? '已经记录申请人收到补正通知的日期' : null,
      ),
    ],
    starts: replyClock((c) => c.happenedOn),
    cite: '行政复议法(2023)第31条第2款；行政复议法实施条例第29条',
  }),
  'extend-correction': edge({
    title: '延长补正期限',
    from: ['awaiting-correction'],
    to: 'unchanged',
    by: officers,
    fields: { extra_days: count('延长天数', { min: 1, max: 365 }), reasons: text.personal('正当理由') },
    extends: [{ limit: 'reconsideration.correction-reply', days: (c) => c.fields.extra_days }],
    cite: '行政复议法(2023)第31条第2款',
  }),
  'receive-correction': edge({
    title: '收到补正材料',
    from: ['awaiting-correction'],
    to: 'received',
    by: officers,
    fields: { received_materials: text.personal('补正材料'), posted_on: day.optional('交邮日期') },
    starts: [{ limit: 'reconsideration.review-after-correction', when: underNewAcceptance }],
    meets: ['reconsideration.correction-reply'],
    resumes: ['reconsideration.acceptance-review', 'reconsideration.decision-ordinary'],
    // By the convention `oldLawAcceptanceDate` the sixty days of the 2017 law count from here instead of from receipt.
    dates: [
      {
        limit: 'reconsideration.decision-ordinary',
        when: underOldAcceptance,
        triggers: (c) => ({ corrected: c.happenedOn }),
      },
    ],
    issues: ['reconsideration.correction-receipt'],
    facts: (c) => ({ corrected_on: c.happenedOn }),
    cite: '行政复议法(2023)第31条第3款；行政复议法实施条例第29条',
  }),
  abandon: edge({
    title: '确认视为放弃申请',
    from: ['awaiting-correction'],
    to: 'abandoned',
    by: ['reconsideration-head'],
    fields: {
      without_cause: flag('已核实申请人无正当理由'),
      reasons: text.personal('记录', { hint: '补正通知送达、逾期和核实经过' }),
    },
    guards: [
      guard('abandonment.lapsed', '行政复议法(2023)第31条第2款；行政复议法实施条例第29条', (c) => {
        const due = openClockOf(c, ['reconsideration.correction-reply'])?.due ?? null;
        if (due === null) return '尚未记录申请人收到补正通知的日期，补正期限没有起算';
        if (c.happenedOn <= due) return `补正期限至${due}届满，届满前不能视为放弃`;
        const waited = addDays(due, c.settings.mailAllowanceDays);
        return c.happenedOn > waited
          ? null
          : `补正期限于${due}届满，依本辖区设置等候在途邮件至${waited}，其后方可视为放弃`;
      }),
      guard('abandonment.without-cause', '行政复议法(2023)第31条第2款；行政复议法实施条例第29条', (c) =>
        c.fields.without_cause === true ? null : '应当核实申请人逾期不补正是否有正当理由',
      ),
    ],
    cancels: ['reconsideration.correction-reply', 'reconsideration.acceptance-review', ...decisionPeriods],
    issues: ['reconsideration.abandonment-record'],
    facts: (c) => ({ exit: 'deemed-abandoned', left_on: c.happenedOn }),
    cite: '行政复议法(2023)第31条第2款；行政复议法实施条例第29条',
  }),
  /** 交邮在期限内: material posted before the period expired is in time, whenever it arrives. 民事诉讼法(2023)第85条第4款. */
  'receive-posted-correction': edge({
    title: '收到期限内交邮的补正材料',
    offered: (f) => f.exit === 'deemed-abandoned',
    from: ['abandoned', 'archived'],
    to: 'received',
    by: officers,
    // It may have lain in the office unnoticed while the abandonment was confirmed.
    reverses: true,
    fields: { received_materials: text.personal('补正材料'), posted_on: day('交邮日期') },
    guards: [
      guard('correction.abandoned', '行政复议法(2023)第31条第2款；行政复议法实施条例第29条', (c) =>
        c.facts.exit === 'deemed-abandoned' ? null : '案件不是因逾期不补正视为放弃申请的',
      ),
      guard('correction.after-notice', '行政复议法(2023)第31条第1款；行政复议法实施条例第29条', (c) => {
        const asked = c.facts.correction_requested_on;
        return asked !== null && c.happenedOn < asked ? `收到日期${c.happenedOn}早于补正通知日期${asked}` : null;
      }),
      guard('correction.posted-in-time', '民事诉讼法(2023)第85条第4款', (c) => {
        const due = clockOf(c, ['reconsideration.correction-reply'])?.due ?? null;
        const posted = c.fields.posted_on;
        return due !== null && typeof posted === 'string' && posted > due
          ? `补正材料交邮时补正期限已于${due}届满`
          : null;
      }),
    ],
    starts: [
      { limit: 'reconsideration.review-after-correction', when: underNewAcceptance },
      { limit: 'reconsideration.decision-ordinary', when: underOldAcceptance },
    ],
    issues: ['reconsideration.correction-receipt'],
    facts: (c) => ({ corrected_on: c.happenedOn, exit: null, left_on: null, archived_on: null }),
    cite: '民事诉讼法(2023)第85条第4款；行政复议法(2023)第31条第3款、第88条第1款',
  }),

  refuse: edge({
    title: '不予受理',
    from: ['received'],
    to: 'not-accepted',
    by: heads,
    fields: refusalFields,
    guards: [notYetDeemed, repetitionConfirmed],
    warns: [outOfTime, refusedInTime],
    ...endsAdmission,
    issues: ['reconsideration.refusal-decision'],
    facts: (c) => ({ exit: 'not-accepted', left_on: c.happenedOn, timeliness: timelinessOf(c) }),
    cite: '行政复议法(2023)第30条第2款；行政复议法(2017)第17条第1款',
  }),
  redirect: edge({
    title: '告知向有管辖权的机关申请',
    from: ['received'],
    to: 'redirected',
    by: heads,
    fields: redirectionFields,
    guards: [notYetDeemed],
    ...endsAdmission,
    issues: [
      { code: 'reconsideration.refusal-decision', when: underRevisedLaw },
      { code: 'reconsideration.redirection-notice', when: (c) => !underRevisedLaw(c) },
    ],
    facts: (c) => ({ exit: 'redirected', left_on: c.happenedOn }),
    cite: '行政复议法(2023)第30条第2款；行政复议法(2017)第17条第1款、第18条',
  }),
  'withdraw-before-acceptance': edge({
    title: '受理前撤回',
    from: ['received', 'awaiting-correction'],
    to: 'withdrawn',
    by: officers,
    fields: withdrawalFields,
    guards: [notYetDeemed],
    ...endsAdmission,
    facts: (c) => ({ exit: 'withdrawn', left_on: c.happenedOn }),
    cite: '行政复议法(2023)第30条；行政复议法(2017)第25条',
    verified: 'I',
  }),
  /** 受理前化解: stops no clock; the withdrawal has to come within the five working days, or the case is accepted. */
  'settle-before-acceptance': edge({
    title: '受理前调解化解',
    from: ['received', 'awaiting-correction'],
    to: 'settled',
    by: officers,
    fields: { settlement: text.personalOptional('化解情况') },
    guards: [notYetDeemed],
    ...endsAdmission,
    facts: (c) => ({ exit: 'pre-settled', left_on: c.happenedOn, pre_settled: true, ...mediationTried(c) }),
    cite: '行政复议法(2023)第5条；行政复议法实施条例第40条、第50条',
    verified: 'I',
  }),
} as const;
