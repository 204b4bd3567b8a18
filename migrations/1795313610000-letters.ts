import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts of opinion letters and suggestions (意见书、建议书). */
export class Letters1795313610000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`create table letter_fact (
      jurisdiction_id int not null,
      case_id uuid not null,
      from_seq int not null,
      recorded_from timestamptz not null,
      recorded_to timestamptz not null default 'infinity',
      organisation_id uuid not null,
      form text,
      addressee_name text,
      addressee_kind text,
      subject text,
      drafted_on date,
      issued_on date,
      delivered_on date,
      report_due_on date,
      replied_on date,
      reply_result text,
      resolved boolean,
      ordered_on date,
      withdrawn_on date,
      closed_on date,
      primary key (jurisdiction_id, case_id, from_seq),
      foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id))`);
    await distribute(q, 'letter_fact');
    await protect(q, 'letter_fact');
    await q.query('create index letter_fact_issued_on on letter_fact (jurisdiction_id, issued_on)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table letter_fact');
  }
}
