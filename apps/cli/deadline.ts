/**
 * `anjuan deadline`: a statutory due date with its reasons, without a database. One limit from options, or an array of
 * `{limit, from, suspend[], extend, given, localHolidays[]}` from a file.
 */
import { readFileSync } from 'node:fs';
import {
  buildCalendar,
  type Day,
  LawError,
  type LimitId,
  limit,
  parseDay,
  type Reckoning,
  reckon,
  type Step,
  type Suspension,
} from '@anjuan/law';
import type { Command } from 'commander';

interface Question {
  readonly limit: LimitId;
  readonly from: Day;
  readonly suspensions: readonly Suspension[];
  readonly extendDays?: number;
  readonly givenDays?: number;
  readonly localHolidays: readonly Day[];
}

/** As typed; everything is checked together, so that all mistakes are told at once. */
interface Options {
  readonly limit?: string;
  readonly from?: string;
  readonly suspend?: readonly string[];
  readonly extend?: string;
  readonly given?: string;
  readonly localHoliday?: readonly string[];
  readonly batch?: string;
  readonly json?: boolean;
}

/** `status` appears only while a suspension stands open, when `due` and `raw` are null. */
interface Answer {
  readonly limit: string;
  readonly law: string;
  readonly article: string;
  readonly from: Day;
  readonly raw: Day | null;
  readonly excludedDays: number;
  readonly due: Day | null;
  readonly provisional: boolean;
  readonly verified: boolean;
  readonly status?: 'suspended';
  readonly steps: readonly Step[];
}

const invalid = (field: string, value: unknown, rule: string): LawError => {
  if (value === undefined || value === null)
    return new LawError('invalid-input', `缺少 ${field}：${rule}。`, field, '', rule);
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return new LawError('invalid-input', `${field} 的值“${shown}”有误：${rule}。`, field, shown, rule);
};

/** `2025-03-10..2025-03-15`, the day suspended and the day resumed; `2025-03-10..` is not yet resumed. */
function parseSuspension(text: string): Suspension {
  const [from = '', to, ...rest] = text.split('..');
  if (to === undefined || rest.length > 0) throw invalid('suspend', text, '须写作 <中止日>..<恢复日>');
  return to === ''
    ? { from: parseDay(from, 'suspend') }
    : { from: parseDay(from, 'suspend'), to: parseDay(to, 'suspend') };
}

const national = buildCalendar();

function answer({ limit: id, localHolidays, ...rest }: Question): Reckoning {
  const calendar =
    localHolidays.length === 0 ? national : buildCalendar({ localHolidays: localHolidays.map((day) => ({ day })) });
  return reckon({ limit: id, calendar, ...rest });
}

const toJson = ({
  limit: id,
  law,
  article,
  from,
  raw,
  excludedDays,
  due,
  provisional,
  verified,
  status,
  steps,
}: Reckoning): Answer => ({
  limit: id,
  law,
  article,
  from,
  raw,
  excludedDays,
  due,
  provisional,
  verified,
  ...(status === 'suspended' ? { status } : {}),
  steps,
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function listOf<T>(field: string, value: unknown, parse: (item: unknown) => T): readonly T[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid(field, value, '须为数组');
  return value.map((item: unknown) => parse(item));
}

function countOf(field: string, value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw invalid(field, value, '须为天数（不小于零的整数）');
}

function limitOf(value: unknown): LimitId {
  if (typeof value !== 'string') throw invalid('limit', value, '须给出期限编号');
  return limit(value).id;
}

function dayOf(field: string, value: unknown): Day {
  if (typeof value !== 'string') throw invalid(field, value, '须给出 YYYY-MM-DD 形式的日期');
  return parseDay(value, field);
}

function suspensionOf(value: unknown): Suspension {
  if (typeof value === 'string') return parseSuspension(value);
  if (!isRecord(value)) throw invalid('suspend', value, '须为 "<中止日>..<恢复日>" 或者 {from, to}');
  const from = dayOf('suspend', value.from);
  return value.to === undefined || value.to === null ? { from } : { from, to: dayOf('suspend', value.to) };
}

/** Checks every field and throws all the mistakes together. */
class BadQuestion extends Error {
  constructor(readonly errors: readonly [LawError, ...LawError[]]) {
    super(errors.map(({ message }) => message).join(''));
  }
}

function questionOf(item: unknown): Question {
  if (!isRecord(item)) throw new BadQuestion([invalid('item', item, '每一项须为对象')]);
  const errors: LawError[] = [];
  const checked = <T>(check: () => T): T | undefined => {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof LawError)) throw error;
      errors.push(error);
      return undefined;
    }
  };
  const id = checked(() => limitOf(item.limit));
  const from = checked(() => dayOf('from', item.from));
  const suspensions = checked(() => listOf('suspend', item.suspend, suspensionOf));
  const extendDays = checked(() => countOf('extend', item.extend));
  const givenDays = checked(() => countOf('given', item.given));
  const localHolidays = checked(() =>
    listOf('localHolidays', item.localHolidays, (day) => dayOf('localHolidays', day)),
  );
  const [first, ...others] = errors;
  if (first) throw new BadQuestion([first, ...others]);
  if (id === undefined || from === undefined) throw new Error('a field was neither read nor refused');
  return {
    limit: id,
    from,
    suspensions: suspensions ?? [],
    extendDays: extendDays || undefined,
    givenDays,
    localHolidays: localHolidays ?? [],
  };
}

/** Every refusal, whether of the input or of the law; anything else is a fault and goes on up. */
function refusals(error: unknown): readonly [LawError, ...LawError[]] {
  if (error instanceof BadQuestion) return error.errors;
  if (error instanceof LawError) return [error];
  throw error;
}

/** In place of an answer; `limit` and `from` as they were given, null where they were not. */
interface Refused {
  readonly limit: unknown;
  readonly from: unknown;
  readonly error: { readonly code: string; readonly message: string };
}

const refusedAnswer = (item: unknown, errors: readonly [LawError, ...LawError[]]): Refused => {
  const { limit: id = null, from = null } = isRecord(item) ? item : {};
  return { limit: id, from, error: { code: errors[0].code, message: errors.map(({ message }) => message).join('') } };
};

/** One item of a batch: its answer, or its error in place. */
function answerItem(item: unknown): Answer | Refused {
  try {
    return toJson(answer(questionOf(item)));
  } catch (error) {
    return refusedAnswer(item, refusals(error));
  }
}

function readBatch(file: string): readonly unknown[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw invalid('batch', file, '文件须存在且可读');
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (Array.isArray(parsed)) return parsed;
  } catch {
    // Falls through to the same sentence: text that is no JSON and JSON that is no array are one mistake to its author.
  }
  throw invalid('batch', file, '文件内容须为 JSON 数组');
}

/** The explanation a person reads. */
function explain(answered: Reckoning): string {
  const marks = { V: '', M: '〔条文凭记忆，待核〕', I: '〔依惯例或推定，可设置〕' };
  const { due, raw } = answered;
  const lines = [
    `${limit(answered.limit).title}（${answered.limit}）`,
    `  依据：${answered.law}${answered.article}`,
    `  起算：${answered.from}`,
    `  届满：${due ?? '中止中，待恢复后确定'}${raw !== null && raw !== due ? `（顺延前 ${raw}）` : ''}${answered.provisional ? '（暂定）' : ''}`,
    ...(answered.excludedDays > 0 ? [`  不计入：${answered.excludedDays} 日`] : []),
    '  计算：',
    ...answered.steps.map(({ n, text, article, notice, mark }) => {
      const source = [article, notice].filter((part) => part !== undefined).join('；');
      return `    ${n}. ${text}〔${source}〕${marks[mark]}`;
    }),
  ];
  return lines.join('\n');
}

function show(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Mistakes of whoever typed the command; other refusals are an answer of the law. */
const usageCodes: readonly string[] = [
  'invalid-input',
  'invalid-day',
  'unknown-limit',
  'invalid-number',
  'invalid-suspension',
];

function report(errors: readonly [LawError, ...LawError[]], options: Options): void {
  if (options.json) {
    show(JSON.stringify(refusedAnswer(options, errors), null, 2));
    process.exitCode = 1;
    return;
  }
  for (const { message } of errors) process.stderr.write(`${message}\n`);
  process.exitCode = usageCodes.includes(errors[0].code) ? 2 : 1;
}

/** Digits become a number; anything else stays text, for `countOf` to refuse. */
const numeral = (text: string | undefined): number | string | undefined =>
  text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : text;

function run(options: Options): void {
  try {
    if (options.batch !== undefined) {
      show(JSON.stringify(readBatch(options.batch).map(answerItem), null, 2));
      return;
    }
    const { suspend, localHoliday: localHolidays, extend, given, json, ...rest } = options;
    const answered = answer(
      questionOf({ ...rest, suspend, localHolidays, extend: numeral(extend), given: numeral(given) }),
    );
    show(json ? JSON.stringify(toJson(answered), null, 2) : explain(answered));
  } catch (error) {
    report(refusals(error), options);
  }
}

const collect = (text: string, earlier: readonly string[] = []): readonly string[] => [...earlier, text];

/** Needs no database. Exit codes: 0 answered, 1 refused by the law (or any refusal with `--json`), 2 bad usage. */
export function registerDeadline(program: Command): void {
  program
    .command('deadline')
    .description('计算法定期限的届满日，并逐步说明依据')
    .option('--limit <id>', '期限编号，如 reconsideration.decision-ordinary')
    .option('--from <date>', '起算日，YYYY-MM-DD')
    .option('--suspend <days>', '中止，<中止日>..<恢复日>，可多次给出；未恢复的写 <中止日>..', collect)
    .option('--extend <days>', '经批准延长的天数')
    .option('--given <days>', '由文书、约定或者其他法律确定的期限天数')
    .option('--local-holiday <date>', '地方规定的放假日，可多次给出', collect)
    .option('--batch <file>', '由 JSON 数组文件批量计算，输出 JSON 数组')
    .option('--json', '只输出 JSON')
    .action((options: Options) => run(options));
}
