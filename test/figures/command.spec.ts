import { mediationFacts } from '@anjuan/cases/mediation';
import { IdentityModule, identityEntities } from '@anjuan/identity';
import { Config, config, PlatformModule } from '@anjuan/platform';
import { StatisticsModule } from '@anjuan/statistics';
import { Test } from '@nestjs/testing';
import { openDesk } from '@test/desk';
import { Command } from 'commander';
import { registerFigures } from '../../apps/cli/figures';
import { addCases } from './fact-rows';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk('2025-02-28');
  const county = await desk.county('small');
  await addCases(desk.database, county, mediationFacts, [
    { facts: { accepted_on: '2024-03-01', agreed_on: '2024-03-02', outcome: 'agreed-oral', agreement_fen: 1_000_000 } },
    { facts: { accepted_on: '2024-12-01', closed_on: '2024-12-09', outcome: 'failed' } },
  ]);
});
afterAll(() => desk.close());
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

/** What the command prints on stdout and the exit code it leaves. */
async function run(...args: readonly string[]): Promise<{ printed: string; exitCode: unknown }> {
  let printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const program = new Command();
  registerFigures(program, () =>
    Test.createTestingModule({ imports: [PlatformModule.for(identityEntities), IdentityModule, StatisticsModule] })
      .overrideProvider(Config)
      .useValue({ ...config(), databaseUrl: desk.db.url })
      .compile(),
  );
  await program.parseAsync(['node', 'anjuan', 'figures', ...args]);
  jest.restoreAllMocks();
  return { printed, exitCode: process.exitCode };
}

describe('anjuan figures', () => {
  it('prints one row per metric as JSON and nothing else', async () => {
    const { printed, exitCode } = await run('--jurisdiction', 'small', '--year', '2024', '--json');
    const rows: readonly Record<string, unknown>[] = JSON.parse(printed);
    expect(new Set(rows.map(({ metric }) => metric)).size).toBe(rows.length);
    expect(rows.find(({ metric }) => metric === 'mediation-success-rate')).toEqual({
      metric: 'mediation-success-rate',
      title: '调解成功率',
      variant: 'default',
      reading: '调解成功÷（调解成功＋调解不成）',
      unit: '%',
      scope: 'jurisdiction',
      counts: 'case',
      value: 50,
      printed: '50',
      approximate: null,
      note: null,
      numerator: 1,
      denominator: 2,
      definition: 1,
      caseLists: {
        numeratorUrl: '/api/v1/figures/mediation-success-rate/cases?year=2024&variant=default&part=numerator',
        denominatorUrl: '/api/v1/figures/mediation-success-rate/cases?year=2024&variant=default&part=denominator',
      },
    });
    expect(exitCode).toBeUndefined();
  });

  it('takes a cut-off, every variant and the cases', async () => {
    const { printed } = await run(
      '--jurisdiction',
      'small',
      '--year',
      '2024',
      '--cutoff',
      '2024-11-30',
      '--all-variants',
      '--cases',
      '--json',
    );
    const rows: readonly Record<string, unknown>[] = JSON.parse(printed);
    const accepted = rows.find(({ metric, variant }) => metric === 'mediation-success-rate' && variant === 'accepted');
    expect(accepted).toMatchObject({
      value: 100,
      caseLists: { numeratorIds: [expect.any(String)], denominatorIds: [expect.any(String)] },
    });
  });

  it('prints a table for people', async () => {
    const { printed } = await run('--jurisdiction', 'small', '--year', '2024', '--cutoff', '2024-11-30');
    expect(printed).toContain('small 2024年（截至2024-11-30）');
    expect(printed).toMatch(/^调解成功率 +100% +1 +1 +调解成功÷（调解成功＋调解不成） +mediation-success-rate$/m);
    expect(printed).toMatch(/^行政机关负责人出庭应诉率 +— +0 +0 /m);
    expect(printed).toMatch(/^调解协议金额 +1万元 /m);
  });

  it.each([
    ['an unknown jurisdiction', ['--jurisdiction', 'nowhere', '--year', '2024'], 'jurisdiction'],
    ['a year that is none', ['--jurisdiction', 'small', '--year', 'last'], 'year'],
    ['a cut-off in another year', ['--jurisdiction', 'small', '--year', '2024', '--cutoff', '2025-01-01'], 'cutoff'],
  ])('refuses %s with JSON and exit code 1', async (_, args, field) => {
    const { printed, exitCode } = await run(...args, '--json');
    expect(JSON.parse(printed)).toMatchObject({ error: { code: 'invalid', errors: [{ field }] } });
    expect(exitCode).toBe(1);
  });
});
