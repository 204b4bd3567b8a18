/** 期限台 and 我的工作: what is due, for whom, and how many cases stand where. */
import type { Actor } from '@anjuan/identity';
import { addDays, type Day } from '@anjuan/law';
import { Clock, Database, type Tx } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import type { LedgerEntry } from './clocks';
import { decisionIn, fallenIn } from './override';
import type { Procedure } from './procedure';
import { Procedures } from './procedures';
import { postsFor } from './reach';
import { caseTables, finishedStates, lit, partyNames, stateTitle } from './reading';
import { type Bucket, type Horizon, horizonOf, lightOf, rangeOf } from './reading-light';
import { Params, pageOf, placeOf, reach } from './reading-scope';
import type { DeadlineView, Page, WorkCountView, WorkView } from './reading-views';
import { dutyTitles, limitTitle } from './reading-words';
import { type Office, readOffice } from './settings';

export interface DeadlineQuery {
  /** Default: everything that runs. */
  readonly bucket?: Bucket;
  readonly kind?: string;
  /** The reader's own cases, or those that nobody has yet. */
  readonly handler?: 'me' | 'none';
  readonly handlerId?: string;
  /** An organisation and all below it. */
  readonly organisationId?: string;
  readonly limitId?: string;
  /** Due days, both included. */
  readonly dueFrom?: Day;
  readonly dueTo?: Day;
  /** Of the bucket `near`: calendar days from today. */
  readonly within?: number;
  readonly limit?: number;
  readonly cursor?: string;
}
interface DeadlineRow {
  readonly clock_id: string;
  readonly limit_id: string;
  readonly duty: string;
  readonly status: string;
  readonly law: string;
  readonly article: string;
  readonly started_on: Day;
  readonly due: Day | null;
  readonly excluded_days: number;
  readonly provisional: boolean;
  readonly earliest: Day | null;
  readonly latest: Day | null;
  readonly ledger: readonly LedgerEntry[];
  readonly place: Day;
  readonly id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly register_number: string;
  readonly state: string;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly handler_id: string | null;
  readonly handler: string | null;
}
interface Counts {
  readonly open: number;
  readonly unassigned: number;
  readonly red: number;
  readonly orange: number;
  readonly yellow: number;
  readonly grey: number;
  readonly today: number;
  /** Open cases by state. */
  readonly states: Readonly<Record<string, number>> | null;
}

const PAGE = 20;
/** 临期: a week ahead, unless another span is asked for. */
export const NEAR_DAYS = 7;

@Injectable()
export class Desk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly procedures: Procedures,
  ) {}

  /** Clocks with a light, the earliest due first; of suspended ones the longest running. @throws FieldErrors (cursor) */
  async deadlines(actor: Actor, q: DeadlineQuery): Promise<Page<DeadlineView>> {
    const limit = q.limit ?? PAGE;
    const suspended = q.bucket === 'suspended';
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const office = await readOffice(tx, actor.jurisdictionId);
      const horizon = horizonOf(this.clock.today(), office.calendar);
      const params = new Params();
      const kinds = this.procedures.all().filter((p) => q.kind === undefined || p.kind === q.kind);
      const key = suspended ? 'k.started_on' : 'k.due';
      const where = [
        `k.jurisdiction_id = ${params.at(actor.jurisdictionId)}`,
        lit,
        `k.status = '${suspended ? 'suspended' : 'running'}'`,
        `(${['false', ...kinds.map((p) => reach(actor, p.kind, params))].join(' or ')})`,
      ];
      where.push(...narrowed(q, horizon, actor, params));
      if (q.cursor !== undefined) {
        const [at, id] = placeOf(q.cursor);
        where.push(`(${key}, k.id) > (${params.at(at)}::date, ${params.at(id)}::uuid)`);
      }
      const rows = await tx.query<DeadlineRow>(
        `select k.id as clock_id, k.limit_id, k.duty, k.status, k.law, k.article, k.started_on, k.due, k.excluded_days,
                k.provisional, k.earliest, k.latest, k.ledger, ${key} as place, c.id, c.kind, c.number, c.register_number, c.state, c.handler_id,
                c.organisation_id, o.name as organisation,
                (select h.name from person h where h.jurisdiction_id = c.jurisdiction_id and h.id = c.handler_id) as handler
         from clock k join ${caseTables} on c.jurisdiction_id = k.jurisdiction_id and c.id = k.case_id
         where ${where.join(' and ')} order by ${key}, k.id limit ${limit + 1}`,
        params.values,
      );
      const names = await partyNames(
        tx,
        actor,
        rows.map((r) => r.id),
      );
      return pageOf(
        rows,
        limit,
        (r) => [r.place, r.clock_id],
        (r) => deadlineView(r, this.procedures.of(r.kind), names.get(r.id) ?? '', horizon, office),
      );
    });
  }

  /** For each kind the actor may read: the own cases, and all within reach. A count opens the list it counts. */
  async work(actor: Actor): Promise<WorkView[]> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const office = await readOffice(tx, actor.jurisdictionId);
      const horizon = horizonOf(this.clock.today(), office.calendar);
      const views: WorkView[] = [];
      for (const p of this.procedures.all().filter((x) => postsFor(actor, x.kind).length > 0))
        for (const whose of ['mine', 'office'] as const) {
          const counts = await countsOf(tx, actor, p, whose, horizon);
          views.push(workView(p, whose, counts));
        }
      return views;
    });
  }
}

/** What a query asks of a clock beyond its scope and status. */
function narrowed(q: DeadlineQuery, h: Horizon, actor: Actor, params: Params): string[] {
  const where: string[] = [];
  const between = (from: Day | null | undefined, to: Day | null | undefined) => {
    if (from) where.push(`k.due >= ${params.at(from)}`);
    if (to) where.push(`k.due <= ${params.at(to)}`);
  };
  if (q.handler === 'me') where.push(`c.handler_id = ${params.at(actor.personId)}`);
  if (q.handler === 'none') where.push('c.handler_id is null');
  if (q.handlerId !== undefined) where.push(`c.handler_id = ${params.at(q.handlerId)}`);
  if (q.organisationId !== undefined) where.push(belowOrganisation(actor, q.organisationId, params));
  if (q.limitId !== undefined) where.push(`k.limit_id = ${params.at(q.limitId)}`);
  if (q.bucket === 'provisional') where.push('k.provisional');
  else if (q.bucket === 'near') between(h.today, addDays(h.today, q.within ?? NEAR_DAYS));
  else if (q.bucket !== undefined && q.bucket !== 'suspended') between(...rangeOf(q.bucket, h));
  between(q.dueFrom, q.dueTo);
  return where;
}

/** Cases of an organisation and of all below it. */
export const belowOrganisation = (actor: Actor, organisationId: string, params: Params): string =>
  `starts_with(o.path, (select top.path from organisation top
    where top.jurisdiction_id = ${params.at(actor.jurisdictionId)} and top.id = ${params.at(organisationId)}))`;

function deadlineView(r: DeadlineRow, p: Procedure, parties: string, horizon: Horizon, office: Office): DeadlineView {
  const title = limitTitle(r.limit_id);
  const light = lightOf({ ...r, ended_on: null }, title, horizon, office.calendar);
  if (!light) throw new Error(`clock ${r.clock_id} on the desk has no light`);
  return {
    clock_id: r.clock_id,
    case: {
      id: r.id,
      kind: r.kind,
      number: r.number,
      register_number: r.register_number,
      state: r.state,
      state_title: stateTitle(p, r.state),
    },
    kind_title: p.title,
    handler: r.handler_id && r.handler ? { id: r.handler_id, name: r.handler } : null,
    limit: r.limit_id,
    title,
    duty_title: dutyTitles[r.duty] ?? r.duty,
    due: r.due,
    days_left: light.days_left,
    provisional: r.provisional,
    earliest: r.earliest,
    latest: r.latest,
    organisation: { id: r.organisation_id, name: r.organisation },
    party_names: parties,
    light,
    why: whyOf(r),
  };
}

function whyOf(r: DeadlineRow): string {
  const basis = `依${r.law}${r.article}，自${r.started_on}起算`;
  const excluded = r.excluded_days > 0 ? `，扣除${r.excluded_days}天` : '';
  if (r.due !== null && decisionIn(r.ledger)?.due) return `${basis}；届满日经人工改定为${r.due}。`;
  const fallen = fallenIn(r.ledger);
  if (r.due !== null && fallen) return `${basis}${excluded}，于${r.due}届满；改定的${fallen.due}已失效。`;
  if (r.due === null) return `${basis}${excluded}，现已中止。`;
  return `${basis}${excluded}，于${r.due}届满${r.provisional ? `（放假安排未公布，暂定${spanOf(r)}）` : ''}。`;
}

const spanOf = ({ earliest, latest }: DeadlineRow): string =>
  earliest === null || latest === null || earliest === latest ? '' : `，最早${earliest}、最晚${latest}`;

/** States an opening edge leads to: cases that have come in and wait for the first look. */
const intakeStates = (p: Procedure): string[] => [
  ...new Set(Object.values(p.edges).flatMap((e) => (e.from === 'opening' && e.to !== 'unchanged' ? [e.to] : []))),
];

async function countsOf(
  tx: Tx,
  actor: Actor,
  p: Procedure,
  whose: 'mine' | 'office',
  horizon: Horizon,
): Promise<Counts> {
  const params = new Params();
  const jurisdiction = params.at(actor.jurisdictionId);
  const within = (bucket: 'overdue' | 'orange' | 'yellow', column: string) => {
    const [from, to] = rangeOf(bucket, horizon);
    return [
      ...(from === null ? [] : [`${column} >= ${params.at(from)}`]),
      ...(to === null ? [] : [`${column} <= ${params.at(to)}`]),
    ].join(' and ');
  };
  const isOpen = `not (s.state = any(${params.at(finishedStates(p))}::text[]))`;
  const [row] = await tx.query<Counts>(
    `with s as (
       select c.id, c.state, c.handler_id from ${caseTables}
       where c.jurisdiction_id = ${jurisdiction} and ${reach(actor, p.kind, params)}
         ${whose === 'mine' ? `and c.handler_id = ${params.at(actor.personId)}` : ''}),
     running as (
       select k.case_id, min(k.due) as due, count(*) filter (where k.due = ${params.at(horizon.today)}) as today
       from clock k join s on s.id = k.case_id
       where k.jurisdiction_id = ${jurisdiction} and k.status = 'running' and ${lit} group by k.case_id)
     select
       (select count(*) from s where ${isOpen}) as open,
       (select count(*) from s where ${isOpen} and s.handler_id is null) as unassigned,
       (select count(*) from running where ${within('overdue', 'due')}) as red,
       (select count(*) from running where ${within('orange', 'due')}) as orange,
       (select count(*) from running where ${within('yellow', 'due')}) as yellow,
       (select count(distinct k.case_id) from clock k join s on s.id = k.case_id
        where k.jurisdiction_id = ${jurisdiction} and k.status = 'suspended' and ${lit}) as grey,
       (select coalesce(sum(today), 0)::int from running) as today,
       (select jsonb_object_agg(state, n) from (
         select s.state, count(*) as n from s where ${isOpen} group by s.state) t) as states`,
    params.values,
  );
  if (!row) throw new Error('counting gave no row');
  return row;
}

function workView(p: Procedure, whose: 'mine' | 'office', n: Counts): WorkView {
  const scope: Record<string, string> = { kind: p.kind, ...(whose === 'mine' ? { handler: 'me' } : {}) };
  const cases = (code: string, title: string, count: number, query: Record<string, string>): WorkCountView => ({
    code,
    title,
    count,
    list: 'cases',
    query: { ...scope, ...query },
  });
  const counts: WorkCountView[] = [
    cases('open', '未办结', n.open, { open: 'true' }),
    ...intakeStates(p)
      .filter((state) => !finishedStates(p).includes(state))
      .map((state) => cases(`intake.${state}`, `新收（${stateTitle(p, state)}）`, n.states?.[state] ?? 0, { state })),
    {
      code: 'today',
      title: '今日应办',
      count: n.today,
      list: 'deadlines',
      query: { ...scope, bucket: 'today' },
    },
    cases('orange', '三个工作日内到期', n.orange, { light: 'orange' }),
    cases('yellow', '十日内到期', n.yellow, { light: 'yellow' }),
    cases('overdue', '超期', n.red, { light: 'red' }),
    cases('suspended', '中止', n.grey, { light: 'grey' }),
    ...(whose === 'office'
      ? [cases('unassigned', '未分配承办人', n.unassigned, { handler: 'none', open: 'true' })]
      : []),
  ];
  const told = counts.slice(1).filter((c) => c.count > 0);
  const parts = told.map((c) => `${c.title}${c.count}${c.list === 'deadlines' ? '项' : '件'}`).join('，');
  const who = whose === 'mine' ? '我承办的' : '本单位的';
  return {
    kind: p.kind,
    kind_title: p.title,
    whose,
    sentence: `${who}${p.title}未办结${n.open}件${parts ? `，其中${parts}` : ''}。`,
    counts,
  };
}
