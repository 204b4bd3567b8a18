export {
  breachRemedies,
  declineReasons,
  destinations,
  excludedMatters,
  failReasons,
  levelReasons,
  mediationPartyRoles,
  mediationStates,
  onwardWays,
  remediationGrounds,
  satisfactions,
} from './mediation.codes';
export * from './mediation.facts';
export { type MediationEvent, mediationProcedure } from './mediation.procedure';
export { type SettledEvent, type SettledInput, settledFields, settledOutcomes, settledScript } from './settled';
