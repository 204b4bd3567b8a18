/** Committees and mediators over the years: terms, grades, contacts, a leaver, and what stood at each cut-off. */
import type { EntryDetail, EntryPage, EntryReceipt } from '@anjuan/registers';
import type { FigureRow, WorkloadRow } from '@anjuan/statistics';
import { type Office, openOffice } from '@test/office';
import { dispute, mistakes, refusals } from './entries';

describe('a town and its mediators', () => {
  let office: Office;
  let ids: Readonly<Record<'head' | 'hired', string>>;
  const enter = (register: string, values: object, place = 'town') =>
    office
      .as('mediation-officer')
      .post<EntryReceipt>(`/registers/${register}`, { organisation_id: office.home.organisations[place], values });
  const at = async (metric: string, year: number, cutoff?: string) => (await office.figure(metric, year, cutoff)).value;
  const entry = (register: string, id: string) =>
    office.as('committee-head').get<EntryDetail>(`/registers/${register}/${id}`);

  beforeAll(async () => {
    office = await openOffice('2024-06-03');
    const head = await enter('mediator', {
      name: '陈某',
      sex: 'female',
      person_id: office.home.people.mediator,
      employment: 'full-time',
      engaged: 'elected',
      appointed_on: '2020-03-01',
    });
    const hired = await enter('mediator', {
      name: '林某',
      employment: 'part-time',
      engaged: 'appointed',
      appointed_on: '2022-05-01',
    });
    ids = { head: head.id, hired: hired.id };
  });
  afterAll(() => office.close());

  it('committees count from the day they stand until the day they are dissolved', async () => {
    await enter('committee', { name: '城关镇调委会', kind: 'town', established_on: '2015-01-01' });
    await enter(
      'committee',
      { name: '医调委', kind: 'industry', field: 'medical', established_on: '2023-12-31' },
      'bureau',
    );
    await enter(
      'committee',
      { name: '物调委', kind: 'industry', established_on: '2018-01-01', dissolved_on: '2023-12-31' },
      'bureau',
    );
    expect(await at('mediation-orgs', 2022)).toBe(2);
    expect(await at('mediation-orgs-industry', 2023, '2023-12-30')).toBe(1);
    expect(await at('mediation-orgs-industry', 2023)).toBe(1);
    expect(await at('mediation-orgs', 2024)).toBe(2);
    expect(await at('mediation-orgs-town', 2024)).toBe(1);
    expect(await at('mediation-orgs-village', 2024)).toBe(0);
  });

  it('a term is three years, and a new one ends the last', async () => {
    const term = { mediator_id: ids.head, position: 'head' };
    const first = await enter('term', { ...term, started_on: '2020-03-01' });
    expect(await entry('term', first.id)).toMatchObject({ name: '陈某', until: '2023-03-01', in_force: false });
    expect(await refusals(enter('term', { ...term, started_on: '2023-03-01', ends_on: '2027-03-01' }))).toEqual([
      'term.three-years',
    ]);
    const second = await enter('term', { ...term, started_on: '2023-02-20' });
    expect((await entry('term', first.id)).until).toBe('2023-02-20');
    expect(await entry('term', second.id)).toMatchObject({ until: '2026-02-20', in_force: true });
    expect(await refusals(enter('term', { ...term, mediator_id: ids.hired, started_on: '2023-03-01' }))).toEqual([
      'term.elected',
    ]);
  });

  it('one grade holds at a time, so graded mediators are counted once', async () => {
    await enter('grade', { mediator_id: ids.head, grade: 'second', graded_on: '2021-06-01' });
    await enter('grade', { mediator_id: ids.head, grade: 'first', graded_on: '2024-01-10' });
    await enter('grade', { mediator_id: ids.hired, grade: 'third', graded_on: '2024-05-01' });
    expect(await at('mediators-graded', 2020)).toBe(0);
    expect(await at('mediators-graded', 2023)).toBe(1);
    expect(await at('mediators-graded', 2024, '2024-02-01')).toBe(1);
    expect(await at('mediators-graded', 2024)).toBe(2);
  });

  it('training counts courses and heads apart', async () => {
    const course = await enter(
      'training',
      { name: '初任培训', level: 'county', held_on: '2024-04-10', days: 2, people_count: 60 },
      'bureau',
    );
    await enter('training', { name: '业务培训', level: 'town', held_on: '2024-05-10', days: 1, people_count: 15 });
    await enter('attendance', {
      mediator_id: ids.hired,
      training_id: course.id,
      attended_on: '2024-04-10',
      passed: true,
    });
    expect(
      await refusals(enter('attendance', { mediator_id: ids.head, training_id: course.id, attended_on: '2024-04-09' })),
    ).toEqual(['attendance.day']);
    await enter('honour', {
      mediator_id: ids.head,
      title: '优秀人民调解员',
      level: 'province',
      awarded_on: '2024-02-01',
    });
    expect(await at('mediator-trainings', 2024)).toBe(2);
    expect(await office.figure('mediators-trained', 2024)).toMatchObject({ value: 75, printed: '75', unit: '人次' });
    const of = await office.as('committee-head').get<EntryPage>(`/registers/honour?of=${ids.head}`);
    expect(of.items.map((i) => i.name)).toEqual(['优秀人民调解员']);
  });

  it('whoever leaves takes the term, the grade and the contact along; earlier cut-offs do not move', async () => {
    const liaison = { mediator_id: ids.hired, since_on: '2023-01-01' };
    expect(
      await mistakes(enter('liaison', { ...liaison, village_id: office.home.organisations['other-town'] })),
    ).toEqual(['village_id: 联系村(社区)：没有这一条']);
    const contact = await enter('liaison', { ...liaison, village_id: office.home.organisations.village });
    expect((await entry('liaison', contact.id)).cells.map((c) => c.text)).toContain('东街村人民调解委员会');
    const before = await office.as('bureau-head').get<readonly FigureRow[]>('/figures?year=2024&cutoff=2024-05-31');
    await office.as('mediation-officer').put(`/registers/mediator/${ids.hired}`, {
      revision: 1,
      values: {
        name: '林某',
        employment: 'part-time',
        engaged: 'appointed',
        appointed_on: '2022-05-01',
        left_on: '2024-06-01',
      },
    });
    expect(await entry('liaison', contact.id)).toMatchObject({ until: '2024-06-01', in_force: false });
    expect(await at('mediators', 2024)).toBe(1);
    expect(await at('mediators', 2024, '2024-05-31')).toBe(2);
    expect(await at('mediators-fulltime', 2024)).toBe(1);
    expect(await at('mediators-graded', 2024)).toBe(1);
    const after = await office.as('bureau-head').get<readonly FigureRow[]>('/figures?year=2024&cutoff=2024-05-31');
    expect(after).toEqual(before);
  });

  it('what was known on a day can be asked after an amendment', async () => {
    const point = await enter('point', { name: '城关站', kind: 'source-governance', opened_on: '2024-05-06' });
    expect(await at('source-governance-stations', 2024)).toBe(1);
    office.clock.turnTo('2024-06-10');
    await office.as('mediation-officer').post(`/registers/point/${point.id}/strike`, { revision: 1 });
    expect(await at('source-governance-stations', 2024)).toBe(0);
    const rows = await office.as('bureau-head').get<readonly FigureRow[]>('/figures?year=2024&known_on=2024-06-09');
    expect(rows.find((r) => r.metric === 'source-governance-stations')?.value).toBe(1);
  });

  it('service points are counted by who reads reconsiderations, gold studios by who reads mediations', async () => {
    await enter(
      'point',
      { name: '河西镇服务点', kind: 'reconsideration-service', opened_on: '2024-05-06' },
      'reconsideration',
    );
    const gold = {
      name: '驻派出所工作室',
      kind: 'stationed',
      host: '城关派出所',
      opened_on: '2022-01-01',
      gold_on: '2024-03-01',
    };
    expect(await refusals(enter('point', gold))).toEqual(['point.gold']);
    await enter('point', { ...gold, gold_level: 'province' });
    expect(await at('reconsideration-service-points', 2024)).toBe(1);
    expect(await at('mediation-gold-studios', 2024)).toBe(1);
    expect(await at('mediation-gold-studios', 2023)).toBe(0);
    const figures = (role: 'reconsideration-head' | 'committee-head') =>
      office.as(role).get<readonly FigureRow[]>('/figures?year=2024');
    const ofReviews = (await figures('reconsideration-head')).map((r) => r.metric);
    expect(ofReviews).toContain('reconsideration-service-points');
    expect(ofReviews).not.toContain('mediators');
    expect((await figures('committee-head')).map((r) => r.metric)).not.toContain('reconsideration-service-points');
  });

  it('workload adds up to the year’s figures', async () => {
    const settled = await office.as('mediator').receives('mediation', 'register', '2024-06-11', dispute());
    await settled.does('accept');
    await settled.does('mediate');
    await settled.does('agree-orally', { agreement_fen: 120_000 });
    const failed = await office.as('mediator').receives('mediation', 'register', '2024-06-11', dispute());
    await failed.does('accept');
    await failed.does('mediate');
    await failed.does('fail', { reason: 'no-agreement', onward: 'court' });
    const rows = await office.as('committee-head').get<readonly WorkloadRow[]>('/mediation-workload?year=2024');
    expect(rows).toEqual([
      {
        person_id: office.home.people.mediator,
        name: '人民调解员',
        employment: '专职',
        accepted: 2,
        succeeded: 1,
        failed: 1,
        difficult: 0,
        agreement_fen: 120_000,
      },
    ]);
    expect(await at('mediation-accepted', 2024)).toBe(2);
  });
});
