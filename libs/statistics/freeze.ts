/**
 * 数据冻结: a figure as published — value, reading, version of the definition, days, and the cases with the facts the
 * definition looked at — sealed so that a later change of any of it shows. A figure may be frozen in parts, by one of its
 * dimensions; each case then says which part it belonged to. Rows are only added: a newer freezing of the same metric,
 * variant, days and dimension supersedes the older one, and nothing is ever thawed.
 */
import { type FactSheet, FieldErrors, Refusal } from '@anjuan/casework';
import { type Tx, uuidv7 } from '@anjuan/platform';
import { groupsOf, laidOut, type PartCount } from './breakdown';
import { factsOf, type Part } from './case-lists';
import { catalogue } from './catalogue';
import { conditionOf, factsWithin, idOf, Parameters, type View } from './compile';

import { type Dimension, dimensionsOf, partSql } from './dimension';
import { type Asked, type Chosen, viewsOf, within } from './figures';
import { type FrozenList, type FrozenPart, type FrozenRow, insertedColumns, sealOf } from './frozen-seal';
import { listsOf, type Measure } from './metric';

import { type Counted, printedOf, unrounded } from './printing';
import { type FigureSettings, readFigureSettings } from './settings';
import { type Window, windowOf, yearOf } from './window';
import { measureWords } from './wording';

export interface FreezeRequest extends Asked {
  /** Which figures; every metric within reach, as the jurisdiction prints it, when absent. */
  readonly figures?: readonly {
    readonly metric: string;
    /** The jurisdiction's variant when absent. The scope (own government, departments, all organs) is the variant's. */
    readonly variant?: string;
    /** In parts, by this dimension (see `dimensionsOf`); the whole alone when absent. */
    readonly by?: string;
  }[];
  /** Person who freezes; null: a command. */
  readonly by: string | null;
}

/** Distinguishes this lock of a jurisdiction from others PostgreSQL may be asked for. */
const CHAIN_LOCK = 17953142;
const UNIQUE_VIOLATION = '23505';

/**
 * Freezes and returns the new rows in the order asked for. The whole jurisdiction is counted, whoever asks; `reach` only
 * decides which metrics somebody may freeze. All lists come from one moment of the database; a whole and its parts share
 * theirs. Throws FieldErrors for a period, day, metric, variant or dimension that is none, Refusal when another freezing is
 * under way. Call first in its transaction, or after another freezing: it sets the isolation.
 */
export async function freezeFigures(tx: Tx, request: FreezeRequest, at: Date): Promise<FrozenRow[]> {
  const window = windowOf(request);
  const readable = viewsOf(request);
  const viewOf = viewsOf({ ...request, reach: undefined });
  await tx.execute('set transaction isolation level repeatable read');
  const [lock] = await tx.query<{ held: boolean }>('select pg_try_advisory_xact_lock($1, $2) as held', [
    CHAIN_LOCK,
    request.jurisdictionId,
  ]);
  if (!lock?.held) throw busy();
  const settings = await readFigureSettings(tx, request.jurisdictionId);
  const chosen = chosenBy(request, settings, readable);
  // The snapshot is as old as the lock's own statement. Whoever got the lock from one that committed in between would
  // chain on a row that is not the last any more; the unique number of rows refuses that.
  const [last] = await tx.query<{ seq: number; hash: string }>(
    'select seq, hash from frozen_figure where jurisdiction_id = $1 order by seq desc limit 1',
    [request.jurisdictionId],
  );
  await tx.execute('set local jit = off');
  const dimensions = dimensionsByList(chosen);
  const lists = new Map<string, FrozenList>();
  const listOf = async (measure: Measure): Promise<FrozenList> => {
    const key = keyOf(measure);
    const list = lists.get(key) ?? (await freezeList(tx, measure, dimensions.get(key) ?? [], viewOf, window));
    lists.set(key, list);
    return list;
  };
  const rows: FrozenRow[] = [];
  const split = new Map<string, readonly FrozenPart[]>();
  for (const one of chosen) {
    const numerator = await listOf(one.variant.numerator);
    const denominator = one.variant.denominator && (await listOf(one.variant.denominator));
    const before = rows.at(-1) ?? last;
    const parts =
      one.by === null
        ? []
        : await partsIn(tx, request.jurisdictionId, one, { numerator, denominator }, window, settings);
    const figure = {
      ...drawnUp(one, window, settings, numerator, denominator),
      split_by: one.by?.id ?? null,
      split_title: one.by?.title ?? null,
      id: uuidv7(),
      seq: (before?.seq ?? 0) + 1,
      known_on: request.knownOn ?? null,
      frozen_at: at,
      frozen_by: request.by,
      previous: before?.hash ?? null,
    };
    rows.push({ ...figure, hash: sealOf(figure, numerator, denominator, parts) });
    split.set(figure.id, parts);
  }
  await insertFigures(tx, request.jurisdictionId, rows);
  await insertParts(tx, request.jurisdictionId, split);
  return rows;
}

/** What is to be frozen: a reading, whole or by a dimension. */
interface Wanted extends Chosen {
  readonly by: Dimension | null;
}

/** Lists that are counted alike are frozen once. */
const keyOf = (measure: Measure): string =>
  JSON.stringify(listsOf(measure).map((m) => [m.sheet.table, m.sheet.kind, m.where, m.sum, m.fold]));

/** The dimensions that each list must tell its cases apart by. */
function dimensionsByList(chosen: readonly Wanted[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { variant, by } of chosen)
    for (const measure of by === null ? [] : [variant.numerator, variant.denominator])
      if (measure !== null && by !== null)
        found.set(keyOf(measure), [...new Set([...(found.get(keyOf(measure)) ?? []), by.id])]);
  return found;
}

/** The parts of a figure, counted from the frozen cases themselves; what is not known last. */
async function partsIn(
  tx: Tx,
  jurisdictionId: number,
  { metric, variant, by }: Wanted,
  lists: Readonly<Record<Part, FrozenList | null>>,
  window: Window,
  settings: FigureSettings,
): Promise<readonly FrozenPart[]> {
  if (by === null) return [];
  const groups = await groupsOf(variant, by.id, async (_, side) => {
    const list = lists[side];
    return list === null
      ? []
      : tx.query<PartCount & { [column: string]: unknown }>(
          `select coalesce(r.parts ->> $3, '') as key, max(o.name) as name,
             ${list.summed === null ? 'count(*)' : 'coalesce(sum((r.fields ->> $4)::bigint), 0)::bigint'} as n
           from frozen_case r join organisation o on o.jurisdiction_id = r.jurisdiction_id and o.id = r.organisation_id
           where r.jurisdiction_id = $1 and r.list_id = $2 group by 1`,
          [jurisdictionId, list.id, by.id, ...(list.summed === null ? [] : [list.summed])],
        );
  });
  const most = Number.MAX_SAFE_INTEGER;
  const { rows, unknown } = laidOut(groups, null, { by: by.id, most, window, metric, variant, settings });
  const unknownRow = unknown === null ? [] : [{ ...unknown, key: null, label: '未注明' }];
  return [...rows, ...unknownRow].map(({ key, label, numerator, denominator, value, printed }) => ({
    key,
    label,
    numerator,
    denominator,
    value: value === null ? null : String(value),
    printed,
  }));
}

function insertParts(
  tx: Tx,
  jurisdictionId: number,
  split: ReadonlyMap<string, readonly FrozenPart[]>,
): Promise<number> {
  const rows = [...split].flatMap(([figure_id, parts]) => parts.map((p, i) => ({ figure_id, place: i + 1, ...p })));
  return tx.execute(
    `insert into frozen_part (jurisdiction_id, figure_id, place, key, label, numerator, denominator, value, printed)
     select $1, r.* from jsonb_to_recordset($2::jsonb) as r(figure_id uuid, place int, key text, label text,
       numerator bigint, denominator bigint, value numeric, printed text)`,
    [jurisdictionId, JSON.stringify(rows)],
  );
}

const busy = () => new Refusal([{ guard: 'freezing', message: '本辖区正有另一批数据在冻结，请稍后再试', article: '' }]);

async function insertFigures(tx: Tx, jurisdictionId: number, rows: readonly FrozenRow[]): Promise<void> {
  const columns = Object.entries(insertedColumns);
  try {
    await tx.execute(
      `insert into frozen_figure (jurisdiction_id, ${columns.map(([name]) => name).join(', ')})
       select $1, r.* from jsonb_to_recordset($2::jsonb) as r(${columns.map((c) => c.join(' ')).join(', ')})`,
      [jurisdictionId, JSON.stringify(rows)],
    );
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION ? busy() : error;
  }
}

function chosenBy(request: FreezeRequest, settings: FigureSettings, readable: (kind: string) => View): Wanted[] {
  const asked: NonNullable<FreezeRequest['figures']> = request.figures ?? catalogue.map(({ id }) => ({ metric: id }));
  const found = asked.map(({ metric: id, variant: given, by }, i): Wanted | null => {
    const metric = catalogue.find((m) => m.id === id);
    const name = metric && (given ?? settings.variantOf(metric));
    const variant =
      metric && name !== undefined && Object.hasOwn(metric.variants, name) ? metric.variants[name] : undefined;
    // What is out of reach looks like what does not exist.
    if (metric === undefined || name === undefined || variant === undefined || !within(variant, readable)) {
      if (request.figures === undefined) return null;
      const field = metric === undefined || variant !== undefined ? 'metric' : 'variant';
      const rule = field === 'metric' ? '没有这一指标' : `${metric?.title ?? ''}没有这一口径`;
      throw new FieldErrors([
        { field: `figures.${i}.${field}`, value: field === 'metric' ? id : (given ?? null), rule },
      ]);
    }
    const dimensions = dimensionsOf(variant);
    const dimension = dimensions.find((d) => d.id === by) ?? null;
    if (by !== undefined && dimension === null) {
      const rule = `${metric.title}可以按${dimensions.map((d) => `${d.title}（${d.id}）`).join('、') || '（无）'}冻结分项`;
      throw new FieldErrors([{ field: `figures.${i}.by`, value: by, rule }]);
    }
    return { metric, name, variant, by: dimension };
  });
  return found.filter((c) => c !== null);
}

/** What was counted of a list: its cases, or the sum (least, greatest) of its column. */
export const countOf = ({ summed, cases, total }: Pick<FrozenList, 'summed' | 'cases' | 'total'>): number =>
  summed === null ? cases : total;

function drawnUp(
  { metric, name, variant }: Chosen,
  window: Window,
  settings: FigureSettings,
  numerator: FrozenList,
  denominator: FrozenList | null,
) {
  const counted: Counted = { numerator: countOf(numerator), denominator: denominator && countOf(denominator) };
  const approximate = settings.approximationOf(metric);
  const precision = settings.precisionOf(metric, yearOf(window));
  const value = unrounded(variant.value, counted);
  return {
    metric: metric.id,
    variant: name,
    title: metric.title,
    reading: variant.title,
    kind: metric.kind,
    arithmetic: variant.value,
    unit: settings.unitOf(metric, variant),
    scope: variant.scope,
    counts: variant.counts,
    definition: metric.definition,
    period_from: window.start,
    period_to: window.end,
    ...counted,
    value: value === null ? null : String(value),
    printed: printedOf(variant.value, variant.unit, counted, precision, approximate),
    approximate,
    note: settings.noteOf(metric),
    numerator_list: numerator.id,
    denominator_list: denominator?.id ?? null,
  };
}

/**
 * SHA-256 of a list, computed where the rows are: the digests of its rows, joined in order of case, line and source. A row's
 * digest is that of the JSON array [case, line, source, number, organisation, fields] as PostgreSQL prints jsonb, with the
 * parts the case belonged to behind them where the list was split.
 */
export const listDigest = `encode(sha256(coalesce(string_agg(
    sha256(convert_to((jsonb_build_array(r.case_id, r.line, r.source, r.number, r.organisation_id, r.fields)
      || case when r.parts is null then '[]'::jsonb else jsonb_build_array(r.parts) end)::text, 'UTF8')),
    ''::bytea order by r.case_id, r.line collate "C", r.source collate "C"), ''::bytea)), 'hex')`;

/** The sum (least, greatest value) of a list's column over its rows; 0 over none. */
export const listTotal = (summed: string, fold: string): string =>
  `coalesce(${fold === 'least' ? 'min' : fold === 'greatest' ? 'max' : 'sum'}((r.fields ->> ${summed})::bigint), 0)::bigint`;

async function freezeList(
  tx: Tx,
  measure: Measure,
  dimensions: readonly string[],
  viewOf: (kind: string) => View,
  window: Window,
): Promise<FrozenList> {
  const { sheet, sum: summed } = measure;
  const fold = summed === null ? null : (measure.fold ?? 'sum');
  const { jurisdictionId } = viewOf(sheet.kind);
  const list = { id: uuidv7(), kind: sheet.kind, words: measureWords(measure), summed, fold };
  for (const one of listsOf(measure)) await freezeCases(tx, list.id, one, dimensions, viewOf(one.sheet.kind), window);
  const [found] = await tx.query<{ cases: number; total: number; digest: string }>(
    `select count(*) as cases, ${listDigest} as digest,
       ${summed === null || fold === null ? '0' : listTotal('$3::text', fold)} as total
     from frozen_case r where r.jurisdiction_id = $1 and r.list_id = $2`,
    summed === null ? [jurisdictionId, list.id] : [jurisdictionId, list.id, summed],
  );
  if (found === undefined) throw new Error(`未冻结：${sheet.table}`);
  const frozen = { ...list, ...found };
  await tx.execute(
    `insert into frozen_list (jurisdiction_id, id, kind, words, summed, fold, cases, total, digest)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      jurisdictionId,
      frozen.id,
      frozen.kind,
      frozen.words,
      frozen.summed,
      frozen.fold,
      frozen.cases,
      frozen.total,
      frozen.digest,
    ],
  );
  return frozen;
}

function freezeCases(
  tx: Tx,
  listId: string,
  list: Measure,
  dimensions: readonly string[],
  view: View,
  window: Window,
): Promise<number> {
  const { sheet, where } = list;
  const { fields, line } = factsOf(list);
  const parameters = new Parameters();
  const jurisdiction = parameters.of(view.jurisdictionId, 'int');
  const parts = dimensions.map((by) => `${parameters.of(by, 'text')}, ${partSql(list, by, window, parameters)}`);
  return tx.execute(
    `insert into frozen_case (jurisdiction_id, list_id, case_id, line, source, number, organisation_id, fields, parts)
     select ${jurisdiction}, ${parameters.of(listId, 'uuid')}, ${idOf(sheet)}, ${line},
       ${parameters.of(sheet.table, 'text')}, ${numberOf(sheet)}, f.organisation_id, ${fields},
       ${parts.length === 0 ? 'null' : `jsonb_build_object(${parts.join(', ')})`}
     ${factsWithin(sheet, view, parameters)} and ${conditionOf(where, window, parameters)}`,
    parameters.values,
  );
}

/** 案号 or register number at the moment of freezing. A register's entry may be named by a person, so its name stays out. */
const numberOf = ({ named }: FactSheet): string =>
  named === undefined
    ? `(select coalesce(c.number, c.register_number) from case_file c
        where c.jurisdiction_id = f.jurisdiction_id and c.id = f.case_id)`
    : 'null';
