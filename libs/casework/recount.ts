/** 期限重算 — the one event that no procedure lists: a confirmed change of calendar or conventions moves the open clocks of a case. */
import { type Actor, postsWith } from '@anjuan/identity';
import type { Conventions, Day } from '@anjuan/law';
import { type Clock, conventionsOf, followingFacts, replay } from './clocks';
import { type Draft, keepFacts, type Moment } from './draft';
import type { FactValue } from './facts';
import { recounted } from './reassess';

export const recountEvent = { name: 'recount', title: '期限重算' } as const;

/** Why clocks are counted anew. */
export interface Cause {
  /** The change that was confirmed. */
  readonly id: string;
  readonly title: string;
  /** By which conventions from now on; absent: each clock keeps its own. */
  readonly conventions?: Conventions;
}
/** A clock of the event, as its payload keeps it. Null: suspended, without a date. */
export interface Move {
  readonly clock: string;
  readonly limit: string;
  readonly subject: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly provisional: boolean;
}

/** A fact that follows a clock of the event: before and after. */
export interface Learned {
  readonly fact: string;
  readonly from: FactValue;
  readonly to: FactValue;
}

const isOpen = (k: Clock) => k.outcome.status === 'running' || k.outcome.status === 'suspended';
const isSame = (a: Conventions, b: Conventions) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Counts the open clocks anew and writes the event if any date, or any clock's conventions, became another. Clocks that
 * were met or cancelled are left as they ended. Returns whether there was anything to write.
 */
export function takeRecount(draft: Draft, cause: Cause, actor: Actor, moment: Moment): boolean {
  const { state } = draft;
  if (state === null) throw new Error('a case without state has no clocks to count anew');
  const seq = draft.version + 1;
  const moves: Move[] = [];
  const clocks = draft.clocks.map((clock): Clock => {
    const { stored } = clock;
    if (!stored || !isOpen(clock)) return clock;
    const before = conventionsOf(clock.ledger);
    const conventions = cause.conventions ?? before;
    const ledger = recounted(clock.ledger, conventions, { seq, on: moment.today, event: recountEvent.name });
    const outcome = replay(clock.limit, ledger, moment.office);
    const { due, provisional } = outcome.reckoned;
    if (due === stored.due && provisional === stored.provisional && isSame(before, conventions)) return clock;
    moves.push({
      clock: clock.id,
      limit: clock.limit,
      subject: clock.subject,
      from: stored.due,
      to: due,
      provisional,
    });
    return { ...clock, ledger, outcome, changed: true };
  });
  if (moves.length === 0) return false;
  const following = Object.entries(followingFacts(draft.procedure, draft.clocks, clocks, draft.facts));
  const changed = following.filter(([name, value]) => draft.facts[name] !== value);
  const learned: readonly Learned[] = changed.map(([fact, to]) => ({ fact, from: draft.facts[fact] ?? null, to }));
  draft.clocks = clocks;
  if (changed.length) keepFacts(draft, { ...draft.facts, ...Object.fromEntries(changed) }, seq, moment);
  draft.events.push({
    seq,
    name: recountEvent.name,
    fromState: state,
    toState: state,
    happenedOn: moment.today,
    recordedAt: moment.recordedAt,
    late: false,
    origin: moment.origin,
    actorId: actor.personId,
    role: postsWith(actor, 'calendar:confirm')[0]?.role ?? 'system',
    payload: { cause: { id: cause.id, title: cause.title }, moves, ...(learned.length ? { learned } : {}) },
    warnings: [],
  });
  draft.history = [...draft.history, recountEvent.name];
  draft.version = seq;
  return true;
}
