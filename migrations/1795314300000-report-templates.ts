import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 年报模板: each saving is a version of its own, so that a published report can be composed again as it was. */
export class ReportTemplates1795314300000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table report_template (
        jurisdiction_id int not null,
        name text not null,
        version int not null check (version > 0),
        template jsonb not null,
        saved_by uuid,
        saved_at timestamptz not null,
        primary key (jurisdiction_id, name, version)
      )`);
    await distribute(q, 'report_template');
    await protect(q, 'report_template', { append: true });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table report_template');
  }
}
