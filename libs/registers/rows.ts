/** Entries as they stand in their tables, read and written as values. */
import { insertRows, type Value, type Values } from '@anjuan/casework';
import type { Tx } from '@anjuan/platform';
import { registerNamed } from './catalogue';
import type { Register } from './register';
import { ownColumns, registerTable } from './tables';

/** One revision of an entry. */
export interface EntryRow {
  readonly id: string;
  readonly revision: number;
  readonly organisation_id: string;
  readonly case_id: string | null;
  readonly recorded_by: string | null;
  readonly values: Values;
}

const isValue = (v: unknown): v is Value =>
  v === null || typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean';

/** The entry's own values out of a row; what is not known is null. */
export const valuesIn = (r: Register, row: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(
    ownColumns(r).map((name) => {
      const v = row[name];
      return [name, isValue(v) ? v : null];
    }),
  );

interface Raw {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly revision: number;
  readonly organisation_id: string;
  readonly case_id: string | null;
  readonly recorded_by: string | null;
}

/** The standing entries that a condition over `f` (the entry) and `o` (its organisation) picks; `lock` holds them. */
export async function standing(
  tx: Tx,
  r: Register,
  condition: string,
  values: readonly unknown[],
  { lock = false } = {},
): Promise<EntryRow[]> {
  const rows = await tx.query<Raw>(
    `select f.* from ${r.sheet.table} f
     join organisation o on o.jurisdiction_id = f.jurisdiction_id and o.id = f.organisation_id
     where f.recorded_to = 'infinity' and ${condition} order by f.id ${lock ? 'for update of f' : ''}`,
    values,
  );
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    organisation_id: row.organisation_id,
    case_id: row.case_id,
    recorded_by: row.recorded_by,
    values: valuesIn(r, row),
  }));
}

/**
 * One standing entry, held. Whoever waited for the lock while the entry was revised finds that the row waited for stands
 * no more, and nothing in its place: only a second look sees the new revision.
 */
export async function locked(
  tx: Tx,
  r: Register,
  condition: string,
  values: readonly unknown[],
): Promise<EntryRow | undefined> {
  const look = async () => (await standing(tx, r, condition, values, { lock: true }))[0];
  return (await look()) ?? look();
}

/** Writes new revisions; those that stood end at the same instant. */
export async function write(
  tx: Tx,
  r: Register,
  jurisdictionId: number,
  rows: readonly (EntryRow & { readonly at: Date })[],
): Promise<void> {
  const later = rows.filter((row) => row.revision > 1);
  if (later.length)
    await tx.execute(
      `update ${r.sheet.table} t set recorded_to = n.at
       from jsonb_to_recordset($2::jsonb) as n(id uuid, at timestamptz)
       where t.jurisdiction_id = $1 and t.id = n.id and t.recorded_to = 'infinity'`,
      [jurisdictionId, JSON.stringify(later.map(({ id, at }) => ({ id, at })))],
    );
  await insertRows(
    tx,
    registerTable(r),
    rows.map(({ values, at, ...row }) => ({
      ...row,
      ...values,
      jurisdiction_id: jurisdictionId,
      recorded_from: at,
      recorded_to: 'infinity',
    })),
  );
}

/** The names of referred-to rows, by id: `as known now`, whoever keeps them. */
export async function namesOf(
  tx: Tx,
  jurisdictionId: number,
  to: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const register = registerNamed(to);
  const [table, column, more] = register
    ? [register.sheet.table, register.sheet.named.column, " and recorded_to = 'infinity'"]
    : [to === 'person' ? 'person' : 'organisation', 'name', ''];
  const rows = await tx.query<{ id: string; name: string }>(
    `select id, ${column} as name from ${table} where jurisdiction_id = $1 and id = any($2::uuid[])${more}`,
    [jurisdictionId, ids],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
