import { type Office, openOffice, Refused } from '@test/office';
import { application, dispute, register } from './cases-for-tests';

interface List {
  items: { id: string }[];
}

describe('people see what their posts reach, and nothing else', () => {
  let office: Office;
  let own: string;
  let colleagues: string;
  let villages: string;
  let review: string;
  const listed = async (login: string) =>
    (await office.asLogin(login).get<List>('/cases?limit=100')).items.map((c) => c.id).sort();
  const opens = async (login: string, id: string) => {
    const cookie = await office.cookie(login);
    return (await office.http.get(`/api/v1/cases/${id}`).set('cookie', cookie)).status;
  };

  beforeAll(async () => {
    office = await openOffice('2024-03-01');
    await office.hires('colleague', 'mediator', 'town');
    await office.hires('villager', 'mediator', 'village');
    await office.hires('other-head', 'committee-head', 'other-town');
    await office.hires('review-town-head', 'committee-head', 'reconsideration');
    own = (await register(office, '张三', '2024-03-01')).id;
    const by = (login: string, place: 'town' | 'village') =>
      office.asLogin(login).receives('mediation', 'register', '2024-03-01', dispute('王五'), { place });
    colleagues = (await by('colleague', 'town')).id;
    villages = (await by('villager', 'village')).id;
    const received = await office
      .as('reconsideration-officer')
      .receives('reconsideration', 'receive', '2024-03-01', application('赵六', '2024-03-01'));
    review = received.id;
    await office.neighbour('next');
  });
  afterAll(() => office.close());

  it('a mediator sees only the own cases', async () => {
    expect(await listed('test-mediator')).toEqual([own]);
    expect(await opens('test-mediator', own)).toBe(200);
    expect(await opens('test-mediator', colleagues)).toBe(404);
  });

  it("a committee's head sees the committee and what lies below it", async () => {
    expect(await listed('test-committee-head')).toEqual([own, colleagues, villages].sort());
  });

  it("another town's head sees none of it", async () => {
    expect(await listed('other-head')).toEqual([]);
    expect(await opens('other-head', own)).toBe(404);
  });

  it('each office sees its own kind', async () => {
    expect(await listed('test-mediation-officer')).toEqual([own, colleagues, villages].sort());
    expect(await listed('test-reconsideration-officer')).toEqual([review]);
    expect(await opens('test-reconsideration-officer', own)).toBe(404);
    expect(await opens('review-town-head', review)).toBe(404);
    expect(await listed('test-bureau-head')).toEqual([own, colleagues, villages, review].sort());
  });

  it('another jurisdiction sees none of it', async () => {
    expect(await listed('next-bureau-head')).toEqual([]);
    for (const id of [own, review]) expect(await opens('next-bureau-head', id)).toBe(404);
    expect(await office.asLogin('next-bureau-head').get('/people')).toHaveLength(9);
  });

  it('"not yours" cannot be told from "not there"', async () => {
    const cookie = await office.cookie('next-bureau-head');
    const not = async (id: string) => (await office.http.get(`/api/v1/cases/${id}`).set('cookie', cookie)).body;
    const absent = await not('00000000-0000-7000-8000-000000000000');
    expect(absent).toMatchObject({ status: 404, code: 'not-found' });
    expect(await not(own)).toEqual(absent);
    expect(await not('no-id-at-all')).toEqual(absent);
  });

  it('acts only within reach', async () => {
    const act = (login: string, id: string) =>
      office
        .asLogin(login)
        .post(`/cases/${id}/events/accept`, { version: 1, happened_on: '2024-03-01', fields: {} })
        .catch((e: unknown) => (e instanceof Refused ? e.status : e));
    expect(await act('other-head', own)).toBe(404);
    expect(await act('next-committee-head', own)).toBe(404);
    expect(await act('test-mediator', colleagues)).toBe(404);
    expect(await act('test-mediator', own)).toMatchObject({ id: own, version: 2, state: 'accepted' });
  });

  it('opens no case in an organisation out of reach', async () => {
    const attempt = office
      .asLogin('other-head')
      .receives('mediation', 'register', '2024-03-01', dispute('钱七'), { place: 'town' });
    await expect(attempt).rejects.toMatchObject({ status: 422 });
    expect(await listed('test-committee-head')).toEqual([own, colleagues, villages].sort());
  });

  it('organisations and people end where the posts end', async () => {
    const names = async (login: string) =>
      (await office.asLogin(login).get<{ name: string }[]>('/organisations')).map((o) => o.name);
    expect(await names('test-committee-head')).toEqual(['城关镇人民调解委员会', '东街村人民调解委员会']);
    expect(await names('test-bureau-head')).toHaveLength(7);
    const people = await office.asLogin('other-head').get<{ name: string }[]>('/people');
    expect(people.map((p) => p.name)).toEqual(['other-head']);
    const town = office.home.organisations.town;
    const inTown = await office.as('bureau-head').get<{ name: string }[]>(`/people?organisation_id=${town}`);
    expect(inTown.map((p) => p.name).sort()).toEqual(['colleague', 'villager', '人民调解员', '调解委员会主任'].sort());
  });
});
