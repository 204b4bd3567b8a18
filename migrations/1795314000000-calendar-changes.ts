import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 日历与计算约定的变更: notices beyond the shipped ones, local days off, changed conventions. A row is a proposal until
 * a named officer confirms it; the confirmed ones are the jurisdiction's calendar. And of a provisional clock the first
 * and last day it can become.
 */
export class CalendarChanges1795314000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table calendar_change (
        jurisdiction_id int not null,
        id uuid not null,
        kind text not null check (kind in ('calendar', 'overlay', 'convention')),
        title text not null,
        content jsonb not null,
        state text not null check (state in ('proposed', 'confirmed', 'withdrawn')),
        proposed_by uuid,
        proposed_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        digest text,
        impact jsonb,
        check ((state = 'proposed') = (decided_at is null)),
        primary key (jurisdiction_id, id)
      )`);
    await q.query(`create index calendar_change_state on calendar_change (jurisdiction_id, state, decided_at)`);
    await distribute(q, 'calendar_change');
    await protect(q, 'calendar_change');
    await q.query(`alter table clock add column earliest date, add column latest date`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`alter table clock drop column earliest, drop column latest`);
    await q.query(`drop table calendar_change`);
  }
}
