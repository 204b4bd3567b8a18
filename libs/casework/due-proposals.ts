/**
 * 待确认事项: what a lapsed period only proposes (视为放弃, 满六十日终止, 调解期限届满). Derived from the clocks whenever it is
 * asked for, so it goes as soon as the case moves on; a named person confirms it through the clerk or dismisses it with
 * a reason that stays with the case.
 */
import { type Actor, type Role, roles } from '@anjuan/identity';
import { addDays, type Day, daysBetween } from '@anjuan/law';
import { Clock, Database, type Tx } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { dismissing } from './any-case';
import { Clerk } from './clerk';
import { NotFound } from './errors';
import type { CaseworkSettings, DueProposal, Procedure } from './procedure';
import { Procedures } from './procedures';
import { reaches } from './reach';
import { caseTables, partyNames, stateTitle } from './reading';
import { Params, reach } from './reading-scope';
import type { CaseRefView, EdgeView, NamedView } from './reading-views';
import { edgeView, limitTitle } from './reading-words';
import type { CaseReceipt, ClerkOptions } from './scripts';
import { readOffice } from './settings';

/** In the words of the API. */
export interface DueProposalView {
  /** The clock that lapsed; also the proposal's name. */
  clock_id: string;
  case: CaseRefView & { kind_title: string; party_names: string };
  version: number;
  handler: NamedView | null;
  organisation: NamedView;
  limit: string;
  limit_title: string;
  due: Day;
  /** Calendar days since the due day and what is allowed beyond it. */
  days_past: number;
  /** One sentence: which period ended when, what has not come, what follows. */
  sentence: string;
  article: string;
  /** The event proposed, with the fields that are still to be filled in. */
  event: EdgeView;
  /** Values that follow from the proposal itself. */
  preset: Readonly<Record<string, string>>;
  /** Who may confirm or dismiss, as their posts are called. */
  confirmers: string[];
  /** Whether the reader may. */
  mine: boolean;
  dismissed: { on: Day; by: string | null; reason: string } | null;
}
export interface Confirmation {
  readonly version: number;
  readonly happenedOn: Day;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface Row {
  readonly clock_id: string;
  readonly limit_id: string;
  readonly due: Day;
  readonly id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly register_number: string;
  readonly state: string;
  readonly version: number;
  readonly handler_id: string | null;
  readonly second_handler_id: string | null;
  readonly handler: string | null;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly path: string;
  readonly dismissed_on: Day | null;
  readonly dismissed_by: string | null;
  readonly dismissed_why: string | null;
}
/** Which proposals are wanted; default: all that nobody has dismissed. */
interface Wanted {
  readonly caseId?: string;
  readonly clockId?: string;
  /** Those dismissed, too. */
  readonly all?: boolean;
}
const MOST = 200;

@Injectable()
export class DueProposals {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly procedures: Procedures,
    private readonly clerk: Clerk,
  ) {}

  /** Of all cases within reach (at most 200, the longest due first), or of one. */
  async list(actor: Actor, wanted: Wanted = {}): Promise<DueProposalView[]> {
    const today = this.clock.today();
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const { settings } = await readOffice(tx, actor.jurisdictionId);
      const rows = await this.lapsed(tx, actor, wanted, settings, today);
      const names = await partyNames(
        tx,
        actor,
        rows.map((r) => r.id),
      );
      return rows.map((r) => this.view(r, actor, names.get(r.id) ?? '', settings, today));
    });
  }

  /**
   * Applies the proposed event through the clerk, in the name of the actor.
   * @throws NotFound when it is no longer proposed, and whatever the clerk refuses
   */
  async confirm(actor: Actor, clockId: string, c: Confirmation, options: ClerkOptions = {}): Promise<CaseReceipt> {
    const { case: of, event, preset } = await this.one(actor, clockId);
    const fields = { ...preset, ...c.fields };
    const request = { caseId: of.id, version: c.version, event: event.name, happenedOn: c.happenedOn, fields };
    return this.clerk.apply(actor, request, options);
  }

  /** Lays it aside; it comes back when its period ends anew. @throws NotFound, and whatever the clerk refuses */
  async dismiss(actor: Actor, clockId: string, version: number, reason: string): Promise<CaseReceipt> {
    const { case: of, limit, due } = await this.one(actor, clockId);
    return this.clerk.apply(actor, {
      caseId: of.id,
      version,
      event: dismissing,
      happenedOn: this.clock.today(),
      fields: { limit, due_on: due, reason },
    });
  }

  private async one(actor: Actor, clockId: string): Promise<DueProposalView> {
    const [found] = await this.list(actor, { clockId });
    if (!found) throw new NotFound('待确认事项');
    return found;
  }

  /** Running clocks that ended before what their proposal allows, in a state from which its event leads. */
  private lapsed(tx: Tx, actor: Actor, wanted: Wanted, settings: CaseworkSettings, today: Day): Promise<Row[]> {
    const params = new Params();
    const jurisdiction = params.at(actor.jurisdictionId);
    const parts = this.procedures.all().flatMap((p) =>
      (p.proposes ?? []).map((x) => {
        const from = p.edges[x.event]?.from ?? [];
        const past = addDays(today, -(x.allowance?.(settings) ?? 0));
        return `(k.limit_id = ${params.at(x.limit)} and k.due < ${params.at(past)}
          and c.state = any(${params.at(from)}::text[]) and ${reach(actor, p.kind, params)})`;
      }),
    );
    const where = [
      `k.jurisdiction_id = ${jurisdiction}`,
      `k.status = 'running'`,
      `(${['false', ...parts].join(' or ')})`,
      ...(wanted.caseId === undefined ? [] : [`k.case_id = ${params.at(wanted.caseId)}`]),
      ...(wanted.clockId === undefined ? [] : [`k.id = ${params.at(wanted.clockId)}`]),
      ...(wanted.all ? [] : ['d.seq is null']),
    ];
    return tx.query<Row>(
      `select k.id as clock_id, k.limit_id, k.due, c.id, c.kind, c.number, c.register_number, c.state, c.version,
              c.handler_id, c.second_handler_id, c.organisation_id, o.name as organisation, o.path,
              (select h.name from person h where h.jurisdiction_id = c.jurisdiction_id and h.id = c.handler_id) as handler,
              d.happened_on as dismissed_on, d.reason as dismissed_why,
              (select h.name from person h where h.jurisdiction_id = c.jurisdiction_id and h.id = d.actor_id) as dismissed_by
       from clock k join ${caseTables} on c.jurisdiction_id = k.jurisdiction_id and c.id = k.case_id
       left join lateral (
         select e.seq, e.happened_on, e.actor_id, t.text as reason from event e
         left join case_text t on t.jurisdiction_id = e.jurisdiction_id and t.case_id = e.case_id and t.seq = e.seq
           and t.field = 'reason'
         where e.jurisdiction_id = ${jurisdiction} and e.case_id = k.case_id and e.name = ${params.at(dismissing)}
           and e.payload -> 'fields' ->> 'limit' = k.limit_id and e.payload -> 'fields' ->> 'due_on' = k.due::text
         order by e.seq desc limit 1) d on true
       where ${where.join(' and ')} order by k.due, k.id limit ${MOST}`,
      params.values,
    );
  }

  private view(r: Row, actor: Actor, parties: string, settings: CaseworkSettings, today: Day): DueProposalView {
    const p = this.procedures.of(r.kind);
    const proposal = proposalOf(p, r.limit_id);
    const edge = p.edges[proposal.event];
    if (!edge) throw new Error(`${p.kind} proposes ${proposal.event}, which it does not have`);
    const allowance = proposal.allowance?.(settings) ?? 0;
    const held: readonly Role[] = actor.posts
      .filter((post) => reaches(post, r.path, [r.handler_id, r.second_handler_id], actor.personId))
      .map((post) => post.role);
    return {
      clock_id: r.clock_id,
      case: {
        id: r.id,
        kind: r.kind,
        number: r.number,
        register_number: r.register_number,
        state: r.state,
        state_title: stateTitle(p, r.state),
        kind_title: p.title,
        party_names: parties,
      },
      version: r.version,
      handler: r.handler_id && r.handler ? { id: r.handler_id, name: r.handler } : null,
      organisation: { id: r.organisation_id, name: r.organisation },
      limit: r.limit_id,
      limit_title: limitTitle(r.limit_id),
      due: r.due,
      days_past: daysBetween(r.due, today) - allowance,
      sentence: sentenceOf(proposal, limitTitle(r.limit_id), r.due, allowance),
      article: edge.cite,
      event: edgeView(proposal.event, edge, p),
      preset: proposal.preset ?? {},
      confirmers: edge.by.map((role) => roles[role].title),
      mine: edge.by.some((role) => held.includes(role)),
      dismissed:
        r.dismissed_on === null
          ? null
          : { on: r.dismissed_on, by: r.dismissed_by, reason: r.dismissed_why ?? '（理由已销毁）' },
    };
  }
}

function proposalOf(p: Procedure, limitId: string): DueProposal {
  const found = p.proposes?.find((x) => x.limit === limitId);
  if (!found) throw new Error(`${p.kind} proposes nothing after ${limitId}`);
  return found;
}

const sentenceOf = ({ reason, allowanceReason }: DueProposal, title: string, due: Day, allowance: number): string =>
  `${title}于${due}届满${allowance > 0 ? `，另留${allowance}日${allowanceReason ?? ''}` : ''}；${reason}。`;
