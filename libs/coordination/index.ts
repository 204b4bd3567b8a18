import { Module } from '@nestjs/common';
import { SittingCalendar } from './calendar';
import { coordinationProcedure } from './dispute';
import { Grouping } from './grouping';
import { Links } from './links';
import { meetingProcedure } from './meeting';
import { Meetings } from './meetings';
import { Proposals } from './proposals';
import { seriesProcedure } from './series';
import { supervisionProcedure } from './supervision';
import { Transfers } from './transfers';

export { type CalendarEntry, SittingCalendar } from './calendar';
export { coordinationFacts } from './dispute';
export { Grouping, type MemberAnswer } from './grouping';
export { type LinkReason, Links, type LinkView, linkReasons } from './links';
export { meetingFacts, meetingForms } from './meeting';
export { type Holding, Meetings } from './meetings';
export { type ProposalDecision, Proposals, type ProposalView, proposalDecisions } from './proposals';
export { seriesFacts } from './series';
export { supervisionFacts } from './supervision';
export { coordinationEntities } from './tables';
export { Transfers, type TransferView } from './transfers';

/** The small procedures of coordination, in the order people see them. */
export const coordinationProcedures = [
  meetingProcedure,
  coordinationProcedure,
  seriesProcedure,
  supervisionProcedure,
] as const;

const services = [Links, Grouping, Meetings, SittingCalendar, Transfers, Proposals];

/** Needs the clerk (CaseworkModule) and the platform. */
@Module({ providers: services, exports: services })
export class CoordinationModule {}
