/**
 * 案号说明 — numbers are given without a gap and never taken back, so a number may stand for a case that was later found
 * not to have been accepted (a deemed acceptance reversed by a paper in time). This list says which, by what and on what
 * paper, for whoever counts the numbers of a year.
 */
import type { Actor } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import { Database, type Tx } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import type { Edge, Procedure } from './procedure';
import { Procedures } from './procedures';
import { caseTables, stateTitle } from './reading';
import { Params, reach } from './reading-scope';
import { textOf } from './reading-words';

interface NumberQuery {
  /** Of the days on which the numbers were earned. */
  readonly year: number;
  readonly kind?: string;
}
/** A number whose case does not stand where the number was earned. */
export interface ExplainedNumberView {
  case_id: string;
  kind: string;
  kind_title: string;
  number: string;
  register_number: string;
  organisation: string;
  /** The legal day and the event by which the number was earned. */
  earned_on: string;
  earned_by: string;
  /** The counter-event that took the acceptance back. */
  taken_back_on: string;
  taken_back_by: string;
  /** Its particulars without personal texts: the paper's number, the ground, who confirmed it. */
  reason: string;
  actor: string | null;
  state_title: string;
  /** Accepted again since, under the same number; null: not. */
  again_on: string | null;
}
export interface CaseNumbersView {
  year: number;
  /** Numbers earned in the year within the reader's scope. */
  given: number;
  items: ExplainedNumberView[];
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly register_number: string;
  readonly state: string;
  readonly organisation: string;
  readonly earned_on: Day;
  readonly earned_by: string;
  readonly back_on: Day;
  readonly back_by: string;
  readonly fields: Readonly<Record<string, unknown>> | null;
  readonly actor: string | null;
  readonly again_on: Day | null;
}

/** Events that earn a number, and the counter-events that lead out of every state the case could have reached with it. */
function numbering(p: Procedure): { readonly earning: readonly string[]; readonly takingBack: readonly string[] } {
  const edges = Object.entries<Edge>(p.edges);
  const earning = edges.filter(([, e]) => e.earnsNumber === true);
  const reached = new Set(earning.map(([, e]) => e.to));
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const [, e] of edges)
      if (!e.reverses && e.from !== 'opening' && e.from.some((s) => reached.has(s))) reached.add(e.to);
  }
  return {
    earning: earning.map(([name]) => name),
    takingBack: edges.filter(([, e]) => e.reverses === true && !reached.has(e.to)).map(([name]) => name),
  };
}

@Injectable()
export class CaseNumbers {
  constructor(
    private readonly database: Database,
    private readonly procedures: Procedures,
  ) {}

  /** By kind, then in the order in which the numbers were earned. @throws NotFound for an unknown kind */
  async explained(actor: Actor, { year, kind }: NumberQuery): Promise<CaseNumbersView> {
    const kinds = kind === undefined ? this.procedures.all() : [this.procedures.of(kind)];
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const parts = [];
      for (const p of kinds) parts.push(await ofKind(tx, actor, p, year));
      return {
        year,
        given: parts.reduce((sum, part) => sum + part.given, 0),
        items: parts.flatMap((part) => part.items),
      };
    });
  }
}

async function ofKind(tx: Tx, actor: Actor, p: Procedure, year: number) {
  const { earning, takingBack } = numbering(p);
  if (earning.length === 0) return { given: 0, items: [] };
  const params = new Params();
  const jurisdiction = params.at(actor.jurisdictionId);
  const [first, last] = [params.at(`${year}-01-01`), params.at(`${year}-12-31`)];
  // The first earning event is the one the number was given at; a later acceptance earns none.
  const numbered = `with numbered as (
    select c.id, c.number, c.register_number, c.state, o.name as organisation,
           earned.happened_on as earned_on, earned.name as earned_by, earned.seq
    from ${caseTables}
    join lateral (select e.happened_on, e.name, e.seq from event e
      where e.jurisdiction_id = c.jurisdiction_id and e.case_id = c.id and e.name = any(${params.at(earning)}::text[])
      order by e.seq limit 1) earned on true
    where c.jurisdiction_id = ${jurisdiction} and c.number is not null and ${reach(actor, p.kind, params)}
      and earned.happened_on between ${first}::date and ${last}::date)`;
  const [count] = await tx.query<{ given: number }>(
    `${numbered} select count(*) as given from numbered`,
    params.values,
  );
  if (takingBack.length === 0) return { given: count?.given ?? 0, items: [] };
  const rows = await tx.query<Row & Record<string, unknown>>(
    `${numbered}
     select n.*, back.happened_on as back_on, back.name as back_by, back.payload -> 'fields' as fields,
       (select a.name from person a where a.jurisdiction_id = ${jurisdiction} and a.id = back.actor_id) as actor,
       (select min(e.happened_on) from event e where e.jurisdiction_id = ${jurisdiction} and e.case_id = n.id
          and e.seq > back.seq and e.name = any(${params.at(earning)}::text[])) as again_on
     from numbered n
     join lateral (select e.* from event e
       where e.jurisdiction_id = ${jurisdiction} and e.case_id = n.id and e.seq > n.seq
         and e.name = any(${params.at(takingBack)}::text[])
       order by e.seq desc limit 1) back on true
     order by n.earned_on, n.seq, n.number`,
    params.values,
  );
  const names = await peopleIn(tx, actor, rows);
  const items = rows.map(
    (r): ExplainedNumberView => ({
      case_id: r.id,
      kind: p.kind,
      kind_title: p.title,
      number: r.number,
      register_number: r.register_number,
      organisation: r.organisation,
      earned_on: r.earned_on,
      earned_by: titleOf(p, r.earned_by),
      taken_back_on: r.back_on,
      taken_back_by: titleOf(p, r.back_by),
      reason: reasonOf(p, r, names),
      actor: r.actor,
      state_title: stateTitle(p, r.state),
      again_on: r.again_on,
    }),
  );
  return { given: count?.given ?? 0, items };
}

const titleOf = (p: Procedure, event: string): string => p.edges[event]?.title ?? event;

function reasonOf(p: Procedure, { back_by, fields }: Row, names: ReadonlyMap<string, string>): string {
  return Object.entries(p.edges[back_by]?.fields ?? {})
    .flatMap(([name, f]) => {
      const value = fields?.[name];
      return value === undefined || value === null || value === false ? [] : [`${f.label}：${textOf(f, value, names)}`];
    })
    .join('；');
}

/** Names of people that the counter-events name. */
async function peopleIn(tx: Tx, actor: Actor, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap((r) => Object.values(r.fields ?? {}).filter((v) => typeof v === 'string'));
  if (ids.length === 0) return new Map();
  const people = await tx.query<{ id: string; name: string }>(
    'select id, name from person where jurisdiction_id = $1 and id::text = any($2::text[])',
    [actor.jurisdictionId, ids],
  );
  return new Map(people.map((x) => [x.id, x.name] as const));
}
