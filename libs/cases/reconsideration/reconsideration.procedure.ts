import { acceptanceEdges } from './acceptance';
import { aftermathEdges } from './aftermath';
import { conclusionEdges } from './conclusion';
import { deliberationEdges } from './deliberation';
import { intakeEdges } from './intake';
import { normReviewEdges } from './norm-review';
import { define } from './outline';
import { reviewEdges } from './review';
import { stayEdges } from './stay';

/**
 * 行政复议, the deciding side, under both laws: 行政复议法(2017) with its regulations to 2023-12-31, the 2023 revision
 * since. The states are the stage of the case; copy, answer, opinions, hearing, suspension, extension, service,
 * performance and suit are recorded facts with clocks, so that nothing lawful is blocked by the order of recording.
 */
export const reconsiderationProcedure = define({
  ...intakeEdges,
  ...acceptanceEdges,
  ...reviewEdges,
  ...normReviewEdges,
  ...stayEdges,
  ...deliberationEdges,
  ...conclusionEdges,
  ...aftermathEdges,
});

export type ReconsiderationEvent = keyof typeof reconsiderationProcedure.edges;
