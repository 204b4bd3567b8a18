import 'reflect-metadata';
import { Config, StderrLogger } from '@anjuan/platform';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { adapter, furnish } from './http';

async function main(): Promise<void> {
  const logger = new StderrLogger('api');
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter(), { logger, abortOnError: false });
  await furnish(app);
  // SIGTERM and SIGINT: stop listening, let requests end, give the connections back.
  app.enableShutdownHooks();
  const { host, port } = app.get(Config);
  await app.listen(port, host);
  logger.log(`案卷已就绪：http://${host}:${port}`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
