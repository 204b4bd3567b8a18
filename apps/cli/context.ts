import { CaseworkModule, caseworkEntities } from '@anjuan/casework';
import { coordinationEntities } from '@anjuan/coordination';
import { DemonstrationModule } from '@anjuan/demonstration';
import { IdentityModule, identityEntities } from '@anjuan/identity';
import { procedures } from '@anjuan/kinds';
import { config, migrate, openDatabase, PlatformModule, StderrLogger } from '@anjuan/platform';
import { registerEntities } from '@anjuan/registers';
import { ReportModule, reportEntities } from '@anjuan/report';
import { figureEntities, StatisticsModule } from '@anjuan/statistics';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({
  imports: [
    PlatformModule.for([
      ...identityEntities,
      ...caseworkEntities(procedures),
      ...coordinationEntities,
      ...registerEntities,
      ...reportEntities,
      ...figureEntities,
    ]),
    IdentityModule,
    CaseworkModule.for(procedures),
    StatisticsModule,
    ReportModule,
    DemonstrationModule,
  ],
})
class CommandModule {}

/**
 * The application's services for one command, on the database of DATABASE_URL or on the embedded one, which is started
 * and brought up to date where need be. Close it when done; the embedded server stops when nobody else uses it.
 */
export async function openContext(): Promise<INestApplicationContext> {
  const embedded = config().databaseUrl === undefined;
  const database = await openDatabase();
  process.once('exit', () => database.close());
  // An outside database is migrated by its owner's hand alone (`anjuan migrate`).
  if (embedded && database.ownerUrl !== undefined) await migrate(database.ownerUrl);
  const logger = new StderrLogger('anjuan');
  return NestFactory.createApplicationContext(CommandModule, {
    logger: { log: () => undefined, warn: logger.warn.bind(logger), error: logger.error.bind(logger) },
    abortOnError: false,
  });
}
