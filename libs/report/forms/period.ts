/** 报表期间: the days a form covers. Any days: a month, a quarter, half a year, the year so far, or from one day to another. */
import { FieldErrors } from '@anjuan/casework';
import { addDays, type Day, isDay } from '@anjuan/law';

/** Both days included, at most ten years. */
export interface FormPeriod {
  readonly from: Day;
  readonly cutoff: Day;
}
export interface PeriodAsked {
  /** Of the last day; may be left out. */
  readonly year?: number;
  /** 1 January of the last day's year when absent. */
  readonly from?: Day;
  readonly cutoff: Day;
}

/** @throws FieldErrors naming `year`, `from` or `cutoff` */
export function formPeriod({ year, from, cutoff }: PeriodAsked): FormPeriod {
  const error = (field: string, value: unknown, rule: string) => new FieldErrors([{ field, value, rule }]);
  if (!isDay(cutoff) || cutoff < '1990-01-01' || cutoff > '2100-12-31')
    throw error('cutoff', cutoff, '截止日应为1990至2100年之间的日期，格式 YYYY-MM-DD');
  if (year !== undefined && !cutoff.startsWith(`${year}-`))
    throw error('cutoff', cutoff, `截止日应为${year}年内的日期`);
  const start = from ?? `${cutoff.slice(0, 4)}-01-01`;
  if (!isDay(start) || start < '1990-01-01') throw error('from', start, '起始日应为1990年以后的日期，格式 YYYY-MM-DD');
  if (start > cutoff) throw error('from', start, '起始日不应晚于截止日');
  if (Number(cutoff.slice(0, 4)) - Number(start.slice(0, 4)) > 9) throw error('from', start, '报表期间不应超过十年');
  return { from: start, cutoff };
}

/** The year a period is filed under: that of its last day. */
export const yearOf = ({ cutoff }: FormPeriod): number => Number(cutoff.slice(0, 4));

/** 自年初累计: it begins with the year of its last day. */
export const isCumulative = ({ from, cutoff }: FormPeriod): boolean => from === `${cutoff.slice(0, 4)}-01-01`;

/** The day before a period begins: that on which the one next to it ends. */
export const dayBefore = ({ from }: FormPeriod): Day => addDays(from, -1);

/** By first and last month. */
const spans: Readonly<Record<string, string>> = {
  '1-3': '第一季度',
  '4-6': '第二季度',
  '7-9': '第三季度',
  '10-12': '第四季度',
  '1-6': '上半年',
  '7-12': '下半年',
  '1-9': '前三季度',
  '1-12': '全年',
};
const spoken = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** 2024年上半年, 2024年5月, 2024年1月至5月, or from day to day. */
export function periodName({ from, cutoff }: FormPeriod): string {
  const year = cutoff.slice(0, 4);
  if (!from.startsWith(year)) return `${from.slice(0, 4)}年${spoken(from)}至${year}年${spoken(cutoff)}`;
  if (!from.endsWith('-01') || !addDays(cutoff, 1).endsWith('-01'))
    return `${year}年${spoken(from)}至${spoken(cutoff)}`;
  const [first, last] = [from, cutoff].map((day) => Number(day.slice(5, 7)));
  const months = first === last ? `${first}月` : `${first}月至${last}月`;
  return `${year}年${spans[`${first}-${last}`] ?? months}`;
}
