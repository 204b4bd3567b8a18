import { type Day } from '@anjuan/law';
import { Clock, shanghaiDay, type Tx, uuidv7 } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { type Officers, type RunningClock, readOfficers, runningClocks, type Told, toldOf } from './deadlines';
import { type Rules, readRules } from './policies';
import { remindedDuties, stepsOf } from './policy';
import { readStaff, type Staff } from './recipients';

interface Wanted extends Told {
  readonly clock_id: string;
  readonly case_id: string;
  readonly kind: string;
  readonly due: Day;
  readonly fire_on: Day;
}

/**
 * Reminders are rows that follow the clocks: planned when a clock moves, withdrawn when it ends. Every method runs in
 * the caller's transaction, may be repeated at will, and bears others doing the same at the same time.
 */
@Injectable()
export class Reminders {
  constructor(private readonly clock: Clock) {}

  /**
   * Makes the reminders the clocks of these cases call for and withdraws those they no longer do: waiting ones are
   * never delivered, delivered ones are marked. The cases are locked first, against the clerk and against another plan.
   * Returns how many rows were made or withdrawn.
   */
  async plan(tx: Tx, jurisdictionId: number, caseIds: readonly string[]): Promise<number> {
    await tx.execute(
      'select from case_file where jurisdiction_id = $1 and id = any($2::uuid[]) order by id for no key update',
      [jurisdictionId, caseIds],
    );
    const today = this.clock.today();
    const clocks = await runningClocks(tx, jurisdictionId, 'k.case_id = any($3::uuid[])', [caseIds]);
    const staff = await readStaff(tx, jurisdictionId, today);
    const rules = await readRules(tx, jurisdictionId);
    const officers = await readOfficers(tx, jurisdictionId, clocks, today);
    const wanted = clocks.flatMap((k) => wantedOf(k, rules, staff, officers, today));
    const json = JSON.stringify(wanted);
    const withdrawn = await tx.execute(
      `update reminder r set state = 'withdrawn'
       where r.jurisdiction_id = $1 and r.case_id = any($2::uuid[]) and r.state = 'waiting' and not exists (
         select from jsonb_to_recordset($3::jsonb) as w(clock_id uuid, person_id uuid, addressed boolean, kind text, due date)
         where w.clock_id = r.clock_id and w.person_id = r.person_id and w.addressed = r.addressed and w.kind = r.kind
           and w.due = r.due)`,
      [jurisdictionId, caseIds, json],
    );
    // A clock that moved away and came back wants its withdrawn reminder again; what lies behind stays behind.
    const made = await tx.execute(
      `insert into reminder (jurisdiction_id, id, clock_id, case_id, person_id, addressed, kind, due, fire_on, state, created_at)
       select $1, w.id, w.clock_id, w.case_id, w.person_id, w.addressed, w.kind, w.due, w.fire_on, 'waiting', $3
       from jsonb_to_recordset($2::jsonb)
         as w(id uuid, clock_id uuid, case_id uuid, person_id uuid, addressed boolean, kind text, due date, fire_on date)
       on conflict (jurisdiction_id, clock_id, person_id, kind, due)
       do update set state = 'waiting', addressed = excluded.addressed where reminder.state = 'withdrawn' and reminder.fire_on >= $4`,
      [jurisdictionId, JSON.stringify(wanted.map((w) => ({ id: uuidv7(), ...w }))), this.clock.now(), today],
    );
    const marked = await this.markTold(tx, jurisdictionId, caseIds);
    const overdue = clocks.some((k) => k.due < today) ? [today] : [];
    const [first] = [...wanted.map((w) => w.fire_on), ...overdue].sort();
    if (first !== undefined) await lowerHint(tx, jurisdictionId, first);
    return withdrawn + made + marked;
  }

  /**
   * The cases with a deadline still ahead: for planning anew every day, so that a change of handler, post, policy or
   * calendar reaches the reminders although no clock moved.
   */
  async casesAhead(tx: Tx, jurisdictionId: number): Promise<string[]> {
    const rows = await tx.query<{ case_id: string }>(
      `select distinct case_id from clock
       where jurisdiction_id = $1 and status = 'running' and due >= $2 and duty = any($3::text[]) order by case_id`,
      [jurisdictionId, this.clock.today(), remindedDuties],
    );
    return rows.map((r) => r.case_id);
  }

  /**
   * Writes the first day on which this jurisdiction must be entered again: `pending` keeps it at today. Call at the end
   * of a sweep, by itself.
   */
  async moveHint(tx: Tx, jurisdictionId: number, pending: boolean): Promise<void> {
    // Locked first: a plan that is under way adds its own day after this, never before.
    await tx.execute('select from due_hint where jurisdiction_id = $1 for update', [jurisdictionId]);
    await tx.execute(
      `insert into due_hint (jurisdiction_id, next_on)
       select $1, least(
         case when $3 then $2::date end,
         coalesce((select min(fire_on) from reminder where jurisdiction_id = $1 and state = 'waiting'), '9999-12-31'),
         coalesce((select greatest(min(due), $2::date) + 1 from clock
                   where jurisdiction_id = $1 and status = 'running' and due is not null), '9999-12-31'))
       on conflict (jurisdiction_id) do update set next_on = excluded.next_on`,
      [jurisdictionId, this.clock.today(), pending],
    );
  }

  /** What was told of a clock that has since been met or moved is marked; it counts again where the clock came back. */
  private markTold(tx: Tx, jurisdictionId: number, caseIds: readonly string[]): Promise<number> {
    return tx.execute(
      `update notice n set withdrawn_at = case when told.stands then null else $3::timestamptz end
       from (select r.id, exists (
               select from clock k where k.jurisdiction_id = r.jurisdiction_id and k.id = r.clock_id
                 and k.status = 'running' and k.due = r.due) as stands
             from reminder r
             where r.jurisdiction_id = $1 and r.case_id = any($2::uuid[]) and r.state = 'delivered') told
       where n.jurisdiction_id = $1 and n.reminder_id = told.id and (n.withdrawn_at is null) <> told.stands`,
      [jurisdictionId, caseIds, this.clock.now()],
    );
  }
}

function wantedOf(k: RunningClock, rules: Rules, staff: Staff, officers: Officers, today: Day): readonly Wanted[] {
  const policy = rules.policyOf(k.limit_id);
  const recordedOn = k.moved_at === null ? today : shanghaiDay(k.moved_at);
  return stepsOf(policy, k.due, recordedOn, today, rules).flatMap(({ kind, fireOn, daysBefore }) =>
    toldOf(k, policy, staff, officers, daysBefore).map((told) => ({
      ...told,
      clock_id: k.id,
      case_id: k.case_id,
      kind,
      due: k.due,
      fire_on: fireOn,
    })),
  );
}

const lowerHint = (tx: Tx, jurisdictionId: number, day: Day): Promise<number> =>
  tx.execute(
    `insert into due_hint (jurisdiction_id, next_on) values ($1, $2)
     on conflict (jurisdiction_id) do update set next_on = least(due_hint.next_on, excluded.next_on)`,
    [jurisdictionId, day],
  );
