/** Statutory time: what the limits are, how days are counted, and why a date falls where it does. Pure; no clock, no I/O. */
export { type BoundVersion, bindVersion, type Triggers } from './binding';
export { buildCalendar, type Calendar, type CalendarData, type DayStatus, type LocalHoliday } from './calendar';
export {
  describeLimits,
  isLimitId,
  type LimitDescription,
  type LimitId,
  limit,
  limitIds,
  versionInForce,
} from './catalogue';
export { articleText, type Citation, citationText, type LawCode, laws } from './citation';
export {
  type Conventions,
  conventionChoices,
  conventionNames,
  conventionTexts,
  defaultConventions,
  departures,
} from './conventions';
export {
  addDays,
  addMonths,
  compareDays,
  type Day,
  daysBetween,
  isDay,
  isWeekend,
  laterDay,
  parseDay,
  type Weekday,
  weekday,
  yearOf,
} from './day';
export { festivalNames } from './festivals';
export { localFaults, type NoticeFault, type NoticeHead, noticeFaults, noticeOfFile } from './holiday-file';
export { type FestivalArrangement, type Notice, shippedNotices } from './holiday-notices';
export { LawError, type LawErrorCode } from './law-error';
export type { Step } from './reasoning';
export { type ReckonInput, type Reckoning, reckon } from './reckon';
export type { Suspension } from './suspension';
export {
  type Duty,
  type Extension,
  type LimitVersion,
  type Mark,
  type Span,
  spanText,
  type TimeLimit,
  timeLimit,
  type Unit,
} from './time-limit';
export { type TriggerFact, triggerFacts } from './trigger';
