/** Lists of cases as people see them. Everything read here lies within the reader's scope (see reading-scope). */
import type { Actor } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import { Clock, Database, type Tx } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import type { Procedure } from './procedure';
import { Procedures } from './procedures';
import { type Horizon, horizonOf, lightOf, rangeOf } from './reading-light';
import { matches, Params, pageOf, placeOf, reach } from './reading-scope';
import type { CaseRowView, LightView, Page } from './reading-views';
import { limitTitle } from './reading-words';
import { type Office, readOffice } from './settings';

/** Lights by which a list can be narrowed: those of clocks that still run or stand. */
export const filterTones = ['green', 'yellow', 'orange', 'red', 'grey'] as const;
export interface CaseQuery {
  readonly kind?: string;
  readonly state?: string;
  /** True: 未办结; see {@link finishedStates}. */
  readonly open?: boolean;
  /** Part of a party's name or of a number. */
  readonly q?: string;
  /** A whole number: 案号, 收案号 or the number of an earlier system. */
  readonly number?: string;
  /** An organisation and all below it. */
  readonly organisationId?: string;
  /** The reader's own cases, or those without a handler. */
  readonly handler?: 'me' | 'none';
  /** Somebody's cases. */
  readonly handlerId?: string;
  readonly openedFrom?: Day;
  readonly openedTo?: Day;
  readonly light?: (typeof filterTones)[number];
  readonly limit?: number;
  readonly cursor?: string;
}
export interface CaseRow {
  readonly id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly register_number: string;
  readonly legacy_number: string | null;
  readonly state: string;
  readonly merged_into: string | null;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly handler_id: string | null;
  readonly handler: string | null;
  readonly opened_on: Day;
  readonly updated_at: Date;
  /** `updated_at` to the microsecond, as the cursor keeps it. */
  readonly place: string;
}

const PAGE = 20;
const PARTIES_SHOWN = 3;
export const caseColumns = `c.id, c.kind, c.number, c.register_number, c.legacy_number, c.state, c.organisation_id,
  c.merged_into, o.name as organisation, c.handler_id, c.opened_on, c.updated_at,
  to_char(c.updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place,
  (select h.name from person h where h.jurisdiction_id = c.jurisdiction_id and h.id = c.handler_id) as handler`;
export const caseTables = `case_file c
  join organisation o on o.jurisdiction_id = c.jurisdiction_id and o.id = c.organisation_id`;
/** Clocks that have a light: duties of our own people and of respondents. */
export const lit = `k.duty in ('own', 'respondent')`;

@Injectable()
export class CaseList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly procedures: Procedures,
  ) {}

  /** Newest change first. @throws FieldErrors for a foreign cursor */
  async list(actor: Actor, query: CaseQuery): Promise<Page<CaseRowView>> {
    const limit = query.limit ?? PAGE;
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const office = await readOffice(tx, actor.jurisdictionId);
      const horizon = horizonOf(this.clock.today(), office.calendar);
      const params = new Params();
      const kinds = this.procedures.all().filter((p) => query.kind === undefined || p.kind === query.kind);
      // One part per kind, so that each walks its own index by time and stops early.
      const parts = kinds.map((p) => `(${oneKind(p, actor, query, horizon, limit, params)})`);
      if (parts.length === 0) return { items: [], next: null };
      const rows = await tx.query<CaseRow>(
        `select * from (${parts.join(' union all ')}) c order by updated_at desc, id desc limit ${limit + 1}`,
        params.values,
      );
      const ids = rows.map((r) => r.id);
      const names = await partyNames(tx, actor, ids);
      const lights = await lightsOf(tx, actor, ids, horizon, office);
      return pageOf(
        rows,
        limit,
        (r) => [r.place, r.id],
        (r) => rowView(r, this.procedures.of(r.kind), names.get(r.id) ?? '', lights.get(r.id) ?? null),
      );
    });
  }
}

function oneKind(p: Procedure, actor: Actor, q: CaseQuery, h: Horizon, limit: number, params: Params): string {
  const jurisdiction = params.at(actor.jurisdictionId);
  const where = [`c.jurisdiction_id = ${jurisdiction}`, reach(actor, p.kind, params)];
  if (q.state !== undefined) where.push(`c.state = ${params.at(q.state)}`);
  if (q.open !== undefined)
    where.push(
      `${q.open ? 'not ' : ''}(c.merged_into is not null or c.state = any(${params.at(finishedStates(p))}::text[]))`,
    );
  if (q.q !== undefined && q.q.trim() !== '') where.push(matches(q.q, jurisdiction, params));
  if (q.number !== undefined) {
    const number = params.at(q.number.trim());
    where.push(`(c.number = ${number} or c.register_number = ${number} or c.legacy_number = ${number})`);
  }
  if (q.organisationId !== undefined)
    where.push(`starts_with(o.path, (select top.path from organisation top
      where top.jurisdiction_id = ${jurisdiction} and top.id = ${params.at(q.organisationId)}))`);
  if (q.handler === 'me') where.push(`c.handler_id = ${params.at(actor.personId)}`);
  if (q.handler === 'none') where.push('c.handler_id is null');
  if (q.handlerId !== undefined) where.push(`c.handler_id = ${params.at(q.handlerId)}`);
  if (q.openedFrom !== undefined) where.push(`c.opened_on >= ${params.at(q.openedFrom)}`);
  if (q.openedTo !== undefined) where.push(`c.opened_on <= ${params.at(q.openedTo)}`);
  if (q.light !== undefined) where.push(litBy(q.light, h, jurisdiction, params));
  if (q.cursor !== undefined) {
    const [at, id] = placeOf(q.cursor);
    where.push(`(c.updated_at, c.id) < (${params.at(at)}::timestamptz, ${params.at(id)}::uuid)`);
  }
  return `select ${caseColumns} from ${caseTables} where ${where.join(' and ')}
    order by c.updated_at desc, c.id desc limit ${limit + 1}`;
}

/** Cases whose most urgent running duty lies in the tone's range; grey: a duty stands suspended. */
function litBy(tone: (typeof filterTones)[number], h: Horizon, jurisdiction: string, params: Params): string {
  const clocks = `select k.case_id from clock k where k.jurisdiction_id = ${jurisdiction} and ${lit}`;
  if (tone === 'grey') return `c.id in (${clocks} and k.status = 'suspended')`;
  const [from, to] = rangeOf(tone === 'red' ? 'overdue' : tone, h);
  const having = [
    ...(from === null ? [] : [`min(k.due) >= ${params.at(from)}`]),
    ...(to === null ? [] : [`min(k.due) <= ${params.at(to)}`]),
  ];
  return `c.id in (${clocks} and k.status = 'running' group by k.case_id having ${having.join(' and ')})`;
}

/** The first three names of each case, then how many there are. */
export async function partyNames(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ case_id: string; names: string[]; n: number }>(
    `select case_id, (array_agg(name order by id))[1:${PARTIES_SHOWN}] as names, count(*) as n from party
     where jurisdiction_id = $1 and case_id = any($2::uuid[]) and recorded_to = 'infinity' group by case_id`,
    [actor.jurisdictionId, ids],
  );
  return new Map(
    rows.map((r) => [r.case_id, `${r.names.join('、')}${r.n > PARTIES_SHOWN ? `等${r.n}人` : ''}`] as const),
  );
}

/** The most urgent light of each case: the earliest running duty, else one that stands suspended. */
export async function lightsOf(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  horizon: Horizon,
  office: Office,
): Promise<Map<string, LightView>> {
  const rows = ids.length
    ? await tx.query<{ case_id: string; limit_id: string; duty: string; status: string; due: Day | null }>(
        `select distinct on (k.case_id) k.case_id, k.limit_id, k.duty, k.status, k.due from clock k
         where k.jurisdiction_id = $1 and k.case_id = any($2::uuid[]) and ${lit} and k.status in ('running', 'suspended')
         order by k.case_id, k.due nulls last, k.id`,
        [actor.jurisdictionId, ids],
      )
    : [];
  return new Map(
    rows.flatMap((k) => {
      const light = lightOf({ ...k, ended_on: null }, limitTitle(k.limit_id), horizon, office.calendar);
      return light ? [[k.case_id, light] as const] : [];
    }),
  );
}

export const rowView = (r: CaseRow, p: Procedure, parties: string, light: LightView | null): CaseRowView => ({
  id: r.id,
  kind: r.kind,
  kind_title: p.title,
  number: r.number,
  register_number: r.register_number,
  legacy_number: r.legacy_number,
  state: r.state,
  state_title: `${stateTitle(p, r.state)}${r.merged_into === null ? '' : '（已并入他案）'}`,
  party_names: parties,
  organisation: { id: r.organisation_id, name: r.organisation },
  handler: r.handler_id && r.handler ? { id: r.handler_id, name: r.handler } : null,
  opened_on: r.opened_on,
  updated_at: r.updated_at.toISOString(),
  light,
});

export const stateTitle = (p: Procedure, state: string): string => p.states[state] ?? state;

/** 已办结: the closed states, and those in which nothing is left to do but file the papers (归档). */
export const finishedStates = (p: Procedure): string[] => [
  ...new Set([
    ...p.closed,
    ...Object.values(p.edges).flatMap((e) => (e.to === 'archived' && e.from !== 'opening' ? e.from : [])),
  ]),
];
