import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a case is, who may know of it, which series it is in; and the calendar, in which nothing is booked twice. */
export class CaseStanding1795313800000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table case_file
        add column flag text,
        add column readers jsonb,
        add column series_id uuid,
        add column leads_series boolean,
        add constraint case_file_restricted check ((flag is null) = (readers is null)),
        add constraint case_file_series check ((series_id is null) = (leads_series is null))`);
    await q.query(
      `create index case_file_series on case_file (jurisdiction_id, series_id) where series_id is not null`,
    );
    await q.query(
      `create unique index case_file_series_lead on case_file (jurisdiction_id, series_id) where leads_series`,
    );
    await q.query(`
      create table case_transfer (
        jurisdiction_id int not null,
        id uuid not null,
        case_id uuid not null,
        from_id uuid not null,
        from_handler_id uuid,
        to_id uuid not null,
        sent_on date not null,
        settled_on date,
        outcome text check (outcome in ('received', 'returned')),
        primary key (jurisdiction_id, id),
        check ((settled_on is null) = (outcome is null)),
        foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id),
        foreign key (jurisdiction_id, from_id) references organisation (jurisdiction_id, id),
        foreign key (jurisdiction_id, to_id) references organisation (jurisdiction_id, id)
      )`);
    await distribute(q, 'case_transfer');
    await q.query(`create index case_transfer_case on case_transfer (jurisdiction_id, case_id)`);
    await q.query(
      `create unique index case_transfer_pending on case_transfer (jurisdiction_id, case_id) where settled_on is null`,
    );
    await q.query(`
      create table booking (
        jurisdiction_id int not null,
        resource text not null check (resource ~ '^(room|person):.+$'),
        on_day date not null,
        -- Quarters of an hour from midnight in Shanghai.
        quarter int not null check (quarter between 0 and 95),
        case_id uuid not null,
        primary key (jurisdiction_id, resource, on_day, quarter),
        foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id)
      )`);
    await distribute(q, 'booking');
    await q.query(`create index booking_day on booking (jurisdiction_id, on_day)`);
    await q.query(`create index booking_case on booking (jurisdiction_id, case_id)`);
    for (const table of ['case_transfer', 'booking']) await protect(q, table);
    await q.query(`alter table mediation_fact add column escalated_on date, add column escalation text`);
    await q.query(`alter table reconsideration_fact add column in_series boolean`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`alter table reconsideration_fact drop column in_series`);
    await q.query(`alter table mediation_fact drop column escalated_on, drop column escalation`);
    await q.query(`drop table booking, case_transfer`);
    await q.query(`drop index case_file_series_lead, case_file_series`);
    await q.query(
      `alter table case_file drop column flag, drop column readers, drop column series_id, drop column leads_series`,
    );
  }
}
