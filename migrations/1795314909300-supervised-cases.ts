import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 督办: what an order was given for, and which kind of case it stands under. */
export class SupervisedCases1795314909300 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table supervision_fact add column ground text, add column concerns text');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table supervision_fact drop column ground, drop column concerns');
  }
}
