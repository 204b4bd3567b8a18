// A program of ours as it is built, that dies at the n-th statement it sends to PostgreSQL, or has PostgreSQL die there.
//   node mortal.mjs '{"role":"worker","day":…,"time":…,"dieAt":…,"victim":"self"|"database","settings":{…}}'
// The worker walks each round once and ends: 0 when it came through, 3 when something failed on the way. The API prints
// its address and serves until it dies.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const built = (file) => require(fileURLToPath(new URL(`../../dist/${file}`, import.meta.url)));
require('reflect-metadata');
const { Client } = require('pg');
const { Test } = require('@nestjs/testing');
const { Clock, Config, TurnedClock, config } = built('libs/platform/index.js');
const order = JSON.parse(process.argv[2]);

const clock = new TurnedClock(order.day, order.time);
const open = async (file, name) =>
  Test.createTestingModule({ imports: [built(file)[name]] })
    .overrideProvider(Clock)
    .useValue(clock)
    .overrideProvider(Config)
    .useValue({ ...config(), ...order.settings })
    .compile();

/** From here on statements count. Every other death comes after the answer: done, and nobody knows. */
function beMortal() {
  const send = Client.prototype.query;
  let statements = 0;
  Client.prototype.query = function query(...args) {
    statements += 1;
    if (statements !== order.dieAt) return send.apply(this, args);
    if (order.victim === 'database') {
      process.kill(this.processID, 'SIGKILL');
      return send.apply(this, args);
    }
    if (order.dieAt % 2 === 0) process.kill(process.pid, 'SIGKILL');
    const answer = send.apply(this, args);
    Promise.resolve(answer).finally(() => process.kill(process.pid, 'SIGKILL'));
    return answer;
  };
}

if (order.role === 'worker') {
  const module = await open('apps/worker/worker.module.js', 'WorkerModule');
  module.useLogger(false);
  await module.init();
  const { Relay, Outbound } = built('libs/notices/index.js');
  const { Rounds } = built('apps/worker/rounds.js');
  beMortal();
  try {
    await module.get(Rounds).workQueue();
    await module.get(Relay).handOver();
    await module.get(Rounds).sweepNow();
    await module.get(Outbound).run();
    await module.close();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(3);
  }
} else {
  const module = await open('apps/api/app.module.js', 'AppModule');
  const { adapter, furnish } = built('apps/api/http.js');
  const app = module.createNestApplication(adapter(), { logger: false });
  await furnish(app);
  await app.listen(0, '127.0.0.1');
  beMortal();
  process.stdout.write(`${await app.getUrl()}\n`);
}
