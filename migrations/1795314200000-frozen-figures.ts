import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 数据冻结: figures as they were published, each with the lists of cases it was counted from. Append-only: a newer row
 * supersedes, none is changed. Figures of one freezing share a list where two of them count the same cases.
 *
 * `frozen_case` bears no foreign keys: a year of a large county freezes a million rows, each of which would be looked up
 * twice; `anjuan figures verify` proves more than a key could.
 */
export class FrozenFigures1795314200000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table frozen_list (
        jurisdiction_id int not null,
        id uuid not null,
        kind text not null,
        words text not null,
        summed text,
        fold text check (fold in ('sum', 'least', 'greatest')),
        cases int not null check (cases >= 0),
        total bigint not null,
        digest text not null check (digest ~ '^[0-9a-f]{64}$'),
        primary key (jurisdiction_id, id),
        check ((summed is null) = (fold is null))
      )`);
    await distribute(q, 'frozen_list');
    await q.query(`
      create table frozen_case (
        jurisdiction_id int not null,
        list_id uuid not null,
        case_id uuid not null,
        line text not null,
        source text not null,
        number text,
        organisation_id uuid not null,
        fields jsonb not null,
        primary key (jurisdiction_id, list_id, case_id, line, source)
      )`);
    await distribute(q, 'frozen_case');
    await q.query(`
      create table frozen_figure (
        jurisdiction_id int not null,
        id uuid not null,
        seq int not null check (seq > 0),
        metric text not null,
        variant text not null,
        title text not null,
        reading text not null,
        kind text not null,
        arithmetic text not null,
        unit text not null,
        scope text not null,
        counts text not null,
        definition int not null,
        period_from date not null,
        period_to date not null,
        known_on date,
        numerator bigint not null,
        denominator bigint,
        value numeric,
        printed text not null,
        approximate text,
        note text,
        numerator_list uuid not null,
        denominator_list uuid,
        frozen_at timestamptz not null,
        frozen_by uuid,
        previous text,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        primary key (jurisdiction_id, id),
        unique (jurisdiction_id, seq),
        foreign key (jurisdiction_id, numerator_list) references frozen_list (jurisdiction_id, id),
        foreign key (jurisdiction_id, denominator_list) references frozen_list (jurisdiction_id, id),
        check (period_from <= period_to),
        check ((denominator is null) = (denominator_list is null)),
        -- The first of a jurisdiction follows on nothing, every other on the one before it.
        check ((previous is null) = (seq = 1))
      )`);
    await distribute(q, 'frozen_figure');
    for (const table of ['frozen_list', 'frozen_case', 'frozen_figure']) await protect(q, table, { append: true });
    await q.query(
      `create index frozen_figure_asked on frozen_figure (jurisdiction_id, period_from, period_to, metric, variant, seq)`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table frozen_figure, frozen_case, frozen_list`);
  }
}
