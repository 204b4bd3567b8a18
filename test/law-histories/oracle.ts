/**
 * 逐日推演 — the end of a statutory period by walking from day to day. The table of limits is written out from the
 * statutes for this test, so that a wrong number in libs/law shows as well as a wrong count.
 */
import { type Almanac, before, type Day, monthsOn, next, works } from './almanac';

export interface Choices {
  readonly extensionBase: 'unrolled' | 'rolled';
  readonly backwardCounting: 'strict' | 'lenient';
  readonly suspensionDays: 'resume-day-counts' | 'suspend-day-counts';
  readonly oldLawCorrectionDays: 'working' | 'calendar';
  readonly oldLawAcceptanceDate: 'receipt' | 'corrected';
  readonly makeUpDayIsWorkingDay: boolean;
  readonly versionBinding: 'oldest-first' | 'newest-first';
}
/** Stopped on `from`, running again on `to`. */
export interface Stop {
  readonly from: Day;
  readonly to?: Day;
}
export interface Question {
  readonly limit: string;
  readonly from: Day;
  readonly stops: readonly Stop[];
  readonly extend?: number;
  readonly given?: number;
  /** Received in the time of the law of 2017: the days of correction and of acceptance, where known. */
  readonly corrected?: Day;
  readonly accepted?: Day;
}
export interface Answer {
  readonly law: string;
  readonly from: Day;
  readonly raw: Day | null;
  readonly due: Day | null;
  /** Undefined while there is no due date: how much was left out is not yet settled. */
  readonly excluded?: number;
  readonly provisional: boolean;
}

interface Rule {
  readonly law: string;
  readonly from: Day;
  readonly until?: Day;
  readonly count: 'days' | 'working' | 'months' | 'back-days' | 'back-working';
  readonly n?: number;
  /** A paper names the length, up to so many days. */
  readonly given?: number;
  /** At most so many days may be added. */
  readonly extend?: number;
  readonly waitMonths?: number;
  readonly neverStops?: true;
  readonly dayKindIsChosen?: true;
}

const any = Number.POSITIVE_INFINITY;
const OLD = { law: 'XF17', from: '1999-10-01', until: '2023-12-31' } as const;
const NEW = { law: 'XF23', from: '2024-01-01' } as const;
const REGULATIONS_OLD = { law: 'TL07', from: '2007-08-01', until: '2023-12-31' } as const;
const REGULATIONS = { law: 'TL07', from: '2024-01-01' } as const;
const SUITS = { law: 'XS17', from: '2015-05-01' } as const;
const INTERPRETATION = { law: 'SJ18', from: '2018-02-08' } as const;
const COMPENSATION = { law: 'GP12', from: '2013-01-01' } as const;
const MEDIATION = { law: 'TJ10', from: '2011-01-01' } as const;
const REFERRED = { law: 'TY16', from: '2016-07-01' } as const;
const days = (n: number) => ({ count: 'days', n }) as const;
const working = (n: number) => ({ count: 'working', n }) as const;
const months = (n: number) => ({ count: 'months', n }) as const;

export const limits: Readonly<Record<string, readonly Rule[]>> = {
  'reconsideration.decision-ordinary': [
    { ...OLD, ...days(60), given: 60, extend: 30 },
    { ...NEW, ...days(60), given: 60, extend: 30 },
  ],
  'reconsideration.decision-simplified': [{ ...NEW, ...days(30) }],
  'reconsideration.acceptance-review': [
    { ...OLD, ...working(5) },
    { ...NEW, ...working(5) },
  ],
  'reconsideration.review-after-correction': [
    { ...REGULATIONS_OLD, count: 'working', given: 5 },
    { ...NEW, ...working(5) },
  ],
  'reconsideration.correction-notice': [
    { ...REGULATIONS_OLD, ...working(5), dayKindIsChosen: true },
    { ...NEW, ...working(5) },
  ],
  'reconsideration.correction-reply': [
    { ...REGULATIONS_OLD, count: 'days', given: any },
    { ...NEW, ...working(10), extend: any },
  ],
  'reconsideration.send-copy': [
    { ...OLD, ...working(7) },
    { ...NEW, ...working(7) },
  ],
  'reconsideration.send-copy-simplified': [{ ...NEW, ...working(3) }],
  'reconsideration.respondent-answer': [
    { ...OLD, ...days(10) },
    { ...NEW, ...working(10) },
  ],
  'reconsideration.respondent-answer-simplified': [{ ...NEW, ...working(5) }],
  'reconsideration.hearing-notice': [{ ...NEW, count: 'back-working', n: 5 }],
  'reconsideration.application-period': [
    { ...OLD, ...days(60), given: any },
    { ...NEW, ...days(60), given: any },
  ],
  'reconsideration.application-uninformed-cap': [{ ...NEW, ...months(12) }],
  'reconsideration.application-longstop': [{ ...NEW, ...months(60), neverStops: true }],
  'reconsideration.norm-transfer': [
    { ...OLD, ...working(7) },
    { ...NEW, ...working(7) },
  ],
  'reconsideration.norm-handle': [
    { ...OLD, ...days(30) },
    { ...NEW, ...days(30) },
  ],
  'reconsideration.suspension-termination': [
    { ...REGULATIONS_OLD, ...days(60) },
    { ...NEW, ...days(60) },
  ],
  'reconsideration.competence-conflict': [
    { ...REGULATIONS_OLD, ...days(10) },
    { ...REGULATIONS, ...days(10) },
  ],
  'litigation.answer': [{ ...SUITS, ...days(15) }],
  'litigation.filing-direct': [{ ...SUITS, ...months(6) }],
  'litigation.filing-inaction': [{ ...SUITS, ...months(6), waitMonths: 2 }],
  'litigation.first-instance': [{ ...SUITS, ...months(6), extend: any }],
  'litigation.simplified': [{ ...SUITS, ...days(45) }],
  'litigation.second-instance': [{ ...SUITS, ...months(3), extend: any }],
  'litigation.appeal-judgment': [{ ...SUITS, ...days(15) }],
  'litigation.summons': [{ ...INTERPRETATION, count: 'back-days', n: 3 }],
  'litigation.head-notice': [{ law: 'FZR20', from: '2020-07-01', count: 'back-days', n: 3 }],
  'litigation.head-identity': [{ law: 'FZR20', from: '2020-07-01', count: 'back-days', n: 0 }],
  'litigation.retrial-review': [{ ...INTERPRETATION, ...months(6), extend: any }],
  'litigation.execution': [{ ...INTERPRETATION, ...months(24) }],
  'compensation.decision': [{ ...COMPENSATION, ...months(2) }],
  'compensation.suit': [{ ...COMPENSATION, ...months(3) }],
  'mediation.period': [{ law: 'GD02', from: '2002-11-01', ...months(1), extend: any }],
  'mediation.period-medical': [{ law: 'YL18', from: '2018-10-01', ...working(30), extend: any }],
  'mediation.period-court-assigned': [{ ...REFERRED, ...days(30), extend: any }],
  'mediation.period-labour': [{ law: 'LD07', from: '2008-05-01', ...days(15) }],
  'mediation.confirm-apply': [{ ...MEDIATION, ...days(30) }],
  'mediation.confirm-objection': [
    { law: 'MJ20', from: '2015-02-04', until: '2022-04-09', ...days(15) },
    { law: 'MJ22', from: '2022-04-10', ...days(15) },
  ],
};

export const inForce = (limit: string, day: Day): Rule | undefined =>
  limits[limit]?.find((r) => r.from <= day && (r.until === undefined || day <= r.until));

/** The first of these sentences that applies (practice: oldest law first; the setting may turn it round). */
function bound(q: Question, choices: Choices): { rule: Rule; from: Day } | undefined {
  if (q.corrected === undefined && q.accepted === undefined) {
    const rule = inForce(q.limit, q.from);
    return rule && { rule, from: q.from };
  }
  const [old, revised] = limits[q.limit] ?? [];
  const underOld =
    old && q.from <= '2023-12-31'
      ? { rule: old, from: choices.oldLawAcceptanceDate === 'corrected' && q.corrected ? q.corrected : q.from }
      : undefined;
  const underNew =
    revised && q.accepted && q.accepted >= '2024-01-01' ? { rule: revised, from: q.accepted } : undefined;
  return choices.versionBinding === 'oldest-first' ? (underOld ?? underNew) : (underNew ?? underOld);
}

/** Null: the law refuses. */
export function walk(q: Question, choices: Choices, almanac: Almanac): Answer | null {
  const found = bound(q, choices);
  if (!found) return null;
  const { rule, from } = found;
  if (q.given !== undefined && (rule.given === undefined || q.given > rule.given)) return null;
  const n = q.given ?? rule.n;
  if (n === undefined) return null;
  const extend = q.extend ?? 0;
  if (extend > (rule.extend ?? 0)) return null;
  const backwards = rule.count === 'back-days' || rule.count === 'back-working';
  if (backwards && q.stops.length > 0) return null;

  let provisional = false;
  const isWorked = (day: Day) => {
    if (day > almanac.certainUntil) provisional = true;
    return works(day, almanac, choices.makeUpDayIsWorkingDay);
  };
  const within = ({ from: stop, to }: Stop, day: Day) =>
    choices.suspensionDays === 'resume-day-counts'
      ? stop <= day && (to === undefined || day < to)
      : stop < day && (to === undefined || day <= to);
  const stops = rule.neverStops ? [] : q.stops;
  const isOut = (day: Day) => stops.some((s) => within(s, day));
  const isOutForGood = (day: Day) => stops.some((s) => s.to === undefined && within(s, day));
  const answer = (raw: Day | null, due: Day | null): Answer => {
    const settled = { law: rule.law, from, raw, due, provisional };
    if (due === null || raw === null) return settled;
    let excluded = 0;
    if (!backwards) for (let day = from; day < raw; day = next(day)) if (isOut(next(day))) excluded += 1;
    return { ...settled, excluded };
  };

  if (backwards) {
    if (n === 0) return answer(from, from);
    let day = from;
    for (let left = choices.backwardCounting === 'strict' ? n + 1 : n; left > 0; ) {
      day = before(day);
      if (rule.count === 'back-days' || isWorked(day)) left -= 1;
    }
    return answer(day, day);
  }
  /** The day on which so many days have counted; null when they never do. */
  const count = (start: Day, wanted: number, counts: (day: Day) => boolean): Day | null => {
    let day = start;
    for (let left = wanted; left > 0; ) {
      day = next(day);
      if (isOutForGood(day)) return null;
      if (!isOut(day) && counts(day)) left -= 1;
    }
    return day;
  };
  const inWorkingDays =
    rule.count === 'working' && !(rule.dayKindIsChosen && choices.oldLawCorrectionDays === 'calendar');
  if (inWorkingDays) {
    const end = count(from, n + extend, isWorked);
    return answer(end, end);
  }
  /** To the first day that is worked and not left out. */
  const roll = (start: Day): Day | null => {
    let day = start;
    while (!isWorked(day)) {
      do {
        day = next(day);
        if (isOutForGood(day)) return null;
      } while (isOut(day));
    }
    return day;
  };
  let length = n;
  if (rule.count === 'months') {
    const unstopped = monthsOn(monthsOn(from, rule.waitMonths ?? 0), n);
    length = 0;
    for (let day = from; day < unstopped; day = next(day)) length += 1;
  }
  const every = () => true;
  let base = count(from, length, every);
  if (base !== null && extend > 0) {
    if (choices.extensionBase === 'rolled') base = roll(base);
    if (base !== null) base = count(base, extend, every);
  }
  if (base === null) return answer(null, null);
  return answer(base, roll(base));
}
