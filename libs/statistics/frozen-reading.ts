/** Reading frozen figures and the cases behind them. */
import { type FactSheet, type FactValue, type FactView, FieldErrors, NotFound } from '@anjuan/casework';
import type { Tx } from '@anjuan/platform';
import { type CasePage, type CountedCase, placeIn, shownFacts, withoutContent } from './case-lists';
import { catalogue } from './catalogue';
import { Parameters } from './compile';
import { measuresOf, type Reach } from './figures';
import type { FrozenPart, FrozenRow } from './frozen-seal';
import { partPrinted } from './printing';
import { type Period, windowOf } from './window';
import { withheldFrom } from './withheld';

/** A figure as it was published. */
export interface FrozenFigure extends Omit<FrozenRow, 'value' | 'frozen_at' | 'frozen_by' | 'previous'> {
  /** A count, a sum (fen or persons), an unrounded percentage, times, or days. Null: nothing to divide by. */
  readonly value: number | null;
  /** Rows of the lists: distinct cases, unless `counts` says otherwise. `numerator` and `denominator` may be sums of them. */
  readonly numerator_cases: number;
  readonly denominator_cases: number | null;
  /** As people read them: sums of money in their unit, to the last fen. */
  readonly numerator_printed: string;
  readonly denominator_printed: string | null;
  /** The definition in Chinese, as it was. */
  readonly numerator_words: string;
  readonly denominator_words: string | null;
  /** Instant, ISO 8601. */
  readonly frozen_at: string;
  /** Name of the person; null: a command. */
  readonly frozen_by: string | null;
  /** A newer freezing of the same metric, variant, days and dimension stands. */
  readonly superseded: boolean;
}

/** A figure frozen by a dimension, with its parts in order. */
export interface FrozenSplit extends FrozenFigure {
  readonly split_by: string;
  readonly split_title: string;
  readonly parts: readonly FrozenPart[];
}

export interface FrozenQuery extends Period {
  readonly jurisdictionId: number;
  /** Kinds of which somebody may see numbers; all when absent. */
  readonly reach?: Reach;
  readonly metric?: string;
  readonly variant?: string;
  /** Superseded rows, too. */
  readonly history?: boolean;
  /** Wholes alone when absent; also: those frozen by a dimension, too; only: no others. */
  readonly splits?: 'also' | 'only';
  readonly id?: string;
}
export interface OneFrozen {
  readonly jurisdictionId: number;
  readonly id: string;
  readonly reach?: Reach;
}

/** Throws NotFound for an id that is none or out of reach. */
export async function oneFrozen(tx: Tx, { jurisdictionId, id, reach }: OneFrozen): Promise<FrozenFigure> {
  const [found] = await readFrozen(tx, { jurisdictionId, id, reach, history: true, splits: 'also' });
  if (found === undefined) throw new NotFound('冻结数据');
  return found;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** See `FrozenFigures.frozen`. */
export async function readFrozen(tx: Tx, query: FrozenQuery, { fromSeq = 1 } = {}): Promise<FrozenFigure[]> {
  const { jurisdictionId, year, from, cutoff, metric, variant, history = false, splits, id, reach } = query;
  if (id !== undefined && !uuid.test(id)) return [];
  const parameters = new Parameters();
  const conditions = [`f.jurisdiction_id = ${parameters.of(jurisdictionId, 'int')}`, `f.seq >= ${fromSeq}`];
  if (year !== undefined || from !== undefined || cutoff !== undefined) {
    const { start, end } = windowOf({ year, from, cutoff });
    conditions.push(`f.period_from = ${parameters.of(start, 'date')}`, `f.period_to = ${parameters.of(end, 'date')}`);
  }
  if (metric !== undefined) conditions.push(`f.metric = ${parameters.of(metric, 'text')}`);
  if (variant !== undefined) conditions.push(`f.variant = ${parameters.of(variant, 'text')}`);
  if (id !== undefined) conditions.push(`f.id = ${parameters.of(id, 'uuid')}`);
  if (splits !== 'also') conditions.push(`f.split_by is ${splits === 'only' ? 'not ' : ''}null`);
  const rows = await tx.query<Row>(
    `select * from (
       select f.*, n.cases as numerator_cases, n.words as numerator_words, n.kind as numerator_kind,
         d.cases as denominator_cases, d.words as denominator_words, d.kind as denominator_kind, p.name as frozen_by_name,
         exists (select from frozen_figure later where later.jurisdiction_id = f.jurisdiction_id
           and later.metric = f.metric and later.variant = f.variant and later.period_from = f.period_from
           and later.period_to = f.period_to and later.split_by is not distinct from f.split_by
           and later.seq > f.seq) as superseded
       from frozen_figure f
       join frozen_list n on n.jurisdiction_id = f.jurisdiction_id and n.id = f.numerator_list
       left join frozen_list d on d.jurisdiction_id = f.jurisdiction_id and d.id = f.denominator_list
       left join person p on p.jurisdiction_id = f.jurisdiction_id and p.id = f.frozen_by
       where ${conditions.join(' and ')}) s
     ${history ? '' : 'where not superseded'} order by seq`,
    parameters.values,
  );
  const visible = (kind: string | null) => kind === null || reach === undefined || reach(kind)?.length !== 0;
  return rows
    .filter((r) => visible(r.numerator_kind) && visible(r.denominator_kind))
    .map(
      ({ jurisdiction_id, numerator_kind, denominator_kind, frozen_by_name, previous, frozen_at, value, ...row }) => ({
        ...row,
        value: value === null ? null : Number(value),
        numerator_printed: partPrinted(row.arithmetic, row.unit, row.numerator),
        denominator_printed: row.denominator === null ? null : partPrinted(row.arithmetic, row.unit, row.denominator),
        frozen_at: frozen_at.toISOString(),
        frozen_by: frozen_by_name,
      }),
    );
}

type Made = 'value' | 'numerator_printed' | 'denominator_printed' | 'frozen_at' | 'frozen_by';
interface Row extends Omit<FrozenFigure, Made> {
  readonly [column: string]: unknown;
  readonly jurisdiction_id: number;
  readonly value: string | null;
  readonly frozen_at: Date;
  readonly frozen_by: string | null;
  readonly previous: string | null;
  readonly frozen_by_name: string | null;
  readonly numerator_kind: string;
  readonly denominator_kind: string | null;
}

/** The parts of figures frozen by a dimension, in order, by the figure's id. */
export async function readParts(
  tx: Tx,
  jurisdictionId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly FrozenPart[]>> {
  const rows = await tx.query<FrozenPart & { [column: string]: unknown; figure_id: string }>(
    `select figure_id, key, label, numerator, denominator, value, printed from frozen_part
     where jurisdiction_id = $1 and figure_id = any($2::uuid[]) order by figure_id, place`,
    [jurisdictionId, ids],
  );
  const found = new Map<string, FrozenPart[]>(ids.map((id) => [id, []]));
  for (const { figure_id, key, label, numerator, denominator, value, printed } of rows)
    found.get(figure_id)?.push({ key, label, numerator, denominator, value, printed });
  return found;
}

/** See `FrozenFigures.splits`. */
export async function readSplits(tx: Tx, query: Omit<FrozenQuery, 'splits'>): Promise<FrozenSplit[]> {
  const figures = await readFrozen(tx, { ...query, splits: 'only' });
  const parts = await readParts(
    tx,
    query.jurisdictionId,
    figures.map(({ id }) => id),
  );
  return figures.flatMap((f): FrozenSplit[] => {
    const { split_by, split_title } = f;
    return split_by === null || split_title === null
      ? []
      : [{ ...f, split_by, split_title, parts: parts.get(f.id) ?? [] }];
  });
}

/** The sheet that rows were read from, while some metric still reads it. A table may serve several kinds; its columns are the same. */
const sheetOf = (source: string, kind: string): FactSheet | undefined => {
  const sheets = catalogue
    .flatMap(({ variants }) => Object.values(variants).flatMap(measuresOf))
    .map(({ sheet }) => sheet)
    .filter(({ table }) => table === source);
  return sheets.find((sheet) => sheet.kind === kind) ?? sheets[0];
};

/** See `FrozenFigures.casesOf`. */
export async function pageOfFrozen(
  tx: Tx,
  request: OneFrozen & { readonly cursor?: string; readonly limit?: number },
  listId: string,
  split: FrozenFigure,
  key?: string | null,
): Promise<CasePage> {
  const { jurisdictionId, cursor, limit = 100, reach } = request;
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new FieldErrors([{ field: 'limit', value: limit, rule: '应为1至500的整数' }]);
  const [list] = await tx.query<{ kind: string; sources: string[] }>(
    `select kind, array(select distinct r.source from frozen_case r
       where r.jurisdiction_id = l.jurisdiction_id and r.list_id = l.id) as sources
     from frozen_list l where jurisdiction_id = $1 and id = $2`,
    [jurisdictionId, listId],
  );
  if (list === undefined) throw new NotFound('清单');
  const sheets = new Map(list.sources.map((source) => [source, sheetOf(source, list.kind)]));
  const parameters = new Parameters();
  const conditions = [
    `r.jurisdiction_id = ${parameters.of(jurisdictionId, 'int')}`,
    `r.list_id = ${parameters.of(listId, 'uuid')}`,
  ];
  const { split_by: by, split_title: title } = split;
  const partOf = by === null ? 'null' : `r.parts ->> ${parameters.of(by, 'text')}`;
  if (key !== undefined)
    conditions.push(key === null ? `${partOf} is null` : `${partOf} = ${parameters.of(key, 'text')}`);
  const labels = new Map(
    ((await readParts(tx, jurisdictionId, [split.id])).get(split.id) ?? []).map((p) => [p.key, p.label]),
  );
  const after = placeIn(cursor);
  if (after !== null)
    conditions.push(`(r.case_id, r.line) > (${parameters.of(after.id, 'uuid')}, ${parameters.of(after.line, 'text')})`);
  if (reach !== undefined) {
    const visible = list.sources.flatMap((source) => {
      const paths = reach(sheets.get(source)?.kind ?? list.kind);
      const of = `r.source = ${parameters.of(source, 'text')}`;
      return paths === null ? [of] : paths.map((p) => `(${of} and starts_with(o.path, ${parameters.of(p, 'text')}))`);
    });
    conditions.push(`(${visible.join(' or ') || 'false'})`);
  }
  const rows = await tx.query<FrozenCaseRow>(
    `select r.case_id as id, r.line, r.source, r.number, c.register_number, c.state, o.name as organisation, r.fields,
       ${partOf} as part
     from frozen_case r
     join organisation o on o.jurisdiction_id = r.jurisdiction_id and o.id = r.organisation_id
     left join case_file c on c.jurisdiction_id = r.jurisdiction_id and c.id = r.case_id
     where ${conditions.join(' and ')} order by r.case_id, r.line limit ${parameters.of(limit + 1, 'int')}`,
    parameters.values,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const withheld = await withheldFrom(
    tx,
    jurisdictionId,
    reach?.reader,
    shown.map(({ id }) => id),
  );
  return {
    items: shown.map((r): CountedCase => {
      const sheet = sheets.get(r.source);
      const item = {
        id: r.id,
        kind: sheet?.kind ?? list.kind,
        number: r.number,
        register_number: r.register_number ?? r.number ?? '',
        state: r.state ?? '',
        organisation: r.organisation,
        facts: [
          ...(sheet === undefined ? [] : shownFacts(sheet, Object.keys(r.fields), r.fields)),
          ...partFact(by, title, r.part, labels, r.fields),
        ],
        restricted: false,
      };
      return withheld.has(r.id) ? withoutContent(item) : item;
    }),
    next: rows.length > limit && last ? (last.line === '' ? last.id : `${last.id}/${last.line}`) : null,
  };
}

/** The part a case belonged to, beside its facts; nothing where they say it already, or it was not known. */
export function partFact(
  by: string | null,
  title: string | null,
  key: string | null,
  labels: ReadonlyMap<string | null, string>,
  facts: Readonly<Record<string, FactValue>>,
): FactView[] {
  if (by === null || title === null || key === null || Object.hasOwn(facts, by)) return [];
  return [{ name: by, label: title, value: key, text: labels.get(key) ?? key }];
}

interface FrozenCaseRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly line: string;
  readonly source: string;
  readonly number: string | null;
  readonly register_number: string | null;
  readonly state: string | null;
  readonly organisation: string;
  readonly fields: Readonly<Record<string, FactValue>>;
  readonly part: string | null;
}
