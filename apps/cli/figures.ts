/** `anjuan figures`: the figures of one jurisdiction's year, as rows of JSON or as a table for people. */
import { FieldErrors } from '@anjuan/casework';
import { Identity } from '@anjuan/identity';
import { type FigureRow, Figures } from '@anjuan/statistics';
import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';

interface Options {
  readonly jurisdiction: string;
  readonly year: string;
  readonly cutoff?: string;
  readonly knownOn?: string;
  readonly allVariants?: boolean;
  readonly cases?: boolean;
  readonly json?: boolean;
}

/** Exit codes: 0 answered, 1 refused. With `--json` stdout holds JSON alone: an array of rows, or `{error}`. */
export function registerFigures(program: Command, openContext: () => Promise<INestApplicationContext>): void {
  program
    .command('figures')
    .description('由案件记录统计一个年度的各项指标')
    .requiredOption('--jurisdiction <slug>', '辖区代号，如 junshan')
    .requiredOption('--year <year>', '年度')
    .option('--cutoff <date>', '统计截止日，YYYY-MM-DD；不填为12月31日')
    .option('--known-on <date>', '按该日终了时的记录统计；不填为现在的记录')
    .option('--all-variants', '列出全部口径')
    .option('--cases', '附上案件编号')
    .option('--json', '只输出 JSON')
    .action(async (options: Options) => {
      const context = await openContext();
      try {
        const rows = await figuresOf(context, options);
        process.stdout.write(`${options.json ? JSON.stringify(rows, null, 2) : tableOf(rows, options)}\n`);
      } catch (error) {
        if (!(error instanceof FieldErrors)) throw error;
        if (options.json)
          process.stdout.write(`${JSON.stringify({ error: { code: 'invalid', errors: error.errors } })}\n`);
        else process.stderr.write(`${error.errors.map(({ rule }) => rule).join('；')}\n`);
        process.exitCode = 1;
      } finally {
        await context.close();
      }
    });
}

/** Throws FieldErrors for an unknown jurisdiction and for what `Figures` refuses. */
async function figuresOf(context: INestApplicationContext, options: Options): Promise<FigureRow[]> {
  const slug = options.jurisdiction;
  const jurisdictionId = await context.get(Identity, { strict: false }).jurisdictionId(slug);
  if (jurisdictionId === null)
    throw new FieldErrors([{ field: 'jurisdiction', value: slug, rule: `没有代号为“${slug}”的辖区` }]);
  return context.get(Figures, { strict: false }).figures({
    jurisdictionId,
    year: Number(options.year),
    cutoff: options.cutoff,
    knownOn: options.knownOn,
    allVariants: options.allVariants,
    withCases: options.cases,
  });
}

const heads = ['指标', '数值', '分子', '分母', '口径', '编号'];

/** Columns aligned as a terminal shows them, where a Chinese character takes two places. */
function tableOf(rows: readonly FigureRow[], { jurisdiction, year, cutoff, allVariants }: Options): string {
  const cells = rows.map((r) => [
    r.note === null ? r.title : `${r.title}（${r.note}）`,
    r.value === null ? r.printed : printedWithUnit(r),
    r.denominator === null ? '' : String(r.numerator),
    r.denominator === null ? '' : String(r.denominator),
    r.reading,
    allVariants ? `${r.metric} / ${r.variant}` : r.metric,
  ]);
  const widths = heads.map((head, i) => Math.max(...[head, ...cells.map((c) => c[i] ?? '')].map(widthOf)));
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => text + ' '.repeat((widths[i] ?? 0) - widthOf(text)))
      .join('  ')
      .trimEnd();
  const period = cutoff === undefined ? `${year}年` : `${year}年（截至${cutoff}）`;
  return [`${jurisdiction} ${period}`, '', line(heads), ...cells.map(line)].join('\n');
}

/** As reports write it: 95%以上, 812.69万余元, 9000余件. */
function printedWithUnit({ printed, unit, approximate }: FigureRow): string {
  if (approximate === '以上') return `${printed}${unit}以上`;
  if (approximate === '余' && unit === '万元') return `${printed}万余元`;
  return `${printed}${approximate ?? ''}${unit}`;
}

const widthOf = (text: string): number =>
  [...text].reduce((width, c) => width + (/[\u1100-\u115f\u2e80-\uffdc\u2014]/.test(c) ? 2 : 1), 0);
