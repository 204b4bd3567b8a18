/** `anjuan calendar`: next year's notice from a file, proposed to the offices. It takes effect when a head confirms it there. */
import { readFile } from 'node:fs/promises';
import { CalendarChanges, CalendarPage, FieldErrors } from '@anjuan/casework';
import { type Actor, Identity, systemActor } from '@anjuan/identity';
import type { INestApplicationContext } from '@nestjs/common';
import { type Command, Option } from 'commander';

interface Common {
  readonly jurisdiction?: string;
  readonly json?: boolean;
}
interface Importing extends Common {
  readonly number: string;
  readonly issued: string;
}
/** What became of the notice in one jurisdiction. */
interface Told {
  readonly jurisdiction: string;
  readonly ok: boolean;
  readonly words: readonly string[];
}

/** Exit code 1 when a file cannot be read or any jurisdiction refused it, each mistake by day, value and rule. */
export function registerCalendar(program: Command, openContext: () => Promise<INestApplicationContext>): void {
  const calendar = program.command('calendar').description('放假日历');
  const json = () => new Option('--json', '只输出 JSON');
  const jurisdiction = () => new Option('--jurisdiction <slug>', '辖区代号；不给则为全部辖区');

  const each = async (options: Common, work: (context: INestApplicationContext, actor: Actor) => Promise<string[]>) => {
    const context = await openContext();
    try {
      const all = await context.get(Identity, { strict: false }).jurisdictions();
      const chosen = all.filter((j) => options.jurisdiction === undefined || j.slug === options.jurisdiction);
      if (options.jurisdiction !== undefined && chosen.length === 0)
        throw new Error(`没有代号为“${options.jurisdiction}”的辖区`);
      const told: Told[] = [];
      for (const { id, slug } of chosen)
        told.push({ jurisdiction: slug, ...(await outcome(work(context, systemActor(id)))) });
      if (options.json) process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
      else for (const t of told) say(t);
      if (told.some((t) => !t.ok)) process.exitCode = 1;
    } finally {
      await context.close();
    }
  };

  calendar
    .command('import <file>')
    .description('录入节假日安排通知（holiday-cn 的年度 JSON 文件），由各辖区负责人确认后生效')
    .requiredOption('--number <number>', '文号，如 国办发明电〔2025〕7号')
    .requiredOption('--issued <day>', '公布日，YYYY-MM-DD')
    .addOption(jurisdiction())
    .addOption(json())
    .action(async (path: string, options: Importing) => {
      const file = await jsonOf(path);
      await each(options, async (context, actor) => {
        const { number, issued } = options;
        const change = await context
          .get(CalendarChanges, { strict: false })
          .proposeNotice(actor, { number, issued, file });
        return [`${change.title}已录入，待负责人在“放假日历”中确认。`];
      });
    });
  calendar
    .command('status')
    .description('日历收录到哪一年，缺少什么')
    .addOption(jurisdiction())
    .addOption(json())
    .action((options: Common) =>
      each(options, async (context, actor) => {
        const view = await context.get(CalendarPage, { strict: false }).view(actor);
        const waiting = view.waiting > 0 ? [`待确认的变更${view.waiting}项。`] : [];
        return [
          `放假安排收录至${view.last_noticed_year}年。`,
          ...waiting,
          ...(view.warning === null ? [] : [view.warning]),
        ];
      }),
    );
}

async function outcome(work: Promise<string[]>): Promise<Omit<Told, 'jurisdiction'>> {
  try {
    return { ok: true, words: await work };
  } catch (error) {
    if (!(error instanceof FieldErrors)) throw error;
    return { ok: false, words: error.errors.map((e) => `${e.field}“${valueWords(e.value)}”：${e.rule}`) };
  }
}

const valueWords = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function say({ jurisdiction, ok, words }: Told): void {
  for (const line of words) (ok ? process.stdout : process.stderr).write(`${jurisdiction}  ${line}\n`);
}

async function jsonOf(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`读不到文件：${path}`);
  });
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw new Error(`${path} 不是 JSON 文件`);
  }
}
