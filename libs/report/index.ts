import { check } from './audit/check';
import type { Known } from './audit/checks/frozen';
import type { Figure, Finding } from './audit/figure';
import { read } from './audit/read';

export type { Known } from './audit/checks/frozen';
export { type Marks, mark, type TrueFigure, type Truth, textOf } from './audit/compare';
export { type Figure, type FigureKind, type Finding, type Level, levels, type Span } from './audit/figure';
export { MAX_DRAFT_BYTES, textOfDraft } from './draft-file';
export { knownFigures } from './known';
export { read };

export interface Audit {
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
}

/** A draft read and checked; the same text gives the same answer. */
export function audit(text: string, known?: readonly Known[]): Audit {
  const figures = read(text);
  return { figures, findings: check(text, figures, known) };
}
