/**
 * Days for the oracle: a list of all days written out one after the other, and a plain set of rest days. Deliberately
 * naive, and of libs/law it takes the holiday notices as data and nothing else.
 */
import type { Notice } from '@anjuan/law';

export type Day = string;

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const two = (n: number) => String(n).padStart(2, '0');

/** Every day from 2015-01-01, a Thursday, to the end of 2050. */
const days: Day[] = [];
const weekdays: number[] = [];
for (let year = 2015; year <= 2050; year++)
  for (let month = 1; month <= 12; month++) {
    const length = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
    for (let date = 1; date <= length; date++) {
      weekdays.push((4 + days.length) % 7);
      days.push(`${year}-${two(month)}-${two(date)}`);
    }
  }
const places = new Map(days.map((day, i) => [day, i]));

const placeOf = (day: Day): number => {
  const i = places.get(day);
  if (i === undefined) throw new Error(`the oracle's list of days has no ${day}`);
  return i;
};
export function plus(day: Day, n: number): Day {
  const found = days[placeOf(day) + n];
  if (found === undefined) throw new Error(`the oracle's list of days ends before ${day} + ${n}`);
  return found;
}
export const next = (day: Day): Day => plus(day, 1);
export const before = (day: Day): Day => plus(day, -1);
export const isWeekend = (day: Day): boolean => [0, 6].includes(weekdays[placeOf(day)] ?? 0);

/** Walks to the same date `n` months on, or to the last day of a month that has no such date. */
export function monthsOn(from: Day, n: number): Day {
  let day = from;
  for (let crossed = 0; ; ) {
    if (crossed === n && (day.slice(8) === from.slice(8) || next(day).slice(5, 7) !== day.slice(5, 7))) {
      if (day.slice(8) <= from.slice(8)) return day;
    }
    day = next(day);
    if (day.slice(8) === '01') crossed += 1;
  }
}

export interface Almanac {
  readonly off: ReadonlySet<Day>;
  readonly madeUp: ReadonlySet<Day>;
  readonly local: ReadonlySet<Day>;
  /** Days after this one might still be changed by a notice that is not there yet. */
  readonly certainUntil: Day;
}

/** Later notices replace, festival by festival, what earlier ones of the same year said. */
export function almanacOf(notices: readonly Notice[], local: readonly Day[], knownOn = '9999-12-31'): Almanac {
  const known = notices.filter((n) => n.issued <= knownOn).sort((a, b) => (a.issued < b.issued ? -1 : 1));
  const valid: Record<string, Notice['festivals'][number]> = {};
  for (const notice of known) for (const f of notice.festivals) valid[`${notice.year}/${f.name}`] = f;
  const off = new Set<Day>();
  const madeUp = new Set<Day>();
  for (const f of Object.values(valid)) {
    for (let day = f.off[0]; day <= f.off[1]; day = next(day)) off.add(day);
    for (const day of f.makeUp) madeUp.add(day);
  }
  let year = 2017;
  while (known.some((n) => n.year === year + 1)) year += 1;
  return { off, madeUp, local: new Set(local), certainUntil: `${year}-12-25` };
}

export function works(day: Day, almanac: Almanac, madeUpDaysWork: boolean): boolean {
  if (almanac.local.has(day)) return false;
  if (almanac.off.has(day)) return false;
  if (almanac.madeUp.has(day)) return madeUpDaysWork;
  return !isWeekend(day);
}
