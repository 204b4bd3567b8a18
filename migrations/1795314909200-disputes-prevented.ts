import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 防止激化: what a mediated dispute was kept from becoming, and how many people it would have drawn in. */
export class DisputesPrevented1795314909200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table mediation_fact
        add column prevented_on date,
        add column prevention text,
        add column prevented_people integer`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table mediation_fact drop column prevented_on, drop column prevention, drop column prevented_people`);
  }
}
