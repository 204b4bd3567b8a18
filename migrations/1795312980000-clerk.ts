import { distribute, protect, share } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The clerk's own tools: gapless counters, answers kept by idempotency key, the outbox, and the hint for the sweeps. */
export class Clerk1795312980000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const tables: readonly (readonly [string, string])[] = [
      [
        'number_counter',
        `organisation_id uuid not null,
         series text not null,
         year int not null,
         last int not null,
         primary key (jurisdiction_id, organisation_id, series, year)`,
      ],
      [
        'idempotency',
        `account_id uuid not null,
         key text not null,
         digest text not null,
         answer jsonb not null,
         created_at timestamptz not null,
         primary key (jurisdiction_id, account_id, key)`,
      ],
      [
        'outbox',
        `id uuid not null,
         topic text not null,
         case_id uuid not null,
         created_at timestamptz not null,
         relayed_at timestamptz,
         primary key (jurisdiction_id, id)`,
      ],
    ];
    for (const [table, columns] of tables) {
      await q.query(`create table ${table} (jurisdiction_id int not null, ${columns})`);
      await distribute(q, table);
      await protect(q, table);
    }
    await q.query(`create index outbox_waiting on outbox (jurisdiction_id, created_at) where relayed_at is null`);
    await q.query(`create table due_hint (jurisdiction_id int primary key, next_on date not null)`);
    await share(q, 'due_hint');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table due_hint, outbox, idempotency, number_counter`);
  }
}
