import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 重复登记: which case a duplicate belongs to, and since when and until when that was recorded, as facts are kept. */
export class CaseMergers1795317120000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table case_file add column merged_into uuid');
    await q.query(
      `create index case_file_merged on case_file (jurisdiction_id, merged_into) where merged_into is not null`,
    );
    await q.query(`
      create table case_merger (
        jurisdiction_id int not null,
        case_id uuid not null,
        from_seq int not null,
        into_id uuid not null,
        recorded_from timestamptz not null,
        recorded_to timestamptz not null,
        primary key (jurisdiction_id, case_id, from_seq),
        check (case_id <> into_id),
        foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id),
        foreign key (jurisdiction_id, into_id) references case_file (jurisdiction_id, id)
      )`);
    await distribute(q, 'case_merger');
    await q.query(
      `create unique index case_merger_standing on case_merger (jurisdiction_id, case_id) where recorded_to = 'infinity'`,
    );
    await protect(q, 'case_merger');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table case_merger');
    await q.query('drop index case_file_merged');
    await q.query('alter table case_file drop column merged_into');
  }
}
