// Types, style, import rule, generated files. Each is a check of its own; `npm test` counts each as one test.
//   node tools/lint.mjs
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../bin/place.mjs';
import { build } from './build.mjs';

const CHECKS = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit'] },
  {
    name: 'types of the console',
    command: ['node_modules/typescript/bin/tsc', '-p', 'apps/console/tsconfig.json', '--noEmit'],
  },
  { name: 'style', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'] },
  {
    name: 'imports',
    command: [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'libs', 'apps', 'migrations'],
    ],
  },
  { name: 'generated files', command: ['tools/docs.mjs', '--check'] },
];

/**
 * Runs every check, two at a time, and tells each as it ends. Needs a built tree.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function lint(say) {
  const waiting = [...CHECKS];
  let failed = 0;
  const runNext = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { code, output } = await run(check.command);
      say(`${code === 0 ? 'ok  ' : 'FAIL'} ${check.name}`);
      if (code !== 0) {
        failed++;
        say(output.trimEnd());
      }
    }
  };
  await Promise.all([runNext(), runNext()]);
  return { passed: CHECKS.length - failed, failed };
}

function run([script, ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(ROOT, script), ...args], { cwd: ROOT });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const say = (line) => process.stdout.write(`${line}\n`);
  try {
    await build(['programs'], { say });
    const { failed } = await lint(say);
    process.exitCode = failed === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
