export { type CaseList, type CountedCase, type Part, parts } from './case-lists';
export { catalogue } from './catalogue';
export {
  type CasesRequest,
  type FigureRow,
  Figures,
  type FiguresRequest,
  type Reach,
  reachOf,
} from './figures';
export { type CountingUnit, countingUnits, type Metric, type Scope, scopes, type Unit } from './metric';
export { StatisticsModule } from './statistics.module';
export { describeMetrics, type MetricDescription, type VariantDescription } from './wording';
export { Workload, type WorkloadRow } from './workload';
