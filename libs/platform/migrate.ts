import path from 'node:path';
import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { APPLICATION_ROLE } from './schema';

/** One number for "somebody is migrating this database", any other product's advisory locks aside. */
const MIGRATION_LOCK = 20_210_901;

/**
 * Brings the database to the newest schema as its owner, each migration in a transaction of its own, and then the
 * queue's schema. Several processes may call it at once: one works, the others wait and find nothing left.
 * Returns the names of the migrations that ran.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const lock = new Client({ connectionString: ownerUrl, application_name: 'anjuan migrate' });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const roles = await lock.query('SELECT FROM pg_roles WHERE rolname = $1', [APPLICATION_ROLE]);
    if (roles.rowCount === 0) {
      throw new Error(
        `数据库中没有应用角色 ${APPLICATION_ROLE}，请先由管理员创建：CREATE ROLE ${APPLICATION_ROLE} LOGIN`,
      );
    }
    await lock.query(`GRANT USAGE ON SCHEMA public TO ${APPLICATION_ROLE}`);
    const ran = await runPending(ownerUrl);
    await migrateQueue(lock);
    return ran;
  } finally {
    await lock.end();
  }
}

async function runPending(ownerUrl: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [path.join(__dirname, '../../migrations/*.{ts,js}')],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
  });
  await source.initialize();
  try {
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/**
 * The queue's tables belong to the owner as well; workers connect without the right to change them. They may create in
 * this schema, because BullMQ makes a sequence for each queue on its first job.
 */
async function migrateQueue(owner: Client): Promise<void> {
  const query = <Row>(text: string, params?: readonly unknown[]) =>
    owner.query<Row & object>(text, params === undefined ? undefined : [...params]);
  await runMigrations({ query });
  await owner.query(`
    GRANT USAGE, CREATE ON SCHEMA bullmq TO ${APPLICATION_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO ${APPLICATION_ROLE};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO ${APPLICATION_ROLE}`);
  // Not ALL SEQUENCES: those that queues made belong to the application role, and granting them would be refused.
  const { rows } = await owner.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class
     WHERE relkind = 'S' AND relnamespace = 'bullmq'::regnamespace AND relowner = current_user::regrole`,
  );
  for (const { name } of rows)
    await owner.query(`GRANT USAGE, SELECT, UPDATE ON SEQUENCE ${name} TO ${APPLICATION_ROLE}`);
}
