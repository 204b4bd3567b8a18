import { Database, dataSourceOptions, PlatformModule, protect, share } from '@anjuan/platform';
import { Test, type TestingModule } from '@nestjs/testing';
import { emptyDatabase, type TestDatabase } from '@test/database';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

let database: TestDatabase;
let office: TestingModule;
let door: Database;

beforeAll(async () => {
  database = await emptyDatabase();
  const owner = new DataSource({ type: 'postgres', url: database.ownerUrl });
  await owner.initialize();
  const runner = owner.createQueryRunner();
  for (const table of ['note', 'entry']) {
    await runner.query(`CREATE TABLE ${table} (
      jurisdiction_id int NOT NULL, id int NOT NULL, day date, fen bigint, PRIMARY KEY (jurisdiction_id, id))`);
  }
  await protect(runner, 'note');
  await protect(runner, 'entry', { append: true });
  await runner.query('CREATE TABLE notice (id int PRIMARY KEY)');
  await share(runner, 'notice');
  await owner.destroy();
  office = await boot(database.url);
  door = office.get(Database);
});

afterAll(async () => {
  await office?.close();
  await database?.close();
});

beforeEach(async () => {
  for (const id of [1, 2]) {
    await door.inJurisdiction(id, async (tx) => {
      await tx.execute('DELETE FROM note');
      await tx.execute('INSERT INTO note VALUES ($1, $2, $3, $4)', [id, 10 * id, '2021-03-05', 12_345_678_901]);
    });
  }
});

/** The platform as an application boots it, connected by `databaseUrl`. */
async function boot(databaseUrl: string): Promise<TestingModule> {
  process.env.DATABASE_URL = databaseUrl;
  const testing = await Test.createTestingModule({ imports: [PlatformModule.for([])] }).compile();
  return testing.init();
}

const ids = (jurisdiction: number) =>
  door.inJurisdiction(jurisdiction, async (tx) =>
    (await tx.query<{ id: number }>('SELECT id FROM note ORDER BY id')).map(({ id }) => id),
  );

describe('row-level security for the application role', () => {
  it('shows each jurisdiction its own rows, also when asked for another by name', async () => {
    expect(await ids(1)).toEqual([10]);
    expect(await ids(2)).toEqual([20]);
    const across = await door.inJurisdiction(1, (tx) => tx.query('SELECT * FROM note WHERE jurisdiction_id = 2'));
    expect(across).toEqual([]);
  });

  it('holds on one connection used for one jurisdiction after the other', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const seen = async (begin: string) => {
      await client.query(begin);
      const { rows } = await client.query('SELECT id FROM note');
      await client.query('COMMIT');
      return rows.map(({ id }) => id);
    };
    expect(await seen('BEGIN')).toEqual([]);
    expect(await seen("BEGIN; SET LOCAL anjuan.jurisdiction = '1'")).toEqual([10]);
    expect(await seen("BEGIN; SET LOCAL anjuan.jurisdiction = '2'")).toEqual([20]);
    expect(await seen('BEGIN')).toEqual([]);
    await client.end();
  });

  it('holds on every pooled connection under many transactions at once', async () => {
    const asked = Array.from({ length: 60 }, (_, index) => 1 + (index % 3));
    const answers = await Promise.all(asked.map(ids));
    expect(answers).toEqual(asked.map((id) => (id === 3 ? [] : [10 * id])));
  });

  it('shows nothing and refuses writes when no jurisdiction is set', async () => {
    expect(await door.outside((tx) => tx.query('SELECT * FROM note'))).toEqual([]);
    const writing = door.outside((tx) => tx.execute('INSERT INTO note VALUES (1, 99)'));
    await expect(writing).rejects.toThrow(/row-level security/);
  });

  it('refuses to write into or move a row to another jurisdiction', async () => {
    const writing = door.inJurisdiction(1, (tx) => tx.execute('INSERT INTO note VALUES (2, 99)'));
    await expect(writing).rejects.toThrow(/row-level security/);
    const moving = door.inJurisdiction(1, (tx) => tx.execute('UPDATE note SET jurisdiction_id = 2'));
    await expect(moving).rejects.toThrow(/row-level security/);
    expect(await door.inJurisdiction(1, (tx) => tx.execute('UPDATE note SET fen = 1 WHERE id = 20'))).toBe(0);
  });

  it('holds for the owner of the table, too', async () => {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    expect((await owner.query('SELECT * FROM note')).rowCount).toBe(0);
    await owner.end();
  });

  it('lets append-only tables grow and nothing else', async () => {
    await door.inJurisdiction(1, (tx) => tx.execute('INSERT INTO entry VALUES (1, 1)'));
    for (const sql of ['UPDATE entry SET fen = 1', 'DELETE FROM entry', 'TRUNCATE entry']) {
      await expect(door.inJurisdiction(1, (tx) => tx.execute(sql))).rejects.toThrow(/permission denied/);
    }
  });

  it('opens shared tables without a jurisdiction', async () => {
    await door.outside((tx) => tx.execute('INSERT INTO notice VALUES (1)'));
    expect(await door.inJurisdiction(1, (tx) => tx.query('SELECT id FROM notice'))).toEqual([{ id: 1 }]);
  });
});

describe('a transaction', () => {
  it('reads days as strings and fen as numbers', async () => {
    const rows = await door.inJurisdiction(1, (tx) => tx.query('SELECT day, fen FROM note'));
    expect(rows).toEqual([{ day: '2021-03-05', fen: 12_345_678_901 }]);
  });

  it('rolls back when its work throws', async () => {
    const failing = door.inJurisdiction(1, async (tx) => {
      await tx.execute('DELETE FROM note');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await ids(1)).toEqual([10]);
  });

  it('does not report success when a swallowed error has rolled it back', async () => {
    const swallowing = door.inJurisdiction(1, async (tx) => {
      await tx.execute('DELETE FROM note');
      await tx.execute('SELECT 1 / 0').catch(() => 0);
    });
    await expect(swallowing).rejects.toThrow('未能提交');
    expect(await ids(1)).toEqual([10]);
  });

  it('survives a connection lost in its middle and serves the next one', async () => {
    const losing = door.inJurisdiction(1, (tx) => tx.query('SELECT pg_terminate_backend(pg_backend_pid())'));
    await expect(losing).rejects.toThrow();
    expect(await ids(1)).toEqual([10]);
  });

  it('refuses a jurisdiction that is not a positive whole number', () => {
    for (const id of [0, -1, 1.5, Number.NaN]) {
      expect(() => door.inJurisdiction(id, async () => 1)).toThrow('辖区编号无效');
    }
  });
});

describe('boot', () => {
  const refusal = async (url: string) => {
    const source = new DataSource(dataSourceOptions(url, []));
    await source.initialize();
    try {
      await new Database(source).assertApplicationRole();
    } finally {
      await source.destroy();
    }
  };

  it('accepts the application role', async () => {
    await expect(refusal(database.url)).resolves.toBeUndefined();
  });

  it('refuses the owner of the tables', async () => {
    await expect(refusal(database.ownerUrl)).rejects.toThrow(/anjuan_owner 拥有数据表/);
    await expect(boot(database.ownerUrl)).rejects.toThrow(/拒绝启动/);
  });

  it('refuses a superuser', async () => {
    await expect(refusal(database.adminUrl)).rejects.toThrow(/postgres 可绕过行级安全/);
  });

  it.each([
    ['with BYPASSRLS', 'BYPASSRLS', /可绕过行级安全/],
    ['that is a member of the owner', 'IN ROLE anjuan_owner', /拥有数据表/],
  ])('refuses a role %s', async (_, attribute, message) => {
    const admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    await admin.query(`CREATE ROLE stranger LOGIN PASSWORD 'stranger' ${attribute}`);
    const url = new URL(database.url);
    url.username = 'stranger';
    url.password = 'stranger';
    try {
      await expect(refusal(url.href)).rejects.toThrow(message);
    } finally {
      await admin.query('DROP ROLE stranger');
      await admin.end();
    }
  });
});
