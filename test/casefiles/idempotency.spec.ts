import { type Office, openOffice } from '@test/office';
import { dispute } from './entries';

describe('a request that is sent twice happens once', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());
  interface Receipt {
    id: string;
    version: number;
    number: string;
  }
  const opening = (summary = '排水沟堵塞') => ({
    kind: 'mediation',
    event: 'register',
    organisation_id: office.home.organisations.town,
    happened_on: '2024-03-04',
    fields: dispute({ summary }),
  });
  const open = (key: string, body = opening()) =>
    office.as('mediator').post<Receipt>('/cases', body, { 'idempotency-key': key });
  const mine = () => office.as('mediator').get<{ items: readonly unknown[] }>('/cases?limit=100');

  it('the same key with the same request gives the same answer, also when both arrive together', async () => {
    const [first, second] = await Promise.all([open('entry-1'), open('entry-1')]);
    expect(second).toEqual(first);
    expect(await open('entry-1')).toEqual(first);
    expect((await mine()).items).toHaveLength(1);
    expect((await open('entry-2')).number).toBe('（2024）测城人调字第2号');
  });

  it('the same key with another request is refused', async () => {
    await expect(open('entry-1', opening('另一件事'))).rejects.toMatchObject({
      status: 409,
      problem: { code: 'idempotency-conflict' },
    });
  });

  it('an event sent again is no conflict of versions', async () => {
    const { id } = await open('entry-3');
    const accept = () =>
      office
        .as('mediator')
        .post<Receipt>(
          `/cases/${id}/events/accept`,
          { version: 1, happened_on: '2024-03-04', fields: {} },
          { 'idempotency-key': 'accept-3' },
        );
    const first = await accept();
    expect(first.version).toBe(2);
    expect(await accept()).toEqual(first);
    expect((await office.as('mediator').file(id).page()).events).toHaveLength(2);
  });

  it('a key belongs to the person who sent it, and a refused request leaves it free', async () => {
    const mediator = await open('shared');
    const head = await office.as('committee-head').post<Receipt>('/cases', opening(), { 'idempotency-key': 'shared' });
    expect(head.id).not.toBe(mediator.id);
    await expect(open('retried', { ...opening(), happened_on: '2024-03-05' })).rejects.toMatchObject({ status: 422 });
    expect((await open('retried')).version).toBe(1);
  });
});
