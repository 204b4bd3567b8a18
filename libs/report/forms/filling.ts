/** Fills a form's cells — from what is frozen for these days, else from the records — and names the cases of a cell. */

import type { Breakdowns, CaseList, Figures, FrozenFigure, FrozenFigures, FrozenSplit } from '@anjuan/statistics';
import { divided, printedDecimal } from '../compose/numbers';
import type { Reader } from '../compose/reading';
import type { Cells, FilledCell } from './balance';
import { type FigureBinding, type Form, isSum } from './form';
import type { FormPeriod } from './period';

/** What a cell's number is counted from. */
interface CountedCell {
  /** Count, or fen. */
  readonly value: number;
  /** Id of the frozen figure it stands in; null: counted from the records as they are. */
  readonly frozen: string | null;
}

/** Figures of one reader and period, each read once. A frozen one goes before the records, which may have moved since. */
export class Counter {
  private whole: Promise<ReadonlyMap<string, number>> | null = null;
  private readonly split = new Map<string, Promise<ReadonlyMap<string | null, number>>>();
  private kept: Promise<Kept> | null = null;

  constructor(
    private readonly sources: {
      readonly figures: Figures;
      readonly breakdowns: Breakdowns;
      readonly frozen: FrozenFigures;
    },
    private readonly reader: Reader,
    private readonly period: FormPeriod,
  ) {}

  async counted(binding: FigureBinding): Promise<CountedCell> {
    const frozen = await this.frozenCell(binding);
    return frozen ?? { value: await this.liveValue(binding), frozen: null };
  }

  /** A cell as it was frozen; null where its figure is not, whole or by the cell's dimension. */
  async frozenCell({ metric, variant, by, slice }: FigureBinding): Promise<CountedCell | null> {
    this.kept ??= this.allKept();
    const { wholes, splits } = await this.kept;
    if (by === undefined) {
      const figure = wholes.get(`${metric}/${variant}`);
      return figure === undefined ? null : { value: figure.value ?? 0, frozen: figure.id };
    }
    const figure = splits.get(`${metric}/${variant}/${by}`);
    const part = figure?.parts.find(({ key }) => key === (slice ?? null));
    return figure === undefined ? null : { value: part?.numerator ?? 0, frozen: figure.id };
  }

  /** Every case of a cell: as it was frozen, or as the records stand. */
  async casesOf(binding: FigureBinding): Promise<readonly NamedId[]> {
    const { by, slice } = binding;
    const frozen = await this.frozenCell(binding);
    const found: NamedId[] = [];
    let cursor: string | undefined;
    do {
      if (frozen?.frozen) {
        const { jurisdictionId, reach } = this.reader;
        const key = by === undefined ? {} : { key: slice ?? null };
        const one = { jurisdictionId, reach, id: frozen.frozen, ...key, cursor, limit: 500 };
        const { items, next, figure } = await this.sources.frozen.casesOf(one);
        const entry = figure.counts === 'entry';
        found.push(
          ...items.map((c) => ({ id: c.id, number: c.number ?? (entry ? '登记' : c.register_number), entry })),
        );
        cursor = next ?? undefined;
      } else {
        const { items, next, counts } = await this.page(binding, cursor);
        const entry = counts === 'entries';
        found.push(...items.map((c) => ({ id: c.id, number: c.number ?? c.register_number, entry })));
        cursor = next ?? undefined;
      }
    } while (cursor !== undefined);
    return found;
  }

  private async liveValue({ metric, variant, by, slice }: FigureBinding): Promise<number> {
    if (by === undefined) {
      this.whole ??= this.allWhole();
      return (await this.whole).get(`${metric}/${variant}`) ?? 0;
    }
    const key = `${metric}/${variant}/${by}`;
    const parts = this.split.get(key) ?? this.partsOf(metric, variant, by);
    this.split.set(key, parts);
    return (await parts).get(slice ?? null) ?? 0;
  }

  /** A page of a cell's cases, in order of their ids. */
  private page({ metric, variant, by, slice }: FigureBinding, cursor?: string): Promise<CaseList> {
    const part = by === undefined ? {} : { by, ...(slice == null ? {} : { key: slice }) };
    return this.sources.figures.casesOf({
      ...this.reader,
      ...this.period,
      metric,
      variant,
      ...part,
      cursor,
      limit: 500,
    });
  }

  private async allKept(): Promise<Kept> {
    const asked = { ...this.reader, ...this.period };
    const wholes = await this.sources.frozen.frozen(asked);
    const splits = await this.sources.frozen.splits(asked);
    return {
      wholes: new Map(wholes.map((f) => [`${f.metric}/${f.variant}`, f])),
      splits: new Map(splits.map((f) => [`${f.metric}/${f.variant}/${f.split_by}`, f])),
    };
  }

  private async allWhole(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.sources.figures.figures({ ...this.reader, ...this.period, allVariants: true });
    return new Map(rows.map((r) => [`${r.metric}/${r.variant}`, r.value ?? 0]));
  }

  private async partsOf(metric: string, variant: string, by: string): Promise<ReadonlyMap<string | null, number>> {
    const wanted = { ...this.reader, ...this.period, metric, variant, by, most: 500 };
    const { rows, unknown } = await this.sources.breakdowns.breakdown(wanted);
    return new Map<string | null, number>([
      ...rows.map((r) => [r.key, r.numerator] as const),
      [null, unknown?.numerator ?? 0],
    ]);
  }
}

/** The frozen figures of the period, wholes by metric and variant, the others by their dimension, too. */
interface Kept {
  readonly wholes: ReadonlyMap<string, FrozenFigure>;
  readonly splits: ReadonlyMap<string, FrozenSplit>;
}

/** Every figure that a form's cells are bound to, whole or by a dimension, once. */
export function figuresOf(form: Form): readonly { metric: string; variant: string; by?: string }[] {
  const bound = [...form.cells.values()].flatMap((b) =>
    isSum(b) ? [] : [{ metric: b.metric, variant: b.variant, ...(b.by === undefined ? {} : { by: b.by }) }],
  );
  return [...new Map(bound.map((b) => [`${b.metric}/${b.variant}/${b.by ?? ''}`, b])).values()];
}

/**
 * Where a filled cell's number stands. live: in no frozen figure, it is counted from the records · frozen: in this figure ·
 * differs: the figure frozen since says another number, so that the form is to be filled again.
 */
export interface CellSource {
  readonly state: 'live' | 'frozen' | 'differs';
  /** Id of the frozen figure; null of a live cell, and of one that adds up others. */
  readonly frozen: string | null;
  /** What the frozen figure says, where it differs. */
  readonly printed: string | null;
}

/** The source of every cell of a filled form; a cell that adds up others is as its weakest part. */
export async function sourcesOf(
  form: Form,
  cells: Cells,
  counter: Counter,
): Promise<Readonly<Record<string, CellSource>>> {
  const sources: Record<string, CellSource> = {};
  for (const [key, binding] of form.cells) {
    if (isSum(binding)) continue;
    const found = await counter.frozenCell(binding);
    if (found === null) sources[key] = { state: 'live', frozen: null, printed: null };
    else if (found.value === cells[key]?.counted)
      sources[key] = { state: 'frozen', frozen: found.frozen, printed: null };
    else sources[key] = { state: 'differs', frozen: found.frozen, printed: printedCell(form, key, found.value) };
  }
  for (const [key, binding] of form.cells) {
    if (!isSum(binding)) continue;
    const [row = ''] = key.split('.');
    const of = binding.sum.map((part) => sources[`${row}.${part.replace('-', '')}`]?.state);
    const state = of.includes('differs') ? 'differs' : of.includes('live') ? 'live' : 'frozen';
    sources[key] = { state, frozen: null, printed: null };
  }
  return sources;
}

/** A case (or a register's entry) with what people call it. */
export interface NamedId {
  readonly id: string;
  readonly number: string;
  readonly entry: boolean;
}

/** Every cell as it is frozen, or as the records yield it. */
export async function filled(form: Form, counter: Counter): Promise<Cells> {
  const cells: Record<string, FilledCell> = {};
  for (const [key, binding] of form.cells) {
    if (isSum(binding)) continue;
    cells[key] = counted(form, key, (await counter.counted(binding)).value);
  }
  return withSums(form, cells);
}

const columnOf = (form: Form, key: string) => form.columns.find((c) => c.id === key.split('.')[1]);

/** Counts as they are; fen in 万元 at two decimals, half-up. */
export function printedCell(form: Form, key: string, value: number | null): string {
  if (value === null) return '';
  return columnOf(form, key)?.unit === '万元' ? printedDecimal(divided(BigInt(value), 1_000_000n, 2)) : String(value);
}

const counted = (form: Form, key: string, value: number): FilledCell => ({
  value,
  printed: printedCell(form, key, value),
  counted: value,
  reason: null,
});

/** The cells that add up others of their row, from these as they stand. */
export function withSums(form: Form, cells: Cells): Cells {
  const sums = [...form.cells].flatMap(([key, binding]): [string, FilledCell][] => {
    if (!isSum(binding)) return [];
    const [row = ''] = key.split('.');
    const total = (of: 'value' | 'counted'): number | null => {
      let sum = 0;
      for (const part of binding.sum) {
        const value = cells[`${row}.${part.replace('-', '')}`]?.[of] ?? null;
        if (value === null) return null;
        sum += part.startsWith('-') ? -value : value;
      }
      return sum;
    };
    const value = total('value');
    return [[key, { value, printed: printedCell(form, key, value), counted: total('counted'), reason: null }]];
  });
  return { ...cells, ...Object.fromEntries(sums) };
}

/** A cell's cases; of a cell that adds up others, those counted there and not taken away. Null: no such cell. */
export async function casesOfCell(form: Form, key: string, counter: Counter): Promise<readonly NamedId[] | null> {
  const binding = form.cells.get(key);
  if (binding === undefined) return null;
  if (!isSum(binding)) return counter.casesOf(binding);
  const [row = ''] = key.split('.');
  const found: NamedId[] = [];
  const away = new Set<string>();
  for (const part of binding.sum) {
    const of = (await casesOfCell(form, `${row}.${part.replace('-', '')}`, counter)) ?? [];
    if (part.startsWith('-')) for (const { id } of of) away.add(id);
    else found.push(...of);
  }
  return found.filter(({ id }) => !away.has(id));
}
