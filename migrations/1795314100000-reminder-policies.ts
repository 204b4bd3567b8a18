import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a jurisdiction reminds: its own choice per limit over the default in code, and its hours. */
export class ReminderPolicies1795314100000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table reminder_policy (
        jurisdiction_id int not null,
        -- A limit's id, or 'general' for all that have no row of their own.
        limit_id text not null,
        enabled boolean not null,
        days_before jsonb not null check (jsonb_typeof(days_before) = 'array'),
        superior_from int check (superior_from between -366 and 366),
        head_from int check (head_from between -366 and 366),
        digest boolean not null,
        changed_by uuid,
        changed_at timestamptz not null,
        primary key (jurisdiction_id, limit_id)
      )`);
    await distribute(q, 'reminder_policy');
    await q.query(`
      create table reminder_hours (
        jurisdiction_id int not null,
        -- HH:MM in Shanghai.
        opens_at text not null check (opens_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        closes_at text not null check (closes_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        working_days_only boolean not null,
        changed_by uuid,
        changed_at timestamptz not null,
        primary key (jurisdiction_id),
        check (opens_at < closes_at)
      )`);
    await distribute(q, 'reminder_hours');
    for (const table of ['reminder_policy', 'reminder_hours']) await protect(q, table);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table reminder_hours, reminder_policy`);
  }
}
