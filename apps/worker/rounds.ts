import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Proposals } from '@anjuan/coordination';
import { Outbound, outboundEveryMs, Relay, relayEveryMs, remindQueue, Sweep, sweepEveryMs } from '@anjuan/notices';
import { Clock, Queues } from '@anjuan/platform';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';

/** What hangs on a queue out of reach must not hold up the shutdown; what it leaves undone the next sweep does. */
const patienceMs = 3_000;

/**
 * What the worker does all day. The rounds run by timers of this process, not by jobs that repeat: a schedule that lived
 * in the queue would be lost with it, and the sweep is there for the day the queue is lost.
 */
@Injectable()
export class Rounds implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Rounds.name);
  private readonly ending = new AbortController();
  private readonly jobs = new EventEmitter();
  private readonly walks: Promise<void>[] = [];
  /** The legal day of the last full sweep. */
  private sweptOn: string | undefined;

  constructor(
    private readonly queues: Queues,
    private readonly clock: Clock,
    private readonly relay: Relay,
    private readonly sweep: Sweep,
    private readonly proposals: Proposals,
    private readonly outbound: Outbound,
  ) {}

  /**
   * Works the queue and walks the rounds until the shutdown; the first full sweep starts at once. Does not wait for the
   * queue: while it is out of reach the sweep does the work alone.
   */
  begin(): void {
    this.walks.push(
      this.walk('转交', relayEveryMs, () => this.relay.handOver()),
      this.walk('巡查', sweepEveryMs, () => this.sweepNow()),
      this.walk('外发', outboundEveryMs, () => this.sendNow()),
    );
    this.workQueue().catch((error: unknown) => this.logger.error('队列无法使用，由巡查代办', String(error)));
  }

  /** Works the queue only. */
  workQueue(): Promise<void> {
    return this.queues.work(remindQueue, async (job) => {
      try {
        await this.relay.take(job);
      } finally {
        this.jobs.emit('done');
      }
    });
  }

  /** One sweep: the first of a legal day enters every jurisdiction, the others follow the hints. */
  async sweepNow(): Promise<void> {
    const today = this.clock.today();
    const report = await this.sweep.run({ all: this.sweptOn !== today });
    if (this.sweptOn !== today) {
      const proposed = await this.proposals.walkAll();
      if (proposed > 0) this.logger.log(`疑似重复、系列案件：新提示${proposed}对`);
    }
    // Only a sweep that came through everywhere spares the next one the full walk.
    if (report.failed.length === 0) this.sweptOn = today;
    if (report.refused > 0) this.logger.warn(`期限巡查：${report.refused}件期限届满而未能自动登记，详见各件记录`);
    if (report.booked + report.recovered + report.delivered + report.digests > 0)
      this.logger.log(
        `期限巡查：自动登记${report.booked}件，补做${report.recovered}件，送达提醒${report.delivered}条、期限汇总${report.digests}份`,
      );
  }

  /** Sends what waits to leave the house. */
  async sendNow(): Promise<void> {
    const { sent, failed, withdrawn } = await this.outbound.run();
    if (failed > 0) this.logger.warn(`外发提醒：${failed}条没有发出，稍后再试，详见发送记录`);
    if (sent + withdrawn > 0) this.logger.log(`外发提醒：已发${sent}条，撤回${withdrawn}条`);
  }

  /** Resolves when this process has finished a job and nothing waits in the outbox any more, or nothing waits now. */
  async drained(): Promise<void> {
    for (;;) {
      // Listen before looking, or the last job could end in between.
      const heard = new AbortController();
      const done = once(this.jobs, 'done', { signal: heard.signal });
      if (await this.relay.isEmpty()) {
        done.catch(() => undefined);
        heard.abort();
        return;
      }
      await done;
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await patiently(Promise.all(this.walks));
    // Here, not with the other connections: jobs at work still need the database.
    await patiently(this.queues.close());
  }

  private async walk(name: string, everyMs: number, round: () => Promise<unknown>): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      try {
        await round();
      } catch (error) {
        this.logger.error(`${name}未完成，稍后再试`, error instanceof Error ? error.stack : String(error));
      }
      await pause(everyMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

const patiently = (ending: Promise<unknown>): Promise<unknown> =>
  Promise.race([ending, pause(patienceMs, undefined, { ref: false })]);
