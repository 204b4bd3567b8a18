import { FieldErrors } from '@anjuan/casework';
import { addMonths, type Day, isDay } from '@anjuan/law';

/** The days a figure covers, both included, and the same days of the year before. */
export interface Window {
  readonly start: Day;
  readonly end: Day;
  readonly startBefore: Day;
  readonly endBefore: Day;
}

/**
 * 统计期: from 1 January to the cut-off (截止日) or 31 December of `year`.
 * Throws FieldErrors when the year is not one of 1990–2100 or the cut-off lies outside it.
 */
export function windowOf(year: number, cutoff: Day | null): Window {
  if (!Number.isInteger(year) || year < 1990 || year > 2100)
    throw new FieldErrors([{ field: 'year', value: year, rule: '年度应为1990至2100之间的整数' }]);
  const start = `${year}-01-01`;
  if (cutoff !== null && !isDay(cutoff))
    throw new FieldErrors([{ field: 'cutoff', value: cutoff, rule: '截止日应为日期，格式 YYYY-MM-DD' }]);
  const end = cutoff ?? `${year}-12-31`;
  if (end < start || end > `${year}-12-31`)
    throw new FieldErrors([{ field: 'cutoff', value: cutoff, rule: `截止日应在${year}年内` }]);
  return { start, end, startBefore: addMonths(start, -12), endBefore: addMonths(end, -12) };
}
