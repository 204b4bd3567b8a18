import type { MigrationInterface, QueryRunner } from 'typeorm';

const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const kinds = (more: string) => `^(before-[1-9][0-9]*|due|digest-[0-9]{4}-[0-9]{2}-[0-9]{2}${more})$`;
const checks = (more: string, alone: string) => `
  alter table reminder
    drop constraint reminder_kind_check,
    drop constraint reminder_check,
    add constraint reminder_kind_check check (kind ~ '${kinds(more)}'),
    add constraint reminder_check check (
      case when ${alone} then clock_id is null and case_id is null and due is null
           else clock_id is not null and case_id is not null and due is not null end)`;

/**
 * Whoever fixed a due day that a later event made fall is told once: a row of its own, named after the clock and the
 * event, which no later movement of the clock withdraws.
 */
export class FallenDecisions1795315810000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(checks(`|fallen-${uuid}-[1-9][0-9]*`, `kind like 'digest-%' or kind like 'fallen-%'`));
  }

  async down(q: QueryRunner): Promise<void> {
    const fallen = `select r.jurisdiction_id, r.id from reminder r where r.kind like 'fallen-%'`;
    await q.query(`delete from delivery d using notice n where n.jurisdiction_id = d.jurisdiction_id and n.id = d.notice_id
      and (n.jurisdiction_id, n.reminder_id) in (${fallen})`);
    await q.query(`delete from notice where (jurisdiction_id, reminder_id) in (${fallen})`);
    await q.query(`delete from reminder where kind like 'fallen-%'`);
    await q.query(checks('', `kind like 'digest-%'`));
  }
}
