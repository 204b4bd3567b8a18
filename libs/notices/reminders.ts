import { type Day, isLimitId, limit } from '@anjuan/law';
import { Clock, shanghaiDay, type Tx, uuidv7 } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { policiesOf, type ReminderPolicy, reachesSuperior, remindedDuties, stepsOf } from './policy';
import { readStaff, type Staff } from './recipients';
import { type Deadline, digestWords, reminderWords, type Words } from './wording';

interface RunningClock {
  id: string;
  case_id: string;
  kind: string;
  limit_id: string;
  due: Day;
  provisional: boolean;
  handler_id: string | null;
  path: string;
  number: string;
  /** When the event that started or last moved the clock was recorded. */
  moved_at: Date | null;
}

interface Wanted {
  readonly clock_id: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly kind: string;
  readonly due: Day;
  readonly fire_on: Day;
}

/** A notice to write for a reminder. */
interface Delivery extends Words {
  readonly reminder_id: string;
  readonly person_id: string;
  readonly case_id: string | null;
}

/** Clocks that people are reminded of, joined to their case. `$1` is the jurisdiction, `$2` the duties. */
const runningClocks = `
  select k.id, k.case_id, c.kind, k.limit_id, k.due, k.provisional, c.handler_id, o.path,
    coalesce(c.number, c.register_number) as number,
    (select e.recorded_at from event e where e.jurisdiction_id = k.jurisdiction_id and e.case_id = k.case_id
       and e.seq = (select max((entry ->> 'seq')::int) from jsonb_array_elements(k.ledger) entry)) as moved_at
  from clock k
  join case_file c on c.jurisdiction_id = k.jurisdiction_id and c.id = k.case_id
  join organisation o on o.jurisdiction_id = c.jurisdiction_id and o.id = c.organisation_id
  where k.jurisdiction_id = $1 and k.status = 'running' and k.duty = any($2::text[]) and k.due is not null`;

/** So many reminders become notices in one transaction. */
const batch = 500;

/**
 * Reminders are rows that follow the clocks: planned when a clock moves, withdrawn when it ends, delivered once. Every
 * method runs in the caller's transaction, may be repeated at will, and bears others doing the same at the same time.
 */
@Injectable()
export class Reminders {
  constructor(private readonly clock: Clock) {}

  /**
   * Makes the reminders the clocks of these cases call for and withdraws waiting ones they no longer do. The cases are
   * locked first, against the clerk and against another plan. Returns how many rows were made or withdrawn.
   */
  async plan(tx: Tx, jurisdictionId: number, caseIds: readonly string[]): Promise<number> {
    await tx.execute(
      'select from case_file where jurisdiction_id = $1 and id = any($2::uuid[]) order by id for no key update',
      [jurisdictionId, caseIds],
    );
    const today = this.clock.today();
    const clocks = await tx.query<RunningClock>(`${runningClocks} and k.case_id = any($3::uuid[])`, [
      jurisdictionId,
      remindedDuties,
      caseIds,
    ]);
    const staff = await readStaff(tx, jurisdictionId, today);
    const policyOf = await readPolicies(tx, jurisdictionId);
    const wanted = clocks.flatMap((k) => wantedOf(k, policyOf(k.limit_id), staff, today));
    const json = JSON.stringify(wanted);
    const withdrawn = await tx.execute(
      `update reminder r set state = 'withdrawn'
       where r.jurisdiction_id = $1 and r.case_id = any($2::uuid[]) and r.state = 'waiting' and not exists (
         select from jsonb_to_recordset($3::jsonb) as w(clock_id uuid, person_id uuid, kind text, due date)
         where w.clock_id = r.clock_id and w.person_id = r.person_id and w.kind = r.kind and w.due = r.due)`,
      [jurisdictionId, caseIds, json],
    );
    // A clock that moved away and came back wants its withdrawn reminder again; what lies behind stays behind.
    const made = await tx.execute(
      `insert into reminder (jurisdiction_id, id, clock_id, case_id, person_id, kind, due, fire_on, state, created_at)
       select $1, w.id, w.clock_id, w.case_id, w.person_id, w.kind, w.due, w.fire_on, 'waiting', $3
       from jsonb_to_recordset($2::jsonb)
         as w(id uuid, clock_id uuid, case_id uuid, person_id uuid, kind text, due date, fire_on date)
       on conflict (jurisdiction_id, clock_id, person_id, kind, due)
       do update set state = 'waiting' where reminder.state = 'withdrawn' and reminder.fire_on >= $4`,
      [jurisdictionId, JSON.stringify(wanted.map((w) => ({ id: uuidv7(), ...w }))), this.clock.now(), today],
    );
    const overdue = clocks.some((k) => k.due < today) ? [today] : [];
    const [first] = [...wanted.map((w) => w.fire_on), ...overdue].sort();
    if (first !== undefined) await lowerHint(tx, jurisdictionId, first);
    return withdrawn + made;
  }

  /**
   * The cases with a deadline still ahead: for planning anew every day, so that a change of handler, post or policy
   * reaches the reminders although no clock moved.
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
   * Turns up to 500 reminders whose day has come into notices, and withdraws those whose clock has moved or ended
   * meanwhile. Rows that another worker has in hand are left to it. Returns how many rows were settled either way
   * (0: nothing left) and how many of them were delivered.
   */
  async deliver(tx: Tx, jurisdictionId: number): Promise<{ settled: number; delivered: number }> {
    const today = this.clock.today();
    const rows = await tx.query<{
      id: string;
      person_id: string;
      case_id: string;
      due: Day;
      limit_id: string;
      stands: boolean;
      provisional: boolean;
      number: string;
      handler_id: string | null;
      handler: string | null;
    }>(
      `select r.id, r.person_id, r.case_id, r.due, k.limit_id, k.provisional,
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
        ...reminderWords(deadlineOf(r), today, r.person_id === r.handler_id ? null : r.handler),
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

  /** Gives everybody who has overdue deadlines today's digest, if not given yet. Returns how many digests were written. */
  async digest(tx: Tx, jurisdictionId: number): Promise<number> {
    const today = this.clock.today();
    const clocks = await tx.query<RunningClock>(`${runningClocks} and k.due < $3`, [
      jurisdictionId,
      remindedDuties,
      today,
    ]);
    if (clocks.length === 0) return 0;
    const staff = await readStaff(tx, jurisdictionId, today);
    const policyOf = await readPolicies(tx, jurisdictionId);
    const overdue = new Map<string, Deadline[]>();
    for (const k of clocks) {
      if (!policyOf(k.limit_id).digest) continue;
      for (const person of new Set([...handlerOf(k, staff), ...staff.superiors(k.kind, k.path)]))
        overdue.set(person, [...(overdue.get(person) ?? []), deadlineOf(k)]);
    }
    // The unique row of person and day decides which of two workers writes the notice.
    const fresh = await tx.query<{ id: string; person_id: string }>(
      `insert into reminder (jurisdiction_id, id, person_id, kind, fire_on, state, created_at, delivered_at)
       select $1, w.id, w.person_id, $3, $4, 'delivered', $5, $5
       from jsonb_to_recordset($2::jsonb) as w(id uuid, person_id uuid)
       on conflict do nothing returning id, person_id`,
      [
        jurisdictionId,
        JSON.stringify([...overdue.keys()].sort().map((person_id) => ({ id: uuidv7(), person_id }))),
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
        ...digestWords(overdue.get(r.person_id) ?? [], today),
      })),
    );
    return fresh.length;
  }

  /** Writes the first day on which this jurisdiction must be entered again. Call at the end of a sweep, by itself. */
  async moveHint(tx: Tx, jurisdictionId: number): Promise<void> {
    // Locked first: a plan that is under way adds its own day after this, never before.
    await tx.execute('select from due_hint where jurisdiction_id = $1 for update', [jurisdictionId]);
    await tx.execute(
      `insert into due_hint (jurisdiction_id, next_on)
       select $1, least(
         coalesce((select min(fire_on) from reminder where jurisdiction_id = $1 and state = 'waiting'), '9999-12-31'),
         coalesce((select greatest(min(due), $2::date) + 1 from clock
                   where jurisdiction_id = $1 and status = 'running' and due is not null), '9999-12-31'))
       on conflict (jurisdiction_id) do update set next_on = excluded.next_on`,
      [jurisdictionId, this.clock.today()],
    );
  }

  private async write(tx: Tx, jurisdictionId: number, deliveries: readonly Delivery[]): Promise<void> {
    await tx.execute(
      `insert into notice (jurisdiction_id, id, person_id, reminder_id, case_id, title, body, created_at)
       select $1, w.id, w.person_id, w.reminder_id, w.case_id, w.title, w.body, $3
       from jsonb_to_recordset($2::jsonb)
         as w(id uuid, person_id uuid, reminder_id uuid, case_id uuid, title text, body text)
       on conflict (jurisdiction_id, reminder_id) do nothing`,
      [jurisdictionId, JSON.stringify(deliveries.map((d) => ({ id: uuidv7(), ...d }))), this.clock.now()],
    );
  }
}

function wantedOf(k: RunningClock, policy: ReminderPolicy, staff: Staff, today: Day): readonly Wanted[] {
  const handler = handlerOf(k, staff);
  const superiors = staff.superiors(k.kind, k.path);
  const recordedOn = k.moved_at === null ? today : shanghaiDay(k.moved_at);
  return stepsOf(policy, k.due, recordedOn, today).flatMap(({ kind, fireOn, ...step }) => {
    // Without a handler the superior stands in from the first reminder on.
    const toSuperior = handler.length === 0 || reachesSuperior(policy, { kind, fireOn, ...step });
    return [...new Set([...handler, ...(toSuperior ? superiors : [])])].map((person_id) => ({
      clock_id: k.id,
      case_id: k.case_id,
      person_id,
      kind,
      due: k.due,
      fire_on: fireOn,
    }));
  });
}

const handlerOf = (k: RunningClock, staff: Staff): readonly string[] =>
  k.handler_id !== null && staff.holdsPost(k.handler_id) ? [k.handler_id] : [];

const deadlineOf = (k: { number: string; limit_id: string; due: Day; provisional: boolean }): Deadline => ({
  number: k.number,
  limit: isLimitId(k.limit_id) ? limit(k.limit_id).title : k.limit_id,
  due: k.due,
  provisional: k.provisional,
});

async function readPolicies(tx: Tx, jurisdictionId: number): Promise<(limitId: string) => ReminderPolicy> {
  const [row] = await tx.query<{ settings: unknown }>('select settings from jurisdiction where id = $1', [
    jurisdictionId,
  ]);
  return policiesOf(row?.settings);
}

const lowerHint = (tx: Tx, jurisdictionId: number, day: Day): Promise<number> =>
  tx.execute(
    `insert into due_hint (jurisdiction_id, next_on) values ($1, $2)
     on conflict (jurisdiction_id) do update set next_on = least(due_hint.next_on, excluded.next_on)`,
    [jurisdictionId, day],
  );
