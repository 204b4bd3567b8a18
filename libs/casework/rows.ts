/** Rows in one statement, whatever their number. */
import type { Tx } from '@anjuan/platform';
import type { Table } from './tables';

export type Row = Readonly<Record<string, unknown>>;

/** Items by key, keys in order of first appearance. */
export function grouped<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** One INSERT for any number of rows. With `replace` a row of the same key takes the new values. */
export async function insertRows(tx: Tx, table: Table, rows: readonly Row[], replace = false): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(table.columns);
  const typed = Object.entries(table.columns).map(([name, c]) => `${name} ${c.type}`);
  const rest = names.filter((n) => !table.key.includes(n)).map((n) => `${n} = excluded.${n}`);
  const conflict = replace ? ` on conflict (${table.key.join(', ')}) do update set ${rest.join(', ')}` : '';
  await tx.execute(
    `insert into ${table.name} (${names.join(', ')})
     select ${names.join(', ')} from jsonb_to_recordset($1::jsonb) as r(${typed.join(', ')})${conflict}`,
    [JSON.stringify(rows)],
  );
}
