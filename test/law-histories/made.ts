/** What the histories are made of: days where counting goes wrong if it can, calendars, conventions, and a census. */
import { buildCalendar, type Calendar, type Conventions, type Notice, shippedNotices } from '@anjuan/law';
import fc from 'fast-check';
import { type Almanac, almanacOf, type Day, plus } from './almanac';

/** The same run on every machine; a failing history is printed shrunk, with the path that leads to it. */
export const SEED = 20240101;

/** A notice invented for the test, in the shape of the real ones. */
const invented: Notice = {
  year: 2027,
  number: '测试通知〔2026〕1号',
  issued: '2026-11-10',
  festivals: [
    { name: '元旦', off: ['2027-01-01', '2027-01-03'], makeUp: [] },
    { name: '春节', off: ['2027-02-05', '2027-02-12'], makeUp: ['2027-02-14', '2027-02-20'] },
  ],
};
const local = ['2022-04-03', '2023-04-22', '2024-04-11', '2024-04-12', '2025-06-06', '2025-03-31', '2026-05-27'];

interface Place {
  readonly name: string;
  readonly calendar: Calendar;
  readonly almanac: Almanac;
}
const place = (name: string, notices: readonly Notice[], days: readonly Day[], knownOn?: Day): Place => ({
  name,
  calendar: buildCalendar({ notices, localHolidays: days.map((day) => ({ day })), knownOn }),
  almanac: almanacOf([...shippedNotices, ...notices], days, knownOn),
});
export const places: readonly Place[] = [
  place('national calendar', [], []),
  place('local holidays', [], local),
  place('a later notice', [invented], local),
  place('as known on 2020-01-20', [], [], '2020-01-20'),
  place('as known on 2019-03-21', [], [], '2019-03-21'),
];
/** The national calendar is the usual one. */
export const anyPlace = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  fc.integer({ min: 1, max: places.length - 1 }),
);

export const anyConventions: fc.Arbitrary<Conventions> = fc.record({
  extensionBase: fc.constantFrom('unrolled', 'rolled'),
  backwardCounting: fc.constantFrom('strict', 'lenient'),
  suspensionDays: fc.constantFrom('resume-day-counts', 'suspend-day-counts'),
  oldLawCorrectionDays: fc.constantFrom('working', 'calendar'),
  oldLawAcceptanceDate: fc.constantFrom('receipt', 'corrected'),
  makeUpDayIsWorkingDay: fc.boolean(),
  versionBinding: fc.constantFrom('oldest-first', 'newest-first'),
});

const within = (first: Day, span: number) => fc.integer({ min: 0, max: span }).map((n) => plus(first, n));
const festivals = shippedNotices.flatMap((n) => n.festivals).filter((f) => f.off[0] > '2018-03-01');
export const lastOfTheOldLaw = within('2023-11-25', 36);
export const monthEnd: fc.Arbitrary<Day> = fc
  .tuple(
    fc.integer({ min: 2019, max: 2026 }),
    fc.constantFrom(
      '01-29',
      '01-30',
      '01-31',
      '02-28',
      '03-31',
      '05-31',
      '08-29',
      '08-30',
      '08-31',
      '10-31',
      '12-30',
      '12-31',
    ),
  )
  .map(([year, day]) => `${year}-${day}`);
/** Any day of 2018–2026, more often where years, months, laws and holidays meet. */
export const anyDay: fc.Arbitrary<Day> = fc.oneof(
  { weight: 3, arbitrary: within('2018-03-01', 3220) },
  { weight: 2, arbitrary: within('2023-10-20', 90) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...festivals), fc.integer({ min: -75, max: 8 }))
      .map(([f, n]) => plus(f.off[0], n)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 2018, max: 2026 }), fc.integer({ min: -12, max: 8 }))
      .map(([year, n]) => plus(`${year}-12-28`, n)),
  },
  { weight: 1, arbitrary: monthEnd },
);

/** How many histories had each feature, so that a generator gone lame is seen. */
export class Census {
  private readonly counts = new Map<string, number>();
  private histories = 0;

  take(features: Readonly<Record<string, boolean>>): void {
    this.histories += 1;
    for (const [feature, has] of Object.entries(features))
      this.counts.set(feature, (this.counts.get(feature) ?? 0) + (has ? 1 : 0));
  }
  get total(): number {
    return this.histories;
  }
  /** Features that fewer than so many histories had. */
  scarce(least: number): string[] {
    return [...this.counts].filter(([, n]) => n < least).map(([feature]) => feature);
  }
  print(title: string): void {
    const rows = [...this.counts]
      .sort(([, a], [, b]) => b - a)
      .map(([feature, n]) => `  ${String(n).padStart(6)}  ${feature}`);
    process.stdout.write(`${title}: ${this.histories} histories\n${rows.join('\n')}\n`);
  }
}
