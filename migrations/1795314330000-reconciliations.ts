import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 对账: an export of the upper platform held against our cases; every difference has an owner and a due date. */
export class Reconciliations1795314330000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table reconciliation (
        jurisdiction_id int not null,
        id uuid not null,
        kind text not null,
        year int not null,
        file text not null,
        matched int not null,
        ours int not null,
        theirs int not null,
        made_by uuid not null,
        made_at timestamptz not null,
        primary key (jurisdiction_id, id)
      )`);
    await distribute(q, 'reconciliation');
    await q.query(`
      create table reconciliation_item (
        jurisdiction_id int not null,
        reconciliation_id uuid not null,
        seq int not null,
        found text not null check (found in ('here', 'there', 'repeated', 'differs')),
        case_id uuid,
        -- Number, or line of the sheet: names of parties stay out.
        label text not null,
        differences jsonb not null,
        owner_id uuid not null,
        due_on date not null,
        done_on date,
        remark text,
        primary key (jurisdiction_id, reconciliation_id, seq),
        foreign key (jurisdiction_id, reconciliation_id) references reconciliation (jurisdiction_id, id),
        check ((done_on is null) = (remark is null))
      )`);
    await distribute(q, 'reconciliation_item');
    for (const table of ['reconciliation', 'reconciliation_item']) await protect(q, table);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table reconciliation_item, reconciliation');
  }
}
