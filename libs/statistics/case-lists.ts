/** The cases or entries behind a number: pages by id, each with the facts the definition looked at. */
import { type FactSheet, type FactValue, type FactView, FieldErrors, textOf } from '@anjuan/casework';
import type { Tx } from '@anjuan/platform';
import { addend, conditionOf, fact, factsWithin, idOf, Parameters, type View } from './compile';
import { partSql } from './dimension';
import type { Measure } from './metric';
import { columnsIn } from './predicate';
import type { Window } from './window';
import { WITHHELD } from './withheld';

export const parts = ['numerator', 'denominator'] as const;
export type Part = (typeof parts)[number];

export interface CountedCase {
  readonly id: string;
  readonly kind: string;
  /** Of a register's entry both numbers are its name, and there is no state. */
  readonly number: string | null;
  readonly register_number: string;
  readonly state: string;
  readonly organisation: string;
  /** The known facts that the definition looks at, in its order. */
  readonly facts: readonly FactView[];
  /** The reader is not admitted to the case: number, state and facts are left out. */
  readonly restricted: boolean;
}

/** What is said of a case that is withheld from the reader. */
export const withoutContent = (item: CountedCase): CountedCase => ({
  ...item,
  number: null,
  register_number: WITHHELD,
  state: '',
  facts: [],
  restricted: true,
});
export interface CasePage {
  readonly items: readonly CountedCase[];
  /** Cursor of the next page: the last row of this one; null at the end. */
  readonly next: string | null;
}
export interface CaseList extends CasePage {
  readonly metric: string;
  readonly title: string;
  readonly variant: string;
  readonly part: Part;
  readonly counts: 'cases' | 'entries';
  /** A denominator may be of another kind than the numerator. */
  readonly kind: string;
}

/** An id, and where a case has several rows the row's name. */
const place = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/([\w.-]{1,100}))?$/;

export interface PageRequest {
  readonly cursor?: string;
  /** 1–500, 100 when absent. */
  readonly limit?: number;
  /** One part of a breakdown alone: the dimension (see `dimensionsOf`) and the part's key; without a key the unknown. */
  readonly by?: string;
  readonly key?: string;
}

/** The row a page begins after; null for the first page. Throws FieldErrors for a cursor that is none. */
export function placeIn(cursor: string | undefined): { readonly id: string; readonly line: string } | null {
  if (cursor === undefined) return null;
  const [, id, line = ''] = place.exec(cursor) ?? [];
  if (id === undefined) throw new FieldErrors([{ field: 'cursor', value: cursor, rule: '应为上一页给出的游标' }]);
  return { id, line };
}

/** How the facts behind one list are read. */
export interface CountedMeasure {
  /** The columns the definition looks at, in its order, then the one that is added up. */
  readonly columns: readonly string[];
  /** SQL: those facts as one jsonb; of a row `f`. */
  readonly fields: string;
  /** SQL: what names a row within its case; '' where a case has one. */
  readonly line: string;
}
export function factsOf(measure: Measure): CountedMeasure {
  const { sheet, where, sum, span } = measure;
  const days = span === undefined ? [] : [span.from, span.to, ...(span.less === null ? [] : [span.less])];
  const columns = [...new Set([...columnsIn(where), ...days, ...(sum === null ? [] : [sum])])];
  return {
    columns,
    fields: `jsonb_build_object(${columns.map((name) => `'${name}', ${name === sum ? addend(measure) : fact(name)}`).join(', ')})`,
    line: sheet.grain === 'line' ? 'f.line' : `''`,
  };
}

/** The known ones of these facts as people read them. */
export function shownFacts(
  sheet: FactSheet,
  columns: readonly string[],
  facts: Readonly<Record<string, FactValue>>,
): FactView[] {
  return columns.flatMap((name) => {
    const column = sheet.columns[name];
    const value = facts[name] ?? null;
    if (value === null) return [];
    // The days of a span are no column; they are named after the two they lie between.
    if (column === undefined) return name.includes('..') ? [{ name, label: '天数', value, text: `${value}天` }] : [];
    return [{ name, label: column.label, value, text: textOf(column, value, new Map()) }];
  });
}

/** One page of the cases of one list or several, in order of their ids. Throws FieldErrors for a cursor or limit that is none. */
export async function pageOfCases(
  tx: Tx,
  lists: readonly { readonly list: Measure; readonly view: View }[],
  window: Window,
  { cursor, limit = 100, by, key }: PageRequest,
): Promise<CasePage> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new FieldErrors([{ field: 'limit', value: limit, rule: '应为1至500的整数' }]);
  const after = placeIn(cursor);
  const found: Row[] = [];
  for (const { list, view } of lists)
    found.push(...(await casesIn(tx, list, view, window, after, limit + 1, by === undefined ? null : { by, key })));
  const shown = found.sort(byPlace).slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ item }) => item),
    next: found.length > limit && last ? (last.line === '' ? last.item.id : `${last.item.id}/${last.line}`) : null,
  };
}

/** A counted case with the name of its row, where a case has several. */
interface Row {
  readonly line: string;
  readonly item: CountedCase;
}
const byPlace = (a: Row, b: Row): number =>
  a.item.id === b.item.id ? (a.line < b.line ? -1 : 1) : a.item.id < b.item.id ? -1 : 1;

async function casesIn(
  tx: Tx,
  measure: Measure,
  view: View,
  window: Window,
  after: { readonly id: string; readonly line: string } | null,
  most: number,
  part: { readonly by: string; readonly key: string | undefined } | null,
): Promise<Row[]> {
  const { sheet, where } = measure;
  const { columns, fields, line: rowName } = factsOf(measure);
  const parameters = new Parameters();
  const many = sheet.grain === 'line';
  const conditions = [conditionOf(where, window, parameters)];
  if (part !== null) {
    const column = partSql(measure, part.by, window, parameters);
    conditions.push(part.key === undefined ? `${column} is null` : `${column} = ${parameters.of(part.key, 'text')}`);
  }
  const id = idOf(sheet);
  if (after !== null)
    conditions.push(
      many
        ? `(${id}, f.line) > (${parameters.of(after.id, 'uuid')}, ${parameters.of(after.line, 'text')})`
        : `${id} > ${parameters.of(after.id, 'uuid')}`,
    );
  const rows = await tx.query<CaseRow>(
    `select s.*, ${sheet.named ? "s.name as number, s.name as register_number, '' as state" : 'c.number, c.register_number, c.state'}
     from (select ${id} as id, ${rowName} as line, o.name as organisation, f.jurisdiction_id as jurisdiction_id,
             ${nameOf(sheet)} as name,
             ${fields} as facts
           ${factsWithin(sheet, view, parameters)} and ${conditions.join(' and ')}
           order by ${id}${many ? ', f.line' : ''} limit ${parameters.of(most, 'int')}) s
     ${sheet.named ? '' : 'join case_file c on c.jurisdiction_id = s.jurisdiction_id and c.id = s.id'}
     order by s.id, s.line`,
    parameters.values,
  );
  return rows.map(({ id, line, number, register_number, state, organisation, facts }) => ({
    line,
    item: {
      id,
      kind: sheet.kind,
      number,
      register_number,
      state,
      organisation,
      facts: shownFacts(sheet, columns, facts),
      restricted: false,
    },
  }));
}

/** SQL for what people call an entry; a case has its numbers. */
function nameOf({ named }: FactSheet): string {
  if (named === undefined) return 'null';
  const { column, through } = named;
  if (through === undefined) return fact(column);
  return `(select t.${column} from ${through.table} t where t.jurisdiction_id = f.jurisdiction_id
           and t.id = ${fact(through.by)} and t.recorded_to = 'infinity')`;
}

interface CaseRow extends Omit<CountedCase, 'facts' | 'kind' | 'restricted'> {
  readonly [column: string]: unknown;
  readonly line: string;
  readonly facts: Readonly<Record<string, FactValue>>;
}
