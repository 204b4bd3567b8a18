import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deadlines that reach people: a reminder is the promise to tell somebody on a day, a notice is what they were told. */
export class Notices1795313100000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table reminder (
        jurisdiction_id int not null,
        id uuid not null,
        clock_id uuid,
        case_id uuid,
        person_id uuid not null,
        kind text not null check (kind ~ '^(before-[1-9][0-9]*|due|digest-[0-9]{4}-[0-9]{2}-[0-9]{2})$'),
        due date,
        fire_on date not null,
        state text not null check (state in ('waiting', 'delivered', 'withdrawn')),
        created_at timestamptz not null,
        delivered_at timestamptz,
        primary key (jurisdiction_id, id),
        unique (jurisdiction_id, clock_id, person_id, kind, due),
        foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id),
        foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id),
        -- A digest is of a person and a day; everything else is of one clock and the due day it had.
        check (case when kind like 'digest-%' then clock_id is null and case_id is null and due is null
                    else clock_id is not null and case_id is not null and due is not null end)
      )`);
    await q.query(
      `create unique index reminder_digest on reminder (jurisdiction_id, person_id, kind) where clock_id is null`,
    );
    await q.query(`create index reminder_waiting on reminder (jurisdiction_id, fire_on) where state = 'waiting'`);
    await q.query(`create index reminder_case on reminder (jurisdiction_id, case_id) where state = 'waiting'`);
    await distribute(q, 'reminder');
    await q.query(`
      create table notice (
        jurisdiction_id int not null,
        id uuid not null,
        person_id uuid not null,
        reminder_id uuid not null,
        case_id uuid,
        title text not null,
        body text not null,
        created_at timestamptz not null,
        read_at timestamptz,
        primary key (jurisdiction_id, id),
        unique (jurisdiction_id, reminder_id),
        foreign key (jurisdiction_id, reminder_id) references reminder (jurisdiction_id, id)
      )`);
    await q.query(`create index notice_person on notice (jurisdiction_id, person_id, id desc)`);
    await q.query(`create index notice_unread on notice (jurisdiction_id, person_id) where read_at is null`);
    await distribute(q, 'notice');
    for (const table of ['reminder', 'notice']) await protect(q, table);
    // The relay clears a case's outbox rows together with planning its reminders.
    await q.query(`create index outbox_case on outbox (jurisdiction_id, case_id)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop index outbox_case`);
    await q.query(`drop table notice, reminder`);
  }
}
