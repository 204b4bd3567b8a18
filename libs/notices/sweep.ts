import { Clerk } from '@anjuan/casework';
import { Clock, Database } from '@anjuan/platform';
import { Injectable, Logger } from '@nestjs/common';
import { Relay } from './relay';
import { Reminders } from './reminders';
import { Telling } from './telling';

export interface SweepReport {
  /** Jurisdictions entered. */
  readonly entered: number;
  /** Events that the clock booked by itself (视为受理). */
  readonly booked: number;
  /** Lapsed cases whose event was refused; each is in the log with its number and the reasons. */
  readonly refused: number;
  /** Cases that the queue had lost. */
  readonly recovered: number;
  /** Reminders that became notices. */
  readonly delivered: number;
  readonly digests: number;
  /** Jurisdictions whose sweep broke off; the others were swept all the same, and the next sweep tries again. */
  readonly failed: readonly number[];
}

const casesPerPlan = 100;

/**
 * The walk that finds what is due, whatever the queue did or lost: jurisdiction by jurisdiction, by the hint of the
 * first day on which something happens there. Several workers may walk at once; each thing is still done once.
 */
@Injectable()
export class Sweep {
  private readonly logger = new Logger(Sweep.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clerk: Clerk,
    private readonly relay: Relay,
    private readonly reminders: Reminders,
    private readonly telling: Telling,
  ) {}

  /**
   * `all`: enters every jurisdiction, hint or not, and plans every deadline ahead anew (at start and after midnight);
   * else only what the queue lost everywhere, and what is due by the hints.
   */
  async run({ all }: { readonly all: boolean }): Promise<SweepReport> {
    const sum = { entered: 0, booked: 0, refused: 0, recovered: 0, delivered: 0, digests: 0 };
    const failed: number[] = [];
    for (const { id, due } of await this.jurisdictions()) {
      try {
        const recovered = await this.relay.recover(id);
        sum.recovered += recovered;
        // What was just recovered may have pulled the hint to today.
        if (!all && !due && (recovered === 0 || !(await this.isDue(id)))) continue;
        sum.entered += 1;
        const done = await this.enter(id, all);
        sum.booked += done.booked;
        sum.refused += done.refused;
        sum.recovered += done.recovered;
        sum.delivered += done.delivered;
        sum.digests += done.digests;
      } catch (error) {
        failed.push(id);
        this.logger.error(
          `辖区${id}的期限巡查中断，其他辖区照常`,
          error instanceof Error ? error.stack : String(error),
        );
      }
    }
    return { ...sum, failed };
  }

  private async enter(id: number, all: boolean) {
    const { booked, refused } = await this.clerk.sweep(id);
    for (const { case: number, reason } of refused)
      this.logger.warn(`辖区${id}案件${number}期限届满，未能自动登记：${reason}`);
    // Events that were just booked have moved clocks of their own.
    const recovered = booked > 0 ? await this.relay.recover(id) : 0;
    if (all) await this.planAhead(id);
    let delivered = 0;
    for (let more = true; more; ) {
      const batch = await this.database.inJurisdiction(id, (tx) => this.telling.deliver(tx, id));
      delivered += batch.delivered;
      more = batch.settled > 0;
    }
    const digest = await this.database.inJurisdiction(id, (tx) => this.telling.digest(tx, id));
    await this.database.inJurisdiction(id, (tx) => this.reminders.moveHint(tx, id, digest.pending));
    return { booked, refused: refused.length, recovered, delivered, digests: digest.written };
  }

  private async planAhead(id: number): Promise<void> {
    const cases = await this.database.inJurisdiction(id, (tx) => this.reminders.casesAhead(tx, id));
    for (let i = 0; i < cases.length; i += casesPerPlan) {
      const part = cases.slice(i, i + casesPerPlan);
      await this.database.inJurisdiction(id, (tx) => this.reminders.plan(tx, id, part));
    }
  }

  private async isDue(id: number): Promise<boolean> {
    return (await this.jurisdictions()).some((j) => j.id === id && j.due);
  }

  /** A jurisdiction without a hint has never been swept. */
  private jurisdictions(): Promise<{ id: number; due: boolean }[]> {
    return this.database.outside((tx) =>
      tx.query<{ id: number; due: boolean }>(
        `select j.id, coalesce(h.next_on <= $1, true) as due
         from jurisdiction j left join due_hint h on h.jurisdiction_id = j.id order by j.id`,
        [this.clock.today()],
      ),
    );
  }
}
