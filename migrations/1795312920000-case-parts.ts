import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parties, personal texts, clocks, papers and the case's data key: the parts that may be destroyed or recomputed. */
export class CaseParts1795312920000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const ofCase = `foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id)`;
    const tables: readonly (readonly [string, string])[] = [
      [
        'party',
        `id uuid not null,
         revision int not null,
         case_id uuid not null,
         role text not null,
         kind text not null,
         name text not null,
         id_number text,
         phone text,
         address text,
         recorded_from timestamptz not null,
         recorded_to timestamptz not null default 'infinity',
         primary key (jurisdiction_id, id, revision), ${ofCase}`,
      ],
      [
        // Infix search over names: under row-level security only a b-tree on text serves (two-character names are normal).
        'party_gram',
        `gram text not null,
         party_id uuid not null,
         case_id uuid not null,
         primary key (jurisdiction_id, gram, party_id)`,
      ],
      [
        'case_text',
        `case_id uuid not null,
         seq int not null,
         field text not null,
         text text not null,
         primary key (jurisdiction_id, case_id, seq, field), ${ofCase}`,
      ],
      [
        'clock',
        `id uuid not null,
         case_id uuid not null,
         limit_id text not null,
         subject text not null,
         duty text not null check (duty in ('own', 'respondent', 'court', 'party', 'system')),
         status text not null check (status in ('running', 'suspended', 'met', 'cancelled')),
         law text not null,
         article text not null,
         started_on date not null,
         raw date,
         due date,
         excluded_days int not null,
         provisional boolean not null,
         verified boolean not null,
         ended_on date,
         ledger jsonb not null,
         steps jsonb not null,
         primary key (jurisdiction_id, id), ${ofCase}`,
      ],
      [
        'paper',
        `id uuid not null,
         case_id uuid not null,
         seq int not null,
         code text not null,
         number text,
         issued_on date not null,
         snapshot bytea not null,
         primary key (jurisdiction_id, id), ${ofCase}`,
      ],
      ['case_key', `case_id uuid not null, sealed bytea not null, primary key (jurisdiction_id, case_id), ${ofCase}`],
    ];
    for (const [table, columns] of tables) {
      await q.query(`create table ${table} (jurisdiction_id int not null, ${columns})`);
      await distribute(q, table);
      await protect(q, table);
    }
    await q.query(`create index party_case on party (jurisdiction_id, case_id)`);
    await q.query(`create index party_gram_case on party_gram (jurisdiction_id, case_id)`);
    await q.query(`create index clock_case on clock (jurisdiction_id, case_id)`);
    await q.query(`create index clock_due on clock (jurisdiction_id, due) where status = 'running'`);
    await q.query(`create index paper_case on paper (jurisdiction_id, case_id)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table case_key, paper, clock, case_text, party_gram, party`);
  }
}
