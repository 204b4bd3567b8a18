/** Why a live number has moved away from its frozen one: the cases that came, went or changed, each with its cause. */
import type { FactSheet, FactValue, FactView } from '@anjuan/casework';
import { addDays } from '@anjuan/law';
import { shanghaiInstant, type Tx } from '@anjuan/platform';
import { laidOut, liveGroups } from './breakdown';
import { factsOf, type Part, shownFacts } from './case-lists';
import { catalogue } from './catalogue';
import { conditionOf, factsWithin, idOf, Parameters } from './compile';

import { dimensionsOf, partSql } from './dimension';
import type { Reach } from './figures';
import { type FrozenFigure, partFact, readParts } from './frozen-reading';
import type { FrozenPart } from './frozen-seal';
import { listsOf, type Measure, type Metric, type Variant } from './metric';
import { partPrinted, printedOf, unrounded } from './printing';
import { type FigureSettings, readFigureSettings } from './settings';

import { tally } from './tally';
import { type Window, windowOf, yearOf } from './window';
import { WITHHELD, withheldFrom } from './withheld';
import { measureWords } from './wording';

/** Causes of a difference, as people call them. */
export const causes = {
  late: '冻结后登记（补录）',
  correction: '更正',
  merger: '重复登记，并入他案',
  separation: '撤销并入',
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
  /** The reader is not admitted to the case: its number and facts are left out. */
  readonly restricted: boolean;
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

/** One part of a figure frozen by a dimension, then and now; null where there was, or is, no such part. */
export interface ChangedPart {
  /** Null: cases of which the dimension is not known. */
  readonly key: string | null;
  readonly label: string;
  readonly frozen: PrintedPart | null;
  readonly now: PrintedPart | null;
}
export interface PrintedPart {
  readonly printed: string;
  /** As people read them: cases, persons, or money in its unit. */
  readonly numerator: string;
  readonly denominator: string | null;
}

export interface Difference {
  readonly figure: FrozenFigure;
  /** Null: the metric or its variant is no longer counted. */
  readonly now: {
    readonly value: number | null;
    readonly printed: string;
    readonly numerator: number;
    readonly denominator: number | null;
    /** Sums of money in their unit, to the last fen. */
    readonly numerator_printed: string;
    readonly denominator_printed: string | null;
    readonly definition: number;
    readonly numerator_words: string;
    readonly denominator_words: string | null;
  } | null;
  /** The words or the version of the definition are others than they were. */
  readonly redefined: boolean;
  /** The parts as they were frozen, then those that are new; none of a whole, or where it is no longer told apart so. */
  readonly parts: readonly ChangedPart[];
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
  const by = figure.split_by;
  if (
    metric === undefined ||
    variant === undefined ||
    (by !== null && !dimensionsOf(variant).some(({ id }) => id === by))
  )
    return { figure, now: null, redefined: true, parts: [], cases: [], total: 0 };
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
    numerator_printed: partPrinted(variant.value, variant.unit, numbers.numerator),
    denominator_printed:
      numbers.denominator === null ? null : partPrinted(variant.value, variant.unit, numbers.denominator),
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
  const frozen = (await readParts(tx, jurisdictionId, [figure.id])).get(figure.id) ?? [];
  const parts =
    by === null ? [] : await partsNow(tx, { jurisdictionId, metric, variant, by, window, settings }, frozen);
  const labels = new Map(parts.map((p) => [p.key, p.label]));
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
      found.push(
        ...seen.map((r) => changedCase(i === 0 ? 'numerator' : 'denominator', list, r, { figure, redefined, labels })),
      );
    }
  }
  const shown = found.slice(0, SHOWN);
  const withheld = await withheldFrom(
    tx,
    jurisdictionId,
    reach?.reader,
    shown.map(({ id }) => id),
  );
  const cases = shown.map((c) =>
    withheld.has(c.id) ? { ...c, number: WITHHELD, before: [], after: [], restricted: true } : c,
  );
  return { figure, now, redefined, parts, cases, total };
}

/** The parts counted anew, beside those that were frozen. */
async function partsNow(
  tx: Tx,
  o: {
    readonly jurisdictionId: number;
    readonly metric: Metric;
    readonly variant: Variant;
    readonly by: string;
    readonly window: Window;
    readonly settings: FigureSettings;
  },
  frozen: readonly FrozenPart[],
): Promise<readonly ChangedPart[]> {
  const { jurisdictionId, variant, by, window } = o;
  const viewOf = () => ({ jurisdictionId, knownBefore: null, paths: null });
  const groups = await liveGroups(tx, variant, viewOf, window, by);
  const { rows, unknown } = laidOut(groups, null, { ...o, most: Number.MAX_SAFE_INTEGER });
  const present = [...rows, ...(unknown === null ? [] : [{ ...unknown, key: null, label: '未注明' }])];
  const shown = (p: Pick<FrozenPart, 'printed' | 'numerator' | 'denominator'> | undefined): PrintedPart | null =>
    p === undefined
      ? null
      : {
          printed: p.printed,
          numerator: partPrinted(variant.value, variant.unit, p.numerator),
          denominator: p.denominator === null ? null : partPrinted(variant.value, variant.unit, p.denominator),
        };
  return [
    ...frozen.map((f) => ({
      key: f.key,
      label: f.label,
      frozen: shown(f),
      now: shown(present.find((p) => p.key === f.key)),
    })),
    ...present
      .filter((p) => frozen.every((f) => f.key !== p.key))
      .map((p) => ({ key: p.key, label: p.label, frozen: null, now: shown(p) })),
  ];
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
  /** The part of a figure frozen by a dimension that the case belonged to, and belongs to. */
  readonly part_was: string | null;
  readonly part_is: string | null;
  /** Instants since which the case is a duplicate, and since which it is none any more; null where it is, or was, none. */
  readonly merged_at: Date | null;
  readonly separated_at: Date | null;
}

/** What stood when the figure was frozen: its moment, or for one "as known on" a day the end of that day. */
function momentOf(figure: FrozenFigure): string {
  if (figure.known_on === null) return figure.frozen_at;
  const end = new Date(shanghaiInstant(addDays(figure.known_on, 1)).getTime() - 1).toISOString();
  return end < figure.frozen_at ? end : figure.frozen_at;
}

/** Rows that are in one of the two lists only, or in both with other facts, in another part, or with another organisation. */
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
  const altered = redefined
    ? ''
    : 'or w.fields <> i.fields or w.organisation_id <> i.organisation_id or w.part is distinct from i.part';
  const by = figure.split_by;
  const partThen = by === null ? 'null::text' : `parts ->> ${parameters.of(by, 'text')}`;
  const partNow = by === null ? 'null::text' : partSql(measure, by, window, parameters);
  return tx.query<ChangedRow>(
    `with w as (select case_id as id, line, number, organisation_id, fields, ${partThen} as part from frozen_case
       where jurisdiction_id = ${jurisdiction} and list_id = ${parameters.of(listId, 'uuid')}
         and source = ${parameters.of(sheet.table, 'text')}),
     i as (select ${idOf(sheet)} as id, ${line} as line, f.organisation_id, ${fields} as fields, ${partNow} as part
       ${factsWithin(sheet, { jurisdictionId, knownBefore: null, paths: null }, parameters)}
       and ${conditionOf(measure.where, window, parameters)}),
     p as (select coalesce(w.id, i.id) as id, coalesce(w.line, i.line) as line, w.number as frozen_number, w.id is not null as was,
         i.id is not null as "is", w.fields as frozen, w.organisation_id as frozen_at_organisation,
         w.part as part_was, i.part as part_is
       from w full join i on i.id = w.id and i.line = w.line where w.id is null or i.id is null ${altered})
     select p.*, ${sheet.named === undefined ? 'coalesce(p.frozen_number, cf.number, cf.register_number)' : 'null'} as number,
       o.name as organisation, o.path, k.fields as known, k.organisation_id as known_organisation,
       c.fields as current, c.organisation_id as current_organisation, c.recorded_from as recorded_at,
       (select m.recorded_from from case_merger m where m.jurisdiction_id = ${jurisdiction} and m.case_id = p.id
          and m.recorded_to = 'infinity') as merged_at,
       (select m.recorded_to from case_merger m where m.jurisdiction_id = ${jurisdiction} and m.case_id = p.id
          and m.recorded_from <= ${moment} and m.recorded_to > ${moment} and m.recorded_to < 'infinity') as separated_at
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

interface Told {
  readonly figure: FrozenFigure;
  readonly redefined: boolean;
  /** Of the parts, by key. */
  readonly labels: ReadonlyMap<string | null, string>;
}

function changedCase(part: Part, measure: Measure, row: ChangedRow, { figure, redefined, labels }: Told): ChangedCase {
  const { sheet } = measure;
  const { split_by, split_title } = figure;
  const shown = (facts: ChangedRow['frozen'], key: string | null) => [
    ...factsIn(sheet, facts),
    ...partFact(split_by, split_title, key, labels, facts ?? {}),
  ];
  const cause = causeOf(row, redefined);
  const since = cause === 'merger' ? row.merged_at : cause === 'separation' ? row.separated_at : row.recorded_at;
  return {
    part,
    id: row.id,
    kind: sheet.kind,
    number: row.number,
    restricted: false,
    organisation: row.organisation,
    change: row.was ? (row.is ? 'changed' : 'removed') : 'added',
    cause,
    before: shown(row.frozen ?? row.known, row.part_was),
    after: shown(row.current, row.part_is),
    recorded_at: since === null ? null : since.toISOString(),
  };
}

const factsIn = (sheet: FactSheet, facts: Readonly<Record<string, FactValue>> | null): FactView[] =>
  facts === null ? [] : shownFacts(sheet, Object.keys(facts), facts);

/**
 * merger, separation: the case was found to be a duplicate, or to be none after all · late: the case, or a fact of it,
 * became known only afterwards · correction: a known fact was replaced or withdrawn, that by which the figure was split
 * included · transfer: the facts are the same, another organisation holds the case · definition: nothing about the case changed, the
 * definition did.
 */
function causeOf(row: ChangedRow, redefined: boolean): Cause {
  if (row.was && !row.is && row.merged_at !== null) return 'merger';
  if (row.is && !row.was && row.separated_at !== null) return 'separation';
  // A case in the frozen list was known, whatever the instant says: both may bear the same one.
  const before = (redefined ? row.known : (row.frozen ?? row.known)) ?? row.frozen;
  const organisation = row.frozen_at_organisation ?? row.known_organisation;
  if (before === null) return 'late';
  const { current } = row;
  if (current === null) return 'correction';
  const altered = Object.keys(current).filter((name) => (before[name] ?? null) !== (current[name] ?? null));
  if (altered.length > 0) return altered.every((name) => (before[name] ?? null) === null) ? 'late' : 'correction';
  if (organisation !== row.current_organisation) return 'transfer';
  if (row.was && row.is && row.part_was !== row.part_is) return row.part_was === null ? 'late' : 'correction';
  return redefined ? 'definition' : 'other';
}
