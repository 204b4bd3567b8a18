/** The anjuan command in this process: what it writes and how it ends. Child processes are in programs.ts. */
import { Command } from 'commander';

export interface Said {
  readonly out: string;
  readonly err: string;
  /** 0 where the command set none. */
  readonly code: number | string;
}

/** Runs the words (`['user', 'list']`) on a program that `register` has put its command into. */
export async function runCommand(register: (program: Command) => void, words: readonly string[]): Promise<Said> {
  let out = '';
  let err = '';
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    out += String(chunk);
    return true;
  });
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    err += String(chunk);
    return true;
  });
  try {
    const program = new Command();
    register(program);
    await program.parseAsync(words, { from: 'user' });
    return { out, err, code: process.exitCode ?? 0 };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
    process.exitCode = undefined;
  }
}
