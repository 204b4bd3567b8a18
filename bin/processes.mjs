// Telling processes apart: a pid alone is reused by the system, a pid with its start time is not.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * When a process was born, as an opaque text; null when it is gone (a zombie counts as gone).
 * @param {number} pid
 * @returns {string | null}
 */
export function birth(pid) {
  if (!Number.isInteger(pid) || pid < 1) return null;
  if (process.platform === 'linux') {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The second field is the name in brackets and may hold anything; state is the 3rd, start time the 22nd.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? null : fields[19];
    } catch {
      return null;
    }
  }
  const shown = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return shown.stdout?.trim() || null;
}

/** The identity to write into a file; `pid` is this process unless told. */
export function identity(pid = process.pid) {
  return { pid, born: birth(pid) };
}

/** Whether the process a file speaks of still runs. */
export function lives(known) {
  return typeof known?.born === 'string' && birth(known.pid) === known.born;
}

/** The JSON of a file; null when it is missing or half-written. */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Writes a file whole or not at all. */
export function writeJson(file, value, mode = 0o644) {
  const draft = `${file}.${process.pid}.new`;
  fs.writeFileSync(draft, `${JSON.stringify(value)}\n`, { mode });
  fs.renameSync(draft, file);
}

/**
 * Takes a lock file for the life of this process; a dead holder's lock is taken over.
 * @returns {boolean} false while another living process holds it
 */
export function takeLock(file) {
  const mine = `${file}.${process.pid}`;
  writeJson(mine, identity());
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        // link() fails when the name exists: the lock appears with its content or not at all.
        fs.linkSync(mine, file);
        return true;
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      if (lives(readJson(file))) return false;
      const stale = `${file}.${process.pid}.stale`;
      fs.rmSync(stale, { force: true });
      try {
        fs.renameSync(file, stale);
      } catch {
        continue; // somebody else cleared it first
      }
      // Between reading and renaming, another may have taken the lock: then put it back.
      if (lives(readJson(stale))) fs.linkSync(stale, file);
      fs.rmSync(stale, { force: true });
    }
    return false;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}
