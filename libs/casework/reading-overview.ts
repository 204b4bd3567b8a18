/** 一览: how the duties within reach stand, counted by person, organisation, limit or due day. */
import type { Actor } from '@anjuan/identity';
import { addDays, type Day } from '@anjuan/law';
import { Clock, Database } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { Procedures } from './procedures';
import { caseTables, lit } from './reading';
import { belowOrganisation, NEAR_DAYS } from './reading-desk';
import { Params, reach } from './reading-scope';
import type { OverviewRowView } from './reading-views';
import { limitTitle } from './reading-words';

export const overviewKeys = ['person', 'organisation', 'limit', 'day', 'week', 'month'] as const;
export interface OverviewQuery {
  readonly by: (typeof overviewKeys)[number];
  readonly kind?: string;
  readonly organisationId?: string;
  /** Due days, both included; what stands suspended has none and is then left out. */
  readonly dueFrom?: Day;
  readonly dueTo?: Day;
  /** How many calendar days ahead count as near. */
  readonly within?: number;
}

/** Key and title of a group, over `k` (clock), `c` (case_file) and `o` (its organisation). */
const groups: Readonly<Record<OverviewQuery['by'], readonly [key: string, title: string]>> = {
  person: [
    'c.handler_id::text',
    '(select h.name from person h where h.jurisdiction_id = c.jurisdiction_id and h.id = c.handler_id)',
  ],
  organisation: ['c.organisation_id::text', 'o.name'],
  limit: ['k.limit_id', 'k.limit_id'],
  day: ['k.due::text', 'k.due::text'],
  week: [`date_trunc('week', k.due)::date::text`, `date_trunc('week', k.due)::date::text`],
  month: [`to_char(k.due, 'YYYY-MM')`, `to_char(k.due, 'YYYY-MM')`],
};
const byDays: readonly OverviewQuery['by'][] = ['day', 'week', 'month'];

@Injectable()
export class DeadlineOverview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly procedures: Procedures,
  ) {}

  /** By days in their order; else whoever has most overdue, then most near, stands first. */
  async overview(actor: Actor, q: OverviewQuery): Promise<OverviewRowView[]> {
    const params = new Params();
    const today = this.clock.today();
    const [key, title] = groups[q.by];
    const kinds = this.procedures.all().filter((p) => q.kind === undefined || p.kind === q.kind);
    const where = [
      `k.jurisdiction_id = ${params.at(actor.jurisdictionId)}`,
      lit,
      `k.status in ('running', 'suspended')`,
      `(${['false', ...kinds.map((p) => reach(actor, p.kind, params))].join(' or ')})`,
      ...(byDays.includes(q.by) ? ['k.due is not null'] : []),
      ...(q.organisationId === undefined ? [] : [belowOrganisation(actor, q.organisationId, params)]),
      ...(q.dueFrom === undefined ? [] : [`k.due >= ${params.at(q.dueFrom)}`]),
      ...(q.dueTo === undefined ? [] : [`k.due <= ${params.at(q.dueTo)}`]),
    ];
    const now = params.at(today);
    const near = params.at(addDays(today, q.within ?? NEAR_DAYS));
    const running = `k.status = 'running'`;
    const rows = await this.database.inJurisdiction(actor.jurisdictionId, (tx) =>
      tx.query<Omit<OverviewRowView, 'title'> & { title: string | null }>(
        `select t.key, t.title, count(*) filter (where t.running) as running,
                count(*) filter (where t.running and t.due < ${now}) as overdue,
                count(*) filter (where t.running and t.due = ${now}) as today,
                count(*) filter (where t.running and t.due between ${now} and ${near}) as near,
                count(*) filter (where not t.running) as suspended,
                count(*) filter (where t.running and t.provisional) as provisional
         from (select ${key} as key, ${title} as title, ${running} as running, k.due, k.provisional
               from clock k join ${caseTables} on c.jurisdiction_id = k.jurisdiction_id and c.id = k.case_id
               where ${where.join(' and ')}) t
         group by t.key, t.title
         order by ${byDays.includes(q.by) ? 't.key' : 'overdue desc, near desc, running desc, t.title, t.key'}`,
        params.values,
      ),
    );
    return rows.map((r) => ({ ...r, title: q.by === 'limit' ? limitTitle(r.title ?? '') : (r.title ?? '未分配') }));
  }
}
