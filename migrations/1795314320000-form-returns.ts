import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 报表填报: every step of a form's period is a version with all its cells, never changed and never removed. */
export class FormReturns1795314320000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table form_return (
        jurisdiction_id int not null,
        form text not null,
        year int not null,
        cutoff date not null,
        version int not null check (version > 0),
        form_version int not null,
        step text not null check (step in ('filled', 'checked', 'returned', 'submitted')),
        cells jsonb not null,
        checks jsonb not null,
        -- Figures frozen at submission: what the numbers rest on.
        frozen jsonb not null,
        reason text,
        remark text,
        by_id uuid not null,
        at timestamptz not null,
        primary key (jurisdiction_id, form, year, cutoff, version),
        check (extract(year from cutoff) = year),
        check (step <> 'returned' or remark is not null)
      )`);
    await distribute(q, 'form_return');
    await protect(q, 'form_return', { append: true });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table form_return');
  }
}
