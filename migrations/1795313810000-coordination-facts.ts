import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts of the small procedures of coordination: meetings, coordinated disputes, series, supervision orders. */
const sheets: Readonly<Record<string, string>> = {
  meeting_fact: `
    form text,
    subject text,
    planned_on date,
    held_on date,
    result text`,
  coordination_fact: `
    field text,
    dispute_stage text,
    opened_on date,
    meeting_count integer,
    coordinated_on date,
    outcome text,
    ended_on date`,
  series_fact: `
    title text,
    act text,
    formed_on date,
    averted_count integer,
    averted_on date,
    dissolved_on date`,
  supervision_fact: `
    grade text,
    issued_on date,
    due_on date,
    replied_on date,
    reply_count integer,
    closed_on date,
    result text`,
};
const countedOn: Readonly<Record<string, string>> = {
  meeting_fact: 'held_on',
  coordination_fact: 'coordinated_on',
  series_fact: 'averted_on',
  supervision_fact: 'issued_on',
};

export class CoordinationFacts1795313810000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(sheets)) {
      await q.query(`
        create table ${table} (
          jurisdiction_id int not null,
          case_id uuid not null,
          from_seq int not null,
          recorded_from timestamptz not null,
          recorded_to timestamptz not null default 'infinity',
          organisation_id uuid not null,
          ${columns},
          primary key (jurisdiction_id, case_id, from_seq),
          foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id)
        )`);
      await distribute(q, table);
      await protect(q, table);
      const day = countedOn[table];
      if (day) await q.query(`create index ${table}_${day} on ${table} (jurisdiction_id, ${day})`);
    }
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table ${Object.keys(sheets).join(', ')}`);
  }
}
