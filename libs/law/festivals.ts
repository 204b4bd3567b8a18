/**
 * 法定节假日 — the days that are off by law whatever the yearly notice arranges round them
 * (全国年节及纪念日放假办法 2，2025-01-01 起的文本；此前为 2013 年文本).
 */
import { addDays, type Day } from './day';

export const festivalNames = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const;
export type Festival = (typeof festivalNames)[number];

/** 正月初一、清明、端午、中秋 of each year, after the lunar calendar (GB/T 33661). */
const lunar: Readonly<Record<number, readonly [spring: string, clear: string, boat: string, moon: string]>> = {
  2017: ['01-28', '04-04', '05-30', '10-04'],
  2018: ['02-16', '04-05', '06-18', '09-24'],
  2019: ['02-05', '04-05', '06-07', '09-13'],
  2020: ['01-25', '04-04', '06-25', '10-01'],
  2021: ['02-12', '04-04', '06-14', '09-21'],
  2022: ['02-01', '04-05', '06-03', '09-10'],
  2023: ['01-22', '04-05', '06-22', '09-29'],
  2024: ['02-10', '04-04', '06-10', '09-17'],
  2025: ['01-29', '04-04', '05-31', '10-06'],
  2026: ['02-17', '04-05', '06-19', '09-25'],
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
  2036: ['01-28', '04-04', '05-30', '10-04'],
};
/** Beyond the table: between which days of the year a festival of the lunar calendar falls in any year of the century. */
const unknownYear = [
  ['01-21', '02-21'],
  ['04-03', '04-06'],
  ['05-25', '06-26'],
  ['09-06', '10-09'],
] as const;

/** The day a festival is named for, first and last possible; the two are one day for the years of the table. */
export function festivalDay(festival: Festival, year: number): readonly [Day, Day] {
  const on = (day: string) => `${year}-${day}`;
  const known = lunar[year];
  const moving = (place: 0 | 1 | 2 | 3): readonly [Day, Day] => {
    const [first, last] = known ? [known[place], known[place]] : unknownYear[place];
    return [on(first), on(last)];
  };
  switch (festival) {
    case '元旦':
      return [on('01-01'), on('01-01')];
    case '春节':
      return moving(0);
    case '清明节':
      return moving(1);
    case '劳动节':
      return [on('05-01'), on('05-01')];
    case '端午节':
      return moving(2);
    case '中秋节':
      return moving(3);
    case '国庆节':
      return [on('10-01'), on('10-01')];
  }
}

/** Days off round the festival's day, by the text in force; 2025 added 除夕 and 5 月 2 日. */
const offsets = (festival: Festival, year: number): readonly number[] => {
  const since2025 = year >= 2025;
  if (festival === '春节') return since2025 ? [-1, 0, 1, 2] : [0, 1, 2];
  if (festival === '劳动节') return since2025 ? [0, 1] : [0];
  return festival === '国庆节' ? [0, 1, 2] : [0];
};

/** The days off by law of a festival; empty where the lunar calendar of the year is not in the table. */
export function statutoryDays(festival: Festival, year: number): readonly Day[] {
  const [first, last] = festivalDay(festival, year);
  return first === last ? offsets(festival, year).map((n) => addDays(first, n)) : [];
}
