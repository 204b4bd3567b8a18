import type { Metric } from './metric';
import { answeringMetrics } from './metrics/answering';
import { attendanceMetrics } from './metrics/attendance';
import { compensationMetrics } from './metrics/compensation';
import { coordinationMetrics } from './metrics/coordination';
import { judicialAdviceMetrics } from './metrics/judicial-advice';
import { letterMetrics } from './metrics/letters';
import { litigationFlow } from './metrics/litigation-flow';
import { litigationHearings } from './metrics/litigation-hearings';
import { litigationOutcomes } from './metrics/litigation-outcomes';
import { mediationMetrics } from './metrics/mediation';
import { reconsiderationBeside } from './metrics/reconsideration-beside';
import { reconsiderationFlow } from './metrics/reconsideration-flow';
import { reconsiderationOutcomes } from './metrics/reconsideration-outcomes';
import { registerMetrics } from './metrics/registers';
import { subsidyMetrics } from './metrics/subsidies';

/** Every metric the product can count, in the order figures are listed. */
export const catalogue: readonly Metric[] = [
  ...reconsiderationFlow,
  ...reconsiderationOutcomes,
  ...reconsiderationBeside,
  ...letterMetrics,
  ...answeringMetrics,
  ...litigationFlow,
  ...litigationHearings,
  ...litigationOutcomes,
  ...attendanceMetrics,
  ...judicialAdviceMetrics,
  ...compensationMetrics,
  ...mediationMetrics,
  ...registerMetrics,
  ...subsidyMetrics,
  ...coordinationMetrics,
];
