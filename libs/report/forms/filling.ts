/** Fills a form's cells from the records, and names the cases of a cell. */

import type { Breakdowns, CaseList, Figures } from '@anjuan/statistics';
import { divided, printedDecimal } from '../compose/numbers';
import type { Reader } from '../compose/reading';
import type { Cells, FilledCell, FormPeriod } from './balance';
import { type FigureBinding, type Form, isSum } from './form';

/** Figures of one reader and period, each counted once. */
export class Counter {
  private whole: Promise<ReadonlyMap<string, number>> | null = null;
  private readonly split = new Map<string, Promise<ReadonlyMap<string | null, number>>>();

  constructor(
    private readonly sources: { readonly figures: Figures; readonly breakdowns: Breakdowns },
    private readonly reader: Reader,
    private readonly period: FormPeriod,
  ) {}

  /** Count, or fen, of a cell bound to a figure. */
  async valueOf({ metric, variant, by, slice }: FigureBinding): Promise<number> {
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
  page({ metric, variant, by, slice }: FigureBinding, cursor?: string): Promise<CaseList> {
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

  /** Every case of a cell. */
  async casesOf(binding: FigureBinding): Promise<readonly NamedId[]> {
    const found: NamedId[] = [];
    let cursor: string | undefined;
    do {
      const { items, next, counts } = await this.page(binding, cursor);
      const entry = counts === 'entries';
      found.push(...items.map((c) => ({ id: c.id, number: c.number ?? c.register_number, entry })));
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    return found;
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

/** A case (or a register's entry) with what people call it. */
export interface NamedId {
  readonly id: string;
  readonly number: string;
  readonly entry: boolean;
}

/** Every cell as the records yield it. */
export async function filled(form: Form, counter: Counter): Promise<Cells> {
  const cells: Record<string, FilledCell> = {};
  for (const [key, binding] of form.cells) {
    if (isSum(binding)) continue;
    cells[key] = counted(form, key, await counter.valueOf(binding));
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
