import type { Conventions } from './conventions';
import { addDays, type Day, daysBetween, parseDay } from './day';
import { LawError } from './law-error';

/** 中止 — `from` the day suspended, `to` the day resumed; no `to` while it still stands. */
export interface Suspension {
  readonly from: Day;
  readonly to?: Day;
}

/** A run of days left out of a period, both ends included; no `last` while it is open. */
export interface ExcludedDays {
  readonly first: Day;
  readonly last?: Day;
}

/**
 * Turns suspensions into disjoint runs of excluded days, oldest first, none before `start`, the first day of the period.
 * Under `resume-day-counts` the day suspended is left out and the day resumed counts; under `suspend-day-counts` the reverse.
 * Throws LawError `invalid-suspension` when a resumption precedes its suspension.
 */
export function excludedRuns(
  suspensions: readonly Suspension[],
  start: Day,
  convention: Conventions['suspensionDays'],
): ExcludedDays[] {
  const shift = convention === 'resume-day-counts' ? 0 : 1;
  const runs = suspensions
    .map(({ from, to }): ExcludedDays => {
      parseDay(from, 'suspend');
      if (to === undefined) return { first: addDays(from, shift) };
      parseDay(to, 'suspend');
      if (to < from) {
        const rule = '恢复日不得早于中止日';
        throw new LawError(
          'invalid-suspension',
          `中止“${from}..${to}”有误：${rule}。`,
          'suspend',
          `${from}..${to}`,
          rule,
        );
      }
      return { first: addDays(from, shift), last: addDays(to, shift - 1) };
    })
    .filter(({ first, last }) => last === undefined || (last >= first && last >= start))
    .map((run): ExcludedDays => (run.first < start ? { ...run, first: start } : run))
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));

  const merged: ExcludedDays[] = [];
  for (const run of runs) {
    const previous = merged.at(-1);
    if (!previous || (previous.last !== undefined && run.first > addDays(previous.last, 1))) {
      merged.push(run);
    } else if (previous.last !== undefined && (run.last === undefined || run.last > previous.last)) {
      merged[merged.length - 1] = { first: previous.first, last: run.last };
    }
  }
  return merged;
}

export const runLength = ({ first, last }: ExcludedDays): number =>
  last === undefined ? 0 : daysBetween(first, last) + 1;

export const runContaining = (runs: readonly ExcludedDays[], day: Day): ExcludedDays | undefined =>
  runs.find(({ first, last }) => first <= day && (last === undefined || day <= last));
