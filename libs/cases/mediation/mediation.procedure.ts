import { agreementEdges } from './mediation.agreement';
import { handlers, referralEdges } from './mediation.dispatch';
import { define } from './mediation.outline';
import { sessionEdges } from './mediation.sessions';

/** 人民调解 — from registration to the archived file (人民调解法). */
export const mediationProcedure = define({ ...sessionEdges, ...referralEdges, ...handlers, ...agreementEdges });

export type MediationEvent = keyof typeof mediationProcedure.edges;
