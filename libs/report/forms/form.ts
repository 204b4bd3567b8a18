/**
 * A report form as data: rows and columns, each cell bound to a figure (or to other cells of its row), and the equations
 * that must hold inside the form, between forms, and between periods. All forms are of this system's own making; the
 * upper level's are not public, so none bears an official number.
 */
import { catalogue, type Unit } from '@anjuan/statistics';

export interface FigureBinding {
  readonly metric: string;
  /** Fixed: a form must mean the same in every jurisdiction. */
  readonly variant: string;
  /** One part of the figure: those cases whose coded fact `by` is `slice`; null: those of which it is not recorded. */
  readonly by?: string;
  readonly slice?: string | null;
}
/** Columns of the same row added up; a leading minus takes one away. */
export interface SumBinding {
  readonly sum: readonly string[];
}
export type Binding = FigureBinding | SumBinding;
export const isSum = (b: Binding): b is SumBinding => 'sum' in b;

export interface FormColumn {
  readonly id: string;
  readonly label: string;
  /** Columns that stand together under one head. */
  readonly group?: string;
  readonly unit: Unit;
  readonly metric?: string;
  readonly variant?: string;
  readonly sum?: readonly string[];
}
export interface FormRow {
  readonly id: string;
  readonly label: string;
  /** 1 for what is part of the row above. */
  readonly depth?: 0 | 1;
  readonly metric?: string;
  readonly variant?: string;
  readonly by?: string;
  readonly slice?: string | null;
  /** Columns that this row leaves blank. */
  readonly without?: readonly string[];
}

/** One cell in an equation: of this form unless another is named, of this period unless an earlier one is. */
export interface Term {
  /** `row.column`. */
  readonly cell: string;
  readonly form?: string;
  /**
   * year-before: the same form of the whole year before · earlier: the newest earlier one of the same year, both cumulative
   * from 1 January · adjacent: the one that ends on the day before this one begins, whatever days it covers.
   */
  readonly period?: 'year-before' | 'earlier' | 'adjacent';
}
export interface Equation {
  readonly id: string;
  /** In Chinese, as it is shown to people. */
  readonly says: string;
  readonly left: readonly Term[];
  readonly relation: '=' | '≤';
  readonly right: readonly Term[];
}

export interface Form {
  readonly id: string;
  /** Rises with every change of rows, columns, bindings or equations. */
  readonly version: number;
  readonly title: string;
  /** Kinds whose cases are counted: who reads the form must be able to read all of them. */
  readonly kinds: readonly string[];
  readonly rows: readonly FormRow[];
  readonly columns: readonly FormColumn[];
  readonly equations: readonly Equation[];
  /** By `row.column`; a cell that is not here is blank. */
  readonly cells: ReadonlyMap<string, Binding>;
}

const metricsById = new Map(catalogue.map((m) => [m.id, m]));

/** Draws up a form. Throws where a name does not exist: a form is wrong at the start or never. */
export function defineForm(form: Omit<Form, 'cells' | 'kinds' | 'version'> & { readonly version?: number }): Form {
  const cells = new Map<string, Binding>();
  for (const row of form.rows)
    for (const column of form.columns) {
      if (row.without?.includes(column.id)) continue;
      cells.set(`${row.id}.${column.id}`, bindingOf(form.id, row, column));
    }
  for (const { id, left, right } of form.equations)
    for (const term of [...left, ...right])
      if (term.form === undefined && !cells.has(term.cell)) throw new Error(`${form.id}的${id}没有格 ${term.cell}`);
  const kinds = [...cells.values()].flatMap((b) => (isSum(b) ? [] : (metricsById.get(b.metric)?.kind ?? [])));
  return { ...form, version: form.version ?? 1, cells, kinds: [...new Set(kinds)] };
}

function bindingOf(form: string, row: FormRow, column: FormColumn): Binding {
  if (column.sum !== undefined) return { sum: column.sum };
  const id = row.metric ?? column.metric;
  const metric = id === undefined ? undefined : metricsById.get(id);
  const name = row.variant ?? column.variant ?? 'default';
  const variant = metric && Object.hasOwn(metric.variants, name) ? metric.variants[name] : undefined;
  if (id === undefined || variant === undefined)
    throw new Error(`${form}的 ${row.id}.${column.id} 没有指标 ${id}/${name}`);
  if (row.by === undefined) return { metric: id, variant: name };
  if (variant.numerator.sheet.columns[row.by]?.type !== 'code') throw new Error(`${form}：${id} 不能按 ${row.by} 分项`);
  return { metric: id, variant: name, by: row.by, slice: row.slice ?? null };
}

/** Rows for every code by which a figure splits, and one for the cases without it. */
export function rowsBy(metric: string, by: string): readonly FormRow[] {
  const column = metricsById.get(metric)?.variants.default.numerator.sheet.columns[by];
  if (column?.type !== 'code') throw new Error(`${metric} 没有代码列 ${by}`);
  return [
    ...Object.entries(column.list).map(([code, label]): FormRow => ({ id: code, label, depth: 1, by, slice: code })),
    { id: 'unrecorded', label: '未注明', depth: 1, by, slice: null },
  ];
}

const own = (cell: string): Term => ({ cell });

/** 合计＝各行之和, for each of the columns. */
export const totals = (total: string, parts: readonly FormRow[], columns: readonly FormColumn[]): readonly Equation[] =>
  columns.map(({ id, label }) => ({
    id: `total-${id}`,
    says: `${label}：合计＝各项之和`,
    left: [own(`${total}.${id}`)],
    relation: '=',
    right: parts.filter((r) => !r.without?.includes(id)).map((r) => own(`${r.id}.${id}`)),
  }));

/** One column is never more than another, in each of the rows. */
export const atMost = (less: FormColumn, more: FormColumn, rows: readonly FormRow[]): readonly Equation[] =>
  rows.map((r) => ({
    id: `${r.id}-${less.id}-${more.id}`,
    says: `${r.label}：${less.label}≤${more.label}`,
    left: [own(`${r.id}.${less.id}`)],
    relation: '≤',
    right: [own(`${r.id}.${more.id}`)],
  }));

/**
 * 结转: the stock a period begins with is the one that the period before it ended with, year by year and between any two
 * periods that follow on each other. `says` names the stock.
 */
export const carriedOver = (carried: string, pending: string, says: string): readonly Equation[] =>
  (['year-before', 'adjacent'] as const).map((period) => ({
    id: `${carried.split('.')[0]}-${period}`,
    says: `${says}：上期结转＝${period === 'adjacent' ? '前一期间期末数' : '上年年末数'}`,
    left: [own(carried)],
    relation: '=',
    right: [{ cell: pending, period }],
  }));

/** A cell of this form equals a cell of another. */
export const sameAs = (cell: string, form: string, there: string, says: string): Equation => ({
  id: `${cell.replace('.', '-')}-${form}`,
  says,
  left: [own(cell)],
  relation: '=',
  right: [{ cell: there, form }],
});

/** 合计·受理. */
export function cellName(form: Form, cell: string): string {
  const [row, column] = cell.split('.');
  const labels = [form.rows.find((r) => r.id === row)?.label, form.columns.find((c) => c.id === column)?.label];
  return labels.join('·');
}
