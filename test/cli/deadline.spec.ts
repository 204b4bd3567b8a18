/** `anjuan deadline` as a program of its own: what it prints where, and the exit code it leaves. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const program = path.join(__dirname, '../../bin/anjuan.mjs');
const keys = ['limit', 'law', 'article', 'from', 'raw', 'excludedDays', 'due', 'provisional', 'verified', 'steps'];

interface Said {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: unknown;
}

/** From another folder, without a database and without a home to keep anything in. */
async function deadline(...args: readonly string[]): Promise<Said> {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [program, 'deadline', ...args], { cwd: '/', env: { PATH } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [exitCode] = await once(child, 'close');
  return { stdout, stderr, exitCode };
}

/** Parses the whole of stdout: a word beside the JSON fails here. */
async function json(...args: readonly string[]) {
  const { stdout, exitCode } = await deadline(...args, '--json');
  return { answer: JSON.parse(stdout), exitCode };
}

describe('anjuan deadline', () => {
  let folder: string;
  // The first call builds the programs where a source is newer.
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-deadline-'));
    await deadline('--help');
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true }));
  const batchFile = (content: string): string => {
    const file = path.join(folder, 'questions.json');
    writeFileSync(file, content);
    return file;
  };

  it('prints exactly the promised keys, in order, and JSON alone', async () => {
    const { answer, exitCode } = await json('--limit', 'reconsideration.acceptance-review', '--from', '2026-09-30');
    expect(exitCode).toBe(0);
    expect(Object.keys(answer)).toEqual(keys);
    // The holiday from 10-01 to 10-07, then 10-08 ①, 09 ②, Saturday 10 worked ③, 12 ④, 13 ⑤.
    expect(answer).toMatchObject({
      limit: 'reconsideration.acceptance-review',
      law: '行政复议法(2023)',
      article: '第30条第1款',
      from: '2026-09-30',
      raw: '2026-10-13',
      excludedDays: 0,
      due: '2026-10-13',
      provisional: false,
    });
    const steps: readonly Record<string, unknown>[] = answer.steps;
    expect(steps.map(({ n }) => n)).toEqual(steps.map((_, i) => i + 1));
    expect(
      steps.every(({ text, article, notice }) => /\p{Script=Han}/u.test(String(text)) && (article || notice)),
    ).toBe(true);
    expect(steps.some(({ notice }) => typeof notice === 'string' && notice.includes('国办发明电'))).toBe(true);
  });

  it('takes suspensions, an extension, given days and local holidays', async () => {
    const trial = ['--limit', 'reconsideration.decision-ordinary', '--from', '2025-03-03'];
    // 03-03 + 60 = 05-02; two suspensions of five and three days, thirty days more: 06-09.
    const several = ['--suspend', '2025-03-10..2025-03-15', '--suspend', '2025-04-01..2025-04-04', '--extend', '30'];
    expect((await json(...trial, ...several)).answer).toMatchObject({
      raw: '2025-06-09',
      excludedDays: 8,
      due: '2025-06-09',
    });
    expect((await json(...trial, ...several, '--local-holiday', '2025-06-09')).answer).toMatchObject({
      raw: '2025-06-09',
      due: '2025-06-10',
    });
    expect(
      (await json('--limit', 'reconsideration.perform', '--from', '2025-03-03', '--given', '20')).answer,
    ).toMatchObject({ raw: '2025-03-23', due: '2025-03-24' });
  });

  it('an open suspension has no day, a year without a notice is provisional', async () => {
    const open = ['--limit', 'reconsideration.decision-ordinary', '--from', '2025-03-03', '--suspend', '2025-03-10..'];
    const { answer } = await json(...open);
    expect(Object.keys(answer)).toEqual([...keys.slice(0, -1), 'status', 'steps']);
    expect(answer).toMatchObject({ raw: null, due: null, status: 'suspended' });
    const far = await json('--limit', 'litigation.retrial-application', '--from', '2026-11-20');
    expect(far.answer).toMatchObject({ due: '2027-05-20', provisional: true });
  });

  it('answers a batch in order, every refusal in its place', async () => {
    const file = batchFile(
      JSON.stringify([
        { limit: 'litigation.answer', from: '2025-01-20' },
        { limit: 'reconsideration.decision-simplified', from: '2025-03-03', extend: 10 },
        { limit: 'reconsideration.decision-simplified', from: '2023-03-03' },
        { limit: 'litigation.nonsense', from: '2025-02-30' },
        'litigation.answer',
        {
          limit: 'mediation.period-medical',
          from: '2025-03-03',
          suspend: ['2025-03-10..2025-03-15'],
          extend: 0,
          localHolidays: [],
        },
        { limit: 'litigation.answer', from: '2025-03-03', suspend: [{ from: '2025-03-15', to: '2025-03-10' }] },
      ]),
    );
    const { stdout, exitCode } = await deadline('--batch', file);
    expect(exitCode).toBe(0);
    const answers: readonly Record<string, unknown>[] = JSON.parse(stdout);
    expect(answers).toHaveLength(7);
    // 01-20 + 15 = 02-04, the last day of the spring festival.
    expect(answers[0]).toMatchObject({ limit: 'litigation.answer', raw: '2025-02-04', due: '2025-02-05' });
    const refused = [1, 2, 3, 4, 6].map((i) => answers[i]);
    expect(refused).toEqual([
      refusal('reconsideration.decision-simplified', '2025-03-03', 'extension-not-provided'),
      refusal('reconsideration.decision-simplified', '2023-03-03', 'no-version-in-force'),
      refusal('litigation.nonsense', '2025-02-30', 'unknown-limit'),
      refusal(null, null, 'invalid-input'),
      refusal('litigation.answer', '2025-03-03', 'invalid-suspension'),
    ]);
    expect(answers[5]).toMatchObject({ due: '2025-04-22' });
    expect(Object.keys(answers[5] ?? {})).toEqual(keys);
    // Both mistakes of one item are told.
    expect(JSON.stringify(answers[3])).toMatch(/litigation\.nonsense.*2025-02-30/);
  });

  it('a refusal of the law: one sentence on stderr, or JSON in place of the answer', async () => {
    const args = ['--limit', 'reconsideration.decision-ordinary', '--from', '2025-03-03', '--extend', '31'];
    const told = await deadline(...args);
    expect(told).toMatchObject({ stdout: '', exitCode: 1 });
    expect(told.stderr).toContain('最多延长30日');
    const { answer, exitCode } = await json(...args);
    expect(exitCode).toBe(1);
    expect(answer).toEqual(refusal('reconsideration.decision-ordinary', '2025-03-03', 'extension-too-long'));
  });

  it.each([
    ['nothing at all', [], '缺少 limit', '缺少 from'],
    ['an unknown limit', ['--limit', 'nonsense', '--from', '2025-03-03'], '没有编号为“nonsense”的期限'],
    ['a day that does not exist', ['--limit', 'litigation.answer', '--from', '2025-02-30'], '2025-02-30'],
    [
      'several mistakes',
      ['--limit', 'x', '--from', 'y', '--extend', '-1', '--suspend', 'z'],
      '“x”',
      'y',
      '“-1”',
      '“z”',
    ],
    ['a batch that is not there', ['--batch', '/nowhere/questions.json'], '文件须存在且可读'],
    ['an option that does not exist', ['--until', '2025-03-03'], '没有选项 --until'],
    ['an option without its value', ['--limit'], '选项 --limit <id> 缺少值'],
    ['a word too many', ['litigation.answer'], '多给了参数'],
  ])('bad usage, %s: Chinese on stderr, nothing on stdout, exit code 2', async (_, args, ...sentences) => {
    const { stdout, stderr, exitCode } = await deadline(...args);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    for (const sentence of sentences) expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/error|Error/);
  });

  it.each([
    ['no JSON', '[{'],
    ['no array', '{"limit":"litigation.answer"}'],
  ])('a batch file that holds %s is refused whole', async (_, content) => {
    const { answer, exitCode } = await json('--batch', batchFile(content));
    expect(exitCode).toBe(1);
    expect(answer.error).toMatchObject({ code: 'invalid-input', message: expect.stringContaining('JSON 数组') });
  });

  it('explains itself to people, with what still has to be verified', async () => {
    const { stdout, stderr, exitCode } = await deadline('--limit', 'mediation.follow-up', '--from', '2026-01-20');
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toContain('回访（mediation.follow-up）');
    expect(stdout).toContain('起算：2026-01-20');
    expect(stdout).toContain('届满：2026-02-04');
    expect(stdout).toContain('〔依惯例或推定，可设置〕');
  });

  it('shows its usage in Chinese', async () => {
    const { stdout, exitCode } = await deadline('--help');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^用法：/);
    expect(stdout).toContain('选项：');
  });
});

function refusal(limit: string | null, from: string | null, code: string) {
  return { limit, from, error: { code, message: expect.stringMatching(/\p{Script=Han}/u) } };
}
