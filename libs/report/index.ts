import { check } from './audit/check';
import type { Known } from './audit/checks/frozen';
import type { Figure, Finding } from './audit/figure';
import { read } from './audit/read';

export type { Known } from './audit/checks/frozen';
export { type Marks, mark, type TrueFigure, type Truth, textOf } from './audit/compare';
export { type Figure, type FigureKind, type Finding, type Level, levels, type Span } from './audit/figure';
export { comparedKinds } from './compare/kinds';
export { type Comparison, compareCases, type OurCase, type TheirRow } from './compare/match';
export { readExport } from './compare/reading-sheet';
export {
  type Discrepancy,
  discrepancies,
  type Reconciliation,
  type ReconciliationItem,
  Reconciliations,
} from './compare/reconciliations';
export {
  type ComposeRequest,
  Composer,
  type Composition,
  type NamedTemplate,
} from './compose/composer';
export { approximations, scales } from './compose/numbers';
export { type PaperOptions, paperOf } from './compose/paper';
export { type Pattern, patterns } from './compose/patterns';
export type { FigureSource, Quoted } from './compose/quoted';
export { type Block, type Gap, plainText, type Run } from './compose/render';
export { styles } from './compose/styles';
export {
  checkTemplate,
  type FigureSlot,
  type Listing,
  type ListSlot,
  listings,
  type Paragraph,
  type Show,
  type Slot,
  shows,
  type Template,
} from './compose/template';
export { type Declaration, DeclaredIndicators, knownIndicators, type NewDeclaration } from './declared';
export { MAX_DRAFT_BYTES, textOfDraft } from './draft-file';
export { forms } from './forms/catalogue';
export type { Failing, NamedCase } from './forms/failing';
export type { CellSource } from './forms/filling';
export { type Binding, type Equation, type Form, isSum } from './forms/form';
export { type FormPeriod, formPeriod, periodName } from './forms/period';
export { type FormPage, FormReturns } from './forms/returns';
export type { Change } from './forms/steps';
export { type FormStep, formSteps, type Return } from './forms/versions';
export { workbookOf } from './forms/workbook';
export { knownFigures } from './known';
export { ReportModule } from './report.module';
export { declareSamples } from './samples';
export { reportEntities } from './tables';
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
