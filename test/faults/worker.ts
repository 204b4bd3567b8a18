import { Identity } from '@anjuan/identity';
import { Choices, NoticesModule, Outbound, Relay, Sweep } from '@anjuan/notices';
import { Clock, Config, config, Database, type TurnedClock } from '@anjuan/platform';
import { Test } from '@nestjs/testing';
import { Rounds } from '../../apps/worker/rounds';
import { WorkerModule } from '../../apps/worker/worker.module';

/** A worker as a process of its own would be: its own connections, its own queue client; it does nothing until asked. */
export async function openWorker(o: {
  readonly clock: TurnedClock;
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  readonly settings?: Partial<Config>;
}) {
  const module = await Test.createTestingModule({ imports: [WorkerModule, NoticesModule] })
    .overrideProvider(Clock)
    .useValue(o.clock)
    .overrideProvider(Config)
    .useValue({
      ...config(),
      databaseUrl: o.databaseUrl,
      redisUrl: o.redisUrl,
      masterKey: Buffer.alloc(32, 7).toString('base64'),
      ...o.settings,
    })
    .compile();
  module.useLogger(false);
  await module.init();
  return {
    rounds: module.get(Rounds),
    relay: module.get(Relay),
    sweep: module.get(Sweep),
    outbound: module.get(Outbound),
    database: module.get(Database),
    choices: module.get(Choices),
    identity: (clock: Clock) => new Identity(module.get(Database), clock),
    module,
  };
}
