import { horizonOf } from '@anjuan/casework';
import { type Day, daysBetween } from '@anjuan/law';
import { Clock, shanghaiTime, type Tx, uuidv7 } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { deadlineOf, readOfficers, runningClocks, toldOf } from './deadlines';
import { fallenNotices } from './fallen-decisions';
import { readRules } from './policies';
import { readStaff } from './recipients';
import { type DigestLine, digestWords, reminderWords, type Words } from './wording';

/** A notice to write for a reminder. */
interface Delivery extends Words {
  readonly reminder_id: string;
  readonly person_id: string;
  readonly case_id: string | null;
}

interface DueReminder {
  readonly id: string;
  readonly person_id: string;
  readonly case_id: string;
  readonly due: Day;
  readonly limit_id: string;
  /** The clock still runs to the day the reminder was made for, and that day has not passed. */
  readonly stands: boolean;
  readonly provisional: boolean;
  readonly number: string;
  /** To an officer of the organ that owes it. */
  readonly addressed: boolean;
  readonly handler_id: string | null;
  readonly handler: string | null;
}

/** So many reminders become notices in one transaction. */
const batch = 500;

/**
 * Turns reminders into notices, once each, and in the same transaction into deliveries where a person wants them outside
 * the house as well. Runs in the caller's transaction; two workers may do it at once.
 */
@Injectable()
export class Telling {
  constructor(private readonly clock: Clock) {}

  /**
   * Takes up to 500 reminders whose day has come, and withdraws those whose clock has moved or ended meanwhile. Rows that
   * another worker has in hand are left to it. Returns how many rows were settled either way (0: nothing left) and how
   * many of them were delivered.
   */
  async deliver(tx: Tx, jurisdictionId: number): Promise<{ settled: number; delivered: number }> {
    const today = this.clock.today();
    const rows = await tx.query<DueReminder>(
      `select r.id, r.person_id, r.addressed, r.case_id, r.due, k.limit_id, k.provisional,
         (k.status = 'running' and k.due = r.due and r.due >= $2) as stands,
         coalesce(c.number, c.register_number) as number, c.handler_id, h.name as handler
       from reminder r
       join clock k on k.jurisdiction_id = r.jurisdiction_id and k.id = r.clock_id
       join case_file c on c.jurisdiction_id = r.jurisdiction_id and c.id = r.case_id
       left join person h on h.jurisdiction_id = c.jurisdiction_id and h.id = c.handler_id
       where r.jurisdiction_id = $1 and r.state = 'waiting' and r.fire_on <= $2
       order by r.fire_on, r.id limit ${batch} for update of r skip locked`,
      [jurisdictionId, today],
    );
    if (rows.length === 0) return { settled: 0, delivered: 0 };
    const standing = rows.filter((r) => r.stands);
    const fallen = rows.filter((r) => !r.stands).map((r) => r.id);
    await this.write(
      tx,
      jurisdictionId,
      standing.map((r) => ({
        reminder_id: r.id,
        person_id: r.person_id,
        case_id: r.case_id,
        ...reminderWords(deadlineOf(r), today, r.addressed || r.person_id === r.handler_id ? null : r.handler),
      })),
    );
    await tx.execute(
      `update reminder set state = 'delivered', delivered_at = $3 where jurisdiction_id = $1 and id = any($2::uuid[])`,
      [jurisdictionId, standing.map((r) => r.id), this.clock.now()],
    );
    await tx.execute(`update reminder set state = 'withdrawn' where jurisdiction_id = $1 and id = any($2::uuid[])`, [
      jurisdictionId,
      fallen,
    ]);
    return { settled: rows.length, delivered: standing.length };
  }

  /**
   * Gives everybody today's digest, if not given yet: what ends today, what ends within three working days, and one line
   * for all that is overdue. Working days only, from the opening hour on; `pending`: the hour is still to come today.
   */
  async digest(tx: Tx, jurisdictionId: number): Promise<{ written: number; pending: boolean }> {
    const today = this.clock.today();
    const rules = await readRules(tx, jurisdictionId);
    const { hours, calendar, policyOf } = rules;
    if (hours.workingDaysOnly && !calendar.isWorkingDay(today)) return { written: 0, pending: false };
    if (shanghaiTime(this.clock.now()) < hours.opensAt) return { written: 0, pending: true };
    const { orangeUntil } = horizonOf(today, calendar);
    const clocks = await runningClocks(tx, jurisdictionId, 'k.due <= $3', [orangeUntil]);
    if (clocks.length === 0) return { written: 0, pending: false };
    const staff = await readStaff(tx, jurisdictionId, today);
    const officers = await readOfficers(tx, jurisdictionId, clocks, today);
    const parts = new Map<string, DigestLine[]>();
    for (const k of clocks) {
      const policy = policyOf(k.limit_id);
      if (!policy.enabled || (k.due < today && !policy.digest)) continue;
      for (const { person_id, addressed } of toldOf(k, policy, staff, officers, daysBetween(today, k.due)))
        parts.set(person_id, [...(parts.get(person_id) ?? []), { ...deadlineOf(k), addressed }]);
    }
    // The unique row of person and day decides which of two workers writes the notice.
    const fresh = await tx.query<{ id: string; person_id: string }>(
      `insert into reminder (jurisdiction_id, id, person_id, addressed, kind, fire_on, state, created_at, delivered_at)
       select $1, w.id, w.person_id, w.addressed, $3, $4, 'delivered', $5, $5
       from jsonb_to_recordset($2::jsonb) as w(id uuid, person_id uuid, addressed boolean)
       on conflict do nothing returning id, person_id`,
      [
        jurisdictionId,
        JSON.stringify(
          [...parts]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([person_id, lines]) => ({ id: uuidv7(), person_id, addressed: lines.every((l) => l.addressed) })),
        ),
        `digest-${today}`,
        today,
        this.clock.now(),
      ],
    );
    await this.write(
      tx,
      jurisdictionId,
      fresh.map((r) => ({
        reminder_id: r.id,
        person_id: r.person_id,
        case_id: null,
        ...digestWords(parts.get(r.person_id) ?? [], today),
      })),
    );
    return { written: fresh.length, pending: false };
  }

  /** Tells, once each, whoever fixed a due day in these cases that has fallen since. */
  async tellFallen(tx: Tx, jurisdictionId: number, caseIds: readonly string[]): Promise<void> {
    const today = this.clock.today();
    const wanted = await fallenNotices(tx, jurisdictionId, caseIds, () => readStaff(tx, jurisdictionId, today));
    if (wanted.length === 0) return;
    // The row names no clock, so that no later movement withdraws it: what fell has fallen.
    const fresh = await tx.query<{ id: string; person_id: string; kind: string }>(
      `insert into reminder (jurisdiction_id, id, person_id, kind, fire_on, state, created_at, delivered_at)
       select $1, w.id, w.person_id, w.kind, $3, 'delivered', $4, $4
       from jsonb_to_recordset($2::jsonb) as w(id uuid, person_id uuid, kind text)
       on conflict do nothing returning id, person_id, kind`,
      [jurisdictionId, JSON.stringify(wanted.map((w) => ({ id: uuidv7(), ...w }))), today, this.clock.now()],
    );
    await this.write(
      tx,
      jurisdictionId,
      fresh.flatMap(({ id, person_id, kind }) =>
        wanted
          .filter((w) => w.person_id === person_id && w.kind === kind)
          .map(({ case_id, title, body }) => ({ reminder_id: id, person_id, case_id, title, body })),
      ),
    );
  }

  /** Notices and, for whoever wants this content elsewhere as well, the deliveries: both or neither. */
  private async write(tx: Tx, jurisdictionId: number, deliveries: readonly Delivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    await tx.execute(
      `with told as (
         insert into notice (jurisdiction_id, id, person_id, reminder_id, case_id, title, body, created_at)
         select $1, w.id, w.person_id, w.reminder_id, w.case_id, w.title, w.body, $3
         from jsonb_to_recordset($2::jsonb)
           as w(id uuid, person_id uuid, reminder_id uuid, case_id uuid, title text, body text)
         on conflict (jurisdiction_id, reminder_id) do nothing
         returning id, person_id, case_id)
       insert into delivery (jurisdiction_id, notice_id, channel, person_id, state, attempts, next_at, created_at)
       select $1, told.id, w.channel, told.person_id, 'waiting', 0, $3, $3
       from told join notice_channel w on w.jurisdiction_id = $1 and w.person_id = told.person_id
       where w.content = 'all' or told.case_id is null`,
      [jurisdictionId, JSON.stringify(deliveries.map((d) => ({ id: uuidv7(), ...d }))), this.clock.now()],
    );
  }
}
