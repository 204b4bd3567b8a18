import { limit } from '@anjuan/law';
import { type BackendName, type County, openWatch, type Watch } from './watch';

const decision = 'reconsideration.decision-ordinary';
const { title } = limit(decision);

describe.each<BackendName>(['PostgreSQL', 'Redis'])('reminders through the queue in %s', (backend) => {
  let opened: Watch | undefined;
  let serial = 0;

  beforeAll(async () => {
    opened = await openWatch(backend, '2024-05-13');
    await opened?.first.rounds.workQueue();
    if (opened === undefined)
      process.stdout.write(
        `\n${'!'.repeat(80)}\n没有 redis-server：提醒测试的 REDIS 一半没有运行。 No redis-server: the Redis half of this suite DID NOT RUN.\n${'!'.repeat(80)}\n`,
      );
  });
  afterAll(() => opened?.close());

  /** A test with a county of its own, on 2024-05-13, a Monday. */
  const when = (name: string, test: (watch: Watch, county: County) => Promise<void>) =>
    it(name, async () => {
      if (!opened) return;
      opened.clock.turnTo('2024-05-13');
      serial += 1;
      await test(opened, await opened.county(`county-${serial}`));
    });

  /** Received on the Monday, accepted on the Wednesday: decision due on 2024-07-15. */
  const accepted = async (watch: Watch, county: County) => {
    const { id } = await county.receives();
    watch.clock.turnTo('2024-05-15');
    const fields = { track: 'ordinary', second_reviewer: county.head.personId };
    await county.does(county.officer, id, 'accept', '2024-05-15', fields);
    return id;
  };
  const ofDecision = async (county: County) =>
    (await county.told())
      .filter((n) => n.title.startsWith(title))
      .map((n) => `${n.on} ${n.who} ${n.title.slice(title.length)}`);
  // 14 July 2024 is a Sunday: what would be said then is said on the Friday, together with the three days before.
  const whole = [
    '2024-07-05 王承办 还有10日届满',
    '2024-07-10 王承办 还有5日届满',
    '2024-07-12 李主任 还有3日届满',
    '2024-07-12 王承办 还有3日届满',
    '2024-07-15 李主任 今日届满',
    '2024-07-15 王承办 今日届满',
  ];

  when('reach the handler and, closer to the day, the head, each on its day and once', async (watch, county) => {
    const id = await accepted(watch, county);
    expect(await county.due(id, decision)).toBe('2024-07-15');
    await watch.relays();
    await watch.goesOnTo('2024-07-15');
    expect(await ofDecision(county)).toEqual(whole);
  });

  when('follow the jurisdiction’s own policy', async (watch, county) => {
    await county.read(
      `insert into reminder_policy
         (jurisdiction_id, limit_id, enabled, days_before, superior_from, digest, changed_at)
       values ($1, $2, true, '[7]', 7, true, now()), ($1, 'reconsideration.send-copy', false, '[1]', 1, true, now())
       returning limit_id`,
      [county.jurisdictionId, decision],
    );
    const bureauHead = await county.actor('赵局长', 'bureau-head');
    await accepted(watch, county);
    await watch.relays();
    await watch.goesOnTo('2024-07-16');
    expect(await ofDecision(county)).toEqual(['2024-07-08 李主任 还有7日届满', '2024-07-08 王承办 还有7日届满']);
    // Of the copy, which was never sent, nothing is said at all; nor to the head of the office, who is told of nothing.
    expect((await county.told()).filter((n) => n.on === '2024-07-16')).toEqual(
      ['李主任', '王承办'].map((who) => ({ on: '2024-07-16', who, title: '期限汇总：已超期1项' })),
    );
    expect((await county.told()).map((n) => n.who)).not.toContain(bureauHead.name);
  });

  when('go up to the head of the office in the morning after the day has passed', async (watch, county) => {
    await county.actor('赵局长', 'bureau-head');
    const id = await accepted(watch, county);
    await county.does(county.officer, id, 'send-copy', '2024-05-15');
    await watch.relays();
    await watch.goesOnTo('2024-07-16');
    expect((await county.told()).filter((n) => n.who === '赵局长' && n.on > '2024-06-30')).toEqual([
      { on: '2024-07-16', who: '赵局长', title: '期限汇总：已超期1项' },
    ]);
  });

  when('tell a digest on the mornings of working days, not at night and not at weekends', async (watch, county) => {
    const id = await accepted(watch, county);
    await county.does(county.officer, id, 'send-copy', '2024-05-15');
    await watch.relays();
    const digests = async () =>
      (await county.told()).filter((n) => n.title.startsWith('期限汇总') && n.on > '2024-07-01');
    for (const [day, time] of [
      ['2024-07-15', '00:05'],
      ['2024-07-15', '08:29'],
      ['2024-07-15', '08:30'],
      ['2024-07-15', '17:00'],
      ['2024-07-20', '09:00'],
    ] as const) {
      watch.clock.turnTo(day, time);
      await watch.first.sweep.run({ all: false });
      expect(await digests()).toHaveLength(day === '2024-07-15' && time < '08:30' ? 0 : 2);
    }
    expect((await digests()).map((n) => n.title)).toEqual(Array(2).fill('期限汇总：今日届满1项'));
  });

  when('name the case and the limit, and no party', async (watch, county) => {
    await accepted(watch, county);
    await watch.relays();
    await watch.goesOnTo('2024-07-17');
    const words = await county.read<{ title: string; body: string }>('select title, body from notice');
    expect(words.length).toBeGreaterThan(8);
    expect(words.filter((w) => /赵申请|某局/.test(`${w.title}${w.body}`))).toEqual([]);
    expect(words.filter((w) => !/（2024）测政复/.test(w.body))).toEqual([]);
  });

  when('are withdrawn when the duty is met, and nothing comes any more', async (watch, county) => {
    const id = await accepted(watch, county);
    await watch.relays();
    expect(await county.reminders(id, decision, 'waiting')).toHaveLength(6);
    watch.clock.turnTo('2024-06-03');
    await county.does(county.head, id, 'approve-withdrawal', '2024-06-03', {
      outcome: 'withdrawn',
      withdrawal_reason: 'voluntary',
      voluntary_confirmed: true,
    });
    await watch.relays();
    expect(await county.reminders(id, decision, 'waiting')).toEqual([]);
    await watch.goesOnTo('2024-07-20');
    expect(await ofDecision(county)).toEqual([]);
  });

  when(
    'that were told are marked when the duty is met or moves, and unmarked when it comes back',
    async (watch, county) => {
      const id = await accepted(watch, county);
      await watch.relays();
      await watch.goesOnTo('2024-07-10');
      const marked = () =>
        county.read<{ title: string }>(
          `select n.title from notice n join reminder r on r.id = n.reminder_id join clock k on k.id = r.clock_id
         where k.case_id = $1 and k.limit_id = $2 and n.withdrawn_at is not null order by n.created_at`,
          [id, decision],
        );
      expect(await marked()).toEqual([]);
      await county.does(county.head, id, 'suspend', '2024-07-10', { suspension_ground: 'other', reasons: '等待结果' });
      await watch.relays();
      expect((await marked()).map((n) => n.title)).toEqual([`${title}还有10日届满`, `${title}还有5日届满`]);
      await county.does(county.head, id, 'resume', '2024-07-10');
      await watch.relays();
      expect(await county.due(id, decision)).toBe('2024-07-15');
      expect(await marked()).toEqual([]);
      expect(await county.reminders(id, decision, 'waiting')).toHaveLength(4);
    },
  );

  when('move with the clock: an extension withdraws the old days and plans the new', async (watch, county) => {
    const id = await accepted(watch, county);
    await watch.relays();
    await watch.goesOnTo('2024-07-11');
    await county.does(county.head, id, 'extend', '2024-07-11', { extended_days: 30, reasons: '情况复杂' });
    expect(await county.due(id, decision)).toBe('2024-08-13');
    await watch.relays();
    await watch.goesOnTo('2024-08-13');
    expect(await ofDecision(county)).toEqual([
      ...whole.slice(0, 2),
      '2024-08-02 王承办 还有11日届满',
      '2024-08-08 王承办 还有5日届满',
      '2024-08-09 李主任 还有4日届满',
      '2024-08-09 王承办 还有4日届满',
      '2024-08-12 李主任 还有1日届满',
      '2024-08-12 王承办 还有1日届满',
      '2024-08-13 李主任 今日届满',
      '2024-08-13 王承办 今日届满',
    ]);
  });

  when('a clock that moved is not spoken of by its old day, even before the queue has brought it', async (watch, c) => {
    const id = await accepted(watch, c);
    await watch.relays();
    await watch.goesOnTo('2024-07-09');
    watch.clock.turnTo('2024-07-10');
    await c.does(c.head, id, 'extend', '2024-07-10', { extended_days: 30, reasons: '情况复杂' });
    await watch.first.sweep.run({ all: false });
    expect(await ofDecision(c)).toEqual(whole.slice(0, 1));
    await watch.relays();
  });

  when('are silent while the case is suspended and come back when it goes on', async (watch, county) => {
    const id = await accepted(watch, county);
    await county.does(county.head, id, 'suspend', '2024-05-15', { suspension_ground: 'other', reasons: '等待结果' });
    await watch.relays();
    expect(await county.reminders(id, decision, 'waiting')).toEqual([]);
    watch.clock.turnTo('2024-05-15', '15:00');
    await county.does(county.head, id, 'resume', '2024-05-15');
    await watch.relays();
    expect(await county.reminders(id, decision, 'waiting')).toHaveLength(6);
  });

  when('are not made for days before the fact was recorded', async (watch, county) => {
    const { id } = await county.receives();
    watch.clock.turnTo('2024-07-11');
    const fields = { track: 'ordinary', second_reviewer: county.head.personId };
    await county.does(county.officer, id, 'accept', '2024-05-15', fields);
    await watch.relays();
    await watch.goesOnTo('2024-07-15');
    expect(await ofDecision(county)).toEqual(whole.slice(2));
  });

  when('are not made for what an applicant owes', async (watch, county) => {
    const { id } = await county.receives();
    await county.does(county.officer, id, 'request-correction', '2024-05-13', {
      items: '身份证明',
      notice_received_on: '2024-05-13',
    });
    expect(await county.due(id, 'reconsideration.correction-reply')).toBe('2024-05-27');
    await watch.relays();
    await watch.goesOnTo('2024-06-03');
    expect(await county.told()).toEqual([]);
  });

  when('tell what is overdue in one digest a day and a person', async (watch, county) => {
    await accepted(watch, county);
    await accepted(watch, county);
    await watch.relays();
    await watch.goesOnTo('2024-07-15');
    const before = (await county.told()).length;
    for (let again = 0; again < 2; again++) await watch.goesOnTo('2024-07-16');
    watch.clock.turnTo('2024-07-17');
    await watch.first.sweep.run({ all: true });
    // Per case the decision and the copy that was never sent.
    expect((await county.told()).slice(before)).toEqual(
      ['2024-07-16', '2024-07-17'].flatMap((on) =>
        ['李主任', '王承办'].map((who) => ({ on, who, title: '期限汇总：已超期4项' })),
      ),
    );
  });

  when('reach the head from the first day on when the handler has left', async (watch, county) => {
    await accepted(watch, county);
    await watch.relays();
    await watch.goesOnTo('2024-06-30');
    await county.read('update post set valid_to = $1 where person_id = $2 returning id', [
      '2024-07-01',
      county.officer.personId,
    ]);
    watch.clock.turnTo('2024-07-02');
    await watch.first.sweep.run({ all: true });
    await watch.goesOnTo('2024-07-15');
    expect(await ofDecision(county)).toEqual([
      '2024-07-05 李主任 还有10日届满',
      '2024-07-10 李主任 还有5日届满',
      '2024-07-12 李主任 还有3日届满',
      '2024-07-15 李主任 今日届满',
    ]);
  });

  when('the sweep books a deemed acceptance the day after, and its deadlines are spoken of', async (watch, county) => {
    const { id } = await county.receives();
    await watch.relays();
    await watch.goesOnTo('2024-05-20');
    expect(await county.read('select state from case_file where id = $1', [id])).toEqual([{ state: 'received' }]);
    await watch.goesOnTo('2024-05-21');
    const events = await county.read('select name, happened_on, role from event where case_id = $1 and seq = 2', [id]);
    expect(events).toEqual([{ name: 'deem-accepted', happened_on: '2024-05-20', role: 'system' }]);
    expect((await county.reminders(id, decision, 'waiting')).length).toBeGreaterThan(0);
  });

  when('a flush between two rounds does not stop the queue for what comes after', async (watch, county) => {
    await watch.flush();
    const second = await watch.worker();
    await second.rounds.workQueue();
    const id = await accepted(watch, county);
    await watch.first.relay.handOver();
    await Promise.race([watch.first.rounds.drained(), second.rounds.drained()]);
    expect(await county.reminders(id, decision, 'waiting')).toHaveLength(6);
    await second.module.close();
  });

  when('two workers at once tell everything once', async (watch, county) => {
    const second = await watch.worker();
    await second.rounds.workQueue();
    const ids: string[] = [];
    for (let n = 0; n < 12; n++) ids.push(await accepted(watch, county));
    await Promise.all([watch.first.relay.handOver(), second.relay.handOver()]);
    await Promise.race([watch.first.rounds.drained(), second.rounds.drained()]);
    for (const day of ['2024-07-05', '2024-07-12', '2024-07-16']) {
      watch.clock.turnTo(day);
      const sweeps = [watch.first, second, watch.first, second].map((w) => w.sweep.run({ all: true }));
      for (const report of await Promise.all(sweeps)) expect(report.failed).toEqual([]);
    }
    const told = await ofDecision(county);
    expect(told).toHaveLength(12 * 3);
    const counted = (line: string) => told.filter((t) => t === line).length;
    expect([whole[0], whole[2], whole[3]].map((line) => counted(line ?? ''))).toEqual([12, 12, 12]);
    const digests = (await county.told()).filter((n) => n.on === '2024-07-16');
    expect(digests).toHaveLength(2);
    await second.module.close();
  });

  it('nothing is lost with the queue: the sweep plans what it held, and delivers each once', async () => {
    const watch = await openWatch(backend, '2024-05-13');
    if (!watch) return;
    const county = await watch.county('flushed');
    const id = await accepted(watch, county);
    expect(await watch.first.relay.handOver()).toBe(1);
    expect(await watch.queued()).toBe(1);
    await watch.flush();
    expect(await watch.queued()).toBe(0);
    // As long as the queue may still be at it, the sweep leaves it alone.
    watch.clock.turnTo('2024-05-15', '09:04');
    await watch.first.sweep.run({ all: false });
    expect(await county.reminders(id, decision, 'waiting')).toEqual([]);
    watch.clock.turnTo('2024-05-15', '09:05');
    expect(await watch.first.sweep.run({ all: false })).toMatchObject({ recovered: 1, failed: [] });
    expect(await county.reminders(id, decision, 'waiting')).toHaveLength(6);
    await watch.goesOnTo('2024-07-15');
    expect(await ofDecision(county)).toEqual(whole);
    await watch.close();
  });

  it('a job that comes twice, or late, changes nothing', async () => {
    const watch = await openWatch(backend, '2024-05-13');
    if (!watch) return;
    const county = await watch.county('twice');
    const id = await accepted(watch, county);
    const job = { jurisdictionId: county.jurisdictionId, caseIds: [id] };
    await Promise.all([watch.first.relay.take(job), watch.first.relay.take(job), watch.first.relay.take(job)]);
    await watch.goesOnTo('2024-07-15');
    await watch.first.relay.take(job);
    await watch.goesOnTo('2024-07-15');
    expect(await ofDecision(county)).toEqual(whole);
    await watch.close();
  });

  it('a worker that starts late sweeps first, tells the newest of what was missed, and ends cleanly', async () => {
    const watch = await openWatch(backend, '2024-05-13');
    if (!watch) return;
    const county = await watch.county('late');
    await accepted(watch, county);
    watch.clock.turnTo('2024-07-13');
    const worker = await watch.worker();
    worker.rounds.begin();
    await worker.module.close();
    expect(await ofDecision(county)).toEqual(['2024-07-13 李主任 还有2日届满', '2024-07-13 王承办 还有2日届满']);
    await watch.close();
  });
});

it('a queue that does not answer holds up nothing: the worker begins, and the sweep does the work', async () => {
  const watch = await openWatch('Redis', '2024-05-13');
  if (!watch) return;
  const county = await watch.county('silent');
  const { id } = await county.receives();
  const worker = await watch.worker();
  const { pause, ended } = await watch.pausesQueue(5_000);
  worker.rounds.begin();
  await worker.rounds.sweepNow();
  expect(await county.reminders(id, 'reconsideration.acceptance-review', 'waiting')).not.toEqual([]);
  expect(pause.over).toBe(false);
  await ended;
  await watch.close();
});
