export {
  absenceProofs,
  absenceReasons,
  litigationPartyRoles,
  litigationStates,
  lossReasons,
  serviceWays,
  suspensionGrounds,
} from './litigation.codes';
export * from './litigation.facts';
export { lostRulings } from './litigation.outline';
export { type LitigationEvent, litigationProcedure } from './litigation.procedure';
