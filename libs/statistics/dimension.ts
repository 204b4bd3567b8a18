/** 分解维度: by what the cases of a figure can be told apart — a code or a word of their sheet, the organisation, the month. */
import { fact, type Parameters } from './compile';
import { listsOf, type Measure, type Variant } from './metric';
import type { Predicate } from './predicate';
import type { Window } from './window';

export interface Dimension {
  /** Name of a column, `organisation` or `month`. */
  readonly id: string;
  readonly title: string;
}

const organisation: Dimension = { id: 'organisation', title: '办理机构' };
const month: Dimension = { id: 'month', title: '月份' };

/** All lists of a variant, those counted on top included. */
const allLists = ({ numerator, denominator }: Variant): readonly Measure[] =>
  [numerator, denominator].flatMap((m) => (m === null ? [] : listsOf(m)));

/**
 * What a variant can be broken down by: columns where every list reads the same sheet, months where every list is counted
 * on days within the period. Nothing where the value is a least or greatest one, of which there are no parts.
 */
export function dimensionsOf(variant: Variant): readonly Dimension[] {
  if (variant.value === 'least' || variant.value === 'greatest') return [];
  const lists = allLists(variant);
  const [first] = lists;
  const columns = Object.entries(first?.sheet.columns ?? {}).flatMap(([id, column]): Dimension[] =>
    column.type === 'code' || column.type === 'word' ? [{ id, title: column.label }] : [],
  );
  return [
    ...(lists.every(({ sheet }) => sheet.table === first?.sheet.table) ? columns : []),
    organisation,
    ...(lists.every(({ where }) => daysWithin(where).length > 0) ? [month] : []),
  ];
}

/** The day columns that a list is counted on: those it wants inside the period, of this year or the one before. */
function daysWithin(p: Predicate): readonly Extract<Predicate, { test: 'day' }>[] {
  switch (p.test) {
    case 'all':
    case 'any':
      return p.of.flatMap(daysWithin);
    case 'day':
      return p.relation === 'within' || p.relation === 'within-year-before' ? [p] : [];
    default:
      return [];
  }
}

/** SQL, text: the part of a dimension that a row of the list belongs to; null where nothing is known of it. */
export function partSql(list: Measure, dimension: string, window: Window, parameters: Parameters): string {
  if (dimension === organisation.id) return 'o.id::text';
  if (dimension !== month.id) return fact(dimension);
  // A case counted for one of several days (办结: concluded, or left before acceptance) belongs to the one inside.
  const inside = daysWithin(list.where).map(({ column, relation }) => {
    const [start, end] = relation === 'within' ? [window.start, window.end] : [window.startBefore, window.endBefore];
    const between = `${fact(column)} between ${parameters.of(start, 'date')} and ${parameters.of(end, 'date')}`;
    return `case when ${between} then ${fact(column)} end`;
  });
  return `to_char(coalesce(${inside.join(', ')}), 'YYYY-MM')`;
}

/** Every month that the days touch, `YYYY-MM`. */
export function monthsOf({ start, end }: Pick<Window, 'start' | 'end'>): readonly string[] {
  const months: string[] = [];
  let [year = 0, n = 0] = start.split('-').map(Number);
  while (`${year}-${String(n).padStart(2, '0')}` <= end.slice(0, 7)) {
    months.push(`${year}-${String(n).padStart(2, '0')}`);
    [year, n] = n === 12 ? [year + 1, 1] : [year, n + 1];
  }
  return months;
}
