export { anyCaseEdges, edgesOf, restrictions } from './any-case';
export {
  CalendarChanges,
  type ChangeKind,
  type ChangeView,
  changeKinds,
  changeStates,
  type ImpactView,
  type NoticeRequest,
} from './calendar-changes';
export { CalendarPage, type CalendarView, type NoticeView, type OverlayView } from './calendar-page';
export { CaseNumbers, type CaseNumbersView, type ExplainedNumberView } from './case-numbers';
export { CaseworkModule, caseworkEntities } from './casework.module';
export { Clerk, type Swept } from './clerk';
export { type ClockOutcome, type ClockVerb, conventionsOf, dutyOf, type LedgerEntry, replay } from './clocks';
export { ConventionsPage, type ConventionsView, type ConventionView, type MailAllowanceView } from './conventions-page';
export { correctable } from './corrections';
export { type AssignRequest, Dispatch, type HandOverRequest } from './dispatch';
export * from './documents';
export type { Origin, Step } from './draft';
export { type Confirmation, DueProposals, type DueProposalView } from './due-proposals';
export * from './errors';
export { copiedFacts } from './event-fields';
export * from './facts';
export * from './fields';
export { assignGrounds, handlingEdges, handOverGrounds } from './handling-edges';
export { Assessment, type Effect, effects, type ImpactRow, type OpenClock } from './impact';
export { impactSheet, previewSheet } from './impact-sheet';
export * from './ledger-views';
export { type FallenDecision, fallenIn } from './override';
export { type ClockEffect, clockEffects, type EventPreview, type PreviewedClockView } from './preview';
export * from './procedure';
export { Procedures } from './procedures';
export { mayRead, postsFor, reaches } from './reach';
export { CaseList, type CaseQuery, filterTones } from './reading';
export { type DeadlineQuery, Desk } from './reading-desk';
export { CaseLedgers } from './reading-ledger';
export { type Bucket, buckets, horizonOf, lightOf } from './reading-light';
export { DeadlineOverview, type OverviewQuery, overviewKeys } from './reading-overview';
export { CasePages } from './reading-page';
export { cursorOf, pageOf, placeOf } from './reading-scope';
export { type SeenCase, seenCases } from './reading-seen';
export * from './reading-views';
export { describeProcedure, edgeView, fieldViews, limitTitle, textOf, yuan } from './reading-words';
export { type LedgerOfClock, reassess, recounted } from './reassess';
export { insertRows } from './rows';
export type {
  ApplyRequest,
  BatchAnswer,
  BatchOptions,
  CaseReceipt,
  CaseScript,
  ClerkOptions,
  OpenRequest,
  ScriptStep,
} from './scripts';
export { type CalendarContent, calendarOf, defaultSettings, type Office, type Overlay, readOffice } from './settings';
export { sittingFields, sittingOn, sittingTimes, timeOf } from './sittings';
export { type TransferOutcome, withdrawing } from './standing';
export { entityOf, factTable, lineTable, type SqlType, type Table, type TableColumn, tables } from './tables';
export { leaveTrail } from './trail';
export type { Trial } from './what-if';
export { gramsOf } from './writing';
