import type { MigrationInterface, QueryRunner } from 'typeorm';

const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const kinds = (more: string) => `^(before-[1-9][0-9]*|due|digest-[0-9]{4}-[0-9]{2}-[0-9]{2}${more})$`;
/** One statement each: a distributed table takes one change at a time. */
const checks = (more: string, alone: string, valid = '') => [
  `alter table reminder drop constraint reminder_kind_check`,
  `alter table reminder drop constraint reminder_check`,
  `alter table reminder add constraint reminder_kind_check check (kind ~ '${kinds(more)}') ${valid}`,
  `alter table reminder add constraint reminder_check check (
     case when ${alone} then clock_id is null and case_id is null and due is null
          else clock_id is not null and case_id is not null and due is not null end) ${valid}`,
];

/**
 * Whoever fixed a due day that a later event made fall is told once: a row of its own, named after the clock and the
 * event, which no later movement of the clock withdraws.
 */
export class FallenDecisions1795315810000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const wider = checks(`|fallen-${uuid}-[1-9][0-9]*`, `kind like 'digest-%' or kind like 'fallen-%'`);
    for (const statement of wider) await q.query(statement);
  }

  async down(q: QueryRunner): Promise<void> {
    // What was told stays told: the narrower rule binds new rows alone.
    for (const statement of checks('', `kind like 'digest-%'`, 'not valid')) await q.query(statement);
  }
}
