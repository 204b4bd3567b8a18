export { answeringDocuments } from './answering.documents';
export * from './answering.facts';
export { type AnsweringEvent, answeringProcedure } from './answering.procedure';
