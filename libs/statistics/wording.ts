/** Definitions in Chinese words, made from the predicates themselves, so that the printed definition is the counted one. */
import { organisationKinds } from '@anjuan/identity';
import { catalogue } from './catalogue';
import { countingUnits, type DaySpan, type Measure, type Metric, scopes, type Value } from './metric';
import type { DayRelation, Predicate } from './predicate';

const relations: Readonly<Record<DayRelation, (label: string) => string>> = {
  within: (label) => `${label}在统计期内`,
  'within-year-before': (label) => `${label}在上年同期内`,
  'up-to-end': (label) => `${label}不晚于统计截止日`,
  'before-start': (label) => `${label}早于统计期`,
  'open-at-end': (label) => `统计截止日尚无${label}`,
  'open-at-start': (label) => `统计期开始前尚无${label}`,
};

/** One predicate as a Chinese phrase. */
export function wordsFor(p: Predicate, nested = false): string {
  switch (p.test) {
    case 'all':
    case 'any': {
      const [only] = p.of;
      if (p.of.length === 1 && only !== undefined) return wordsFor(only, nested);
      const text = p.of.map((q) => wordsFor(q, true)).join(p.test === 'all' ? '，且' : '，或者');
      return nested ? `（${text}）` : text;
    }
    case 'not':
      return `并非“${wordsFor(p.of)}”`;
    case 'organisation':
      return `办理机构为${p.kinds.map((k) => organisationKinds[k]).join('、')}`;
    case 'code':
      return `${p.label}为${Object.values(p.codes).join('、')}`;
    case 'flag':
      return `已标明${p.label}`;
    case 'known':
      return `已记录${p.label}`;
    case 'day':
      return relations[p.relation](p.label);
  }
}

const foldWords = { sum: '之和', least: '的最低值', greatest: '的最高值' } as const;

/** What a list holds, in Chinese. */
export function measureWords({ also, ...measure }: Measure): string {
  if (also) return `${measureWords(measure)}；另加：${measureWords(also)}`;
  const { sheet, where, sum, span, fold = 'sum' } = measure;
  if (span) return `${spanWords(measure, span)}：${wordsFor(where)}`;
  return sum === null ? wordsFor(where) : `${sheet.columns[sum]?.label ?? sum}${foldWords[fold]}：${wordsFor(where)}`;
}

function spanWords({ sheet }: Measure, { from, to, less }: DaySpan): string {
  const labelOf = (column: string) => sheet.columns[column]?.label ?? column;
  return `自${labelOf(from)}至${labelOf(to)}的天数${less === null ? '' : `减${labelOf(less)}`}之和`;
}

const valueWords: Readonly<Record<Value, string>> = {
  count: '件数',
  sum: '合计',
  rate: '百分比',
  'by-amount': '金额百分比',
  ratio: '倍数',
  growth: '同比增减百分比',
  average: '平均天数',
  least: '最低值',
  greatest: '最高值',
};

export interface VariantDescription {
  readonly id: string;
  readonly title: string;
  readonly value: string;
  readonly unit: string;
  readonly countedBy: string;
  readonly scope: string;
  readonly numerator: string;
  readonly denominator: string | null;
}
export interface MetricDescription {
  readonly id: string;
  readonly title: string;
  /** Unit of the default variant. */
  readonly unit: string;
  readonly kind: string;
  readonly countedOn: string;
  readonly definition: number;
  readonly cite: string;
  readonly mark: Metric['verified'];
  /** The default first. */
  readonly variants: readonly VariantDescription[];
}

/** Every metric in words, for docs/generated/metrics.md. All texts but ids and marks are Chinese. */
export function describeMetrics(): readonly MetricDescription[] {
  return catalogue.map(({ id, title, kind, countedOn, definition, cite, verified, variants }) => ({
    id,
    title,
    unit: variants.default.unit,
    kind,
    countedOn,
    definition,
    cite,
    mark: verified,
    variants: Object.entries(variants).map(([name, v]) => ({
      id: name,
      title: v.title,
      value: valueWords[v.value],
      unit: v.unit,
      countedBy: countingUnits[v.counts],
      scope: scopes[v.scope],
      numerator: measureWords(v.numerator),
      denominator: v.denominator === null ? null : measureWords(v.denominator),
    })),
  }));
}
