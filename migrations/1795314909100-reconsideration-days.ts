import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns: Readonly<Record<string, string>> = {
  authority: 'text',
  authority_name: 'text',
  mediation_tried_on: 'date',
  excluded_days: 'integer',
};

/** Who reviewed, whether mediation was tried, and the days that were no part of the review; older rows know none of it. */
export class ReconsiderationDays1795314909100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const added = Object.entries(columns).map(([name, type]) => `add column ${name} ${type}`);
    await q.query(`alter table reconsideration_fact ${added.join(', ')}`);
  }

  async down(q: QueryRunner): Promise<void> {
    const dropped = Object.keys(columns).map((name) => `drop column ${name}`);
    await q.query(`alter table reconsideration_fact ${dropped.join(', ')}`);
  }
}
