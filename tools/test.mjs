// `npm test`: build, lint, all suites under TZ=UTC, then those that count days again under TZ=Asia/Shanghai.
// The last line is `N passed, N failed`; a failed build, lint check or suite that does not load counts as a failure.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../bin/place.mjs';
import { readJson } from '../bin/processes.mjs';
import { build } from './build.mjs';
import { lint } from './lint.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const results = fs.mkdtempSync(path.join(os.tmpdir(), 'anjuan-results-'));
const total = { passed: 0, failed: 0 };
const count = ({ passed, failed }) => {
  total.passed += passed;
  total.failed += failed;
};

// Ctrl-C reaches jest as well (one terminal group): it ends, the database's lease with it, and then so do we.
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    interrupted = true;
  });
}

try {
  await stage('build', () => build(undefined, { say }));
  await stage('lint', async () => count(await lint(say)));
  await suites('UTC', []);
  // Loading the five counties takes a minute and counts no day that the other figures do not.
  await suites('Asia/Shanghai', ['/libs/', '/test/casefiles/', '/test/figures/(?!five-counties)']);
} finally {
  fs.rmSync(results, { recursive: true, force: true });
}
if (interrupted) {
  say('已中断。');
  process.exit(130);
}
say(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/** Goes on after a failure: one run should tell everything that is wrong. */
async function stage(name, work) {
  if (interrupted) return;
  say(`== ${name}`);
  try {
    await work();
  } catch (error) {
    say(error.message);
    count({ passed: 0, failed: 1 });
  }
}

/** Runs jest on the files that match a pattern (all, without one) and counts; a run without tests is a failure. */
async function suites(zone, patterns) {
  await stage(`tests, TZ=${zone}`, async () => {
    const file = path.join(results, `${zone.replace('/', '-')}.json`);
    const args = ['node_modules/jest/bin/jest.js', '--ci', '--json', `--outputFile=${file}`, ...patterns];
    const code = await new Promise((resolve, reject) => {
      const child = spawn(process.execPath, args, {
        cwd: ROOT,
        env: { ...process.env, TZ: zone },
        stdio: ['ignore', 'ignore', 'inherit'], // jest reports on stderr
      });
      child.once('error', reject);
      child.once('close', resolve);
    });
    const report = readJson(file);
    const passed = report?.numPassedTests ?? 0;
    const failed = (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0);
    count({ passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed });
  });
}
