import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const CLONE = path.join(__dirname, '..');
const CRUISER = path.join(CLONE, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

function isCruise(
  value: unknown,
): value is { summary: { violations: { rule: { name: string }; from: string; to: string }[] } } {
  return typeof value === 'object' && value !== null && 'summary' in value;
}

/** Runs the import rule on a tree as `npm run lint` does. */
function cruise(tree: string): Violation[] {
  const folders = ['libs', 'apps', 'migrations'];
  const args = [CRUISER, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
  const run = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 28 });
  const found: unknown = JSON.parse(run.stdout);
  if (!isCruise(found)) throw new Error(run.stderr);
  return found.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

describe('the import rule', () => {
  it('holds in the whole tree', () => {
    expect(cruise(CLONE)).toEqual([]);
  });

  /** Each import breaks one rule: [rule, importing file, imported module]. */
  const broken: [string, string, string][] = [
    ['layer-law', 'libs/law/a.ts', '@anjuan/platform'],
    ['layer-platform', 'libs/platform/a.ts', '@anjuan/law'],
    ['layer-identity', 'libs/identity/a.ts', '@anjuan/casework'],
    ['layer-casework', 'libs/casework/a.ts', '@anjuan/cases/mediation'],
    ['layer-cases-coordination-subsidies', 'libs/cases/mediation/a.ts', '@anjuan/cases/litigation'],
    ['layer-kinds', 'libs/kinds/a.ts', '@anjuan/notices'],
    ['layer-registers', 'libs/registers/a.ts', '@anjuan/statistics'],
    ['layer-statistics', 'libs/statistics/a.ts', '@anjuan/notices'],
    ['layer-statistics', 'libs/statistics/b.ts', '@anjuan/kinds'],
    ['layer-demonstration', 'libs/demonstration/a.ts', '@anjuan/statistics'],
    ['lib-door', 'libs/casework/b.ts', '../law/day'],
    ['lib-door-from-outside', 'apps/api/a.ts', '@anjuan/law/day'],
    ['apps-apart', 'apps/api/b.ts', '../worker/main'],
    ['console-apart', 'apps/console/a.tsx', '@anjuan/law'],
    ['migrations-apart', 'migrations/1-a.ts', '@anjuan/law'],
    ['law-is-pure', 'libs/law/b.ts', 'node:fs'],
    ['law-is-pure', 'libs/law/c.ts', '@nestjs/common'],
    ['database-and-queue-in-platform', 'libs/notices/a.ts', 'bullmq'],
    ['database-and-queue-in-platform', 'apps/worker/a.ts', 'pg'],
    ['typeorm-outside-apps', 'apps/api/c.ts', 'typeorm'],
    ['resolvable', 'libs/notices/b.ts', './nowhere'],
  ];

  it('fails on every way of breaking it', () => {
    const tree = mkdtempSync(path.join(os.tmpdir(), 'anjuan-imports-'));
    const write = (file: string, text: string) => {
      mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
      writeFileSync(path.join(tree, file), text);
    };
    try {
      for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json'])
        cpSync(path.join(CLONE, file), path.join(tree, file));
      symlinkSync(path.join(CLONE, 'node_modules'), path.join(tree, 'node_modules'));
      const libs = [
        'law',
        'platform',
        'identity',
        'casework',
        'cases/mediation',
        'cases/litigation',
        'kinds',
        'registers',
        'statistics',
        'notices',
      ];
      for (const lib of libs) write(`libs/${lib}/index.ts`, 'export const name = 1;\n');
      write('libs/law/day.ts', 'export const name = 1;\n');
      write('apps/worker/main.ts', "import { name } from '@anjuan/notices';\nexport { name };\n");
      write('migrations/0-first.ts', "import { name } from '@anjuan/platform';\nexport { name };\n");
      expect(cruise(tree)).toEqual([]);

      for (const [, file, to] of broken)
        write(file, `import type * as it from '${to}';\nexport type It = typeof it;\n`);
      write('libs/casework/c.ts', "import { d } from './d';\nexport const c = () => d;\n");
      write('libs/casework/d.ts', "import { c } from './c';\nexport const d = () => c;\n");
      const found = cruise(tree).map(({ rule, from }) => `${rule} ${from}`);
      for (const [rule, file] of broken) expect(found).toContain(`${rule} ${file}`);
      expect(found).toContain('no-cycles libs/casework/c.ts');
    } finally {
      rmSync(tree, { recursive: true });
    }
  });
});

describe('time, environment and connections', () => {
  /** Words that belong to the platform; the console runs in the browser and tests outside the product. */
  const reserved = /new Date\(\)|Date\.now\(|process\.env\b|\bDataSource\b|\bforwardRef\b/;

  function* sources(folder: string): Generator<string> {
    for (const entry of readdirSync(path.join(CLONE, folder), { withFileTypes: true })) {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) yield* sources(file);
      else if (/\.ts$/.test(file) && !/\.spec\.ts$/.test(file)) yield file;
    }
  }

  /** Comments may speak of them. */
  const codeOf = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');

  it('come from the platform alone', () => {
    const files = [...sources('libs'), ...sources('apps'), ...sources('migrations')];
    expect(files.length).toBeGreaterThan(20);
    const elsewhere = files.filter((file) => !/^(libs\/platform|apps\/console)\//.test(file));
    const using = elsewhere.filter((file) => reserved.test(codeOf(readFileSync(path.join(CLONE, file), 'utf8'))));
    expect(using).toEqual([]);
    // The search itself finds what it looks for.
    expect(files.filter((file) => reserved.test(codeOf(readFileSync(path.join(CLONE, file), 'utf8'))))).not.toEqual([]);
  });
});
