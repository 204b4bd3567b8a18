import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reminder to an officer of the organ whose duty it is: it leads to the notice addressed to the organ, not to the case. */
export class RespondentsTold1795314140000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table reminder add column addressed boolean not null default false`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`alter table reminder drop column addressed`);
  }
}
