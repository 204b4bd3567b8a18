import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as today from '@anjuan/law';

const LAW = path.join(__dirname, '../../libs/law');

/**
 * 修法 — a revision invented for the test: from 2028-03-01 a simplified case takes forty-five days. It is put into a copy
 * of libs/law as anybody would put it: a row in the table of laws, and the version in its statute's file.
 */
const amendments: readonly { readonly file: string; readonly after: string; readonly add: string }[] = [
  {
    file: 'citation.ts',
    after: "XF23: { name: '行政复议法(2023)', from: '2024-01-01', workingDayClause: '88(2)' },",
    add: "XF28: { name: '行政复议法(2028)', from: '2028-03-01', workingDayClause: '88(2)' },",
  },
  {
    file: 'statutes/administrative-reconsideration-trial.ts',
    after: `        law: 'XF23',
        article: '62(2)',
        trigger: 'accepted',
        span: calendarDays(30),
        exclusions: newTrialExclusions,
        mark: 'V',`,
    add: `        until: '2028-02-29',
      },
      {
        law: 'XF28',
        article: '62(2)',
        trigger: 'accepted',
        span: calendarDays(45),
        exclusions: newTrialExclusions,
        mark: 'V',`,
  },
];

describe('a law is amended', () => {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'anjuan-amended-'));
  afterAll(() => rmSync(copy, { recursive: true }));
  let amended: typeof today;
  beforeAll(() => {
    cpSync(LAW, copy, { recursive: true, filter: (file) => !file.endsWith('.spec.ts') });
    for (const { file, after, add } of amendments) {
      const text = readFileSync(path.join(copy, file), 'utf8');
      expect(text.split(after)).toHaveLength(2);
      writeFileSync(path.join(copy, file), text.replace(after, `${after}\n${add}`));
    }
    amended = jest.requireActual<typeof today>(path.join(copy, 'index.ts'));
  });

  const id = 'reconsideration.decision-simplified';
  const due = (law: typeof today, from: string) => {
    const { law: name, article, due: on } = law.reckon({ limit: id, from, calendar: law.buildCalendar() });
    return { name, article, on };
  };

  it('an older case keeps its version, a newer one has the new', () => {
    expect(due(amended, '2028-02-29')).toEqual({ name: '行政复议法(2023)', article: '第62条第2款', on: '2028-03-30' });
    expect(due(amended, '2028-03-01')).toEqual({ name: '行政复议法(2028)', article: '第62条第2款', on: '2028-04-17' });
    expect(due(amended, '2026-03-02')).toEqual(due(today, '2026-03-02'));
  });

  it('says so in the table of limits, and nothing else in it became another', () => {
    const before = today.describeLimits();
    const after = amended.describeLimits();
    expect(after.find((l) => l.id === id)?.versions.map((v) => [v.law, v.from, v.until, v.span])).toEqual([
      ['行政复议法(2023)', '2024-01-01', '2028-02-29', '30日'],
      ['行政复议法(2028)', '2028-03-01', undefined, '45日'],
    ]);
    expect(after.filter((l) => l.id !== id)).toEqual(before.filter((l) => l.id !== id));
  });
});
