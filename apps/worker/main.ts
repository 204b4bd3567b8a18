import 'reflect-metadata';
import { StderrLogger } from '@anjuan/platform';
import { NestFactory } from '@nestjs/core';
import { Rounds } from './rounds';
import { WorkerModule } from './worker.module';

async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger: new StderrLogger('worker') });
  app.enableShutdownHooks();
  app.get(Rounds).begin();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
