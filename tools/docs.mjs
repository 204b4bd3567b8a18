// Prints what is generated from code: docs/generated and the console's API types. `--check` changes nothing and fails
// where a committed file is stale. Needs a built tree.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../bin/place.mjs';

const run = promisify(execFile);
const at = (...parts) => path.join(ROOT, ...parts);
const options = { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 };
const check = process.argv.includes('--check');
const stale = [];

const { stdout: openapi } = await run(process.execPath, [at('dist/apps/api/openapi.js')], options);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'anjuan-docs-'));
try {
  const document = path.join(folder, 'openapi.json');
  const types = path.join(folder, 'schema.d.ts');
  fs.writeFileSync(document, openapi);
  await run(process.execPath, [at('node_modules/openapi-typescript/bin/cli.js'), document, '-o', types], options);
  keep('docs/generated/openapi.json', openapi);
  keep('apps/console/api/schema.d.ts', fs.readFileSync(types, 'utf8'));
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
const pages = await run(
  process.execPath,
  [at('dist/apps/cli/main.js'), 'docs', ...(check ? ['--check'] : [])],
  options,
).catch((error) => error);
process.stderr.write(pages.stderr);
for (const file of stale) process.stderr.write(`${check ? '已过期' : '已更新'}：${file}\n`);
if (check && (stale.length > 0 || pages.code)) {
  process.stderr.write('请运行 npm run docs\n');
  process.exitCode = 1;
}

function keep(file, text) {
  const place = at(file);
  if (fs.existsSync(place) && fs.readFileSync(place, 'utf8') === text) return;
  stale.push(file);
  if (check) return;
  fs.mkdirSync(path.dirname(place), { recursive: true });
  fs.writeFileSync(place, text);
}
