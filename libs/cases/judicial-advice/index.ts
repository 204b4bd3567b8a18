export * from './judicial-advice.facts';
export { type JudicialAdviceEvent, judicialAdviceProcedure } from './judicial-advice.procedure';
