/** 受理: by decision, by silence, by order; and the counter-events to silence. */
import { code, person, text } from '@anjuan/casework';
import type { Day } from '@anjuan/law';
import { outOfTime, representativesWanted } from './application';
import {
  correctionFields,
  noticeReceived,
  redirectionFields,
  refusalFields,
  repetitionConfirmed,
  replyClock,
  underNewAcceptance,
  underOldAcceptance,
  withdrawalFields,
} from './intake';
import {
  admissionReviews,
  afterDecision,
  decisionPeriods,
  edge,
  type File,
  guard,
  heads,
  lapsedOn,
  officers,
  openClockOf,
  REVISED_LAW,
  reviewDuties,
  underRevisedLaw,
} from './outline';
import { exits, tracks } from './reconsideration.facts';
import { timelinessOf } from './timeliness';

export const orderGrounds = {
  superior: '上级行政机关责令受理或者纠正',
  court: '人民法院判决撤销不予受理决定',
} as const;
/** An application that the organ turned away, in the file or in the archive; who withdrew or settled has nothing to be ordered. */
const orderableExits = {
  'not-accepted': exits['not-accepted'],
  redirected: exits.redirected,
  'deemed-abandoned': exits['deemed-abandoned'],
} as const;

/**
 * Counter-events to 视为受理: the paper was dated within the five working days but recorded after the sweep had booked
 * the lapse. Each names the paper and a second person, and takes back the acceptance with its clocks.
 */
const wasDeemed = guard('deemed.in-time', '行政复议法(2023)第30条第3款', (c) => {
  if (c.facts.deemed !== true || c.facts.accepted_on === null) return '案件不是视为受理，不能以期限内文书更正';
  if (c.happenedOn > c.facts.accepted_on) return `文书日期${c.happenedOn}晚于审查期限届满之日${c.facts.accepted_on}`;
  // The five working days ran from here: what is dated before it is no paper on this application, or not on its correction.
  const { corrected_on: corrected, organ_received_on: arrived } = c.facts;
  if (corrected !== null && c.happenedOn < corrected) return `文书日期${c.happenedOn}早于补正收到日期${corrected}`;
  return arrived !== null && c.happenedOn < arrived ? `文书日期${c.happenedOn}早于复议机关收到日期${arrived}` : null;
});
const secondPerson = guard('deemed.second-person', '行政复议法(2023)第30条第3款', (c) =>
  c.fields.confirmed_by === c.actorId ? '复核人应当是登记人以外的另一人' : null,
);
const proofFields = {
  paper_reference: text('期限内文书的文号', { max: 100 }),
  confirmed_by: person('复核人'),
} as const;
const takesBack = {
  from: ['accepted'],
  by: ['reconsideration-head'],
  reverses: true,
  cancels: [...decisionPeriods, ...reviewDuties],
} as const;
const acceptanceTakenBack = {
  accepted_on: null,
  deemed: null,
  track: null,
  copy_sent_on: null,
  copy_received_on: null,
  answered_on: null,
  heard_on: null,
  not_heard_reason: null,
  hearing_on: null,
  suspended_on: null,
  suspension_ground: null,
  resumed_on: null,
  examined_from: null,
  examined_until: null,
} as const;

const acceptanceFields = {
  track: code('审理程序', tracks),
  second_reviewer: person.optional('第二名复议人员', { hint: '普通程序应当由两名以上复议人员审理' }),
} as const;
const acceptanceGuards = [
  guard('acceptance.reviewers', '行政复议法实施条例第32条', (c) => {
    const single = c.fields.track === 'simplified' && underRevisedLaw(c) && c.settings.simplifiedSingleReviewer;
    return single || c.fields.second_reviewer ? null : '应当由两名以上行政复议人员参加审理';
  }),
  guard('acceptance.track', '行政复议法(2023)第53条、第90条', (c) =>
    c.fields.track === 'simplified' && (c.facts.statute === 'XF17' || !underRevisedLaw(c))
      ? '2024年1月1日前收到的申请适用普通程序'
      : null,
  ),
] as const;
/** Under the old law the copy is sent within seven days of the application, or of what completed it. */
const completedOn = (c: File): Day => c.facts.corrected_on ?? c.facts.office_received_on ?? c.happenedOn;
const isSimplified = (c: File): boolean => c.fields.track === 'simplified';

export const acceptanceEdges = {
  /**
   * 受理. 2023: the day of the event, or the day on which the five working days ran out. 2017: the day the office
   * received the application (第17条第2款), whenever the acceptance is written down.
   */
  accept: edge({
    title: '受理',
    from: ['received'],
    to: 'accepted',
    by: officers,
    fields: acceptanceFields,
    guards: acceptanceGuards,
    warns: [outOfTime, representativesWanted],
    starts: [
      {
        limit: 'reconsideration.decision-ordinary',
        when: (c) => underNewAcceptance(c) && !isSimplified(c),
        from: (c) => lapsedOn(c) ?? c.happenedOn,
      },
      { limit: 'reconsideration.decision-simplified', when: isSimplified, from: (c) => lapsedOn(c) ?? c.happenedOn },
      {
        limit: 'reconsideration.send-copy',
        when: (c) => underNewAcceptance(c) && !isSimplified(c),
        from: (c) => lapsedOn(c) ?? c.happenedOn,
      },
      {
        limit: 'reconsideration.send-copy',
        when: (c) => underOldAcceptance(c) && !isSimplified(c),
        from: completedOn,
        // Bound by the same convention as the review period, so that both go by one law.
        triggers: (c) =>
          completedOn(c) < REVISED_LAW
            ? { 'office-received': completedOn(c), accepted: c.happenedOn }
            : { accepted: completedOn(c) },
      },
      { limit: 'reconsideration.send-copy-simplified', when: isSimplified, from: (c) => lapsedOn(c) ?? c.happenedOn },
    ],
    meets: [...admissionReviews],
    // Who accepts asks for nothing more: the old law lets the organ ask, and does not bid it.
    cancels: ['reconsideration.correction-notice'],
    // Received under the old law, accepted under the new: which of the two binds is the convention `versionBinding`.
    dates: [
      {
        limit: 'reconsideration.decision-ordinary',
        when: (c) => underOldAcceptance(c) && underRevisedLaw(c),
        triggers: (c) => ({ accepted: c.happenedOn }),
      },
    ],
    issues: ['reconsideration.acceptance-notice', { code: 'reconsideration.simplified-notice', when: isSimplified }],
    facts: (c) => ({
      // Under the old law the day the period runs from: receipt, or by convention the correction.
      accepted_on: underOldAcceptance(c)
        ? (openClockOf(c, decisionPeriods)?.from ?? c.facts.office_received_on)
        : (lapsedOn(c) ?? c.happenedOn),
      deemed: lapsedOn(c) !== null,
      timeliness: timelinessOf(c),
    }),
    earnsNumber: true,
    cite: '行政复议法(2023)第30条第1款；行政复议法(2017)第17条第2款',
  }),
  /** 视为受理: booked by the sweep the day after, bearing the fifth working day. The case goes by ordinary procedure. */
  'deem-accepted': edge({
    title: '视为受理',
    from: ['received'],
    to: 'accepted',
    by: ['system'],
    fields: {},
    // The organ may have had the application for days before the office registered it: the lapse bears its own day.
    reverses: true,
    guards: [
      guard('deemed.lapse-day', '行政复议法(2023)第30条第3款', (c) => {
        if (c.facts.statute !== 'XF23') return '2024年1月1日前收到的申请自复议机构收到之日起即为受理，不适用视为受理';
        if (c.happenedOn < REVISED_LAW) return '审查期限在2024年1月1日前届满的，不适用视为受理';
        const due = openClockOf(c, admissionReviews)?.due ?? null;
        return due === c.happenedOn ? null : '视为受理的日期应为审查期限届满之日';
      }),
    ],
    starts: ['reconsideration.decision-ordinary', 'reconsideration.send-copy'],
    cancels: [...admissionReviews],
    issues: ['reconsideration.deemed-acceptance-record'],
    facts: (c) => ({ accepted_on: c.happenedOn, deemed: true, track: 'ordinary', timeliness: timelinessOf(c) }),
    earnsNumber: true,
    cite: '行政复议法(2023)第30条第3款',
  }),
  /** 受理 dated within the five working days, recorded after the sweep: the acceptance and its clocks take the earlier day. */
  'accept-in-time': edge({
    title: '更正：期限内已受理',
    offered: (f) => f.deemed === true,
    to: 'accepted',
    fields: { ...acceptanceFields, ...proofFields },
    guards: [wasDeemed, secondPerson, ...acceptanceGuards],
    from: ['accepted'],
    by: ['reconsideration-head'],
    reverses: true,
    starts: [
      {
        limit: 'reconsideration.decision-ordinary',
        when: (c) => !isSimplified(c),
        carries: 'reconsideration.decision-ordinary',
      },
      {
        limit: 'reconsideration.decision-simplified',
        when: isSimplified,
        carries: 'reconsideration.decision-ordinary',
      },
      {
        limit: 'reconsideration.send-copy',
        when: (c) => !isSimplified(c) && c.facts.copy_sent_on === null,
        carries: 'reconsideration.send-copy',
      },
      {
        limit: 'reconsideration.send-copy-simplified',
        when: (c) => isSimplified(c) && c.facts.copy_sent_on === null,
        carries: 'reconsideration.send-copy',
      },
    ],
    cancels: ['reconsideration.decision-ordinary', 'reconsideration.send-copy'],
    issues: ['reconsideration.acceptance-notice', { code: 'reconsideration.simplified-notice', when: isSimplified }],
    facts: (c) => ({ accepted_on: c.happenedOn, deemed: false }),
    cite: '行政复议法(2023)第30条第1款、第3款',
  }),
  'refuse-in-time': edge({
    title: '更正：期限内已决定不予受理',
    offered: (f) => f.deemed === true,
    to: 'not-accepted',
    fields: { ...refusalFields, ...proofFields },
    guards: [wasDeemed, secondPerson, repetitionConfirmed],
    ...takesBack,
    issues: ['reconsideration.refusal-decision'],
    facts: (c) => ({ ...acceptanceTakenBack, exit: 'not-accepted', left_on: c.happenedOn }),
    cite: '行政复议法(2023)第30条第2款、第3款',
  }),
  'redirect-in-time': edge({
    title: '更正：期限内已告知向有管辖权的机关申请',
    offered: (f) => f.deemed === true,
    to: 'redirected',
    fields: { ...redirectionFields, ...proofFields },
    guards: [wasDeemed, secondPerson],
    ...takesBack,
    issues: ['reconsideration.refusal-decision'],
    facts: (c) => ({ ...acceptanceTakenBack, exit: 'redirected', left_on: c.happenedOn }),
    cite: '行政复议法(2023)第30条第2款、第3款',
  }),
  'request-correction-in-time': edge({
    title: '更正：期限内已通知补正',
    offered: (f) => f.deemed === true,
    to: 'awaiting-correction',
    fields: { ...correctionFields, ...proofFields },
    guards: [wasDeemed, secondPerson],
    ...takesBack,
    starts: replyClock(noticeReceived),
    issues: ['reconsideration.correction-notice'],
    facts: (c) => ({ ...acceptanceTakenBack, correction_requested_on: c.happenedOn, corrected_on: null }),
    cite: '行政复议法(2023)第30条第3款、第31条第1款',
  }),
  'withdraw-in-time': edge({
    title: '更正：期限内已撤回申请',
    offered: (f) => f.deemed === true,
    to: 'withdrawn',
    fields: { ...withdrawalFields, ...proofFields },
    guards: [wasDeemed, secondPerson],
    ...takesBack,
    facts: (c) => ({ ...acceptanceTakenBack, exit: 'withdrawn', left_on: c.happenedOn }),
    cite: '行政复议法(2023)第30条第3款',
    verified: 'I',
  }),
  /** 责令受理: the superior organ or a court set the refusal aside; the review begins on the day the order is carried out. */
  'accept-by-order': edge({
    title: '依责令受理',
    offered: (f) => f.exit !== null && Object.hasOwn(orderableExits, f.exit),
    from: ['not-accepted', 'redirected', 'abandoned', 'archived'],
    to: 'accepted',
    by: heads,
    fields: {
      ...acceptanceFields,
      order_ground: code('依据', orderGrounds),
      order_reference: text('责令或者判决文号', { max: 100 }),
    },
    guards: [
      guard('order.exit', '行政复议法(2023)第35条；行政复议法(2017)第20条；法释〔2018〕1号第89条', (c) =>
        c.facts.exit !== null && Object.hasOwn(orderableExits, c.facts.exit)
          ? null
          : `案件受理前去向为“${c.facts.exit === null ? '无' : exits[c.facts.exit]}”，只有${Object.values(orderableExits).join('、')}的申请可以依责令受理`,
      ),
      ...acceptanceGuards,
    ],
    // With the refusal its period to sue falls away.
    cancels: afterDecision,
    starts: [
      { limit: 'reconsideration.decision-ordinary', when: (c) => !isSimplified(c) },
      { limit: 'reconsideration.decision-simplified', when: isSimplified },
      { limit: 'reconsideration.send-copy', when: (c) => !isSimplified(c) },
      { limit: 'reconsideration.send-copy-simplified', when: isSimplified },
    ],
    issues: ['reconsideration.acceptance-notice', { code: 'reconsideration.simplified-notice', when: isSimplified }],
    facts: (c) => ({
      statute: underRevisedLaw(c) ? 'XF23' : 'XF17',
      accepted_on: c.happenedOn,
      deemed: false,
      exit: null,
      left_on: null,
      served_on: null,
      archived_on: null,
    }),
    earnsNumber: true,
    cite: '行政复议法(2023)第35条；行政复议法(2017)第20条；法释〔2018〕1号第89条',
  }),
} as const;
