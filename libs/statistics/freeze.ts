/**
 * 数据冻结: a figure as published — value, reading, version of the definition, days, and the cases with the facts the
 * definition looked at — sealed so that a later change of any of it shows. Rows are only added: a newer freezing of the
 * same metric, variant and days supersedes the older one, and nothing is ever thawed.
 */
import { type FactSheet, FieldErrors, Refusal } from '@anjuan/casework';
import { type Tx, uuidv7 } from '@anjuan/platform';
import { factsOf } from './case-lists';
import { catalogue } from './catalogue';
import { conditionOf, factsWithin, idOf, Parameters, type View } from './compile';
import { type Asked, type Chosen, listsOf, viewsOf, within } from './figures';
import { type FrozenList, type FrozenRow, insertedColumns, sealOf } from './frozen-seal';
import type { Measure } from './metric';
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
  }[];
  /** Person who freezes; null: a command. */
  readonly by: string | null;
}

/** Distinguishes this lock of a jurisdiction from others PostgreSQL may be asked for. */
const CHAIN_LOCK = 17953142;
const UNIQUE_VIOLATION = '23505';

/**
 * Freezes and returns the new rows in the order asked for. The whole jurisdiction is counted, whoever asks; `reach` only
 * decides which metrics somebody may freeze. All lists come from one moment of the database.
 * Throws FieldErrors for a period, day, metric or variant that is none, Refusal when another freezing is under way.
 * Call first in its transaction: it sets the isolation.
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
  const lists = new Map<string, FrozenList>();
  const listOf = async (measure: Measure): Promise<FrozenList> => {
    const key = JSON.stringify(listsOf(measure).map((m) => [m.sheet.table, m.sheet.kind, m.where, m.sum, m.fold]));
    const list = lists.get(key) ?? (await freezeList(tx, measure, viewOf, window));
    lists.set(key, list);
    return list;
  };
  const rows: FrozenRow[] = [];
  for (const one of chosen) {
    const numerator = await listOf(one.variant.numerator);
    const denominator = one.variant.denominator && (await listOf(one.variant.denominator));
    const before = rows.at(-1) ?? last;
    const figure = {
      ...drawnUp(one, window, settings, numerator, denominator),
      id: uuidv7(),
      seq: (before?.seq ?? 0) + 1,
      known_on: request.knownOn ?? null,
      frozen_at: at,
      frozen_by: request.by,
      previous: before?.hash ?? null,
    };
    rows.push({ ...figure, hash: sealOf(figure, numerator, denominator) });
  }
  await insertFigures(tx, request.jurisdictionId, rows);
  return rows;
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

function chosenBy(request: FreezeRequest, settings: FigureSettings, readable: (kind: string) => View): Chosen[] {
  const asked = request.figures ?? catalogue.map(({ id }) => ({ metric: id }));
  const found = asked.map(({ metric: id, variant: given }: { metric: string; variant?: string }, i) => {
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
    return { metric, name, variant };
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
 * digest is that of the JSON array [case, line, source, number, organisation, fields] as PostgreSQL prints jsonb.
 */
export const listDigest = `encode(sha256(coalesce(string_agg(
    sha256(convert_to(jsonb_build_array(r.case_id, r.line, r.source, r.number, r.organisation_id, r.fields)::text, 'UTF8')),
    ''::bytea order by r.case_id, r.line collate "C", r.source collate "C"), ''::bytea)), 'hex')`;

/** The sum (least, greatest value) of a list's column over its rows; 0 over none. */
export const listTotal = (summed: string, fold: string): string =>
  `coalesce(${fold === 'least' ? 'min' : fold === 'greatest' ? 'max' : 'sum'}((r.fields ->> ${summed})::bigint), 0)::bigint`;

async function freezeList(
  tx: Tx,
  measure: Measure,
  viewOf: (kind: string) => View,
  window: Window,
): Promise<FrozenList> {
  const { sheet, sum: summed } = measure;
  const fold = summed === null ? null : (measure.fold ?? 'sum');
  const { jurisdictionId } = viewOf(sheet.kind);
  const list = { id: uuidv7(), kind: sheet.kind, words: measureWords(measure), summed, fold };
  for (const one of listsOf(measure)) await freezeCases(tx, list.id, one, viewOf(one.sheet.kind), window);
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

function freezeCases(tx: Tx, listId: string, list: Measure, view: View, window: Window): Promise<number> {
  const { sheet, where } = list;
  const { fields, line } = factsOf(list);
  const parameters = new Parameters();
  const jurisdiction = parameters.of(view.jurisdictionId, 'int');
  return tx.execute(
    `insert into frozen_case (jurisdiction_id, list_id, case_id, line, source, number, organisation_id, fields)
     select ${jurisdiction}, ${parameters.of(listId, 'uuid')}, ${idOf(sheet)}, ${line},
       ${parameters.of(sheet.table, 'text')}, ${numberOf(sheet)}, f.organisation_id, ${fields}
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
