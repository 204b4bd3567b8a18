import type { Schemas } from '../../api/client';
import type { Figure } from '../../api/queries';

export type Part = 'numerator' | 'denominator';
/** A figure whose cases are looked at. */
export interface Opened {
  readonly figure: Figure;
  readonly part: Part;
  /** One part of a breakdown alone: its dimension, and its key where it has one. */
  readonly of?: { readonly by: string; readonly key?: string; readonly label: string };
}

/** `+12.5%`, `-3.2个百分点`; what cannot be compared stays a dash, and a change of a change is nothing. */
export function changed(change: Schemas['ChangeDto'] | null): string {
  if (change === null) return '';
  if (change.value === null) return change.printed;
  return `${change.value > 0 ? '+' : ''}${change.printed}${change.unit}`;
}

/** `812.69万元余`, `95%以上`; nothing to divide by stays a dash. */
export function printed(figure: Figure): string {
  return figure.value === null ? figure.printed : `${figure.printed}${figure.unit}${figure.approximate ?? ''}`;
}
