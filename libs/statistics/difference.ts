/** Why a live number has moved away from its frozen one: the cases that came, went or changed, each with its cause. */
import type { FactSheet, FactValue, FactView } from '@anjuan/casework';
import { addDays } from '@anjuan/law';
import { shanghaiInstant, type Tx } from '@anjuan/platform';
import { factsOf, type Part, shownFacts } from './case-lists';
import { catalogue } from './catalogue';
import { conditionOf, factsWithin, idOf, Parameters } from './compile';
import { listsOf, type Reach } from './figures';
import type { FrozenFigure } from './frozen-reading';
import type { Measure } from './metric';
import { printedOf, unrounded } from './printing';
import { readFigureSettings } from './settings';
import { tally } from './tally';
import { type Window, windowOf, yearOf } from './window';
import { measureWords } from './wording';

/** Causes of a difference, as people call them. */
export const causes = {
  late: '冻结后登记（补录）',
  correction: '更正',
  transfer: '移送（办理机构变更）',
  definition: '口径变更',
  other: '其他',
} as const;
export type Cause = keyof typeof causes;

export const changes = { added: '新计入', removed: '不再计入', changed: '仍计入，字段有变' } as const;
export type Change = keyof typeof changes;

export interface ChangedCase {
  readonly part: Part;
  readonly id: string;
  readonly kind: string;
  /** 案号 or register number; null for a register's entry. */
  readonly number: string | null;
  readonly organisation: string;
  readonly change: Change;
  readonly cause: Cause;
  /** What was known when the figure was frozen, and what is known now, of the facts the definition looks at. */
  readonly before: readonly FactView[];
  readonly after: readonly FactView[];
  /** Instant (ISO 8601) since which the present facts are known; null where none are. */
  readonly recorded_at: string | null;
}

export interface Difference {
  readonly figure: FrozenFigure;
  /** Null: the metric or its variant is no longer counted. */
  readonly now: {
    readonly value: number | null;
    readonly printed: string;
    readonly numerator: number;
    readonly denominator: number | null;
    readonly definition: number;
    readonly numerator_words: string;
    readonly denominator_words: string | null;
  } | null;
  /** The words or the version of the definition are others than they were. */
  readonly redefined: boolean;
  /** In order of their ids, the numerator's first; at most {@link SHOWN} of them. */
  readonly cases: readonly ChangedCase[];
  /** Changed cases altogether, named or not. */
  readonly total: number;
}

/** Most changed cases that are named; a difference of more is a new definition or an import, and read by its sum. */
export const SHOWN = 500;

/** Counts the figure anew over its days by what is known now. */
export async function differenceOf(
  tx: Tx,
  jurisdictionId: number,
  figure: FrozenFigure,
  reach: Reach | undefined,
): Promise<Difference> {
  const metric = catalogue.find(({ id }) => id === figure.metric);
  const variant =
    metric && Object.hasOwn(metric.variants, figure.variant) ? metric.variants[figure.variant] : undefined;
  if (metric === undefined || variant === undefined) return { figure, now: null, redefined: true, cases: [], total: 0 };
  const settings = await readFigureSettings(tx, jurisdictionId);
  const window = windowOf({ from: figure.period_from, cutoff: figure.period_to });
  const measures = variant.denominator === null ? [variant.numerator] : [variant.numerator, variant.denominator];
  const viewOf = () => ({ jurisdictionId, knownBefore: null, paths: null });
  const tallies = await tally(tx, measures.flatMap(listsOf), viewOf, window, false);
  const counted = (measure: Measure) =>
    listsOf(measure).reduce((n, list) => n + (tallies.get(list)?.sum ?? tallies.get(list)?.cases ?? 0), 0);
  const numbers = {
    numerator: counted(variant.numerator),
    denominator: variant.denominator && counted(variant.denominator),
  };
  const now = {
    ...numbers,
    value: unrounded(variant.value, numbers),
    printed: printedOf(
      variant.value,
      variant.unit,
      numbers,
      settings.precisionOf(metric, yearOf(window)),
      settings.approximationOf(metric),
    ),
    definition: metric.definition,
    numerator_words: measureWords(variant.numerator),
    denominator_words: variant.denominator && measureWords(variant.denominator),
  };
  const redefined =
    now.definition !== figure.definition ||
    now.numerator_words !== figure.numerator_words ||
    now.denominator_words !== figure.denominator_words;
  const found: ChangedCase[] = [];
  let total = 0;
  for (const [i, measure] of measures.entries()) {
    const listId = i === 0 ? figure.numerator_list : figure.denominator_list;
    if (listId === null) continue;
    for (const list of listsOf(measure)) {
      const rows = await changedRows(tx, jurisdictionId, figure, listId, list, window, redefined);
      total += rows.length;
      const paths = reach === undefined ? null : reach(list.sheet.kind);
      const seen = rows.filter((r) => paths === null || paths.some((p) => r.path.startsWith(p)));
      found.push(...seen.map((r) => changedCase(i === 0 ? 'numerator' : 'denominator', list, r, redefined)));
    }
  }
  return { figure, now, redefined, cases: found.slice(0, SHOWN), total };
}

interface ChangedRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly number: string | null;
  readonly organisation: string;
  readonly path: string;
  readonly was: boolean;
  readonly is: boolean;
  /** As frozen; null where the list did not have the case. */
  readonly frozen: Readonly<Record<string, FactValue>> | null;
  readonly frozen_at_organisation: string | null;
  /** As known when it was frozen, whether in the list or not. */
  readonly known: Readonly<Record<string, FactValue>> | null;
  readonly known_organisation: string | null;
  readonly current: Readonly<Record<string, FactValue>> | null;
  readonly current_organisation: string | null;
  readonly recorded_at: Date | null;
}

/** What stood when the figure was frozen: its moment, or for one "as known on" a day the end of that day. */
function momentOf(figure: FrozenFigure): string {
  if (figure.known_on === null) return figure.frozen_at;
  const end = new Date(shanghaiInstant(addDays(figure.known_on, 1)).getTime() - 1).toISOString();
  return end < figure.frozen_at ? end : figure.frozen_at;
}

/** Rows that are in one of the two lists only, or in both with other facts or another organisation. */
function changedRows(
  tx: Tx,
  jurisdictionId: number,
  figure: FrozenFigure,
  listId: string,
  measure: Measure,
  window: Window,
  redefined: boolean,
): Promise<ChangedRow[]> {
  const { sheet } = measure;
  const { fields, line } = factsOf(measure);
  const parameters = new Parameters();
  const jurisdiction = parameters.of(jurisdictionId, 'int');
  const moment = parameters.of(new Date(momentOf(figure)), 'timestamptz');
  const rowAt = (known: string) =>
    `left join lateral (select ${fields} as fields, f.organisation_id, f.recorded_from from ${sheet.table} f
       where f.jurisdiction_id = ${jurisdiction} and ${idOf(sheet)} = p.id and ${line} = p.line and ${known} limit 1)`;
  // Under another definition the same case carries other fields; only coming and going can be compared then.
  const altered = redefined ? '' : 'or w.fields <> i.fields or w.organisation_id <> i.organisation_id';
  return tx.query<ChangedRow>(
    `with w as (select case_id as id, line, number, organisation_id, fields from frozen_case
       where jurisdiction_id = ${jurisdiction} and list_id = ${parameters.of(listId, 'uuid')}
         and source = ${parameters.of(sheet.table, 'text')}),
     i as (select ${idOf(sheet)} as id, ${line} as line, f.organisation_id, ${fields} as fields
       ${factsWithin(sheet, { jurisdictionId, knownBefore: null, paths: null }, parameters)}
       and ${conditionOf(measure.where, window, parameters)}),
     p as (select coalesce(w.id, i.id) as id, coalesce(w.line, i.line) as line, w.number as frozen_number, w.id is not null as was,
         i.id is not null as "is", w.fields as frozen, w.organisation_id as frozen_at_organisation
       from w full join i on i.id = w.id and i.line = w.line where w.id is null or i.id is null ${altered})
     select p.*, ${sheet.named === undefined ? 'coalesce(p.frozen_number, cf.number, cf.register_number)' : 'null'} as number,
       o.name as organisation, o.path, k.fields as known, k.organisation_id as known_organisation,
       c.fields as current, c.organisation_id as current_organisation, c.recorded_from as recorded_at
     from p
     ${rowAt(`f.recorded_from <= ${moment} and f.recorded_to > ${moment}`)} k on true
     ${rowAt(`f.recorded_to = 'infinity'`)} c on true
     left join case_file cf on cf.jurisdiction_id = ${jurisdiction} and cf.id = p.id
     join organisation o on o.jurisdiction_id = ${jurisdiction}
       and o.id = coalesce(c.organisation_id, p.frozen_at_organisation, k.organisation_id)
     order by p.id, p.line`,
    parameters.values,
  );
}

function changedCase(part: Part, measure: Measure, row: ChangedRow, redefined: boolean): ChangedCase {
  const { sheet } = measure;
  const shown = (facts: ChangedRow['frozen']) => factsIn(sheet, facts);
  return {
    part,
    id: row.id,
    kind: sheet.kind,
    number: row.number,
    organisation: row.organisation,
    change: row.was ? (row.is ? 'changed' : 'removed') : 'added',
    cause: causeOf(row, redefined),
    before: shown(row.frozen ?? row.known),
    after: shown(row.current),
    recorded_at: row.recorded_at === null ? null : row.recorded_at.toISOString(),
  };
}

const factsIn = (sheet: FactSheet, facts: Readonly<Record<string, FactValue>> | null): FactView[] =>
  facts === null ? [] : shownFacts(sheet, Object.keys(facts), facts);

/**
 * late: the case, or a fact of it, became known only afterwards · correction: a known fact was replaced or withdrawn ·
 * transfer: the facts are the same, another organisation holds the case · definition: nothing about the case changed, the
 * definition did.
 */
function causeOf(row: ChangedRow, redefined: boolean): Cause {
  // A case in the frozen list was known, whatever the instant says: both may bear the same one.
  const before = (redefined ? row.known : (row.frozen ?? row.known)) ?? row.frozen;
  const organisation = row.frozen_at_organisation ?? row.known_organisation;
  if (before === null) return 'late';
  const { current } = row;
  if (current === null) return 'correction';
  const altered = Object.keys(current).filter((name) => (before[name] ?? null) !== (current[name] ?? null));
  if (altered.length > 0) return altered.every((name) => (before[name] ?? null) === null) ? 'late' : 'correction';
  if (organisation !== row.current_organisation) return 'transfer';
  return redefined ? 'definition' : 'other';
}
