/**
 * Numbers in their notation: digits, thousands, 万 and 亿, 余/多/约/近/以上, the unit behind them. What is left bare (no
 * unit) is kept only where a label and a boundary enclose it; lists and tables give it its unit later.
 */
import type { Approximation, FigureKind } from './figure';
import { chineseValue } from './numerals';
import { type Worded, worded } from './worded';

export interface Numeral {
  /** From the word of approximation before it to the unit or 以上 behind it. */
  readonly start: number;
  readonly end: number;
  /** The digits alone. */
  readonly digits: number;
  readonly value: number;
  readonly decimals: number;
  readonly grain: number;
  readonly unit: string;
  readonly kind: FigureKind;
  readonly approx: Approximation | null;
  /** 30/21: which of the pair; null when it stands alone. */
  readonly pair: 0 | 1 | null;
}

const counted =
  '件次|件|起|宗|桩|份|人次|人|名|个|家|户次|户|次|场次|场|期|批次|批|条|项|部|卷|处|所|支|篇|册|本|例|位|对|辆|台|张|幅|枚|块|则|轮次|轮|种|类|组|队|间|座|站|村|万字|字|课时|讲|笔|单|例次|家次|户数|只|头|片|面|套|封|堂|节|步|道';
const measured =
  '个工作日|工作日|天|日|个小时|小时|分钟|秒|个月|周|平方公里|平方米|公里|千米|米|亩|公顷|吨|公斤|岁|分|度';
const unitPattern = new RegExp(`^ {0,2}(?:(个?百分点)|(%|‰)|(倍)|(美元|元|块钱)|(${measured})(?!次)|(${counted}))`);
const scales: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };
const before: readonly (readonly [RegExp, Approximation])[] = [
  [/(?:超过|超|逾|突破|不少于|不低于|至少|高于|大于)\s?$/, '以上'],
  [/(?:不足|不到|低于|少于|不超过)\s?$/, '以下'],
  [/(?:大约|约为|约)\s?$/, '约'],
  [/(?:将近|接近|近)\s?$/, '近'],
];
const after: readonly (readonly [RegExp, Approximation])[] = [
  [/^\s?(?:以上|及以上|有余)/, '以上'],
  [/^\s?(?:以下|以内|之内)/, '以下'],
  [/^\s?(?:左右|上下)/, '约'],
];
/** What may stand behind a number without a unit. */
const boundary = /^\s*(?:$|[,;、。()/|\t\n:!?和与及])/;
/** 3,111 and, before a unit, 3 111. */
const arabic =
  /(?<![\d.])(?:\d{1,3}(?: \d{3})+(?=\s?[件起宗份人名元个])|\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?)/g;
/** 2.12:1 and 43:5; a time of day was masked. */
const ratio = /(?<![\d.:])(\d+(?:\.\d+)?)\s*:\s*(\d+(?:\.\d+)?)(?![\d.:])(?!\s*[件起宗份人名个万%])/g;
/** 数百 and 几十 state no number; 上百 is read in its words. */
const chinese = /(?<![一二两三四五六七八九十百千万零第前数几成上])[一二两三四五六七八九十百千零]+/g;
/** After a Chinese numeral only these count; 一个、三项、两级 are phrases more often than figures. */
const chineseCounts = /^[万亿]?(?:余|多)?元|^万?(?:余|多)?(?:倍|个?百分点|件(?!事|件)|起(?!来|案)|宗|份|人次|名)/;
/** 十余场, 二十多人: with a word of approximation more units count. */
const roughCounts = /^万?[余多](?:场|次|人|个|家|条|项|批|户|处)/;

export function numbers(text: string, masked: Uint8Array): Numeral[] {
  const found: Numeral[] = [];
  for (const match of text.matchAll(ratio)) {
    const at = match.index;
    const [, first = '', second = ''] = match;
    if (masked[at] === 1 || Number(second) === 0) {
      continue;
    }
    const decimals = (first.split('.')[1] ?? '').length;
    const end = at + match[0].length;
    masked.fill(1, at, end);
    found.push({
      start: at,
      end,
      digits: at,
      value: Number(first) / Number(second),
      decimals,
      grain: 1 / 10 ** decimals,
      unit: 'ratio',
      kind: 'multiple',
      approx: null,
      pair: null,
    });
  }
  for (const match of text.matchAll(arabic)) {
    const at = match.index;
    const end = at + match[0].length;
    if (masked[at] === 1 || isName(text, at, end)) {
      continue;
    }
    const read = notation(text, at, end, match[0].replace(/[, ]/g, ''));
    if (read !== null) {
      found.push(read);
    }
  }
  for (const match of text.matchAll(chinese)) {
    const at = match.index;
    const end = at + match[0].length;
    const value = chineseValue(match[0]);
    const lasts =
      /^(?:天|个?工作日)/.test(text.slice(end)) &&
      /(?:用时|平均|周期|期限|时间)[^,;。\d]{0,6}$/.test(text.slice(Math.max(0, at - 12), at));
    if (masked[at] === 1 || value === null || value === 0 || !(lasts || counts(text.slice(end, end + 5)))) {
      continue;
    }
    // 百名律师进百村 is a slogan; 百余名 counts, and 近百名 is read in its words.
    if (/^[百千]$/.test(match[0]) && !/^[余多]/.test(text.slice(end, end + 1))) {
      continue;
    }
    // 一件 is a figure only when something counts it, and 没有一件 counts none; 一倍 always is.
    if (
      value === 1 &&
      !/^(?:倍|个?百分点)/.test(text.slice(end)) &&
      !/(?:[共计仅]|(?<!没)有)[^,;。]{0,2}$/.test(text.slice(0, at))
    ) {
      continue;
    }
    const read = notation(text, at, end, String(value));
    if (read !== null) {
      found.push(read);
    }
  }
  for (const said of worded(text)) {
    if (masked[said.at] === 1) {
      continue;
    }
    const read = said.unit === '' ? notation(text, said.at, said.end, String(said.value)) : inWords(text, said);
    if (read !== null) {
      const start = said.unit === '' && text[said.at - 1] === '上' ? said.at - 1 : read.start;
      found.push({ ...read, start, approx: said.approx ?? read.approx });
    }
  }
  return found.sort((a, b) => a.start - b.start).filter((one, i, all) => one.start >= (all[i - 1]?.end ?? 0));
}

function counts(behind: string): boolean {
  return chineseCounts.test(behind) || roughCounts.test(behind);
}

/** Words that carry their own unit, with what stands round them. */
function inWords(text: string, said: Worded): Numeral {
  const left = before.map(
    ([pattern, word]) => [pattern.exec(text.slice(Math.max(0, said.at - 5), said.at)), word] as const,
  );
  const ahead = left.find(([match]) => match !== null);
  const more = /^[余多](?!\p{Script=Han}?[余多])/u.exec(text.slice(said.end, said.end + 2)) !== null;
  const behind = after.find(([pattern]) => pattern.test(text.slice(said.end, said.end + 4)));
  const suffix =
    behind === undefined ? (more ? 1 : 0) : (behind[0].exec(text.slice(said.end, said.end + 4))?.[0].length ?? 0);
  return {
    start: said.at - (ahead?.[0]?.[0].length ?? 0),
    end: said.end + suffix,
    digits: said.at,
    value: said.value,
    decimals: said.decimals,
    grain: said.grain,
    unit: said.unit,
    kind: said.kind,
    approx: ahead?.[1] ?? behind?.[1] ?? (more ? '余' : null),
    pair: null,
  };
}

/** Letters, hyphens and plus signs glue digits into names: 5A, LH331082-001, 7+2. */
function isName(text: string, at: number, end: number): boolean {
  const left = text[at - 1] ?? '';
  const right = text[end] ?? '';
  if (/[A-Za-z+_#@]/.test(left) || /[A-Za-z+_]/.test(right)) {
    return true;
  }
  // 100-300元 is a range and a leading minus a sign; any other hyphen belongs to a name.
  const hyphened = text.slice(Math.max(0, at - 5), at);
  if (left === '-' && !/\d[%万亿元件个名人天]{0,2}-$/.test(hyphened) && !/(?:^|[|\t\n\s(])-$/.test(hyphened)) {
    return true;
  }
  return end - at >= 8 && !/^[\s余多]*[万亿件元人次]/.test(text.slice(end, end + 3));
}

function notation(text: string, at: number, digitsEnd: number, digits: string): Numeral | null {
  let end = digitsEnd;
  let approx: Approximation | null = null;
  let scale = 1;
  let scaleWord = '';
  const more = /^\s?[余多](?=[\s万亿千百]*\S)/;
  if (more.test(text.slice(end, end + 4))) {
    approx = '余';
    end += 1;
  }
  const scaled = /^\s?([万亿千百]+)(?!分[点比])/.exec(text.slice(end, end + 4));
  if (scaled !== null) {
    scaleWord = scaled[1] ?? '';
    scale = [...scaleWord].reduce((product, word) => product * (scales[word] ?? 1), 1);
    end += scaled[0].length;
    if (more.test(text.slice(end, end + 3)) || /^[余多]$/.test(text.slice(end, end + 1))) {
      approx = '余';
      end += 1;
    }
  }
  const point = digits.indexOf('.');
  const decimals = point < 0 ? 0 : digits.length - point - 1;
  const mantissa = Number(digits.replace('.', ''));
  const tens = 10 ** decimals;
  // 100-300元: the first number of a range counts in the unit of the second.
  const ranged = /^ ?[-~至到] ?\d+(?:\.\d+)?[万亿]?/.exec(text.slice(end, end + 14))?.[0].length ?? 0;
  const unit = unitPattern.exec(text.slice(end + ranged, end + ranged + 8));
  let kind: FigureKind = 'count';
  let name = '';
  if (unit !== null) {
    end += ranged > 0 ? 0 : unit[0].length;
    if (unit[1] !== undefined) {
      [kind, name] = ['points', '个百分点'];
    } else if (unit[2] !== undefined) {
      [kind, name] = ['rate', unit[2]];
    } else if (unit[3] !== undefined) {
      [kind, name] = ['multiple', '倍'];
    } else if (unit[4] !== undefined) {
      [kind, name] = ['amount', scaleWord + unit[4]];
      scale = 1;
    } else if (unit[5] !== undefined) {
      [kind, name] = ['measure', unit[5].replace(/^个/, '')];
    } else {
      name = unit[6] ?? '';
      // 个 before a month or a working day was taken above; 年 behind 个 is none of ours.
      if (name === '日') {
        return null;
      }
    }
    if (/^[余多](?![\p{Script=Han}\d])/u.test(text.slice(end, end + 2))) {
      approx = '余';
      end += 1;
    }
  }
  for (const [pattern, word] of after) {
    const said = pattern.exec(text.slice(end, end + 4));
    if (said !== null && unit !== null) {
      approx = word;
      end += said[0].length;
      break;
    }
  }
  let start = at;
  const left = text.slice(Math.max(0, at - 5), at);
  for (const [pattern, word] of before) {
    const said = pattern.exec(left);
    if (said !== null) {
      approx = word;
      start = at - said[0].length;
      break;
    }
  }
  const pair = unit === null ? pairSide(text, at, digitsEnd) : null;
  if (unit === null && !stands(text, at, end, scale > 1)) {
    return null;
  }
  return {
    start,
    end,
    digits: at,
    value: (mantissa * scale) / tens,
    decimals,
    grain: scale / tens,
    unit: name,
    kind,
    approx,
    pair,
  };
}

/** A bare number is read where its label touches it and a boundary follows. */
function stands(text: string, at: number, end: number, scaled: boolean): boolean {
  if (!boundary.test(text.slice(end, end + 3))) {
    return false;
  }
  const left = text.slice(Math.max(0, at - 2), at);
  if (/\d[/:]$|(?:^|[|\t\n\s(])-$/.test(left)) {
    return true;
  }
  if (scaled) {
    return true;
  }
  return /[\p{Script=Han})”》:|\t\n、,]\s*$/u.test(left) || left.trim() === '';
}

function pairSide(text: string, at: number, end: number): 0 | 1 | null {
  if (/\d\/$/.test(text.slice(Math.max(0, at - 2), at))) {
    return 1;
  }
  return /^\/\d/.test(text.slice(end, end + 2)) ? 0 : null;
}
