import { caseworkEntities } from '@anjuan/casework';
import { coordinationEntities } from '@anjuan/coordination';
import { identityEntities } from '@anjuan/identity';
import { procedures } from '@anjuan/kinds';
import { noticeEntities } from '@anjuan/notices';
import { dataSourceOptions } from '@anjuan/platform';
import { registerEntities } from '@anjuan/registers';
import { reportEntities } from '@anjuan/report';
import { figureEntities } from '@anjuan/statistics';
import { subsidyEntities } from '@anjuan/subsidies';
import { freshDatabase, type TestDatabase } from '@test/database';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

const entities = [
  ...identityEntities,
  ...caseworkEntities(procedures),
  ...coordinationEntities,
  ...noticeEntities,
  ...registerEntities,
  ...subsidyEntities,
  ...reportEntities,
  ...figureEntities,
];
/** What TypeORM calls a type, as the catalogue calls it. */
const typeNames: Readonly<Record<string, string>> = {
  timestamptz: 'timestamp with time zone',
  int: 'integer',
  int4: 'integer',
  int8: 'bigint',
  bool: 'boolean',
  varchar: 'character varying',
};

interface ColumnRow {
  table_name: string;
  column_name: string;
  type: string;
  nullable: boolean;
  key_position: number | null;
}

describe('the schema', () => {
  let db: TestDatabase;
  let admin: Client;
  let columns: ColumnRow[];

  beforeAll(async () => {
    db = await freshDatabase();
    admin = new Client({ connectionString: db.adminUrl });
    await admin.connect();
    const { rows } = await admin.query<ColumnRow>(`
      select c.relname table_name, a.attname column_name, format_type(a.atttypid, a.atttypmod) type,
             not a.attnotnull nullable, array_position(i.indkey::int2[], a.attnum) key_position
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
      where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'schema_migration'
      order by 1, a.attnum`);
    columns = rows;
  });
  afterAll(async () => {
    await admin.end();
    await db.close();
  });

  it('has exactly the columns, types, nullability and keys that the entities declare', async () => {
    const source = await new DataSource(dataSourceOptions(db.url, entities)).initialize();
    try {
      const declared = source.entityMetadatas.flatMap((m) =>
        m.columns.map((c) => {
          const type = source.driver.normalizeType(c);
          return `${m.tableName}.${c.databaseName} ${typeNames[type] ?? type}${c.isNullable ? ' null' : ''}${c.isPrimary ? ' key' : ''}`;
        }),
      );
      const tables = new Set(source.entityMetadatas.map((m) => m.tableName));
      const real = columns
        .filter((c) => tables.has(c.table_name))
        .map(
          (c) =>
            `${c.table_name}.${c.column_name} ${c.type}${c.nullable ? ' null' : ''}${c.key_position === null ? '' : ' key'}`,
        );
      expect(real.sort()).toEqual(declared.sort());
      expect([...new Set(columns.map((c) => c.table_name))].filter((t) => !tables.has(t))).toEqual(['due_hint']);
    } finally {
      await source.destroy();
    }
  });

  it('begins every key with the jurisdiction, but for the few tables that are everybody’s', () => {
    const shared = ['account', 'due_hint', 'jurisdiction', 'session'];
    const others = columns.filter((c) => c.key_position === 0 && !shared.includes(c.table_name));
    expect(others.filter((c) => c.column_name !== 'jurisdiction_id')).toEqual([]);
  });

  it('puts every other table behind row-level security, forced', async () => {
    const { rows } = await admin.query<{ relname: string }>(`
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      where c.relkind in ('r', 'p') and not c.relispartition and not (c.relrowsecurity and c.relforcerowsecurity)
      order by 1`);
    expect(rows.map((r) => r.relname)).toEqual(['account', 'due_hint', 'jurisdiction', 'schema_migration', 'session']);
  });

  it('gives the application no way to change or remove events, audit rows and frozen figures', async () => {
    const { rows } = await admin.query<{ t: string; may: string }>(`
      select table_name t, string_agg(privilege_type, ' ' order by privilege_type) may
      from information_schema.role_table_grants
      where grantee = 'anjuan_app' and table_schema = 'public' and table_name ~ '^(event|audit|frozen)' group by 1 order by 1`);
    expect(rows).toEqual([
      { t: 'audit', may: 'INSERT SELECT' },
      { t: 'event', may: 'INSERT SELECT' },
      { t: 'frozen_case', may: 'INSERT SELECT' },
      { t: 'frozen_figure', may: 'INSERT SELECT' },
      { t: 'frozen_head', may: 'SELECT' },
      { t: 'frozen_list', may: 'INSERT SELECT' },
      { t: 'frozen_part', may: 'INSERT SELECT' },
    ]);
  });

  it('is the committed one', async () => {
    const { rows: indexes } = await admin.query<{ indexdef: string }>(
      `select indexdef from pg_indexes where schemaname = 'public' and tablename !~ '_(\\d{4}|other)$' order by indexname`,
    );
    const { rows: checks } = await admin.query<{ definition: string }>(
      `select conrelid::regclass || ': ' || pg_get_constraintdef(oid) definition from pg_constraint
       where contype in ('c', 'f') and connamespace = 'public'::regnamespace and conparentid = 0 order by 1`,
    );
    const lines = columns.map((c) => `${c.table_name}.${c.column_name} ${c.type}${c.nullable ? '' : ' not null'}`);
    expect(
      [...lines, ...indexes.map((i) => i.indexdef), ...checks.map((c) => c.definition)].join('\n'),
    ).toMatchSnapshot();
  });
});
