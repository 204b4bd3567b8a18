import { type Office, openOffice, Refused } from '@test/office';
import { dispute, refusals } from './entries';

describe('a case that is not everybody’s business', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-05-06');
  });
  afterAll(() => office.close());
  const opens = async (login: string, id: string) => {
    const attempt = office.asLogin(login).get(`/cases/${id}`);
    return attempt.then(
      () => 200,
      (e: unknown) => (e instanceof Refused ? e.status : e),
    );
  };
  const lists = async (login: string, id: string) => {
    const page = await office.asLogin(login).get<{ items: { id: string }[] }>('/cases?kind=mediation');
    return page.items.some((c) => c.id === id);
  };

  it('is seen by its handler, by whoever restricted it and by those they name; for all others it is not there', async () => {
    const file = await office
      .as('committee-head')
      .receives('mediation', 'register', '2024-05-06', dispute({ dispute_type: 'marriage' }), { handler: 'mediator' });
    await file.does('accept');
    for (const login of ['test-mediator', 'test-committee-head', 'test-mediation-officer', 'test-bureau-head'])
      expect([login, await opens(login, file.id)]).toEqual([login, 200]);

    await file.does('restrict', { flag: 'domestic-violence', readers: [office.home.people['mediation-officer']] });
    expect((await file.page()).restriction).toMatchObject({ title: '涉及家庭暴力' });
    for (const [login, seen] of [
      ['test-mediator', true],
      ['test-committee-head', true],
      ['test-mediation-officer', true],
      ['test-bureau-head', false],
    ] as const) {
      expect([login, await opens(login, file.id)]).toEqual([login, seen ? 200 : 404]);
      expect([login, await lists(login, file.id)]).toEqual([login, seen]);
    }
    const search = await office.as('bureau-head').get<{ items: unknown[] }>(`/cases?q=${encodeURIComponent('赵大')}`);
    expect(search.items).toEqual([]);
    // It is counted all the same.
    expect(await office.figure('mediation-accepted', 2024)).toMatchObject({ value: 1 });

    // Whoever may not know of it sees that it counts, and no more: live, and as it was frozen.
    const frozen = await office
      .as('bureau-head')
      .post<{ id: string }[]>('/frozen-figures', { year: 2024, figures: [{ metric: 'mediation-accepted' }] });
    for (const path of ['/figures/mediation-accepted/cases?year=2024', `/frozen-figures/${frozen[0]?.id}/cases`]) {
      const countedFor = async (role: 'bureau-head' | 'mediation-officer') =>
        (await office.as(role).get<{ items: { facts: unknown[] }[] }>(path)).items;
      expect(await countedFor('bureau-head')).toMatchObject([
        { id: file.id, restricted: true, number: null, register_number: '限制知悉案件', state: '', facts: [] },
      ]);
      const [open] = await countedFor('mediation-officer');
      expect(open).toMatchObject({ id: file.id, restricted: false });
      expect(open?.facts).not.toEqual([]);
    }

    const target = { organisation: office.home.organisations['other-town'], reason: '移送' };
    expect(await refusals(file.does('transfer-case', target))).toEqual(['transfer.receiver', 'transfer.staff']);

    await file.on('2024-05-07').does('lift-restriction', { reason: '当事人同意' });
    expect(await opens('test-bureau-head', file.id)).toBe(200);
    expect(await refusals(file.on('2024-05-07').does('lift-restriction', { reason: '再次' }))).toEqual([
      'restriction.there',
    ]);
  });

  it('names only people of the jurisdiction', async () => {
    const file = await office.as('committee-head').receives('mediation', 'register', '2024-05-08', dispute());
    const attempt = file.does('restrict', { flag: 'minor', readers: [file.id] });
    await expect(attempt).rejects.toMatchObject({ status: 400 });
  });
});
