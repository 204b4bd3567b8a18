import { migrate, Queues, queueOf } from '@anjuan/platform';
import { freshDatabase, type TestDatabase } from '@test/database';
import { startRedis, type TestRedis } from '@test/redis';
import { Client } from 'pg';

interface Backend {
  readonly settings: { databaseUrl: string | undefined; redisUrl: string | undefined };
  close(): Promise<void>;
}

/** Collects what handlers were given and lets a test wait for the n-th. */
class Basket {
  readonly jobs: string[] = [];
  private waiting: { count: number; resolve: () => void }[] = [];

  put(job: string): void {
    this.jobs.push(job);
    for (const { count, resolve } of this.waiting) if (this.jobs.length >= count) resolve();
  }

  async holds(count: number): Promise<string[]> {
    if (this.jobs.length < count) {
      await new Promise<void>((resolve) => this.waiting.push({ count, resolve }));
    }
    return this.jobs;
  }
}

function suite(open: () => Promise<Backend | undefined>, absent: string): void {
  let backend: Backend | undefined;
  let queues: Queues;
  let letters = queueOf<{ id: string }>('letters');
  let serial = 0;

  beforeAll(async () => {
    backend = await open();
    if (backend === undefined) process.stdout.write(`\n${'!'.repeat(80)}\n${absent}\n${'!'.repeat(80)}\n`);
  });
  afterAll(() => backend?.close());
  beforeEach(() => {
    letters = queueOf(`letters-${++serial}`);
    if (backend) queues = new Queues(backend.settings);
  });
  afterEach(() => queues?.close());

  const when = (name: string, test: () => Promise<void>) => it(name, () => (backend ? test() : Promise.resolve()));

  when('a job added before anybody works reaches the worker', async () => {
    await queues.add(letters, { id: 'a' });
    const basket = new Basket();
    await queues.work(letters, async ({ id }) => basket.put(id));
    expect(await basket.holds(1)).toEqual(['a']);
  });

  when('a job added while a worker of another process waits reaches it', async () => {
    const basket = new Basket();
    await queues.work(letters, async ({ id }) => basket.put(id));
    const other = new Queues({ databaseUrl: undefined, redisUrl: undefined, ...backend?.settings });
    await other.addAll(letters, [{ data: { id: 'a' } }, { data: { id: 'b' } }]);
    await other.close();
    expect([...(await basket.holds(2))].sort()).toEqual(['a', 'b']);
  });

  when('the same job id is done once, also after it is done', async () => {
    const basket = new Basket();
    await queues.work(letters, async ({ id }) => basket.put(id), { concurrency: 1 });
    await queues.add(letters, { id: 'a' }, { jobId: 'letter-1' });
    await queues.add(letters, { id: 'a again' }, { jobId: 'letter-1' });
    await basket.holds(1);
    await queues.add(letters, { id: 'a late' }, { jobId: 'letter-1' });
    await queues.add(letters, { id: 'b' }, { jobId: 'letter-2' });
    expect(await basket.holds(2)).toEqual(['a', 'b']);
  });

  when('a delayed job waits, and does not hold up the others', async () => {
    const basket = new Basket();
    const added = Date.now();
    await queues.add(letters, { id: 'later' }, { delay: 700 });
    await queues.add(letters, { id: 'now' });
    await queues.work(letters, async ({ id }) => basket.put(id));
    expect(await basket.holds(2)).toEqual(['now', 'later']);
    expect(Date.now() - added).toBeGreaterThanOrEqual(700);
  });

  when('a handler that throws is called again', async () => {
    const basket = new Basket();
    let calls = 0;
    await queues.work(letters, async ({ id }) => {
      calls++;
      if (calls === 1) throw new Error('first time');
      basket.put(id);
    });
    await queues.add(letters, { id: 'a' });
    expect(await basket.holds(1)).toEqual(['a']);
    expect(calls).toBe(2);
  });

  when('closing waits for the job at work', async () => {
    const started = new Basket();
    const done = new Basket();
    let goOn = () => {};
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await queues.work(letters, async ({ id }) => {
      started.put(id);
      await gate;
      done.put(id);
    });
    await queues.add(letters, { id: 'a' });
    await started.holds(1);
    const closed = queues.close();
    goOn();
    await closed;
    expect(done.jobs).toEqual(['a']);
  });
}

describe('queues in PostgreSQL', () => {
  let database: TestDatabase;
  suite(async () => {
    database = await freshDatabase();
    return { settings: { databaseUrl: database.url, redisUrl: undefined }, close: () => database.close() };
  }, '');

  it('can be migrated again after it was used', async () => {
    const queues = new Queues({ databaseUrl: database.url, redisUrl: undefined });
    await queues.add(queueOf<{ id: string }>('used'), { id: 'a' });
    await queues.close();
    expect(await migrate(database.ownerUrl)).toEqual([]);
  });

  it('the application role may use the queue’s tables and not change them', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await expect(client.query('ALTER TABLE bullmq.job ADD COLUMN x int')).rejects.toThrow(/must be owner/);
    await expect(client.query('DROP SCHEMA bullmq CASCADE')).rejects.toThrow(/must be owner/);
    await client.end();
  });
});

describe('queues in Redis', () => {
  let redis: TestRedis | undefined;
  suite(async () => {
    redis = await startRedis();
    const { url, close } = redis ?? {};
    return url && close ? { settings: { databaseUrl: undefined, redisUrl: url }, close } : undefined;
  }, '没有 redis-server：队列测试的 REDIS 一半没有运行。 No redis-server: the Redis half of this suite DID NOT RUN.');
});
