import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 申报指标: what no case yields, declared by one person from a paper and decided by another. */
export class DeclaredIndicators1795314310000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table declared_indicator (
        jurisdiction_id int not null,
        id uuid not null,
        code text not null,
        title text not null,
        unit text not null,
        -- Decimal digits as they are printed: a number that was declared is never computed with binary fractions.
        value text not null check (value ~ '^\\d{1,15}(\\.\\d{1,6})?$'),
        approximate text check (approximate in ('余', '以上')),
        year int not null,
        counted_to date not null,
        source_file text not null,
        declared_by uuid not null,
        declared_at timestamptz not null,
        decision text check (decision in ('approved', 'refused')),
        remark text,
        decided_by uuid,
        decided_at timestamptz,
        primary key (jurisdiction_id, id),
        check (extract(year from counted_to) = year),
        check (num_nulls(decision, decided_by, decided_at) in (0, 3)),
        check (decided_by is null or decided_by <> declared_by),
        check (decision is distinct from 'refused' or remark is not null)
      )`);
    await q.query('create index on declared_indicator (jurisdiction_id, year, code)');
    await distribute(q, 'declared_indicator');
    await protect(q, 'declared_indicator');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table declared_indicator');
  }
}
