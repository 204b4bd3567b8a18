/**
 * 申请: the act under review and the period for applying. The period is a shown clock that ended on the day of the
 * application, so that everyone sees whether it was kept; what follows from a late application is for a person to decide.
 */
import { type AnyContext, code, count, day, flag, money, type StartsClock, text } from '@anjuan/casework';
import type { Day, LimitId } from '@anjuan/law';
import { guard, partiesOf, REVISED_LAW, type ReconsiderationColumns, underRevisedLaw } from './outline';
import { mandatoryGrounds, matters, tellings } from './reconsideration.facts';
import { missed } from './timeliness';

/** First day that the shipped holiday notices cover: an older period cannot be reckoned and is left to the person. */
const FIRST_NOTICED_DAY: Day = '2017-01-01';

export const applicationFields = {
  matter: code('申请复议事项', matters),
  act_number: text.optional('被复议行为文号', { max: 100 }),
  act_made_on: day.optional('行政行为作出日期'),
  act_known_on: day.optional('知道行政行为日期', { hint: '按告知方式确定；申请期限自该日起算' }),
  act_told: code.optional('告知方式', tellings),
  uninformed: flag('未告知复议权利、复议机关或者申请期限', { hint: '申请期限自知道权利起算，最长一年' }),
  real_estate: flag('因不动产提出申请', { hint: '最长保护期限二十年，其他五年' }),
  duty_expired_on: day.optional('履行职责期限届满日期', { hint: '申请履行职责的案件填写' }),
  posted_on: day.optional('邮寄交邮日期', { hint: '申请期限按交邮日期判断' }),
  penalty_organ_received_on: day.optional('处罚机关收到日期', { hint: '由处罚机关转交的填写，五个工作日内应当转交' }),
  mandatory_first: code.optional('复议前置情形', mandatoryGrounds),
  compensation_claimed: flag('一并提出行政赔偿请求'),
  compensation_claim_fen: money.optional('请求赔偿金额'),
  applicant_count: count.optional('申请人数', { min: 1, hint: '不填按名单计' }),
} as const;

type Entry = AnyContext<ReconsiderationColumns>;
const dayIn = (c: Entry, field: string): Day | null => {
  const on = c.fields[field];
  return typeof on === 'string' ? on : null;
};

/**
 * 交邮之日、处罚机关收到之日即为申请之日: what was posted within the period is in time (民事诉讼法(2023)第85条第4款), and
 * so is what the organ that imposed the penalty received (行政复议法(2023)第32条).
 */
export const appliedOn = (c: Entry): Day | null => {
  const received = dayIn(c, 'organ_received_on') ?? c.facts.organ_received_on;
  if (c.fields.channel === 'post') return dayIn(c, 'posted_on') ?? received;
  if (c.fields.channel === 'penalty-organ') return dayIn(c, 'penalty_organ_received_on') ?? received;
  return received;
};

const reckonable = (on: Day | null): Day | null => (on !== null && on >= FIRST_NOTICED_DAY ? on : null);
const inaction = (c: Entry): boolean => c.fields.matter === 'inaction' && dayIn(c, 'duty_expired_on') !== null;
const uninformed = (c: Entry): boolean => c.fields.uninformed === true;
const protection = (limit: LimitId, realEstate: boolean): StartsClock<Entry> => ({
  limit,
  when: (c) => (c.fields.real_estate === true) === realEstate && (dayIn(c, 'act_made_on') ?? '') >= REVISED_LAW,
  from: (c) => dayIn(c, 'act_made_on'),
  metOn: appliedOn,
});
/** 申请期限 and what bounds it: each runs from its own day and ended when the application was made. */
export const applicationClocks: readonly StartsClock<Entry>[] = [
  {
    limit: 'reconsideration.application-period',
    when: (c) => !inaction(c) && !uninformed(c),
    from: (c) => reckonable(dayIn(c, 'act_known_on')),
    metOn: appliedOn,
  },
  {
    limit: 'reconsideration.application-period-inaction',
    when: inaction,
    from: (c) => reckonable(dayIn(c, 'duty_expired_on')),
    metOn: appliedOn,
  },
  {
    limit: 'reconsideration.application-uninformed-cap',
    when: (c) => uninformed(c) && (dayIn(c, 'act_known_on') ?? '') >= REVISED_LAW,
    from: (c) => dayIn(c, 'act_known_on'),
    metOn: appliedOn,
  },
  protection('reconsideration.application-longstop', false),
  protection('reconsideration.application-longstop-real-estate', true),
  {
    limit: 'reconsideration.penalty-organ-forward',
    when: (c) => (dayIn(c, 'penalty_organ_received_on') ?? '') >= REVISED_LAW,
    from: (c) => dayIn(c, 'penalty_organ_received_on'),
    metOn: (c) => dayIn(c, 'organ_received_on'),
  },
];
/** The days of the act stand in their natural order. */
export const applicationInOrder = guard(
  'application.order',
  '行政复议法(2023)第20条；行政复议法实施条例第15条',
  (c) => {
    const made = dayIn(c, 'act_made_on');
    const known = dayIn(c, 'act_known_on');
    const applied = appliedOn(c);
    if (made !== null && known !== null && known < made) return '知道行政行为的日期不能早于作出日期';
    if (known !== null && applied !== null && applied < known) return '申请日期不能早于知道行政行为的日期';
    const received = dayIn(c, 'organ_received_on');
    return applied !== null && received !== null && applied > received
      ? '交邮或者处罚机关收到的日期不能晚于复议机关收到日期'
      : null;
  },
);

const periodArticle =
  '行政复议法(2023)第20条、第21条、第30条第1款第(四)项；行政复议法(2017)第9条；民事诉讼法(2023)第85条第4款';
export const outOfTime = guard('application.out-of-time', periodArticle, (c) => {
  const due = missed(c);
  return due
    ? `申请期限至${due}届满，申请日期为${c.facts.applied_on}；没有不可抗力或者其他正当理由的，不予受理，受理后发现的，驳回申请`
    : null;
});
export const refusedInTime = guard('application.in-time', periodArticle, (c) =>
  c.fields.ground === 'out-of-time' && missed(c) === null
    ? `按已登记的日期，申请（${c.facts.applied_on}）没有超过申请期限`
    : null,
);

/** 代表人: more than five applicants send one to five of themselves (2007); numerous ones may do so (2023). */
export const representativesWanted = guard(
  'representatives.wanted',
  '行政复议法实施条例第8条；行政复议法(2023)第15条',
  (c) => {
    if ((c.facts.applicant_count ?? 0) <= 5 || partiesOf(c, 'representative').length > 0) return null;
    return underRevisedLaw(c)
      ? '申请人超过五人，可以由申请人推选一至五名代表人参加行政复议'
      : '申请人超过五人，应当推选一至五名代表参加行政复议';
  },
);
