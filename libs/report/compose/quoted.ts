/** A figure as a report or a form quotes it: the number, what it means, and where it can be looked up. */
import type { Day } from '@anjuan/law';

export type FigureSource =
  /** Counted from the records at this moment. */
  | { readonly kind: 'live' }
  /** Kept with its case list: the number that is published. */
  | { readonly kind: 'frozen'; readonly id: string; readonly digest: string; readonly frozenOn: Day }
  /** No case yields it: declared by one person from a paper, approved by another. */
  | {
      readonly kind: 'declared';
      readonly id: string;
      readonly file: string;
      readonly declaredBy: string;
      readonly approvedBy: string;
    };

export interface Quoted {
  /** Id of the metric, or code of the declared indicator. */
  readonly metric: string;
  readonly variant: string;
  readonly title: string;
  /** How this variant reads it. */
  readonly reading: string;
  /** What the number is followed by; may begin with 万 or 亿 where the number is in them. */
  readonly unit: string;
  /** A count, fen, an unrounded percentage, or times; null: nothing to divide by. */
  readonly value: number | null;
  /** Decimal digits as the jurisdiction prints them, without unit; — for null. */
  readonly printed: string;
  /** 余 or 以上 by the jurisdiction's settings. */
  readonly approximate: string | null;
  readonly note: string | null;
  readonly year: number;
  /** Last day counted. */
  readonly cutoff: Day;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly source: FigureSource;
}

/** Which figure: the same days of `year - yearsBack`, up to `cutoff` (MM-DD) where it differs from the report's. */
export interface FigureRef {
  readonly metric: string;
  /** The jurisdiction's variant when absent. */
  readonly variant?: string;
  readonly yearsBack?: number;
  readonly cutoff?: string;
}

/** A metric split by one of its dimensions; parts in the order of their size. All of it is frozen, or counted now. */
export interface QuotedSplit {
  readonly whole: Quoted;
  readonly live: boolean;
  readonly parts: readonly { readonly label: string; readonly figure: Quoted }[];
}

/** Answers what a template asks; null: there is no such figure, or the person may not see it. */
export interface FigureBook {
  figure(ref: FigureRef): Quoted | null;
  split(ref: FigureRef & { readonly by: string }): QuotedSplit | null;
}
