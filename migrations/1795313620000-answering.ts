import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts of cases in which our own government answers before the organ above it (被复议答复). */
export class Answering1795313620000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`create table answering_fact (
      jurisdiction_id int not null,
      case_id uuid not null,
      from_seq int not null,
      recorded_from timestamptz not null,
      recorded_to timestamptz not null default 'infinity',
      organisation_id uuid not null,
      reviewing_organ text,
      organ_case_number text,
      matter text,
      track text,
      notified_on date,
      assigned_on date,
      undertaking_unit text,
      approved_on date,
      answered_on date,
      hearing_on date,
      head_attended boolean,
      decided_on date,
      outcome text,
      perform_due_on date,
      performance text,
      performed_on date,
      opinion_received_on date,
      opinion_replied_on date,
      sued_on date,
      archived_on date,
      primary key (jurisdiction_id, case_id, from_seq),
      foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id))`);
    await distribute(q, 'answering_fact');
    await protect(q, 'answering_fact');
    await q.query('create index answering_fact_notified_on on answering_fact (jurisdiction_id, notified_on)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table answering_fact');
  }
}
