import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 报表期间: a form covers any days, no longer only those from 1 January on. What was filled before began on that day.
 * `year` stays the year of the last day.
 */
export class FormReturnPeriods1795315520000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table form_return add column period_from date');
    // Row-level security is forced upon the owner, who has to reach every jurisdiction this once.
    await q.query('alter table form_return no force row level security');
    await q.query('update form_return set period_from = make_date(year, 1, 1)');
    await q.query('alter table form_return force row level security');
    await q.query('alter table form_return alter column period_from set not null');
    await q.query(`
      alter table form_return drop constraint form_return_pkey,
        add primary key (jurisdiction_id, form, year, period_from, cutoff, version),
        add check (period_from <= cutoff)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table form_return no force row level security');
    await q.query('delete from form_return where period_from <> make_date(year, 1, 1)');
    await q.query('alter table form_return force row level security');
    await q.query(`
      alter table form_return drop constraint form_return_pkey,
        add primary key (jurisdiction_id, form, year, cutoff, version)`);
    await q.query('alter table form_return drop column period_from');
  }
}
