import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a suit's file came to know: the plan of the answer, who appealed, the result for each organ, backlog. */
const columns = [
  'appealed_by_us boolean',
  'appealed_by_others boolean',
  'draft_by date',
  'approve_by date',
  'answer_approved_on date',
  'head_called boolean',
  'review_organ boolean',
  'review_ruling text',
  'result text',
  'remedy_ordered boolean',
  'withdrawal_reason text',
  'loss_reason text',
  'analysed_on date',
  'retrial_origin text',
  'backlog_since date',
];

/** 负责人出庭 gets rows of its own: one per hearing and organ. */
export class LitigationComplete1795313700000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table litigation_fact ${columns.map((c) => `add column ${c}`).join(', ')}`);
    await q.query(`create table attendance_fact (
      jurisdiction_id int not null,
      case_id uuid not null,
      line text not null,
      from_seq int not null,
      recorded_from timestamptz not null,
      recorded_to timestamptz not null default 'infinity',
      organisation_id uuid not null,
      hearing_on date,
      organ uuid,
      whose text,
      open_court boolean,
      attended boolean,
      head_rank text,
      post text,
      spoke boolean,
      absence_reason text,
      absence_proof text,
      called_again boolean,
      filed_apart boolean,
      owed boolean,
      counted boolean,
      primary key (jurisdiction_id, case_id, line, from_seq),
      foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id))`);
    await distribute(q, 'attendance_fact');
    await protect(q, 'attendance_fact');
    await q.query('create index attendance_fact_hearing_on on attendance_fact (jurisdiction_id, hearing_on)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table attendance_fact');
    await q.query(`alter table litigation_fact ${columns.map((c) => `drop column ${c.split(' ')[0]}`).join(', ')}`);
  }
}
