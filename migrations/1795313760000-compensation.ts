import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 行政赔偿: facts of a request to the organ. */
export class Compensation1795313760000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`create table compensation_fact (
      jurisdiction_id int not null,
      case_id uuid not null,
      from_seq int not null,
      recorded_from timestamptz not null,
      recorded_to timestamptz not null default 'infinity',
      organisation_id uuid not null,
      liable text,
      ground text,
      damage_known_on date,
      received_on date,
      claim_fen bigint,
      correction_asked_on date,
      corrected_on date,
      negotiated_on date,
      outcome text,
      manner text,
      amount_fen bigint,
      refusal text,
      concluded_on date,
      served_on date,
      sued_on date,
      payment_asked_on date,
      finance_asked_on date,
      performed_on date,
      archived_on date,
      primary key (jurisdiction_id, case_id, from_seq),
      foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id))`);
    await distribute(q, 'compensation_fact');
    await protect(q, 'compensation_fact');
    await q.query('create index compensation_fact_concluded_on on compensation_fact (jurisdiction_id, concluded_on)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table compensation_fact');
  }
}
