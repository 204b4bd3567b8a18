/**
 * 节假日安排通知 from outside: the public holiday-cn file of one year, and the checks that a notice typed by hand must
 * pass as well. Pure; every mistake is found at once, each with its field, value and rule.
 */
import { type Calendar, checkNotice } from './calendar';
import { addDays, type Day, isDay, isWeekend, yearOf } from './day';
import { festivalNames, statutoryDays } from './festivals';
import type { FestivalArrangement, Notice } from './holiday-notices';
import { LawError } from './law-error';

export interface NoticeFault {
  readonly field: string;
  readonly value: unknown;
  readonly rule: string;
}
/** What the file does not say: the document number (文号) and the day it was made public. */
export interface NoticeHead {
  readonly number: string;
  readonly issued: Day;
}
interface FileDay {
  readonly name: string;
  readonly date: Day;
  readonly isOffDay: boolean;
}

const isRecord = (v: unknown): v is Readonly<Record<string, unknown>> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);
const isYear = (v: unknown): v is number => typeof v === 'number' && Number.isInteger(v) && v > 2000 && v < 2100;

/**
 * The notice that a file of the shape `{year, papers[], days: [{name, date, isOffDay}]}` holds. Days off of one festival
 * must follow one another. The faults of its meaning are for {@link noticeFaults}.
 */
export function noticeOfFile(file: unknown, head: NoticeHead): { notice?: Notice; faults: readonly NoticeFault[] } {
  if (!isRecord(file))
    return { faults: [{ field: 'file', value: file, rule: '应为 holiday-cn 的年度文件（JSON 对象）' }] };
  const faults: NoticeFault[] = [];
  const { year, days } = file;
  if (!isYear(year)) faults.push({ field: 'year', value: year ?? null, rule: '应为四位年份' });
  if (!Array.isArray(days) || days.length === 0)
    faults.push({ field: 'days', value: null, rule: '应为日期列表，至少一天' });
  const read: FileDay[] = [];
  for (const [i, day] of (Array.isArray(days) ? days : []).entries()) {
    const fault = dayFault(day, `days[${i}]`);
    if (fault) faults.push(fault);
    else if (isFileDay(day)) read.push(day);
  }
  for (const [i, { date }] of read.entries())
    if (read.findIndex((d) => d.date === date) !== i)
      faults.push({ field: 'days', value: date, rule: '同一日期只能出现一次' });
  const festivals = [...new Set(read.map((d) => d.name))].map((name) => {
    const off = read.filter((d) => d.name === name && d.isOffDay).map((d) => d.date);
    const makeUp = read.filter((d) => d.name === name && !d.isOffDay).map((d) => d.date);
    off.sort();
    for (const [i, day] of off.entries()) {
      const previous = off[i - 1];
      if (previous !== undefined && day > addDays(previous, 1))
        faults.push({ field: 'days', value: day, rule: `${name}的放假日期须连续，${previous}与${day}之间有缺` });
    }
    const [first, last] = [off[0], off.at(-1)];
    if (first === undefined || last === undefined) {
      faults.push({ field: 'days', value: name, rule: '每个节日至少有一天放假' });
      return null;
    }
    return { name, off: [first, last] as const, makeUp: makeUp.sort() };
  });
  if (faults.length || !isYear(year)) return { faults };
  return { notice: { year, ...head, festivals: festivals.filter((f) => f !== null) }, faults };
}

const isFileDay = (v: unknown): v is FileDay =>
  isRecord(v) && typeof v.name === 'string' && typeof v.date === 'string' && typeof v.isOffDay === 'boolean';

function dayFault(day: unknown, at: string): NoticeFault | null {
  if (!isRecord(day)) return { field: at, value: day, rule: '应为 {name, date, isOffDay}' };
  const { name, date, isOffDay } = day;
  if (typeof date !== 'string' || !isDay(date))
    return { field: `${at}.date`, value: date ?? null, rule: '应为真实存在的日期，格式 YYYY-MM-DD' };
  if (typeof name !== 'string' || name.trim() === '')
    return { field: `${at}.name`, value: name ?? null, rule: `${date}：应写明节日名称` };
  if (typeof isOffDay !== 'boolean')
    return { field: `${at}.isOffDay`, value: isOffDay ?? null, rule: `${date}：应为 true（放假）或 false（上班）` };
  return null;
}

/**
 * What a notice contradicts: the law on days off, the week, itself, or the notices known so far (`calendar`). The first
 * notice of a year arranges all seven festivals; a later one replaces those it names, under the names the first gave them.
 */
export function noticeFaults(notice: Notice, calendar: Calendar): readonly NoticeFault[] {
  const faults: NoticeFault[] = [];
  const { year, festivals, issued, number } = notice;
  const fault = (field: string, value: unknown, rule: string) => faults.push({ field, value, rule });
  if (!isYear(year)) return [{ field: 'year', value: year, rule: '应为四位年份' }];
  if (number.trim() === '') fault('number', number, '应填写文号');
  if (!isDay(issued)) fault('issued', issued, '应为日期，格式 YYYY-MM-DD');
  if (year > calendar.lastNoticedYear + 1)
    fault('year', year, `须先有${calendar.lastNoticedYear + 1}年的通知，不能跳过年份`);
  if (festivals.length === 0) fault('festivals', null, '至少安排一个节日');
  try {
    checkNotice(notice);
  } catch (error) {
    if (!(error instanceof LawError)) throw error;
    return [...faults, { field: 'days', value: error.value, rule: error.rule }];
  }
  for (const f of festivals) faults.push(...againstTheWeek(f, festivals));
  const before = calendar.notices.filter((n) => n.year === year).flatMap((n) => n.festivals.map((f) => f.name));
  if (before.length === 0) faults.push(...againstTheLaw(notice));
  else
    for (const { name } of festivals)
      if (!before.includes(name))
        fault('festivals', name, `${year}年的通知中没有这一名称，调整通知须用原名：${[...new Set(before)].join('、')}`);
  return faults;
}

function againstTheWeek(f: FestivalArrangement, all: readonly FestivalArrangement[]): NoticeFault[] {
  const faults: NoticeFault[] = [];
  const others = all.filter((o) => o !== f);
  const within = (day: Day) => all.find((o) => day >= o.off[0] && day <= o.off[1]);
  if (others.some((o) => o.name === f.name)) faults.push({ field: 'festivals', value: f.name, rule: '节日名称重复' });
  for (const o of others)
    if (f.off[0] <= o.off[0] && f.off[1] >= o.off[0])
      faults.push({ field: 'days', value: o.off[0], rule: `${f.name}与${o.name}的放假日期重叠` });
  for (const day of f.makeUp) {
    if (!isWeekend(day)) faults.push({ field: 'days', value: day, rule: `${f.name}的调休上班日须为星期六或者星期日` });
    const off = within(day);
    if (off) faults.push({ field: 'days', value: day, rule: `既列为${off.name}放假，又列为${f.name}上班` });
  }
  return faults;
}

/** 年度通知: all festivals are there and every day off by law is off. */
function againstTheLaw({ year, festivals }: Notice): NoticeFault[] {
  return festivalNames.flatMap((name): NoticeFault[] => {
    if (!festivals.some((f) => f.name.includes(name)))
      return [{ field: 'festivals', value: name, rule: `${year}年的首个通知须安排全部节日，缺少${name}` }];
    const worked = statutoryDays(name, year).find((day) => !festivals.some((f) => day >= f.off[0] && day <= f.off[1]));
    return worked === undefined
      ? []
      : [{ field: 'days', value: worked, rule: `${name}的法定放假日，应列为放假（全国年节及纪念日放假办法第二条）` }];
  });
}

/** 地方放假安排: a day at most once, made up for on weekends only, all of one year. */
export function localFaults(
  year: number,
  days: readonly { readonly day: Day; readonly working: boolean }[],
): NoticeFault[] {
  const faults: NoticeFault[] = [];
  if (!isYear(year)) faults.push({ field: 'year', value: year, rule: '应为四位年份' });
  for (const [i, { day, working }] of days.entries()) {
    if (!isDay(day)) faults.push({ field: 'days', value: day, rule: '应为真实存在的日期，格式 YYYY-MM-DD' });
    else if (yearOf(day) !== year) faults.push({ field: 'days', value: day, rule: `应在${year}年之内` });
    else if (working && !isWeekend(day))
      faults.push({ field: 'days', value: day, rule: '调休上班日须为星期六或者星期日' });
    if (days.findIndex((d) => d.day === day) !== i)
      faults.push({ field: 'days', value: day, rule: '同一日期只能出现一次' });
  }
  return faults;
}
