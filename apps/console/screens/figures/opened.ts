import type { Figure } from '../../api/queries';

export type Part = 'numerator' | 'denominator';
/** A figure whose cases are looked at. */
export interface Opened {
  readonly figure: Figure;
  readonly part: Part;
}

/** `812.69万元余`, `95%以上`; nothing to divide by stays a dash. */
export function printed(figure: Figure): string {
  return figure.value === null ? figure.printed : `${figure.printed}${figure.unit}${figure.approximate ?? ''}`;
}
