import { mediationFacts } from '@anjuan/cases/mediation';
import { reconsiderationFacts } from '@anjuan/cases/reconsideration';
import { FieldErrors, NotFound } from '@anjuan/casework';
import { type Breakdown, Breakdowns, Figures, reachOf } from '@anjuan/statistics';
import { openDesk } from '@test/desk';
import { addCases, figuresBy } from './fact-rows';

type Desk = Awaited<ReturnType<typeof openDesk>>;
let desk: Desk;
let breakdowns: Breakdowns;
let figures: Figures;
let counties = 0;
beforeAll(async () => {
  desk = await openDesk('2025-02-28');
  breakdowns = new Breakdowns(desk.database);
  figures = new Figures(desk.database);
});
afterAll(() => desk.close());
async function county() {
  counties += 1;
  return desk.county(`county-${counties}`);
}
const received = (organ_received_on: string, more = {}) => ({ facts: { organ_received_on, ...more } });
const shown = ({ rows }: Breakdown) => rows.map(({ label, printed, share }) => `${label} ${printed} ${share}`);

describe('a figure told apart', () => {
  it('has a row per part, greatest first, its share, and what is not known', async () => {
    const { jurisdictionId, ...home } = await county();
    await addCases(desk.database, { jurisdictionId, ...home }, reconsiderationFacts, [
      received('2024-01-01', { field: 'police' }),
      received('2024-05-01', { field: 'police' }),
      received('2024-12-31', { field: 'market' }),
      received('2024-12-31'),
      received('2023-12-31', { field: 'water' }),
    ]);
    const request = { jurisdictionId, year: 2024, metric: 'reconsideration-received', by: 'field' };
    const found = await breakdowns.breakdown(request);
    expect(shown(found)).toEqual(['公安 2 50', '市场监管 1 25']);
    expect(found.unknown).toMatchObject({ printed: '1', share: '25' });
    expect(found.rest).toBeNull();
    expect(found.whole).toMatchObject({ value: 4, printed: '4', share: '100' });
    expect(found.dimensions.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['matter', 'channel', 'applicant_kind', 'respondent_name', 'organisation', 'month']),
    );
    const cut = await breakdowns.breakdown({ ...request, most: 1 });
    expect(shown(cut)).toEqual(['公安 2 50']);
    expect(cut.rest).toMatchObject({ printed: '1' });
    const list = await figures.casesOf({ ...request, key: 'police' });
    expect(list.items).toHaveLength(2);
    expect((await figures.casesOf(request)).items).toHaveLength(1);
  });

  it('averages each part by itself, the whole by all of them', async () => {
    const home = await county();
    const concluded = (field: string, accepted_on: string, concluded_on: string) => ({
      facts: { field, accepted_on, concluded_on, outcome: 'upheld' },
    });
    await addCases(desk.database, home, reconsiderationFacts, [
      concluded('police', '2024-03-01', '2024-03-31'),
      concluded('police', '2024-03-01', '2024-04-01'),
      concluded('market', '2024-03-01', '2024-04-10'),
      // Accepted and decided on one day: no day in between.
      concluded('water', '2024-03-01', '2024-03-01'),
      concluded('water', '2023-12-01', '2023-12-31'),
    ]);
    const found = await breakdowns.breakdown({
      jurisdictionId: home.jurisdictionId,
      year: 2024,
      metric: 'reconsideration-average-days',
      by: 'field',
      compared: true,
    });
    expect(found.rows.map((r) => [r.label, r.numerator, r.denominator, r.printed, r.share])).toEqual([
      ['公安', 61, 2, '30.5', null],
      ['市场监管', 40, 1, '40', null],
      ['水利', 0, 1, '0', null],
    ]);
    expect(found.rows[2]?.before).toEqual({ value: 30, printed: '30' });
    expect(found.whole).toMatchObject({ numerator: 101, denominator: 4, printed: '25.25' });
    expect(found.unit).toBe('天');
  });

  it('stands beside the same days of the year before, parts that vanished included', async () => {
    const home = await county();
    await addCases(desk.database, home, reconsiderationFacts, [
      received('2024-03-01', { field: 'police' }),
      received('2024-03-02', { field: 'police' }),
      received('2024-03-03', { field: 'police' }),
      received('2023-03-01', { field: 'police' }),
      received('2023-03-02', { field: 'police' }),
      received('2023-04-01', { field: 'water' }),
      // After the same day of the year before.
      received('2023-07-01', { field: 'water' }),
    ]);
    const found = await breakdowns.breakdown({
      jurisdictionId: home.jurisdictionId,
      year: 2024,
      cutoff: '2024-06-30',
      metric: 'reconsideration-received',
      by: 'field',
      compared: true,
    });
    expect(
      found.rows.map(({ label, printed, before, change }) => [label, printed, before?.printed, change?.printed]),
    ).toEqual([
      ['公安', '3', '2', '50'],
      ['水利', '0', '1', '-100'],
    ]);
    expect(found.whole.change).toEqual({ value: 0, printed: '0', unit: '%' });
  });

  it('runs through the months, each of two days where a case counts on one of several', async () => {
    const home = await county();
    await addCases(desk.database, home, reconsiderationFacts, [
      {
        facts: {
          organ_received_on: '2023-12-01',
          accepted_on: '2023-12-05',
          concluded_on: '2024-02-01',
          outcome: 'upheld',
        },
      },
      { facts: { organ_received_on: '2024-02-01', left_on: '2024-02-29', exit: 'redirected' } },
      { facts: { organ_received_on: '2024-03-01', left_on: '2024-04-01', exit: 'not-accepted' } },
    ]);
    const found = await breakdowns.breakdown({
      jurisdictionId: home.jurisdictionId,
      from: '2023-11-15',
      cutoff: '2024-03-31',
      metric: 'reconsideration-concluded',
      variant: 'all-closings',
      by: 'month',
    });
    expect(found.rows.map(({ label, numerator }) => `${label} ${numerator}`)).toEqual([
      '2023年11月 0',
      '2023年12月 0',
      '2024年1月 0',
      '2024年2月 2',
      '2024年3月 0',
    ]);
    expect(found.unknown).toBeNull();
  });

  it('divides rates part by part, by the organisations within reach', async () => {
    const home = await county();
    const agreed = {
      accepted_on: '2024-03-01',
      agreed_on: '2024-03-02',
      closed_on: '2024-03-02',
      outcome: 'agreed-oral',
    };
    const failed = { accepted_on: '2024-03-01', closed_on: '2024-03-09', outcome: 'failed' };
    await addCases(desk.database, home, mediationFacts, [
      { facts: agreed },
      { facts: failed },
      { facts: failed },
      { facts: agreed, organisationId: home.town.id },
    ]);
    const request = {
      jurisdictionId: home.jurisdictionId,
      year: 2024,
      metric: 'mediation-success-rate',
      by: 'organisation',
    };
    const rows = async (reach?: Parameters<typeof reachOf>[0]) =>
      (await breakdowns.breakdown({ ...request, ...(reach && { reach: reachOf(reach) }) })).rows.map(
        ({ label, printed, numerator, denominator }) => `${label} ${printed} ${numerator}/${denominator}`,
      );
    expect(await rows()).toEqual(['司法局 33.33 1/3', '城关镇调委会 100 1/1']);
    expect(await rows(await home.actor('committee-head', home.town))).toEqual(['城关镇调委会 100 1/1']);
    await expect(rows(await home.actor('reconsideration-officer'))).rejects.toThrow(NotFound);
    await expect(breakdowns.breakdown({ ...request, by: 'concluded_on' })).rejects.toThrow(FieldErrors);
    await expect(breakdowns.breakdown({ ...request, by: 'constructor' })).rejects.toThrow('可以按');
  });

  it('adds up to the figure for every metric and dimension there is', async () => {
    const home = await county();
    await addCases(desk.database, home, mediationFacts, [
      {
        facts: {
          accepted_on: '2024-03-01',
          agreed_on: '2024-03-02',
          outcome: 'agreed-oral',
          agreement_fen: 300,
          origin: 'police',
        },
      },
      { facts: { accepted_on: '2024-04-01', agreed_on: '2024-05-02', outcome: 'agreed-written', agreement_fen: 500 } },
    ]);
    const request = { jurisdictionId: home.jurisdictionId, year: 2024 };
    const rows = await figuresBy(figures, request);
    for (const metric of [
      'mediation-accepted',
      'mediation-agreement-amount',
      'mediation-success-rate',
      'hearings-and-coordination-meetings',
    ]) {
      const { dimensions } = await breakdowns.breakdown({ ...request, metric, by: 'organisation' });
      for (const { id } of dimensions) {
        const { whole } = await breakdowns.breakdown({ ...request, metric, by: id });
        expect(whole.value).toBe(rows.get(metric)?.value);
      }
    }
  });
});

describe('同比', () => {
  it('is percent for counts and percentage points for rates, over the same days', async () => {
    const home = await county();
    const life = (accepted_on: string, closed_on: string, outcome: string) => ({
      facts: { accepted_on, closed_on, outcome, ...(outcome === 'failed' ? {} : { agreed_on: closed_on }) },
    });
    await addCases(desk.database, home, mediationFacts, [
      life('2024-01-02', '2024-01-03', 'agreed-oral'),
      life('2024-01-02', '2024-01-03', 'agreed-oral'),
      life('2024-01-02', '2024-01-03', 'failed'),
      life('2023-01-02', '2023-01-03', 'agreed-oral'),
      life('2023-01-02', '2023-01-03', 'failed'),
      // Outside the same window of the year before.
      life('2023-11-21', '2023-11-22', 'failed'),
    ]);
    const request = { jurisdictionId: home.jurisdictionId, year: 2024, cutoff: '2024-11-20', compared: true };
    const rows = await figuresBy(figures, request);
    expect(rows.get('mediation-accepted')?.yearBefore).toEqual({
      from: '2023-01-01',
      to: '2023-11-20',
      value: 2,
      printed: '2',
      numerator: 2,
      denominator: null,
      change: { value: 50, printed: '50', unit: '%' },
    });
    expect(rows.get('mediation-success-rate')?.yearBefore).toMatchObject({
      printed: '50',
      change: { printed: '16.67', unit: '个百分点' },
    });
    expect(rows.get('mediation-difficult')?.yearBefore?.change).toEqual({ value: null, printed: '—', unit: '%' });
    expect(rows.get('mediation-difficult-success-rate')?.yearBefore?.change).toMatchObject({ printed: '—' });
    expect(rows.get('mediation-growth-rate')?.yearBefore?.change).toBeNull();
    const plain = await figuresBy(figures, { ...request, compared: false });
    expect(plain.get('mediation-accepted')).not.toHaveProperty('yearBefore');
  });
});
