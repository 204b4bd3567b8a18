/** From whole numbers to the printed figure. Whole-number arithmetic throughout: 0.5 must round up, not nearly up. */
import type { Unit, Value } from './metric';
import type { Approximation } from './settings';

/** What was counted: numbers of cases, or sums of fen or persons. Null: an empty base. */
export interface Counted {
  readonly numerator: number;
  readonly denominator: number | null;
}

/** Fen in 万元. */
const FEN_PER_WAN = 1_000_000;

/** The exact fraction that is printed, scaled to its unit; null where there is no base to divide by. */
function fraction(
  value: Value,
  unit: Unit,
  { numerator, denominator }: Counted,
): { over: bigint; under: bigint } | null {
  if (value === 'count') return { over: BigInt(numerator), under: 1n };
  if (value === 'sum') return { over: BigInt(numerator), under: BigInt(unit === '万元' ? FEN_PER_WAN : 1) };
  if (denominator === null || denominator === 0) return null;
  const under = BigInt(denominator);
  if (value === 'ratio') return { over: BigInt(numerator), under };
  return { over: BigInt(value === 'growth' ? numerator - denominator : numerator) * 100n, under };
}

/** The unrounded value: a count, a sum in fen or persons, percent, or times. Null when the base is empty. */
export function unrounded(value: Value, counted: Counted): number | null {
  if (value === 'count' || value === 'sum') return counted.numerator;
  const found = fraction(value, '%', counted);
  return found && Number(found.over) / Number(found.under);
}

/**
 * The figure as the report prints it, without its unit: at most `precision` decimals, no trailing zeros. Half-up by
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
  const size = (negative ? -found.over : found.over) * 10n ** BigInt(precision);
  const whole = approximation === null ? (2n * size + found.under) / (2n * found.under) : size / found.under;
  const digits = whole.toString().padStart(precision + 1, '0');
  const decimals = digits.slice(digits.length - precision).replace(/0+$/, '');
  const integer = digits.slice(0, digits.length - precision);
  const text = precision === 0 ? digits : decimals === '' ? integer : `${integer}.${decimals}`;
  return negative && text !== '0' ? `-${text}` : text;
}
