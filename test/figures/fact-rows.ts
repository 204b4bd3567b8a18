/**
 * Facts written straight into their tables, as the application role: years that no sequence of lawful events would
 * make compactly, and moments of knowledge that the clerk's clock would have to be turned for.
 */
import type { FactSheet, FactValue } from '@anjuan/casework';
import { type Database, uuidv7 } from '@anjuan/platform';
import type { FigureRow, Figures, FiguresRequest } from '@anjuan/statistics';

export type Facts = Readonly<Record<string, FactValue>>;
/** What was known of a case from an instant until the next moment. */
export interface Moment {
  readonly from: string;
  readonly facts: Facts;
}
/** One case: its facts, known all along, or its moments of knowledge, oldest first. */
export interface CaseRow {
  readonly facts: Facts | readonly Moment[];
  readonly organisationId?: string;
}

const momentsOf = (facts: CaseRow['facts']): readonly Moment[] =>
  isMoments(facts) ? facts : [{ from: '2020-01-01T00:00:00+08:00', facts }];
const isMoments = (facts: CaseRow['facts']): facts is readonly Moment[] => Array.isArray(facts);

/** Adds the cases and returns their ids, in order. */
export async function addCases(
  database: Database,
  county: { readonly jurisdictionId: number; readonly bureau: { readonly id: string } },
  sheet: FactSheet,
  rows: readonly CaseRow[],
): Promise<readonly string[]> {
  const jurisdiction_id = county.jurisdictionId;
  const cases = rows.map((row) => ({ ...row, id: uuidv7(), organisation_id: row.organisationId ?? county.bureau.id }));
  const files = cases.map(({ id, organisation_id }) => ({
    jurisdiction_id,
    id,
    kind: sheet.kind,
    organisation_id,
    state: 'archived',
    state_since: '2024-01-01',
    version: 1,
    register_number: id,
    number: `第${id.slice(-12)}号`,
    opened_on: '2024-01-01',
    origin: 'import',
    created_at: '2024-01-01T00:00:00+08:00',
    updated_at: '2024-01-01T00:00:00+08:00',
  }));
  const facts = cases.flatMap(({ id, organisation_id, facts: known }) => {
    const moments = momentsOf(known);
    return moments.map((moment, i) => {
      for (const column of Object.keys(moment.facts))
        if (sheet.columns[column] === undefined) throw new Error(`${sheet.table} has no column ${column}`);
      return {
        ...moment.facts,
        jurisdiction_id,
        case_id: id,
        organisation_id,
        from_seq: i + 1,
        recorded_from: moment.from,
        recorded_to: moments[i + 1]?.from ?? 'infinity',
      };
    });
  });
  await database.inJurisdiction(jurisdiction_id, async (tx) => {
    for (const [table, list] of [
      ['case_file', files],
      [sheet.table, facts],
    ] as const)
      await tx.execute(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
        JSON.stringify(list),
      ]);
  });
  return cases.map(({ id }) => id);
}

/** Adds standing entries to a register. */
export async function addEntries(
  database: Database,
  county: { readonly jurisdictionId: number; readonly bureau: { readonly id: string } },
  sheet: FactSheet,
  entries: readonly Facts[],
): Promise<void> {
  const rows = entries.map((entry) => ({
    ...entry,
    jurisdiction_id: county.jurisdictionId,
    id: uuidv7(),
    revision: 1,
    recorded_from: '2020-01-01T00:00:00+08:00',
    recorded_to: 'infinity',
    organisation_id: county.bureau.id,
  }));
  await database.inJurisdiction(county.jurisdictionId, (tx) =>
    tx.execute(`insert into ${sheet.table} select * from jsonb_populate_recordset(null::${sheet.table}, $1::jsonb)`, [
      JSON.stringify(rows),
    ]),
  );
}

/** Figures by metric; with all variants, the others than the default by `metric/variant`. */
export async function figuresBy(figures: Figures, request: FiguresRequest): Promise<ReadonlyMap<string, FigureRow>> {
  const rows = await figures.figures(request);
  const alone = (row: FigureRow) => row.variant === 'default' || request.allVariants !== true;
  return new Map(rows.map((row) => [alone(row) ? row.metric : `${row.metric}/${row.variant}`, row]));
}

/** Numerator and denominator, in rows, of the named figures; an unknown name fails. */
export function quotientsOf(
  rows: ReadonlyMap<string, FigureRow>,
  names: readonly string[],
): Record<string, readonly [number, number | null]> {
  return Object.fromEntries(
    names.map((name) => {
      const row = rows.get(name);
      if (row === undefined) throw new Error(`no figure ${name}`);
      return [name, [row.numerator, row.denominator]];
    }),
  );
}

/** The values of the named figures; an unknown name fails. */
export function valuesOf(
  rows: ReadonlyMap<string, FigureRow>,
  names: readonly string[],
): Record<string, number | null> {
  return Object.fromEntries(
    names.map((name) => {
      const row = rows.get(name);
      if (row === undefined) throw new Error(`no figure ${name}`);
      return [name, row.value];
    }),
  );
}
