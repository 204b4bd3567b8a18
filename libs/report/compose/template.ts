/**
 * A report's template: paragraphs in the order they are printed, whose slots are figures. The text names its slots in
 * braces, {新收}; words of time stand in braces too, {年}, {上年}, {年-4}, {截止}. What stands in square brackets is left out
 * where one of its figures is zero or has nothing to divide by.
 */
import { FieldErrors } from '@anjuan/casework';
import { catalogue, dimensionsOf } from '@anjuan/statistics';
import { type Approximation, approximations, type Scale, scales } from './numbers';

/**
 * number: with its unit · before: the same days of the year before · change: 增加/减少 against it · growth: 同比增长/下降 in
 * percent · points: 提高/下降 in percentage points, for rates alone · turn: 升至/降至 against `yearsBack` years ago ·
 * lowest, highest: the slot's `print` where none of the last `years` years was so low, so high.
 */
export const shows = {
  number: '数',
  before: '上年数',
  change: '增减',
  growth: '同比',
  points: '百分点',
  turn: '升降',
  lowest: '历年最低',
  highest: '历年最高',
} as const;
export type Show = keyof typeof shows;

export interface FigureSlot {
  readonly metric: string;
  readonly variant?: string;
  readonly yearsBack?: number;
  /** MM-DD: this figure's own last day. */
  readonly cutoff?: string;
  readonly show?: Show;
  readonly years?: number;
  readonly about?: Approximation;
  readonly to?: number;
  readonly scale?: Scale;
  readonly places?: number;
  readonly unit?: string;
  /** Words round the number, which stands at {}. */
  readonly print?: string;
  /** Words instead of the number where it is zero: 未发生败诉案件. */
  readonly zero?: string;
  /** Words instead of the number where it equals that of another slot: 均收到. */
  readonly all?: { readonly slot: string; readonly words: string };
}

/**
 * shares: 甲3件，占比30%；乙… · counts: 甲3件、乙2件 · each: those of one number together, 甲、乙各3件 · respective:
 * 甲、乙分别为3件和2件 · table: a row of heads and a row of numbers.
 */
export const listings = {
  shares: '逐项占比',
  counts: '逐项列举',
  each: '同数合并',
  respective: '分别列举',
  table: '表格',
} as const;
export type Listing = keyof typeof listings;

export interface ListSlot {
  readonly metric: string;
  readonly variant?: string;
  readonly cutoff?: string;
  readonly list: Listing;
  /** The dimension of the split, as `breakdown` names it; `year` for the same figure of the last `years` years. */
  readonly by: string;
  readonly years?: number;
  /** Only so many parts, the largest; the rest together as 其他. */
  readonly most?: number;
  readonly places?: number;
}
export type Slot = FigureSlot | ListSlot;
export const isList = (slot: Slot): slot is ListSlot => 'list' in slot;

export interface Paragraph {
  /** T1 to T21, or null for words of the office's own. */
  readonly pattern: string | null;
  /** A heading has no slots but words of time. */
  readonly heading?: boolean;
  readonly text: string;
  readonly slots: Readonly<Record<string, Slot>>;
}
export interface Template {
  readonly name: string;
  readonly title: string;
  /** MM-DD where the report closes before the year does. */
  readonly cutoff?: string;
  readonly paragraphs: readonly Paragraph[];
}

/** {年}, {上年}, {年-4}, {截止}. */
export const timeWord = /^(年|上年|年-[1-9]|截止)$/;

export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'slot'; readonly name: string }
  | { readonly kind: 'optional'; readonly pieces: readonly Piece[] };

/** The text in pieces; null where braces or brackets do not close, or an optional part holds another. */
export function piecesOf(text: string): readonly Piece[] | null {
  const pieces: Piece[] = [];
  for (const [part] of text.matchAll(/\[[^[\]]*\]|\{[^{}[\]]*\}|[^{}[\]]+|[{}[\]]/g)) {
    if (part.startsWith('[') && part.length > 1) {
      const inner = piecesOf(part.slice(1, -1));
      if (inner === null) return null;
      pieces.push({ kind: 'optional', pieces: inner });
    } else if (part.startsWith('{') && part.length > 2) pieces.push({ kind: 'slot', name: part.slice(1, -1).trim() });
    else if (/^[{}[\]]/.test(part)) return null;
    else pieces.push({ kind: 'words', text: part });
  }
  return pieces;
}

const namesIn = (pieces: readonly Piece[]): readonly string[] =>
  pieces.flatMap((p) => (p.kind === 'slot' ? [p.name] : p.kind === 'optional' ? namesIn(p.pieces) : []));

const monthDay = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const metricsById = new Map(catalogue.map((m) => [m.id, m]));

/** Throws FieldErrors naming every mistake; `declared` are the codes of the office's own indicators. */
export function checkTemplate(template: Template, declared: ReadonlySet<string>): void {
  const errors: { field: string; value: unknown; rule: string }[] = [];
  const say = (field: string, value: unknown, rule: string) => errors.push({ field, value, rule });
  if (template.cutoff !== undefined && !monthDay.test(template.cutoff))
    say('cutoff', template.cutoff, '截止日应为月日，格式 MM-DD');
  if (template.paragraphs.length === 0) say('paragraphs', [], '至少要有一段');
  for (const [i, paragraph] of template.paragraphs.entries()) {
    const at = `paragraphs[${i}]`;
    const pieces = piecesOf(paragraph.text);
    if (pieces === null) say(`${at}.text`, paragraph.text, '花括号、方括号应成对，方括号不能套方括号');
    for (const name of namesIn(pieces ?? []))
      if (!timeWord.test(name) && !Object.hasOwn(paragraph.slots, name))
        say(`${at}.text`, name, `没有名为“${name}”的数据项`);
    for (const [name, slot] of Object.entries(paragraph.slots)) {
      const rule = slotRule(slot, paragraph, declared);
      if (rule !== null) say(`${at}.slots.${name}`, slot.metric, rule);
    }
  }
  if (errors.length > 0) throw new FieldErrors(errors);
}

/** What is wrong with a slot, or null. */
function slotRule(slot: Slot, { slots }: Paragraph, declared: ReadonlySet<string>): string | null {
  const metric = metricsById.get(slot.metric);
  if (metric === undefined && !declared.has(slot.metric)) return '没有这项指标，也没有这样的申报指标';
  if (slot.variant !== undefined && !(metric && Object.hasOwn(metric.variants, slot.variant)))
    return `没有口径“${slot.variant}”`;
  if (slot.cutoff !== undefined && !monthDay.test(slot.cutoff)) return '截止日应为月日，格式 MM-DD';
  if (isList(slot)) {
    if (!Object.hasOwn(listings, slot.list)) return '没有这种列举方式';
    if (slot.by === 'year') return null;
    const variant = metric?.variants[slot.variant ?? 'default'];
    const dimensions = variant === undefined ? [] : dimensionsOf(variant);
    return dimensions.some(({ id }) => id === slot.by) ? null : `这项指标不能按“${slot.by}”分项`;
  }
  const { show = 'number', about, scale, all } = slot;
  if (!Object.hasOwn(shows, show)) return '没有这种写法';
  if (about !== undefined && !approximations.includes(about)) return `没有约数词“${about}”`;
  if (scale !== undefined && !Object.hasOwn(scales, scale)) return `没有数位“${scale}”`;
  const rate = metric?.variants[slot.variant ?? 'default']?.unit === '%';
  if (show === 'growth' && rate) return '百分率的变化应以百分点表示，不能写同比增长百分之几';
  if (show === 'points' && metric !== undefined && !rate) return '只有百分率的变化以百分点表示';
  if (all !== undefined && !Object.hasOwn(slots, all.slot)) return `没有名为“${all.slot}”的数据项`;
  return null;
}
