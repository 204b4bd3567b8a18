import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns: Readonly<Record<string, string>> = {
  register_expert: `
      name text,
      employer text,
      field text,
      listed_on date,
      left_on date`,
  register_institution: `
      name text,
      address text,
      kind text,
      established_on date,
      dissolved_on date`,
};

/** 调解专家库, and 司法所、行政复议委员会: registers like the others, one row per entry and revision. */
export class ExpertsAndInstitutions1795314909400 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const [table, own] of Object.entries(columns)) {
      await q.query(`create table ${table} (
      jurisdiction_id int not null,
      id uuid not null,
      revision int not null,
      recorded_from timestamptz not null,
      recorded_to timestamptz not null default 'infinity',
      recorded_by uuid,
      organisation_id uuid not null,
      case_id uuid,${own},
      primary key (jurisdiction_id, id, revision),
      foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id),
      foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id))`);
      await distribute(q, table);
      await protect(q, table);
    }
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table ${Object.keys(columns).join(', ')}`);
  }
}
