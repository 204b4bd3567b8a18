/**
 * What the auditor reads out of a text: every number in its phrase, where it stands, what it measures and over which days.
 * Offsets are UTF-16 positions in the text as given; values are exact (a decimal string is never turned into a float before
 * it is printed).
 */

/** count: whole things · rate: percent · points: percentage points · multiple: 倍 · amount: money · measure: hours, acres and other units. */
export type FigureKind = 'count' | 'rate' | 'points' | 'multiple' | 'amount' | 'measure';
/** 余 or 多 (at least this much), 近 (not quite), 约, 以上, 以下; a printed number without such a word is exact. */
export type Approximation = '余' | '近' | '约' | '以上' | '以下';
/** A change against an earlier period: the number says by how much, not how many. */
export type Change = 'up' | 'down';

/** The days a figure covers; `cutoff` when the text closes before the year does. Null when the text does not say. */
export interface Period {
  readonly year: number | null;
  /** `YYYY-MM-DD`, inclusive. */
  readonly from: string | null;
  readonly to: string | null;
  /** As read: 去年、2021年、截至11月20日、近三年. */
  readonly words: string;
}

export interface Figure {
  readonly start: number;
  readonly end: number;
  /** The phrase: number with scale, approximation and unit, and its label when it touches. */
  readonly text: string;
  /** Id of the metric catalogue, null where the number is not casework or cannot be named. */
  readonly metric: string | null;
  /** In the unit after scaling: 1.2万件 is 12000 件; 38.5% is 38.5; 812.69万元 is 812.69 with the unit 万元. */
  readonly value: number;
  /** Decimals as printed before scaling: 38.50% has 2. What rounding is checked against. */
  readonly decimals: number;
  /** One printed last digit in the value's unit: 1.2万件 has 1000. */
  readonly grain: number;
  readonly unit: string;
  readonly kind: FigureKind;
  readonly approx: Approximation | null;
  readonly change: Change | null;
  /** The words the number counts: 受理行政复议申请. */
  readonly label: string;
  /** What divides the whole where this is a part: 治安管理, 撤销, 市场监管局; null for a whole. */
  readonly slot: string | null;
  /** Where it stands; figures of one clause share their label, of one sentence their whole. Table cells have their row and column instead. */
  readonly paragraph: number;
  readonly sentence: number;
  readonly clause: number;
  readonly cell: { readonly table: number; readonly row: number; readonly column: number } | null;
  readonly period: Period | null;
  /** Index of the figure this one is a part of (其中、分别为、各) or a share or change of, when the grammar tells. */
  readonly of: number | null;
  /** How it hangs on `of`: part of a listed whole (`closed` when the text says the parts are all), share, or change. */
  readonly relation: 'part' | 'part-closed' | 'share' | 'change' | null;
}

export const levels = ['错误', '存疑', '提示'] as const;
export type Level = (typeof levels)[number];

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Finding {
  readonly level: Level;
  /** Id of the rule, `subject.thing`. */
  readonly rule: string;
  readonly spans: readonly Span[];
  /** Chinese: what is wrong, the readings that would make it true, the smallest change that would mend it. */
  readonly message: string;
  /** The sum as calculated: 19 + 2 = 21 ≠ 20. */
  readonly arithmetic: string;
}
