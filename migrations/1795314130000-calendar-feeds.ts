import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person's deadlines as a calendar to subscribe to. The secret in its address is kept only as its SHA-256. */
export class CalendarFeeds1795314130000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table calendar_feed (
        jurisdiction_id int not null,
        person_id uuid not null,
        token_hash text not null,
        created_at timestamptz not null,
        primary key (jurisdiction_id, person_id),
        unique (jurisdiction_id, token_hash),
        foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id)
      )`);
    await distribute(q, 'calendar_feed');
    await protect(q, 'calendar_feed');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table calendar_feed`);
  }
}
