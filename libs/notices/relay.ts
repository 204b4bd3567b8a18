import { Clock, Database, Queues, queueOf, type Tx } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { Reminders } from './reminders';
import { Telling } from './telling';

/** Which cases to look at. */
export interface RemindJob {
  readonly jurisdictionId: number;
  readonly caseIds: readonly string[];
}
/** The queue of planning. */
export const remindQueue = queueOf<RemindJob>('remind');

const topic = 'clock-changed';
/** Cases planned in one job and one transaction. */
const casesPerJob = 100;
const rowsPerTurn = 1000;
/** A row handed to the queue longer ago than this, and still there, was lost by it. */
const lostAfterMs = 5 * 60_000;

/**
 * Carries what the clerk left in the outbox to the reminders. A row stays in the outbox until its case was planned, in
 * the same transaction; the queue only spreads the work and makes it prompt.
 */
@Injectable()
export class Relay {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queues: Queues,
    private readonly reminders: Reminders,
    private readonly telling: Telling,
  ) {}

  /** Hands the new rows of every jurisdiction to the queue. Returns how many cases were handed over. */
  async handOver(): Promise<number> {
    let cases = 0;
    for (const jurisdictionId of await this.jurisdictions()) {
      for (let more = true; more; ) {
        const rows = await this.database.inJurisdiction(jurisdictionId, (tx) => this.claim(tx, jurisdictionId));
        more = rows.length === rowsPerTurn;
        const caseIds = [...new Set(rows)];
        // After the commit: a queue that does not answer must hold no lock, or the sweep could not step in for it.
        const jobs: { data: RemindJob }[] = [];
        for (let i = 0; i < caseIds.length; i += casesPerJob)
          jobs.push({ data: { jurisdictionId, caseIds: caseIds.slice(i, i + casesPerJob) } });
        await this.queues.addAll(remindQueue, jobs);
        cases += caseIds.length;
      }
    }
    return cases;
  }

  /** Does one job. May be repeated. */
  async take(job: RemindJob): Promise<void> {
    await this.database.inJurisdiction(job.jurisdictionId, (tx) => this.plan(tx, job.jurisdictionId, job.caseIds));
  }

  /** Plans what the queue lost, or was never handed. Returns the number of cases. */
  async recover(jurisdictionId: number): Promise<number> {
    for (let cases = 0; ; ) {
      const found = await this.database.inJurisdiction(jurisdictionId, async (tx) => {
        const rows = await tx.query<{ case_id: string }>(
          `select distinct case_id from (
             select case_id from outbox
             where jurisdiction_id = $1 and topic = $2 and (relayed_at is null or relayed_at <= $3)
             order by created_at limit ${casesPerJob}) as lost order by case_id`,
          [jurisdictionId, topic, new Date(this.clock.now().getTime() - lostAfterMs)],
        );
        const caseIds = rows.map((r) => r.case_id);
        if (caseIds.length > 0) await this.plan(tx, jurisdictionId, caseIds);
        return caseIds.length;
      });
      if (found === 0) return cases;
      cases += found;
    }
  }

  /** Have all rows been planned? */
  async isEmpty(): Promise<boolean> {
    for (const id of await this.jurisdictions()) {
      const rows = await this.database.inJurisdiction(id, (tx) =>
        tx.query('select from outbox where jurisdiction_id = $1 and topic = $2 limit 1', [id, topic]),
      );
      if (rows.length > 0) return false;
    }
    return true;
  }

  private async plan(tx: Tx, jurisdictionId: number, caseIds: readonly string[]): Promise<void> {
    await this.reminders.plan(tx, jurisdictionId, caseIds);
    await this.telling.tellFallen(tx, jurisdictionId, caseIds);
    // The plan holds the cases locked, so every row that is visible now speaks of what it has seen.
    await tx.execute('delete from outbox where jurisdiction_id = $1 and topic = $2 and case_id = any($3::uuid[])', [
      jurisdictionId,
      topic,
      caseIds,
    ]);
  }

  private async claim(tx: Tx, jurisdictionId: number): Promise<string[]> {
    const rows = await tx.query<{ case_id: string }>(
      `update outbox set relayed_at = $3
       where jurisdiction_id = $1 and id in (
         select id from outbox where jurisdiction_id = $1 and topic = $2 and relayed_at is null
         order by created_at limit ${rowsPerTurn} for update skip locked)
       returning case_id`,
      [jurisdictionId, topic, this.clock.now()],
    );
    return rows.map((r) => r.case_id);
  }

  private async jurisdictions(): Promise<number[]> {
    const rows = await this.database.outside((tx) =>
      tx.query<{ id: number }>('select id from jurisdiction order by id'),
    );
    return rows.map((r) => r.id);
  }
}
