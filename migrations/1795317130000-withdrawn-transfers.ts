import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 撤回移送: until its receipt a transfer may also be settled by whoever sent it. */
export class WithdrawnTransfers1795317130000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table case_transfer drop constraint case_transfer_outcome_check');
    await q.query(`alter table case_transfer add constraint case_transfer_outcome_check
      check (outcome in ('received', 'returned', 'withdrawn'))`);
  }

  async down(q: QueryRunner): Promise<void> {
    // The earlier schema knows two ends; a case that was taken back is where a returned one would be.
    await q.query('alter table case_transfer no force row level security');
    await q.query(`update case_transfer set outcome = 'returned' where outcome = 'withdrawn'`);
    await q.query('alter table case_transfer force row level security');
    await q.query('alter table case_transfer drop constraint case_transfer_outcome_check');
    await q.query(`alter table case_transfer add constraint case_transfer_outcome_check
      check (outcome in ('received', 'returned'))`);
  }
}
