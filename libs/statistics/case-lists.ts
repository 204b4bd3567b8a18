/** The cases or entries behind a number: pages by id, each with the facts the definition looked at. */
import { type FactSheet, type FactValue, type FactView, FieldErrors, textOf } from '@anjuan/casework';
import type { Tx } from '@anjuan/platform';
import { conditionOf, fact, factsWithin, idOf, Parameters, type View } from './compile';
import type { Measure } from './metric';
import { columnsIn } from './predicate';
import type { Window } from './window';

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
}
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

/** One page of the cases of one list or several, in order of their ids. Throws FieldErrors for a cursor or limit that is none. */
export async function pageOfCases(
  tx: Tx,
  lists: readonly { readonly list: Measure; readonly view: View }[],
  window: Window,
  { cursor, limit = 100 }: { readonly cursor?: string; readonly limit?: number },
): Promise<CasePage> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new FieldErrors([{ field: 'limit', value: limit, rule: '应为1至500的整数' }]);
  const [, row, line = ''] = cursor === undefined ? [] : (place.exec(cursor) ?? []);
  if (cursor !== undefined && row === undefined)
    throw new FieldErrors([{ field: 'cursor', value: cursor, rule: '应为上一页给出的游标' }]);
  const after = row === undefined ? null : { id: row, line };
  const found: Row[] = [];
  for (const { list, view } of lists) found.push(...(await casesIn(tx, list, view, window, after, limit + 1)));
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
  { sheet, where, sum }: Measure,
  view: View,
  window: Window,
  after: { readonly id: string; readonly line: string } | null,
  most: number,
): Promise<Row[]> {
  const columns = [...new Set([...columnsIn(where), ...(sum === null ? [] : [sum])])];
  const parameters = new Parameters();
  const many = sheet.grain === 'line';
  const conditions = [conditionOf(where, window, parameters)];
  const id = idOf(sheet);
  if (after !== null)
    conditions.push(
      many
        ? `(${id}, f.line) > (${parameters.of(after.id, 'uuid')}, ${parameters.of(after.line, 'text')})`
        : `${id} > ${parameters.of(after.id, 'uuid')}`,
    );
  const rows = await tx.query<CaseRow>(
    `select s.*, ${sheet.named ? "s.name as number, s.name as register_number, '' as state" : 'c.number, c.register_number, c.state'}
     from (select ${id} as id, ${many ? 'f.line' : `''`} as line, o.name as organisation, f.jurisdiction_id as jurisdiction_id,
             ${nameOf(sheet)} as name,
             jsonb_build_object(${columns.map((name) => `'${name}', ${fact(name)}`).join(', ')}) as facts
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
      facts: columns.flatMap((name) => {
        const column = sheet.columns[name];
        const value = facts[name] ?? null;
        if (column === undefined || value === null) return [];
        return [{ name, label: column.label, value, text: textOf(column, value, new Map()) }];
      }),
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

interface CaseRow extends Omit<CountedCase, 'facts' | 'kind'> {
  readonly [column: string]: unknown;
  readonly line: string;
  readonly facts: Readonly<Record<string, FactValue>>;
}
