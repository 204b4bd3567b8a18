import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns: Readonly<Record<string, string>> = {
  field: 'text',
  court_level: 'text',
  transferred_on: 'date',
  in_series: 'boolean',
  represented_on: 'date',
  represented_by: 'text',
  accountable_on: 'date',
  accountability: 'text',
  accountable_people: 'integer',
};

/** What reports divide suits by, and what followed a lost one. Of it older rows know only whether they stand in a series. */
export class LitigationAftermath1795314909000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const added = Object.entries(columns).map(([name, type]) => `add column ${name} ${type}`);
    await q.query(`alter table litigation_fact ${added.join(', ')}`);
    // The policies bind the owner, too: one county after another.
    await q.query(`
      do $$
      declare county int;
      begin
        for county in select id from jurisdiction order by id loop
          perform set_config('anjuan.jurisdiction', county::text, true);
          update litigation_fact f set in_series = true from case_file c
          where f.jurisdiction_id = county and c.jurisdiction_id = county and c.id = f.case_id
            and c.series_id is not null and f.recorded_to = 'infinity';
        end loop;
        perform set_config('anjuan.jurisdiction', '', true);
      end $$`);
  }

  async down(q: QueryRunner): Promise<void> {
    const dropped = Object.keys(columns).map((name) => `drop column ${name}`);
    await q.query(`alter table litigation_fact ${dropped.join(', ')}`);
  }
}
