import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { config, openDatabase } from '@anjuan/platform';
import { alive, launch, type Running, until } from '@test/programs';
import { Client } from 'pg';

const LAUNCHER = path.join(__dirname, '../../bin/embedded.mjs');
/** A program that takes a lease, tells the address, and gives the lease back when told to end. */
const HOLDER = `
  const { openServer } = await import(${JSON.stringify(LAUNCHER)});
  const server = await openServer({ home: process.argv[1] });
  server.watch();
  console.log(JSON.stringify(server));
  process.on('SIGTERM', async () => { await server.close(); process.exit(0); });
  setInterval(() => {}, 1000);`;

let home: string;
let holders: Running[];

beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'anjuan-embedded-'));
  chmodSync(home, 0o755);
  holders = [];
});

afterEach(async () => {
  for (const holder of holders) holder.child.kill('SIGKILL');
  const lock = path.join(home, 'keeper.lock');
  await until('the keeper ends', () => !existsSync(lock) || !alive(JSON.parse(readFileSync(lock, 'utf8')).pid));
  rmSync(home, { recursive: true });
});

interface Server {
  port: number;
  databaseUrl: string;
  ownerUrl: string;
}

async function hold(): Promise<{ holder: Running; server: Server }> {
  const holder = launch(['--input-type=module', '-e', HOLDER, home]);
  holders.push(holder);
  const line = await until('the server is ready', () => {
    if (!alive(holder.pid)) throw new Error(holder.output());
    return holder.output().includes('\n') && holder.output();
  });
  return { holder, server: JSON.parse(line) };
}

const running = () => {
  const { keeper, postgres } = JSON.parse(readFileSync(path.join(home, 'server.json'), 'utf8'));
  return { keeper: Number(keeper.pid), postgres: Number(postgres) };
};

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows[0] === undefined ? undefined : Object.values(rows[0])[0];
  } finally {
    await client.end();
  }
}

/** Asks until there is an answer: for a server that is on its way back. */
const askAgain = (url: string, sql: string) =>
  until(
    'the server answers',
    async () => [await ask(url, sql).catch(() => undefined)].find((a) => a !== undefined) ?? false,
  );

it('is a PostgreSQL with two roles, passwords for our eyes only, and keeps its data over a restart', async () => {
  const first = await hold();
  expect(Number(await ask(first.server.databaseUrl, "SELECT current_setting('server_version_num')"))).toBeGreaterThan(
    180_000,
  );
  expect(await ask(first.server.databaseUrl, 'SELECT current_user')).toBe('anjuan_app');
  const privileges =
    "SELECT string_agg(rolname || rolsuper || rolbypassrls, ' ' ORDER BY rolname) FROM pg_roles WHERE rolname LIKE 'anjuan%'";
  expect(await ask(first.server.ownerUrl, privileges)).toBe('anjuan_appfalsefalse anjuan_ownerfalsefalse');
  await expect(ask(first.server.databaseUrl, 'CREATE TABLE x (x int)')).rejects.toThrow(/permission denied/);
  for (const secret of ['secrets.json', 'master.key'])
    expect(statSync(path.join(home, secret)).mode & 0o777).toBe(0o600);
  await ask(first.server.ownerUrl, "CREATE TABLE kept AS SELECT '案卷' AS word");

  const { keeper, postgres } = running();
  first.holder.child.kill('SIGTERM');
  expect(await first.holder.ended).toBe(0);
  // close() returned only when the last lease's server had gone.
  expect([keeper, postgres].filter(alive)).toEqual([]);
  const second = await hold();
  expect(second.server.databaseUrl).toBe(first.server.databaseUrl);
  expect(await ask(second.server.ownerUrl, 'SELECT word FROM kept')).toBe('案卷');
});

it('starts once for many who come at the same moment, and runs until the last has left', async () => {
  const all = await Promise.all([hold(), hold(), hold(), hold()]);
  expect(new Set(all.map(({ server }) => server.port)).size).toBe(1);
  const { keeper, postgres } = running();
  for (const { holder } of all.slice(0, 3)) holder.child.kill('SIGTERM');
  await Promise.all(all.slice(0, 3).map(({ holder }) => holder.ended));
  expect(running()).toEqual({ keeper, postgres });
  expect(await ask(all[3]?.server.databaseUrl ?? '', 'SELECT 1')).toBe(1);
  all[3]?.holder.child.kill('SIGTERM');
  await all[3]?.holder.ended;
  expect([keeper, postgres].filter(alive)).toEqual([]);
});

it('stops when its holder was killed, and not while another one lives', async () => {
  const one = await hold();
  const other = await hold();
  const { keeper, postgres } = running();
  one.holder.child.kill('SIGKILL');
  await one.holder.ended;
  await until('the dead lease is cleared', () => readdirSync(path.join(home, 'leases')).length === 1);
  expect([keeper, postgres].filter(alive)).toHaveLength(2);
  other.holder.child.kill('SIGKILL');
  await until('keeper and server end', () => [keeper, postgres].filter(alive).length === 0);
});

it.each(['postgres', 'keeper'] as const)('comes back on the same port when its %s is killed', async (victim) => {
  const { server } = await hold();
  await ask(server.ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS number');
  const before = running();
  process.kill(before[victim], 'SIGKILL');
  await until('another one runs', () => {
    const now = existsSync(path.join(home, 'server.json')) && running();
    return now !== false && now.postgres !== before.postgres && !alive(before[victim]);
  });
  expect(await askAgain(server.ownerUrl, 'SELECT number FROM kept')).toBe(7);
});

it('recovers when holder, keeper and server are all killed at once', async () => {
  const { holder, server } = await hold();
  await ask(server.ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS number');
  const { keeper, postgres } = running();
  for (const pid of [holder.pid, keeper, postgres]) process.kill(pid, 'SIGKILL');
  await holder.ended;
  const again = await hold();
  expect(await ask(again.server.ownerUrl, 'SELECT number FROM kept')).toBe(7);
});

it('begins anew after an interrupted initdb', async () => {
  mkdirSync(path.join(home, 'postgres.new/base'), { recursive: true });
  writeFileSync(path.join(home, 'postgres.new/PG_VERSION'), '18\n');
  const { server } = await hold();
  expect(await ask(server.databaseUrl, 'SELECT 1')).toBe(1);
});

it('takes another port when its own was taken meanwhile', async () => {
  const first = await hold();
  first.holder.child.kill('SIGTERM');
  await first.holder.ended;
  await until('the keeper ends', () => !existsSync(path.join(home, 'keeper.lock')));
  const stranger = net.createServer().listen(first.server.port, '127.0.0.1');
  try {
    const second = await hold();
    expect(second.server.port).not.toBe(first.server.port);
    expect(await ask(second.server.databaseUrl, 'SELECT 1')).toBe(1);
  } finally {
    stranger.close();
  }
});

it('is not misled by files of a former life whose pid now belongs to another process', async () => {
  const stranger = { pid: process.pid, born: 'long ago' };
  mkdirSync(path.join(home, 'leases'));
  writeFileSync(path.join(home, 'keeper.lock'), JSON.stringify(stranger));
  writeFileSync(path.join(home, 'server.json'), JSON.stringify({ keeper: stranger, port: 9 }));
  writeFileSync(path.join(home, 'leases/1-x'), JSON.stringify(stranger));
  const { server } = await hold();
  expect(await ask(server.databaseUrl, 'SELECT 1')).toBe(1);
  await until('the false lease is cleared', () => readdirSync(path.join(home, 'leases')).length === 1);
});

it('gives its lease back when the passwords are lost under a running server', async () => {
  const { holder } = await hold();
  rmSync(path.join(home, 'secrets.json'));
  const asking = launch([LAUNCHER, 'open', '--home', home, '--pid', String(process.pid)]);
  expect(await asking.ended).toBe(1);
  expect(asking.output()).toContain('secrets.json 丢失');
  expect(readdirSync(path.join(home, 'leases'))).toHaveLength(1);
  holder.child.kill('SIGTERM');
  await holder.ended;
});

it('says in Chinese what is wrong when the passwords are lost', async () => {
  const first = await hold();
  first.holder.child.kill('SIGTERM');
  await first.holder.ended;
  rmSync(path.join(home, 'secrets.json'));
  const asking = launch([LAUNCHER, 'open', '--home', home, '--pid', String(process.pid)]);
  expect(await asking.ended).toBe(1);
  expect(asking.output()).toContain('secrets.json 丢失');
});

it('serves a command that has no DATABASE_URL, and takes an outside database where there is one', async () => {
  delete process.env.DATABASE_URL;
  process.env.ANJUAN_DATA = home;
  const opened = await openDatabase();
  expect(config().databaseUrl).toBe(opened.databaseUrl);
  expect(config().masterKeyFile).toBe(path.join(home, 'master.key'));
  expect(await ask(opened.databaseUrl, 'SELECT current_user')).toBe('anjuan_app');
  expect(await ask(opened.ownerUrl ?? '', 'SELECT current_user')).toBe('anjuan_owner');
  const { keeper, postgres } = running();
  opened.close();
  await until('keeper and server end', () => [keeper, postgres].filter(alive).length === 0);

  process.env.DATABASE_URL = 'postgres://somebody@elsewhere/anjuan';
  expect((await openDatabase()).databaseUrl).toBe('postgres://somebody@elsewhere/anjuan');
  expect(existsSync(path.join(home, 'keeper.lock'))).toBe(false);
});
