import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 冻结的分解: a figure frozen by one of its dimensions stands in the same chain as the others, with its parts in
 * `frozen_part`. `frozen_case.parts` says, for each dimension the list was split by, which part the case belonged to; a
 * whole and its splits of one freezing share the list. Null in lists that nothing was split by.
 */
export class FrozenSplits1795315500000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table frozen_case add column parts jsonb');
    await q.query(`
      alter table frozen_figure add column split_by text, add column split_title text,
        add check ((split_by is null) = (split_title is null))`);
    await q.query(`
      create table frozen_part (
        jurisdiction_id int not null,
        figure_id uuid not null,
        place int not null check (place > 0),
        -- Null: cases of which the dimension was not known.
        key text,
        label text not null,
        numerator bigint not null,
        denominator bigint,
        value numeric,
        printed text not null,
        primary key (jurisdiction_id, figure_id, place),
        foreign key (jurisdiction_id, figure_id) references frozen_figure (jurisdiction_id, id)
      )`);
    await distribute(q, 'frozen_part');
    await protect(q, 'frozen_part', { append: true });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table frozen_part');
    await q.query('alter table frozen_figure drop column split_by, drop column split_title');
    await q.query('alter table frozen_case drop column parts');
  }
}
