import { distribute, protect } from '@anjuan/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 送达 gets rows of its own, one per recipient and conclusion; what was served before is taken over from the events. */
export class ServiceRecords1795315900000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`create table service_fact (
      jurisdiction_id int not null,
      case_id uuid not null,
      line text not null,
      from_seq int not null,
      recorded_from timestamptz not null,
      recorded_to timestamptz not null default 'infinity',
      organisation_id uuid not null,
      round integer,
      recipient uuid,
      served_on date,
      manner text,
      primary key (jurisdiction_id, case_id, line, from_seq),
      foreign key (jurisdiction_id, case_id) references case_file (jurisdiction_id, id))`);
    await distribute(q, 'service_fact');
    await protect(q, 'service_fact');
    // The policies hold for the owner, too: each jurisdiction is entered in turn.
    const jurisdictions: readonly { readonly id: number }[] = await q.query('select id from jurisdiction order by id');
    for (const { id } of jurisdictions) {
      await q.query(`select set_config('anjuan.jurisdiction', $1, true)`, [String(id)]);
      // Of two records of one service the first stands; both stay among the events.
      await q.query(
        `insert into service_fact (jurisdiction_id, case_id, line, from_seq, recorded_from, organisation_id,
                                   round, recipient, served_on, manner)
         select distinct on (s.case_id, s.round, s.recipient) s.jurisdiction_id, s.case_id, s.round || '.' || s.recipient,
                s.seq, s.recorded_at, s.organisation_id, s.round, s.recipient, s.happened_on, s.manner
         from (select e.jurisdiction_id, e.case_id, e.seq, e.recorded_at, c.organisation_id, e.happened_on, e.name,
                      (e.payload -> 'fields' ->> 'recipient')::uuid recipient, e.payload -> 'fields' ->> 'manner' manner,
                      (1 + count(*) filter (where e.name in ('reopen', 'accept-by-order'))
                             over (partition by e.case_id order by e.seq))::int round
               from event e join case_file c on c.jurisdiction_id = e.jurisdiction_id and c.id = e.case_id
               where e.jurisdiction_id = $1 and c.kind = 'reconsideration'
                 and e.name in ('serve', 'reopen', 'accept-by-order')) s
         where s.name = 'serve' and s.recipient is not null
         order by s.case_id, s.round, s.recipient, s.seq`,
        [id],
      );
    }
    await q.query(`select set_config('anjuan.jurisdiction', '', true)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table service_fact');
  }
}
