import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice whose clock was met or has moved says so, instead of going on to warn. */
export class WithdrawnNotices1795314110000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table notice add column withdrawn_at timestamptz`);
    await q.query(`drop index notice_unread`);
    await q.query(
      `create index notice_unread on notice (jurisdiction_id, person_id) where read_at is null and withdrawn_at is null`,
    );
    await q.query(`create index reminder_delivered on reminder (jurisdiction_id, case_id) where state = 'delivered'`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop index reminder_delivered`);
    await q.query(`drop index notice_unread`);
    await q.query(`create index notice_unread on notice (jurisdiction_id, person_id) where read_at is null`);
    await q.query(`alter table notice drop column withdrawn_at`);
  }
}
