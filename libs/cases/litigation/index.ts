export {
  absenceProofs,
  absenceReasons,
  headRanks,
  litigationPartyRoles,
  litigationStates,
  lossReasons,
  retrialOrigins,
  serviceWays,
  suitWithdrawals,
  suspensionGrounds,
} from './litigation.codes';
export * from './litigation.facts';
export { type LitigationEvent, litigationProcedure } from './litigation.procedure';
export { lostRulings } from './litigation.result';
