import type { Metric } from './metric';
import { answeringMetrics } from './metrics/answering';
import { attendanceMetrics } from './metrics/attendance';
import { caseworkMetrics } from './metrics/casework';
import { compensationMetrics } from './metrics/compensation';
import { coordinationMetrics } from './metrics/coordination';
import { disputeMetrics } from './metrics/disputes';
import { judicialAdviceMetrics } from './metrics/judicial-advice';
import { letterMetrics } from './metrics/letters';

import { litigationFlow } from './metrics/litigation-flow';
import { litigationHearings } from './metrics/litigation-hearings';
import { litigationOutcomes } from './metrics/litigation-outcomes';

import { litigationSplits } from './metrics/litigation-splits';

import { mediationMetrics } from './metrics/mediation';
import { reconsiderationBeside } from './metrics/reconsideration-beside';
import { reconsiderationFlow } from './metrics/reconsideration-flow';
import { reconsiderationOutcomes } from './metrics/reconsideration-outcomes';
import { reconsiderationSplits } from './metrics/reconsideration-splits';
import { registerMetrics } from './metrics/registers';
import { subsidyMetrics } from './metrics/subsidies';

/** Every metric the product can count, in the order figures are listed. */
export const catalogue: readonly Metric[] = [
  ...reconsiderationFlow,
  ...reconsiderationOutcomes,
  ...reconsiderationBeside,
  ...reconsiderationSplits,
  ...caseworkMetrics,
  ...letterMetrics,
  ...answeringMetrics,
  ...litigationFlow,
  ...litigationHearings,
  ...litigationOutcomes,
  ...litigationSplits,
  ...attendanceMetrics,
  ...judicialAdviceMetrics,
  ...compensationMetrics,
  ...mediationMetrics,
  ...disputeMetrics,
  ...registerMetrics,
  ...subsidyMetrics,
  ...coordinationMetrics,
];
