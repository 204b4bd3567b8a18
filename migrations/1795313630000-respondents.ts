import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An organ finds what is addressed to it by its name: parties that are organs are looked up by name, equality only. */
export class Respondents1795313630000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`create index party_organ on party (jurisdiction_id, name) where kind = 'organ'`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index party_organ');
  }
}
