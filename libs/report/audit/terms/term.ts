import type { FigureKind } from '../figure';

/** What a passage speaks of; `other` is the rest of government work, whose figures stay unnamed or get a plain name. */
export type Domain =
  | 'reconsideration'
  | 'litigation'
  | 'mediation'
  | 'coordination'
  | 'compensation'
  | 'petition'
  | 'legal-aid'
  | 'enforcement'
  | 'other';

/** One way to say one metric. Terms of a domain are tried in their order; the first whose words and kind fit names the figure. */
export interface Term {
  /** Null: the words are ours, but the catalogue has no figure for them. */
  readonly id: string | null;
  /** Tried on the words before and behind the number, which itself stands as ▮. */
  readonly says: RegExp;
  readonly not?: RegExp;
  /** Counts when absent. */
  readonly kind?: FigureKind | 'any';
  readonly units?: RegExp;
  /** Tried on the sentence up to the number. */
  readonly within?: RegExp;
  /** Tried on the sentence behind the number. */
  readonly ahead?: RegExp;
  /** Words of another domain inside a label that do not change what the passage speaks of. */
  readonly aside?: boolean;
}

/** What a part-word in a breakdown list divides by. */
export type SlotClass = 'matter' | 'field' | 'respondent' | 'authority' | 'outcome' | 'organisation' | 'category';
