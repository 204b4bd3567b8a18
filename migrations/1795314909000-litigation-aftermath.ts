import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns: Readonly<Record<string, string>> = {
  field: 'text',
  court_level: 'text',
  transferred_on: 'date',
  in_series: 'boolean',
  represented_on: 'date',
  represented_by: 'text',
  accountable_on: 'date',
  accountability: 'text',
  accountable_people: 'integer',
};

/** What reports divide suits by, and what followed a lost one; older rows know nothing of it. */
export class LitigationAftermath1795314909000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const added = Object.entries(columns).map(([name, type]) => `add column ${name} ${type}`);
    await q.query(`alter table litigation_fact ${added.join(', ')}`);
  }

  async down(q: QueryRunner): Promise<void> {
    const dropped = Object.keys(columns).map((name) => `drop column ${name}`);
    await q.query(`alter table litigation_fact ${dropped.join(', ')}`);
  }
}
