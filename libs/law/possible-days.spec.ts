import { getSolarDateFromLunar, getSolarTermDate } from 'chinese-days';
import { addDays, buildCalendar, type Day, isLimitId, limitIds, reckon, shippedNotices } from '.';
import { festivalDay } from './festivals';

/** The calendar as it stood before anybody knew the notice of `year`. */
const before = (year: number) => {
  const issued = shippedNotices.filter((n) => n.year === year).map((n) => n.issued);
  return buildCalendar({ knownOn: addDays(issued.sort()[0] ?? '', -1) });
};
const known = buildCalendar();
/** Limits of every unit that need nothing but a trigger day. */
const limits = limitIds.filter(isLimitId).filter((id) => {
  try {
    reckon({ limit: id, from: '2024-03-01', calendar: known });
    return true;
  } catch {
    return false;
  }
});

describe('the span of a provisional date', () => {
  it('held the true date for every limit started on any day of 2017 to 2025, had the next notice been missing', () => {
    const outside: string[] = [];
    let spans = 0;
    let widest = 0;
    for (let year = 2018; year <= 2026; year += 1) {
      const blind = before(year);
      for (let from = `${year - 1}-09-01`; from < `${year}-09-01`; from = addDays(from, 8))
        for (const limit of limits) {
          const guess = tryReckon(limit, from, blind);
          const truth = tryReckon(limit, from, known);
          if (!guess?.provisional || !truth?.due || truth.provisional) continue;
          spans += 1;
          const { earliest, latest } = guess;
          if (earliest === null || latest === null || truth.due < earliest || truth.due > latest)
            outside.push(`${limit} ${from}: ${truth.due} not in ${earliest}..${latest}`);
          else widest = Math.max(widest, between(earliest, latest));
        }
    }
    expect(outside.slice(0, 10)).toEqual([]);
    expect(spans).toBeGreaterThan(4000);
    expect(widest).toBeLessThanOrEqual(22);
  });

  const tryReckon = (limit: (typeof limits)[number], from: Day, calendar: typeof known) => {
    try {
      return reckon({ limit, from, calendar });
    } catch {
      return null;
    }
  };
  const between = (a: Day, b: Day) => {
    let n = 0;
    for (let day = a; day < b; day = addDays(day, 1)) n += 1;
    return n;
  };

  it('is told with the date', () => {
    const answer = reckon({ limit: 'reconsideration.acceptance-review', from: '2026-12-30', calendar: known });
    expect(answer).toMatchObject({ provisional: true, earliest: '2027-01-05', latest: '2027-01-08' });
    expect(answer.steps.at(-1)?.text).toContain('最早为2027-01-05、最晚为2027-01-08');
  });

  it('is absent where the notice is there, and where a suspension keeps the end open', () => {
    expect(reckon({ limit: 'reconsideration.acceptance-review', from: '2026-03-02', calendar: known })).toMatchObject({
      provisional: false,
      earliest: null,
      latest: null,
    });
    const open = reckon({
      limit: 'reconsideration.decision-ordinary',
      from: '2026-12-01',
      calendar: known,
      suspensions: [{ from: '2026-12-20' }],
    });
    expect(open).toMatchObject({ due: null, earliest: null, latest: null });
  });
});

it('festivals of the lunar calendar agree with an independent almanac', () => {
  const wrong: string[] = [];
  for (let year = 2017; year <= 2036; year += 1) {
    const expected = {
      春节: getSolarDateFromLunar(`${year}-01-01`).date,
      清明节: getSolarTermDate(year, 4, 'pure_brightness'),
      端午节: getSolarDateFromLunar(`${year}-05-05`).date,
      中秋节: getSolarDateFromLunar(`${year}-08-15`).date,
    };
    for (const name of ['春节', '清明节', '端午节', '中秋节'] as const)
      if (festivalDay(name, year).join() !== [expected[name], expected[name]].join()) wrong.push(`${year} ${name}`);
  }
  expect(wrong).toEqual([]);
});
