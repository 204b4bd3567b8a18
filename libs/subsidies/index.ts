export {
  type ClaimPage,
  type ClaimView,
  type NoticeEntry,
  type PayEntry,
  type PayLine,
  type PayList,
  type PublicNotice,
  type RoundSummary,
  SubsidyLists,
} from './lists';
export { type Advanced, type Built, type Draw, type Round, type RoundStep, roundSteps, SubsidyRounds } from './rounds';
export { type Payee, type PayeeInput, SubsidyRules } from './rules';
export { SubsidiesModule } from './subsidies.module';
export {
  type SubsidyForm,
  type SubsidyTier,
  subsidyFacts,
  subsidyForms,
  subsidyTiers,
} from './subsidy.facts';
export { type SubsidyEvent, subsidyProcedure } from './subsidy.procedure';
export { subsidyEntities } from './tables';
export type { Evidence, GroupFactor, Rate, Tariff, TariffInput, TariffTerms } from './tariff';
