import { mediationFacts } from '@anjuan/cases/mediation';
import { IdentityModule, identityEntities } from '@anjuan/identity';
import { Config, config, PlatformModule } from '@anjuan/platform';
import { ReportModule } from '@anjuan/report';
import { StatisticsModule } from '@anjuan/statistics';
import { Test } from '@nestjs/testing';
import { runCommand } from '@test/command';
import { openDesk } from '@test/desk';
import { Client } from 'pg';
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
const run = (...args: readonly string[]) =>
  runCommand(
    (program) =>
      registerFigures(program, () =>
        Test.createTestingModule({
          imports: [PlatformModule.for(identityEntities), IdentityModule, ReportModule, StatisticsModule],
        })
          .overrideProvider(Config)
          .useValue({ ...config(), databaseUrl: desk.db.url })
          .compile(),
      ),
    ['figures', ...args],
  );

describe('anjuan figures', () => {
  it('prints one row per metric as JSON and nothing else', async () => {
    const { out, code } = await run('--jurisdiction', 'small', '--year', '2024', '--json');
    const rows: readonly Record<string, unknown>[] = JSON.parse(out);
    expect(new Set(rows.map(({ metric }) => metric)).size).toBe(rows.length);
    expect(rows.find(({ metric }) => metric === 'mediation-success-rate')).toEqual({
      metric: 'mediation-success-rate',
      title: '调解成功率',
      kind: 'mediation',
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
      summed: null,
      definition: 1,
      caseLists: {
        numeratorUrl: '/api/v1/figures/mediation-success-rate/cases?year=2024&variant=default&part=numerator',
        denominatorUrl: '/api/v1/figures/mediation-success-rate/cases?year=2024&variant=default&part=denominator',
      },
    });
    expect(code).toBe(0);
  });

  it('takes a cut-off, every variant and the cases', async () => {
    const { out } = await run(
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
    const rows: readonly Record<string, unknown>[] = JSON.parse(out);
    const accepted = rows.find(({ metric, variant }) => metric === 'mediation-success-rate' && variant === 'accepted');
    expect(accepted).toMatchObject({
      value: 100,
      caseLists: { numeratorIds: [expect.any(String)], denominatorIds: [expect.any(String)] },
    });
  });

  it('prints a table for people', async () => {
    const { out } = await run('--jurisdiction', 'small', '--year', '2024', '--cutoff', '2024-11-30');
    expect(out).toContain('small 2024年（截至2024-11-30）');
    expect(out).toMatch(/^调解成功率 +100% +1 +1 +调解成功÷（调解成功＋调解不成） +mediation-success-rate$/m);
    expect(out).toMatch(/^行政机关负责人出庭应诉率 +— +0 +0 /m);
    expect(out).toMatch(/^调解协议金额 +1万元 /m);
    expect(out).toMatch(/^行政复议案件平均办理天数 +— +0天 +0 /m);
  });

  it('sets the year before beside each figure', async () => {
    const { out } = await run('--jurisdiction', 'small', '--year', '2025', '--compared');
    expect(out).toMatch(/^受理矛盾纠纷 +0件 +2 +-100% /m);
  });

  it('breaks one figure down', async () => {
    const { out } = await run('breakdown', 'mediation-accepted', 'month', '--jurisdiction', 'small', '--year', '2024');
    expect(out).toContain('small 2024年 受理矛盾纠纷（统计期内受理）');
    expect(out).toMatch(/^2024年3月 +1 +50%$/m);
    expect(out).toMatch(/^合计 +2 +100%$/m);
    const period = ['--jurisdiction', 'small', '--from', '2024-02-01', '--cutoff', '2024-11-30', '--json'];
    const { out: json } = await run('breakdown', 'mediation-success-rate', 'organisation', ...period);
    expect(JSON.parse(json)).toMatchObject({
      rows: [{ label: '司法局', numerator: 1, denominator: 1, printed: '100' }],
    });
    const refused = await run(
      'breakdown',
      'mediation-accepted',
      'shoe-size',
      '--jurisdiction',
      'small',
      '--year',
      '2024',
      '--json',
    );
    expect(JSON.parse(refused.out)).toMatchObject({ error: { code: 'invalid', errors: [{ field: 'by' }] } });
    expect(refused.code).toBe(1);
  });

  it('freezes, and proves what is frozen: exit code 1 once a row was changed', async () => {
    const asked = ['--jurisdiction', 'small', '--year', '2024'];
    const { out } = await run('freeze', '--metric', 'mediation-succeeded', '--json', ...asked);
    expect(JSON.parse(out)).toMatchObject([{ metric: 'mediation-succeeded', value: 1, frozen_by: null }]);
    const sound = await run('verify');
    const [{ hash }] = JSON.parse(out);
    expect(sound).toEqual({ out: `small：核验1条，全部相符\n  末条校验值 ${hash}\n`, err: '', code: 0 });
    const admin = new Client({ connectionString: desk.db.adminUrl });
    await admin.connect();
    await admin.query('set session_replication_role = replica');
    await admin.query(`update frozen_figure set printed = '10'`);
    await admin.end();
    const broken = await run('verify', '--json', '--jurisdiction', 'small');
    expect(broken.code).toBe(1);
    expect(JSON.parse(broken.out)).toMatchObject([{ jurisdiction: 'small', checked: 1, broken: [{ seq: 1 }] }]);
  });

  it('freezes a figure in parts, all of a form’s period, or what a report prints', async () => {
    const asked = ['--jurisdiction', 'small', '--year', '2024', '--json'];
    const frozenBy = async (...args: readonly string[]) => {
      const rows: readonly { metric: string; split_by: string | null }[] = JSON.parse(
        (await run('freeze', ...args, ...asked)).out,
      );
      return rows.map(({ metric, split_by }) => (split_by === null ? metric : `${metric} ${split_by}`));
    };
    expect(await frozenBy('--metric', 'mediation-accepted', '--by', 'dispute_type', 'month')).toEqual([
      'mediation-accepted',
      'mediation-accepted dispute_type',
      'mediation-accepted month',
    ]);
    const form = await frozenBy('--form', 'mediation-organisations', 'mediation-subsidies');
    expect(form).toContain('mediators employment');
    expect(form).toContain('mediator-subsidy-amount');
    const style = await frozenBy('--style', 'general');
    expect(style).toContain('mediation-succeeded dispute_type');
    expect(style).toContain('reconsideration-received field');
    // The second time everything the report prints is frozen already.
    expect(await frozenBy('--style', 'general')).toEqual([]);
    for (const [args, field] of [
      [['--by', 'month'], 'by'],
      [['--form', 'mediation-by-type', '--style', 'general'], 'form'],
      [['--style', 'general', '--from', '2024-02-01'], 'year'],
      [['--metric', 'mediation-accepted', '--by', 'shoe-size'], 'figures.1.by'],
    ] as const) {
      const { out, code } = await run('freeze', ...args, ...asked);
      expect([JSON.parse(out).error.errors[0].field, code]).toEqual([field, 1]);
    }
    const unknown = await run('freeze', '--form', 'no-such-form', ...asked);
    expect(JSON.parse(unknown.out)).toMatchObject({ error: { code: 'not-found' } });
  });

  it.each([
    ['no jurisdiction', ['--year', '2024'], '--jurisdiction'],
    ['no year', ['freeze', '--jurisdiction', 'small', '--cutoff', '2024-11-20'], '--year'],
  ])('takes %s for a mistake in the command line', async (_, args, option) => {
    await expect(run(...args)).rejects.toThrow(option);
  });

  it.each([
    ['an unknown jurisdiction', ['--jurisdiction', 'nowhere', '--year', '2024'], 'jurisdiction'],
    ['a year that is none', ['--jurisdiction', 'small', '--year', 'last'], 'year'],
    ['a cut-off in another year', ['--jurisdiction', 'small', '--year', '2024', '--cutoff', '2025-01-01'], 'cutoff'],
  ])('refuses %s with JSON and exit code 1', async (_, args, field) => {
    const { out, code } = await run(...args, '--json');
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'invalid', errors: [{ field }] } });
    expect(code).toBe(1);
  });
});
