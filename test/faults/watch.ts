/** The worker on a real database and queue, with a turned clock: what it tells people, day by day. */
import { Clerk } from '@anjuan/casework';
import { type Actor, Identity, type Role } from '@anjuan/identity';
import { addDays, type Day } from '@anjuan/law';
import { remindQueue } from '@anjuan/notices';
import { Database, TurnedClock } from '@anjuan/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { freshDatabase } from '@test/database';
import { startRedis } from '@test/redis';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { openWorker } from './worker';

export type BackendName = 'PostgreSQL' | 'Redis';
export type Watch = NonNullable<Awaited<ReturnType<typeof openWatch>>>;
export type County = Awaited<ReturnType<Watch['county']>>;

/** Undefined where the machine has no Redis and Redis was asked for. */
export async function openWatch(backend: BackendName, today: Day) {
  const redis = backend === 'Redis' ? await startRedis() : undefined;
  if (backend === 'Redis' && redis === undefined) return undefined;
  const db = await freshDatabase();
  const clock = new TurnedClock(today);
  const workers: INestApplicationContext[] = [];
  const worker = async () => {
    const opened = await openWorker({ clock, databaseUrl: db.url, redisUrl: redis?.url });
    workers.push(opened.module);
    return opened;
  };
  const first = await worker();
  const database = first.module.get(Database);
  const identity = new Identity(database, clock);

  /** A county with a bureau and its review office: an officer who handles, a head above. */
  const county = async (slug: string) => {
    const jurisdictionId = await identity.createJurisdiction({ slug, name: `${slug}县` });
    const [bureau] = await identity.createOrganisations(jurisdictionId, [
      { parentId: null, kind: 'bureau', name: '司法局', code: '测' },
    ]);
    if (!bureau) throw new Error('no bureau');
    const actor = async (name: string, role: Role): Promise<Actor & { personId: string }> => {
      const [person] = await identity.createPeople(jurisdictionId, [
        { name, posts: [{ role, organisationId: bureau.id, from: '2015-01-01' }] },
      ]);
      if (!person) throw new Error('no person');
      const posts = [{ id: person.id, role, organisationId: bureau.id, path: bureau.path }];
      return { accountId: null, personId: person.id, name, jurisdictionId, posts };
    };
    const officer = await actor('王承办', 'reconsideration-officer');
    const head = await actor('李主任', 'reconsideration-head');
    const read = <R extends Record<string, unknown>>(sql: string, params: readonly unknown[] = []) =>
      database.inJurisdiction(jurisdictionId, (tx) => tx.query<R>(sql, params));
    return {
      jurisdictionId,
      officer,
      head,
      actor,
      read,
      /** Receives an application on the day the clock shows, handled by the officer. */
      receives: () =>
        first.module.get(Clerk).open(officer, {
          kind: 'reconsideration',
          organisationId: bureau.id,
          event: 'receive',
          happenedOn: clock.today(),
          fields: {
            channel: 'counter',
            matter: 'penalty',
            field: 'police',
            respondent_level: 'county-department',
            organ_received_on: clock.today(),
            claims: '撤销处罚决定',
            parties: [
              { role: 'applicant', kind: 'natural', name: '赵申请' },
              { role: 'respondent', kind: 'organ', name: '某局' },
            ],
          },
        }),
      does: async (actor: Actor, caseId: string, event: string, happenedOn: Day, fields = {}) => {
        const [row] = await read<{ version: number }>('select version from case_file where id = $1', [caseId]);
        const request = { caseId, version: row?.version ?? 0, event, happenedOn, fields };
        return first.module.get(Clerk).apply(actor, request);
      },
      due: async (caseId: string, limitId: string): Promise<Day> => {
        const [k] = await read<{ due: Day }>(
          "select due from clock where case_id = $1 and limit_id = $2 and status = 'running'",
          [caseId, limitId],
        );
        if (!k) throw new Error(`no running clock ${limitId}`);
        return k.due;
      },
      /** `kind fire_on who` of the reminders of one limit in a state, sorted by day. */
      reminders: async (caseId: string, limitId: string, state: string): Promise<string[]> => {
        const rows = await read<{ line: string }>(
          `select r.kind || ' ' || r.fire_on || ' ' || p.name as line
           from reminder r join clock k on k.id = r.clock_id join person p on p.id = r.person_id
           where r.case_id = $1 and k.limit_id = $2 and r.state = $3 order by r.fire_on, p.name`,
          [caseId, limitId, state],
        );
        return rows.map((r) => r.line);
      },
      /** Everything told so far, in order. */
      told: () =>
        read<{ on: Day; who: string; title: string }>(
          `select (n.created_at at time zone 'Asia/Shanghai')::date as "on", p.name as who, n.title
           from notice n join person p on p.id = n.person_id order by n.created_at, p.name, n.title`,
        ),
    };
  };

  return {
    db,
    clock,
    first,
    worker,
    county,
    /** Walks from the day the clock shows to `until`, sweeping every morning. */
    goesOnTo: async (until: Day) => {
      for (let day = clock.today(); day <= until; day = addDays(day, 1)) {
        clock.turnTo(day);
        await first.sweep.run({ all: false });
      }
    },
    /** The outbox goes through the real queue until nothing waits. */
    relays: async () => {
      await first.relay.handOver();
      await first.rounds.drained();
    },
    /** Redis answers nobody for so long. Returns what becomes true when it answers again. */
    pausesQueue: async (forMs: number) => {
      if (!redis) throw new Error('only Redis can be paused');
      const client = new Redis(redis.url);
      await client.client('PAUSE', forMs, 'ALL');
      const pause = { over: false };
      const ended = client.ping().then(async () => {
        pause.over = true;
        await client.quit();
      });
      return { pause, ended };
    },
    /** Jobs that wait in the queue for a worker. */
    queued: async (): Promise<number> => {
      if (redis) {
        const client = new Redis(redis.url);
        const waiting = await client.llen(`anjuan:${remindQueue.name}:wait`);
        await client.quit();
        return waiting;
      }
      const client = new Client({ connectionString: db.adminUrl });
      await client.connect();
      const { rows } = await client.query('select from bullmq.job where queue = $1', [remindQueue.name]);
      await client.end();
      return rows.length;
    },
    /** Everything the queue holds is gone. */
    flush: async () => {
      if (redis) {
        const client = new Redis(redis.url);
        await client.flushall();
        await client.quit();
        return;
      }
      const client = new Client({ connectionString: db.adminUrl });
      await client.connect();
      const { rows } = await client.query<{ name: string }>(
        "select format('bullmq.%I', tablename) as name from pg_tables where schemaname = 'bullmq' and tablename !~ 'migration'",
      );
      await client.query(`truncate ${rows.map((r) => r.name).join(', ')}`);
      await client.end();
    },
    close: async () => {
      for (const w of workers) await w.close();
      await db.close();
      await redis?.close();
    },
  };
}
