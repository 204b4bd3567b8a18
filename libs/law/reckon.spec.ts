import fc from 'fast-check';
import {
  addDays,
  addMonths,
  buildCalendar,
  type Day,
  daysBetween,
  type LimitId,
  limit,
  limitIds,
  reckon,
  versionInForce,
} from '.';

const calendar = buildCalendar();

const fromDay = fc
  .integer({ min: 0, max: daysBetween('2019-01-01', '2026-06-30') })
  .map((n) => addDays('2019-01-01', n));
const anyLimit = fc.constantFrom(...limitIds);
const suspension = fc
  .tuple(fc.integer({ min: -20, max: 200 }), fc.integer({ min: 0, max: 60 }))
  .map(([start, length]) => ({ start, length }));
const anySuspensions = fc.array(suspension, { maxLength: 3 });

const suspensionsFrom = (from: Day, items: readonly { start: number; length: number }[]) =>
  items.map(({ start, length }) => ({ from: addDays(from, start), to: addDays(from, start + length) }));

/** Supplies a length where the law leaves it to a paper; undefined where the id has nothing to count on that day. */
function lengthFor(id: LimitId, from: Day): { givenDays?: number } | undefined {
  const version = versionInForce(id, from);
  if (!version || (!version.span && !version.given)) return undefined;
  return version.span ? {} : { givenDays: 5 };
}

interface Run {
  readonly raw: Day;
  readonly due: Day;
  readonly excludedDays: number;
}

function count(id: LimitId, from: Day, more: Partial<Parameters<typeof reckon>[0]> = {}): Run | undefined {
  const length = lengthFor(id, from);
  if (!length) return undefined;
  const { raw, due, excludedDays } = reckon({ limit: id, from, calendar, ...length, ...more });
  if (raw === null || due === null) throw new Error('a closed suspension left no date');
  return { raw, due, excludedDays };
}

const forward = (id: LimitId): boolean => limit(id).direction !== 'back';

describe('properties of every limit', () => {
  it('is never due before its raw end, nor on a rest day where it rolls', () => {
    fc.assert(
      fc.property(anyLimit, fromDay, anySuspensions, (id, from, items) => {
        if (!forward(id)) return;
        const run = count(id, from, { suspensions: suspensionsFrom(from, items) });
        if (!run) return;
        expect(run.due >= run.raw).toBe(true);
        if (versionInForce(id, from)?.span?.n !== 0) expect(calendar.isWorkingDay(run.due)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('rolls to the first working day and no further', () => {
    fc.assert(
      fc.property(anyLimit, fromDay, (id, from) => {
        const run = forward(id) ? count(id, from) : undefined;
        if (!run || run.raw === run.due) return;
        for (let day = run.raw; day < run.due; day = addDays(day, 1)) expect(calendar.isWorkingDay(day)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never brought forward by a suspension, and one suspension more never shortens it', () => {
    fc.assert(
      fc.property(anyLimit, fromDay, anySuspensions, suspension, (id, from, items, extra) => {
        if (!forward(id)) return;
        const plain = count(id, from, { suspensions: suspensionsFrom(from, items) });
        const longer = count(id, from, { suspensions: suspensionsFrom(from, [...items, extra]) });
        if (!plain || !longer) return;
        expect(longer.due >= plain.due).toBe(true);
        expect(longer.excludedDays >= plain.excludedDays).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on the order in which suspensions are given', () => {
    fc.assert(
      fc.property(anyLimit, fromDay, anySuspensions, (id, from, items) => {
        if (!forward(id)) return;
        const there = count(id, from, { suspensions: suspensionsFrom(from, items) });
        const back = count(id, from, { suspensions: suspensionsFrom(from, [...items].reverse()) });
        expect(back).toEqual(there);
      }),
    );
  });

  it('grows with each day of extension', () => {
    const extendable = limitIds.filter((id) => limit(id).versions.some(({ extension }) => extension));
    expect(extendable).toContain('reconsideration.decision-ordinary');
    fc.assert(
      fc.property(fc.constantFrom(...extendable), fromDay, fc.integer({ min: 1, max: 9 }), (id, from, days) => {
        if (!versionInForce(id, from)?.extension) return;
        const plain = count(id, from);
        const shorter = count(id, from, { extendDays: days });
        const longer = count(id, from, { extendDays: days + 1 });
        if (!plain || !shorter || !longer) return;
        expect(shorter.due >= plain.due && longer.due >= shorter.due).toBe(true);
        expect(longer.raw > shorter.raw && shorter.raw > plain.raw).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('never falls earlier for a later trigger under the same law', () => {
    fc.assert(
      fc.property(anyLimit, fromDay, fc.integer({ min: 1, max: 40 }), (id, from, gap) => {
        const next = addDays(from, gap);
        if (versionInForce(id, from) !== versionInForce(id, next)) return;
        const early = count(id, from);
        const late = count(id, next);
        if (early && late) expect(late.due >= early.due).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('counted backwards, leaves the statutory working days clear', () => {
    fc.assert(
      fc.property(fromDay, (hearing) => {
        if (hearing < '2024-01-01') return;
        const run = count('reconsideration.hearing-notice', hearing);
        if (!run) throw new Error('no version');
        let clear = 0;
        for (let day = addDays(run.due, 1); day < hearing; day = addDays(day, 1)) {
          if (calendar.isWorkingDay(day)) clear += 1;
        }
        expect(clear).toBe(5);
      }),
    );
  });
});

describe('month arithmetic', () => {
  it('keeps the date or takes the last day of the month, and never skips a month', () => {
    fc.assert(
      fc.property(fromDay, fc.integer({ min: -240, max: 240 }), (from, n) => {
        const to = addMonths(from, n);
        const index = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
        expect(index(to) - index(from)).toBe(n);
        if (to.slice(8) !== from.slice(8)) {
          expect(to.slice(8) < from.slice(8)).toBe(true);
          expect(addDays(to, 1).slice(8)).toBe('01');
        }
      }),
      { numRuns: 2000 },
    );
  });
});
