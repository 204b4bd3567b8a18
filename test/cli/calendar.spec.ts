import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CaseworkModule, caseworkEntities } from '@anjuan/casework';
import { Identity, IdentityModule, identityEntities } from '@anjuan/identity';
import { addDays } from '@anjuan/law';
import { Clock, Config, config, Database, PlatformModule, TurnedClock } from '@anjuan/platform';
import { Test } from '@nestjs/testing';
import { runCommand } from '@test/command';
import { freshDatabase, type TestDatabase } from '@test/database';
import { registerCalendar } from '../../apps/cli/calendar';

/** Invented days, in the shape of the public file. */
const festivals = {
  元旦: ['2027-01-01', '2027-01-03'],
  春节: ['2027-02-05', '2027-02-11'],
  清明节: ['2027-04-03', '2027-04-05'],
  劳动节: ['2027-05-01', '2027-05-05'],
  端午节: ['2027-06-09', '2027-06-09'],
  中秋节: ['2027-09-15', '2027-09-15'],
  国庆节: ['2027-10-01', '2027-10-07'],
} as const;
const file = {
  year: 2027,
  papers: [],
  days: Object.entries(festivals).flatMap(([name, [first, last]]) => {
    const days = [];
    for (let date: string = first; date <= last; date = addDays(date, 1)) days.push({ name, date, isOffDay: true });
    return days;
  }),
};

describe('anjuan calendar', () => {
  let database: TestDatabase;
  let folder: string;
  const openContext = async () => {
    const module = await Test.createTestingModule({
      imports: [
        PlatformModule.for([...identityEntities, ...caseworkEntities([])]),
        IdentityModule,
        CaseworkModule.for([]),
      ],
    })
      .overrideProvider(Clock)
      .useValue(new TurnedClock('2026-11-22'))
      .overrideProvider(Config)
      .useValue({ ...config(), databaseUrl: database.url, masterKey: Buffer.alloc(32, 7).toString('base64') })
      .compile();
    return module.init();
  };
  const run = (...words: string[]) =>
    runCommand((program) => registerCalendar(program, openContext), ['calendar', ...words]);
  const written = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const head = ['--number', '示例〔2026〕1号', '--issued', '2026-11-20'];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'anjuan-calendar-'));
    database = await freshDatabase();
    const context = await openContext();
    const identity = context.get(Identity);
    for (const slug of ['shan', 'shui']) await identity.createJurisdiction({ slug, name: `${slug}县` });
    await context.close();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await database.close();
  });

  it('names day, value and rule of what is wrong, and proposes nothing', async () => {
    const days = file.days.map((d) => (d.date === '2027-06-09' ? { ...d, date: '2027-06-31' } : d));
    const wrong = await run('import', written('wrong.json', { ...file, days }), ...head, '--jurisdiction', 'shan');
    expect(wrong).toEqual({
      out: '',
      err: `shan  days[${file.days.findIndex((d) => d.date === '2027-06-09')}].date“2027-06-31”：应为真实存在的日期，格式 YYYY-MM-DD\n`,
      code: 1,
    });
    await expect(run('import', written('no.json', 'x'), ...head)).rejects.toThrow('不是 JSON 文件');
    await expect(run('import', join(folder, 'none.json'), ...head)).rejects.toThrow('读不到文件');
    expect((await run('status', '--jurisdiction', 'shan')).out).not.toContain('待确认');
  });

  it('proposes the notice to every jurisdiction; nothing is in force before the offices confirm', async () => {
    const done = await run('import', written('2027.json', file), ...head);
    expect(done.out.split('\n')).toEqual([
      'shan  2027年放假安排（示例〔2026〕1号）已录入，待负责人在“放假日历”中确认。',
      'shui  2027年放假安排（示例〔2026〕1号）已录入，待负责人在“放假日历”中确认。',
      '',
    ]);
    const status = await run('status', '--jurisdiction', 'shui', '--json');
    expect(JSON.parse(status.out)).toEqual([
      {
        jurisdiction: 'shui',
        ok: true,
        words: ['放假安排收录至2026年。', '待确认的变更1项。', expect.stringContaining('已经录入，待负责人')],
      },
    ]);
    const again = await run('import', written('2027.json', file), ...head, '--jurisdiction', 'shan');
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('已有一份待确认') });
    const context = await openContext();
    const other = await context
      .get(Database)
      .inJurisdiction(1, (tx) => tx.query<{ n: number }>('select count(*) as n from calendar_change'));
    await context.close();
    expect(other).toEqual([{ n: 1 }]);
  });
});
