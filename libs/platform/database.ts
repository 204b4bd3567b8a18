import { Inject, Injectable } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { Pool, type PoolClient, type QueryResultRow, types } from 'pg';
import { DataSource, type DataSourceOptions, type EntitySchema } from 'typeorm';
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/** What runs inside one open transaction. Rows come as the pool reads them: `date` as `YYYY-MM-DD`, int8 as number. */
export interface Tx {
  /** Rows of one statement with `$1…` parameters. A JavaScript array becomes a PostgreSQL array; stringify JSON. */
  query<Row extends QueryResultRow = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Number of rows the statement touched. */
  execute(sql: string, params?: readonly unknown[]): Promise<number>;
}

/** The one way to the tables: every transaction, reads too, is opened here. */
@Injectable()
export class Database {
  constructor(@Inject(getDataSourceToken()) private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction that sees and writes the rows of jurisdiction `id` alone.
   * Commits when `work` returns, rolls back when it throws. Do not open another one inside: it would take a second
   * connection and wait for the locks of the first.
   */
  inJurisdiction<T>(id: number, work: (tx: Tx) => Promise<T>): Promise<T> {
    // The id is written into the statement (SET takes no parameters), so it must be a plain number.
    if (!Number.isSafeInteger(id) || id < 1) throw new Error(`辖区编号无效：${id}`);
    // One message, one round trip; two statements would double the cost of every small read.
    return this.transaction(`BEGIN; SET LOCAL anjuan.jurisdiction = '${id}'`, work);
  }

  /** A transaction for the few tables without a jurisdiction; protected tables look empty and refuse writes. */
  outside<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction('BEGIN', work);
  }

  /**
   * Refuses to go on as a role for which row-level security is no wall: a superuser, one with BYPASSRLS, one that owns
   * a table, or a member of such a role. Call at boot, before serving.
   */
  async assertApplicationRole(): Promise<void> {
    const [role] = await this.outside((tx) =>
      tx.query<{ name: string; bypasses: boolean; owns: string | null }>(`
        SELECT current_user::text AS name,
          EXISTS (SELECT FROM pg_roles r
                  WHERE (r.rolsuper OR r.rolbypassrls) AND pg_has_role(current_user, r.oid, 'MEMBER')) AS bypasses,
          (SELECT min(c.oid::regclass::text) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
             AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owns`),
    );
    const remedy = '请让 DATABASE_URL 使用应用角色 anjuan_app（非超级用户、无 BYPASSRLS、不拥有任何表）。';
    if (role?.bypasses) throw new Error(`拒绝启动：数据库角色 ${role.name} 可绕过行级安全策略。${remedy}`);
    if (role?.owns) throw new Error(`拒绝启动：数据库角色 ${role.name} 拥有数据表 ${role.owns}。${remedy}`);
  }

  private async transaction<T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await poolOf(this.dataSource).connect();
    let broken = false;
    // A connection lost between two statements is told by an event, which would end the process unheard; the next
    // statement fails all the same.
    const lost = () => {
      broken = true;
    };
    client.on('error', lost);
    try {
      await client.query(begin);
      const result = await work(statements(client));
      const { command } = await client.query('COMMIT');
      // PostgreSQL answers COMMIT with ROLLBACK, and no error, when a statement failed and `work` swallowed that.
      if (command !== 'COMMIT') throw new Error('事务已因先前的错误回滚，未能提交。');
      return result;
    } catch (error) {
      // A connection that cannot even roll back must not be handed to the next user of the pool.
      await client.query('ROLLBACK').catch(lost);
      throw error;
    } finally {
      client.removeListener('error', lost);
      client.release(broken);
    }
  }
}

function statements(client: PoolClient): Tx {
  return {
    query: async <Row extends QueryResultRow>(sql: string, params?: readonly unknown[]) =>
      (await client.query<Row>(sql, params === undefined ? undefined : [...params])).rows,
    execute: async (sql, params) =>
      (await client.query(sql, params === undefined ? undefined : [...params])).rowCount ?? 0,
  };
}

/** TypeORM's own pool, so that a process keeps one set of connections. */
function poolOf(dataSource: DataSource): Pool {
  const pool: unknown = dataSource.driver instanceof PostgresDriver ? dataSource.driver.master : undefined;
  if (!(pool instanceof Pool)) throw new Error('数据库连接尚未建立。');
  return pool;
}

const DATE = 1082;
const INT8 = 20;

/**
 * Options of the application's DataSource. The schema is made by migrations alone (`synchronize` off), extensions are
 * never created at connect, and legal days stay strings.
 */
export function dataSourceOptions(url: string, entities: Entity[]): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    applicationName: 'anjuan',
    poolSize: 10,
    extra: { types: { getTypeParser } },
  };
}

/** A class that carries `@Entity`, or a schema written as data. */
export type Entity = (abstract new (...args: never[]) => object) | EntitySchema;

/** `date` stays `YYYY-MM-DD`; int8 (counts, fen) becomes a number, or stays a string where a number would lose digits. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (format !== 'binary' && oid === DATE) return (text: string) => text;
  if (format !== 'binary' && oid === INT8) {
    return (text: string) => (Number.isSafeInteger(Number(text)) ? Number(text) : text);
  }
  return format === 'binary' ? types.getTypeParser(oid, 'binary') : types.getTypeParser(oid, 'text');
}
