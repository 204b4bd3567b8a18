/**
 * A metric: what a published figure counts, as data. Numerator and denominator are lists of cases first and numbers
 * second, so every figure opens its cases. Where the field disagrees about a definition, each reading is a variant, and a
 * jurisdiction chooses the one its report prints.
 */
import type { Columns, FactSheet } from '@anjuan/casework';
import { all, type ColumnOf, codeColumn, type Predicate, testsOf } from './predicate';

/** What one counted row is; `entry` is that of a register. A suit's file is the chain of its instances, counted once, where its newest instance stands. */
export const countingUnits = {
  case: '案件',
  file: '案（审级合并计）',
  instance: '审级',
  organ: '机关（每审级计一次）',
  hearing: '机关场次（每机关每次开庭计一次）',
  meeting: '会议',
  entry: '登记',
} as const;
export type CountingUnit = keyof typeof countingUnits;
/** Whose cases: everything the jurisdiction records, its own government's suits, its departments' suits, or both. */
export const scopes = {
  jurisdiction: '本辖区',
  'own-government': '本级人民政府',
  departments: '部门、乡镇街道',
  'all-organs': '本级人民政府及部门、乡镇街道',
} as const;
export type Scope = keyof typeof scopes;
export type Unit = '件' | '起' | '份' | '人' | '人次' | '个' | '次' | '场' | '场次' | '天' | '%' | '倍' | '元' | '万元';

/** Calendar days of one case from one day to a later one, the first not counted, less those of a column. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
  readonly less: string | null;
}
/**
 * Cases of one kind that satisfy a predicate; `sum` names the column (fen or persons) that is added up over them, or of
 * which the least or greatest value is taken.
 */
export interface Measure {
  readonly sheet: FactSheet;
  readonly where: Predicate;
  readonly sum: string | null;
  /** What `sum` names is no column but these days, reckoned from two of them. */
  readonly span?: DaySpan;
  /** How the column's values become one; added up when absent. */
  readonly fold?: 'least' | 'greatest';
  /** A second list, of another kind, that is counted on top. */
  readonly also?: Measure;
}

/**
 * count: number of cases · sum: of a column · rate: numerator ÷ denominator in % · ratio: the plain quotient · growth:
 * change against the same days of the year before in %, the denominator being that year's cases.
 * `by-amount` is a rate of two sums. average: a sum of days ÷ the number of the same cases. least, greatest: of a column of
 * fen over the cases.
 */
export const values = ['count', 'sum', 'rate', 'by-amount', 'ratio', 'growth', 'average', 'least', 'greatest'] as const;
export type Value = (typeof values)[number];
export const isValue = (v: string): v is Value => values.some((value) => value === v);

/** The lists a measure counts: its own, and what is counted on top. */
export const listsOf = (measure: Measure): readonly Measure[] =>
  measure.also ? [measure, ...listsOf(measure.also)] : [measure];

export interface Variant {
  /** Chinese: how this reading differs. */
  readonly title: string;
  readonly value: Value;
  readonly numerator: Measure;
  readonly denominator: Measure | null;
  readonly counts: CountingUnit;
  readonly scope: Scope;
  readonly unit: Unit;
}

export interface Metric {
  readonly id: string;
  /** Chinese name as reports print it. */
  readonly title: string;
  readonly kind: string;
  /** Label of the day the numerator is counted on. */
  readonly countedOn: string;
  readonly variants: Readonly<Record<string, Variant>> & { readonly default: Variant };
  /** Rises when a definition changes, so that a frozen figure says what it was counted by. */
  readonly definition: number;
  readonly cite: string;
  /** V: source read; M: recalled; I: our inference. */
  readonly verified: 'V' | 'M' | 'I';
}

/** The same metric with readings of another value, or that another fact sheet answers. */
export const withReadings = (metric: Metric, readings: Readonly<Record<string, Variant>>): Metric => ({
  ...metric,
  variants: { ...metric.variants, ...readings, default: metric.variants.default },
});

interface Common<C extends Columns> {
  readonly id: string;
  readonly title: string;
  /** The column the numerator is counted on. */
  readonly on: ColumnOf<C, 'day'>;
  /** Chinese: what the default reading counts. */
  readonly reads: string;
  readonly cite: string;
  readonly verified?: 'V' | 'M' | 'I';
  readonly definition?: number;
  readonly counts?: CountingUnit;
  readonly scope?: Scope;
}
interface Reading {
  readonly reads: string;
  readonly counts?: CountingUnit;
  readonly scope?: Scope;
}
interface Listed {
  readonly where: Predicate;
  /** Cases of another kind that this reading counts on top. */
  readonly also?: Measure;
}
interface Averaged<C extends Columns> extends Listed {
  readonly from: ColumnOf<C, 'day'>;
  readonly to: ColumnOf<C, 'day'>;
  /** Column of the days that do not count. */
  readonly less?: ColumnOf<C, 'count'>;
}
/** How the codes of a column are called as readings of one family: variant `penalty`, or `matter-penalty` with a prefix. */
interface Family<C extends Columns> {
  readonly by: ColumnOf<C, 'code'>;
  readonly prefix?: string;
}
interface Divided {
  readonly part: Predicate;
  readonly base: Predicate;
}
type Readings<T> = Readonly<Record<string, Reading & T>>;

/** Writes the metrics of one fact sheet. `habit` is what most of them share. */
export function metricsOf<const C extends Columns>(
  sheet: FactSheet<C>,
  habit: { readonly unit: Unit; readonly counts: CountingUnit; readonly scope: Scope },
) {
  const measure = (where: Predicate, sum: string | null = null): Measure => ({ sheet, where, sum });
  const assemble = <T>(
    spec: Common<C> & T,
    others: Readings<T>,
    variantOf: (t: T) => Pick<Variant, 'value' | 'numerator' | 'denominator' | 'unit'>,
  ): Metric => {
    const variant = (r: Reading & T): Variant => ({
      title: r.reads,
      counts: r.counts ?? spec.counts ?? habit.counts,
      scope: r.scope ?? spec.scope ?? habit.scope,
      ...variantOf(r),
    });
    return {
      id: spec.id,
      title: spec.title,
      kind: sheet.kind,
      countedOn: sheet.columns[spec.on].label,
      variants: {
        default: variant(spec),
        ...Object.fromEntries(Object.entries(others).map(([name, r]) => [name, variant(r)])),
      },
      definition: spec.definition ?? 1,
      cite: spec.cite,
      verified: spec.verified ?? 'V',
    };
  };
  const count = (spec: Common<C> & Listed & { readonly unit?: Unit; readonly variants?: Readings<Listed> }): Metric =>
    assemble<Listed>(spec, spec.variants ?? {}, ({ where, also }) => ({
      value: 'count',
      numerator: also ? { ...measure(where), also } : measure(where),
      denominator: null,
      unit: spec.unit ?? habit.unit,
    }));
  /** One reading per code of each column, told from the code's own test. */
  const readingsOf = <T>(families: readonly Family<C>[], readingOf: (chosen: Predicate) => T): Readings<T> =>
    Object.fromEntries(
      families.flatMap(({ by, prefix }) => {
        const { label: column } = sheet.columns[by];
        return Object.entries(codeColumn(sheet, by).list).map(([code, label]): [string, Reading & T] => {
          const chosen: Predicate = { test: 'code', column: by, label: column, codes: { [code]: label } };
          return [prefix === undefined ? code : `${prefix}-${code}`, { reads: label, ...readingOf(chosen) }];
        });
      }),
    );
  return {
    count,
    readingsOf,
    /** A count and its split by a code column: one variant per code. */
    breakdown(
      spec: Common<C> & Listed & { readonly by: ColumnOf<C, 'code'>; readonly variants?: Readings<Listed> },
    ): Metric {
      const codes = readingsOf<Listed>([{ by: spec.by }], (chosen) => ({ where: all(spec.where, chosen) }));
      return count({
        ...spec,
        where: all(spec.where, testsOf(sheet).known(spec.by)),
        variants: { ...codes, ...spec.variants },
      });
    },
    /** `sum` is a column of fen (unit 万元, value in fen) or of persons. */
    sum(
      spec: Common<C> &
        Listed & {
          readonly unit: Unit;
          readonly sum: ColumnOf<C, 'money' | 'count'>;
          readonly variants?: Readings<Listed>;
        },
    ): Metric {
      return assemble<Listed>(spec, spec.variants ?? {}, ({ where }) => ({
        value: 'sum',
        numerator: measure(where, spec.sum),
        denominator: null,
        unit: spec.unit,
      }));
    },
    /** The greatest value of a column of fen over the cases; the variant `lowest` is the least. Unit 元. */
    span(spec: Common<C> & Listed & { readonly of: ColumnOf<C, 'money'>; readonly readsLowest: string }): Metric {
      type Folded = Listed & { readonly fold: 'least' | 'greatest' };
      const lowest = { reads: spec.readsLowest, where: spec.where, fold: 'least' as const };
      return assemble<Folded>({ ...spec, fold: 'greatest' }, { lowest }, ({ where, fold }) => ({
        value: fold,
        numerator: { ...measure(where, spec.of), fold },
        denominator: null,
        unit: '元',
      }));
    },
    /** Percent. A reading with `amount` divides sums of that column instead of numbers of cases. */
    rate(
      spec: Common<C> &
        Divided & {
          readonly variants?: Readings<Divided & { readonly amount?: ColumnOf<C, 'money'> }>;
        },
    ): Metric {
      return assemble<Divided & { readonly amount?: ColumnOf<C, 'money'> }>(
        spec,
        spec.variants ?? {},
        ({ part, base, amount }) => ({
          value: amount === undefined ? 'rate' : 'by-amount',
          numerator: measure(part, amount ?? null),
          denominator: measure(base, amount ?? null),
          unit: '%',
        }),
      );
    },
    /** Days from one day of the case to another, on the average. Cases of which a day is unknown are left out. */
    average(spec: Common<C> & Averaged<C> & { readonly variants?: Readings<Averaged<C>> }): Metric {
      const { known } = testsOf(sheet);
      return assemble<Averaged<C>>(spec, spec.variants ?? {}, ({ where, from, to, less = null }) => {
        const name = `${from}..${to}${less === null ? '' : `-${less}`}`;
        const counted = all(where, known(from), ...(less === null ? [] : [known(less)]));
        return {
          value: 'average',
          numerator: { ...measure(counted, name), span: { from, to, less } },
          denominator: measure(counted),
          unit: '天',
        };
      });
    },
    /** 同比 of a count: the change against the same days of the year before. */
    growth(
      spec: Common<C> & {
        readonly where?: Predicate;
        readonly variants?: Readings<{ readonly on: ColumnOf<C, 'day'>; readonly where?: Predicate }>;
      },
    ): Metric {
      const { within, withinYearBefore } = testsOf(sheet);
      return assemble<{ readonly on: ColumnOf<C, 'day'>; readonly where?: Predicate }>(
        spec,
        spec.variants ?? {},
        ({ on, where = spec.where }) => {
          const rest = where === undefined ? [] : [where];
          return {
            value: 'growth',
            numerator: measure(all(within(on), ...rest)),
            denominator: measure(all(withinYearBefore(on), ...rest)),
            unit: '%',
          };
        },
      );
    },
    /** How many times the number of the same days of the year before this year's is. */
    multiple(
      spec: Common<C> & {
        readonly where: Predicate;
        readonly variants?: Readings<{ readonly where: Predicate }>;
      },
    ): Metric {
      const { within, withinYearBefore } = testsOf(sheet);
      return assemble<{ readonly where: Predicate }>(spec, spec.variants ?? {}, ({ where }) => ({
        value: 'ratio',
        numerator: measure(all(within(spec.on), where)),
        denominator: measure(all(withinYearBefore(spec.on), where)),
        unit: '倍',
      }));
    },
    /** How many times the other kind's number this kind's is. */
    ratio(spec: Common<C> & Listed & { readonly against: Measure }): Metric {
      return assemble<Listed>(spec, {}, ({ where }) => ({
        value: 'ratio',
        numerator: measure(where),
        denominator: spec.against,
        unit: '倍',
      }));
    },
    measure,
  };
}
