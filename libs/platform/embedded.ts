import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { config } from './config';

/** A database somebody else keeps running, for as long as we hold it. */
export interface OpenedDatabase {
  /** As the application role. */
  readonly databaseUrl: string;
  /** As the owner; absent with an outside database whose DATABASE_OWNER_URL is not set. */
  readonly ownerUrl: string | undefined;
  /** Gives the embedded server back; it stops when nobody else holds it. */
  close(): void;
}

/**
 * For commands: the database of `DATABASE_URL`, else the embedded server, started where it does not run. Afterwards
 * `config()` of this process names it. Throws with the launcher's Chinese message when it cannot start.
 */
export async function openDatabase(): Promise<OpenedDatabase> {
  const { databaseUrl, databaseOwnerUrl } = config();
  if (databaseUrl !== undefined) return { databaseUrl, ownerUrl: databaseOwnerUrl, close: () => undefined };
  const server = await askLauncher();
  process.env.DATABASE_URL = server.databaseUrl;
  process.env.DATABASE_OWNER_URL = server.ownerUrl;
  process.env.ANJUAN_MASTER_KEY_FILE ??= server.masterKeyFile;
  return {
    databaseUrl: server.databaseUrl,
    ownerUrl: server.ownerUrl,
    close: () => rmSync(server.lease, { force: true }),
  };
}

interface EmbeddedServer {
  databaseUrl: string;
  ownerUrl: string;
  masterKeyFile: string;
  lease: string;
}

/** The lease follows the life of this process, so a command that is killed leaves no server behind. */
async function askLauncher(): Promise<EmbeddedServer> {
  const launcher = path.join(cloneFolder(), 'bin/embedded.mjs');
  const open = promisify(execFile)(process.execPath, [launcher, 'open', '--pid', String(process.pid)], {
    env: process.env,
  });
  const { stdout } = await open.catch((error: Error & { stderr?: string }) => {
    throw new Error(error.stderr?.trim() || error.message);
  });
  return JSON.parse(stdout);
}

/** The folder with bin/: two steps up from the sources, three from dist. */
function cloneFolder(): string {
  for (let folder = __dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'bin/embedded.mjs'))) return folder;
  }
  throw new Error('找不到 bin/embedded.mjs，无法启动内置数据库；请设置 DATABASE_URL。');
}
