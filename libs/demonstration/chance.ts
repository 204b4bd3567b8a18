/** Repeatable chance: the same seed draws the same years on every machine, so that a demonstration can be talked about. */
import { addDays, type Calendar, type Day, daysBetween } from '@anjuan/law';

export class Chance {
  private state: number;

  constructor(
    seed: string,
    private readonly calendar: Calendar,
  ) {
    // FNV-1a: short seeds that differ in one letter start far apart.
    this.state = [...seed].reduce((h, c) => Math.imul(h ^ (c.codePointAt(0) ?? 0), 16_777_619), 2_166_136_261);
  }

  /** A number in [0, 1) (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    const found = list[this.between(0, list.length - 1)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  shuffle<T>(list: readonly T[]): T[] {
    return list
      .map((item) => ({ item, at: this.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }

  /** A working day from `first` to `last`; the nearest before it where the draw falls on a rest day. */
  workingDay(first: Day, last: Day): Day {
    let on = addDays(first, this.between(0, Math.max(0, daysBetween(first, last))));
    while (on > first && !this.calendar.isWorkingDay(on)) on = addDays(on, -1);
    while (!this.calendar.isWorkingDay(on)) on = addDays(on, 1);
    return on;
  }

  /** The first working day at least `days` after a day. */
  after(on: Day, days: number): Day {
    let end = addDays(on, days);
    while (!this.calendar.isWorkingDay(end)) end = addDays(end, 1);
    return end;
  }

  /** The last working day at least `days` before a day. */
  before(on: Day, days: number): Day {
    let start = addDays(on, -days);
    while (!this.calendar.isWorkingDay(start)) start = addDays(start, -1);
    return start;
  }
}
