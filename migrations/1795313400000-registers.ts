import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row per entry and revision; `recorded_to` is infinity for the one that stands. Never overwritten but for its end. */
const common = `
  jurisdiction_id int not null,
  id uuid not null,
  revision int not null,
  recorded_from timestamptz not null,
  recorded_to timestamptz not null default 'infinity',
  recorded_by uuid,
  organisation_id uuid not null,
  case_id uuid`;

const columns: Readonly<Record<string, string>> = {
  register_committee: `
    name text,
    address text,
    kind text,
    field text,
    established_on date,
    notified_on date,
    dissolved_on date`,
  register_mediator: `
    person_id uuid,
    name text,
    sex text,
    employment text,
    engaged text,
    appointed_on date,
    left_on date`,
  register_term: `
    mediator_id uuid,
    position text,
    started_on date,
    ends_on date`,
  register_grade: `
    mediator_id uuid,
    body text,
    grade text,
    graded_on date,
    ended_on date`,
  register_liaison: `
    mediator_id uuid,
    village_id uuid,
    note text,
    since_on date,
    ended_on date`,
  register_training: `
    name text,
    place text,
    level text,
    held_on date,
    days integer,
    people_count integer`,
  register_attendance: `
    mediator_id uuid,
    training_id uuid,
    attended_on date,
    passed boolean`,
  register_honour: `
    mediator_id uuid,
    title text,
    body text,
    level text,
    awarded_on date`,
  register_point: `
    name text,
    host text,
    kind text,
    opened_on date,
    gold_on date,
    gold_level text,
    closed_on date`,
  register_reception: `
    visitor text,
    matter text,
    reply text,
    received_on date,
    manner text,
    topic text,
    people_count integer,
    handling text`,
  register_screening_plan: `
    name text,
    scope text,
    cycle text,
    starts_on date,
    ends_on date`,
  register_screening: `
    plan_id uuid,
    area text,
    note text,
    swept_on date,
    result text,
    people_count integer,
    households integer`,
  register_found_dispute: `
    screening_id uuid,
    place text,
    applicant text,
    respondent text,
    summary text,
    found_on date,
    dispute_type text,
    risk text,
    handling text`,
};
/** What lists and figures begin from, and what entries are looked up by, of the rows that stand. */
const indexed: Readonly<Record<string, readonly string[]>> = {
  register_term: ['mediator_id'],
  register_grade: ['mediator_id'],
  register_liaison: ['mediator_id'],
  register_attendance: ['mediator_id', 'training_id'],
  register_honour: ['mediator_id'],
  register_reception: ['received_on'],
  register_screening: ['swept_on', 'plan_id'],
  register_found_dispute: ['found_on', 'screening_id'],
};

export class Registers1795313400000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const [table, own] of Object.entries(columns)) {
      await q.query(`create table ${table} (${common}, ${own},
        primary key (jurisdiction_id, id, revision),
        foreign key (jurisdiction_id, organisation_id) references organisation (jurisdiction_id, id),
        foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id))`);
      await distribute(q, table);
      await protect(q, table);
      for (const column of indexed[table] ?? [])
        await q.query(
          `create index ${table}_${column} on ${table} (jurisdiction_id, ${column}) where recorded_to = 'infinity'`,
        );
    }
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table ${Object.keys(columns).join(', ')}`);
  }
}
