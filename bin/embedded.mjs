// The embedded PostgreSQL: whoever needs it takes a lease; a keeper process runs the server while any lease lives.
//   import { openServer } from './embedded.mjs'
//   node bin/embedded.mjs open [--pid <holder>] [--home <folder>] [--fast] [--discard]   prints JSON
//   node bin/embedded.mjs where                                              prints the data folder
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { dataFolder, ROOT } from './place.mjs';
import { birth, identity, lives, readJson, writeJson } from './processes.mjs';

const PATIENCE_MS = 90_000;

/**
 * Takes a lease on the server of a data folder and starts it where it does not run.
 *
 * @param {{ home?: string, fast?: boolean, discard?: boolean, pid?: number }} [options] For tests: `fast` gives up
 *   durability, `discard` removes the folder when the last lease has gone. `pid` is the process whose life the lease
 *   follows, this one unless told.
 * @returns {Promise<{ home: string, port: number, databaseUrl: string, ownerUrl: string, adminUrl: string,
 *   masterKeyFile: string, lease: string, watch: () => void, close: () => Promise<void> }>} `databaseUrl` is the application role's;
 *   `close` gives the lease back and, where it was the last one, waits until the server has stopped; `watch` revives a
 *   killed keeper for as long as this process lives (same port, same data).
 */
export async function openServer({ home = dataFolder(), fast = false, discard = false, pid = process.pid } = {}) {
  const flags = [...(fast ? ['--fast'] : []), ...(discard ? ['--discard'] : [])];
  const leases = path.join(home, 'leases');
  try {
    fs.mkdirSync(leases, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw new Error(`无法使用数据文件夹 ${home}（${error.code}）：请检查其所有者，或用 ANJUAN_DATA 指定另一个文件夹。`);
  }
  const lease = path.join(leases, `${pid}-${process.hrtime.bigint().toString(36)}`);
  writeJson(lease, identity(pid));
  const giveBack = () => fs.rmSync(lease, { force: true });
  let port;
  let known;
  try {
    port = await untilReady(home, flags);
    known = addresses(home, port);
  } catch (error) {
    giveBack();
    throw error;
  }
  if (pid === process.pid) process.once('exit', giveBack);

  let watching;
  const watch = () => {
    let reviving = false;
    watching = setInterval(() => {
      if (reviving || lives(readJson(path.join(home, 'keeper.lock')))) return;
      reviving = true;
      untilReady(home, flags)
        .catch((error) => process.stderr.write(`内置数据库未能恢复：${error.message}\n`))
        .finally(() => {
          reviving = false;
        });
    }, 1000);
    watching.unref();
  };
  const close = async () => {
    clearInterval(watching);
    process.removeListener('exit', giveBack);
    giveBack();
    const keeper = readJson(path.join(home, 'keeper.lock'));
    for (const end = Date.now() + 20_000; Date.now() < end; await sleep(25)) {
      if (!lives(keeper) || liveLeases(home).length > 0) return;
    }
  };
  return { home, port, ...known, lease, watch, close };
}

/** The names of the leases whose holders live; those of the dead are removed. */
export function liveLeases(home) {
  const folder = path.join(home, 'leases');
  return fs.readdirSync(folder).filter((name) => {
    const file = path.join(folder, name);
    if (lives(readJson(file))) return true;
    // A draft about to be renamed (see writeJson) is not readable as a lease; its writer still lives.
    const writer = /\.(\d+)\.new$/.exec(name);
    if (writer !== null && birth(Number(writer[1])) !== null) return true;
    fs.rmSync(file, { force: true });
    return false;
  });
}

/** Connection strings; passwords come from the 0600 file the keeper wrote. */
export function addresses(home, port) {
  const secrets = readJson(path.join(home, 'secrets.json'));
  if (secrets === null) {
    const file = path.join(home, 'secrets.json');
    throw new Error(
      fs.existsSync(file)
        ? `无法读取 ${file}：数据文件夹属于其他用户，或已损坏。`
        : `${file} 丢失，无法连接已有数据库。`,
    );
  }
  const url = (role, database = 'anjuan') => `postgres://${role}:${secrets[role]}@127.0.0.1:${port}/${database}`;
  return {
    databaseUrl: url('anjuan_app'),
    ownerUrl: url('anjuan_owner'),
    adminUrl: url('postgres', 'postgres'),
    masterKeyFile: path.join(home, 'master.key'),
  };
}

async function untilReady(home, flags) {
  let spawned = null;
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(20)) {
    const server = readJson(path.join(home, 'server.json'));
    if (server !== null && lives(server.keeper) && (await answers(server.port))) return server.port;
    if (spawned?.failure) throw new Error(spawned.failure);
    const held = lives(readJson(path.join(home, 'keeper.lock')));
    if (!held && (spawned === null || spawned.ended)) spawned = spawnKeeper(home, flags);
  }
  throw new Error(`内置数据库在 ${PATIENCE_MS / 1000} 秒内没有就绪，详见 ${path.join(home, 'keeper.log')}`);
}

function spawnKeeper(home, flags) {
  const log = fs.openSync(path.join(home, 'keeper.log'), 'a', 0o644);
  const keeper = spawn(process.execPath, [path.join(ROOT, 'bin/keeper.mjs'), home, ...flags], {
    cwd: '/', // holds no folder that somebody may want to delete
    detached: true, // its own session: Ctrl-C in our terminal is not for it
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  keeper.unref();
  const state = { ended: false, failure: null };
  keeper.on('exit', (code) => {
    state.ended = true;
    if (code === 1) state.failure = readJson(path.join(home, 'failure.json'))?.message ?? '内置数据库启动失败。';
  });
  keeper.on('error', (error) => {
    state.ended = true;
    state.failure = error.message;
  });
  return state;
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [command, ...rest] = process.argv.slice(2);
  const option = (name) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined);
  try {
    if (command === 'where') {
      process.stdout.write(`${dataFolder()}\n`);
    } else if (command === 'open') {
      const { watch, close, ...server } = await openServer({
        home: option('--home'),
        fast: rest.includes('--fast'),
        discard: rest.includes('--discard'),
        pid: Number(option('--pid') ?? process.ppid),
      });
      process.stdout.write(`${JSON.stringify(server)}\n`);
    } else {
      throw new Error(
        '用法：node bin/embedded.mjs open [--pid <进程号>] [--home <文件夹>] [--fast] [--discard] | where',
      );
    }
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
