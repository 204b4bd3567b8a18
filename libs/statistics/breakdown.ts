/** One figure, told apart: a row per organisation, month, matter, outcome …, and what belongs to none of them. */
import { FieldErrors, NotFound } from '@anjuan/casework';
import { Database, type Tx } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { parts, type Part as Side } from './case-lists';
import { catalogue } from './catalogue';
import { addend, conditionOf, factsWithin, Parameters, type View } from './compile';
import { type Dimension, dimensionsOf, monthsOf, partSql } from './dimension';
import { type Asked, viewsOf, within } from './figures';
import { listsOf, type Measure, type Metric, type Scope, type Unit, type Variant } from './metric';
import { type Change, type Counted, changeOf, printedOf, shareOf, unrounded } from './printing';
import { type FigureSettings, readFigureSettings } from './settings';
import { type Window, windowOf, yearBefore, yearOf } from './window';

export interface BreakdownRequest extends Asked {
  readonly metric: string;
  /** The jurisdiction's variant when absent. */
  readonly variant?: string;
  /** One of {@link dimensionsOf}. */
  readonly by: string;
  /** Rows beside the residual, 1–500; 100 when absent. Months are never cut off. */
  readonly most?: number;
  /** With the same days of the year before. */
  readonly compared?: boolean;
}

/** A part of a figure, or the whole. `numerator` and `denominator` are what is divided: cases, fen, persons or days. */
export interface BrokenPart extends Counted {
  readonly value: number | null;
  readonly printed: string;
  /** Of the whole, in %; null for rates and where the whole is nothing. */
  readonly share: string | null;
  /** Null unless it was asked for. */
  readonly before: { readonly value: number | null; readonly printed: string } | null;
  readonly change: Change | null;
}
export interface BreakdownRow extends BrokenPart {
  /** Code, word, organisation id or `YYYY-MM`. */
  readonly key: string;
  readonly label: string;
}
export interface Breakdown {
  readonly metric: string;
  readonly title: string;
  readonly variant: string;
  readonly reading: string;
  readonly unit: Unit;
  readonly scope: Scope;
  readonly by: Dimension;
  readonly dimensions: readonly Dimension[];
  /** Greatest first; months in their order, empty ones too. */
  readonly rows: readonly BreakdownRow[];
  /** 未注明: cases of which the dimension is not known. Rows, rest and this add up to the whole. */
  readonly unknown: BrokenPart | null;
  /** 其余: rows that were cut off, together. */
  readonly rest: BrokenPart | null;
  readonly whole: BrokenPart;
}

const UNKNOWN = '';

/** Breakdowns of any metric by any dimension that its cases have, grouped by the database. */
@Injectable()
export class Breakdowns {
  constructor(private readonly database: Database) {}

  /** Throws NotFound for a metric or variant that is none or out of reach, FieldErrors for a period or dimension. */
  async breakdown(request: BreakdownRequest): Promise<Breakdown> {
    const window = windowOf(request);
    const viewOf = viewsOf(request);
    const { by, most = 100, compared = false } = request;
    if (!Number.isInteger(most) || most < 1 || most > 500)
      throw new FieldErrors([{ field: 'most', value: most, rule: '应为1至500的整数' }]);
    const metric = catalogue.find(({ id }) => id === request.metric);
    if (metric === undefined) throw new NotFound('指标');
    return this.database.inJurisdiction(request.jurisdictionId, async (tx) => {
      const settings = await readFigureSettings(tx, request.jurisdictionId);
      const name = request.variant ?? settings.variantOf(metric);
      const variant = Object.hasOwn(metric.variants, name) ? metric.variants[name] : undefined;
      if (variant === undefined || !within(variant, viewOf)) throw new NotFound('指标');
      const dimensions = dimensionsOf(variant);
      const dimension = dimensions.find(({ id }) => id === by);
      if (dimension === undefined) {
        const rule = `${metric.title}可以按${dimensions.map(({ id, title }) => `${title}（${id}）`).join('、') || '（无）'}分解`;
        throw new FieldErrors([{ field: 'by', value: by, rule }]);
      }
      const now = await liveGroups(tx, variant, viewOf, window, by);
      const before = compared ? await liveGroups(tx, variant, viewOf, yearBefore(window), by) : null;
      return {
        metric: metric.id,
        title: metric.title,
        variant: name,
        reading: variant.title,
        unit: settings.unitOf(metric, variant),
        scope: variant.scope,
        by: dimension,
        dimensions,
        ...laidOut(now, before, { by, most, window, metric, variant, settings }),
      };
    });
  }
}

interface Group extends Counted {
  readonly label: string;
}
type Groups = ReadonlyMap<string, Group>;

/** What one list holds of a part; `name` only of organisations. */
export interface PartCount {
  readonly key: string;
  readonly name: string;
  readonly n: number;
}

/** The parts as the records yield them. */
export const liveGroups = (
  tx: Tx,
  variant: Variant,
  viewOf: (kind: string) => View,
  window: Window,
  by: string,
): Promise<Groups> =>
  groupsOf(variant, by, async (measure) => {
    const counts: PartCount[] = [];
    for (const list of listsOf(measure)) counts.push(...(await countBy(tx, list, viewOf(list.sheet.kind), window, by)));
    return counts;
  });

/** Numerator and denominator of every part, by its key; the empty key is the unknown. */
export async function groupsOf(
  variant: Variant,
  by: string,
  count: (measure: Measure, side: Side) => Promise<readonly PartCount[]>,
): Promise<Groups> {
  // A part of only one of the two still has the other: none.
  const none = { numerator: 0, denominator: variant.denominator === null ? null : 0, label: '' };
  const groups = new Map<string, Group>();
  for (const side of parts) {
    const measure = variant[side];
    for (const { key, name, n } of measure === null ? [] : await count(measure, side)) {
      // A month of the year before is compared with the same month of this one.
      const found = groups.get(key) ?? { ...none, label: labelOf(measure, by, key, name) };
      groups.set(key, { ...found, [side]: (found[side] ?? 0) + n });
    }
  }
  return groups;
}

async function countBy(tx: Tx, list: Measure, view: View, window: Window, by: string): Promise<readonly PartCount[]> {
  const parameters = new Parameters();
  const n = list.sum === null ? 'count(*)' : `coalesce(sum(${addend(list)}), 0)::bigint`;
  const part = partSql(list, by, window, parameters);
  return tx.query(
    `select coalesce(${part}, '${UNKNOWN}') as key, ${by === 'organisation' ? 'max(o.name)' : "''"} as name, ${n} as n
     ${factsWithin(list.sheet, view, parameters)} and ${conditionOf(list.where, window, parameters)} group by 1`,
    parameters.values,
  );
}

function labelOf(measure: Measure | null, by: string, key: string, name: string): string {
  if (by === 'organisation') return name;
  const column = measure?.sheet.columns[by];
  return column?.type === 'code' ? (column.list[key] ?? key) : key;
}

export interface Layout {
  readonly by: string;
  /** Rows beside the residual; the others are added up as the rest. */
  readonly most: number;
  readonly window: Window;
  readonly metric: Metric;
  readonly variant: Variant;
  readonly settings: FigureSettings;
}

/** The parts in their order with the unknown, what was cut off, and the whole. */
export function laidOut(now: Groups, before: Groups | null, layout: Layout) {
  const { by, most, window, variant } = layout;
  const none: Counted = { numerator: 0, denominator: variant.denominator === null ? null : 0 };
  const add = (all: readonly Counted[]): Counted =>
    all.reduce(
      (a, b) => ({
        numerator: a.numerator + b.numerator,
        denominator: a.denominator === null || b.denominator === null ? null : a.denominator + b.denominator,
      }),
      none,
    );
  const whole = add([...now.values()]);
  // This year's key of a part of last year's.
  const keyBefore = (key: string) => (by === 'month' ? `${Number(key.slice(0, 4)) - 1}${key.slice(4)}` : key);
  const earlier = (keys: readonly string[]): Counted | null =>
    before && add(keys.map((key) => before.get(keyBefore(key)) ?? none));
  const part = (counted: Counted, then: Counted | null) => partOf(counted, then, whole, layout);
  // What was there only in the year before is a row, too: its fall to nothing is the news.
  const keys =
    by === 'month'
      ? monthsOf(window)
      : [...new Set([...now.keys(), ...(before?.keys() ?? [])])].filter((key) => key !== UNKNOWN);
  const all = keys.map((key) => {
    const group = now.get(key);
    const label = by === 'month' ? spoken(key) : (group?.label ?? before?.get(key)?.label ?? key);
    return { key, label, counted: group ?? none };
  });
  if (by !== 'month') all.sort((a, b) => weight(b.counted) - weight(a.counted) || (a.label < b.label ? -1 : 1));
  const shown = by === 'month' ? all : all.slice(0, most);
  const cut = all.slice(shown.length);
  const unknown = now.get(UNKNOWN) ?? (before?.has(UNKNOWN) ? none : null);
  return {
    rows: shown.map(({ key, label, counted }) => ({ key, label, ...part(counted, earlier([key])) })),
    unknown: unknown && part(unknown, before && (before.get(UNKNOWN) ?? none)),
    rest: cut.length === 0 ? null : part(add(cut.map((c) => c.counted)), earlier(cut.map(({ key }) => key))),
    whole: part(whole, before && add([...before.values()])),
  };
}

/** Rates are ordered by their base: a hundred per cent of one case is no great matter. */
const weight = ({ numerator, denominator }: Counted): number => denominator ?? numerator;
const spoken = (month: string): string => month.replace(/^(\d+)-0?(\d+)$/, '$1年$2月');

function partOf(counted: Counted, before: Counted | null, whole: Counted, layout: Layout): BrokenPart {
  const { metric, variant, settings, window } = layout;
  const precision = settings.precisionOf(metric, yearOf(window));
  const printed = (c: Counted) => printedOf(variant.value, variant.unit, c, precision, null);
  return {
    numerator: counted.numerator,
    denominator: counted.denominator,
    value: unrounded(variant.value, counted),
    printed: printed(counted),
    share: variant.denominator === null ? shareOf(counted.numerator, whole.numerator) : null,
    before: before && { value: unrounded(variant.value, before), printed: printed(before) },
    change: before && changeOf(variant.value, counted, before),
  };
}
