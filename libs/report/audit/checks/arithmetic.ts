/** The sums of the checks, in whole numbers: 0.5 must round up, not nearly up. */
import type { Figure } from '../figure';

/** Where a figure's true value can lie; low equals high for an exact one. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The weight of the last digit that is not a noughts': 9000 has 1000, 183200 has 100. */
function step({ value, grain }: Figure): number {
  let weight = Math.max(grain, 1);
  while (value > 0 && value % (weight * 10) === 0) weight *= 10;
  return weight;
}

export const isExact = ({ approx, grain }: Figure): boolean => approx === null && grain <= 1;

/** 1.2万 is any number that rounds to it; 余 lies below the next round number, 近 above the last one. */
export function rangeOf(figure: Figure): Range {
  const { value, approx, grain } = figure;
  if (approx === '余') return { low: value, high: value + step(figure) };
  if (approx === '近') return { low: value - step(figure), high: value };
  if (approx === '约') return { low: value - step(figure), high: value + step(figure) };
  if (approx === '以上') return { low: value, high: Number.POSITIVE_INFINITY };
  if (approx === '以下') return { low: 0, high: value };
  return grain > 1 ? { low: value - grain / 2, high: value + grain / 2 } : { low: value, high: value };
}

/** Amounts have up to four decimals. */
const whole = (n: number): bigint => BigInt(Math.round(n * 10_000));
/** 100 for percent, 1 for 倍 and plain ratios. */
const scaleOf = ({ kind }: Figure): number => (kind === 'multiple' ? 1 : 100);
const half = ({ decimals }: Figure): number => 0.5 * 10 ** -decimals;

/** How a quotient comes to be printed as it is: rounded half up, or merely cut off. */
export type Fit = 'rounded' | 'truncated';

/** Whether `part` of `base`, both possibly inexact, prints as the rate does; null when it does not. */
export function prints(part: Range, base: Range, rate: Figure): Fit | null {
  if (base.high <= 0) return null;
  const low = (part.low * scaleOf(rate)) / base.high;
  const high = base.low <= 0 ? Number.POSITIVE_INFINITY : (part.high * scaleOf(rate)) / base.low;
  const unit = 2 * half(rate);
  if (rate.approx === '以上') return high >= rate.value ? 'rounded' : null;
  if (rate.approx === '以下') return low <= rate.value ? 'rounded' : null;
  if (rate.approx !== null) {
    const wide = Math.max(unit, rate.value * 0.02);
    const [from, to] =
      rate.approx === '近' ? [-wide, half(rate)] : rate.approx === '余' ? [-half(rate), wide] : [-wide, wide];
    return high >= rate.value + from && low <= rate.value + to ? 'rounded' : null;
  }
  if (part.low !== part.high || base.low !== base.high)
    return high >= rate.value - half(rate) && low <= rate.value + half(rate) ? 'rounded' : null;
  const over = whole(part.low) * BigInt(scaleOf(rate)) * 10n ** BigInt(rate.decimals);
  const under = whole(base.low);
  const printed = BigInt(Math.round(rate.value * 10 ** rate.decimals));
  if ((2n * over + under) / (2n * under) === printed) return 'rounded';
  return over / under === printed ? 'truncated' : null;
}

const exactly = (n: number): Range => ({ low: n, high: n });

/** Whole parts of `base` that print as the rate does, the least and the greatest; null when there is none. */
export function partsReaching(base: number, rate: Figure): Range | null {
  const from = Math.floor((base * (rate.value - half(rate))) / scaleOf(rate)) - 1;
  const to = Math.ceil((base * (rate.value + half(rate))) / scaleOf(rate)) + 1;
  return between(Math.max(0, from), Math.min(to, from + 1_000_000), (n) => prints(exactly(n), exactly(base), rate));
}

/** Whole bases over which `part` prints as the rate does; null when there is none. */
export function basesReaching(part: Range, rate: Figure): Range | null {
  if (rate.value <= half(rate)) return null;
  const from = Math.floor((part.low * scaleOf(rate)) / (rate.value + half(rate))) - 1;
  const to = Math.ceil((part.high * scaleOf(rate)) / (rate.value - half(rate))) + 1;
  return between(Math.max(1, from), to, (base) => prints(part, exactly(base), rate));
}

/** First and last whole number in the interval that fits when rounded: what fits is one run. */
function between(from: number, to: number, fits: (n: number) => Fit | null): Range | null {
  let low = from;
  while (low <= to && low < from + 100_000 && fits(low) !== 'rounded') low++;
  let high = to;
  while (high >= low && high > to - 100_000 && fits(high) !== 'rounded') high--;
  return fits(low) === 'rounded' && fits(high) === 'rounded' ? { low, high } : null;
}

/** The quotient in the rate's own scale and decimals, rounded half up: 21.48. */
export function printedAs(part: number, base: number, rate: Figure, decimals = rate.decimals): string {
  const over = whole(part) * BigInt(scaleOf(rate)) * 10n ** BigInt(decimals);
  const under = whole(base);
  const size = over < 0n ? -over : over;
  const digits = ((2n * size + under) / (2n * under)).toString().padStart(decimals + 1, '0');
  const text =
    decimals === 0 ? digits : `${digits.slice(0, digits.length - decimals)}.${digits.slice(digits.length - decimals)}`;
  return over < 0n ? `-${text}` : text;
}

/** `19 + 2 = 21`. */
export const sumShown = (numbers: readonly number[]): string =>
  `${numbers.map(plain).join(' + ')} = ${plain(sumOf(numbers))}`;
export const sumOf = (numbers: readonly number[]): number => Math.round(numbers.reduce((a, b) => a + b, 0) * 1e4) / 1e4;
/** A number without the noise of binary fractions. */
export const plain = (n: number): string => String(Math.round(n * 1e6) / 1e6);
/** 15890–15899, or one number. */
export const rangeShown = ({ low, high }: Range): string =>
  low === high ? plain(low) : `${plain(low)}–${plain(high)}`;
