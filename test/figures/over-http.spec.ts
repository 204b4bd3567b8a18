import type { Breakdown, CaseList, Difference, FigureRow, FrozenFigure, Verification } from '@anjuan/statistics';
import { type Office, openOffice, Refused } from '@test/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice('2024-03-01');
});
afterAll(() => office.close());

const settle = async (day: string, place: 'town' | 'other-town') =>
  office.as('mediation-officer').post('/mediations/settled', {
    organisation_id: office.home.organisations[place],
    happened_on: day,
    parties: [
      { role: 'applicant', kind: 'natural', name: '王伟芳' },
      { role: 'respondent', kind: 'natural', name: '李强' },
    ],
    dispute_type: 'neighbour',
    summary: '滴水纠纷',
    outcome: 'agreed-oral',
  });

it('shows each person the figures of the cases they may open, and the cases behind each', async () => {
  await settle('2024-02-01', 'town');
  await settle('2024-02-02', 'other-town');
  expect(await office.figure('mediation-succeeded', 2024)).toMatchObject({ value: 2, printed: '2', unit: '件' });
  expect(await office.figure('mediation-succeeded', 2024, '2024-02-01')).toMatchObject({ value: 1 });
  const head = office.as('committee-head');
  const rows = await head.get<FigureRow[]>('/figures?year=2024&cases=true');
  const row = rows.find(({ metric }) => metric === 'mediation-succeeded');
  expect(row).toMatchObject({ value: 1, numerator: 1 });
  expect(rows.filter(({ kind }) => kind === 'reconsideration' || kind === 'litigation')).toEqual([]);
  const list = await head.get<CaseList>(String(row?.caseLists.numeratorUrl).replace('/api/v1', ''));
  expect(list.items.map(({ id }) => id)).toEqual(row?.caseLists.numeratorIds);
  expect(list.items[0]).toMatchObject({ organisation: '城关镇人民调解委员会' });
});

it('tells the day of the newest case by a day, which a screen opens on', async () => {
  const officer = office.as('mediation-officer');
  expect(await officer.get('/figures/newest-opening?by=2024-02-01')).toEqual({ openedOn: '2024-02-01' });
  expect(await officer.get('/figures/newest-opening?by=2099-12-31')).toEqual({ openedOn: '2024-02-02' });
  expect(await officer.get('/figures/newest-opening?by=2023-12-31')).toEqual({ openedOn: null });
});

it('lists every reading on request', async () => {
  const rows = await office.as('bureau-head').get<FigureRow[]>('/figures?year=2024&all_variants=true');
  const readings = rows.filter(({ metric }) => metric === 'mediation-success-rate').map(({ variant }) => variant);
  expect(readings).toEqual(['default', 'handled', 'accepted']);
});

it('compares with the year before, and tells a figure apart', async () => {
  const head = office.as('bureau-head');
  const rows = await head.get<FigureRow[]>('/figures?year=2025&compared=true');
  expect(rows.find(({ metric }) => metric === 'mediation-succeeded')?.yearBefore).toMatchObject({
    printed: '2',
    change: { printed: '-100', unit: '%' },
  });
  const found = await head.get<Breakdown>('/figures/mediation-succeeded/breakdown?year=2024&by=organisation');
  expect(found.rows.map(({ printed }) => printed)).toEqual(['1', '1']);
  const key = found.rows[0]?.key;
  const list = await head.get<CaseList>(`/figures/mediation-succeeded/cases?year=2024&by=organisation&key=${key}`);
  expect(list.items).toHaveLength(1);
  const part = await head.get<FigureRow[]>('/figures?from=2023-08-01&cutoff=2024-02-01');
  expect(part.find(({ metric }) => metric === 'mediation-succeeded')).toMatchObject({ value: 1, kind: 'mediation' });
});

it('freezes figures, shows their cases to those who may see them, and names what moved since', async () => {
  const head = office.as('bureau-head');
  const [figure] = await head.post<FrozenFigure[]>('/frozen-figures', {
    year: 2024,
    figures: [{ metric: 'mediation-succeeded' }],
  });
  expect(figure).toMatchObject({ value: 2, frozen_by: '司法局负责人', superseded: false });
  office.clock.turnTo('2024-03-02');
  await settle('2024-02-03', 'town');
  const difference = await head.get<Difference>(`/frozen-figures/${figure?.id}/difference`);
  expect(difference).toMatchObject({ now: { value: 3 }, total: 1, cases: [{ change: 'added', cause: 'late' }] });
  const committee = office.as('committee-head');
  const seen = await committee.get<CaseList>(`/frozen-figures/${figure?.id}/cases`);
  expect(seen.items.map(({ organisation }) => organisation)).toEqual(['城关镇人民调解委员会']);
  expect(await office.as('litigation-officer').get<FrozenFigure[]>('/frozen-figures?year=2024')).toEqual([]);
  expect(await head.get<FrozenFigure[]>('/frozen-figures?year=2024')).toMatchObject([{ id: figure?.id }]);
  expect(await head.get<Verification>('/frozen-figures/verification')).toMatchObject({ checked: 1, broken: [] });
  for (const [role, body, status] of [
    ['committee-head', { year: 2024 }, 403],
    ['bureau-head', { year: 2024, figures: [] }, 400],
    ['bureau-head', { year: 2024, figures: [{ metric: 'no-such-figure' }] }, 400],
    ['bureau-head', { cutoff: '2024-02-01' }, 400],
  ] as const)
    await expect(office.as(role).post('/frozen-figures', body)).rejects.toMatchObject({ status });
});

it.each([
  ['committee-head', '/figures/reconsideration-received/cases?year=2024', 404],
  ['bureau-head', '/figures/no-such-figure/cases?year=2024', 404],
  ['bureau-head', '/figures', 400],
  ['bureau-head', '/figures/mediation-succeeded/breakdown?year=2024&by=nothing', 400],
  ['committee-head', '/figures/reconsideration-received/breakdown?year=2024&by=month', 404],
  ['bureau-head', '/frozen-figures/not-an-id/difference', 404],
  ['committee-head', '/frozen-figures/verification', 403],
  ['bureau-head', '/figures?year=2024&cutoff=2023-12-31', 400],
  ['bureau-head', '/figures?year=2024&cutoff=2024-02-30', 400],
  ['bureau-head', '/figures/mediation-succeeded/cases?year=2024&part=middle', 400],
  ['mediator', '/figures?year=2024', 403],
] as const)('answers %s on %s with %d', async (role, path, status) => {
  const refused: unknown = await office
    .as(role)
    .get(path)
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refused);
  expect(refused).toMatchObject({ status });
});
