import type { CaseList, FigureRow } from '@anjuan/statistics';
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
  expect(rows.filter(({ metric }) => metric.startsWith('reconsideration'))).toEqual([]);
  const list = await head.get<CaseList>(String(row?.caseLists.numeratorUrl).replace('/api/v1', ''));
  expect(list.items.map(({ id }) => id)).toEqual(row?.caseLists.numeratorIds);
  expect(list.items[0]).toMatchObject({ organisation: '城关镇人民调解委员会' });
});

it('lists every reading on request', async () => {
  const rows = await office.as('bureau-head').get<FigureRow[]>('/figures?year=2024&all_variants=true');
  const readings = rows.filter(({ metric }) => metric === 'mediation-success-rate').map(({ variant }) => variant);
  expect(readings).toEqual(['default', 'handled', 'accepted']);
});

it.each([
  ['committee-head', '/figures/reconsideration-received/cases?year=2024', 404],
  ['bureau-head', '/figures/no-such-figure/cases?year=2024', 404],
  ['bureau-head', '/figures', 400],
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
