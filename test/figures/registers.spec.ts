import { committees, experts, institutions, mediators, points } from '@anjuan/registers';
import { Figures } from '@anjuan/statistics';
import { openDesk } from '@test/desk';
import { addEntries, type Facts, figuresBy, valuesOf } from './fact-rows';

const committee = (kind: string, established_on: string, dissolved_on: string | null = null): Facts => ({
  kind,
  established_on,
  dissolved_on,
});
const mediator = (appointed_on: string, employment: string, left_on: string | null = null): Facts => ({
  appointed_on,
  employment,
  left_on,
});

describe('what the registers of a small county yield at the end of 2024', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let rows: Awaited<ReturnType<typeof figuresBy>>;
  beforeAll(async () => {
    desk = await openDesk('2025-02-28');
    const county = await desk.county('small');
    const { jurisdictionId } = county;
    const add = (sheet: Parameters<typeof addEntries>[2], entries: readonly Facts[]) =>
      addEntries(desk.database, county, sheet, entries);
    await add(committees.sheet, [
      committee('village', '2010-01-01'),
      committee('village', '2012-01-01', '2024-12-31'),
      committee('village', '2012-01-01', '2025-01-01'),
      committee('town', '2010-01-01'),
      committee('industry', '2023-12-31'),
      committee('industry', '2024-01-01'),
      // Set up and dissolved within the year: new, and gone at its end.
      committee('industry', '2024-03-01', '2024-11-01'),
      committee('industry', '2025-01-01'),
      committee('region', '2024-12-31'),
    ]);
    await add(mediators.sheet, [
      mediator('2020-01-01', 'full-time'),
      mediator('2024-12-31', 'part-time'),
      mediator('2020-01-01', 'part-time', '2024-12-31'),
      mediator('2025-01-01', 'full-time'),
    ]);
    await add(experts.sheet, [
      { field: 'medical', listed_on: '2023-01-01' },
      { field: 'law', listed_on: '2024-12-31', left_on: '2025-01-01' },
      { field: 'law', listed_on: '2023-01-01', left_on: '2024-12-31' },
    ]);
    await add(points.sheet, [
      { kind: 'centre', opened_on: '2020-01-01' },
      { kind: 'centre', opened_on: '2024-12-31' },
      { kind: 'centre', opened_on: '2020-01-01', closed_on: '2024-06-01' },
      { kind: 'studio', opened_on: '2020-01-01' },
    ]);
    await add(institutions.sheet, [
      { kind: 'justice-office', established_on: '2010-01-01' },
      { kind: 'justice-office', established_on: '2024-01-01' },
      { kind: 'justice-office', established_on: '2010-01-01', dissolved_on: '2024-01-01' },
      { kind: 'reconsideration-committee', established_on: '2024-12-31' },
      { kind: 'reconsideration-committee', established_on: '2025-01-01' },
    ]);
    rows = await figuresBy(new Figures(desk.database), { jurisdictionId, year: 2024, allVariants: true });
  });
  afterAll(() => desk.close());

  it('counts committees by kind and the new ones of trades', () => {
    const expected = {
      'mediation-orgs': 6,
      'mediation-orgs-by-kind': 6,
      'mediation-orgs-by-kind/village': 2,
      'mediation-orgs-by-kind/town': 1,
      'mediation-orgs-by-kind/industry': 2,
      'mediation-orgs-by-kind/region': 1,
      'mediation-orgs-by-kind/enterprise': 0,
      'mediation-orgs-industry-new': 2,
    };
    expect(valuesOf(rows, Object.keys(expected))).toEqual(expected);
  });

  it('counts the people, and the houses and committees that stand', () => {
    const expected = {
      mediators: 2,
      'mediation-experts': 2,
      'mediation-team': 4,
      'mediation-team/full-time': 3,
      'dispute-resolution-centres': 2,
      'dispute-resolution-centres/opened': 1,
      'justice-offices': 2,
      'justice-offices/established': 1,
      'reconsideration-committees': 1,
    };
    expect(valuesOf(rows, Object.keys(expected))).toEqual(expected);
  });
});
