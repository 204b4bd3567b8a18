import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Years with a partition of their own; any other year falls into the default partition. */
const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028];

/** The case and what hangs on it. Events and audit rows are append-only and partitioned by the year of recording. */
export class Casework1795312860000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table case_file (
        jurisdiction_id int not null,
        id uuid not null,
        kind text not null,
        organisation_id uuid not null,
        parent_id uuid,
        handler_id uuid,
        state text not null,
        state_since date not null,
        version int not null,
        register_number text not null,
        number text,
        legacy_number text,
        opened_on date not null,
        origin text not null check (origin in ('person', 'sweep', 'import', 'demonstration')),
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (jurisdiction_id, id),
        unique (jurisdiction_id, kind, register_number)
      )`);
    await q.query(
      `create unique index case_file_number on case_file (jurisdiction_id, kind, number) where number is not null`,
    );
    await q.query(`create index case_file_recent on case_file (jurisdiction_id, kind, updated_at desc, id desc)`);
    await q.query(
      `create index case_file_organisation on case_file (jurisdiction_id, organisation_id, kind, updated_at desc)`,
    );
    await q.query(`create index case_file_handler on case_file (jurisdiction_id, handler_id, kind, updated_at desc)`);
    await q.query(
      `create index case_file_parent on case_file (jurisdiction_id, parent_id) where parent_id is not null`,
    );
    await distribute(q, 'case_file');
    await protect(q, 'case_file');
    for (const [table, columns] of [
      [
        'event',
        `case_id uuid not null,
         seq int not null,
         name text not null,
         from_state text,
         to_state text not null,
         happened_on date not null,
         recorded_at timestamptz not null,
         late boolean not null,
         origin text not null,
         actor_id uuid,
         role text not null,
         payload jsonb not null,
         primary key (jurisdiction_id, case_id, seq, recorded_year)`,
      ],
      [
        'audit',
        `id uuid not null,
         recorded_at timestamptz not null,
         actor_id uuid,
         action text not null,
         object text not null,
         detail jsonb not null,
         primary key (jurisdiction_id, id, recorded_year)`,
      ],
    ] as const) {
      await q.query(
        `create table ${table} (jurisdiction_id int not null, recorded_year int not null, ${columns}) partition by list (recorded_year)`,
      );
      await distribute(q, table);
      for (const year of years)
        await q.query(`create table ${table}_${year} partition of ${table} for values in (${year})`);
      await q.query(`create table ${table}_other partition of ${table} default`);
      await protect(q, table, { append: true });
    }
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table audit, event, case_file`);
  }
}
