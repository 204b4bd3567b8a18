import { FieldErrors } from '@anjuan/casework';
import { addDays, addMonths, type Day, isDay } from '@anjuan/law';

/** The days a figure covers, both included, and the same days of the year before. */
export interface Window {
  readonly start: Day;
  readonly end: Day;
  readonly startBefore: Day;
  readonly endBefore: Day;
}

/** 统计期 as it is asked for: a year, a part of one, or the days `from`–`cutoff` of several years. */
export interface Period {
  /** 1990–2100. May be absent where both `from` and `cutoff` are given. */
  readonly year?: number;
  /** First day counted; 1 January of `year` when absent. */
  readonly from?: Day;
  /** Last day counted (截止日); 31 December of `year` when absent. */
  readonly cutoff?: Day;
}

/**
 * The days of a period. With a year both ends lie in it; without one, both are given and at most ten years apart.
 * Throws FieldErrors naming `year`, `from` or `cutoff`.
 */
export function windowOf({ year, from, cutoff }: Period): Window {
  if (year !== undefined && (!Number.isInteger(year) || year < 1990 || year > 2100))
    throw new FieldErrors([{ field: 'year', value: year, rule: '年度应为1990至2100之间的整数' }]);
  for (const [field, value] of [
    ['from', from],
    ['cutoff', cutoff],
  ] as const)
    if (value !== undefined && !isDay(value)) {
      const name = field === 'from' ? '统计起始日' : '截止日';
      throw new FieldErrors([{ field, value, rule: `${name}应为日期，格式 YYYY-MM-DD` }]);
    }
  const start = from ?? (year === undefined ? undefined : `${year}-01-01`);
  const end = cutoff ?? (year === undefined ? undefined : `${year}-12-31`);
  if (start === undefined || end === undefined)
    throw new FieldErrors([{ field: 'year', value: null, rule: '应给出年度，或者同时给出统计起始日和截止日' }]);
  if (year !== undefined && !start.startsWith(`${year}-`))
    throw new FieldErrors([{ field: 'from', value: start, rule: `统计起始日应在${year}年内` }]);
  if (year !== undefined && !end.startsWith(`${year}-`))
    throw new FieldErrors([{ field: 'cutoff', value: end, rule: `截止日应在${year}年内` }]);
  if (end < start) throw new FieldErrors([{ field: 'cutoff', value: end, rule: '截止日不应早于统计起始日' }]);
  if (start < '1990-01-01' || end > '2100-12-31' || end > addMonths(start, 120))
    throw new FieldErrors([{ field: 'from', value: start, rule: '统计期应在1990至2100年之间，且不超过十年' }]);
  return { start, end, startBefore: addMonths(start, -12), endBefore: sameDayBefore(end) };
}

/** A month's end is compared with that month's end: 28 February 2025 with 29 February 2024. */
const sameDayBefore = (end: Day): Day => {
  const endsMonth = addDays(end, 1).endsWith('-01');
  return endsMonth ? addDays(addMonths(addDays(end, 1), -12), -1) : addMonths(end, -12);
};

/** The year a window is printed under: that of its last day. */
export const yearOf = ({ end }: Window): number => Number(end.slice(0, 4));

/** 上年同期: the same days a year before. */
export const yearBefore = ({ startBefore, endBefore }: Window): Window => ({
  start: startBefore,
  end: endBefore,
  startBefore: addMonths(startBefore, -12),
  endBefore: sameDayBefore(endBefore),
});
