export * from './compensation.facts';
export { type CompensationEvent, compensationProcedure } from './compensation.procedure';
