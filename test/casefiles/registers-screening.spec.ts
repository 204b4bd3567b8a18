/** 排查: sweeps with and without a find, a zero report, and a dispute found that becomes a mediation. */
import type { CaseReceipt } from '@anjuan/casework';
import type { EntryDetail, EntryPage, EntryReceipt } from '@anjuan/registers';
import type { CaseList } from '@anjuan/statistics';
import { type Office, openOffice } from '@test/office';
import { mistakes, refusals } from './entries';

describe('a village is swept for disputes', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
    await office.hires('village-mediator', 'mediator', 'village');
  });
  afterAll(() => office.close());

  const enter = (register: string, values: object, login = 'village-mediator') =>
    office
      .asLogin(login)
      .post<EntryReceipt>(`/registers/${register}`, { organisation_id: office.home.organisations.village, values });
  const sweep = (swept_on: string, result: 'none' | 'found', more: object = {}) =>
    enter('screening', { area: '东街一组', swept_on, result, people_count: 2, ...more });
  const find = (screening_id: string, more: object = {}) =>
    enter('found-dispute', {
      screening_id,
      place: '东街12号',
      applicant: '赵大',
      respondent: '钱二',
      summary: '屋檐滴水流入邻家',
      found_on: '2024-03-02',
      dispute_type: 'neighbour',
      handling: 'pending',
      ...more,
    });

  it('counts sweeps, zero reports and disputes found apart, each with its list', async () => {
    const plan = await enter('screening-plan', { name: '两节排查', cycle: 'holiday', starts_on: '2024-02-01' });
    await sweep('2024-02-08', 'none', { plan_id: plan.id });
    await sweep('2024-02-20', 'none', { plan_id: plan.id });
    const found = await sweep('2024-03-02', 'found', { plan_id: plan.id });
    await find(found.id);
    await find(found.id, { place: '东街30号', handling: 'on-spot' });
    expect(await office.figure('dispute-screenings', 2024)).toMatchObject({ value: 3, unit: '次', counts: 'entry' });
    expect(await office.figure('dispute-screenings', 2024, '2024-02-29')).toMatchObject({ value: 2 });
    expect(await office.figure('disputes-found', 2024)).toMatchObject({ value: 2, unit: '件' });
    const list = await office
      .as('bureau-head')
      .get<CaseList>('/figures/dispute-screenings/cases?year=2024&variant=zero-report');
    expect(list.counts).toBe('entries');
    expect(list.items.map((i) => [i.number, i.organisation])).toEqual([
      ['东街一组', '东街村人民调解委员会'],
      ['东街一组', '东街村人民调解委员会'],
    ]);
    const ofPlan = await office.as('committee-head').get<EntryPage>(`/registers/screening?of=${plan.id}`);
    expect(ofPlan.items.map((i) => i.since)).toEqual(['2024-03-02', '2024-02-20', '2024-02-08']);
  });

  it('lets no dispute stand under a zero report, nor makes one of a sweep that found something', async () => {
    const zero = await sweep('2024-03-03', 'none');
    expect(await refusals(find(zero.id, { found_on: '2024-03-03' }))).toEqual(['found-dispute.zero-report']);
    const found = await sweep('2024-03-03', 'found');
    expect(await refusals(find(found.id))).toEqual(['found-dispute.day']);
    await find(found.id, { found_on: '2024-03-03' });
    const desk = office.asLogin('village-mediator');
    const amended = { revision: 1, values: { area: '东街一组', swept_on: '2024-03-03', result: 'none' } };
    expect(await refusals(desk.put(`/registers/screening/${found.id}`, amended))).toEqual(['register.referenced']);
    expect(await refusals(desk.post(`/registers/screening/${found.id}/strike`, { revision: 1 }))).toEqual([
      'register.referenced',
    ]);
    await desk.post(`/registers/screening/${zero.id}/strike`, { revision: 1 });
    expect(await mistakes(find(zero.id))).toEqual(['screening_id: 所属排查：没有这一条']);
  });

  it('a dispute found becomes one mediation, opened by the clerk with what was written down', async () => {
    const found = await sweep('2024-03-04', 'found');
    const dispute = await find(found.id, { found_on: '2024-03-04' });
    const desk = office.asLogin('village-mediator');
    expect(await refusals(find(found.id, { found_on: '2024-03-04', handling: 'case' }))).toEqual([
      'found-dispute.turned',
    ]);
    const turn = {
      revision: 1,
      kind: 'mediation',
      event: 'register',
      happened_on: '2024-03-04',
      organisation_id: office.home.organisations.village,
    };
    const path = `/registers/found-dispute/${dispute.id}/case`;
    expect(await refusals(desk.post(path, { ...turn, kind: 'litigation' }))).toEqual(['register.kind']);
    const receipt = await desk.post<CaseReceipt>(path, turn);
    const page = await desk.file(receipt.id).page();
    expect(page.parties.map((p) => p.name)).toEqual(['赵大', '钱二']);
    expect(await desk.file(receipt.id).facts()).toMatchObject({ origin: 'found', dispute_type: 'neighbour' });
    const entry = await desk.get<EntryDetail>(`/registers/found-dispute/${dispute.id}`);
    expect(entry).toMatchObject({ case_id: receipt.id, revision: 2 });
    expect(entry.revisions.map((r) => r.cells.find((c) => c.name === 'handling')?.text)).toEqual([
      '已转为调解案件',
      '待处理',
    ]);
    expect(await refusals(desk.post(path, { ...turn, revision: 2 }))).toEqual(['register.turned']);
    expect(await refusals(desk.post(`/registers/found-dispute/${dispute.id}/strike`, { revision: 2 }))).toEqual([
      'register.turned',
    ]);
    const cases = await desk.get<{ items: unknown[] }>('/cases?kind=mediation');
    expect(cases.items).toHaveLength(1);
  });

  it('stays with the village and those above it', async () => {
    await office.hires('other-mediator', 'mediator', 'other-town');
    const stranger = office.asLogin('other-mediator');
    expect((await stranger.get<EntryPage>('/registers/screening')).items).toEqual([]);
    const seen = await office.as('mediation-officer').get<EntryPage>('/registers/screening?limit=100');
    expect(seen.items.length).toBeGreaterThan(4);
    const id = seen.items[0]?.id ?? '';
    await expect(stranger.get(`/registers/screening/${id}`)).rejects.toMatchObject({ status: 404 });
    await expect(stranger.post(`/registers/screening/${id}/strike`, { revision: 1 })).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      enter('screening', { area: '东街', swept_on: '2024-03-04', result: 'none' }, 'other-mediator'),
    ).rejects.toMatchObject({ status: 404 });
    await expect(
      enter('committee', { name: '某调委会', kind: 'village', established_on: '2024-01-01' }),
    ).rejects.toMatchObject({
      status: 404,
    });
  });
});
