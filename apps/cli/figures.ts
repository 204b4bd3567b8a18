/** `anjuan figures`: the figures of a jurisdiction's period; their breakdown; freezing, and the proof of what is frozen. */
import { FieldErrors, NotFound, Refusal } from '@anjuan/casework';
import { Identity } from '@anjuan/identity';
import { Composer, FormReturns, formPeriod } from '@anjuan/report';
import {
  Breakdowns,
  type FigureRow,
  Figures,
  type FrozenFigure,
  FrozenFigures,
  type Verification,
} from '@anjuan/statistics';
import type { INestApplicationContext } from '@nestjs/common';
import { type Command, CommanderError } from 'commander';
import { breakdownTable, figureTable, verificationText } from './figure-tables';

interface Options {
  readonly jurisdiction?: string;
  readonly year?: string;
  readonly from?: string;
  readonly cutoff?: string;
  readonly knownOn?: string;
  readonly allVariants?: boolean;
  readonly compared?: boolean;
  readonly cases?: boolean;
  readonly json?: boolean;
  readonly variant?: string;
  readonly metric?: readonly string[];
  readonly by?: readonly string[];
  readonly form?: readonly string[];
  readonly style?: string;
}
interface Answer {
  readonly json: unknown;
  readonly text: string;
  readonly exitCode?: number;
}
type Opener = () => Promise<INestApplicationContext>;

/**
 * Exit codes: 0 answered, 1 refused or something frozen was tampered with, 2 a mistake in the command line. With `--json`
 * stdout holds JSON alone: the answer, or `{error}`.
 */
export function registerFigures(program: Command, openContext: Opener): void {
  const figures = program
    .command('figures')
    .description('由案件记录统计一个年度的各项指标')
    .option('--jurisdiction <slug>', '辖区代号，如 junshan')
    .option('--year <year>', '年度')
    .option('--from <date>', '统计起始日，YYYY-MM-DD；不填为1月1日')
    .option('--cutoff <date>', '统计截止日，YYYY-MM-DD；不填为12月31日')
    .option('--known-on <date>', '按该日终了时的记录统计；不填为现在的记录')
    .option('--all-variants', '列出全部口径')
    .option('--compared', '附上上年同期和同比')
    .option('--cases', '附上案件编号')
    .option('--json', '只输出 JSON')
    .action((options: Options) => {
      const wish = wishOf(options);
      return answer(openContext, options, (context) => listed(context, wish, options));
    });
  // The options above hold for what follows, too.
  figures
    .command('breakdown <metric> <dimension>')
    .description('一项指标按一个维度分解，如 organisation、month、field')
    .option('--variant <variant>', '口径；不填为本辖区采用的口径')
    .action((metric: string, by: string, _: Options, command: Command) => {
      const options: Options = command.optsWithGlobals();
      const wish = wishOf(options);
      return answer(openContext, options, (context) => brokenDown(context, wish, options, metric, by));
    });
  figures
    .command('freeze')
    .description('冻结数据；不能撤销，只能以新的冻结取代')
    .option('--metric <id...>', '只冻结这些指标；都不填为全部指标的总数')
    .option('--by <dimension...>', '同时按这些维度冻结分项，与 --metric 同用，如 dispute_type、organisation、month')
    .option('--form <id...>', '冻结这些报表在这一期间的全部数据，总数和分项，如 mediation-by-type')
    .option('--style <name>', '冻结这一年报模板所印、尚未冻结的数据，总数和分项')
    .action((_: Options, command: Command) => {
      const options: Options = command.optsWithGlobals();
      const wish = wishOf(options);
      return answer(openContext, options, (context) => frozen(context, wish, options));
    });
  figures
    .command('verify')
    .description('核验冻结数据；不填辖区为全部辖区。有被改动的，退出码为1')
    .action((_: Options, command: Command) => {
      const options: Options = command.optsWithGlobals();
      return answer(openContext, options, (context) => verified(context, options));
    });
}

async function answer(
  openContext: Opener,
  options: Options,
  work: (context: INestApplicationContext) => Promise<Answer>,
): Promise<void> {
  const context = await openContext();
  try {
    const { json, text, exitCode } = await work(context);
    process.stdout.write(`${options.json ? JSON.stringify(json, null, 2) : text}\n`);
    if (exitCode !== undefined) process.exitCode = exitCode;
  } catch (error) {
    const refused = refusalOf(error);
    if (refused === null) throw error;
    if (options.json) process.stdout.write(`${JSON.stringify({ error: refused.json })}\n`);
    else process.stderr.write(`${refused.text}\n`);
    process.exitCode = 1;
  } finally {
    await context.close();
  }
}

function refusalOf(error: unknown): { json: unknown; text: string } | null {
  if (error instanceof FieldErrors)
    return { json: { code: 'invalid', errors: error.errors }, text: error.errors.map(({ rule }) => rule).join('；') };
  if (error instanceof NotFound) return { json: { code: 'not-found', title: error.message }, text: error.message };
  if (error instanceof Refusal)
    return {
      json: { code: 'refused', refusals: error.refusals },
      text: error.refusals.map((r) => r.message).join('；'),
    };
  return null;
}

/** Throws FieldErrors for an unknown jurisdiction. */
async function jurisdictionIn(context: INestApplicationContext, slug: string): Promise<number> {
  const id = await context.get(Identity, { strict: false }).jurisdictionId(slug);
  if (id === null) throw new FieldErrors([{ field: 'jurisdiction', value: slug, rule: `没有代号为“${slug}”的辖区` }]);
  return id;
}

/** Throws as Commander does for an option that the command cannot do without. */
function needed(value: string | undefined, option: string): string {
  if (value !== undefined) return value;
  throw new CommanderError(
    1,
    'commander.missingMandatoryOptionValue',
    `error: required option '${option}' not specified`,
  );
}

/** The period asked for, before any service is started. A year is needed unless both ends of the period are given. */
function wishOf(options: Options) {
  const slug = needed(options.jurisdiction, '--jurisdiction <slug>');
  const { from, cutoff, knownOn } = options;
  const whole = from !== undefined && cutoff !== undefined;
  const year = options.year ?? (whole ? undefined : needed(options.year, '--year <year>'));
  return { slug, year: year === undefined ? undefined : Number(year), from, cutoff, knownOn };
}
type Wish = ReturnType<typeof wishOf>;

async function asked(context: INestApplicationContext, { slug, ...period }: Wish) {
  return { jurisdictionId: await jurisdictionIn(context, slug), ...period };
}

async function listed(context: INestApplicationContext, wish: Wish, options: Options): Promise<Answer> {
  const { allVariants, compared, cases: withCases } = options;
  const request = { ...(await asked(context, wish)), allVariants, compared, withCases };
  const rows: FigureRow[] = await context.get(Figures, { strict: false }).figures(request);
  return { json: rows, text: figureTable(rows, { head: headOf(options), allVariants }) };
}

async function brokenDown(
  context: INestApplicationContext,
  wish: Wish,
  options: Options,
  metric: string,
  by: string,
): Promise<Answer> {
  const { variant, compared } = options;
  const request = { ...(await asked(context, wish)), metric, by, variant, compared };
  const found = await context.get(Breakdowns, { strict: false }).breakdown(request);
  return { json: found, text: breakdownTable(found, headOf(options)) };
}

async function frozen(context: INestApplicationContext, wish: Wish, options: Options): Promise<Answer> {
  const rows = await frozenBy(context, await asked(context, wish), options);
  const last = rows.at(-1);
  const text = `${headOf(options)}：已冻结${rows.length}项${last === undefined ? '' : `，末条校验值 ${last.hash}`}`;
  return { json: rows, text };
}

/** What is frozen follows the option given: a form, a template, some figures, or all. */
async function frozenBy(
  context: INestApplicationContext,
  request: Awaited<ReturnType<typeof asked>>,
  { metric, by = [], form, style }: Options,
): Promise<FrozenFigure[]> {
  const { jurisdictionId, year, from, cutoff, knownOn } = request;
  const given = [metric, form, style].filter((o) => o !== undefined).length;
  if (given > 1) throw new FieldErrors([{ field: 'form', value: null, rule: '--metric、--form、--style 只能选一种' }]);
  if (by.length > 0 && metric === undefined)
    throw new FieldErrors([{ field: 'by', value: by.join('、'), rule: '--by 应与 --metric 同用' }]);
  if (knownOn !== undefined && (form !== undefined || style !== undefined))
    throw new FieldErrors([
      { field: 'known_on', value: knownOn, rule: '报表和年报按现在的记录冻结，不能用 --known-on' },
    ]);
  if (form !== undefined) {
    const period = formPeriod({ year, from, cutoff: cutoff ?? `${year}-12-31` });
    return context.get(FormReturns, { strict: false }).freeze({ jurisdictionId, forms: form, period, by: null });
  }
  if (style !== undefined) {
    if (year === undefined || from !== undefined)
      throw new FieldErrors([
        { field: 'year', value: year ?? null, rule: '年报按年度冻结，应给出 --year，不用 --from' },
      ]);
    return context.get(Composer, { strict: false }).freeze({ jurisdictionId, year, cutoff, style, freezeBy: null });
  }
  const figures = metric?.flatMap((id) => [{ metric: id }, ...by.map((one) => ({ metric: id, by: one }))]);
  return context.get(FrozenFigures, { strict: false }).freeze({ ...request, figures, by: null });
}

async function verified(context: INestApplicationContext, options: Options): Promise<Answer> {
  const service = context.get(FrozenFigures, { strict: false });
  const all = await context.get(Identity, { strict: false }).jurisdictions();
  const slug = options.jurisdiction;
  if (slug !== undefined) await jurisdictionIn(context, slug);
  const found: ({ jurisdiction: string } & Verification)[] = [];
  for (const one of all)
    if (slug === undefined || one.slug === slug)
      found.push({ jurisdiction: one.slug, ...(await service.verify(one.id)) });
  const broken = found.some((v) => v.broken.length > 0);
  return { json: found, text: found.map(verificationText).join('\n'), ...(broken && { exitCode: 1 }) };
}

const headOf = ({ jurisdiction, year, from, cutoff }: Options): string =>
  from !== undefined
    ? `${jurisdiction} ${from}至${cutoff ?? `${year}-12-31`}`
    : cutoff === undefined
      ? `${jurisdiction} ${year}年`
      : `${jurisdiction} ${year}年（截至${cutoff}）`;
