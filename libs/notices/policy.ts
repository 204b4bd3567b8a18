/**
 * When people are told of a deadline: data, with the jurisdiction's own choice laid over it. Counted in calendar days,
 * as the green and yellow lights are, and said on the working day on or before.
 */
import type { Role } from '@anjuan/identity';
import { addDays, type Calendar, type Day } from '@anjuan/law';

export interface ReminderPolicy {
  /** Off: nobody is told of this limit, and no digest counts it. */
  readonly enabled: boolean;
  /** Calendar days before the due day; 0 is the due day itself. Any order. */
  readonly daysBefore: readonly number[];
  /**
   * The superior is told as well from so many days before the due day; negative: so many days after it, which only the
   * digest can tell. Null: never.
   */
  readonly superiorFrom: number | null;
  /** The head of the office, counted alike. */
  readonly headFrom: number | null;
  /** An overdue clock stands in the daily digest until it is met. */
  readonly digest: boolean;
}

/** Head of the office from the first day after the due day: one line in the morning, not a notice per case. */
export const defaultPolicy: ReminderPolicy = {
  enabled: true,
  daysBefore: [10, 5, 3, 1, 0],
  superiorFrom: 3,
  headFrom: -1,
  digest: true,
};

/** When messages may leave the house, and on which days people are told at all. Times are `HH:MM` in Shanghai. */
export interface ReminderHours {
  readonly opensAt: string;
  readonly closesAt: string;
  readonly workingDaysOnly: boolean;
}
export const defaultHours: ReminderHours = { opensAt: '08:30', closesAt: '18:00', workingDaysOnly: true };

/**
 * Clocks whose lapse is a matter for our own people. Clocks of courts, plaintiffs and applicants are shown, never
 * reminded of; what takes effect by itself (`system`) is nobody's duty.
 */
export const remindedDuties = ['own', 'respondent'] as const;

/**
 * Who stands above the handler, by kind: the holders of the first role that anybody holds in the case's organisation or
 * above it, the nearest organisation first. Each role must be one that may read the kind.
 */
export const superiorRoles: Readonly<Record<string, readonly Role[]>> = {
  mediation: ['committee-head', 'mediation-officer'],
  reconsideration: ['reconsideration-head', 'bureau-head'],
  letter: ['reconsideration-head', 'bureau-head'],
  answering: ['reconsideration-head', 'bureau-head'],
  litigation: ['bureau-head', 'organ-head'],
  compensation: ['bureau-head', 'organ-head'],
  'judicial-advice': ['bureau-head', 'organ-head'],
  supervision: ['bureau-head'],
};

/** The head of the office, by kind, found in the same way. */
export const headRoles: Readonly<Record<string, readonly Role[]>> = {
  mediation: ['bureau-head'],
  reconsideration: ['bureau-head', 'organ-head'],
  letter: ['bureau-head', 'organ-head'],
  answering: ['bureau-head', 'organ-head'],
  litigation: ['organ-head', 'bureau-head'],
  compensation: ['organ-head', 'bureau-head'],
  'judicial-advice': ['organ-head', 'bureau-head'],
};

export interface ReminderStep {
  /** `before-10` … `before-1`, or `due`. */
  readonly kind: string;
  readonly daysBefore: number;
  readonly fireOn: Day;
}

/** The day itself where people are at work, else the last working day before: a warning moved back would come too late. */
export function toldOn(day: Day, hours: ReminderHours, calendar: Calendar): Day {
  if (!hours.workingDaysOnly) return day;
  let told = day;
  while (!calendar.isWorkingDay(told)) told = addDays(told, -1);
  return told;
}

/**
 * What is still to be said of a clock as of `today`, oldest first. Nothing is said for days before `recordedOn`, the day
 * on which the fact that moved the clock was recorded. Of several steps that fall on one working day, and of several
 * days that have passed unsaid, only the last counts (one notice, not three); an overdue clock is left to the digest.
 */
export function stepsOf(
  policy: ReminderPolicy,
  due: Day,
  recordedOn: Day,
  today: Day,
  { hours, calendar }: { readonly hours: ReminderHours; readonly calendar: Calendar },
): readonly ReminderStep[] {
  if (due < today || !policy.enabled) return [];
  const byDay = new Map<Day, ReminderStep>();
  for (const days of [...new Set(policy.daysBefore)].sort((a, b) => b - a)) {
    const day = addDays(due, -days);
    if (day < recordedOn) continue;
    const told = toldOn(day, hours, calendar);
    // A day fixed and recorded on the very weekend it falls on is told of at once: no working day is left before it.
    const fireOn = days === 0 && told < recordedOn ? recordedOn : told;
    byDay.set(fireOn, { kind: days === 0 ? 'due' : `before-${days}`, daysBefore: days, fireOn });
  }
  const steps = [...byDay.values()].filter((step) => step.fireOn >= recordedOn);
  const reached = steps.filter((step) => step.fireOn <= today);
  return [...reached.slice(-1), ...steps.filter((step) => step.fireOn > today)];
}

/** Is somebody who is told `from` so many days before told as well when `left` days are left (negative: overdue)? */
export const reaches = (from: number | null, left: number): boolean => from !== null && left <= from;
