import type { Command, CommanderError } from 'commander';

/** Commander's mistakes by its codes; `named` is the option, argument or command its English sentence quotes. */
const mistakes: Readonly<Record<string, (named: string) => string>> = {
  'commander.unknownOption': (named) => `没有选项 ${named}。`,
  'commander.unknownCommand': (named) => `没有命令 ${named}。`,
  'commander.optionMissingArgument': (named) => `选项 ${named} 缺少值。`,
  'commander.missingMandatoryOptionValue': (named) => `缺少选项 ${named}。`,
  'commander.missingArgument': (named) => `缺少参数 ${named}。`,
  'commander.excessArguments': () => '多给了参数。',
};
const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Before the commands are added, which inherit it: usage in Chinese, mistakes thrown instead of printed in English. */
export function inChinese(program: Command): Command {
  return program
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .configureHelp({ styleTitle: (title) => titles[title] ?? title });
}

/** What to print on stderr and the exit code: 2 for a mistake in the command line; help is no mistake. */
export function usageOutcome({ code, message, exitCode }: CommanderError): { text: string | null; exitCode: number } {
  const said = mistakes[code];
  if (said) return { text: `${said(/'([^']*)'/.exec(message)?.[1] ?? '')}用 --help 查看用法。`, exitCode: 2 };
  const shown = code.startsWith('commander.help') || code === 'commander.version';
  return { text: shown ? null : message, exitCode };
}
