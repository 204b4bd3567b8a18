export { registers } from './catalogue';
export {
  type EntriesQuery,
  type EntryDetail,
  type EntryPage,
  type EntryView,
  RegisterReading,
  type RegisterView,
  type RespondentOrgan,
} from './reading';
export type { Register } from './register';
export { type EntryReceipt, type NewEntry, Registers } from './registers';
export { RegistersModule } from './registers.module';
export { institutions, reconsiderationCommitteeSheet } from './sheets/institutions';
export { foundDisputes, screenings } from './sheets/logs';
export { committees, experts, mediatorGrades, mediators, trainings } from './sheets/people';
export { points, servicePointSheet } from './sheets/points';
export { registerEntities } from './tables';
export { Turning } from './turning';
