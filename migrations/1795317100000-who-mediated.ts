import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 主持调解的人员: who mediated is a fact of the day the mediation ended, so that a subsidy goes to them and not to whoever
 * has taken the case over since. For cases that ended before, it is told from the events and transfers that followed:
 * whoever the first of them took the case from; where none followed, whoever has it.
 */
export class WhoMediated1795317100000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table mediation_fact add column mediated_by uuid, add column co_mediated_by uuid');
    // The policies bind the owner, too: one county after another.
    await q.query(`
      do $$
      declare county int;
      begin
        for county in select id from jurisdiction order by id loop
          perform set_config('anjuan.jurisdiction', county::text, true);
          update mediation_fact f set mediated_by = h.handler, co_mediated_by = h.second
          from case_file c, lateral (
            select
              case when taken.seq is null then c.handler_id else taken.handler end as handler,
              case when seconded.seq is null then c.second_handler_id else seconded.second end as second
            from (select max(seq) as seq from event e
                  where e.jurisdiction_id = county and e.case_id = c.id
                    and e.name in ('agree-in-writing', 'agree-orally', 'fail')) ended
            left join lateral (
              select e.seq, case when e.name = 'transfer-case'
                  then (select x.from_handler_id from case_transfer x where x.jurisdiction_id = county
                        and x.case_id = c.id and x.sent_on = e.happened_on order by x.id limit 1)
                  else (e.payload #>> '{handling,handler,0}')::uuid end as handler
              from event e
              where e.jurisdiction_id = county and e.case_id = c.id and e.seq > ended.seq
                and (e.name = 'transfer-case' or e.payload #> '{handling,handler}' is not null)
              order by e.seq limit 1) taken on true
            left join lateral (
              select e.seq, (e.payload #>> '{handling,second,0}')::uuid as second from event e
              where e.jurisdiction_id = county and e.case_id = c.id and e.seq > ended.seq
                and e.payload #> '{handling,second}' is not null
              order by e.seq limit 1) seconded on true) h
          where f.jurisdiction_id = county and c.jurisdiction_id = county and c.id = f.case_id
            and f.outcome in ('agreed-written', 'agreed-oral', 'failed');
        end loop;
        perform set_config('anjuan.jurisdiction', '', true);
      end $$`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table mediation_fact drop column mediated_by, drop column co_mediated_by');
  }
}
