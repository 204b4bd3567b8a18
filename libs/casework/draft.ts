/** A case in memory while events are applied to it, and the moment in which they are; nothing is written here. */
import type { Role } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import type { Clock } from './clocks';
import type { DocumentSheet } from './documents';
import type { RefusalReason } from './errors';
import type { FactValue, Line } from './facts';
import type { PartyInput, Values } from './fields';
import type { CaseOffice, People } from './handling';
import type { ParentView, Procedure, Sitting } from './procedure';
import type { Office } from './settings';
import type { StaffedPost, Standing } from './standing';

export type Origin = 'person' | 'sweep' | 'import' | 'demonstration';
/** One event to apply. */
export interface Step {
  readonly event: string;
  /** The legal day of the event. */
  readonly happenedOn: Day;
  readonly fields?: Readonly<Record<string, unknown>>;
}
export interface DraftParty extends PartyInput {
  readonly id: string;
  /** Counted from 1: each correction writes the next. */
  readonly revision: number;
  readonly isNew: boolean;
  /** A revision of a stored party, to be written. */
  readonly revised?: boolean;
  readonly recordedAt: Date;
}
export interface DraftEvent {
  readonly seq: number;
  readonly name: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly happenedOn: Day;
  readonly recordedAt: Date;
  readonly late: boolean;
  /** How this event came, which need not be how the case came. */
  readonly origin: Origin;
  readonly actorId: string | null;
  readonly role: Role;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly warnings: readonly RefusalReason[];
}
export interface DraftPaper {
  readonly id: string;
  readonly seq: number;
  readonly sheet: DocumentSheet;
  readonly issuedOn: Day;
  readonly fields: Values;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly due: Readonly<Record<string, Day | null>>;
}
/** A row of the line sheet; `from` is the event of its row in the table, and `pending` what is to be written. */
export interface DraftLine extends Line {
  readonly from: number | null;
  readonly pending: readonly {
    readonly seq: number;
    readonly recordedAt: Date;
    readonly values: Line['values'];
    readonly organisationId: string;
  }[];
}
export interface DraftText {
  readonly seq: number;
  readonly field: string;
  readonly text: string;
}
/** The facts of one moment of recording, and the organisation that held the case then. */
export interface DraftFacts {
  readonly recordedAt: Date;
  seq: number;
  organisationId: string;
  facts: Readonly<Record<string, FactValue>>;
}
export interface Draft extends Standing {
  readonly id: string;
  readonly procedure: Procedure;
  readonly parentId: string | null;
  /** Known while the case is being opened. */
  readonly parent?: ParentView;
  /** Recused from this case. */
  barred: readonly string[];
  readonly legacyNumber: string | null;
  readonly origin: Origin;
  readonly isNew: boolean;
  readonly createdAt: Date;
  /** Null until the opening event. */
  state: string | null;
  stateSince: Day | null;
  openedOn: Day | null;
  version: number;
  registerNumber: string | null;
  number: string | null;
  /** Year in which the case number was earned by a step of this draft. */
  earned: number | null;
  facts: Readonly<Record<string, FactValue>>;
  /** Row of the facts known before this draft: its first event, to be closed when they change. */
  readonly factsFrom: number | null;
  /** Fact rows to write: one per moment of recording. */
  factRows: DraftFacts[];
  /** Empty where the kind has no line sheet. */
  lines: readonly DraftLine[];
  /** By which events each fact came to its present value: sequences in (after, upTo]. Read for corrections alone. */
  learned: ReadonlyMap<string, { readonly after: number; readonly upTo: number }>;
  /** The sitting to write; null gives free what lay ahead, undefined changes nothing. */
  sitting: { readonly from: Day; readonly booked: Sitting | null } | undefined;
  parties: readonly DraftParty[];
  /** Stored parties struck by this draft: rows to close. */
  struck: readonly { readonly id: string; readonly at: Date }[];
  clocks: readonly Clock[];
  history: readonly string[];
  events: DraftEvent[];
  papers: DraftPaper[];
  texts: DraftText[];
}

/** The moment and office a step happens in. */
export interface Moment {
  readonly office: Office;
  readonly recordedAt: Date;
  readonly origin: Origin;
  /** The legal day of recording: nothing may have happened later. */
  readonly today: Day;
  readonly newId: () => string;
  /** People of the jurisdiction that fields may name, with their posts. */
  readonly people: People;
  /** Organisations that fields name, by id. */
  readonly organisations: ReadonlyMap<string, CaseOffice>;
  /** Posts at the organisations that transfers name, by the organisation's id. */
  readonly staff: ReadonlyMap<string, readonly StaffedPost[]>;
  /** Cases that fields name and the actor may see: id to kind. */
  readonly cases: ReadonlyMap<string, string>;
  readonly daysLate: (happenedOn: Day) => number;
  /** The one role in which the actor acts on this case, where the caller vouches for it and not a post. */
  readonly vouched?: Role;
}

/** Facts recorded at one moment make one row, however many events they came from. */
export function keepFacts(draft: Draft, facts: Readonly<Record<string, FactValue>>, seq: number, m: Moment): void {
  draft.facts = facts;
  const last = draft.factRows.at(-1);
  if (last && last.recordedAt.getTime() === m.recordedAt.getTime()) {
    last.seq = seq;
    last.organisationId = draft.organisation.id;
    last.facts = facts;
  } else draft.factRows.push({ seq, recordedAt: m.recordedAt, organisationId: draft.organisation.id, facts });
}

/** Rows with what the event made of them; those recorded at one moment make one, as facts do. All move with the case. */
export function keptLines(
  draft: Draft,
  after: readonly Line[],
  seq: number,
  { recordedAt }: Moment,
  elsewhere: boolean,
): readonly DraftLine[] {
  const organisationId = draft.organisation.id;
  return after.map(({ line, values }) => {
    const before = draft.lines.find((l) => l.line === line) ?? { from: null, pending: [], values: null };
    if (!elsewhere && JSON.stringify(before.values) === JSON.stringify(values))
      return { line, values, from: before.from, pending: before.pending };
    const earlier = before.pending.filter((p) => p.recordedAt.getTime() !== recordedAt.getTime());
    return { line, values, from: before.from, pending: [...earlier, { seq, recordedAt, values, organisationId }] };
  });
}
