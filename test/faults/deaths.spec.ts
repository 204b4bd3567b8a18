/**
 * Thousands of reminders while workers, the API and PostgreSQL are killed at random points, Redis is flushed and the
 * queue stands still for a week. The points come from a seed that is printed; ANJUAN_FAULT_SEED repeats a run.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Clerk } from '@anjuan/casework';
import type { Actor, Role } from '@anjuan/identity';
import { addDays, type Day } from '@anjuan/law';
import { TurnedClock } from '@anjuan/platform';
import { freshDatabase, type TestDatabase } from '@test/database';
import { PASSWORD } from '@test/office';
import { launch, until } from '@test/programs';
import { openReceivers } from '@test/receivers';
import { startRedis, type TestRedis } from '@test/redis';
import { Redis } from 'ioredis';
import { openWorker } from './worker';

const ROOT = path.join(__dirname, '../..');
const CASES = 600;
const decision = 'reconsideration.decision-ordinary';
const masterKey = Buffer.alloc(32, 7).toString('base64');
const tell = (line: string) => process.stdout.write(`\n[faults] ${line}\n`);

const seed = Number(process.env.ANJUAN_FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** mulberry32: the same seed gives the same points. */
let state = seed;
const chance = (): number => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};
const upTo = (n: number): number => 1 + Math.floor(chance() * n);

let server: { lease: string };
let shared: string | undefined;
let db: TestDatabase;
let redis: TestRedis | undefined;
let outside: Awaited<ReturnType<typeof openReceivers>>;
let worker: Awaited<ReturnType<typeof openWorker>>;
let county: { id: number; bureauId: string; officer: Actor; head: Actor };
const clock = new TurnedClock('2024-05-13');
const deaths = { worker: 0, database: 0, api: 0 };

beforeAll(async () => {
  tell(`seed ${seed} (ANJUAN_FAULT_SEED=${seed} repeats it)`);
  const script = "import { build } from './tools/build.mjs'; await build(['programs']);";
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT });
  // A server of its own: the one of the other files must not die.
  const home = mkdtempSync(path.join(os.tmpdir(), 'anjuan-deaths-'));
  chmodSync(home, 0o755);
  const open = [path.join(ROOT, 'bin/embedded.mjs'), 'open', '--fast', '--discard', '--home', home];
  const told = execFileSync(process.execPath, [...open, '--pid', String(process.pid)], { encoding: 'utf8' });
  server = JSON.parse(told);
  shared = process.env.ANJUAN_TEST_SERVER;
  process.env.ANJUAN_TEST_SERVER = told;
  db = await freshDatabase();
  redis = await startRedis();
  if (redis === undefined)
    tell('没有 redis-server：本次队列在 PostgreSQL 中。 No redis-server: the queue is in PostgreSQL.');
  outside = await openReceivers();
  worker = await openWorker({ clock, databaseUrl: db.url, settings: settings() });
  county = await founded();
}, 180_000);
afterAll(async () => {
  await worker?.module.close();
  await outside?.close();
  await redis?.close();
  await db?.close();
  process.env.ANJUAN_TEST_SERVER = shared;
  if (server) rmSync(server.lease, { force: true });
});

const settings = () => ({
  databaseUrl: db.url,
  ...(redis ? { redisUrl: redis.url } : {}),
  masterKey,
  smsUrl: `${outside.origin}/sms`,
  webhookOrigins: [],
});
const read = <R extends Record<string, unknown>>(sql: string, params: readonly unknown[] = []) =>
  worker.database.inJurisdiction(county.id, (tx) => tx.query<R>(sql, params));
const count = async (sql: string, params: readonly unknown[] = []): Promise<number> =>
  Number((await read<{ n: number }>(`select count(*) as n from ${sql}`, params))[0]?.n);

/** A bureau with an officer and a head, both of whom want every notice by SMS as well. */
async function founded() {
  const identity = worker.identity(clock);
  const id = await identity.createJurisdiction({ slug: 'deaths', name: '故障县' });
  const [bureau] = await identity.createOrganisations(id, [
    { parentId: null, kind: 'bureau', name: '司法局', code: '测' },
  ]);
  if (!bureau) throw new Error('no bureau');
  const actor = async (name: string, role: Role, login: string): Promise<Actor> => {
    const [person] = await identity.createPeople(id, [
      {
        name,
        posts: [{ role, organisationId: bureau.id, from: '2015-01-01' }],
        account: { login, password: PASSWORD },
      },
    ]);
    if (!person) throw new Error('no person');
    const posts = [{ id: person.id, role, organisationId: bureau.id, path: bureau.path }];
    return { accountId: null, personId: person.id, name, jurisdictionId: id, posts };
  };
  const officer = await actor('王承办', 'reconsideration-officer', 'officer');
  const head = await actor('李主任', 'reconsideration-head', 'head');
  for (const [i, { personId }] of [officer, head].entries())
    await worker.choices.choose({ jurisdictionId: id, personId }, 'sms', {
      content: 'all',
      address: `1380000000${i}`,
    });
  return { id, bureauId: bureau.id, officer, head };
}

const application = (organ_received_on: Day) => ({
  channel: 'counter',
  matter: 'penalty',
  field: 'police',
  respondent_level: 'county-department',
  organ_received_on,
  claims: '撤销处罚决定',
  parties: [
    { role: 'applicant', kind: 'natural', name: '赵申请' },
    { role: 'respondent', kind: 'organ', name: '某局' },
  ],
});

/** The same event on many cases, as one batch. */
async function each(caseIds: readonly string[], actor: Actor, event: string, fields = {}): Promise<void> {
  const answers = await worker.module.get(Clerk).batch(
    actor,
    caseIds.map((caseId) => ({ caseId, steps: [{ event, happenedOn: clock.today(), fields }] })),
    { origin: 'person' },
  );
  for (const answer of answers) if (!answer.ok) throw answer.error;
}

/** Nothing in the outbox, nothing due and untold, nothing waiting to leave. */
async function settled(): Promise<boolean> {
  const open = await count(
    `(select from outbox union all
      select from reminder where state = 'waiting' and fire_on <= $1 union all
      select from delivery where state = 'waiting') left_over`,
    [clock.today()],
  );
  return open === 0;
}

/** The minute of the day; six minutes later whatever a dead worker held counts as lost. */
let minute = 0;
const later = (minutes: number): string => {
  minute += minutes;
  const time = `${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  clock.turnTo(clock.today(), time);
  return time;
};

/** A morning: workers, two at a time, die at random statements or see PostgreSQL die, until the last come through. */
async function morning(day: Day, killings: readonly ('self' | 'database')[], flushes = false): Promise<void> {
  minute = 0;
  clock.turnTo(day);
  for (let round = 0; ; round++) {
    const victim = killings[round];
    const time = later(6);
    const two = [0, 1].map(() => {
      // Early ones die while planning, late ones while telling or sending.
      const dieAt = victim === undefined ? 0 : upTo(deaths.worker === 0 ? 40 : chance() < 0.5 ? 100 : 1000);
      const order = { role: 'worker', day, time, dieAt, victim, settings: settings() };
      return launch([path.join(__dirname, 'mortal.mjs'), JSON.stringify(order)]);
    });
    // Some of what the adapter is given it refuses.
    if (victim !== undefined)
      outside.refusals.push(...Array.from({ length: upTo(5) }, () => ({ status: 503, body: '' })));
    const codes = await Promise.all(two.map((w) => w.ended));
    deaths.worker += codes.filter((code) => code === 'SIGKILL').length;
    if (victim === 'database') deaths.database += 1;
    if (flushes && redis) {
      const client = new Redis(redis.url);
      await client.flushall();
      await client.quit();
    }
    if (victim === undefined) {
      expect([codes, two.map((w) => w.output())]).toEqual([
        [0, 0],
        ['', ''],
      ]);
      if (await settled()) return;
      if (round > killings.length + 4) throw new Error('the workers come to no end');
    } else
      await until('PostgreSQL answers again', () =>
        read('select 1')
          .then(() => true)
          .catch(() => false),
      );
  }
}

it('no reminder is lost or doubled, and none comes for a duty that is met', async () => {
  const opened = await worker.module.get(Clerk).batch(
    county.officer,
    Array.from({ length: CASES }, () => ({
      open: { kind: 'reconsideration', organisationId: county.bureauId },
      steps: [{ event: 'receive', happenedOn: '2024-05-13', fields: application('2024-05-13') }],
    })),
    { origin: 'person' },
  );
  const ids = opened.map((answer) => {
    if (!answer.ok) throw answer.error;
    return answer.receipt.id;
  });
  clock.turnTo('2024-05-15');
  await each(ids, county.officer, 'accept', { track: 'ordinary', second_reviewer: county.head.personId });
  await each(ids, county.officer, 'send-copy');
  const third = CASES / 3;
  const [met, moved, stays] = [ids.slice(0, third), ids.slice(third, 2 * third), ids.slice(2 * third)];

  // Planned under fire: decision due on 2024-07-15, six reminders each.
  await morning('2024-05-15', ['self', 'database'], true);
  const planned = await count("reminder where state = 'waiting'");
  expect(planned).toBe(
    6 * CASES +
      (await count("reminder r join clock k on k.id = r.clock_id where r.state = 'waiting' and k.limit_id <> $1", [
        decision,
      ])),
  );

  // Ten days before: all of them.
  await morning('2024-07-05', ['self', 'database']);
  // The queue stands still for a week: sweeps alone, while a third is met and a third is moved to 2024-08-14.
  for (let day = '2024-07-06'; day <= '2024-07-12'; day = addDays(day, 1)) {
    clock.turnTo(day);
    if (day === '2024-07-08') {
      await each(met, county.head, 'approve-withdrawal', {
        outcome: 'withdrawn',
        withdrawal_reason: 'voluntary',
        voluntary_confirmed: true,
      });
      await each(moved, county.head, 'extend', { extended_days: 30, reasons: '情况复杂' });
    }
    expect((await worker.sweep.run({ all: true })).failed).toEqual([]);
    await worker.outbound.run();
  }
  await morning('2024-07-15', ['self']);

  const told = await read<{
    id: string;
    group: string;
    who: string;
    kind: string;
    due: Day;
    marked: boolean;
    n: number;
  }>(
    `select case when c.id = any($2::uuid[]) then 'met' when c.id = any($3::uuid[]) then 'moved' else 'stays' end
         as "group",
       p.name as who, r.kind, r.due, n.withdrawn_at is not null as marked, count(*) as n
     from notice n join reminder r on r.id = n.reminder_id join clock k on k.id = r.clock_id
     join case_file c on c.id = k.case_id join person p on p.id = n.person_id
     where k.limit_id = $1 group by 1, 2, 3, 4, 5 order by 1, r.due, 3, 2`,
    [decision, met, moved],
  );
  const line = (group: string, kind: string, who: string, marked: boolean) => ({
    group,
    who,
    kind,
    due: '2024-07-15',
    marked,
    n: third,
  });
  expect(told).toEqual([
    line('met', 'before-10', '王承办', true),
    line('moved', 'before-10', '王承办', true),
    line('stays', 'before-1', '李主任', false),
    line('stays', 'before-1', '王承办', false),
    line('stays', 'before-10', '王承办', false),
    line('stays', 'before-5', '王承办', false),
    line('stays', 'due', '李主任', false),
    line('stays', 'due', '王承办', false),
  ]);
  expect(stays).toHaveLength(third);
  // Each reminder became one notice, though workers died between and beside each other.
  expect(await count("reminder r where state = 'delivered'")).toBe(await count('notice'));

  // Outside: whatever stands was taken at least once; what was overtaken is withdrawn, nothing is left over.
  const deliveries = await read<{ id: string; state: string }>('select notice_id as id, state from delivery');
  const taken = new Map<string, number>();
  for (const post of outside.posts) {
    const id = String(post.body.id).replace(/\.sms$/, '');
    taken.set(id, (taken.get(id) ?? 0) + 1);
  }
  expect(deliveries).toHaveLength(await count('notice'));
  expect(deliveries.filter((d) => d.state === 'sent' && !taken.has(d.id))).toEqual([]);
  expect(deliveries.filter((d) => d.state !== 'sent').map((d) => d.state)).toEqual([]);
  const words = outside.posts.map((p) => String(p.body.text)).join('\n');
  expect(words).not.toMatch(/赵申请|某局|王承办/);

  const inApp = await count('notice');
  const twice = [...taken.values()].filter((n) => n > 1).length;
  tell(
    `seed ${seed}: ${planned} reminders planned, ${inApp} told in the house once each, ${taken.size} taken outside (${twice} more than once), 0 for ${third} met duties; killed ${deaths.worker} workers and PostgreSQL ${deaths.database} times`,
  );
  expect(inApp).toBeGreaterThan(2 * CASES);
  expect(deaths.worker).toBeGreaterThan(0);
}, 180_000);

it('an API that dies at random statements books each case once, and its deadlines are spoken of', async () => {
  clock.turnTo('2024-08-05');
  const before = await count('case_file');
  let api: ReturnType<typeof launch> | undefined;
  let address = '';
  let cookie = '';
  const serve = async (dieAt: number) => {
    const order = { role: 'api', day: clock.today(), time: '09:00', dieAt, victim: 'self', settings: settings() };
    const started = launch([path.join(__dirname, 'mortal.mjs'), JSON.stringify(order)]);
    api = started;
    address = await until('the API prints its address', () => /http:\S+/.exec(started.output())?.[0] ?? false);
  };
  /** Undefined where nobody answered. */
  const send = async (to: string, body: object, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(`${address}/api/v1${to}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }).catch(() => undefined);
    if (answer && answer.status >= 300) throw new Error(`${answer.status} ${await answer.text()}`);
    return answer;
  };
  const wanted = 40;
  await serve(upTo(60) + 20);
  for (let n = 0, tries = 0; n < wanted && tries < 300; tries++) {
    const signedIn = cookie !== '' || (await send('/session', { login: 'officer', password: PASSWORD }));
    if (signedIn instanceof Response) cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const body = {
      kind: 'reconsideration',
      event: 'receive',
      happened_on: clock.today(),
      organisation_id: county.bureauId,
      fields: application(clock.today()),
    };
    const answer = signedIn && (await send('/cases', body, { cookie, 'idempotency-key': `case-${n}` }));
    if (answer) {
      n += 1;
      continue;
    }
    // Nobody knows whether it was booked: the same request goes to the next process.
    expect(await api?.ended).toBe('SIGKILL');
    deaths.api += 1;
    await serve(deaths.api < 2 ? upTo(120) + 20 : 0);
  }
  const ended = api && once(api.child, 'close');
  api?.child.kill('SIGKILL');
  await ended;
  expect(await count('case_file')).toBe(before + wanted);
  await worker.sweep.run({ all: true });
  const fresh = await read<{ kind: string; n: number }>(
    `select r.kind, count(*) as n from reminder r join clock k on k.id = r.clock_id
     where k.limit_id = 'reconsideration.acceptance-review' and k.due = '2024-08-12' group by 1 order by 1`,
  );
  // Due on Monday 2024-08-12: a week before is today, Sunday's warning falls on the Friday and goes to the head as well.
  expect(fresh).toEqual([
    { kind: 'before-1', n: 2 * wanted },
    { kind: 'before-5', n: wanted },
    { kind: 'due', n: 2 * wanted },
  ]);
  tell(`seed ${seed}: ${wanted} cases over HTTP, API killed ${deaths.api} times`);
  expect(deaths.api).toBeGreaterThan(0);
}, 120_000);
