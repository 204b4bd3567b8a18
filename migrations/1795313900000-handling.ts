import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 分派、协办、回避: a second person on a case, and those who must not be given it again (ids; null: nobody). */
export class Handling1795313900000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table case_file add column second_handler_id uuid, add column barred jsonb`);
    await q.query(
      `create index case_file_second_handler on case_file (jurisdiction_id, second_handler_id) where second_handler_id is not null`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop index case_file_second_handler`);
    await q.query(`alter table case_file drop column second_handler_id, drop column barred`);
  }
}
