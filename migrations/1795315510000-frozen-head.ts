import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const frozen = ['frozen_figure', 'frozen_list', 'frozen_case', 'frozen_part'] as const;

/**
 * 末条登记: how many figures a jurisdiction has frozen and the seal of the newest. Only the insert of a frozen figure moves
 * it, and only by the next number on the seal before; so a newest row that was removed is missed. No frozen row is changed
 * or removed, by the tables' owner neither: whoever must first switch a trigger off knows what they do.
 *
 * Citus knows no such triggers on distributed tables; there the chain stands without them, and `verify` says that the
 * newest row is not registered.
 */
export class FrozenHead1795315510000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table frozen_head (
        jurisdiction_id int primary key,
        count int not null check (count > 0),
        last text not null check (last ~ '^[0-9a-f]{64}$')
      )`);
    await distribute(q, 'frozen_head');
    // Row-level security is forced upon the owner, who has to see every jurisdiction this once.
    await q.query('alter table frozen_figure no force row level security');
    await q.query(`
      insert into frozen_head
      select distinct on (jurisdiction_id) jurisdiction_id, seq, hash from frozen_figure order by jurisdiction_id, seq desc`);
    await q.query('alter table frozen_figure force row level security');
    await protect(q, 'frozen_head', { append: true });
    await q.query('revoke insert on frozen_head from anjuan_app');
    const citus: unknown = await q.query("select 1 from pg_extension where extname = 'citus'");
    if (Array.isArray(citus) && citus.length > 0) return;
    await q.query(`
      create function frozen_head_follows() returns trigger language plpgsql security definer
        set search_path = public, pg_temp as $$
      begin
        if new.seq = 1 then
          insert into frozen_head (jurisdiction_id, count, last) values (new.jurisdiction_id, 1, new.hash);
        else
          update frozen_head h set count = new.seq, last = new.hash
            where h.jurisdiction_id = new.jurisdiction_id and h.count = new.seq - 1 and h.last = new.previous;
          if not found then
            raise exception '冻结数据第%号与末条不相接', new.seq using errcode = 'unique_violation';
          end if;
        end if;
        return null;
      end $$`);
    await q.query(`
      create function frozen_stays() returns trigger language plpgsql as $$
      begin
        raise exception '冻结数据只能增加，不能修改或者删除（%）', tg_table_name using errcode = 'restrict_violation';
      end $$`);
    await q.query(`
      create trigger frozen_head_follows after insert on frozen_figure
        for each row execute function frozen_head_follows()`);
    for (const table of frozen)
      await q.query(`
        create trigger frozen_stays before update or delete on ${table}
          for each row execute function frozen_stays()`);
    // The insert above changes the register from within a trigger, at a depth of one; nobody else does.
    await q.query(`
      create trigger frozen_stays before insert or update or delete on frozen_head
        for each row when (pg_trigger_depth() = 0) execute function frozen_stays()`);
    for (const table of [...frozen, 'frozen_head'])
      await q.query(`
        create trigger frozen_stays_whole before truncate on ${table} execute function frozen_stays()`);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of frozen)
      await q.query(
        `drop trigger if exists frozen_stays on ${table}; drop trigger if exists frozen_stays_whole on ${table}`,
      );
    await q.query('drop trigger if exists frozen_head_follows on frozen_figure');
    await q.query('drop table frozen_head');
    await q.query('drop function if exists frozen_head_follows(); drop function if exists frozen_stays()');
  }
}
