/** 接待登记: visits without a case, the day's list, and one that becomes a case. */
import type { CaseReceipt } from '@anjuan/casework';
import type { EntryPage, EntryReceipt } from '@anjuan/registers';
import { type Office, openOffice, Refused } from '@test/office';
import { application, refusals } from './entries';

describe('visitors at the counter', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-04-09');
  });
  afterAll(() => office.close());

  const visit = (visitor: string, received_on: string, more: object = {}) =>
    office.as('reconsideration-officer').post<EntryReceipt>('/registers/reception', {
      organisation_id: office.home.organisations.reconsideration,
      values: {
        visitor,
        matter: '询问对罚款不服怎么办',
        received_on,
        manner: 'visit',
        topic: 'advice',
        handling: 'answered',
        ...more,
      },
    });

  it('are written down without a case and listed by the day', async () => {
    await visit('孙某', '2024-04-08');
    await visit('李某', '2024-04-09', { reply: '告知六十日内可以申请行政复议' });
    await visit('周某', '2024-04-09', { manner: 'call' });
    const day = await office
      .as('reconsideration-head')
      .get<EntryPage>('/registers/reception?from=2024-04-09&to=2024-04-09');
    expect(day.items.map((i) => i.name).sort()).toEqual(['周某', '李某'].sort());
    expect(day.items.every((i) => i.case_id === null)).toBe(true);
    const cases = await office.as('reconsideration-officer').get<{ items: unknown[] }>('/cases');
    expect(cases.items).toEqual([]);
  });

  it('become a case when needed: the clerk’s rules hold, and one entry makes one case', async () => {
    const entry = await visit('王某', '2024-04-09', { topic: 'reconsideration', handling: 'waiting' });
    const desk = office.as('reconsideration-officer');
    const path = `/registers/reception/${entry.id}/case`;
    const turn = (day: string, fields: object) => ({
      revision: 1,
      kind: 'reconsideration',
      event: 'receive',
      happened_on: day,
      organisation_id: office.home.organisations.reconsideration,
      fields,
    });
    expect(await refusals(desk.post(path, turn('2024-04-08', application('2024-04-08'))))).toEqual(['register.day']);
    await expect(desk.post(path, turn('2024-04-09', {}))).rejects.toMatchObject({ status: 400 });
    const both = await Promise.allSettled([
      desk.post<CaseReceipt>(path, turn('2024-04-09', application('2024-04-09'))),
      desk.post<CaseReceipt>(path, turn('2024-04-09', application('2024-04-09'))),
    ]);
    expect(both.filter((b) => b.status === 'fulfilled')).toHaveLength(1);
    // The loser meets either the case itself or the entry that has moved on: both are told, neither is an accident.
    const [loser] = both.flatMap((b): unknown[] => (b.status === 'rejected' ? [b.reason] : []));
    if (!(loser instanceof Refused)) throw loser;
    expect([409, 422]).toContain(loser.status);
    const again = { ...turn('2024-04-09', application('2024-04-09')), revision: 2 };
    expect(await refusals(desk.post(path, again))).toEqual(['register.turned']);
    const cases = await desk.get<{ items: { id: string; state: string }[] }>('/cases');
    expect(cases.items).toEqual([expect.objectContaining({ id: entry.id, state: 'received' })]);
    const list = await desk.get<EntryPage>('/registers/reception?q=王某');
    expect(list.items).toEqual([expect.objectContaining({ case_id: entry.id, revision: 2 })]);
  });

  it('a stale page changes nothing', async () => {
    const entry = await visit('吴某', '2024-04-09');
    const desk = office.as('reconsideration-officer');
    const values = {
      visitor: '吴某',
      matter: '改正',
      received_on: '2024-04-09',
      manner: 'call',
      topic: 'other',
      handling: 'guided',
    };
    expect(await desk.put<EntryReceipt>(`/registers/reception/${entry.id}`, { revision: 1, values })).toMatchObject({
      revision: 2,
    });
    await expect(desk.put(`/registers/reception/${entry.id}`, { revision: 1, values })).rejects.toMatchObject({
      status: 409,
    });
  });
});
