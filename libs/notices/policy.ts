/**
 * When people are told of a deadline: data, with the jurisdiction's own choice laid over it. Counted in calendar days,
 * as the green and yellow lights are.
 */
import type { Role } from '@anjuan/identity';
import { addDays, type Day } from '@anjuan/law';

export interface ReminderPolicy {
  /** Calendar days before the due day; 0 is the due day itself. Any order. */
  readonly daysBefore: readonly number[];
  /** The superior is told as well from so many days before; null: only of what is overdue. */
  readonly superiorFrom: number | null;
  /** An overdue clock stands in the daily digest until it is met. */
  readonly digest: boolean;
}

export const defaultPolicy: ReminderPolicy = { daysBefore: [10, 5, 3, 1, 0], superiorFrom: 3, digest: true };

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

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);
const isDays = (v: unknown): v is number => typeof v === 'number' && Number.isInteger(v) && v >= 0 && v <= 366;

/**
 * The jurisdiction's policies out of its settings: `{reminders: {default?: …, [limit id]: …}}`, each a part of
 * {@link ReminderPolicy}. What is missing or makes no sense falls back to the default: a slip in a setting must not
 * silence a deadline.
 */
export function policiesOf(settings: unknown): (limitId: string) => ReminderPolicy {
  const stored = isRecord(settings) && isRecord(settings.reminders) ? settings.reminders : {};
  const general = laidOver(defaultPolicy, stored.default);
  return (limitId) => laidOver(general, Object.hasOwn(stored, limitId) ? stored[limitId] : undefined);
}

function laidOver(base: ReminderPolicy, own: unknown): ReminderPolicy {
  if (!isRecord(own)) return base;
  const { daysBefore, superiorFrom, digest } = own;
  return {
    daysBefore: Array.isArray(daysBefore) && daysBefore.every(isDays) ? daysBefore : base.daysBefore,
    superiorFrom: superiorFrom === null || isDays(superiorFrom) ? superiorFrom : base.superiorFrom,
    digest: typeof digest === 'boolean' ? digest : base.digest,
  };
}

export interface ReminderStep {
  /** `before-10` … `before-1`, or `due`. */
  readonly kind: string;
  readonly daysBefore: number;
  readonly fireOn: Day;
}

/**
 * What is still to be said of a clock as of `today`, oldest first. Nothing is said for days before `recordedOn`, the day
 * on which the fact that moved the clock was recorded. Of several days that have passed unsaid only the last counts
 * (one notice, not three), and an overdue clock is left to the digest.
 */
export function stepsOf(policy: ReminderPolicy, due: Day, recordedOn: Day, today: Day): readonly ReminderStep[] {
  if (due < today) return [];
  const steps = [...new Set(policy.daysBefore)]
    .sort((a, b) => b - a)
    .map((days) => ({ kind: days === 0 ? 'due' : `before-${days}`, daysBefore: days, fireOn: addDays(due, -days) }))
    .filter((step) => step.fireOn >= recordedOn);
  const reached = steps.filter((step) => step.fireOn <= today);
  return [...reached.slice(-1), ...steps.filter((step) => step.fireOn > today)];
}

/** Does this step go to the superior, too? */
export const reachesSuperior = (policy: ReminderPolicy, step: ReminderStep): boolean =>
  policy.superiorFrom !== null && step.daysBefore <= policy.superiorFrom;
