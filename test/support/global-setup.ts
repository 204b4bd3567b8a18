import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * One PostgreSQL for the whole run, in a folder of its own, without durability. Every worker process inherits the
 * address through the environment; `freshDatabase()` makes the databases. The server follows the life of this process
 * (its lease), so a killed run leaves nothing behind.
 */
export default function startServer(): void {
  if (process.env.ANJUAN_TEST_SERVER !== undefined) return; // jest calls this once per project
  const home = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
  chmodSync(home, 0o755); // as root the server runs as another user, who must be able to enter
  const launcher = path.join(__dirname, '../../bin/embedded.mjs');
  const arguments_ = [launcher, 'open', '--fast', '--discard', '--home', home, '--pid', String(process.pid)];
  process.env.ANJUAN_TEST_SERVER = execFileSync(process.execPath, arguments_, { encoding: 'utf8' });
}
