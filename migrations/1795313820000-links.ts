import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links between cases with their reasons, traits by which cases resemble each other, and the proposals made of them. */
export class Links1795313820000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const ofCase = (column: string) =>
      `foreign key (jurisdiction_id, ${column}) references case_file (jurisdiction_id, id)`;
    const tables: readonly (readonly [string, string])[] = [
      [
        'case_link',
        `id uuid not null,
         case_id uuid not null,
         other_id uuid not null,
         reason text not null,
         note text,
         made_by uuid,
         made_at timestamptz not null,
         undone_by uuid,
         undone_at timestamptz,
         undone_why text,
         primary key (jurisdiction_id, id),
         check (case_id <> other_id),
         ${ofCase('case_id')}, ${ofCase('other_id')}`,
      ],
      [
        // Keys are keyed hashes: equal where two cases are alike, and worth nothing without the installation's key.
        'case_trait',
        `trait text not null check (trait in ('act', 'respondent', 'person', 'agent')),
         key text not null,
         case_id uuid not null,
         primary key (jurisdiction_id, trait, key, case_id), ${ofCase('case_id')}`,
      ],
      [
        'case_trait_read',
        `case_id uuid not null,
         version int not null,
         primary key (jurisdiction_id, case_id), ${ofCase('case_id')}`,
      ],
      [
        'case_proposal',
        `id uuid not null,
         case_id uuid not null,
         other_id uuid not null,
         reasons jsonb not null,
         state text not null check (state in ('open', 'accepted', 'rejected')),
         made_at timestamptz not null,
         decided_by uuid,
         decided_at timestamptz,
         decision text,
         primary key (jurisdiction_id, id),
         unique (jurisdiction_id, case_id, other_id),
         check (case_id < other_id),
         ${ofCase('case_id')}, ${ofCase('other_id')}`,
      ],
    ];
    for (const [table, columns] of tables) {
      await q.query(`create table ${table} (jurisdiction_id int not null, ${columns})`);
      await distribute(q, table);
      await protect(q, table);
    }
    await q.query(`create index case_link_case on case_link (jurisdiction_id, case_id)`);
    await q.query(`create index case_link_other on case_link (jurisdiction_id, other_id)`);
    await q.query(
      `create unique index case_link_standing on case_link (jurisdiction_id, case_id, other_id, reason)
       where undone_at is null`,
    );
    await q.query(`create index case_trait_case on case_trait (jurisdiction_id, case_id)`);
    await q.query(`create index case_proposal_other on case_proposal (jurisdiction_id, other_id)`);
    await q.query(`create index case_proposal_open on case_proposal (jurisdiction_id, made_at) where state = 'open'`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table case_proposal, case_trait_read, case_trait, case_link`);
  }
}
