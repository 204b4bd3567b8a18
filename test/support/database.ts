import { randomBytes } from 'node:crypto';
import { migrate } from '@anjuan/platform';
import { Client } from 'pg';

const TEMPLATE = 'anjuan_template';
const TEMPLATE_LOCK = 1;

/** A database of its own for one test file, migrated, empty. */
export interface TestDatabase {
  /** As the application role: what API and worker get. */
  readonly url: string;
  /** As the owner of the tables: for looking behind row-level security is no use (it is forced), for DDL it is. */
  readonly ownerUrl: string;
  /** As superuser: sees every row; for looking at what is really stored. */
  readonly adminUrl: string;
  /** Drops it. Ends connections that are still open. */
  close(): Promise<void>;
}

/** Copies the migrated template; the first caller of a run makes it. */
export function freshDatabase(): Promise<TestDatabase> {
  return create(TEMPLATE);
}

/** A database nothing has been migrated into: for tests of the migrations themselves. */
export function emptyDatabase(): Promise<TestDatabase> {
  return create('template0');
}

async function create(template: string): Promise<TestDatabase> {
  const server = address();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server.adminUrl, async (admin) => {
    // The lock makes the template once, and keeps two copies from being taken at once: PostgreSQL refuses to copy a
    // database that is in use.
    await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    if (template === TEMPLATE) await makeTemplate(admin, server.ownerUrl);
    // Files rather than pages through the log: a tenth of the time while the server does not sync.
    await admin.query(`CREATE DATABASE ${name} OWNER anjuan_owner TEMPLATE ${template} STRATEGY file_copy`);
  });
  return {
    url: at(server.databaseUrl, name),
    ownerUrl: at(server.ownerUrl, name),
    adminUrl: at(server.adminUrl, name),
    close: () =>
      asAdmin(server.adminUrl, async (admin) => {
        await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      }),
  };
}

async function makeTemplate(admin: Client, ownerUrl: string): Promise<void> {
  const found = await admin.query('SELECT FROM pg_database WHERE datname = $1', [TEMPLATE]);
  if (found.rowCount !== 0) return;
  // Under another name until it is complete: a failed migration must fail every file, not only the first.
  const draft = `${TEMPLATE}_draft`;
  await admin.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${draft} OWNER anjuan_owner TEMPLATE template0`);
  await migrate(at(ownerUrl, draft));
  await admin.query(`ALTER DATABASE ${draft} RENAME TO ${TEMPLATE}`);
}

async function asAdmin(adminUrl: string, work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

interface ServerAddress {
  databaseUrl: string;
  ownerUrl: string;
  adminUrl: string;
}

function address(): ServerAddress {
  const server = process.env.ANJUAN_TEST_SERVER;
  if (server === undefined) throw new Error('no test server: this project lacks globalSetup in jest.config.cjs');
  return JSON.parse(server);
}

function at(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
