import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 司法建议、检察建议: facts of one letter and its reply. */
export class JudicialAdvice1795313780000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`create table judicial_advice_fact (
      jurisdiction_id int not null,
      case_id uuid not null,
      from_seq int not null,
      recorded_from timestamptz not null,
      recorded_to timestamptz not null default 'infinity',
      organisation_id uuid not null,
      advice_kind text,
      advice_number text,
      received_on date,
      reply_due_on date,
      unit text,
      measures_on date,
      replied_on date,
      adoption text,
      archived_on date,
      primary key (jurisdiction_id, case_id, from_seq),
      foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id))`);
    await distribute(q, 'judicial_advice_fact');
    await protect(q, 'judicial_advice_fact');
    await q.query(
      'create index judicial_advice_fact_received_on on judicial_advice_fact (jurisdiction_id, received_on)',
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table judicial_advice_fact');
  }
}
