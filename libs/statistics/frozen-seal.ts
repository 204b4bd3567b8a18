/** The rows of frozen figures and the seal over each: SHA-256 over one canonical text, chained to the row before. */
import { createHash } from 'node:crypto';
import type { Day } from '@anjuan/law';

/** One list of cases behind a figure; its rows are in `frozen_case`. */
export interface FrozenList {
  readonly id: string;
  /** Kind of the rows; of the first list where one of another kind is counted on top. */
  readonly kind: string;
  /** The definition in Chinese, as it was. */
  readonly words: string;
  /** Column (fen, persons) that was added up, or of which the least or greatest value was taken. */
  readonly summed: string | null;
  readonly fold: string | null;
  readonly cases: number;
  /** Of the summed column; 0 where none is. */
  readonly total: number;
  readonly digest: string;
}

/** A row of `frozen_figure`. `value` is the unrounded number in decimal digits; null: nothing to divide by. */
export interface FrozenRow {
  readonly id: string;
  readonly seq: number;
  readonly metric: string;
  readonly variant: string;
  readonly title: string;
  readonly reading: string;
  readonly kind: string;
  readonly arithmetic: string;
  readonly unit: string;
  readonly scope: string;
  readonly counts: string;
  readonly definition: number;
  readonly period_from: Day;
  readonly period_to: Day;
  readonly known_on: Day | null;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly value: string | null;
  readonly printed: string;
  readonly approximate: string | null;
  readonly note: string | null;
  readonly numerator_list: string;
  readonly denominator_list: string | null;
  readonly frozen_at: Date;
  readonly frozen_by: string | null;
  readonly previous: string | null;
  readonly hash: string;
}

/** Columns of `frozen_figure` beside the jurisdiction, in the order of the canonical text, with their types. */
export const insertedColumns: Readonly<Record<keyof FrozenRow, string>> = {
  id: 'uuid',
  seq: 'int',
  metric: 'text',
  variant: 'text',
  title: 'text',
  reading: 'text',
  kind: 'text',
  arithmetic: 'text',
  unit: 'text',
  scope: 'text',
  counts: 'text',
  definition: 'int',
  period_from: 'date',
  period_to: 'date',
  known_on: 'date',
  numerator: 'bigint',
  denominator: 'bigint',
  value: 'numeric',
  printed: 'text',
  approximate: 'text',
  note: 'text',
  numerator_list: 'uuid',
  denominator_list: 'uuid',
  frozen_at: 'timestamptz',
  frozen_by: 'uuid',
  previous: 'text',
  hash: 'text',
};

/**
 * The seal of a figure, lower-case hex. The canonical text is the JSON array of `[name, value]` for every column but the
 * hash, in the order above, instants in ISO 8601 UTC, followed by everything said of its list or lists.
 */
export function sealOf(figure: Omit<FrozenRow, 'hash'>, numerator: FrozenList, denominator: FrozenList | null): string {
  // The database writes 0.0000001 where JavaScript writes 1e-7.
  const value = figure.value === null ? null : Number(figure.value);
  const said: Readonly<Record<string, unknown>> = { ...figure, value };
  const own = Object.keys(insertedColumns)
    .filter((name) => name !== 'hash')
    .map((name) => [name, said[name] ?? null]);
  const lists = [numerator, denominator].map(
    (l) => l && [l.id, l.kind, l.words, l.summed, l.fold, l.cases, l.total, l.digest],
  );
  return createHash('sha256')
    .update(JSON.stringify([own, lists]), 'utf8')
    .digest('hex');
}
