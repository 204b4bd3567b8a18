export { letterDocuments } from './letter.documents';
export * from './letter.facts';
export { type LetterEvent, letterProcedure } from './letter.procedure';
