import { compensationFacts } from '@anjuan/cases/compensation';
import { litigationFacts } from '@anjuan/cases/litigation';
import { mediationFacts } from '@anjuan/cases/mediation';
import { reconsiderationFacts } from '@anjuan/cases/reconsideration';
import { supervisionFacts } from '@anjuan/coordination';
import { Figures } from '@anjuan/statistics';
import { openDesk } from '@test/desk';
import { addCases, type CaseRow, type Facts, figuresBy, quotientsOf, valuesOf } from './fact-rows';

const own = { defendant: 'own-government', instance: 'first', standing: 'sole' };
const suit = (notified_on: string, more: Facts = {}): CaseRow => ({ facts: { ...own, notified_on, ...more } });
const ruled = (ruled_on: string, ruling: string, ruling_form = 'judgment'): Facts => ({
  ruled_on,
  ruling,
  ruling_form,
});
const heard = (heard_on: string, head_attended: boolean): Facts => ({ heard_on, head_attended });
const second = { instance: 'second', standing: 'appellee' };

/** The year 2024 of a small county, counted by hand: chains of instances stand together. */
const year: readonly CaseRow[] = [
  // Over before the year began.
  suit('2023-01-05', ruled('2023-12-31', 'claims-rejected')),
  // Chain A, carried in: first instance lost on the year's first day, appealed by us, second instance upheld in autumn.
  suit('2023-09-01', {
    ...ruled('2024-01-01', 'revoked'),
    ...heard('2023-11-01', true),
    followed_on: '2024-02-10',
    field: 'police',
    in_series: true,
    // Before the year; answered for on its last day.
    represented_on: '2023-11-01',
    represented_by: 'bureau-staff',
    accountable_on: '2024-12-31',
    accountable_people: 2,
  }),
  suit('2024-02-10', {
    instance: 'second',
    standing: 'appellant',
    ...ruled('2024-09-01', 'appeal-upheld'),
    ...heard('2024-05-05', false),
    field: 'police',
    court_level: 'intermediate',
    represented_on: '2024-05-05',
    represented_by: 'organ-staff',
  }),
  // Chain B: first instance concluded last year and followed this year; second instance pending at the end.
  suit('2023-06-01', { ...ruled('2023-12-20', 'claims-rejected'), followed_on: '2024-01-15' }),
  suit('2024-01-15', { ...second }),
  // Chain C: judged in the year's last month, followed only in the next: a concluded first instance at the end.
  suit('2024-03-01', {
    ...ruled('2024-12-10', 'claims-rejected'),
    ...heard('2024-06-01', true),
    appealed_on: '2024-12-24',
    followed_on: '2025-01-08',
    cause: 'penalty',
    field: 'market',
    court_level: 'basic',
    represented_on: '2024-06-01',
    represented_by: 'public-lawyer',
  }),
  suit('2025-01-08', { ...second }),
  // Chain D: followed on the last day; that instance is pending.
  suit('2024-04-01', {
    ...ruled('2024-11-01', 'unlawful'),
    ...heard('2024-08-01', true),
    standing: 'joint',
    followed_on: '2024-12-31',
    cause: 'penalty',
    field: 'market',
    court_level: 'basic',
    represented_on: '2024-08-01',
    represented_by: 'bureau-staff',
    accountable_on: '2025-01-01',
    accountable_people: 1,
  }),
  suit('2024-12-31', { ...second, court_level: 'intermediate' }),
  // Single instances: dismissed without a hearing, withdrawn, mediated, pending, ruled on next year's first day.
  suit('2024-05-01', ruled('2024-05-20', 'dismissed-suit', 'ruling')),
  suit('2024-05-02', { ...ruled('2024-06-20', 'withdrawn', 'ruling'), cause: 'levy', transferred_on: '2024-05-15' }),
  suit('2024-05-03', { ...ruled('2024-12-31', 'mediated', 'mediation'), ...heard('2024-12-31', true) }),
  suit('2024-06-01', { ...heard('2025-01-02', true), transferred_on: '2025-01-01' }),
  suit('2024-06-02', {
    ...ruled('2025-01-01', 'revoked'),
    represented_on: '2024-07-01',
    represented_by: 'lawyer',
  }),
  // The government as third party: no answering side.
  suit('2024-06-03', { standing: 'third-party', ...ruled('2024-07-03', 'claims-rejected') }),
  // A department's suits.
  suit('2024-02-02', {
    defendant: 'department',
    ...ruled('2024-08-08', 'perform'),
    ...heard('2024-04-04', false),
    field: 'police',
    court_level: 'basic',
    in_series: true,
    represented_on: '2024-04-04',
    represented_by: 'bureau-staff',
    accountable_on: '2024-09-01',
    accountable_people: 1,
  }),
  suit('2024-02-03', { defendant: 'department' }),
];

const order = (issued_on: string, ground: string, more: Facts = {}): CaseRow => ({
  facts: { issued_on, ground, concerns: 'litigation', ...more },
});
const orders: readonly CaseRow[] = [
  order('2024-01-01', 'rectification', { replied_on: '2024-12-31' }),
  order('2024-12-31', 'rectification', { replied_on: '2025-01-05' }),
  order('2025-01-01', 'rectification'),
  order('2024-05-05', 'overdue', { replied_on: '2024-05-06' }),
  order('2024-05-06', 'rectification', { concerns: 'reconsideration' }),
];

describe('the figures of a small litigation year', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let figures: Figures;
  let jurisdictionId: number;
  beforeAll(async () => {
    desk = await openDesk('2025-02-28');
    figures = new Figures(desk.database);
    const county = await desk.county('small');
    jurisdictionId = county.jurisdictionId;
    await addCases(desk.database, county, litigationFacts, year);
    await addCases(desk.database, county, reconsiderationFacts, [
      ...['2024-01-02', '2024-05-05', '2024-12-31', '2025-01-01'].map((organ_received_on) => ({
        facts: { organ_received_on },
      })),
    ]);
    await addCases(desk.database, county, supervisionFacts, orders);
    await addCases(desk.database, county, compensationFacts, [
      { facts: { received_on: '2023-12-31', concluded_on: '2024-01-01' } },
      { facts: { received_on: '2024-06-01' } },
      { facts: { received_on: '2023-06-01', concluded_on: '2023-12-31' } },
      { facts: { received_on: '2025-01-01' } },
    ]);
    await addCases(desk.database, county, mediationFacts, [
      { facts: { accepted_on: '2024-12-31' } },
      { facts: { accepted_on: '2023-11-01', closed_on: '2023-12-31', outcome: 'failed' } },
    ]);
  });
  afterAll(() => desk.close());

  it('counts a suit once, where its newest instance stands at the end', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, allVariants: true });
    const expected = {
      // A and C concluded, four single ones concluded; B and D pending in second instance; two pending in first.
      'litigation-handled': 10,
      'litigation-handled/files-all-organs': 12,
      'litigation-concluded': 6,
      'litigation-concluded/files-all-organs': 7,
      'litigation-pending': 4,
      'litigation-pending-first-instance': 2,
      'litigation-pending-first-instance/all-organs': 3,
      'litigation-pending-second-instance': 2,
      'litigation-pending/departments': 1,
      'litigation-pending/instances': 4,
      'litigation-pending/instances-all-organs': 5,
      'litigation-pending/instances-departments': 1,
    };
    expect(valuesOf(rows, Object.keys(expected))).toEqual(expected);
  });

  it('counts instances where the reading says so', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, allVariants: true });
    const expected = {
      'litigation-received': 11,
      'litigation-received/all-organs': 13,
      'litigation-received/departments': 2,
      'litigation-received/first': 8,
      'litigation-received/first-all-organs': 10,
      'litigation-second-instance': 3,
      'litigation-carried-in': 1,
      'litigation-caseload': 12,
      // Neither as appellant (A) nor as third party.
      'litigation-handled/instances': 10,
      'litigation-handled/instances-all-organs': 12,
      'litigation-concluded/instances': 8,
      'litigation-concluded/instances-departments': 1,
      'litigation-concluded/first': 7,
      'litigation-concluded-second': 1,
      'litigation-lost': 2,
      'litigation-lost/all-organs': 3,
      'litigation-dismissed': 1,
      'litigation-supported': 2,
      'litigation-mediated-withdrawn': 2,
      'litigation-joint-defendant': 1,
    };
    expect(valuesOf(rows, Object.keys(expected))).toEqual(expected);
  });

  it('divides losses and appearances by what was concluded and heard', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, allVariants: true });
    const quotients: Readonly<Record<string, readonly [number, number]>> = {
      'litigation-loss-rate': [2, 7],
      'litigation-loss-rate/judgments': [2, 4],
      'litigation-loss-rate/all-organs': [3, 8],
      'litigation-loss-rate/sole-defendant': [1, 5],
      'litigation-head-appearance-rate': [3, 4],
      'litigation-head-appearance-rate/all-organs': [3, 5],
      'litigation-head-appearance-rate/departments': [0, 1],
      'litigation-conclusion-rate': [8, 12],
      'litigation-clearance-ratio': [8, 11],
    };
    const counted = Object.keys(quotients).map((name) => [
      name,
      [rows.get(name)?.numerator, rows.get(name)?.denominator],
    ]);
    expect(Object.fromEntries(counted)).toEqual(quotients);
  });

  it('tells fields, courts and categories apart, and counts what followed a lost suit', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, allVariants: true });
    const expected = {
      'litigation-by-field': 3,
      'litigation-by-field/police': 1,
      'litigation-by-field/market': 2,
      'litigation-by-field/water': 0,
      'litigation-by-field/all-organs': 4,
      'litigation-by-court': 4,
      'litigation-by-court/basic': 2,
      'litigation-by-court/intermediate': 2,
      'litigation-by-court/all-organs': 5,
      'litigation-lost-by-field': 2,
      'litigation-lost-by-field/police': 1,
      'litigation-lost-by-field/market': 1,
      'litigation-lost-by-field/all-organs': 3,
      'litigation-lost-series': 1,
      'litigation-lost-series/all-organs': 2,
      'litigation-lost-series/departments': 1,
      'litigation-transferred': 1,
      'litigation-transferred/departments': 0,
      'litigation-represented': 2,
      'litigation-represented/staff': 3,
      'litigation-represented/departments': 1,
      'litigation-represented/all-organs': 3,
      'litigation-accountability-cases': 1,
      'litigation-accountability-cases/people': 2,
      'litigation-accountability-cases/departments': 1,
      'litigation-accountability-cases/all-organs': 2,
      'litigation-rectification-notices': 2,
      'litigation-rectification-notices/replied': 1,
    };
    expect(valuesOf(rows, Object.keys(expected))).toEqual(expected);
    const quotients = {
      'litigation-category-share': [3, 11],
      'litigation-category-share/cause-penalty': [2, 11],
      'litigation-category-share/cause-levy': [1, 11],
      'litigation-category-share/field-market': [2, 11],
      'litigation-category-share/court-basic': [2, 11],
    };
    expect(quotientsOf(rows, Object.keys(quotients))).toEqual(quotients);
  });

  it('adds up cases of several kinds, each reading its own', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, allVariants: true, withCases: true });
    const expected = {
      // No review was accepted; ten instances in which the government answered.
      'casework-total': 10,
      'casework-total/received': 14,
      'casework-total/with-compensation': 12,
      'casework-total/with-mediation': 13,
    };
    expect(valuesOf(rows, Object.keys(expected))).toEqual(expected);
    const all = rows.get('casework-total/with-mediation');
    expect(new Set(all?.caseLists.numeratorIds).size).toBe(13);
    const request = { jurisdictionId, year: 2024, metric: 'casework-total', variant: 'with-mediation' };
    const { items } = await figures.casesOf(request);
    expect(items.map(({ kind }) => kind).sort()).toEqual([
      ...Array.from({ length: 2 }, () => 'compensation'),
      ...Array.from({ length: 10 }, () => 'litigation'),
      'mediation',
    ]);
  });

  it('divides applications for reconsideration by first-instance suits of all organs', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024 });
    expect(rows.get('reconsideration-litigation-ratio')).toMatchObject({
      numerator: 3,
      denominator: 10,
      value: 0.3,
      printed: '0.3',
      unit: '倍',
    });
  });

  it('prints a dash, not 100, in a window without a hearing', async () => {
    const rows = await figuresBy(figures, { jurisdictionId, year: 2024, cutoff: '2024-01-31' });
    expect(rows.get('litigation-head-appearance-rate')).toMatchObject({
      value: null,
      printed: '—',
      numerator: 0,
      denominator: 0,
    });
  });

  it('moves a file with its chain when the cut-off moves', async () => {
    const at = async (cutoff: string) => {
      const rows = await figuresBy(figures, { jurisdictionId, year: 2024, cutoff });
      return Object.values(valuesOf(rows, ['litigation-concluded', 'litigation-pending-second-instance']));
    };
    // A: concluded in first instance on 1 January, in second instance from 10 February, concluded on 1 September.
    expect(await at('2024-02-09')).toEqual([1, 1]);
    expect(await at('2024-02-10')).toEqual([0, 2]);
    expect(await at('2024-12-30')).toEqual([6, 1]);
  });
});
