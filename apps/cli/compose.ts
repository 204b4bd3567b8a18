/** `anjuan report compose`: a year's casework in the sentences of a template, as text or as a Word file. */
import { writeFile } from 'node:fs/promises';
import { FieldErrors } from '@anjuan/casework';
import { Identity } from '@anjuan/identity';
import { Composer, type Composition, paperOf, plainText } from '@anjuan/report';
import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';

interface Options {
  readonly jurisdiction: string;
  readonly year: string;
  readonly cutoff?: string;
  readonly style?: string;
  readonly docx?: string;
  readonly review?: boolean;
  readonly freeze?: boolean;
}

/** Exit codes: 0 composed (what is missing is told on stderr), 1 refused. */
export function registerCompose(program: Command, openContext: () => Promise<INestApplicationContext>): void {
  const report =
    program.commands.find((c) => c.name() === 'report') ?? program.command('report').description('年度报告');
  report
    .command('compose')
    .description('按模板写出一个年度的办案情况')
    .requiredOption('--jurisdiction <slug>', '辖区代号，如 junshan')
    .requiredOption('--year <year>', '年度')
    .option('--cutoff <date>', '统计截止日，YYYY-MM-DD；不填按模板，模板未定的为12月31日')
    .option('--style <name>', '模板名称；不填为与辖区同名的模板，没有的用 general')
    .option('--docx <file>', '写成 Word 文件（GB/T 9704 版式）')
    .option('--freeze', '先冻结所印的数据；已冻结的不再冻结')
    .option('--review', '送审稿：脚注注明每一数字的出处')
    .action(async (options: Options) => {
      const context = await openContext();
      try {
        const composition = await composed(context, options);
        process.stdout.write(`${plainText(composition)}\n`);
        for (const gap of composition.gaps)
          process.stderr.write(`第${gap.paragraph + 1}段“${gap.slot}”（${gap.metric}）：${gap.message}\n`);
        if (options.docx !== undefined)
          await writeFile(options.docx, await paperOf(composition, { review: options.review ?? false }));
      } catch (error) {
        if (!(error instanceof FieldErrors)) throw error;
        process.stderr.write(`${error.errors.map(({ rule }) => rule).join('；')}\n`);
        process.exitCode = 1;
      } finally {
        await context.close();
      }
    });
}

/** Throws FieldErrors for an unknown jurisdiction and for what the composer refuses. */
async function composed(context: INestApplicationContext, options: Options): Promise<Composition> {
  const { jurisdiction: slug, year, cutoff, style, freeze } = options;
  const jurisdictionId = await context.get(Identity, { strict: false }).jurisdictionId(slug);
  if (jurisdictionId === null)
    throw new FieldErrors([{ field: 'jurisdiction', value: slug, rule: `没有代号为“${slug}”的辖区` }]);
  return context.get(Composer, { strict: false }).compose({
    jurisdictionId,
    year: Number(year),
    cutoff,
    style,
    ...(freeze ? { freezeBy: null } : {}),
  });
}
