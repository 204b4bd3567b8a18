// Starts the office: installs, builds, database, migrations, demonstration years, API and worker; and ends it again.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolder, ROOT } from './place.mjs';
import { identity, lives, readJson, takeLock, writeJson } from './processes.mjs';

const at = (...parts) => path.join(ROOT, ...parts);
const CLI = at('dist/apps/cli/main.js');
const FIRST_PORT = 3000;
const DEMONSTRATION = ['junshan-2021', 'chaotian-2020'];

const say = (line) => process.stdout.write(`${line}\n`);

/** Runs until a signal comes; then ends what it started and exits with 0. Exits with 1 and one message on failure. */
export async function start() {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ending.abort());
  const office = { children: [], server: null, lock: null, signal: ending.signal };
  let code = 0;
  try {
    await open(office);
  } catch (error) {
    if (!ending.signal.aborted) {
      process.stderr.write(`${error.message}\n`);
      code = 1;
    }
  }
  ending.abort(); // from here on, a program that ends is not started again
  await close(office);
  process.exit(code);
}

async function open(office) {
  const home = dataFolder();
  fs.mkdirSync(home, { recursive: true, mode: 0o755 });
  const lock = path.join(home, 'start.lock');
  if (!takeLock(lock)) {
    say(`案卷已在运行：${await addressOfOther(home, lock, office.signal)}`);
    return;
  }
  office.lock = lock;
  office.running = path.join(home, 'running.json');
  fs.rmSync(office.running, { force: true });

  const port = await choosePort();
  await install(office.signal);
  const { build, builtStamp } = await import('../tools/build.mjs');
  await build(undefined, { say, signal: office.signal });
  const database = await openDatabase(office, home);
  await prepareDatabase(database, { home, build: builtStamp('programs'), signal: office.signal });

  // API and worker get the application's role alone, never the owner's.
  const { DATABASE_OWNER_URL, ...surroundings } = process.env;
  const env = { ...surroundings, ...database.env, ANJUAN_DATA: home, PORT: String(port), NODE_ENV: 'production' };
  const gone = new Promise((_, reject) => {
    for (const program of ['api', 'worker']) run(office, program, env, reject);
  });
  gone.catch(() => {});
  const accounts = demonstrationAccounts(env, office.signal);
  const address = `http://127.0.0.1:${port}`;
  await Promise.race([healthy(address, office.signal), gone]);
  writeJson(office.running, { ...identity(), address });
  office.ready = true;

  say('');
  say(`案卷已启动：${address}`);
  say(`数据文件夹：${home}`);
  for (const line of await accounts) say(line);
  say('按 Ctrl-C 停止。');
  await Promise.race([gone, aborted(office.signal)]);
}

async function close(office) {
  await Promise.all(office.children.map(end));
  await office.server?.close();
  if (office.running) fs.rmSync(office.running, { force: true });
  if (office.lock) fs.rmSync(office.lock, { force: true });
}

/** The first `npm start` may still be building: waits for its address as long as it lives. */
async function addressOfOther(home, lock, signal) {
  for (;;) {
    const running = readJson(path.join(home, 'running.json'));
    if (lives(running)) return running.address;
    if (!lives(readJson(lock))) throw new Error('另一个 npm start 未能启动，请重试。');
    await sleep(200, undefined, { signal });
  }
}

/** `PORT` must be free when it is set; otherwise the first free port from 3000 on. */
async function choosePort() {
  const wanted = process.env.PORT?.trim();
  if (wanted) {
    const port = Number(wanted);
    if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`环境变量 PORT 不是有效端口：${wanted}`);
    if (!(await free(port))) throw new Error(`端口 ${port} 已被其他程序占用，请换一个 PORT 或不设置它。`);
    return port;
  }
  for (let port = FIRST_PORT; port < FIRST_PORT + 200; port++) {
    if (await free(port)) {
      if (port !== FIRST_PORT) say(`端口 ${FIRST_PORT} 已被占用，改用 ${port}。`);
      return port;
    }
  }
  throw new Error(`从 ${FIRST_PORT} 起的 200 个端口都被占用，请用 PORT 指定端口。`);
}

async function free(port) {
  for (const host of ['127.0.0.1', '0.0.0.0', '::']) {
    const taken = await new Promise((resolve) => {
      const probe = net.createServer();
      // A machine without IPv6 answers something else than "in use": that is no stranger.
      probe.once('error', (error) => resolve(error.code === 'EADDRINUSE' || error.code === 'EACCES'));
      probe.listen({ port, host }, () => probe.close(() => resolve(false)));
    });
    if (taken) return false;
  }
  return true;
}

/** `npm ci` where node_modules is missing or does not hold what the lock file asks for. */
async function install(signal) {
  const wanted = readJson(at('package-lock.json'))?.packages ?? {};
  const installed = readJson(at('node_modules/.package-lock.json'))?.packages;
  const complete =
    installed !== undefined &&
    Object.entries(installed).every(([name, { version }]) => wanted[name]?.version === version) &&
    Object.entries(wanted).every(([name, { optional, peer }]) => name === '' || optional || peer || installed[name]);
  if (complete) return;
  say('正在安装依赖（npm ci），首次约需 1–2 分钟 …');
  const npm = process.env.npm_execpath;
  const [command, ...args] = npm?.endsWith('.js') ? [process.execPath, npm, 'ci'] : ['npm', 'ci'];
  await execute(command, args, { signal, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function openDatabase(office, home) {
  const outside = process.env.DATABASE_URL?.trim();
  if (outside) return { ownerUrl: process.env.DATABASE_OWNER_URL?.trim(), env: masterKey(home) };
  const { openServer } = await import('./embedded.mjs');
  const server = await openServer({ home });
  office.server = server;
  server.watch();
  return {
    ownerUrl: server.ownerUrl,
    env: {
      DATABASE_URL: server.databaseUrl,
      ANJUAN_MASTER_KEY_FILE: process.env.ANJUAN_MASTER_KEY_FILE ?? server.masterKeyFile,
    },
  };
}

/** With an outside database the key that seals its papers is still needed: one of our own where none is configured. */
function masterKey(home) {
  if (process.env.ANJUAN_MASTER_KEY || process.env.ANJUAN_MASTER_KEY_FILE) return {};
  const file = path.join(home, 'master.key');
  if (!fs.existsSync(file)) {
    fs.writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
    say(`已生成主密钥 ${file}，请妥善备份：丢失后文书内容无法恢复。`);
  }
  return { ANJUAN_MASTER_KEY_FILE: file };
}

/**
 * Migrates, and loads the demonstration years into a database without jurisdictions. A warm start spawns nothing for
 * it: the data folder remembers the build that was prepared, and the database is asked whether it still agrees.
 */
async function prepareDatabase({ ownerUrl, env }, { home, build, signal }) {
  if (!ownerUrl) {
    say('未设置 DATABASE_OWNER_URL：跳过数据库迁移，请确认数据库结构已是最新。');
    return;
  }
  const mark = path.join(home, 'prepared.json');
  const remembered = readJson(mark);
  const state = await lookAt(ownerUrl);
  if (build !== null && remembered?.build === build && state.migrated === newestMigration() && state.occupied) return;
  const owner = { ...process.env, ...env, DATABASE_OWNER_URL: ownerUrl };
  const command = (...args) =>
    execute(process.execPath, [CLI, ...args], { env: owner, signal, stdio: ['ignore', 'ignore', 'inherit'] });
  await command('migrate');
  // Years already begun are begun again: an interrupted first start must not leave half a demonstration.
  const loading = remembered?.loading ?? DEMONSTRATION;
  if (remembered?.loading || !(await lookAt(ownerUrl)).occupied) {
    for (const [index, year] of loading.entries()) {
      writeJson(mark, { build: null, loading: loading.slice(index) });
      say(`正在载入演示数据 ${year} …`);
      await command('demo', 'load', year);
    }
  }
  writeJson(mark, { build });
}

/** The newest migration that ran (0: none), and whether any jurisdiction is there. */
async function lookAt(ownerUrl) {
  const { default: pg } = await import('pg');
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query(
      `SELECT to_regclass('schema_migration') IS NOT NULL AS begun, to_regclass('jurisdiction') IS NOT NULL AS built`,
    );
    const one = async (known, sql) => (known ? Object.values((await owner.query(sql)).rows[0])[0] : 0);
    return {
      migrated: Number(await one(rows[0].begun, 'SELECT coalesce(max("timestamp"), 0) FROM schema_migration')),
      occupied: Number(await one(rows[0].built, 'SELECT count(*) FROM jurisdiction')) > 0,
    };
  } finally {
    await owner.end();
  }
}

function newestMigration() {
  const files = fs.readdirSync(at('dist/migrations')).filter((name) => name.endsWith('.js'));
  return Math.max(0, ...files.map((name) => Number.parseInt(name, 10) || 0));
}

/** Starts a program and starts it again when it dies after having worked; `failed` when it keeps dying. */
function run(office, program, env, failed, deaths = []) {
  const child = spawn(process.execPath, ['--require', at('bin/follow.cjs'), at('dist/apps', program, 'main.js')], {
    env,
    // Its own process group: Ctrl-C reaches us alone, and we end it in order. The channel tells it of our own death.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const entry = { child, gone: new Promise((resolve) => child.once('close', resolve)) };
  office.children.push(entry);
  child.once('error', failed);
  child.once('close', async (code, signal) => {
    office.children.splice(office.children.indexOf(entry), 1);
    if (office.signal.aborted) return;
    const now = Date.now();
    const recent = [...deaths, now].filter((died) => now - died < 60_000);
    if (!office.ready || recent.length > 5) {
      failed(new Error(`${program} 意外退出（${signal ?? code}）。`));
      return;
    }
    process.stderr.write(`${program} 意外退出（${signal ?? code}），正在重新启动 …\n`);
    await sleep(1000);
    if (!office.signal.aborted) run(office, program, env, failed, recent);
  });
}

async function end({ child, gone }) {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(late);
}

/** What the command that knows the accounts says of them, line by line; nothing where there are none. */
async function demonstrationAccounts(env, signal) {
  try {
    const stdio = ['ignore', 'pipe', 'inherit'];
    const text = (await execute(process.execPath, [CLI, 'demo', 'accounts'], { env, signal, stdio })).trimEnd();
    return text === '' ? [] : ['演示账号：', ...text.split('\n').map((line) => `  ${line}`)];
  } catch (error) {
    return signal.aborted ? [] : [`演示账号未能列出：${error.message}`];
  }
}

async function healthy(address, signal) {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50, undefined, { signal })) {
    const answer = await fetch(`${address}/api/v1/health`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error('服务在 60 秒内没有就绪。');
}

/** Runs a command to its end; returns its stdout where piped. */
function execute(command, args, { env = process.env, stdio, signal }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio, signal, killSignal: 'SIGTERM' });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`命令失败（${code}）：${[command, ...args].join(' ')}`)),
    );
  });
}

async function aborted(signal) {
  if (!signal.aborted) await once(signal, 'abort');
}
