import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns: Readonly<Record<string, string>> = {
  origin_point: 'text',
  origin_point_name: 'text',
  referrer: 'text',
  referral_number: 'text',
  referral_replied_on: 'date',
  assigned_on: 'date',
  assign_ground: 'text',
  dispatched_in_time: 'boolean',
  level_reason: 'text',
  onward: 'text',
  performed_fen: 'bigint',
  breached_on: 'date',
  breach_remedy: 'text',
  remediation_ground: 'text',
  follow_up_count: 'integer',
  satisfaction: 'text',
};

/** What the whole of mediation adds to the facts of its main line; older rows know nothing of it. */
export class MediationFacts1795313960000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const added = Object.entries(columns).map(([name, type]) => `add column ${name} ${type}`);
    await q.query(`alter table mediation_fact ${added.join(', ')}`);
  }

  async down(q: QueryRunner): Promise<void> {
    const dropped = Object.keys(columns).map((name) => `drop column ${name}`);
    await q.query(`alter table mediation_fact ${dropped.join(', ')}`);
  }
}
