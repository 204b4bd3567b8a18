/**
 * `anjuan docs`: prints docs/generated and the console's API types from code. `--check` changes nothing and fails when a
 * committed page is stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { generatedPages } from './generated';

export function registerDocs(program: Command): void {
  program
    .command('docs')
    .description('由代码生成 docs/generated 与控制台接口类型')
    .option('--check', '只检查是否过期')
    .action(async (options: { check?: boolean }) => {
      const root = join(__dirname, '..', '..', '..');
      const stale: string[] = [];
      for (const [file, text] of Object.entries(await generatedPages())) {
        const path = join(root, file);
        if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
        stale.push(file);
        if (options.check) continue;
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
      for (const file of stale) console.error(`${options.check ? '已过期' : '已更新'}：${file}`);
      if (options.check && stale.length) {
        console.error('请运行 npm run docs');
        process.exitCode = 1;
      }
    });
}
