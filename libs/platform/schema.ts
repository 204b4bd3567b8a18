import type { QueryRunner } from 'typeorm';

/** The role API and worker connect as; the DBA or the embedded server makes it before the first migration. */
export const APPLICATION_ROLE = 'anjuan_app';

const ALL_ROWS = 'SELECT, INSERT, UPDATE, DELETE';
const APPEND_ONLY = 'SELECT, INSERT';

/**
 * For migrations: puts a table behind row-level security by its `jurisdiction_id` and grants the application role its
 * use. `append` leaves it unable to change or delete (events, audit). The policy holds for the owner, too (FORCE).
 *
 * Of a partitioned table name the parent: nothing is granted on partitions, so they cannot be reached around it.
 */
export async function protect(runner: QueryRunner, table: string, { append = false } = {}): Promise<void> {
  const name = identifier(table);
  // After SET LOCAL has ended, the setting reads as '' on that connection, not as NULL: hence nullif.
  const own = "jurisdiction_id = nullif(current_setting('anjuan.jurisdiction', true), '')::int";
  await runner.query(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`);
  await runner.query(`CREATE POLICY own_jurisdiction ON ${name} USING (${own}) WITH CHECK (${own})`);
  await runner.query(`GRANT ${append ? APPEND_ONLY : ALL_ROWS} ON ${name} TO ${APPLICATION_ROLE}`);
}

/** For migrations: grants the application role a table that belongs to no jurisdiction (accounts, sessions, notices). */
export async function share(runner: QueryRunner, table: string, { append = false } = {}): Promise<void> {
  await runner.query(`GRANT ${append ? APPEND_ONLY : ALL_ROWS} ON ${identifier(table)} TO ${APPLICATION_ROLE}`);
}

/**
 * For migrations: distributes an empty table by `jurisdiction_id` where the server is Citus, and does nothing
 * elsewhere. Call right after CREATE TABLE, in the same migration: Citus refuses foreign keys between a distributed
 * and a local table.
 */
export async function distribute(runner: QueryRunner, table: string): Promise<void> {
  const found: unknown = await runner.query("SELECT 1 FROM pg_extension WHERE extname = 'citus'");
  if (!Array.isArray(found) || found.length === 0) return;
  await runner.query('SELECT create_distributed_table($1::regclass, $2)', [identifier(table), 'jurisdiction_id']);
}

function identifier(table: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(table)) throw new Error(`表名无效：${table}`);
  return `"${table}"`;
}
