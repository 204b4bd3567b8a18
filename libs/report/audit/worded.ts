/**
 * Rates and multiples said in words: 五成、近三成、百分之九十五、三分之一、过半数、翻一番, and 上百 and 近万 without a digit.
 * 数百、几十、个位数 state no number and are left.
 */
import type { Approximation, FigureKind } from './figure';
import { chineseValue } from './numerals';

/** A numeral whose value its words tell: where it stands, and whether it was printed exactly. */
export interface Worded {
  readonly at: number;
  readonly end: number;
  readonly value: number;
  readonly decimals: number;
  /** In the value's unit: 三成 has 10. */
  readonly grain: number;
  readonly unit: string;
  readonly kind: FigureKind;
  /** What the words themselves say; null leaves it to the words round them. */
  readonly approx: Approximation | null;
}

const tenths =
  /(?<![一二两三四五六七八九十百千万亿\d第])([一二两三四五六七八九])成([一二三四五六七八九半])?(?![一二三四五六七八九立为员功效果绩长都熟分本交型就像人全套对群片不])/g;
const percent = /百分之(\d{1,3}(?:\.\d{1,4})?|[一二两三四五六七八九十百零]{1,5})(?:点([零一二三四五六七八九]{1,4}))?/g;
const fraction = /(?<![百千万十])([二两三四五六七八九十])分之([一二两三四五六七八九])(?![一二三四五六七八九十])/g;
const half =
  /(?:过|超过?|逾)(?:半数|一半)|(?:半数|一半)(?:以上|多)|(?:近|接近|将近|不足|不到)(?:半数|一半)|(?<=占[^,;。]{0,12})(?:半数|一半)/g;
const doubling = /(?<=翻了?(?:近|约|超|超过|将近)?)([一二两三四五\d]?)番/g;
const roundScale =
  /(?<=(?<!成百|千)上|近|超|逾|超过|突破)([百千万])(?=[余多]?(?:件(?!事)|起|宗|份|人|名|场|次|个|家|条))/g;
const roundValues: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000 };

/** In no order. */
export function worded(text: string): Worded[] {
  const found: Worded[] = [];
  const rate = (
    match: RegExpMatchArray,
    value: number,
    decimals: number,
    grain: number,
    approx: Approximation | null,
  ) => {
    const at = match.index ?? 0;
    found.push({ at, end: at + match[0].length, value, decimals, grain, unit: '%', kind: 'rate', approx });
  };
  for (const match of text.matchAll(tenths)) {
    const ones = match[2] === undefined ? 0 : match[2] === '半' ? 5 : (chineseValue(match[2]) ?? 0);
    rate(match, (chineseValue(match[1] ?? '') ?? 0) * 10 + ones, 0, match[2] === undefined ? 10 : 1, null);
  }
  for (const match of text.matchAll(percent)) {
    const said = match[1] ?? '';
    const whole = /^\d/.test(said) ? Number(said) : chineseValue(said);
    const digits = [...(match[2] ?? '')].map((sign) => chineseValue(sign) ?? 0).join('');
    const decimals = digits.length + (said.split('.')[1] ?? '').length;
    if (whole !== null) {
      rate(match, digits === '' ? whole : Number(`${whole}.${digits}`), decimals, 1 / 10 ** decimals, null);
    }
  }
  for (const match of text.matchAll(fraction)) {
    const [parts, taken] = [chineseValue(match[1] ?? ''), chineseValue(match[2] ?? '')];
    if (parts !== null && taken !== null && taken < parts) {
      // A fraction is said of what comes near it.
      rate(match, Math.round((10_000 * taken) / parts) / 100, 0, 1, '约');
    }
  }
  for (const match of text.matchAll(half)) {
    const above = /^(?:过|超|逾)|(?:以上|多)$/.test(match[0]);
    const below = /^(?:不足|不到)/.test(match[0]);
    rate(match, 50, 0, 10, above ? '以上' : below ? '以下' : /近/.test(match[0]) ? '近' : '约');
  }
  for (const match of text.matchAll(doubling)) {
    const times =
      match[1] === undefined || match[1] === ''
        ? 1
        : /\d/.test(match[1])
          ? Number(match[1])
          : (chineseValue(match[1]) ?? 1);
    const [at, end] = [match.index, match.index + match[0].length];
    // Doubled is grown by as much again, twice doubled by three times as much.
    found.push({ at, end, value: 2 ** times - 1, decimals: 0, grain: 1, unit: '倍', kind: 'multiple', approx: null });
  }
  for (const match of text.matchAll(roundScale)) {
    const value = roundValues[match[1] ?? ''] ?? 0;
    const above = text[match.index - 1] === '上' ? '以上' : null;
    found.push({
      at: match.index,
      end: match.index + 1,
      value,
      decimals: 0,
      grain: value,
      unit: '',
      kind: 'count',
      approx: above,
    });
  }
  return found;
}
