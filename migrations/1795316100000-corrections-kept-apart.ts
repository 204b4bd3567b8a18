import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A correction named its column in a field called `field`, which two kinds also have as a fact (行政管理类别, 争议领域), and
 * was copied there; 改定期限 wrote its `due_on` over an order's own due day in the same way. What the facts were stands in the
 * case's events: each damaged row gets the value that the last event or sound row before it gave.
 */
export class CorrectionsKeptApart1795316100000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const jurisdictions: unknown = await q.query('select id from jurisdiction');
    for (const row of Array.isArray(jurisdictions) ? jurisdictions : []) {
      // Row-level security is forced on the owner, too.
      await q.query(`select set_config('anjuan.jurisdiction', $1, true)`, [String(row.id)]);
      for (const table of ['reconsideration_fact', 'coordination_fact']) await q.query(mendField(table));
      await q.query(mendDueDay);
    }
    await q.query(`select set_config('anjuan.jurisdiction', '', true)`);
  }

  /** The wrong values are worth nothing to anybody. */
  async down(): Promise<void> {}
}

/** Damaged: the row bears the name of a column that a correction at or before it put right. */
const mendField = (table: string): string => `
  with told as (
    select f.jurisdiction_id, f.case_id, f.from_seq, f.field,
           exists (select from event e where e.jurisdiction_id = f.jurisdiction_id and e.case_id = f.case_id
                     and e.name = 'correct-fact' and e.seq <= f.from_seq and e.payload #>> '{fields,field}' = f.field) damaged
    from ${table} f
    where exists (select from event e where e.jurisdiction_id = f.jurisdiction_id and e.case_id = f.case_id
                    and e.name = 'correct-fact')
  ), source as (
    select jurisdiction_id, case_id, from_seq seq, 0 later, field from told where not damaged
    union all
    select e.jurisdiction_id, e.case_id, e.seq, 1,
           case e.name when 'correct-fact' then e.payload #>> '{fields,new_value}' else e.payload #>> '{fields,field}' end
    from event e
    where exists (select from told t where t.damaged and t.jurisdiction_id = e.jurisdiction_id and t.case_id = e.case_id)
      and case e.name when 'correct-fact' then e.payload #>> '{fields,field}' = 'field' else e.payload #> '{fields}' ? 'field' end
  )
  update ${table} f
  set field = (select s.field from source s where s.jurisdiction_id = t.jurisdiction_id and s.case_id = t.case_id
                 and s.seq <= t.from_seq order by s.seq desc, s.later desc limit 1)
  from told t
  where t.damaged and f.jurisdiction_id = t.jurisdiction_id and f.case_id = t.case_id and f.from_seq = t.from_seq`;

/** Damaged: the order's day is the one that the last 改定期限 at or before the row fixed. */
const mendDueDay = `
  with ordered as (
    select f.jurisdiction_id, f.case_id, f.from_seq, f.due_on, d.seq, d.due_on as fixed
    from supervision_fact f
    join lateral (
      select e.seq, (e.payload #>> '{fields,due_on}')::date as due_on from event e
      where e.jurisdiction_id = f.jurisdiction_id and e.case_id = f.case_id and e.seq <= f.from_seq
        and e.name = 'override-clock' and e.payload #> '{fields}' ? 'due_on'
      order by e.seq desc limit 1) d on d.due_on = f.due_on
  )
  update supervision_fact f
  set due_on = (
    select coalesce(e.payload #>> '{fields,new_value}', e.payload #>> '{fields,due_on}')::date from event e
    where e.jurisdiction_id = o.jurisdiction_id and e.case_id = o.case_id and e.seq <= o.from_seq
      and (e.name in ('issue', 'demand-again')
           or e.name = 'correct-fact' and e.payload #>> '{fields,field}' = 'due_on')
    order by e.seq desc limit 1)
  from ordered o
  where f.jurisdiction_id = o.jurisdiction_id and f.case_id = o.case_id and f.from_seq = o.from_seq
    and not exists (
      select from event e where e.jurisdiction_id = o.jurisdiction_id and e.case_id = o.case_id
        and e.seq > o.seq and e.seq <= o.from_seq
        and (e.name = 'demand-again' or e.name = 'correct-fact' and e.payload #>> '{fields,field}' = 'due_on'))`;
