/**
 * Facts: what statistics counts. One row per case and moment, written by the clerk in the event's own transaction,
 * never overwritten (`recorded_from`/`recorded_to`), so that "as known on" is a where-clause.
 */
import type { Day } from '@anjuan/law';
import type { CodeList } from './fields';

export interface DayColumn {
  readonly type: 'day';
  readonly label: string;
}
export interface CodeColumn<K extends string = string> {
  readonly type: 'code';
  readonly label: string;
  readonly list: CodeList<K>;
}
export interface FlagColumn {
  readonly type: 'flag';
  readonly label: string;
}
export interface CountColumn {
  readonly type: 'count';
  readonly label: string;
}
/** Fen, whole. */
export interface MoneyColumn {
  readonly type: 'money';
  readonly label: string;
}
/** Short public text (the name of an organ, a paper's number); never a person's name. */
export interface WordColumn {
  readonly type: 'word';
  readonly label: string;
}
/** A party of the case (uuid): a fact may say whom it concerns, never how that party is called. */
export interface PartyColumn {
  readonly type: 'party';
  readonly label: string;
}
/** One of the office's people (uuid); their name is read where it is shown. */
export interface PersonColumn {
  readonly type: 'person';
  readonly label: string;
}
export type Column =
  | DayColumn
  | CodeColumn
  | FlagColumn
  | CountColumn
  | MoneyColumn
  | WordColumn
  | PartyColumn
  | PersonColumn;
export type Columns = Readonly<Record<string, Column>>;

export interface FactSheet<C extends Columns = Columns> {
  readonly kind: string;
  readonly table: string;
  readonly columns: C;
  /** 'line': several rows per case, see {@link LineSheet}. Absent: one. */
  readonly grain?: 'line';
  /**
   * Rows are entries of a register and not cases: the column that names an entry to people, its own or that of the entry
   * which its column `by` refers to. Absent: one row per case.
   */
  readonly named?: { readonly column: string; readonly through?: { readonly table: string; readonly by: string } };
}
/** Rows of which a case has several (one per hearing and organ); kept like facts, one chain of knowledge per `line`. */
export interface LineSheet<C extends Columns = Columns> extends FactSheet<C> {
  readonly grain: 'line';
  /** What the rows are, over the table on the case page. */
  readonly title: string;
}

type Known<F> = F extends DayColumn
  ? Day
  : F extends CodeColumn<infer K>
    ? K
    : F extends FlagColumn
      ? boolean
      : F extends CountColumn | MoneyColumn
        ? number
        : string;
/** The facts of a case as known now: null where nothing is known. */
export type Facts<C extends Columns> = { readonly [K in keyof C]: Known<C[K]> | null };
export type FactValue = string | number | boolean | null;
/** One row of a line sheet as known now. `line` names it within its case and never changes. */
export interface Line {
  readonly line: string;
  readonly values: Readonly<Record<string, FactValue>>;
}

export const column = {
  day: (label: string) => ({ type: 'day', label }) as const,
  code: <const K extends string>(label: string, list: CodeList<K>) => ({ type: 'code', label, list }) as const,
  flag: (label: string) => ({ type: 'flag', label }) as const,
  count: (label: string) => ({ type: 'count', label }) as const,
  money: (label: string) => ({ type: 'money', label }) as const,
  word: (label: string) => ({ type: 'word', label }) as const,
  party: (label: string) => ({ type: 'party', label }) as const,
  person: (label: string) => ({ type: 'person', label }) as const,
};

/** Declares the fact sheet of a kind; the table is `<kind>_fact`, with `_` for the kind's hyphens. */
export function defineFacts<const C extends Columns>(kind: string, columns: C): FactSheet<C> {
  return { kind, table: `${kind.replaceAll('-', '_')}_fact`, columns };
}

/** Declares rows of which a case of the kind has several. */
export function defineLines<const C extends Columns>(
  kind: string,
  table: string,
  title: string,
  columns: C,
): LineSheet<C> {
  return { kind, table, title, columns, grain: 'line' };
}

/** PostgreSQL type of a fact column. */
export function sqlType(c: Column): 'date' | 'text' | 'boolean' | 'integer' | 'bigint' | 'uuid' {
  const types = {
    day: 'date',
    code: 'text',
    word: 'text',
    flag: 'boolean',
    count: 'integer',
    money: 'bigint',
    party: 'uuid',
    person: 'uuid',
  } as const;
  return types[c.type];
}
