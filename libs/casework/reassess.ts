/**
 * 改算 — what another calendar or another convention would make of a clock. Asking moves nothing: a list of such answers
 * is shown first, and only an event that writes a `recount` into the ledger moves the clock.
 */
import type { Calendar, Conventions, Day, LimitId } from '@anjuan/law';
import { type ClockOutcome, type LedgerEntry, pinned, replay } from './clocks';

/** What is stored of a clock, as much as its dates follow from. */
export interface LedgerOfClock {
  readonly limit: LimitId;
  readonly ledger: readonly LedgerEntry[];
}

/**
 * The clock as it would stand under this calendar and these conventions; null where it has been met or cancelled, which
 * no later change moves. The conventions it counts by today are `conventionsOf(ledger)`. Pure.
 * @throws LawError where the law knows no such clock
 */
export function reassess(clock: LedgerOfClock, calendar: Calendar, conventions: Conventions): ClockOutcome | null {
  const ledger = recounted(clock.ledger, conventions, { seq: Number.POSITIVE_INFINITY, on: '', event: '' });
  const outcome = replay(clock.limit, ledger, { calendar });
  return outcome.endedOn === null ? outcome : null;
}

/**
 * The ledger with the recount that an event of a case writes: from then on the clock counts by these conventions.
 * `on` is the legal day of the event; it decides no date.
 */
export function recounted(
  ledger: readonly LedgerEntry[],
  conventions: Conventions,
  { seq, on, event }: { readonly seq: number; readonly on: Day; readonly event: string },
): readonly LedgerEntry[] {
  return [...ledger, { seq, on, verb: 'recount', event, ...pinned(conventions) }];
}
