/** Counting: every wanted list of a fact sheet in one pass over its rows, of a register over its entries. */
import type { Tx } from '@anjuan/platform';
import { addend, conditionOf, factsWithin, idOf, Parameters, type View } from './compile';
import type { Measure } from './metric';
import type { Window } from './window';

export interface Tally {
  /** Rows in the list: distinct cases, or lines where the sheet has several per case. */
  readonly cases: number;
  /** The column's sum over them (or least, or greatest value), where the measure names one; 0 over an empty list. */
  readonly sum: number | null;
  /** Ids of the rows' cases in ascending order, when they were asked for. */
  readonly ids: readonly string[] | null;
}

/**
 * Tallies of many measures: one statement per fact table, however many measures look at it. Sixty separate statements
 * cost thirty-five times one pass.
 */
export async function tally(
  tx: Tx,
  measures: readonly Measure[],
  viewOf: (kind: string) => View,
  window: Window,
  withIds: boolean,
): Promise<ReadonlyMap<Measure, Tally>> {
  // Hundreds of small expressions over thousands of rows: compiling them takes longer than evaluating them.
  await tx.execute('set local jit = off');
  const found = new Map<Measure, Tally>();
  // One table may be read by the readers of several kinds, each with a reach of their own.
  const sourceOf = ({ sheet }: Measure) => `${sheet.table} ${sheet.kind}`;
  for (const source of new Set(measures.map(sourceOf))) {
    const together = measures.filter((m) => sourceOf(m) === source);
    const [first] = together;
    if (first === undefined) continue;
    for (const [measure, result] of await tallyOf(tx, together, viewOf(first.sheet.kind), window, withIds))
      found.set(measure, result);
  }
  return found;
}

async function tallyOf(
  tx: Tx,
  measures: readonly Measure[],
  view: View,
  window: Window,
  withIds: boolean,
): Promise<ReadonlyMap<Measure, Tally>> {
  const [first] = measures;
  if (first === undefined) return new Map();
  const parameters = new Parameters();
  const columns = new Map<string, string>();
  // The same list serves several metrics; PostgreSQL counts it once.
  const column = (expression: string): string => {
    const name = columns.get(expression) ?? `c${columns.size}`;
    columns.set(expression, name);
    return name;
  };
  const asked = measures.map((measure) => {
    const condition = conditionOf(measure.where, window, parameters);
    const filter = `filter (where ${condition})`;
    return {
      measure,
      cases: column(`count(*) ${filter}`),
      // bigint: a sum of bigint is numeric, which would come as text.
      sum:
        measure.sum === null
          ? null
          : column(`(coalesce(${folds[measure.fold ?? 'sum']}(${addend(measure)}) ${filter}, 0))::bigint`),
      ids: withIds ? column(`array_agg(${idOf(measure.sheet)}) ${filter}`) : null,
    };
  });
  const list = [...columns].map(([expression, name]) => `${expression} as ${name}`).join(',\n');
  const [row = {}] = await tx.query(`select ${list} ${factsWithin(first.sheet, view, parameters)}`, parameters.values);
  return new Map(
    asked.map(({ measure, cases, sum, ids }): [Measure, Tally] => [
      measure,
      {
        cases: Number(row[cases] ?? 0),
        sum: sum === null ? null : Number(row[sum] ?? 0),
        ids: ids === null ? null : idsIn(row[ids]),
      },
    ]),
  );
}

/** How the values of one column become one, as PostgreSQL calls it. */
const folds = { sum: 'sum', least: 'min', greatest: 'max' } as const;

/** `array_agg` over nothing is null. */
const idsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String).sort() : []);
