export { orderGrounds } from './acceptance';
export { reopeningGrounds, serviceManners } from './aftermath';
export { decisionOutcomes, mediationScopes, terminationGrounds, withdrawalOutcomes } from './conclusion';
export { refusalGrounds } from './intake';
export { partyRoles } from './outline';
export { reconsiderationDocuments } from './reconsideration.documents';
export * from './reconsideration.facts';
export { type ReconsiderationEvent, reconsiderationProcedure } from './reconsideration.procedure';
export { examinationKinds, hearingManners } from './review';
