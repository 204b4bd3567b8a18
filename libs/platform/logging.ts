import type { LoggerService } from '@nestjs/common';

/** What Nest tells about its own wiring at every start: a hundred lines nobody reads. Warnings and errors pass. */
const WIRING = new Set(['NestFactory', 'NestApplication', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/** Nest's log on stderr, one line an entry: stdout belongs to what a command was asked for. */
export class StderrLogger implements LoggerService {
  constructor(private readonly program: string) {}

  log(message: unknown, ...rest: unknown[]): void {
    if (WIRING.has(String(rest.at(-1)))) return;
    this.write('信息', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('警告', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('错误', message, rest);
  }

  /** Nest passes the context last, and before it a stack where there is one. */
  private write(level: string, message: unknown, rest: unknown[]): void {
    const text = message instanceof Error ? (message.stack ?? message.message) : String(message);
    const more = rest.filter((part) => part !== undefined).map(String);
    process.stderr.write(`${[new Date().toISOString(), level, this.program, ...more.reverse(), text].join(' ')}\n`);
  }
}
