import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A program of ours as a user runs it, with everything it printed. */
export interface Running {
  readonly pid: number;
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Its exit code, or the signal it died of. */
  readonly ended: Promise<number | string | null>;
}

export function launch(args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd = '/'): Running {
  const { ANJUAN_TEST_SERVER, DATABASE_URL, PORT, REDIS_URL, ...surroundings } = process.env;
  const child = spawn(process.execPath, [...args], { cwd, env: { ...surroundings, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  if (child.pid === undefined) throw new Error(`cannot run ${args.join(' ')}`);
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  return { pid: child.pid, child, output: () => output, ended };
}

/** Looks again until the condition holds; fails with what it was after `seconds`. */
export async function until<T>(what: string, look: () => Promise<T | false> | T | false, seconds = 30): Promise<T> {
  for (let waited = 0; waited < seconds * 1000; waited += 20) {
    const seen = await look();
    if (seen !== false) return seen;
    await wait(20);
  }
  throw new Error(`not within ${seconds} s: ${what}`);
}

/** Whether a process runs; a zombie does not. */
export function alive(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  if (existsSync('/proc/self/stat')) {
    return existsSync(stat) && !/^[ZX]/.test(readFileSync(stat, 'utf8').split(') ').at(-1) ?? '');
  }
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
