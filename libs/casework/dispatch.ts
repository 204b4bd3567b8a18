/** 分派台 and bulk hand-over: what nobody has yet, who could take it, and many cases passed on through the clerk at once. */
import { type Actor, type Role, roles } from '@anjuan/identity';
import { addDays, type Calendar, type Day } from '@anjuan/law';
import { Clock, Database, type Tx } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { Clerk } from './clerk';
import { FieldErrors, Refusal, type RefusalReason } from './errors';
import type { FactValue } from './facts';
import type { Edge, Procedure } from './procedure';
import { Procedures } from './procedures';
import { type CaseRow, caseColumns, caseTables, finishedStates, lightsOf, partyNames, rowView } from './reading';
import { horizonOf } from './reading-light';
import { Params, pageOf, placeOf, reach } from './reading-scope';
import type { BulkView, HandlerView, Page, WaitingView } from './reading-views';
import { factView } from './reading-words';
import type { BatchAnswer, CaseScript } from './scripts';
import { readOffice } from './settings';

export interface AssignRequest {
  readonly kind: string;
  readonly caseIds: readonly string[];
  readonly happenedOn: Day;
  readonly handlerId: string;
  readonly secondHandlerId?: string;
  /** A code of `assignGrounds`. */
  readonly ground: string;
}
export interface HandOverRequest {
  readonly kind: string;
  readonly fromId: string;
  readonly toId: string;
  readonly happenedOn: Day;
  /** A code of `handOverGrounds`. */
  readonly ground: string;
  /** Default: everything the person still has to do with, as handler or as the second of two. */
  readonly caseIds?: readonly string[];
}
interface HandlerRow {
  readonly id: string;
  readonly name: string;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly path: string;
  readonly open: number;
  readonly year: number;
}

const PAGE = 20;
/** Cases in one transaction of the clerk. */
const BATCH = 200;
/** The nearest first. */
const nearness = { here: 0, below: 1, above: 2, elsewhere: 3 } as const;

@Injectable()
export class Dispatch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly procedures: Procedures,
    private readonly clerk: Clerk,
  ) {}

  /** Cases in hand that nobody has, the longest waiting first. @throws FieldErrors for a foreign cursor */
  async waiting(actor: Actor, kind: string, cursor?: string, limit = PAGE): Promise<Page<WaitingView>> {
    const p = this.procedures.of(kind);
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const office = await readOffice(tx, actor.jurisdictionId);
      const today = this.clock.today();
      const horizon = horizonOf(today, office.calendar);
      const params = new Params();
      const where = [
        `c.jurisdiction_id = ${params.at(actor.jurisdictionId)}`,
        reach(actor, kind, params),
        'c.handler_id is null',
        'c.merged_into is null',
        `not (c.state = any(${params.at(finishedStates(p))}::text[]))`,
      ];
      if (cursor !== undefined) {
        const [day, id] = placeOf(cursor);
        where.push(`(c.opened_on, c.id) > (${params.at(day)}::date, ${params.at(id)}::uuid)`);
      }
      const rows = await tx.query<CaseRow>(
        `select ${caseColumns} from ${caseTables} where ${where.join(' and ')} order by c.opened_on, c.id limit ${limit + 1}`,
        params.values,
      );
      const ids = rows.map((r) => r.id);
      const names = await partyNames(tx, actor, ids);
      const lights = await lightsOf(tx, actor, ids, horizon, office);
      const facts = await factsOf(tx, actor, p, ids);
      return pageOf(
        rows,
        limit,
        (r) => [r.opened_on, r.id],
        (r) => ({
          ...rowView(r, p, names.get(r.id) ?? '', lights.get(r.id) ?? null),
          waited_working_days: workingDaysSince(r.opened_on, today, office.calendar),
          facts: facts.get(r.id) ?? [],
        }),
      );
    });
  }

  /**
   * Who could be given a case that lies with the organisation, best first: the nearest, then those with the least in
   * hand. Without an organisation by load alone.
   */
  async handlers(actor: Actor, kind: string, organisationId?: string): Promise<HandlerView[]> {
    const p = this.procedures.of(kind);
    const today = this.clock.today();
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const [at] = organisationId
        ? await tx.query<{ path: string }>('select path from organisation where jurisdiction_id = $1 and id = $2', [
            actor.jurisdictionId,
            organisationId,
          ])
        : [];
      const rows = await tx.query<HandlerRow>(
        `select p.id, p.name, o.id as organisation_id, o.name as organisation, o.path,
                count(c.id) filter (where not (c.state = any($5::text[]))) as open,
                count(c.id) filter (where c.opened_on >= $6) as year
         from organisation o
         join post on post.jurisdiction_id = o.jurisdiction_id and post.organisation_id = o.id and post.role = any($3::text[])
           and post.valid_from <= $7 and (post.valid_to is null or post.valid_to >= $7)
         join person p on p.jurisdiction_id = post.jurisdiction_id and p.id = post.person_id
         left join case_file c on c.jurisdiction_id = p.jurisdiction_id and c.handler_id = p.id and c.kind = $4
         where o.jurisdiction_id = $1 and exists (select 1 from unnest($2::text[]) as top(path) where starts_with(o.path, top.path))
         group by p.id, p.name, o.id, o.name, o.path order by o.path, p.name, p.id`,
        [
          actor.jurisdictionId,
          givingPosts(actor, p).map((post) => post.path),
          rolesActing(kind),
          kind,
          finishedStates(p),
          `${today.slice(0, 4)}-01-01`,
          today,
        ],
      );
      const near = (r: HandlerRow) => (at ? nearOf(r.path, at.path) : null);
      // Of those above, a town is nearer than the county.
      const far = (r: HandlerRow) => (near(r) === 'above' ? -r.path.length : 0);
      return rows
        .sort((a, b) => rank(near(a)) - rank(near(b)) || far(a) - far(b) || a.open - b.open || a.year - b.year)
        .map((r) => ({
          id: r.id,
          name: r.name,
          organisation: { id: r.organisation_id, name: r.organisation },
          open: r.open,
          year: r.year,
          near: near(r),
        }));
    });
  }

  /** Gives the cases to one person; each stands or falls alone. @throws FieldErrors */
  async assign(actor: Actor, r: AssignRequest): Promise<BulkView> {
    const fields = {
      handler: r.handlerId,
      assign_ground: r.ground,
      ...(r.secondHandlerId === undefined ? {} : { second_handler: r.secondHandlerId }),
    };
    return this.each(
      actor,
      r.caseIds.map((caseId) => ({ caseId, steps: [{ event: 'assign', happenedOn: r.happenedOn, fields }] })),
    );
  }

  /** 离岗移交: what one person has goes to another; each case stands or falls alone. @throws FieldErrors */
  async handOver(actor: Actor, r: HandOverRequest): Promise<BulkView> {
    const held = await this.heldBy(actor, r);
    const others = (r.caseIds ?? []).filter((id) => !held.some((h) => h.id === id));
    const answer = await this.each(
      actor,
      held.map(({ id, second }) => ({
        caseId: id,
        steps: [
          second
            ? { event: 'second-handler', happenedOn: r.happenedOn, fields: { second_handler: r.toId } }
            : {
                event: 'hand-over',
                happenedOn: r.happenedOn,
                fields: { handler: r.toId, from_handler: r.fromId, hand_over_ground: r.ground },
              },
        ],
      })),
    );
    const message = '不是移交人承办的案件，或者不在您的权限范围内。';
    const notHeld = others.map((id) => ({ id, reasons: [{ guard: 'handler.from', message, article: '' }] }));
    return { done: answer.done, refused: [...answer.refused, ...notHeld] };
  }

  /**
   * What the person still has to do with: cases not finished, and finished ones of which a clock still runs. Cases that
   * were chosen are taken as they stand; the clerk says what cannot be handed over.
   */
  private async heldBy(actor: Actor, r: HandOverRequest): Promise<readonly { id: string; second: boolean }[]> {
    const p = this.procedures.of(r.kind);
    const edge: Edge | undefined = p.edges['hand-over'];
    const states = edge && edge.from !== 'opening' ? [...edge.from] : [];
    return this.database.inJurisdiction(actor.jurisdictionId, (tx) => {
      const params = new Params();
      const jurisdiction = params.at(actor.jurisdictionId);
      const from = params.at(r.fromId);
      const which = r.caseIds
        ? `c.id = any(${params.at(r.caseIds)}::uuid[])`
        : `c.merged_into is null and c.state = any(${params.at(states)}::text[])
           and (not (c.state = any(${params.at(finishedStates(p))}::text[])) or exists (
             select 1 from clock k where k.jurisdiction_id = c.jurisdiction_id and k.case_id = c.id
               and k.status in ('running', 'suspended')))`;
      return tx.query<{ id: string; second: boolean }>(
        `select c.id, c.handler_id is distinct from ${from}::uuid as second from ${caseTables}
         where c.jurisdiction_id = ${jurisdiction} and ${reach(actor, r.kind, params)}
           and (c.handler_id = ${from}::uuid or c.second_handler_id = ${from}::uuid) and ${which}
         order by c.opened_on, c.id`,
        params.values,
      );
    });
  }

  private async each(actor: Actor, scripts: readonly CaseScript[]): Promise<BulkView> {
    const done: BulkView['done'] = [];
    const refused: BulkView['refused'] = [];
    for (let at = 0; at < scripts.length; at += BATCH) {
      const part = scripts.slice(at, at + BATCH);
      const answers = await this.clerk.batch(actor, part, { origin: 'person' });
      for (const [i, answer] of answers.entries()) {
        if (answer.ok) {
          const { id, number, registerNumber } = answer.receipt;
          done.push({ id, number, register_number: registerNumber });
        } else refused.push({ id: part[i]?.caseId ?? '', reasons: [...reasonsOf(answer)] });
      }
    }
    return { done, refused };
  }
}

/** A mistake in the request is the same for every case: it is thrown, not listed. */
function reasonsOf({ error }: Extract<BatchAnswer, { ok: false }>): readonly RefusalReason[] {
  if (error instanceof FieldErrors) throw error;
  if (error instanceof Refusal) return error.refusals;
  return [{ guard: 'engine.case', message: error.message, article: '' }];
}

/** The posts by which the actor gives cases of the kind to others. */
const givingPosts = (actor: Actor, p: Procedure): Actor['posts'] =>
  actor.posts.filter((post) => p.edges.assign?.by.includes(post.role));

const rolesActing = (kind: string): Role[] =>
  Object.entries(roles).flatMap(([role, { permissions }]) => {
    const granted: readonly string[] = permissions;
    return granted.includes(`${kind}:act`) && isStaff(role) ? [role] : [];
  });
const isStaff = (role: string): role is Role => role !== 'system';

function nearOf(path: string, at: string): keyof typeof nearness {
  if (path === at) return 'here';
  if (path.startsWith(at)) return 'below';
  return at.startsWith(path) ? 'above' : 'elsewhere';
}
const rank = (near: HandlerView['near']): number => (near === null ? 0 : nearness[near]);

/** Working days after `from`, today included. */
function workingDaysSince(from: Day, today: Day, calendar: Calendar): number {
  let n = 0;
  for (let day = addDays(from, 1); day <= today; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) n += 1;
  return n;
}

async function factsOf(tx: Tx, actor: Actor, p: Procedure, ids: readonly string[]) {
  const columns = Object.entries(p.facts.columns);
  const rows = ids.length
    ? await tx.query<{ case_id: string } & Record<string, FactValue>>(
        `select case_id, ${columns.map(([name]) => name).join(', ')} from ${p.facts.table}
         where jurisdiction_id = $1 and case_id = any($2::uuid[]) and recorded_to = 'infinity'`,
        [actor.jurisdictionId, ids],
      )
    : [];
  const views = (r: Readonly<Record<string, FactValue>>) =>
    columns.map(([name, c]) => factView(name, c, r[name])).filter((f) => f !== null);
  return new Map(rows.map((r) => [r.case_id, views(r)] as const));
}
