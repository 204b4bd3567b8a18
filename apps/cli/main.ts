import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { registerDeadline } from './deadline';
import { inChinese, usageOutcome } from './usage';

/**
 * The commands beyond `deadline`, each loaded only when it is asked for: the services take a second to load, and a due
 * date should not wait for them.
 */
const others: Readonly<Record<string, (program: Command) => Promise<void>>> = {
  migrate: async (program) => (await import('./migrate.js')).registerMigrate(program),
  demo: async (program) =>
    (await import('./demo.js')).registerDemo(program, (await import('./context.js')).openContext),
  figures: async (program) =>
    (await import('./figures.js')).registerFigures(program, (await import('./context.js')).openContext),
  calendar: async (program) =>
    (await import('./calendar.js')).registerCalendar(program, (await import('./context.js')).openContext),
  report: async (program) => {
    const { openContext } = await import('./context.js');
    (await import('./report.js')).registerReport(program, openContext);
    (await import('./compose.js')).registerCompose(program, openContext);
  },
  user: async (program) =>
    (await import('./user.js')).registerUser(program, (await import('./context.js')).openContext),
  docs: async (program) => (await import('./docs.js')).registerDocs(program),
};

async function main(): Promise<void> {
  const program = inChinese(new Command('anjuan'))
    .description('案卷：县级司法局案件管理')
    .helpOption('-h, --help', '显示帮助');
  program.helpCommand('help [command]', '显示某一命令的帮助');
  registerDeadline(program);
  const name = process.argv[2] ?? '';
  const wanted = Object.hasOwn(others, name) ? [name] : name === 'deadline' ? [] : Object.keys(others);
  for (const other of wanted) await others[other]?.(program);
  await program.parseAsync();
}

main().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    const { text, exitCode } = usageOutcome(error);
    if (text !== null) process.stderr.write(`${text}\n`);
    process.exitCode = exitCode;
    return;
  }
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
