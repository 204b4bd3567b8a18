import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { mediationFacts } from '@anjuan/cases/mediation';
import { IdentityModule, identityEntities } from '@anjuan/identity';
import { Config, config, PlatformModule } from '@anjuan/platform';
import { ReportModule } from '@anjuan/report';
import { Test } from '@nestjs/testing';
import { runCommand } from '@test/command';
import { openDesk } from '@test/desk';
import { registerCompose } from '../../apps/cli/compose';
import { addCases } from '../figures/fact-rows';

let desk: Awaited<ReturnType<typeof openDesk>>;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-report-'));
  desk = await openDesk('2025-02-28');
  const county = await desk.county('small');
  await addCases(desk.database, county, mediationFacts, [
    { facts: { accepted_on: '2024-03-01', agreed_on: '2024-03-02', outcome: 'agreed-oral', dispute_type: 'land' } },
    { facts: { accepted_on: '2024-12-01', closed_on: '2024-12-09', outcome: 'failed', dispute_type: 'land' } },
  ]);
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});
const run = (...args: readonly string[]) =>
  runCommand(
    (program) =>
      registerCompose(program, () =>
        Test.createTestingModule({ imports: [PlatformModule.for(identityEntities), IdentityModule, ReportModule] })
          .overrideProvider(Config)
          .useValue({ ...config(), databaseUrl: desk.db.url })
          .compile(),
      ),
    ['report', 'compose', ...args],
  );

/** One part of a Word file, found by the archive's central directory. */
function partOf(file: string, name: string): string {
  const bytes = readFileSync(file);
  for (
    let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    const nameLength = bytes.readUInt16LE(at + 28);
    if (bytes.subarray(at + 46, at + 46 + nameLength).toString() !== name) continue;
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    return inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 20))).toString();
  }
  throw new Error(`no ${name}`);
}
const common = ['--jurisdiction', 'small', '--year', '2024'];

describe('anjuan report compose', () => {
  it('prints the general style, and tells on stderr what is missing', async () => {
    const { out, err, code } = await run(...common);
    expect(out).toContain('2024年受理各类矛盾纠纷2件，调解成功1件，成功率50%。');
    expect(out).toContain('调解成功1件（山林土地纠纷1件）。');
    expect(err).toContain('“出庭率”（litigation-head-appearance-rate）：没有可除的基数');
    expect(code).toBe(0);
  });

  it('writes a Word file in the layout of official papers: clean, or with a note for each frozen number', async () => {
    const clean = path.join(folder, 'clean.docx');
    const review = path.join(folder, 'review.docx');
    await run(...common, '--docx', clean);
    const body = partOf(clean, 'word/document.xml');
    // Margins of 37, 26, 35 and 28 mm in twentieths of a point.
    expect(body).toMatch(/<w:pgMar w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(body).toContain('方正小标宋简体');
    expect(body).not.toContain('footnoteReference');
    const part = '调解成功（纠纷类型：山林土地纠纷）（mediation-succeeded/default）1件：';
    await run(...common, '--docx', review, '--review');
    expect(partOf(review, 'word/footnotes.xml')).toMatch(new RegExp(`${part}[^；]*；按现有记录统计，尚未冻结`));
    await run(...common, '--docx', review, '--review', '--freeze');
    expect(partOf(review, 'word/document.xml')).toContain('footnoteReference');
    const notes = partOf(review, 'word/footnotes.xml');
    expect(notes).not.toContain('尚未冻结');
    expect(notes).toMatch(new RegExp(`${part}[^；]*；\\d{4}-\\d\\d-\\d\\d冻结，编号`));
    expect(notes).toMatch(
      /调解成功（mediation-succeeded\/default）1件：[^；]*，2024年1月1日至12月31日；\d{4}-\d\d-\d\d冻结，编号[0-9a-f-]{36}，校验码[0-9a-f]{16}/,
    );
  });

  it.each([
    ['an unknown jurisdiction', ['--jurisdiction', 'nowhere', '--year', '2024'], '没有代号为“nowhere”的辖区'],
    ['an unknown style', [...common, '--style', 'nobody'], '没有名为“nobody”的模板；可用：general'],
    ['a cut-off in another year', [...common, '--cutoff', '2023-12-31'], '截止日应为2024年内的日期'],
  ])('refuses %s with exit code 1', async (_, args, message) => {
    const { err, code } = await run(...args);
    expect(err).toContain(message);
    expect(code).toBe(1);
  });
});
