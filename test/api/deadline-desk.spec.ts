import type { DeadlineView, OverviewRowView, Page } from '@anjuan/casework';
import { type Office, openOffice, type StoryRole } from '@test/office';
import { accepted, dispute, receive } from '../casefiles/entries';

describe('the deadline desk', () => {
  let office: Office;
  const asked = async (query: string, role: StoryRole = 'bureau-head') =>
    (await office.as(role).get<Page<DeadlineView>>(`/deadlines?limit=100&${query}`)).items;
  const limits = async (query: string, role?: StoryRole) =>
    (await asked(query, role)).map((d) => `${d.limit} ${d.due}`);
  const overview = (query: string, role: StoryRole = 'bureau-head') =>
    office.as(role).get<readonly OverviewRowView[]>(`/deadlines/overview?${query}`);
  const figures = ({ title, running, overdue, today, near, suspended, provisional }: OverviewRowView) =>
    [title, running, overdue, today, near, suspended, provisional] as const;

  beforeAll(async () => {
    office = await openOffice('2026-11-02');
    const file = await accepted(office, '2026-11-02');
    await file.on('2026-11-03').does('send-copy');
    await file.on('2026-11-04').does('record-copy-received');
    const late = await accepted(office, '2026-11-05');
    await late.on('2026-11-09').does('send-copy');
    await late.as('reconsideration-head').on('2026-11-10').does('suspend', {
      suspension_ground: 'other-case',
      reasons: '等待另案判决',
    });
    await receive(office, '2026-11-16');
    const quarrel = await office.as('mediator').receives('mediation', 'register', '2026-10-22', dispute());
    await quarrel.does('accept');
    office.reach('2026-11-22');
  });
  afterAll(() => office.close());

  it('has drawers for what is overdue, near, suspended and waits for a holiday notice', async () => {
    expect(await limits('bucket=overdue')).toEqual(['reconsideration.respondent-answer 2026-11-18']);
    expect(await limits('bucket=today')).toEqual([]);
    expect(await limits('bucket=near&within=1')).toEqual([
      'reconsideration.acceptance-review 2026-11-23',
      'mediation.period 2026-11-23',
    ]);
    expect(await limits('bucket=suspended')).toEqual(['reconsideration.decision-ordinary null']);
    const provisional = await asked('bucket=provisional');
    expect(provisional.map((d) => [d.limit, d.due, d.provisional])).toEqual([
      ['reconsideration.decision-ordinary', '2027-01-01', true],
    ]);
  });

  it('says in one sentence why a row is red, in both lists', async () => {
    const [row] = await asked('bucket=overdue');
    const sentence = '被申请人答复举证（普通程序）11月18日届满，被申请人未答复，已逾期4日。';
    expect(row?.light.sentence).toBe(sentence);
    const cases = await office.as('bureau-head').get<Page<{ light: { sentence: string } }>>('/cases?light=red');
    expect(cases.items.map((c) => c.light.sentence)).toEqual([sentence]);
  });

  it('is narrowed by person, organisation, limit and due days', async () => {
    const { people, organisations } = office.home;
    expect(await limits(`handler_id=${people.mediator}`)).toEqual(['mediation.period 2026-11-23']);
    expect(await limits('handler=me', 'reconsideration-officer')).toHaveLength(3);
    expect(await limits(`organisation_id=${organisations.town}`)).toEqual(['mediation.period 2026-11-23']);
    expect(await limits('limit_id=reconsideration.acceptance-review')).toEqual([
      'reconsideration.acceptance-review 2026-11-23',
    ]);
    expect(await limits('due_from=2026-11-19&due_to=2026-11-30')).toHaveLength(2);
    expect(await limits(`organisation_id=${organisations.bureau}`, 'mediator')).toEqual([
      'mediation.period 2026-11-23',
    ]);
  });

  it('shows the whole office at a glance, by person, organisation and limit, and by the days to come', async () => {
    expect((await overview('by=organisation')).map(figures)).toEqual([
      ['行政复议科', 3, 1, 0, 1, 1, 1],
      ['城关镇人民调解委员会', 1, 0, 0, 1, 0, 0],
    ]);
    expect((await overview('by=person&kind=reconsideration')).map(figures)).toEqual([
      ['行政复议承办人', 3, 1, 0, 1, 1, 1],
    ]);
    expect((await overview('by=limit&within=30&kind=mediation')).map((r) => [r.key, r.title, r.near])).toEqual([
      ['mediation.period', '调解期限', 1],
    ]);
    expect((await overview('by=day&due_from=2026-11-01&due_to=2026-11-30')).map((r) => [r.key, r.running])).toEqual([
      ['2026-11-18', 1],
      ['2026-11-23', 2],
    ]);
    expect((await overview('by=week')).map((r) => [r.key, r.running])).toEqual([
      ['2026-11-16', 1],
      ['2026-11-23', 2],
      ['2026-12-28', 1],
    ]);
    expect((await overview('by=month')).map((r) => [r.key, r.overdue])).toEqual([
      ['2026-11', 1],
      ['2027-01', 0],
    ]);
    expect((await overview('by=organisation', 'mediator')).map((r) => r.title)).toEqual(['城关镇人民调解委员会']);
  });
});
