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
export type Column = DayColumn | CodeColumn | FlagColumn | CountColumn | MoneyColumn | WordColumn;
export type Columns = Readonly<Record<string, Column>>;

export interface FactSheet<C extends Columns = Columns> {
  readonly kind: string;
  readonly table: string;
  readonly columns: C;
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

export const column = {
  day: (label: string) => ({ type: 'day', label }) as const,
  code: <const K extends string>(label: string, list: CodeList<K>) => ({ type: 'code', label, list }) as const,
  flag: (label: string) => ({ type: 'flag', label }) as const,
  count: (label: string) => ({ type: 'count', label }) as const,
  money: (label: string) => ({ type: 'money', label }) as const,
  word: (label: string) => ({ type: 'word', label }) as const,
};

/** Declares the fact sheet of a kind; the table is `<kind>_fact`. */
export function defineFacts<const C extends Columns>(kind: string, columns: C): FactSheet<C> {
  return { kind, table: `${kind}_fact`, columns };
}

/** PostgreSQL type of a fact column. */
export function sqlType(c: Column): 'date' | 'text' | 'boolean' | 'integer' | 'bigint' {
  const types = {
    day: 'date',
    code: 'text',
    word: 'text',
    flag: 'boolean',
    count: 'integer',
    money: 'bigint',
  } as const;
  return types[c.type];
}
