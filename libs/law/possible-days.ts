/**
 * 暂定日期的幅度 — between which days a due date can fall as long as the year's notice is missing. Nobody knows the
 * notice, but three things are known: the days off by law, how far every notice since 2017 has moved days off and make-up
 * days round a festival, and that nothing else moves. Of each unknown day the two calendars here take the extreme: `most`
 * works on every day that may be worked, `fewest` rests on every day that may be off. Inference, not law (I).
 */
import type { Calendar, DayStatus } from './calendar';
import { addDays, type Day, daysBetween, isWeekend, yearOf } from './day';
import { type Festival, festivalDay, festivalNames, statutoryDays } from './festivals';
import { shippedNotices } from './holiday-notices';

/** How far the notices have reached round a festival's day, in days: off, and off or made up for. */
interface Reach {
  readonly off: readonly [number, number];
  readonly moved: readonly [number, number];
}

/** A joint arrangement (中秋节、国庆节) counts for the day that does not move. */
const leading = (name: string): Festival | undefined =>
  name.includes('国庆节') ? '国庆节' : festivalNames.find((f) => name.startsWith(f));

const reaches: ReadonlyMap<Festival, Reach> = (() => {
  const seen = new Map<Festival, { off: number[]; moved: number[] }>();
  for (const { year, festivals } of shippedNotices)
    for (const { name, off, makeUp } of festivals) {
      const festival = leading(name);
      if (!festival) continue;
      const [day] = festivalDay(festival, year);
      const all = seen.get(festival) ?? { off: [], moved: [] };
      const offs = off.map((d) => daysBetween(day, d));
      all.off.push(...offs);
      all.moved.push(...offs, ...makeUp.map((d) => daysBetween(day, d)));
      seen.set(festival, all);
    }
  const range = (n: readonly number[]) => [Math.min(...n), Math.max(...n)] as const;
  return new Map([...seen].map(([f, { off, moved }]) => [f, { off: range(off), moved: range(moved) }] as const));
})();

const working: DayStatus = { kind: 'ordinary', working: true };
/** Only whether it works is asked of these days; no reasoning is built on them. */
const resting: DayStatus = { kind: 'weekend', working: false };

const isIn = (day: Day, [first, last]: readonly [Day, Day], [from, to]: readonly [number, number]): boolean =>
  day >= addDays(first, from) && day <= addDays(last, to);

interface Possible {
  readonly most: DayStatus;
  readonly fewest: DayStatus;
}
const ofDays = new Map<Day, Possible>();

function possible(day: Day): Possible {
  const known = ofDays.get(day);
  if (known) return known;
  let byLaw = false;
  let mayBeOff = isWeekend(day);
  let mayBeMoved = false;
  // New Year's arrangement reaches back into December.
  for (const year of [yearOf(day), yearOf(day) + 1])
    for (const [festival, { off, moved }] of reaches) {
      const at = festivalDay(festival, year);
      byLaw ||= statutoryDays(festival, year).includes(day);
      mayBeOff ||= isIn(day, at, off);
      mayBeMoved ||= isIn(day, at, moved);
    }
  const most = byLaw || (isWeekend(day) && !mayBeMoved) ? resting : working;
  const found = { most, fewest: byLaw || mayBeOff ? resting : working };
  ofDays.set(day, found);
  return found;
}

const built = new WeakMap<Calendar, { readonly most: Calendar; readonly fewest: Calendar }>();

/** The two extremes of a calendar; days that a notice or the place has settled are left as they are. */
export function extremes(calendar: Calendar): { readonly most: Calendar; readonly fewest: Calendar } {
  const known = built.get(calendar);
  if (known) return known;
  const taking = (which: keyof Possible): Calendar => {
    const status = (day: Day): DayStatus => {
      const settled = calendar.status(day);
      const open = calendar.provisional(day) && (settled.kind === 'ordinary' || settled.kind === 'weekend');
      return open ? possible(day)[which] : settled;
    };
    return { ...calendar, status, isWorkingDay: (day) => status(day).working, provisional: () => false };
  };
  const both = { most: taking('most'), fewest: taking('fewest') };
  built.set(calendar, both);
  return both;
}
