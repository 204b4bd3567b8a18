export { orderGrounds } from './acceptance';
export { reopeningGrounds } from './aftermath';
export { mediationScopes, terminationGrounds } from './conclusion';
export { hearingManners } from './hearing';
export { refusalGrounds } from './intake';
export { partyRoles } from './outline';
export { reconsiderationDocuments } from './reconsideration.documents';
export * from './reconsideration.facts';
export { type ReconsiderationEvent, reconsiderationProcedure } from './reconsideration.procedure';
export {
  type AddressedNotice,
  type AnswerEntry,
  type LetterReply,
  type NoticePaper,
  RespondentDesk,
} from './respondent-desk';
export { respondentOfficers } from './respondent-officers';
export { examinationKinds } from './review';
export { serviceLines, serviceManners } from './service-record';
