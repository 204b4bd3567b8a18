import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 评查抽样日期: the draw in which a claim took part; nothing is proposed without one. What was eligible in a round that has
 * been drawn took part in its draw.
 */
export class DrawnRounds1795317110000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table subsidy_fact add column drawn_on date');
    // The policies bind the owner, too: one county after another.
    await q.query(`
      do $$
      declare county int;
      begin
        for county in select id from jurisdiction order by id loop
          perform set_config('anjuan.jurisdiction', county::text, true);
          update subsidy_fact f set drawn_on = r.drawn_on from subsidy_round r
          where f.jurisdiction_id = county and r.jurisdiction_id = county and r.name = f.round
            and f.recorded_to = 'infinity' and f.result = 'eligible';
        end loop;
        perform set_config('anjuan.jurisdiction', '', true);
      end $$`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table subsidy_fact drop column drawn_on');
  }
}
