import { LawError } from './law-error';

/**
 * A legal day, `YYYY-MM-DD`, counted in Asia/Shanghai. It is never a Date object: a Date is an instant and shows another
 * day in another time zone. Two such strings compare as days with `<` and `>`.
 */
export type Day = string;

/** Sunday 0 … Saturday 6. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days in a month; `month` is 1–12. */
const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);

const split = (day: Day): { year: number; month: number; date: number } => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  date: Number(day.slice(8, 10)),
});

const join = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** True for a real day of the years 1000–9999 written exactly `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!pattern.test(text)) return false;
  const { year, month, date } = split(text);
  return year >= 1000 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** Checks a day that came from outside. Throws LawError `invalid-day` naming `field`. */
export function parseDay(text: string, field = 'day'): Day {
  if (isDay(text)) return text;
  const rule = '日期须为真实存在的日历日，写作 YYYY-MM-DD';
  throw new LawError('invalid-day', `${field} 的值“${text}”不是有效日期：${rule}。`, field, text, rule);
}

/**
 * Days since 1970-01-01, after Howard Hinnant's civil-calendar algorithm: years begin in March, so that the leap day is the
 * last of its year. Integers only, hence the same in every time zone.
 */
function ordinal(day: Day): number {
  const { year, month, date } = split(day);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromOrdinal(days: number): Day {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return join(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}

export const addDays = (day: Day, days: number): Day => fromOrdinal(ordinal(day) + days);

/** `to − from` in calendar days; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => ordinal(to) - ordinal(from);

/** For sorting: negative, zero or positive. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

export const laterDay = (a: Day, b: Day): Day => (a > b ? a : b);

/** 对应日 — the same date of a later month; a month without that date gives its last day (民法典 202). */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = split(day);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return join(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)));
}

const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

export function weekday(day: Day): Weekday {
  // 1970-01-01 was a Thursday.
  const index = (((ordinal(day) + 4) % 7) + 7) % 7;
  return weekdays[index] ?? 0;
}

export const isWeekend = (day: Day): boolean => weekday(day) === 0 || weekday(day) === 6;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
