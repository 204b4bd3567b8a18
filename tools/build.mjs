// Builds what is stale: the programs (nest build → dist/apps, dist/libs, dist/migrations) and the console (dist/console).
//   node tools/build.mjs [--force]
// Says nothing on stdout when imported: commands print JSON there.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../bin/place.mjs';
import { readJson, takeLock, writeJson } from '../bin/processes.mjs';

const at = (...parts) => path.join(ROOT, ...parts);

/** Each part: its sources, what it makes in dist, and how. */
const PARTS = {
  programs: {
    sources: [
      'apps',
      'libs',
      'migrations',
      'tsconfig.json',
      'tsconfig.build.json',
      'nest-cli.json',
      'package-lock.json',
    ],
    skip: [at('apps/console')],
    makes: ['apps', 'libs', 'migrations'],
    command: ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'anjuan'],
  },
  console: {
    sources: ['apps/console', 'package-lock.json'],
    skip: [],
    makes: ['console'],
    command: [
      'node_modules/vite/bin/vite.js',
      'build',
      'apps/console',
      '--outDir',
      at('dist/console'),
      '--emptyOutDir',
    ],
  },
};

/** A hash over names and contents of a part's sources; null where the sources are not there (a deployed dist). */
export function stampOf(part) {
  const { sources, skip } = PARTS[part];
  if (part === 'console' && !fs.existsSync(at('apps/console/index.html'))) return null;
  if (!fs.existsSync(at('libs'))) return null;
  const hash = createHash('sha256');
  const visit = (file) => {
    if (skip.includes(file)) return;
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      for (const name of fs.readdirSync(file).sort()) visit(path.join(file, name));
    } else if (stat?.isFile() && !file.endsWith('.spec.ts')) {
      hash
        .update(`${path.relative(ROOT, file)}\0`)
        .update(fs.readFileSync(file))
        .update('\0');
    }
  };
  for (const source of sources) visit(at(source));
  return hash.digest('hex').slice(0, 24);
}

/** The stamp dist was built from. */
export function builtStamp(part) {
  return readJson(at('dist', `${part}.stamp.json`))?.stamp ?? null;
}

export function isStale(part) {
  const stamp = stampOf(part);
  return stamp !== null && stamp !== builtStamp(part);
}

/**
 * Builds the named parts that are stale (all of them with `force`) and returns the names of those built. One process
 * builds at a time; the others wait and find nothing left to do. Throws with the compiler's output.
 */
export async function build(parts = Object.keys(PARTS), { force = false, say = () => {}, signal } = {}) {
  const wanted = () => parts.filter((part) => (force && stampOf(part) !== null) || isStale(part));
  if (wanted().length === 0) return [];
  fs.mkdirSync(at('.anjuan'), { recursive: true });
  const lock = at('.anjuan/build.lock');
  while (!takeLock(lock)) await sleep(200, undefined, { signal });
  try {
    const todo = wanted();
    if (todo.length > 0) say(`正在构建 ${todo.join('、')} …`);
    // Waits for all before telling of a failure: nothing may still write when the lock is given back.
    const results = await Promise.allSettled(todo.map((part) => make(part, signal)));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    return todo;
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

async function make(part, signal) {
  const { makes, command } = PARTS[part];
  const stamp = stampOf(part); // before compiling: a file saved meanwhile makes the result stale, as it is
  const mark = at('dist', `${part}.stamp.json`);
  // Everything of the last build goes: a migration that was deleted must not run.
  for (const made of [mark, ...makes.map((name) => at('dist', name))])
    fs.rmSync(made, { recursive: true, force: true });
  await run(command, signal);
  fs.mkdirSync(at('dist'), { recursive: true });
  writeJson(mark, { stamp });
}

function run([script, ...args], signal) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [at(script), ...args], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`构建失败：${script}\n${output}`))));
  });
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const started = Date.now();
  try {
    const built = await build(undefined, { force: process.argv.includes('--force') });
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    process.stdout.write(
      built.length === 0 ? '已是最新，无需构建。\n' : `已构建 ${built.join('、')}（${seconds} 秒）。\n`,
    );
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
