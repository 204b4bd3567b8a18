/** Migrations that carry over what is there: run back and forth on a database that holds something. */
import { mediationFacts } from '@anjuan/cases/mediation';
import { FrozenFigures } from '@anjuan/statistics';
import { openDesk } from '@test/desk';
import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { FrozenHead1795315510000 } from '../../migrations/1795315510000-frozen-head';
import { FormReturnPeriods1795315520000 } from '../../migrations/1795315520000-form-return-periods';
import { addCases } from '../figures/fact-rows';

let desk: Awaited<ReturnType<typeof openDesk>>;
let admin: Client;
beforeAll(async () => {
  desk = await openDesk('2025-01-10');
  admin = new Client({ connectionString: desk.db.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await desk.close();
});

/** Takes a migration back, lets the database be filled as it was then, and runs it again as the owner of the tables. */
async function anew(migration: MigrationInterface, fill: () => Promise<unknown>): Promise<void> {
  const source = await new DataSource({
    type: 'postgres',
    url: desk.db.ownerUrl,
    installExtensions: false,
  }).initialize();
  const runner = source.createQueryRunner();
  try {
    await migration.down(runner);
    await fill();
    await migration.up(runner);
  } finally {
    await runner.release();
    await source.destroy();
  }
}

it('registers the newest of the figures that were frozen before there was a register', async () => {
  const home = await desk.county('older');
  await addCases(desk.database, home, mediationFacts, [{ facts: { accepted_on: '2024-03-01' } }]);
  const frozen = new FrozenFigures(desk.database, desk.clock);
  const { jurisdictionId } = home;
  const freeze = () =>
    frozen.freeze({ jurisdictionId, year: 2024, figures: [{ metric: 'mediation-accepted' }], by: null });
  await anew(new FrozenHead1795315510000(), async () => {
    await freeze();
    await freeze();
  });
  const { rows } = await admin.query('select count, last from frozen_head');
  expect(rows).toEqual([{ count: 2, last: (await frozen.verify(jurisdictionId)).last }]);
  await freeze();
  expect(await frozen.verify(jurisdictionId)).toMatchObject({ checked: 3, broken: [] });
});

it('lets the forms that were filled begin on 1 January', async () => {
  await anew(new FormReturnPeriods1795315520000(), () =>
    admin.query(`
      insert into form_return (jurisdiction_id, form, year, cutoff, version, form_version, step, cells, checks, frozen, by_id, at)
      values (1, 'mediation-by-type', 2024, '2024-03-31', 1, 1, 'filled', '{}', '[]', '[]', gen_random_uuid(), now())`),
  );
  const { rows } = await admin.query(`select period_from::text, cutoff::text from form_return`);
  expect(rows).toEqual([{ period_from: '2024-01-01', cutoff: '2024-03-31' }]);
});
