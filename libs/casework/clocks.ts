/**
 * Clocks are a pure replay of their ledger, sorted by (`on`, `seq`), never an increment: a fact recorded late falls into
 * its place, and the due date always carries the reasoning that leads to it.
 */
import {
  type Conventions,
  type Day,
  daysBetween,
  defaultConventions,
  departures,
  type LawCode,
  type LimitId,
  limit,
  type Reckoning,
  reckon,
  type TriggerFact,
  triggerFacts,
} from '@anjuan/law';
import type { FactValue } from './facts';
import { decided, decisionIn } from './override';
import type { BoundClockView, ClockStatus, Context, Edge, Moves, Procedure, StartsClock, Stops } from './procedure';
import type { Office } from './settings';

export type ClockVerb =
  | 'start'
  | 'extend'
  | 'suspend'
  | 'resume'
  | 'date'
  | 'recount'
  | 'meet'
  | 'cancel'
  | 'correct'
  | 'override'
  | 'restore'
  | 'merge'
  | 'separate';
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
  /** Of a start or a `date`: trigger facts by which the law's version is bound, where its versions differ in their trigger. */
  readonly triggers?: Readonly<Partial<Record<TriggerFact, Day>>>;
  /**
   * The conventions by which the clock counts from this entry on, where they are not the default; a start and a recount
   * name them. So a later change of the setting moves nothing until an event recounts the clock.
   */
  readonly conventions?: Partial<Conventions>;
  /** Of a suspension and its end, where several causes may stop a clock at once. Default ''. */
  readonly cause?: string;
  /** Of an override: the due day, or the law, decided on, and what the decision rests on. */
  readonly due?: Day;
  readonly law?: LawCode;
  readonly basis?: string;
}

export interface StoredDate {
  readonly due: Day | null;
  readonly provisional: boolean;
}
/** A clock with its ledger and what the replay makes of it. */
export interface Clock {
  readonly id: string;
  readonly limit: LimitId;
  readonly subject: string;
  readonly ledger: readonly LedgerEntry[];
  readonly outcome: ClockOutcome;
  /** Its date as it was last written; null for a new clock. */
  readonly stored: StoredDate | null;
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

/** By which conventions a ledger counts: those its last start or recount, in order of recording, named. */
export function conventionsOf(ledger: readonly LedgerEntry[]): Conventions {
  const named = [...ledger]
    .filter((e) => e.verb === 'start' || e.verb === 'recount')
    .sort((a, b) => a.seq - b.seq)
    .at(-1);
  return { ...defaultConventions, ...named?.conventions };
}

/** What a ledger entry names of the conventions: those that differ from the default; nothing where none does. */
export function pinned(conventions: Conventions): Pick<LedgerEntry, 'conventions'> {
  const own = departures(conventions);
  return Object.keys(own).length ? { conventions: own } : {};
}

/** Law's answer for a ledger, by the conventions it names and the calendar given. Pure; throws LawError when the law knows no such clock or extension. */
export function replay(
  limitId: LimitId,
  ledger: readonly LedgerEntry[],
  office: Pick<Office, 'calendar'>,
): ClockOutcome {
  const entries = inOrder(standing(ledger));
  const start = startOf(ledger);
  if (!start) throw new Error(`clock ${limitId} has no start`);
  const end = entries.findIndex((e) => e.verb === 'meet' || e.verb === 'cancel' || e.verb === 'merge');
  // What lies after the end of a clock, because the end was recorded late, is without object.
  const counted = end < 0 ? entries : entries.slice(0, end);
  const ended = entries[end];
  const extensions = counted.filter((e) => e.verb === 'extend');
  const extendDays = extensions.reduce((sum, e) => sum + (e.days ?? 0), 0);
  const extendedOn = extensions.at(-1)?.on;
  const { closed, open } = suspensionsIn(counted);
  const suspensions = [...closed, ...[...open.values()].map((from) => ({ from, ...(ended ? { to: ended.on } : {}) }))];
  const triggers = triggersIn(start, ledger);
  const decision = decisionIn(ledger);
  const reckoned = reckon({
    limit: limitId,
    from: start.on,
    calendar: office.calendar,
    conventions: conventionsOf(ledger),
    suspensions,
    ...(extendDays > 0 ? { extendDays, extendedOn } : {}),
    ...(start.given === undefined ? {} : { givenDays: start.given }),
    ...(triggers ? { triggers } : {}),
    ...(decision?.law ? { law: decision.law } : {}),
  });
  const status = ended ? (ended.verb === 'meet' ? 'met' : 'cancelled') : open.size > 0 ? 'suspended' : 'running';
  return { status, startedOn: reckoned.from, endedOn: ended?.on ?? null, reckoned: decided(reckoned, ledger) };
}

/** Without the mergers of the case that were taken back: a duplicate that is none was never stopped. */
function standing(ledger: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const mergers = ledger.filter((e) => e.verb === 'merge' || e.verb === 'separate').sort((a, b) => a.seq - b.seq);
  const last = mergers.at(-1);
  return ledger.filter((e) => !mergers.includes(e) || (e === last && e.verb === 'merge'));
}

/** By day; of one day as recorded. */
const inOrder = (ledger: readonly LedgerEntry[]): readonly LedgerEntry[] =>
  [...ledger].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.seq - b.seq));

/** Suspensions that ended, and since when each cause that has not ended stops the clock. Entries in order. */
function suspensionsIn(entries: readonly LedgerEntry[]) {
  const open = new Map<string, Day>();
  const closed: { from: Day; to: Day }[] = [];
  for (const { verb, on, cause = '' } of entries) {
    const since = open.get(cause);
    if (verb === 'suspend' && since === undefined) open.set(cause, on);
    if (verb === 'resume' && since !== undefined) {
      closed.push({ from: since, to: on });
      open.delete(cause);
    }
  }
  return { closed, open };
}

/** Whether the cause stops the clock at the end of that day, as far as is recorded. */
const stands = (ledger: readonly LedgerEntry[], cause: string, on: Day): boolean =>
  suspensionsIn(inOrder(ledger).filter((e) => e.on <= on)).open.has(cause);

/** The trigger facts a clock was begun by, with those that became known while it ran. */
function triggersIn(start: LedgerEntry, ledger: readonly LedgerEntry[]): LedgerEntry['triggers'] {
  if (!start.triggers) return undefined;
  const bySeq = [...ledger].sort((a, b) => a.seq - b.seq);
  return Object.fromEntries(bySeq.flatMap((e) => Object.entries(e.triggers ?? {})));
}

export const viewOf = (c: Clock): BoundClockView => ({
  limit: c.limit,
  subject: c.subject,
  status: c.outcome.status,
  from: c.outcome.startedOn,
  due: c.outcome.reckoned.due,
  law: c.outcome.reckoned.lawCode,
  ...(decisionIn(c.ledger) ? { overridden: true } : {}),
  ...(c.outcome.reckoned.excludedDays > 0 ? { excludedDays: c.outcome.reckoned.excludedDays } : {}),
});

const isOpen = (c: Clock) => c.outcome.status === 'running' || c.outcome.status === 'suspended';
/** Met by the very event that started it. */
const isShown = ({ ledger }: Clock): boolean =>
  ledger.some((e) => e.verb === 'meet' && e.seq === ledger.find((x) => x.verb === 'start')?.seq);

/** What facts have to say after clocks changed the day or the law they count by; see `Procedure.follows`. */
export function followingFacts(
  { follows }: Pick<Procedure, 'follows'>,
  before: readonly Clock[],
  after: readonly Clock[],
  facts: Readonly<Record<string, FactValue>>,
): Readonly<Record<string, FactValue>> {
  if (!follows) return {};
  const found: Record<string, FactValue> = {};
  for (const clock of after) {
    const was = before.find((k) => k.id === clock.id);
    if (!was || was === clock || decisionIn(clock.ledger)?.law !== undefined) continue;
    const [old, now] = [viewOf(was), viewOf(clock)];
    if (old.law === now.law && old.from === now.from) continue;
    for (const [name, value] of Object.entries(follows(now, { ...facts, ...found })))
      if (value !== undefined) found[name] = value;
  }
  return found;
}

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
  /** The case with the corrected fact at one value or the other, as its clocks' starts see it. Absent: only open clocks move. */
  knowing?(value: Day): Context;
}

/**
 * The clocks after a start day was corrected: those that began on the wrong day, by the very event that recorded it. A due
 * day that a paper fixed stays where it is, and so does a clock that has ended; everything else is counted anew, also what
 * was over before anybody recorded it (`metOn`): such a clock only shows whether a period was kept.
 */
export function correctStarts(
  before: readonly Clock[],
  { edges }: Pick<Procedure, 'edges'>,
  correction: StartCorrection,
  office: Office,
): readonly Clock[] {
  const { seq, event, from, to, after, upTo, knowing } = correction;
  return before.map((clock) => {
    const start = startOf(clock.ledger);
    if (!start || start.on !== from || start.seq <= after || start.seq > upTo) return clock;
    const opening = clock.ledger.find((e) => e.verb === 'start');
    const spec = edges[opening?.event ?? '']?.starts?.find((s) => typeof s !== 'string' && s.limit === clock.limit);
    // Two facts of one application often bear one day: a clock that is only shown moves with its own alone.
    const follows = (s: typeof spec): boolean =>
      typeof s === 'object' && !!knowing && s.from?.(knowing(from)) === from && s.from(knowing(to)) === to;
    if (!isOpen(clock) && !(isShown(clock) && follows(spec))) return clock;
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
  const each = (moves: readonly Moves<X>[] | undefined, verb: ClockVerb) => {
    for (const move of moves ?? []) {
      const m = typeof move === 'string' ? { limit: move } : move;
      if (m.when && !m.when(c)) continue;
      const subjects = m.subjects?.(c);
      for (const clock of clocks)
        if (clock.limit === m.limit && isOpen(clock) && (!subjects || subjects.includes(clock.subject)))
          write(clock, verb);
    }
  };
  // Asked as of the event's own day: a suspension recorded late may lie before one that is known already.
  const stop = (moves: readonly Stops<X>[] | undefined, verb: 'suspend' | 'resume') => {
    for (const move of moves ?? []) {
      const m = typeof move === 'string' ? { limit: move } : move;
      if (m.when && !m.when(c)) continue;
      const subjects = m.subjects?.(c);
      for (const clock of clocks) {
        if (clock.limit !== m.limit || !isOpen(clock) || (subjects && !subjects.includes(clock.subject))) continue;
        const standing = stands(clock.ledger, m.cause ?? '', moment.happenedOn);
        if (standing === (verb === 'resume')) write(clock, verb, m.cause === undefined ? {} : { cause: m.cause });
      }
    }
  };
  each(edge.meets, 'meet');
  each(edge.cancels, 'cancel');
  stop(edge.resumes, 'resume');
  for (const d of edge.dates ?? []) {
    if (d.when && !d.when(c)) continue;
    const triggers = known(d.triggers(c));
    for (const clock of clocks) if (clock.limit === d.limit && isOpen(clock)) write(clock, 'date', { triggers });
  }
  for (const x of edge.extends ?? []) {
    if (x.when && !x.when(c)) continue;
    for (const clock of clocks)
      if (clock.limit === x.limit && isOpen(clock)) write(clock, 'extend', { days: x.days(c) });
  }
  stop(edge.suspends, 'suspend');
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
      // Of the last one alone: a clock of an earlier round may have ended while it was suspended.
      const before = clocks.findLast((k) => k.limit === s.carries && k.subject === subject);
      const carried = (before?.ledger ?? []).filter(({ verb }) =>
        verb === 'extend' ? s.carries === s.limit : verb === 'suspend' || verb === 'resume',
      );
      const replaced = running ?? (before?.ledger.some((e) => e.seq === moment.seq) ? before : undefined);
      const ledger: LedgerEntry[] = [
        {
          seq: moment.seq,
          on: from,
          verb: 'start',
          event: moment.event,
          ...(given === undefined ? {} : { given }),
          ...(triggers ? { triggers } : {}),
          ...pinned(office.conventions),
        },
        ...carried,
        ...decisionFor(s.limit, replaced),
        ...doneBefore(s.metOn?.(c) ?? null, moment),
      ];
      const outcome = replay(s.limit, ledger, office);
      clocks = [
        ...clocks,
        { id: newId(), limit: s.limit, subject, ledger, outcome, stored: null, isNew: true, changed: true },
      ];
    }
  }
  return clocks;
}

/** What was decided of the clock that this one replaces, so that it does not vanish with it; a law only where it knows the limit. */
function decisionFor(id: LimitId, replaced: Clock | undefined): readonly LedgerEntry[] {
  const stands = decisionIn(replaced?.ledger ?? []);
  return (replaced?.ledger ?? []).flatMap((entry) => {
    if (entry.verb !== 'override' || entry.seq !== stands?.seq) return [];
    const { due: _, law, ...decision } = entry;
    const ofLaw = law !== undefined && limit(id).versions.some((v) => v.law === law) ? { law } : {};
    const carried = { ...decision, ...ofLaw, ...(stands.due === undefined ? {} : { due: stands.due }) };
    return 'law' in carried || 'due' in carried ? [carried] : [];
  });
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
