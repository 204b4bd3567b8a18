import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, type JobsOptions, Queue, Worker, withBackend } from 'bullmq';
import { Config } from './config';

/** The name of a queue together with the shape of its jobs, which is plain JSON: ids, never names or other persons' data. */
export interface QueueOf<Data> {
  readonly name: string;
  /** Never set: it ties `Data` to the queue for the compiler. */
  readonly carries?: Data;
}

/** Declares a queue: `const reminders = queueOf<{ noticeId: string }>('reminders')`. */
export function queueOf<Data>(name: string): QueueOf<Data> {
  return { name };
}

export interface JobWish {
  /**
   * A job with the id of one still known (waiting, at work, or done within the day) is dropped. No colons, not digits
   * alone. It saves work only: whoever needs "exactly once" has a unique key in PostgreSQL.
   */
  readonly jobId?: string;
  /** Milliseconds to wait. */
  readonly delay?: number;
}

interface Producer {
  add(job: string, data: unknown, options: JobsOptions): Promise<unknown>;
  addBulk(jobs: { name: string; data: unknown; opts: JobsOptions }[]): Promise<unknown>;
  close(): Promise<void>;
}

interface Consumer {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

const DAY_S = 86_400;
const KEPT: JobsOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: { age: DAY_S, count: 10_000 },
  removeOnFail: { age: 7 * DAY_S, count: 10_000 },
};
const PREFIX = 'anjuan';
const OnPostgres = withBackend(createPostgresBackend);

/**
 * Delivery of work between processes: BullMQ on Redis where `REDIS_URL` is set, else in the PostgreSQL schema `bullmq`.
 * The queue holds no legal fact. Everything in it can be lost at any moment and is found again by a sweep over rows;
 * everything in it may come twice.
 */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly log = new Logger('queue');
  private readonly producers = new Map<string, Producer>();
  private readonly consumers: Consumer[] = [];

  constructor(@Inject(Config) private readonly settings: Pick<Config, 'databaseUrl' | 'redisUrl'>) {}

  async add<Data>(queue: QueueOf<Data>, data: Data, wish: JobWish = {}): Promise<void> {
    await this.producer(queue.name).add(queue.name, data, { ...KEPT, ...wish });
  }

  /** Many jobs in one round trip. */
  async addAll<Data>(queue: QueueOf<Data>, jobs: readonly (JobWish & { readonly data: Data })[]): Promise<void> {
    if (jobs.length === 0) return;
    const rows = jobs.map(({ data, ...wish }) => ({ name: queue.name, data, opts: { ...KEPT, ...wish } }));
    await this.producer(queue.name).addBulk(rows);
  }

  /**
   * Has this process do the jobs of a queue. A handler that throws is called again up to four times, one second later
   * and then after ever longer pauses.
   */
  async work<Data>(
    queue: QueueOf<Data>,
    handler: (data: Data) => Promise<void>,
    { concurrency = 4 } = {},
  ): Promise<void> {
    const { databaseUrl, redisUrl } = this.settings;
    const run = ({ data }: { data: Data }) => handler(data);
    const worker =
      redisUrl === undefined
        ? new OnPostgres.Worker<Data, void>(queue.name, run, { connection: inPostgres(databaseUrl), concurrency })
        : new Worker<Data, void>(queue.name, run, { connection: { url: redisUrl }, prefix: PREFIX, concurrency });
    worker.on('error', this.report(queue.name));
    worker.on('failed', (job, error) => {
      this.log.error(`${queue.name} 任务 ${job?.id ?? ''} 第 ${job?.attemptsMade ?? ''} 次失败：${error.message}`);
    });
    this.consumers.push(worker);
    await worker.waitUntilReady();
  }

  /** Lets the jobs at work finish, then closes every connection. */
  async close(): Promise<void> {
    await Promise.all(this.consumers.splice(0).map((consumer) => consumer.close()));
    const producers = [...this.producers.values()];
    this.producers.clear();
    await Promise.all(producers.map((producer) => producer.close()));
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  private producer(name: string): Producer {
    const known = this.producers.get(name);
    if (known !== undefined) return known;
    const { databaseUrl, redisUrl } = this.settings;
    const queue =
      redisUrl === undefined
        ? new OnPostgres.Queue(name, { connection: inPostgres(databaseUrl) })
        : new Queue(name, { connection: { url: redisUrl }, prefix: PREFIX });
    queue.on('error', this.report(name));
    this.producers.set(name, queue);
    return queue;
  }

  /** Unheard, an error event would end the process; BullMQ connects again by itself. */
  private report(name: string): (error: Error) => void {
    return (error) => this.log.error(`${name} 队列连接异常：${error.message}`);
  }
}

/** As the application role: the schema is migrated by the owner, see `migrate()`. */
function inPostgres(connectionString: string | undefined) {
  if (connectionString === undefined) throw new Error('未设置 DATABASE_URL，无法使用队列。');
  return { connectionString, application_name: 'anjuan queue', max: 4, migrate: false };
}
