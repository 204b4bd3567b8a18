/** A figure while it is being read: what the passes fill in one after another. */
import type { Approximation, Change, FigureKind, Period } from './figure';
import type { Place } from './places';
import type { Domain } from './terms/term';

export interface Draft {
  readonly start: number;
  readonly end: number;
  /** Where its words begin. */
  readonly labelStart: number;
  readonly place: Place;
  readonly value: number;
  readonly decimals: number;
  readonly grain: number;
  readonly approx: Approximation | null;
  readonly pair: 0 | 1 | null;
  /** Head of the column a pair's number stands in: 2019年, 受理. */
  heading: string | null;
  unit: string;
  kind: FigureKind;
  /** Raw words before and behind. */
  readonly before: string;
  readonly after: string;
  core: string;
  change: Change | null;
  share: boolean;
  readonly level: boolean;
  readonly within: boolean;
  readonly includes: boolean;
  domain: Domain | null;
  metric: string | null;
  slot: string | null;
  /** A part of a breakdown by slot words rather than a term of its own. */
  listed: boolean;
  /** Index of the listed figure whose name it takes: the year before beside it. */
  like: number | null;
  period: Period | null;
  of: number | null;
  relation: 'part' | 'part-closed' | 'share' | 'change' | null;
  /** Of 分别增长5%和3% without a list of its own: which of how many. */
  respective: { readonly place: number; readonly count: number } | null;
  /** The count a share printed before it belongs to: 甲占5%,乙占4%,数量分别为5件、4件. */
  countOf: Draft | null;
  /** In a table whose heads are the parts of one breakdown. */
  divided: boolean;
  cell: { readonly table: number; readonly row: number; readonly column: number } | null;
}
