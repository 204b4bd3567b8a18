import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const channels = `('email', 'wecom', 'dingtalk', 'sms')`;

/** Notices that also leave the house: where each person wants them, and what became of every one. */
export class Deliveries1795314120000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table notice_channel (
        jurisdiction_id int not null,
        person_id uuid not null,
        channel text not null check (channel in ${channels}),
        -- 'digest': the morning digest alone.
        content text not null check (content in ('all', 'digest')),
        -- Address and signing secret, under a key of their own.
        data_key bytea not null,
        sealed bytea not null,
        changed_at timestamptz not null,
        primary key (jurisdiction_id, person_id, channel),
        foreign key (jurisdiction_id, person_id) references person (jurisdiction_id, id)
      )`);
    await distribute(q, 'notice_channel');
    await q.query(`
      create table delivery (
        jurisdiction_id int not null,
        notice_id uuid not null,
        channel text not null check (channel in ${channels}),
        person_id uuid not null,
        state text not null check (state in ('waiting', 'sent', 'withdrawn', 'failed')),
        attempts int not null,
        -- While one attempt runs this is the moment at which it counts as lost.
        next_at timestamptz not null,
        tried_at timestamptz,
        settled_at timestamptz,
        last_error text,
        created_at timestamptz not null,
        primary key (jurisdiction_id, notice_id, channel),
        foreign key (jurisdiction_id, notice_id) references notice (jurisdiction_id, id)
      )`);
    await q.query(`create index delivery_waiting on delivery (jurisdiction_id, next_at) where state = 'waiting'`);
    await q.query(`create index delivery_state on delivery (jurisdiction_id, state, notice_id desc)`);
    await distribute(q, 'delivery');
    for (const table of ['notice_channel', 'delivery']) await protect(q, table);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table delivery, notice_channel`);
  }
}
