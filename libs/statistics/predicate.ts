/**
 * Predicates over the facts of a case, as typed data: a misspelt column or code does not compile. One predicate becomes
 * SQL (compile.ts) and Chinese words (wording.ts).
 *
 * Facts are final as known now, not as they stood at the end of the window. "Open at the end" is therefore a statement
 * about a day ("none yet, or later than the end"), never about a state.
 */
import type { CodeColumn, Column, Columns, FactSheet } from '@anjuan/casework';
import type { OrganisationKind } from '@anjuan/identity';

/** How a day lies to the window [start, end], both ends included. */
export type DayRelation =
  | 'within'
  | 'within-year-before'
  | 'up-to-end'
  | 'before-start'
  /** No such day yet at the end of the window: unknown, or later. */
  | 'open-at-end'
  /** No such day yet when the window began: unknown, or on its first day or later. */
  | 'open-at-start';

/** Never unknown: a test on an unknown fact is false, so `not` means what it says. */
export type Predicate =
  | {
      readonly test: 'code';
      readonly column: string;
      readonly label: string;
      readonly codes: Readonly<Record<string, string>>;
    }
  | { readonly test: 'flag' | 'known'; readonly column: string; readonly label: string }
  | { readonly test: 'day'; readonly column: string; readonly label: string; readonly relation: DayRelation }
  | { readonly test: 'organisation'; readonly kinds: readonly OrganisationKind[] }
  | { readonly test: 'all' | 'any'; readonly of: readonly Predicate[] }
  | { readonly test: 'not'; readonly of: Predicate };

/** Names of the columns of one type. */
export type ColumnOf<C extends Columns, T extends Column['type']> = {
  [K in keyof C]: C[K]['type'] extends T ? K : never;
}[keyof C] &
  string;
type CodeOf<C extends Columns, K extends keyof C> = C[K] extends CodeColumn<infer L> ? L : never;

const join = (test: 'all' | 'any', of: readonly Predicate[]): Predicate => ({
  test,
  // "a, and (b, and c)" is written "a, and b, and c": the definition is read by people.
  of: of.flatMap((p) => (p.test === test ? p.of : [p])),
});
export const all = (...of: readonly Predicate[]): Predicate => join('all', of);
export const any = (...of: readonly Predicate[]): Predicate => join('any', of);
export const not = (of: Predicate): Predicate => ({ test: 'not', of });
/** The case lies with an organisation of one of these kinds. */
export const heldBy = (...kinds: readonly OrganisationKind[]): Predicate => ({ test: 'organisation', kinds });

/** The tests one fact sheet allows. */
export function testsOf<const C extends Columns>(sheet: FactSheet<C>) {
  const labelOf = (column: keyof C & string): string => sheet.columns[column].label;
  const day = (relation: DayRelation) => (column: ColumnOf<C, 'day'>) =>
    ({ test: 'day', column, label: labelOf(column), relation }) satisfies Predicate;
  return {
    /** The code is known and one of these. */
    is<K extends ColumnOf<C, 'code'>>(column: K, ...codes: readonly CodeOf<C, K>[]): Predicate {
      const { list } = codeColumn(sheet, column);
      const labelled = codes.map((code): [string, string] => [code, list[code] ?? code]);
      return { test: 'code', column, label: labelOf(column), codes: Object.fromEntries(labelled) };
    },
    flagged: (column: ColumnOf<C, 'flag'>): Predicate => ({ test: 'flag', column, label: labelOf(column) }),
    known: (column: keyof C & string): Predicate => ({ test: 'known', column, label: labelOf(column) }),
    within: day('within'),
    withinYearBefore: day('within-year-before'),
    upToEnd: day('up-to-end'),
    beforeStart: day('before-start'),
    openAtEnd: day('open-at-end'),
    openAtStart: day('open-at-start'),
  };
}

/** The column with its code list. Throws when it bears no codes. */
export function codeColumn(sheet: FactSheet, column: string): CodeColumn {
  const found = sheet.columns[column];
  if (found?.type !== 'code') throw new Error(`${sheet.table} 没有代码列 ${column}`);
  return found;
}

/** The columns a predicate looks at, in the order it names them. */
export function columnsIn(p: Predicate): readonly string[] {
  switch (p.test) {
    case 'all':
    case 'any':
      return [...new Set(p.of.flatMap(columnsIn))];
    case 'not':
      return columnsIn(p.of);
    case 'organisation':
      return [];
    default:
      return [p.column];
  }
}
