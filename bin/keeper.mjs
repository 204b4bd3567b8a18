// Keeps one PostgreSQL running for as long as somebody holds a lease on its data folder, then stops it and ends.
// Started by embedded.mjs, detached. Nobody talks to it: leases are files, and what it has to say is in server.json.
//   node bin/keeper.mjs <data folder> [--fast] [--discard]
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { liveLeases } from './embedded.mjs';
import { canEnter, nativeFolder, serverUser } from './place.mjs';
import { birth, identity, readJson, takeLock, writeJson } from './processes.mjs';

const home = fs.realpathSync(process.argv[2]); // as the system names the working folder of the server
const fast = process.argv.includes('--fast');
const discard = process.argv.includes('--discard');
const file = (name) => path.join(home, name);
const data = file('postgres');
const SETPRIV = '/usr/bin/setpriv';

let postgres = null; // the child, while it runs
let stopping = false;
let wake = () => {};

process.on('SIGHUP', () => {});
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {
    stopping = true;
    wake();
  });
}

if (!takeLock(file('keeper.lock'))) process.exit(0); // another keeper was quicker
try {
  fs.rmSync(file('failure.json'), { force: true });
  await keep();
} catch (error) {
  process.stderr.write(`${new Date().toISOString()} ${error.stack}\n`);
  await stop();
  writeJson(file('failure.json'), { message: error.message });
  process.exitCode = 1;
} finally {
  fs.rmSync(file('server.json'), { force: true });
  fs.rmSync(file('keeper.lock'), { force: true });
  if (discard) fs.rmSync(home, { recursive: true, force: true });
}
process.exit();

async function keep() {
  const user = serverUser();
  if (!canEnter(home, user)) {
    throw new Error(`数据库用户 ${user.name} 无法进入数据文件夹 ${home}，请用 ANJUAN_DATA 指定其可进入的位置。`);
  }
  const native = nativeFolder(home, user);
  const secrets = readSecrets();
  if (!fs.existsSync(data)) initialise(native, user, secrets);
  const leasesChanged = fs.watch(file('leases'), () => wake());
  try {
    for (let crashes = 0; ; crashes++) {
      // A server that dies by itself is started again, on the port its clients know; not for ever.
      if (crashes > 5) throw new Error(`内置数据库反复异常退出，详见 ${file('postgres.log')}`);
      await endOrphan();
      const port = await start(native, user);
      await prepare(port, secrets);
      const announce = () => writeJson(file('server.json'), { keeper: identity(), port, postgres: postgres?.pid });
      announce();
      if (await untilUnused(announce)) return;
      fs.rmSync(file('server.json'), { force: true });
    }
  } finally {
    leasesChanged.close();
  }
}

/** Waits until no lease lives, then stops the server (true); false when the server ended first. */
async function untilUnused(announce) {
  while (postgres !== null) {
    if (stopping || liveLeases(home).length === 0) {
      // Order matters: whoever writes a lease reads server.json afterwards, so either they see it gone and wait for
      // the next keeper, or we see their lease here and go on.
      fs.rmSync(file('server.json'), { force: true });
      if (stopping || liveLeases(home).length === 0) {
        await stop();
        return true;
      }
      announce();
    }
    await new Promise((resolve) => {
      const again = setTimeout(resolve, 1000); // a killed holder changes no file
      wake = () => {
        clearTimeout(again);
        resolve();
      };
    });
  }
  return false;
}

async function start(native, user) {
  const known = readJson(file('port.json'))?.port;
  let taken = known === undefined || !(await free(known));
  for (let attempt = 0; attempt < 4; attempt++) {
    const port = taken ? await anyPort() : known;
    if (await launch(native, user, port)) {
      writeJson(file('port.json'), { port });
      return port;
    }
    taken = attempt > 0; // once more on the same port: a killed predecessor needs a moment to let its memory go
    await sleep(500);
  }
  const log = fs.readFileSync(file('postgres.log'), 'utf8').trim().split('\n').slice(-3).join('\n');
  throw new Error(`内置数据库启动失败，详见 ${file('postgres.log')}\n${log}`);
}

/** Starts the server and waits; false when it ended instead. */
async function launch(native, user, port) {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    log_min_messages: 'warning',
    // A plan made while a table was all but empty (foreign keys keep theirs as long as the session) may walk the wrong
    // index until statistics replace it; while a county is loaded the usual minute triples the time.
    autovacuum_naptime: '5s',
    ...(fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const program = path.join(native, 'bin/postgres');
  // setpriv (util-linux) has the kernel stop the server should this keeper be killed; elsewhere the next keeper does.
  const command = fs.existsSync(SETPRIV)
    ? [
        SETPRIV,
        ...(user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : []),
        '--pdeathsig=INT',
        program,
      ]
    : [program];
  const log = openLog();
  const child = spawn(command[0], [...command.slice(1), ...args], {
    ...(user && command.length === 1 ? { uid: user.uid, gid: user.gid } : {}),
    cwd: '/',
    env: environment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  postgres = child;
  const gone = () => {
    if (postgres === child) postgres = null;
    wake();
  };
  child.on('exit', gone);
  child.on('error', gone);
  while (postgres === child) {
    const running = postmaster();
    if (running?.ready && running.pid === child.pid) return true;
    await sleep(15);
  }
  return false;
}

/** Roles and database, made on the first start or completed after an interrupted one. */
async function prepare(port, secrets) {
  const { default: pg } = await import('pg');
  const admin = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: secrets.postgres,
    database: 'postgres',
  });
  await admin.connect();
  try {
    const { rows } = await admin.query(
      `SELECT rolname AS name FROM pg_roles UNION ALL SELECT datname FROM pg_database`,
    );
    const known = new Set(rows.map(({ name }) => name));
    for (const role of ['anjuan_owner', 'anjuan_app']) {
      if (!known.has(role)) await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD '${secrets[role]}'`);
    }
    if (!known.has('anjuan')) await admin.query('CREATE DATABASE anjuan OWNER anjuan_owner TEMPLATE template0');
  } finally {
    await admin.end();
  }
}

function readSecrets() {
  const known = readJson(file('secrets.json'));
  if (known !== null) return known;
  if (fs.existsSync(data)) throw new Error(`${file('secrets.json')} 丢失，无法打开已有数据库 ${data}`);
  const password = () => randomBytes(24).toString('base64url');
  const secrets = { postgres: password(), anjuan_owner: password(), anjuan_app: password() };
  // The master key seals what the database holds; it lies apart, so that a copy of the database alone opens nothing.
  fs.writeFileSync(file('master.key'), `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  writeJson(file('secrets.json'), secrets, 0o600);
  return secrets;
}

/** initdb beside the final place: an interrupted one leaves nothing that looks like a database. */
function initialise(native, user, secrets) {
  const draft = file('postgres.new');
  const passwordFile = file('postgres.password');
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  fs.rmSync(passwordFile, { force: true });
  fs.writeFileSync(passwordFile, secrets.postgres, { mode: 0o600 });
  if (user) for (const owned of [draft, passwordFile]) fs.chownSync(owned, user.uid, user.gid);
  const options = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  // The builtin locale does not depend on what the machine has installed.
  const locale = ['--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const made = spawnSync(
    path.join(native, 'bin/initdb'),
    ['-D', draft, ...options, ...locale, '--set', 'timezone=Asia/Shanghai', ...(fast ? ['--no-sync'] : [])],
    { ...(user ? { uid: user.uid, gid: user.gid } : {}), cwd: '/', env: environment(), encoding: 'utf8' },
  );
  fs.rmSync(passwordFile, { force: true });
  if (made.status !== 0) throw new Error(`内置数据库初始化失败：${made.error?.message ?? made.stderr}`);
  fs.renameSync(draft, data);
}

/**
 * What a killed keeper or server left behind. A server that still runs (where the kernel did not end it) is stopped.
 * A dead one's children are waited for, and its pid file goes when the pid is a zombie's: in a container whose first
 * process reaps nobody, PostgreSQL would take the zombie for a running server and never start again.
 */
async function endOrphan() {
  const orphan = postmaster();
  if (orphan === null) return;
  for (let waited = 0; isPostgres(orphan.pid) && waited < 30_000; waited += 50) {
    if (waited % 5000 === 0) process.kill(orphan.pid, waited < 10_000 ? 'SIGINT' : 'SIGQUIT');
    await sleep(50);
  }
  if (birth(orphan.pid) !== null || !fs.existsSync(`/proc/${orphan.pid}`)) return;
  for (let waited = 0; ; waited += 50) {
    const children = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name) && folderOf(name) === data);
    if (children.length === 0) break;
    if (waited === 5000) for (const child of children) process.kill(Number(child), 'SIGQUIT');
    if (waited > 20_000) throw new Error(`上次异常退出的数据库进程仍在运行：${children.join('、')}`);
    await sleep(50);
  }
  fs.rmSync(path.join(data, 'postmaster.pid'), { force: true });
}

/** The working folder of a process (PostgreSQL and its children: the data folder); null when it cannot be told. */
function folderOf(pid) {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

async function stop() {
  const child = postgres;
  if (child === null) return;
  child.kill('SIGINT'); // fast shutdown: ends sessions, keeps every committed byte
  for (let waited = 0; postgres === child; waited += 20) {
    if (waited === 15_000) child.kill('SIGQUIT');
    await sleep(20);
  }
}

/** What the server itself wrote: pid in line 1, state in line 8. */
function postmaster() {
  try {
    const lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

/** A stale pid file may name a pid that now belongs to something else. */
function isPostgres(pid) {
  if (birth(pid) === null) return false;
  const shown = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  if (shown.status === 0) return shown.stdout.includes(data);
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data);
  } catch {
    return false;
  }
}

function environment() {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'Asia/Shanghai' };
}

function openLog() {
  const log = file('postgres.log');
  if ((fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) fs.renameSync(log, `${log}.1`);
  return fs.openSync(log, 'a', 0o644);
}

function free(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function anyPort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
