import { existsSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Gives the lease back and waits until the server has gone, and its folder with it. */
export default async function stopServer(): Promise<void> {
  const server = process.env.ANJUAN_TEST_SERVER;
  if (server === undefined) return;
  delete process.env.ANJUAN_TEST_SERVER;
  const { home, lease } = JSON.parse(server);
  rmSync(lease, { force: true });
  for (let waited = 0; existsSync(home) && waited < 20_000; waited += 25) await wait(25);
}
