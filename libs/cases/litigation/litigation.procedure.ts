import { accountabilityEdges } from './litigation.accountability';
import { hearingEdges } from './litigation.hearing';
import { openingEdges } from './litigation.opening';
import { define } from './litigation.outline';
import { rulingEdges } from './litigation.ruling';

/**
 * 行政应诉 — one file per instance: a second instance or a retrial opens its own file under the one before it, and the
 * file before is marked as followed. The suit stands where its newest instance stands.
 */
export const litigationProcedure = define({ ...openingEdges, ...hearingEdges, ...rulingEdges, ...accountabilityEdges });

export type LitigationEvent = keyof typeof litigationProcedure.edges;
