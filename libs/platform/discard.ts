import { Client } from 'pg';

/**
 * Removes every row of one jurisdiction, as the owner of the tables: for demonstration data that was interrupted while
 * it was loaded. The application's role could not, since events and audit rows are append-only for it.
 * Nothing is removed unless everything is.
 */
export async function discardJurisdiction(ownerUrl: string, id: number): Promise<void> {
  if (!Number.isSafeInteger(id) || id < 1) throw new Error(`辖区编号无效：${id}`);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`BEGIN; SET LOCAL anjuan.jurisdiction = '${id}'`);
    const { rows } = await owner.query<{ name: string; references: string[] }>(`
      SELECT c.oid::regclass::text AS name,
        array(SELECT f.confrelid::regclass::text FROM pg_constraint f
              WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS references
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'jurisdiction_id' AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition`);
    for (const table of childrenFirst(rows)) await owner.query(`DELETE FROM ${table} WHERE jurisdiction_id = $1`, [id]);
    await owner.query('DELETE FROM jurisdiction WHERE id = $1', [id]);
    await owner.query('COMMIT');
  } finally {
    await owner.end();
  }
}

/** Tables in an order in which none is emptied before those that refer to it. */
function childrenFirst(tables: readonly { name: string; references: readonly string[] }[]): string[] {
  const order: string[] = [];
  let left = tables;
  while (left.length) {
    const free = left.filter((t) => !left.some((o) => o !== t && o.references.includes(t.name)));
    if (free.length === 0) throw new Error('数据表之间循环引用');
    order.push(...free.map((t) => t.name));
    left = left.filter((t) => !free.includes(t));
  }
  return order;
}
