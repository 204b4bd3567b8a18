/** What a jurisdiction has decided about its printed figures: `settings.figures` of its row. */
import type { Tx } from '@anjuan/platform';
import { catalogue } from './catalogue';
import type { Metric, Unit, Variant } from './metric';

/** 余: cut off, "and somewhat more"; 以上: cut off, "at least". */
export type Approximation = '余' | '以上';

export interface FigureSettings {
  readonly jurisdiction: { readonly id: number; readonly slug: string; readonly name: string };
  /** The variant the report prints; `default` where none is chosen. */
  variantOf(metric: Metric): string;
  /** Most decimals printed, below zero whole tens or hundreds (30余次); a key `<metric>@<year>` wins over `<metric>`, since one report may mix precisions. */
  precisionOf(metric: Metric, year: number): number;
  approximationOf(metric: Metric): Approximation | null;
  /** 件 or 起: what the report calls the same cases. */
  unitOf(metric: Metric, variant: Variant): Unit;
  /** A mark shown beside the figure, such as 推定口径. */
  noteOf(metric: Metric): string | null;
}

const defaultPrecision = 2;
const interchangeable: readonly Unit[] = ['件', '起'];

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);

/** Throws with a Chinese message when the settings name a metric, variant, precision, unit or mark that does not exist. */
export async function readFigureSettings(tx: Tx, jurisdictionId: number): Promise<FigureSettings> {
  const [row] = await tx.query<{ slug: string; name: string; figures: unknown }>(
    `select slug, name, settings -> 'figures' as figures from jurisdiction where id = $1`,
    [jurisdictionId],
  );
  if (row === undefined) throw new Error(`没有编号为${jurisdictionId}的辖区`);
  const stored = isRecord(row.figures) ? row.figures : {};
  const part = <T>(name: string, accepts: (value: unknown, metric: Metric) => value is T): ReadonlyMap<string, T> => {
    const entries = Object.entries(isRecord(stored[name]) ? stored[name] : {});
    return new Map(
      entries.map(([key, value]): [string, T] => {
        const metric = catalogue.find(({ id }) => id === key.replace(/@\d{4}$/, ''));
        if (metric === undefined || !accepts(value, metric))
          throw new Error(`辖区${row.slug}的统计设置有误：figures.${name}.${key} = ${JSON.stringify(value)}`);
        return [key, value];
      }),
    );
  };
  const variants = part(
    'variants',
    (v, metric): v is string => typeof v === 'string' && Object.hasOwn(metric.variants, v),
  );
  const precisions = part(
    'precision',
    (v): v is number => typeof v === 'number' && Number.isInteger(v) && v >= -3 && v <= 6,
  );
  const approximations = part('approximate', (v): v is Approximation => v === '余' || v === '以上');
  const units = part('units', (v): v is Unit => interchangeable.some((u) => u === v));
  const notes = part('note', (v): v is string => typeof v === 'string');
  return {
    jurisdiction: { id: jurisdictionId, slug: row.slug, name: row.name },
    variantOf: ({ id }) => variants.get(id) ?? 'default',
    precisionOf: ({ id }, year) => precisions.get(`${id}@${year}`) ?? precisions.get(id) ?? defaultPrecision,
    approximationOf: ({ id }) => approximations.get(id) ?? null,
    unitOf: ({ id }, variant) =>
      interchangeable.includes(variant.unit) ? (units.get(id) ?? variant.unit) : variant.unit,
    noteOf: ({ id }) => notes.get(id) ?? null,
  };
}
