/** Numbers as a report words them. Whole-number arithmetic on decimal digits: half must round up, not nearly up. */
import type { Quoted } from './quoted';

/** 余, 多: cut off, and somewhat more; 近: not quite; 约: rounded; 以上: at least. */
export const approximations = ['余', '多', '近', '约', '以上'] as const;
export type Approximation = (typeof approximations)[number];
export const scales = { 万: 10_000n, 亿: 100_000_000n } as const;
export type Scale = keyof typeof scales;

/** A decimal number as digits and the power of ten below them: 3.92 is 392 and 2. */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** Null for what is no decimal number, such as —. */
export function decimalOf(printed: string): Decimal | null {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(printed);
  if (found === null) return null;
  const [, sign = '', whole = '', rest = ''] = found;
  return { digits: BigInt(`${sign}${whole}${rest}`), places: rest.length };
}

/** Digits without trailing zeros behind the point. */
export function printedDecimal({ digits, places }: Decimal): string {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  const rest = text.slice(text.length - places).replace(/0+$/, '');
  const sign = negative && /[1-9]/.test(text) ? '-' : '';
  return `${sign}${whole}${places === 0 || rest === '' ? '' : `.${rest}`}`;
}

const power = (n: number): bigint => 10n ** BigInt(n);
const abs = (n: bigint): bigint => (n < 0n ? -n : n);

/** `over / under` to so many places; `under` above zero. Half away from zero. */
export function divided(
  over: bigint,
  under: bigint,
  places: number,
  how: 'half-up' | 'down' | 'up' = 'half-up',
): Decimal {
  const size = abs(over) * power(places);
  const whole =
    how === 'down' ? size / under : how === 'up' ? (size + under - 1n) / under : (2n * size + under) / (2n * under);
  return { digits: over < 0n ? -whole : whole, places };
}

const aligned = (a: Decimal, b: Decimal): readonly [bigint, bigint, number] => {
  const places = Math.max(a.places, b.places);
  return [a.digits * power(places - a.places), b.digits * power(places - b.places), places];
};

/** The difference of two printed numbers: what a reader who subtracts them finds. Null where one of them is no number. */
export function differenceOf(now: Quoted, before: Quoted): { sign: -1 | 0 | 1; printed: string } | null {
  const a = decimalOf(now.printed);
  const b = decimalOf(before.printed);
  if (a === null || b === null) return null;
  const [x, y, places] = aligned(a, b);
  return { sign: signOf(x - y), printed: printedDecimal({ digits: abs(x - y), places }) };
}

/** Printed numbers added up; what is no number is left out. */
export function printedSum(figures: readonly Quoted[]): string {
  const sum = figures.reduce<Decimal>(
    (all, { printed }) => {
      const [x, y, places] = aligned(all, decimalOf(printed) ?? { digits: 0n, places: 0 });
      return { digits: x + y, places };
    },
    { digits: 0n, places: 0 },
  );
  return printedDecimal(sum);
}

/** Change in percent of two printed numbers; null where there is no base to divide by. */
export function growthOf(now: Quoted, before: Quoted, places: number): { sign: -1 | 0 | 1; printed: string } | null {
  const a = decimalOf(now.printed);
  const b = decimalOf(before.printed);
  if (a === null || b === null || b.digits <= 0n) return null;
  const [x, y] = aligned(a, b);
  return { sign: signOf(x - y), printed: printedDecimal(divided(abs(x - y) * 100n, y, places)) };
}

const signOf = (n: bigint): -1 | 0 | 1 => (n < 0n ? -1 : n > 0n ? 1 : 0);

export interface Wording {
  readonly about?: Approximation;
  /** With `about`: down, up or half-up to a multiple of this many. */
  readonly to?: number;
  readonly scale?: Scale;
  /** At most so many decimals: of the number in its `scale`, or of the number itself, half-up from the exact value. */
  readonly places?: number;
  /** Printed instead of the figure's own unit. */
  readonly unit?: string;
}

/** The number with its unit: 98.5%, 9000余次, 812.69万余元, 95%以上, 近2.7万件; — where there is none. */
export function worded(figure: Quoted, wording: Wording = {}): string {
  const unit = wording.unit ?? figure.unit;
  const own = decimalOf(figure.printed);
  if (own === null) return '—';
  const { about, scale } = wording;
  if (about === undefined && scale === undefined) {
    const number = wording.places === undefined ? figure.printed : toPlaces(figure, own, wording.places);
    return joined(number, unit, figure.approximate);
  }
  const how = about === '近' ? 'up' : about === '约' || about === undefined ? 'half-up' : 'down';
  const by = scale === undefined ? BigInt(wording.to ?? 1) : scales[scale];
  const places = scale === undefined ? 0 : (wording.places ?? 1);
  const shown = divided(own.digits, power(own.places) * by, places, how);
  const full = scale === undefined ? { digits: shown.digits * by, places: 0 } : shown;
  // An exact number is not "somewhat more" than itself.
  const [x, y] = aligned(own, { digits: shown.digits * by, places: shown.places });
  return joined(printedDecimal(full), `${scale ?? ''}${unit}`, x === y ? null : (about ?? null));
}

/** Fen behind the unit of a sum of money. */
const fenPlaces: Readonly<Record<string, number | undefined>> = { 元: 2, 万元: 6 };

/** From the exact value and not from what is printed: rounding twice would carry a half up that is none. */
function toPlaces(figure: Quoted, printed: Decimal, places: number): string {
  const { value, unit, source, approximate } = figure;
  const fen = fenPlaces[unit];
  const exact =
    value === null || source.kind === 'declared'
      ? printed
      : fen !== undefined
        ? { digits: BigInt(value), places: fen }
        : // A quotient in binary may lie a hair below the half it stands for.
          (decimalOf(value.toFixed(9)) ?? printed);
  const how = approximate === null ? 'half-up' : 'down';
  return printedDecimal(divided(exact.digits, power(exact.places), places, how));
}

function joined(number: string, unit: string, about: string | null): string {
  if (about === null) return `${number}${unit}`;
  if (about === '近' || about === '约') return `${about}${number}${unit}`;
  if (about === '以上') return `${number}${unit}以上`;
  const [, scale = '', rest = ''] = /^([万亿]?)(.*)$/.exec(unit) ?? [];
  return `${number}${scale}${about}${rest}`;
}

/** A rate of printed parts, as 占比 in a list: half-up at one or two places. */
export const shareOf = (part: number, whole: number, places: number): string =>
  whole === 0 ? '—' : `${printedDecimal(divided(BigInt(part) * 100n, BigInt(whole), places))}%`;

const digits = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'] as const;
/** Small numbers in words, as in 近五年. */
export const inWords = (n: number): string => digits[n] ?? String(n);
