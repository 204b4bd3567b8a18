/** Reminders on their way out of the house: over real HTTP and a real mail server, with a turned clock. */
import { createHmac } from 'node:crypto';
import { type Day } from '@anjuan/law';
import { type Office, openOffice } from '@test/office';
import { openReceivers } from '@test/receivers';
import { openWorker } from '../faults/worker';
import { applicant, ordinary, receive } from './entries';

interface Settings {
  channels: {
    channel: string;
    available: boolean;
    chosen: { content: string; address: string; signed: boolean } | null;
  }[];
  feed_made_at: string | null;
}
interface Log {
  items: {
    notice_id: string;
    channel: string;
    person: string;
    state: string;
    attempts: number;
    next_at: string;
    last_error: string | null;
  }[];
  counts: Record<string, number>;
}

describe('reminders outside the house', () => {
  let outside: Awaited<ReturnType<typeof openReceivers>>;
  let office: Office;
  let worker: Awaited<ReturnType<typeof openWorker>>;
  let caseId: string;
  const officer = () => office.as('reconsideration-officer');
  const log = (query = '') => office.as('bureau-head').get<Log>(`/reminders/deliveries${query}`);
  const morning = async (day: Day, time = '09:00') => {
    office.clock.turnTo(day, time);
    await worker.rounds.sweepNow();
  };
  const relayed = async () => {
    await worker.relay.handOver();
    await worker.rounds.drained();
  };

  beforeAll(async () => {
    outside = await openReceivers();
    const settings = {
      smtpUrl: outside.smtpUrl,
      mailFrom: '案卷 <anjuan@bureau.test>',
      smsUrl: `${outside.origin}/sms`,
      smsToken: 'sms-token',
      webhookOrigins: [outside.origin],
    };
    office = await openOffice('2024-03-04', { settings });
    worker = await openWorker({ clock: office.clock, databaseUrl: office.database.url, settings });
    await worker.rounds.workQueue();
    const file = await receive(office, '2024-03-04', [applicant('孙大明')]);
    caseId = file.id;
    await file.on('2024-03-06').does('accept', ordinary(office));
    await file.on('2024-03-07').does('send-copy');
    await relayed();
  });
  afterAll(async () => {
    await worker.module.close();
    await office.close();
    await outside.close();
  });

  it('each person chooses the ways; an address is kept sealed and shown in part', async () => {
    const put = (channel: string, body: object) =>
      officer().put<Settings>(`/notice-settings/channels/${channel}`, body);
    const before = await officer().get<Settings>('/notice-settings');
    expect(before.channels.map((c) => [c.channel, c.available, c.chosen])).toEqual(
      ['email', 'wecom', 'dingtalk', 'sms'].map((channel) => [channel, true, null]),
    );
    await put('email', { content: 'all', address: 'wang@bureau.test' });
    await put('wecom', { content: 'all', address: `${outside.origin}/wecom?key=wecom-key` });
    await put('dingtalk', {
      content: 'all',
      address: `${outside.origin}/dingtalk?access_token=token`,
      secret: 'SECabc',
    });
    const after = await put('sms', { content: 'digest', address: '13812345678' });
    expect(after.channels.map((c) => c.chosen)).toEqual([
      { content: 'all', address: 'w***@bureau.test', signed: false },
      { content: 'all', address: `${outside.origin}/…-key`, signed: false },
      { content: 'all', address: `${outside.origin}/…oken`, signed: true },
      { content: 'digest', address: '138****5678', signed: false },
    ]);
    const others = await office.as('reconsideration-head').get<Settings>('/notice-settings');
    expect(others.channels.filter((c) => c.chosen !== null)).toEqual([]);
  });

  it('a wrong address is refused by its rule, and so is a robot anywhere else', async () => {
    const attempt = (channel: string, address: string) =>
      officer().put(`/notice-settings/channels/${channel}`, { content: 'all', address });
    await expect(attempt('email', 'wang')).rejects.toMatchObject({
      status: 400,
      problem: { errors: [{ field: 'address', value: 'wang', rule: '应为电子邮箱地址' }] },
    });
    await expect(attempt('sms', '123')).rejects.toMatchObject({ problem: { errors: [{ rule: '应为11位手机号码' }] } });
    await expect(attempt('wecom', 'http://169.254.169.254/latest')).rejects.toMatchObject({
      problem: { errors: [{ rule: `应为机器人的Webhook地址，以${outside.origin}开头` }] },
    });
    await expect(attempt('pigeon', 'x')).rejects.toMatchObject({ status: 404 });
  });

  it('ten days before, each chosen way brings it once, in the shape it takes, and names nobody', async () => {
    await morning('2024-04-26');
    expect(await worker.outbound.run()).toEqual({ sent: 3, failed: 0, withdrawn: 0 });
    expect(await worker.outbound.run()).toEqual({ sent: 0, failed: 0, withdrawn: 0 });
    const [letter] = outside.letters;
    expect(outside.letters).toHaveLength(1);
    expect(letter?.to).toBe('wang@bureau.test');
    expect(letter?.subject).toMatch(/^【案卷】审理期限（普通程序）还有10日届满$/);
    expect(letter?.messageId).toMatch(/^<[0-9a-f-]{36}\.email@anjuan>$/);
    expect(letter?.text).toContain('于2024年5月6日届满，距今10日');
    expect(outside.posts).toHaveLength(2);
    const wecom = outside.posts.find((p) => p.path.startsWith('/wecom'));
    expect(wecom).toMatchObject({ path: '/wecom?key=wecom-key', body: { msgtype: 'text' } });
    const dingtalk = outside.posts.find((p) => p.path.startsWith('/dingtalk'));
    const url = new URL(dingtalk?.path ?? '', outside.origin);
    const timestamp = String(new Date('2024-04-26T09:00+08:00').getTime());
    expect(url.searchParams.get('timestamp')).toBe(timestamp);
    expect(url.searchParams.get('sign')).toBe(
      createHmac('sha256', 'SECabc').update(`${timestamp}\nSECabc`).digest('base64'),
    );
    const words = JSON.stringify([letter, outside.posts]);
    expect(words).not.toMatch(/孙大明|市场监督|承办人/);
  });

  it('nothing leaves at night or at the weekend; on Sunday the make-up day it does', async () => {
    office.clock.turnTo('2024-04-26', '20:00');
    await officer().put('/notice-settings/channels/email', { content: 'digest' });
    await morning('2024-04-28', '08:00');
    expect((await log('?state=waiting')).items).toEqual([]);
    await morning('2024-04-28', '08:40');
    // The digest of a make-up day: mail and SMS take it, the robots as well.
    expect((await log('?state=waiting')).items).toHaveLength(4);
    const at = async (day: Day, time: string) => {
      office.clock.turnTo(day, time);
      return worker.outbound.run();
    };
    expect(await at('2024-04-28', '08:29')).toMatchObject({ sent: 0 });
    expect(await at('2024-04-28', '18:00')).toMatchObject({ sent: 0 });
    expect(await at('2024-04-28', '17:59')).toMatchObject({ sent: 4 });
    const sms = outside.posts.find((p) => p.path === '/sms');
    expect(sms?.headers.authorization).toBe('Bearer sms-token');
    expect(sms?.body).toMatchObject({ to: '13812345678' });
    expect(String(sms?.body.text)).toMatch(/^期限汇总：3个工作日内届满1项。案件（2024）测府政复/);
  });

  it('what a server refuses is tried again later, ever more rarely, and the log says why', async () => {
    for (const channel of ['wecom', 'dingtalk', 'sms']) await officer().delete(`/notice-settings/channels/${channel}`);
    await morning('2024-04-29');
    const letters = outside.letters.length;
    const refusal = { status: 451, body: 'mailbox wang@bureau.test busy' };
    const attempt = async (time: string) => {
      office.clock.turnTo('2024-04-29', time);
      return worker.outbound.run();
    };
    outside.refusals.push(refusal, refusal);
    expect(await attempt('09:00')).toEqual({ sent: 0, failed: 1, withdrawn: 0 });
    const [entry] = (await log()).items;
    expect(entry).toMatchObject({
      channel: 'email',
      person: '行政复议承办人',
      state: 'waiting',
      attempts: 1,
      next_at: '2024-04-29T01:01:00.000Z',
    });
    expect(entry?.last_error).toMatch(/^邮件服务器拒收：451 mailbox （地址略） busy/);
    expect(entry?.last_error).not.toContain('wang@');
    expect(await attempt('09:00:59')).toMatchObject({ sent: 0, failed: 0 });
    expect(await attempt('09:01')).toMatchObject({ failed: 1 });
    expect(await attempt('09:04')).toMatchObject({ sent: 0, failed: 0 });
    expect(await attempt('09:05')).toMatchObject({ sent: 1 });
    expect(outside.letters).toHaveLength(letters + 1);
    expect((await log()).items[0]).toMatchObject({ state: 'sent', attempts: 3 });
  });

  it('addresses are unreadable in the database, and are gone with the choice', async () => {
    const rows = () =>
      worker.database.inJurisdiction(office.home.id, (tx) =>
        tx.query<{ row: string }>('select encode(sealed, $1) as row from notice_channel', ['escape']),
      );
    expect((await rows()).map((r) => r.row.includes('bureau.test'))).toEqual([false]);
  });

  it('after twelve failures nobody tries any more, until an administrator says so', async () => {
    await morning('2024-04-30');
    outside.refusals.push(...Array.from({ length: 12 }, () => ({ status: 550, body: 'no such user' })));
    // Four hours between attempts do not fit into one day's hours: the administrator asks each time.
    for (let n = 1; n <= 12; n++) {
      expect(await worker.outbound.run()).toMatchObject({ failed: 1 });
      const [entry] = (await log()).items;
      expect(entry).toMatchObject({ attempts: n, state: n < 12 ? 'waiting' : 'failed' });
      if (n < 12) await office.as('bureau-head').post(`/reminders/deliveries/${entry?.notice_id}/email/again`, {});
    }
    expect(await worker.outbound.run()).toMatchObject({ failed: 0 });
    const [failed] = (await log('?state=failed')).items;
    await office.as('bureau-head').post(`/reminders/deliveries/${failed?.notice_id}/email/again`, {});
    expect(await worker.outbound.run()).toMatchObject({ sent: 1 });
    expect((await log()).counts).toMatchObject({ failed: 0, waiting: 0 });
  });

  it('the log is the administrator’s', async () => {
    await expect(officer().get('/reminders/deliveries')).rejects.toMatchObject({ status: 403 });
    await expect(officer().get('/reminders/rules')).rejects.toMatchObject({ status: 403 });
  });

  it('what was met before it left stays in the house', async () => {
    await officer().put('/notice-settings/channels/email', { content: 'all' });
    await morning('2024-05-06', '08:00');
    expect((await log('?state=waiting')).items).toHaveLength(1);
    await office.as('reconsideration-head').file(caseId).on('2024-05-06').does('approve-withdrawal', {
      outcome: 'settled-withdrawn',
      withdrawal_reason: 'after-mediation',
      voluntary_confirmed: true,
    });
    office.clock.turnTo('2024-05-06', '09:00');
    expect(await worker.outbound.run()).toEqual({ sent: 0, failed: 0, withdrawn: 1 });
  });
});

describe('a calendar to subscribe to', () => {
  let office: Office;
  let caseId: string;
  const officer = () => office.as('reconsideration-officer');
  const read = (path: string, known = '') => office.http.get(path).set(known === '' ? {} : { 'if-none-match': known });

  beforeAll(async () => {
    office = await openOffice('2024-03-04');
    const file = await receive(office, '2024-03-04', [applicant('孙大明')]);
    caseId = file.id;
    await file.on('2024-03-06').does('accept', ordinary(office));
    await file.on('2024-03-07').does('send-copy');
  });
  afterAll(() => office.close());

  it('holds one’s open deadlines by number and limit, moves with them, and dies with its address', async () => {
    const { path } = await officer().post<{ path: string }>('/notice-settings/feed', {});
    const first = await read(path);
    expect([first.status, first.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const events = (text: string) => text.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
    const decision = (text: string) => events(text).find((e) => e.includes('审理期限'));
    expect(decision(first.text)).toContain('DTSTART;VALUE=DATE:20240506\r\n');
    expect(first.text).not.toMatch(/孙大明|市场监督|VALARM/);
    const uid = /UID:(.*)\r\n/.exec(decision(first.text) ?? '')?.[1];

    const again = await read(path, first.headers.etag);
    expect([again.status, again.text]).toEqual([304, '']);

    const head = office.as('reconsideration-head').file(caseId);
    await head.on('2024-03-08').does('extend', { extended_days: 30, reasons: '情况复杂' });
    const moved = await read(path, first.headers.etag);
    expect(moved.status).toBe(200);
    expect(decision(moved.text)).toContain('DTSTART;VALUE=DATE:20240604\r\n');
    expect(decision(moved.text)).toContain(`UID:${uid}\r\n`);
    expect(decision(moved.text)).toContain('SEQUENCE:1\r\n');

    const { path: newer } = await officer().post<{ path: string }>('/notice-settings/feed', {});
    expect((await read(path)).status).toBe(404);
    expect((await read(newer)).status).toBe(200);
    const settings = await officer().delete<Settings>('/notice-settings/feed');
    expect(settings.feed_made_at).toBeNull();
    expect((await read(newer)).status).toBe(404);
  });

  it('is empty for whoever handles nothing, and unknown for whoever guesses', async () => {
    const { path } = await office.as('litigation-officer').post<{ path: string }>('/notice-settings/feed', {});
    const { text } = await read(path);
    expect(text).toContain('BEGIN:VCALENDAR');
    expect(text).not.toContain('BEGIN:VEVENT');
    for (const token of [
      '1',
      'x',
      '999-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      path
        .split('/')
        .at(-1)
        ?.replace(/.{5}\.ics$/, 'aaaaa'),
    ])
      expect((await read(`/api/v1/calendar/${token}`)).status).toBe(404);
  });

  it('a channel the installation does not have says so', async () => {
    const { channels } = await officer().get<Settings>('/notice-settings');
    expect(channels.map((c) => c.available)).toEqual([false, true, true, false]);
    const attempt = officer().put('/notice-settings/channels/email', { content: 'all', address: 'a@b.cn' });
    await expect(attempt).rejects.toMatchObject({
      problem: { errors: [{ rule: '本系统尚未配置这种方式，请联系管理员' }] },
    });
  });
});
