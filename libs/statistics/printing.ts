/** From whole numbers to the printed figure. Whole-number arithmetic throughout: 0.5 must round up, not nearly up. */
import type { Unit, Value } from './metric';
import type { Approximation } from './settings';

/** What was counted: numbers of cases, or sums of fen or persons. Null: an empty base. */
export interface Counted {
  readonly numerator: number;
  readonly denominator: number | null;
}

/** Fen in a unit of money; any other unit is counted as it stands. */
const fenPer: Readonly<Partial<Record<Unit, number>>> = { 万元: 1_000_000, 元: 100 };

/** The exact fraction that is printed, scaled to its unit; null where there is no base to divide by. */
function fraction(
  value: Value,
  unit: Unit,
  { numerator, denominator }: Counted,
): { over: bigint; under: bigint } | null {
  if (value === 'count') return { over: BigInt(numerator), under: 1n };
  const under = BigInt(fenPer[unit] ?? 1);
  if (value === 'sum') return { over: BigInt(numerator), under };
  // Of no case there is neither a least nor a greatest value.
  if (value === 'least' || value === 'greatest') return numerator === 0 ? null : { over: BigInt(numerator), under };
  if (denominator === null || denominator === 0) return null;
  const base = BigInt(denominator);
  if (value === 'ratio') return { over: BigInt(numerator), under: base };
  return { over: BigInt(value === 'growth' ? numerator - denominator : numerator) * 100n, under: base };
}

/** The unrounded value: a count, an amount in fen, persons, percent, or times. Null when the base is empty. */
export function unrounded(value: Value, counted: Counted): number | null {
  if (value === 'count' || value === 'sum') return counted.numerator;
  if (value === 'least' || value === 'greatest') return counted.numerator === 0 ? null : counted.numerator;
  const found = fraction(value, '%', counted);
  return found && Number(found.over) / Number(found.under);
}

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
  if (found === null) return '—';
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
