/**
 * Clocks are a pure replay of their ledger, sorted by (`on`, `seq`), never an increment: a fact recorded late falls into
 * its place, and the due date always carries the reasoning that leads to it.
 */
import {
  type Day,
  daysBetween,
  type LimitId,
  limit,
  type Reckoning,
  reckon,
  type TriggerFact,
  triggerFacts,
} from '@anjuan/law';
import type { ClockStatus, ClockView, Context, Edge, Moves, Procedure, StartsClock } from './procedure';
import type { Office } from './settings';

export type ClockVerb = 'start' | 'extend' | 'suspend' | 'resume' | 'meet' | 'cancel' | 'correct';
export interface LedgerEntry {
  /** Sequence of the event that wrote the entry. */
  readonly seq: number;
  readonly on: Day;
  readonly verb: ClockVerb;
  readonly event: string;
  /** Days added by an extension. A `correct` entry restates the start: its day, its given length, its triggers. */
  readonly days?: number;
  /** For a limit whose length a paper gives: its days, counted from the start. */
  readonly given?: number;
  /** Trigger facts by which the law's version is bound, where its versions differ in their trigger. */
  readonly triggers?: Readonly<Partial<Record<TriggerFact, Day>>>;
}

/** A clock with its ledger and what the replay makes of it. */
export interface Clock {
  readonly id: string;
  readonly limit: LimitId;
  readonly subject: string;
  readonly ledger: readonly LedgerEntry[];
  readonly outcome: ClockOutcome;
  readonly isNew: boolean;
  readonly changed: boolean;
}
export interface ClockOutcome {
  readonly status: ClockStatus;
  readonly startedOn: Day;
  /** The day it was met or cancelled. */
  readonly endedOn: Day | null;
  readonly reckoned: Reckoning;
}

/** The start as it stands: the day first recorded, or the last correction of it. */
export const startOf = (ledger: readonly LedgerEntry[]): LedgerEntry | undefined =>
  [...ledger].sort((a, b) => b.seq - a.seq).find((e) => e.verb === 'correct') ?? ledger.find((e) => e.verb === 'start');

/** Law's answer for a ledger. Pure; throws LawError when the law knows no such clock or extension. */
export function replay(limitId: LimitId, ledger: readonly LedgerEntry[], office: Office): ClockOutcome {
  const entries = [...ledger].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.seq - b.seq));
  const start = startOf(ledger);
  if (!start) throw new Error(`clock ${limitId} has no start`);
  let ended: LedgerEntry | undefined;
  let suspendedOn: Day | undefined;
  let extendDays = 0;
  const suspensions: { from: Day; to?: Day }[] = [];
  for (const e of entries) {
    if (e.verb === 'extend') extendDays += e.days ?? 0;
    else if (e.verb === 'suspend') suspendedOn ??= e.on;
    else if (e.verb === 'resume' && suspendedOn) {
      suspensions.push({ from: suspendedOn, to: e.on });
      suspendedOn = undefined;
    } else if (e.verb === 'meet' || e.verb === 'cancel') ended ??= e;
  }
  if (suspendedOn) suspensions.push(ended ? { from: suspendedOn, to: ended.on } : { from: suspendedOn });
  const reckoned = reckon({
    limit: limitId,
    from: start.on,
    calendar: office.calendar,
    conventions: office.conventions,
    suspensions,
    ...(extendDays > 0 ? { extendDays } : {}),
    ...(start.given === undefined ? {} : { givenDays: start.given }),
    ...(start.triggers ? { triggers: start.triggers } : {}),
  });
  const status = ended ? (ended.verb === 'meet' ? 'met' : 'cancelled') : suspendedOn ? 'suspended' : 'running';
  return { status, startedOn: reckoned.from, endedOn: ended?.on ?? null, reckoned };
}

export const viewOf = (c: Clock): ClockView => ({
  limit: c.limit,
  subject: c.subject,
  status: c.outcome.status,
  from: c.outcome.startedOn,
  due: c.outcome.reckoned.due,
});

const isOpen = (c: Clock) => c.outcome.status === 'running' || c.outcome.status === 'suspended';

/** Whose duty the clock is, for its light and its reminders. */
export const dutyOf = (limitId: LimitId) => limit(limitId).duty;

/** A start day that was recorded wrongly: which fact, from which day to which, and the events that taught it. */
export interface StartCorrection {
  readonly seq: number;
  readonly event: string;
  readonly from: Day;
  readonly to: Day;
  /** The wrong day was learned by an event of sequence in (after, upTo]. */
  readonly after: number;
  readonly upTo: number;
}

/**
 * The clocks after a start day was corrected: those that began on the wrong day, by the very event that recorded it. A due
 * day that a paper fixed stays where it is; everything else is counted anew.
 */
export function correctStarts(
  before: readonly Clock[],
  { edges }: Pick<Procedure, 'edges'>,
  correction: StartCorrection,
  office: Office,
): readonly Clock[] {
  const { seq, event, from, to, after, upTo } = correction;
  return before.map((clock) => {
    const start = startOf(clock.ledger);
    if (!start || start.on !== from || start.seq <= after || start.seq > upTo) return clock;
    const opening = clock.ledger.find((e) => e.verb === 'start');
    const spec = edges[opening?.event ?? '']?.starts?.find((s) => typeof s !== 'string' && s.limit === clock.limit);
    const dueFixed = typeof spec === 'object' && spec.givenDue !== undefined;
    const given = start.given !== undefined && dueFixed ? start.given - daysBetween(from, to) : start.given;
    const triggers =
      start.triggers &&
      Object.fromEntries(Object.entries(start.triggers).map(([name, on]) => [name, on === from ? to : on]));
    const entry: LedgerEntry = {
      seq,
      on: to,
      verb: 'correct',
      event,
      ...(given === undefined ? {} : { given }),
      ...(triggers ? { triggers } : {}),
    };
    const ledger = [...clock.ledger, entry];
    return { ...clock, ledger, changed: true, outcome: replay(clock.limit, ledger, office) };
  });
}

interface Moment {
  readonly seq: number;
  readonly event: string;
  readonly happenedOn: Day;
}

/** The clocks after an edge: meets and cancels first, then resumes, extensions and suspensions, then what starts. */
export function moveClocks<X extends Context>(
  before: readonly Clock[],
  edge: Edge,
  c: X,
  moment: Moment,
  office: Office,
  newId: () => string,
): readonly Clock[] {
  let clocks = before;
  const write = (clock: Clock, verb: ClockVerb, extra: Partial<LedgerEntry> = {}) => {
    const entry = { seq: moment.seq, on: moment.happenedOn, verb, event: moment.event, ...extra };
    const ledger = [...clock.ledger, entry];
    const moved = { ...clock, ledger, changed: true, outcome: replay(clock.limit, ledger, office) };
    clocks = clocks.map((k) => (k.id === clock.id ? moved : k));
  };
  const each = (moves: readonly Moves<X>[] | undefined, verb: ClockVerb, may: (k: Clock) => boolean) => {
    for (const move of moves ?? []) {
      const m = typeof move === 'string' ? { limit: move } : move;
      if (m.when && !m.when(c)) continue;
      const subjects = m.subjects?.(c);
      for (const clock of clocks)
        if (clock.limit === m.limit && may(clock) && (!subjects || subjects.includes(clock.subject)))
          write(clock, verb);
    }
  };
  each(edge.meets, 'meet', isOpen);
  each(edge.cancels, 'cancel', isOpen);
  each(edge.resumes, 'resume', (k) => k.outcome.status === 'suspended');
  for (const x of edge.extends ?? []) {
    if (x.when && !x.when(c)) continue;
    for (const clock of clocks)
      if (clock.limit === x.limit && isOpen(clock)) write(clock, 'extend', { days: x.days(c) });
  }
  each(edge.suspends, 'suspend', (k) => k.outcome.status === 'running');
  for (const start of edge.starts ?? []) {
    const s: StartsClock<X> = typeof start === 'string' ? { limit: start } : start;
    if (s.when && !s.when(c)) continue;
    const from = s.from ? s.from(c) : moment.happenedOn;
    if (from === null) continue;
    const given = givenDays(s, c, from);
    if (given === null) continue;
    for (const subject of s.subjects?.(c) ?? ['']) {
      const running = clocks.find((k) => k.limit === s.limit && k.subject === subject && isOpen(k));
      if (running) write(running, 'cancel');
      const triggers = s.triggers ? known(s.triggers(c)) : undefined;
      const carried = clocks
        .filter((k) => k.limit === s.carries && k.subject === subject)
        .flatMap((k) => k.ledger.filter((e) => e.verb === 'suspend' || e.verb === 'resume'));
      const ledger: LedgerEntry[] = [
        {
          seq: moment.seq,
          on: from,
          verb: 'start',
          event: moment.event,
          ...(given === undefined ? {} : { given }),
          ...(triggers ? { triggers } : {}),
        },
        ...carried,
        ...doneBefore(s.metOn?.(c) ?? null, moment),
      ];
      const outcome = replay(s.limit, ledger, office);
      clocks = [...clocks, { id: newId(), limit: s.limit, subject, ledger, outcome, isNew: true, changed: true }];
    }
  }
  return clocks;
}

const doneBefore = (on: Day | null, { seq, event }: Moment): readonly LedgerEntry[] =>
  on === null ? [] : [{ seq, on, verb: 'meet', event }];

/** Undefined: the law gives the length; null: a paper should give it and does not, so nothing starts. */
function givenDays<X>(s: StartsClock<X>, c: X, from: Day): number | null | undefined {
  if (s.givenDue) {
    const due = s.givenDue(c);
    return due === null ? null : daysBetween(from, due);
  }
  return s.givenDays ? s.givenDays(c) : undefined;
}

const isTriggerFact = (name: string): name is TriggerFact => Object.hasOwn(triggerFacts, name);

function known(triggers: Readonly<Partial<Record<TriggerFact, Day | null>>>): Partial<Record<TriggerFact, Day>> {
  const dated: Partial<Record<TriggerFact, Day>> = {};
  for (const [name, on] of Object.entries(triggers)) if (on && isTriggerFact(name)) dated[name] = on;
  return dated;
}
