import { addDays, type Day } from '@anjuan/law';
import { type Office, openOffice, type StoryRole } from '@test/office';
import { openWorker } from '../faults/worker';
import { applicant, dispute, ordinary, receive } from './entries';

interface Notice {
  id: string;
  title: string;
  body: string;
  case_id: string | null;
  created_at: string;
  read_at: string | null;
  withdrawn_at: string | null;
}
interface Page {
  items: Notice[];
  next: string | null;
  unread: number;
}

describe('a review officer is warned of a statutory deadline', () => {
  let office: Office;
  let worker: Awaited<ReturnType<typeof openWorker>>;
  let caseId: string;
  let number: string;
  const noticesOf = (role: StoryRole, query = '') => office.as(role).get<Page>(`/notices${query}`);
  const mornings = async (from: Day, until: Day) => {
    for (let day = from; day <= until; day = addDays(day, 1)) {
      office.clock.turnTo(day);
      await worker.rounds.sweepNow();
    }
  };

  beforeAll(async () => {
    office = await openOffice('2024-03-04');
    worker = await openWorker({ clock: office.clock, databaseUrl: office.database.url });
    await worker.rounds.workQueue();
  });
  afterAll(async () => {
    await worker.module.close();
    await office.close();
  });

  it('nobody has notices before anything is due', async () => {
    const file = await receive(office, '2024-03-04', [applicant('孙大明')]);
    caseId = file.id;
    const receipt = await file.on('2024-03-06').does('accept', ordinary(office));
    number = receipt.number ?? '';
    await file.on('2024-03-07').does('send-copy');
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ due: '2024-05-06' });
    await worker.relay.handOver();
    await worker.rounds.drained();
    await mornings('2024-03-07', '2024-04-25');
    expect(await noticesOf('reconsideration-officer')).toEqual({ items: [], next: null, unread: 0 });
  });

  it('ten days before, the officer reads which case, which limit and which day; the head is not troubled yet', async () => {
    await mornings('2024-04-26', '2024-04-26');
    const { items, unread } = await noticesOf('reconsideration-officer');
    expect(unread).toBe(1);
    expect(items).toMatchObject([{ case_id: caseId, read_at: null, created_at: '2024-04-26T01:00:00.000Z' }]);
    expect(items[0]?.title).toMatch(/还有10日届满$/);
    expect(items[0]?.body).toContain(`案件${number}`);
    expect(items[0]?.body).toContain('2024年5月6日');
    expect(items[0]?.body).not.toContain('孙大明');
    expect((await noticesOf('reconsideration-head')).items).toEqual([]);
  });

  it('reading it is kept, and counts once', async () => {
    const [notice] = (await noticesOf('reconsideration-officer')).items;
    office.clock.turnTo('2024-04-26', '10:30');
    const officer = office.as('reconsideration-officer');
    const read = await officer.post<Notice>(`/notices/${notice?.id}/read`, {});
    expect(read.read_at).toBe('2024-04-26T02:30:00.000Z');
    office.clock.turnTo('2024-04-26', '15:00');
    expect(await officer.post<Notice>(`/notices/${notice?.id}/read`, {})).toEqual(read);
    expect(await noticesOf('reconsideration-officer')).toMatchObject({ unread: 0 });
    expect((await noticesOf('reconsideration-officer', '?unread=true')).items).toEqual([]);
  });

  it('another person’s notice does not exist', async () => {
    const [notice] = (await noticesOf('reconsideration-officer')).items;
    const attempt = office.as('reconsideration-head').post(`/notices/${notice?.id}/read`, {});
    await expect(attempt).rejects.toMatchObject({ status: 404 });
    await expect(office.as('mediator').post('/notices/not-an-id/read', {})).rejects.toMatchObject({ status: 404 });
  });

  it('without a session there are none to read', async () => {
    expect((await office.http.get('/api/v1/notices')).status).toBe(401);
    expect((await office.http.post(`/api/v1/notices/${caseId}/read`)).status).toBe(401);
  });

  it('before the holidays that hold the last three days, the head is told whose case it is', async () => {
    // 3 and 5 May are holidays (1 to 5 May): what is to be said then is said on the last working day before.
    await mornings('2024-04-27', '2024-05-05');
    const items = (await noticesOf('reconsideration-head')).items.filter((n) => n.case_id !== null);
    expect(items.map((n) => n.created_at.slice(0, 10))).toEqual(['2024-04-30']);
    expect(items[0]?.title).toMatch(/还有6日届满$/);
    expect(items[0]?.body).toContain('承办人：行政复议承办人');
  });

  it('on the last mornings a digest names it, and from the day after on counts it as overdue', async () => {
    await mornings('2024-05-06', '2024-05-08');
    const digests = (await noticesOf('reconsideration-officer')).items.filter((n) => n.case_id === null);
    expect(digests.map((n) => [n.created_at.slice(0, 10), n.title])).toEqual([
      ['2024-05-08', '期限汇总：已超期1项'],
      ['2024-05-07', '期限汇总：已超期1项'],
      ['2024-05-06', '期限汇总：今日届满1项'],
      ['2024-04-30', '期限汇总：3个工作日内届满1项'],
      ['2024-04-29', '期限汇总：3个工作日内届满1项'],
      // A Sunday, but a make-up day.
      ['2024-04-28', '期限汇总：3个工作日内届满1项'],
    ]);
    expect(digests[0]?.body).toContain('已超期2日');
    const head = (await noticesOf('bureau-head')).items;
    expect(head.map((n) => [n.created_at.slice(0, 10), n.title])).toEqual([
      ['2024-05-08', '期限汇总：已超期1项'],
      ['2024-05-07', '期限汇总：已超期1项'],
    ]);
  });

  it('pages go back in time and meet every notice once', async () => {
    const whole = (await noticesOf('reconsideration-officer', '?limit=100')).items.map((n) => n.id);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Page = await noticesOf('reconsideration-officer', `?limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items.map((n) => n.id));
      cursor = page.next;
    }
    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(9);
  });

  it('once the case is concluded, nothing comes any more', async () => {
    const file = office.as('reconsideration-head').file(caseId).on('2024-05-08');
    await file.does('approve-withdrawal', {
      outcome: 'settled-withdrawn',
      withdrawal_reason: 'after-mediation',
      voluntary_confirmed: true,
    });
    const before = (await noticesOf('reconsideration-officer')).items.filter((n) => n.case_id === null).length;
    await worker.relay.handOver();
    await worker.rounds.drained();
    await mornings('2024-05-09', '2024-05-12');
    const digests = (await noticesOf('reconsideration-officer', '?limit=100')).items.filter((n) => n.case_id === null);
    expect(digests).toHaveLength(before);
  });

  it('and what was told of it says that it no longer stands', async () => {
    const { items } = await noticesOf('reconsideration-officer', '?limit=100');
    const warnings = items.filter((n) => n.case_id === caseId);
    expect(warnings.map((n) => n.withdrawn_at?.slice(0, 10))).toEqual(['2024-05-08', '2024-05-08', '2024-05-08']);
    const unread = (await noticesOf('reconsideration-officer', '?unread=true')).items;
    expect(unread.filter((n) => n.case_id !== null)).toEqual([]);
  });
});

describe('a case has two mediators', () => {
  let office: Office;
  let worker: Awaited<ReturnType<typeof openWorker>>;
  beforeAll(async () => {
    office = await openOffice('2025-03-03');
    worker = await openWorker({ clock: office.clock, databaseUrl: office.database.url });
    await worker.rounds.workQueue();
  });
  afterAll(async () => {
    await worker.module.close();
    await office.close();
  });

  it('and both are warned of its period', async () => {
    const file = await office
      .as('mediator')
      .receives('mediation', 'register', '2025-03-03', dispute({ dispute_type: 'medical' }));
    await file.does('accept');
    await file.does('second-handler', { second_handler: office.home.people['committee-head'] });
    expect(await file.clock('mediation.period-medical')).toMatchObject({ due: '2025-04-15' });
    await worker.relay.handOver();
    await worker.rounds.drained();
    office.clock.turnTo('2025-04-03');
    await worker.rounds.sweepNow();
    for (const role of ['mediator', 'committee-head'] as const) {
      const { items } = await office.as(role).get<Page>('/notices');
      expect(items.map((n) => [n.case_id, n.title])).toEqual([[file.id, expect.stringContaining('届满')]]);
    }
  });
});
