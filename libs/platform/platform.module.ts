import { type DynamicModule, Global, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock, SystemClock } from './clock';
import { Config, config } from './config';
import { Vault } from './crypto';
import { Database, dataSourceOptions, type Entity } from './database';
import { Mail } from './mail';
import { Queues } from './queue';

@Global()
@Module({
  providers: [{ provide: Config, useFactory: config }],
  exports: [Config],
})
class SurroundingsModule {}

/**
 * Clock, configuration, database, vault, queues and mail for the whole application. The boot fails when DATABASE_URL names a role that
 * row-level security does not hold.
 */
@Global()
@Module({
  providers: [Database, Vault, Queues, Mail, { provide: Clock, useClass: SystemClock }],
  exports: [Database, Vault, Queues, Mail, Clock],
})
export class PlatformModule implements OnApplicationBootstrap {
  constructor(private readonly database: Database) {}

  /** `entities`: those of every library the application contains. */
  static for(entities: Entity[]): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        SurroundingsModule,
        TypeOrmModule.forRootAsync({
          inject: [Config],
          useFactory: ({ databaseUrl }: Config) => {
            if (databaseUrl === undefined) throw new Error('未设置 DATABASE_URL，无法连接数据库。');
            // A wrong address should be told at once, not after ten tries.
            return { ...dataSourceOptions(databaseUrl, entities), retryAttempts: 0 };
          },
        }),
      ],
    };
  }

  onApplicationBootstrap(): Promise<void> {
    return this.database.assertApplicationRole();
  }
}
