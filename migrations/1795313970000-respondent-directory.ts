import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 被申请人库: a register like the others, one row per entry and revision. */
export class RespondentDirectory1795313970000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`create table register_respondent (
      jurisdiction_id int not null,
      id uuid not null,
      revision int not null,
      recorded_from timestamptz not null,
      recorded_to timestamptz not null default 'infinity',
      recorded_by uuid,
      organisation_id uuid not null,
      case_id uuid,
      name text,
      address text,
      contact text,
      level text,
      field text,
      set_up_on date,
      ended_on date,
      primary key (jurisdiction_id, id, revision),
      foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id),
      foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id))`);
    await distribute(q, 'register_respondent');
    await protect(q, 'register_respondent');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table register_respondent');
  }
}
