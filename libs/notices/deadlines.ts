/** Running clocks that people are reminded of, and who is told of each. */
import { respondentOfficers } from '@anjuan/cases/reconsideration';
import { limitTitle } from '@anjuan/casework';
import type { Day } from '@anjuan/law';
import type { Tx } from '@anjuan/platform';
import { type ReminderPolicy, reaches, remindedDuties } from './policy';
import type { Staff } from './recipients';
import type { Deadline } from './wording';

export interface RunningClock {
  readonly id: string;
  readonly case_id: string;
  readonly kind: string;
  readonly limit_id: string;
  readonly due: Day;
  readonly provisional: boolean;
  readonly handler_id: string | null;
  /** 第二承办人: told of everything that the first is told of. */
  readonly second_handler_id: string | null;
  /** Path of the case's organisation. */
  readonly path: string;
  /** Case number, or the register number before one is earned. */
  readonly number: string;
  /** When the event that started or last moved the clock was recorded. */
  readonly moved_at: Date | null;
}

/** Reads them; `where` narrows by `k` (clock) or `c` (case) with parameters from `$3` on. */
export const runningClocks = (
  tx: Tx,
  jurisdictionId: number,
  where: string,
  params: readonly unknown[],
): Promise<RunningClock[]> =>
  tx.query<RunningClock>(
    `select k.id, k.case_id, c.kind, k.limit_id, k.due, k.provisional, c.handler_id, c.second_handler_id, o.path,
       coalesce(c.number, c.register_number) as number,
       (select e.recorded_at from event e where e.jurisdiction_id = k.jurisdiction_id and e.case_id = k.case_id
          and e.seq = (select max((entry ->> 'seq')::int) from jsonb_array_elements(k.ledger) entry)) as moved_at
     from clock k
     join case_file c on c.jurisdiction_id = k.jurisdiction_id and c.id = k.case_id
     join organisation o on o.jurisdiction_id = c.jurisdiction_id and o.id = c.organisation_id
     where k.jurisdiction_id = $1 and k.status = 'running' and k.duty = any($2::text[]) and k.due is not null
       and ${where}`,
    [jurisdictionId, remindedDuties, ...params],
  );

/**
 * Who is told of a clock with `left` calendar days to go (negative: overdue): the handlers, the superior as the day nears,
 * then the head of the office. Without a handler the superior stands in from the first reminder on.
 */
function audienceOf(k: RunningClock, policy: ReminderPolicy, staff: Staff, left: number): readonly string[] {
  const handlers = [k.handler_id, k.second_handler_id].filter((id) => id !== null).filter((id) => staff.holdsPost(id));
  const superiors = handlers.length === 0 || reaches(policy.superiorFrom, left) ? staff.superiors(k.kind, k.path) : [];
  const heads = reaches(policy.headFrom, left) ? staff.heads(k.kind, k.path) : [];
  return [...new Set([...handlers, ...superiors, ...heads])];
}

/** Somebody to tell; `addressed`: an officer of the organ that owes it, who sees the notice to the organ and not the case. */
export interface Told {
  readonly person_id: string;
  readonly addressed: boolean;
}
/** By clock, the organ's officers where the duty is a respondent's. */
export type Officers = ReadonlyMap<string, readonly string[]>;

export const readOfficers = (
  tx: Tx,
  jurisdictionId: number,
  clocks: readonly RunningClock[],
  today: Day,
): Promise<Officers> =>
  respondentOfficers(
    tx,
    jurisdictionId,
    clocks.map((k) => k.id),
    today,
  );

/** The audience, and at every step the officers of the organ that owes it. Whoever is both is told of the case. */
export function toldOf(
  k: RunningClock,
  policy: ReminderPolicy,
  staff: Staff,
  officers: Officers,
  left: number,
): readonly Told[] {
  const ours = audienceOf(k, policy, staff, left);
  const theirs = (officers.get(k.id) ?? []).filter((id) => !ours.includes(id));
  return [
    ...ours.map((person_id) => ({ person_id, addressed: false })),
    ...theirs.map((person_id) => ({ person_id, addressed: true })),
  ];
}

export const deadlineOf = (k: { number: string; limit_id: string; due: Day; provisional: boolean }): Deadline => ({
  number: k.number,
  limit: limitTitle(k.limit_id),
  due: k.due,
  provisional: k.provisional,
});
