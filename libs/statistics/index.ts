export {
  type Breakdown,
  type BreakdownRequest,
  type BreakdownRow,
  Breakdowns,
  type BrokenPart,
} from './breakdown';
export { type CaseList, type CountedCase, type Part, parts } from './case-lists';
export { catalogue } from './catalogue';
export {
  type Cause,
  type Change as CaseChange,
  type ChangedCase,
  type ChangedPart,
  causes,
  changes as caseChanges,
  type Difference,
  type PrintedPart,
} from './difference';
export { type Dimension, dimensionsOf } from './dimension';
export {
  type CasesRequest,
  type FigureRow,
  Figures,
  type FiguresRequest,
  NewestOpening,
  type Reach,
  reachOf,
} from './figures';
export type { FreezeRequest } from './freeze';
export { FrozenFigures } from './frozen';
export type { FrozenFigure, FrozenQuery, FrozenSplit } from './frozen-reading';
export type { FrozenPart } from './frozen-seal';
export { figureEntities } from './frozen-tables';
export { type CountingUnit, countingUnits, type Metric, type Scope, scopes, type Unit } from './metric';
export type { Change } from './printing';
export { StatisticsModule } from './statistics.module';
export { type Broken, unregistered, type Verification } from './verify';
export type { Period } from './window';
export { describeMetrics, type MetricDescription, type VariantDescription } from './wording';
export { Workload, type WorkloadRow } from './workload';
