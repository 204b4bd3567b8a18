import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** A Redis of its own for one test file. */
export interface TestRedis {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts `redis-server` from the PATH on a free port; undefined where the machine has none. */
export async function startRedis(): Promise<TestRedis | undefined> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-redis-'));
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--maxmemory-policy', 'noeviction'];
  const server = spawn('redis-server', [...options, '--dir', folder], { stdio: ['ignore', 'pipe', 'ignore'] });
  const started = await ready(server);
  if (!started) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    close: async () => {
      const gone = once(server, 'close');
      server.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true });
    },
  };
}

function ready(server: ChildProcess): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', () => resolve(false)); // no such program
    server.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
    server.stdout?.on('data', (chunk) => {
      if (String(chunk).includes('Ready to accept connections')) resolve(true);
    });
  });
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
