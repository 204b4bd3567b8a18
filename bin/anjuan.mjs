#!/usr/bin/env node
// The `anjuan` command: builds if the sources are newer, on stderr only, and hands over to the compiled program.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from './place.mjs';

const program = path.join(ROOT, 'dist/apps/cli/main.js');
try {
  if (!fs.existsSync(path.join(ROOT, 'node_modules'))) throw new Error('尚未安装依赖，请先在项目文件夹运行 npm ci。');
  const { build } = await import('../tools/build.mjs');
  await build(['programs'], { say: (line) => process.stderr.write(`${line}\n`) });
  process.argv[1] = program;
  createRequire(import.meta.url)(program);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
