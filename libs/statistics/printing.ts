/** From whole numbers to the printed figure. Whole-number arithmetic throughout: 0.5 must round up, not nearly up. */
import { isValue, type Unit, type Value } from './metric';
import type { Approximation } from './settings';

/** What was counted: numbers of cases, or sums of fen, persons or days. Null: an empty base. */
export interface Counted {
  readonly numerator: number;
  readonly denominator: number | null;
}

/** Fen in a unit of money; any other unit is counted as it stands. */
const fenPer: Readonly<Record<string, number | undefined>> = { 万元: 1_000_000, 元: 100 };

/** `under` is positive. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** The exact fraction that is printed, scaled to its unit; null where there is no base to divide by. */
function fraction(value: Value, unit: Unit, { numerator, denominator }: Counted): Fraction | null {
  if (value === 'count') return { over: BigInt(numerator), under: 1n };
  const under = BigInt(fenPer[unit] ?? 1);
  if (value === 'sum') return { over: BigInt(numerator), under };
  // Of no case there is neither a least nor a greatest value.
  if (value === 'least' || value === 'greatest') return numerator === 0 ? null : { over: BigInt(numerator), under };
  if (denominator === null || denominator === 0) return null;
  const base = BigInt(denominator);
  if (value === 'ratio' || value === 'average') return { over: BigInt(numerator), under: base };
  return { over: BigInt(value === 'growth' ? numerator - denominator : numerator) * 100n, under: base };
}

/** The unrounded value: a count, an amount in fen, persons, percent, times, or days. Null when the base is empty. */
export function unrounded(value: Value, counted: Counted): number | null {
  if (value === 'count' || value === 'sum') return counted.numerator;
  if (value === 'least' || value === 'greatest') return counted.numerator === 0 ? null : counted.numerator;
  const found = fraction(value, '%', counted);
  return found && Number(found.over) / Number(found.under);
}

/** The same for an arithmetic that was stored by its name; null for one that is none. */
export const unroundedOf = (arithmetic: string, counted: Counted): number | null =>
  isValue(arithmetic) ? unrounded(arithmetic, counted) : null;

/**
 * The figure as the report prints it, without its unit: at most `precision` decimals, no trailing zeros; a precision
 * below zero prints whole tens, hundreds or thousands. Half-up by
 * default; cut off where 余 or 以上 says that it is somewhat more. An empty base prints —, never 0 or 100.
 */
export function printedOf(
  value: Value,
  unit: Unit,
  counted: Counted,
  precision: number,
  approximation: Approximation | null,
): string {
  const found = fraction(value, unit, counted);
  return found === null ? '—' : digitsOf(found, precision, approximation);
}

/** Values that are made of a column's sum: of money fen, of anything else as it stands. */
const summing: readonly string[] = ['sum', 'least', 'greatest', 'by-amount'] satisfies readonly Value[];

/**
 * Numerator or denominator as people read it, to the last fen: 12.3456万元; a number of cases or persons as it stands. The
 * sums of a rate by amount are in 元, whatever the rate is in.
 */
export function partPrinted(arithmetic: string, unit: string, n: number): string {
  const shown = arithmetic === 'by-amount' ? '元' : unit;
  const under = fenPer[shown];
  if (under === undefined || !summing.includes(arithmetic)) return String(n);
  return `${digitsOf({ over: BigInt(n), under: BigInt(under) }, 6, null)}${shown}`;
}

function digitsOf(found: Fraction, precision: number, approximation: Approximation | null): string {
  const negative = found.over < 0n;
  const step = 10n ** BigInt(Math.max(0, -precision));
  const decimalPlaces = Math.max(0, precision);
  const size = (negative ? -found.over : found.over) * 10n ** BigInt(decimalPlaces);
  const under = found.under * step;
  const whole = step * (approximation === null ? (2n * size + under) / (2n * under) : size / under);
  const digits = whole.toString().padStart(decimalPlaces + 1, '0');
  const decimals = digits.slice(digits.length - decimalPlaces).replace(/0+$/, '');
  const integer = digits.slice(0, digits.length - decimalPlaces);
  const text = decimalPlaces === 0 ? digits : decimals === '' ? integer : `${integer}.${decimals}`;
  return negative && text !== '0' ? `-${text}` : text;
}

/** Changes and shares are printed to this many decimals, as reports do. */
const CHANGE_PRECISION = 2;

/** 同比: how a figure moved against the same days of the year before. */
export interface Change {
  /** Percent, or percentage points; null where there is nothing to compare with. */
  readonly value: number | null;
  readonly printed: string;
  /** A rate moves by percentage points (百分点), anything else by percent: the two are never mixed. */
  readonly unit: '%' | '个百分点';
}

/** Null for a figure that is itself a change. A rate without a base in either year, or a count that was 0, prints —. */
export function changeOf(value: Value, now: Counted, before: Counted): Change | null {
  if (value === 'growth') return null;
  const unit = value === 'rate' || value === 'by-amount' ? '个百分点' : '%';
  const [to, from] = [now, before].map((c) => fraction(value, '%', c));
  if (!to || !from) return { value: null, printed: '—', unit };
  // Both are in percent already where they are rates.
  const over = to.over * from.under - from.over * to.under;
  const moved =
    unit === '%' ? { over: over * 100n, under: to.under * from.over } : { over, under: to.under * from.under };
  if (moved.under === 0n) return { value: null, printed: '—', unit };
  return { value: Number(moved.over) / Number(moved.under), printed: digitsOf(moved, CHANGE_PRECISION, null), unit };
}

/** 占比 in %, half-up; null where the whole is nothing. */
export const shareOf = (part: number, whole: number): string | null =>
  whole === 0 ? null : digitsOf({ over: BigInt(part) * 100n, under: BigInt(whole) }, CHANGE_PRECISION, null);
