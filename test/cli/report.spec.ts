/** `anjuan report audit` as a program of its own: without a database, what it prints where, and its exit code. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const program = path.join(__dirname, '../../bin/anjuan.mjs');
const report = (...args: readonly string[]) => reportIn({}, ...args);
function reportIn(env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { PATH } = process.env;
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, 'report', 'audit', ...args], {
    cwd: '/',
    env: { PATH, ...env },
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

describe('anjuan report audit', () => {
  let folder: string;
  const file = (name: string, content: string | Buffer): string => {
    const at = path.join(folder, name);
    writeFileSync(at, content);
    return at;
  };
  // The first call builds the programs where a source is newer.
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-report-'));
    report('--help');
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints exactly the promised keys, and JSON alone', () => {
    const text = '2023年，新收行政复议申请32件，上年结转3件，办理34件。';
    const { stdout, status } = report(file('稿.txt', text), '--json');
    expect(status).toBe(0);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(['figures', 'findings']);
    expect(Object.keys(answer.figures[0])).toEqual([
      'start',
      'end',
      'text',
      'metric',
      'value',
      'unit',
      'kind',
      'approx',
    ]);
    expect(Object.keys(answer.findings[0])).toEqual(['level', 'rule', 'spans', 'message', 'arithmetic']);
    expect(answer.figures.map((f: { metric: string; value: number }) => [f.metric, f.value])).toEqual([
      ['reconsideration-received', 32],
      ['reconsideration-carried-in', 3],
      ['reconsideration-handled', 34],
    ]);
    const { spans } = answer.findings[0];
    expect(spans.map((s: { start: number; end: number }) => text.slice(s.start, s.end)).join()).toContain('办理34件');
  });

  it('tells people level, line, what would mend it, and the sum', () => {
    const { stdout, status } = report(file('稿.txt', '一、概况\n撤销12件、变更1件，共14件。\n'));
    expect(status).toBe(0);
    expect(stdout).toContain('错误 1');
    expect(stdout).toContain('【错误】第 2 行');
    expect(stdout).toContain('12 + 1 = 13 ≠ 14');
  });

  it('opens a database only where a jurisdiction is asked for', () => {
    const draft = file('稿.txt', '撤销12件、变更1件，共13件。');
    // Nobody listens on port 1: whoever connects fails.
    const nowhere = { DATABASE_URL: 'postgres://anjuan_app@127.0.0.1:1/anjuan' };
    const alone = reportIn(nowhere, draft);
    expect([alone.status, alone.stderr]).toEqual([0, '']);
    expect(alone.stdout).toContain('错误 0');
    const asking = reportIn(nowhere, draft, '--jurisdiction', 'junshan', '--year', '2021');
    expect([asking.status, asking.stdout]).toEqual([1, '']);
    expect(asking.stderr).toContain('ECONNREFUSED');
  });

  it.each([
    ['没有这个文件', () => path.join(folder, '没有.txt')],
    ['是 PDF', () => file('稿.pdf', '%PDF-1.4')],
    ['空的', () => file('空.txt', '')],
  ])('refuses with the rule: %s', (rule, at) => {
    const name = at();
    const spoken = report(name);
    expect([spoken.status, spoken.stdout]).toEqual([1, '']);
    expect(spoken.stderr).toContain(rule);
    const { error } = JSON.parse(report(name, '--json').stdout);
    expect(error.errors[0]).toMatchObject({ field: 'file', rule: expect.stringContaining(rule) });
  });

  it('asks for the year beside the jurisdiction', () => {
    const { status, stderr } = report(file('稿.txt', '办结4件'), '--jurisdiction', 'junshan');
    expect(status).toBe(1);
    expect(stderr).toContain('--year');
  });

  it('marks itself against texts whose figures are known', () => {
    file(
      'known.json',
      JSON.stringify({
        passages: ['新受理行政复议案件151件，其中举报投诉75件，占49.66%。'],
        figures: [
          { key: 'a', phrase: '新受理151件', metric_id: 'reconsideration-accepted', value: 151, unit: '件' },
          { key: 'm', phrase: '举报投诉75件', metric_id: 'reconsideration-by-matter', value: 75, unit: '件' },
          { key: 'p', phrase: '占49.66%', metric_id: 'reconsideration-category-share', value: '49.66', unit: '%' },
          { key: 'x', phrase: '办结9件', metric_id: 'reconsideration-concluded', value: 9, unit: '件' },
        ],
        inconsistencies: [
          { kind: 'truncation', detail: '75/151', figures: ['p'] },
          { kind: 'arithmetic', detail: 'what is not in the text', figures: ['x'] },
        ],
      }),
    );
    const { stdout } = report('--compare', folder, '--json');
    expect(JSON.parse(stdout).total).toMatchObject({
      known: 4,
      read: 3,
      matched: 3,
      nameable: 3,
      named: 3,
      contradictions: 2,
      found: 1,
      falseErrors: 0,
    });
    const table = report('--compare', folder, '--missed').stdout;
    expect(table).toMatch(/合计 +4 +3 +3 +1\.000 +0\.750 +1\.000 +2 +1 +0/);
    expect(table).toContain('未读出：办结9件');
    expect(report('--compare', path.join(folder, '没有')).stderr).toContain('没有这个目录');
  });
});
