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
  /** Column (fen, persons) or span of days that was added up, or column of which the least or greatest value was taken. */
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
  /** Dimension by which the figure was frozen in parts, and its Chinese name; both null for a whole. */
  readonly split_by: string | null;
  readonly split_title: string | null;
}

/** One part of a figure that was frozen by a dimension, a row of `frozen_part`; they add up to the whole. */
export interface FrozenPart {
  /** Code, word, organisation id or `YYYY-MM`; null: cases of which the dimension was not known. */
  readonly key: string | null;
  /** As people called it then. */
  readonly label: string;
  readonly numerator: number;
  readonly denominator: number | null;
  /** As of the figure: decimal digits, null where there is nothing to divide by. */
  readonly value: string | null;
  readonly printed: string;
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
  split_by: 'text',
  split_title: 'text',
};
/** What the seal covers in another place: itself, and what wholes do not have. */
const apart: readonly string[] = ['hash', 'split_by', 'split_title'];

/**
 * The seal of a figure, lower-case hex. The canonical text is the JSON array of `[name, value]` for every column but the
 * hash and the split, in the order above, instants in ISO 8601 UTC, followed by everything said of its list or lists and,
 * of a figure in parts, by the dimension with every part in order.
 */
export function sealOf(
  figure: Omit<FrozenRow, 'hash'>,
  numerator: FrozenList,
  denominator: FrozenList | null,
  parts: readonly FrozenPart[],
): string {
  // The database writes 0.0000001 where JavaScript writes 1e-7.
  const numberIn = (value: string | null) => (value === null ? null : Number(value));
  const said: Readonly<Record<string, unknown>> = { ...figure, value: numberIn(figure.value) };
  const own = Object.keys(insertedColumns)
    .filter((name) => !apart.includes(name))
    .map((name) => [name, said[name] ?? null]);
  const lists = [numerator, denominator].map(
    (l) => l && [l.id, l.kind, l.words, l.summed, l.fold, l.cases, l.total, l.digest],
  );
  const split = [
    figure.split_by,
    figure.split_title,
    parts.map((p) => [p.key, p.label, p.numerator, p.denominator, numberIn(p.value), p.printed]),
  ];
  return createHash('sha256')
    .update(JSON.stringify(figure.split_by === null ? [own, lists] : [own, lists, split]), 'utf8')
    .digest('hex');
}
