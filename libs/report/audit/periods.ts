/** The days a figure covers, as far as its sentence and its paragraph say; the year of the text otherwise. */
import type { Period } from './figure';
import { planned } from './refine';

interface Said {
  readonly at: number;
  readonly end: number;
  readonly period: Period;
}

const said =
  /(?:(截[至止]到?|到|至)\s*)?(?=\d{4}\s*年|\d{1,2}\s*(?:月|[-~至到]\s*\d{1,2}\s*月)|[上下]半年|[一二三四]季度)(?:(\d{4})\s*年度?\s*)?(?:(\d{1,2})\s*[-~至到]\s*(\d{1,2})\s*月|(\d{1,2})\s*月(?:份|底|末)?(?:\s*(\d{1,2})\s*[日号])?|(上半年|下半年|[一二三四]季度))?|去年同期|去年|上年度?(?!度|结转|未|存|遗留)|上一年度?(?!度|结转|未|存|遗留)|今年|同期|近[一二三四五六七八九十两\d]+年|目前/gu;

export interface Periods {
  /** The year most often spoken of where figures stand. */
  readonly year: number | null;
  at(position: number, sentenceStart: number): Period | null;
}

/** Reads every mention once; `titles` are masked by the caller so that a plan's 2021-2025年 in 《》 sets no year. */
export function periods(text: string, figuresAt: readonly number[]): Periods {
  const bare = text.replace(/《[^《》\n]{0,160}》/g, (title) => ' '.repeat(title.length));
  const mentions: Said[] = [];
  for (const match of bare.matchAll(said)) {
    mentions.push({ at: match.index, end: match.index + match[0].length, period: periodOf(match) });
  }
  const year = commonYear(bare, mentions, figuresAt);
  const settled = mentions.map((mention) => ({ ...mention, period: settle(mention.period, year) }));
  return {
    year,
    at: (position, sentenceStart) => {
      let low = 0;
      let high = settled.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((settled[middle]?.at ?? 0) < position) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      for (let i = low - 1; i >= 0; i--) {
        const mention = settled[i];
        if (mention === undefined || mention.at < sentenceStart) {
          break;
        }
        // 2021年同期: the year stands before.
        if (mention.period.words !== '同期' && governs(bare, mention, position)) {
          return mention.period;
        }
      }
      return year === null ? null : whole(year, '');
    },
  };
}

/** 比2020年 rules only the number that follows at once; a period in closed parentheses rules what is inside. */
function governs(text: string, mention: Said, position: number): boolean {
  const between = text.slice(mention.end, position);
  const lead = text.slice(Math.max(0, mention.at - 3), mention.at);
  if (/[比较从自由与和]\s*$/.test(lead) || /^(?:去年|上年|上一年|同期)/.test(text.slice(mention.at))) {
    return !/[,;:。)]|\d[^\d]*\d/.test(between) && between.length < 14 && !/[降升增减]/.test(between);
  }
  const opened = text.lastIndexOf('(', mention.at);
  const closed = text.lastIndexOf(')', mention.at);
  return opened <= closed || !between.includes(')');
}

function periodOf(match: RegExpMatchArray): Period {
  // 降至2023年: 至 belongs to the verb.
  const words = match[0].trim().replace(/^[到至](?=\s*\d{4}\s*年度?$)/, '');
  const year = match[2] === undefined ? null : Number(match[2]);
  const [, , , first, last, month, day, part] = match;
  const cut = match[1] !== undefined;
  const y = year === null ? null : String(year);
  if (first !== undefined && last !== undefined) {
    return { year, from: y && `${y}-${two(first)}-01`, to: y && endOfMonth(y, Number(last)), words };
  }
  if (month !== undefined) {
    const to = y && (day === undefined ? endOfMonth(y, Number(month)) : `${y}-${two(month)}-${two(day)}`);
    return { year, from: y && (cut ? `${y}-01-01` : day === undefined ? `${y}-${two(month)}-01` : to), to, words };
  }
  if (part !== undefined) {
    const quarter = '一二三四'.indexOf(part[0] ?? '');
    const [from, to] = quarter >= 0 ? [quarter * 3 + 1, quarter * 3 + 3] : part === '上半年' ? [1, 6] : [7, 12];
    return { year, from: y && `${y}-${two(String(from))}-01`, to: y && endOfMonth(y, to), words };
  }
  return year === null ? { year: null, from: null, to: null, words } : whole(year, words);
}

function settle(period: Period, year: number | null): Period {
  if (period.year !== null || year === null) {
    return period;
  }
  if (/^(?:去年|上年|上一年)/.test(period.words)) {
    return whole(year - 1, period.words);
  }
  if (/^(?:今年|目前)/.test(period.words)) {
    return { year, from: `${year}-01-01`, to: null, words: period.words };
  }
  if (/^(?:同期|近)/.test(period.words)) {
    return period;
  }
  // A month without its year: that of the text.
  const read = new RegExp(said.source, 'u').exec(`${year}年${period.words.replace(/^(?:截[至止]到?|到|至)\s*/, '')}`);
  if (read === null) {
    return period;
  }
  const full = periodOf(read);
  const cut = /^(?:截|到|至)/.test(period.words);
  return { year, from: cut ? `${year}-01-01` : full.from, to: full.to, words: period.words };
}

function whole(year: number, words: string): Period {
  return { year, from: `${year}-01-01`, to: `${year}-12-31`, words };
}

function commonYear(text: string, mentions: readonly Said[], figuresAt: readonly number[]): number | null {
  const votes = new Map<number, number>();
  let next = 0;
  for (const { at, end, period } of mentions) {
    if (planned.test(text.slice(at, end + 14))) {
      continue;
    }
    if (period.year === null || /[比较从自由与和(]\s*$/.test(text.slice(Math.max(0, at - 2), at))) {
      continue;
    }
    while (next < figuresAt.length && (figuresAt[next] ?? 0) < end) {
      next++;
    }
    // A year with a figure close behind it speaks of figures; others are dates of papers.
    const near = (figuresAt[next] ?? Number.POSITIVE_INFINITY) - end < 60;
    votes.set(period.year, (votes.get(period.year) ?? 0) + (near ? 3 : 1));
  }
  let best: number | null = null;
  for (const [year, count] of votes) {
    const most = best === null ? -1 : (votes.get(best) ?? 0);
    if (count > most || (count === most && best !== null && year > best)) {
      best = year;
    }
  }
  return best;
}

const two = (digits: string): string => digits.padStart(2, '0');

function endOfMonth(year: string, month: number): string {
  const leap = (Number(year) % 4 === 0 && Number(year) % 100 !== 0) || Number(year) % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return `${year}-${two(String(month))}-${days}`;
}
