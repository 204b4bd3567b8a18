/** `anjuan report audit`: a draft report read and checked, without a database unless a jurisdiction is asked for. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { FieldErrors } from '@anjuan/casework';
import { Identity } from '@anjuan/identity';
import {
  type Audit,
  audit,
  DeclaredIndicators,
  knownFigures,
  levels,
  MAX_DRAFT_BYTES,
  read,
  textOfDraft,
} from '@anjuan/report';
import { Figures, FrozenFigures } from '@anjuan/statistics';
import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { compareFolder } from './report-compare';

interface Options {
  readonly jurisdiction?: string;
  readonly year?: string;
  readonly compare?: string;
  readonly missed?: boolean;
  readonly json?: boolean;
}

/** Exit codes: 0 answered, whatever was found; 1 refused; with `--json` stdout holds JSON alone, or `{error}`. */
export function registerReport(program: Command, openContext: () => Promise<INestApplicationContext>): void {
  program
    .command('report')
    .description('年度报告')
    .command('audit')
    .description('校核一份报告稿中的数字')
    .argument('[file]', '报告稿，.txt 或 .docx')
    .option('--jurisdiction <slug>', '与该辖区的统计数字核对，如 junshan；须同时给出 --year')
    .option('--year <year>', '报告的年度')
    .option('--compare <dir>', '以目录中已知数字的 JSON 为准，列出读数和发现的准确程度')
    .option('--missed', '与 --compare 同用：逐条列出漏读、误名、未发现')
    .option('--json', '只输出 JSON')
    .action(async (file: string | undefined, options: Options) => {
      try {
        if (options.compare !== undefined) show(compareFolder(options.compare, options));
        else show(await auditFile(file, options, openContext));
      } catch (error) {
        if (!(error instanceof FieldErrors)) throw error;
        if (options.json) show(JSON.stringify({ error: { code: 'invalid', errors: error.errors } }));
        else process.stderr.write(`${error.errors.map((e) => `${e.value}：${e.rule}`).join('；')}\n`);
        process.exitCode = 1;
      }
    });
}

async function auditFile(
  file: string | undefined,
  options: Options,
  openContext: () => Promise<INestApplicationContext>,
): Promise<string> {
  if (file === undefined) throw mistake('file', '', '请给出报告稿的文件名');
  const text = textOfDraft(path.basename(file), bytesOf(file));
  const answer = options.jurisdiction === undefined ? audit(text) : await auditKnown(text, options, openContext);
  return options.json ? JSON.stringify(toJson(answer), null, 2) : explain(text, answer);
}

const mistake = (field: string, value: string, rule: string) => new FieldErrors([{ field, value, rule }]);

function bytesOf(file: string): Buffer {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw mistake('file', file, '没有这个文件');
  if (!stat.isFile()) throw mistake('file', file, '不是文件');
  if (stat.size > MAX_DRAFT_BYTES) throw mistake('file', file, `文件不超过 ${MAX_DRAFT_BYTES / 1024 / 1024} MB`);
  return readFileSync(file);
}

async function auditKnown(
  text: string,
  { jurisdiction = '', year }: Options,
  openContext: () => Promise<INestApplicationContext>,
): Promise<Audit> {
  if (year === undefined || !/^\d{4}$/.test(year))
    throw mistake('year', year ?? '', '请用 --year 给出报告的年度，如 2024');
  const context = await openContext();
  try {
    const jurisdictionId = await context.get(Identity, { strict: false }).jurisdictionId(jurisdiction);
    if (jurisdictionId === null) throw mistake('jurisdiction', jurisdiction, '没有以此为代号的辖区');
    const sources = {
      figures: context.get(Figures, { strict: false }),
      frozen: context.get(FrozenFigures, { strict: false }),
      declared: context.get(DeclaredIndicators, { strict: false }),
    };
    return audit(text, await knownFigures(sources, { jurisdictionId, year: Number(year) }, read(text)));
  } finally {
    await context.close();
  }
}

/** The keys are promised to programs. */
const toJson = ({ figures, findings }: Audit) => ({
  figures: figures.map(({ start, end, text, metric, value, unit, kind, approx }) => ({
    start,
    end,
    text,
    metric,
    value,
    unit,
    kind,
    approx,
  })),
  findings: findings.map(({ level, rule, spans, message, arithmetic }) => ({
    level,
    rule,
    spans,
    message,
    arithmetic,
  })),
});

function explain(text: string, { figures, findings }: Audit): string {
  const counts = levels.map((level) => `${level} ${findings.filter((f) => f.level === level).length}`).join('，');
  const line = (at: number) => text.slice(0, at).split('\n').length;
  return [
    `读出 ${figures.length} 个数字；${counts}`,
    ...findings.flatMap(({ level, rule, spans, message, arithmetic }) => [
      '',
      `【${level}】第 ${line(spans[0]?.start ?? 0)} 行　${rule}`,
      `  ${message}`,
      `  算式：${arithmetic}`,
    ]),
  ].join('\n');
}

function show(text: string): void {
  process.stdout.write(`${text}\n`);
}
