/**
 * Papers (文书): what is issued is recorded with the data it was made from. The snapshot may name people, so it is
 * sealed with the case's own key; rendering reads the snapshot, never the live case.
 */
import type { Day } from '@anjuan/law';
import type { Columns, Facts } from './facts';
import type { PartyInput, Values } from './fields';

/** What a paper may draw on at the moment it is issued. */
export interface PaperContext<C extends Columns = Columns> {
  /** Case number (案号), or null before it is earned. */
  readonly caseNumber: string | null;
  /** The paper's own number (文号), where the paper is numbered. */
  readonly paperNumber: string | null;
  readonly organisation: string;
  readonly happenedOn: Day;
  readonly facts: Facts<C>;
  readonly fields: Values;
  readonly parties: readonly PartyInput[];
  /** Due days of the clocks that the same edge started, by limit id. */
  readonly due: Readonly<Record<string, Day | null>>;
}
export type PaperData = Readonly<Record<string, string | number | boolean | null>>;

export interface DocumentSheet<C extends Columns = Columns, D extends string = string> {
  /** `kind.paper`, for example `reconsideration.acceptance-notice`. */
  readonly code: D;
  readonly title: string;
  /** The word in the paper's number (文号), for example 复受; null: not numbered. */
  readonly series: string | null;
  readonly cite: string;
  /** The keys a template may use; a method, so that a sheet of one kind fits where any kind is expected. */
  data(c: PaperContext<C>): PaperData;
}

/** Declares a paper of a kind. */
export const documentOf =
  <C extends Columns>() =>
  <const D extends string>(sheet: DocumentSheet<C, D>): DocumentSheet<C, D> =>
    sheet;

/** Names of the parties of one role, joined the way papers write them. */
export const namesOf = (parties: readonly PartyInput[], role: string): string =>
  parties
    .filter((p) => p.role === role)
    .map((p) => p.name)
    .join('、');
