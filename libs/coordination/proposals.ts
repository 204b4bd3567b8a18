/**
 * Proposals of duplicates and series, made when a case comes in and again every night. The machine only proposes: a
 * person sees both cases side by side, decides, and may decide otherwise later. Nothing is merged away.
 */
import { insertRows, NotFound, type SeenCase } from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import { addDays, type Day } from '@anjuan/law';
import { Clock, Database, type Tx, uuidv7, Vault } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { Links } from './links';
import {
  type Reason,
  reasonsFor,
  resemblances,
  type Trait,
  type TraitParty,
  traitsOf,
  windowDays,
} from './resemblance';
import { tables } from './tables';

export const proposalDecisions = { accepted: '确为同一或者关联，建立关联', rejected: '没有关联' } as const;
export type ProposalDecision = keyof typeof proposalDecisions;

export interface ProposalSide {
  readonly case: SeenCase;
  readonly respondent: string;
  readonly act_number: string | null;
  /** The beginning of the request as it was entered. */
  readonly text: string;
}
export interface ProposalView {
  readonly id: string;
  readonly state: 'open' | ProposalDecision;
  readonly reasons: readonly {
    readonly resemblance: string;
    readonly title: string;
    readonly similarity: number | null;
  }[];
  readonly left: ProposalSide;
  readonly right: ProposalSide;
  readonly decision: string | null;
  readonly decided_at: Date | null;
}

interface Known {
  readonly id: string;
  readonly opened_on: Day;
  readonly version: number;
  readonly actNumber: string | null;
  readonly respondent: string;
  readonly parties: readonly TraitParty[];
  readonly text: string;
}
interface ProposalRow {
  readonly id: string;
  readonly case_id: string;
  readonly other_id: string;
  readonly reasons: readonly Reason[];
  readonly state: 'open' | ProposalDecision;
  readonly decision: string | null;
  readonly decided_at: Date | null;
}

/** Cases read in one transaction of the night's walk. */
const perRound = 200;
/** Of one respondent's cases only so many of the newest are compared word by word. */
const mostCandidates = 300;
const excerpt = 400;
/** The first of two advisory keys; the second is the jurisdiction. */
const COMPARISON_LOCK = 31_406;
const columns = 'id, case_id, other_id, reasons, state, decision, decided_at';

@Injectable()
export class Proposals {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly vault: Vault,
    private readonly links: Links,
  ) {}

  /** Compares one case with those within the window. Returns how many new proposals it made. */
  async look(jurisdictionId: number, caseId: string): Promise<number> {
    return this.database.inJurisdiction(jurisdictionId, (tx) => this.compare(tx, jurisdictionId, [caseId]));
  }

  /** The night's walk: every case of the window that is new or has changed since it was last read. */
  async walk(jurisdictionId: number): Promise<number> {
    let made = 0;
    for (let more = true; more; ) {
      const done = await this.database.inJurisdiction(jurisdictionId, async (tx) => {
        const rows = await tx.query<{ id: string }>(
          `select c.id from case_file c
           left join case_trait_read r on r.jurisdiction_id = c.jurisdiction_id and r.case_id = c.id
           where c.jurisdiction_id = $1 and c.opened_on >= $2 and (r.version is null or r.version <> c.version)
             and exists (select 1 from party p where p.jurisdiction_id = c.jurisdiction_id and p.case_id = c.id)
           order by c.id limit ${perRound}`,
          [jurisdictionId, addDays(this.clock.today(), -windowDays)],
        );
        const ids = rows.map((r) => r.id);
        return { read: ids.length, made: await this.compare(tx, jurisdictionId, ids) };
      });
      made += done.made;
      more = done.read === perRound;
    }
    return made;
  }

  /** Every jurisdiction, one after another; see {@link walk}. */
  async walkAll(): Promise<number> {
    const jurisdictions = await this.database.outside((tx) =>
      tx.query<{ id: number }>('select id from jurisdiction order by id'),
    );
    let made = 0;
    for (const { id } of jurisdictions) made += await this.walk(id);
    return made;
  }

  /** Proposals of which the actor may see both cases: of one case, or all that are open. Newest first, at most 100. */
  async list(actor: Actor, caseId?: string): Promise<ProposalView[]> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      if (caseId !== undefined) await this.links.demand(tx, actor, [caseId]);
      const rows = await tx.query<ProposalRow>(
        `select ${columns} from case_proposal
         where jurisdiction_id = $1 and ($2::uuid is null and state = 'open' or case_id = $2 or other_id = $2)
           -- Merging one of the two has answered what was proposed of it; taken apart again, it is asked again.
           and (state <> 'open' or not exists (select 1 from case_file c
             where c.jurisdiction_id = case_proposal.jurisdiction_id and c.merged_into is not null
               and c.id in (case_proposal.case_id, case_proposal.other_id)))
         order by made_at desc, id desc limit 100`,
        [actor.jurisdictionId, caseId ?? null],
      );
      return this.views(tx, actor, rows);
    });
  }

  /**
   * A person's decision. Accepting links the two cases with the strongest reason; changing one's mind undoes the link.
   * @throws NotFound where not both cases lie within reach
   */
  async decide(actor: Actor, id: string, state: ProposalDecision, why: string): Promise<ProposalView> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const [row] = await tx.query<ProposalRow>(
        `select ${columns} from case_proposal where jurisdiction_id = $1 and id = $2 for update`,
        [actor.jurisdictionId, id],
      );
      if (!row) throw new NotFound('提示');
      await this.links.demand(tx, actor, [row.case_id, row.other_id]);
      const has = (r: string) => row.reasons.some(({ resemblance }) => resemblance === r);
      const reason = has('act') ? 'same-act' : has('person') ? 'same-person' : 'same-matter';
      if (state === 'accepted')
        await this.links.write(tx, actor, [{ caseId: row.case_id, otherId: row.other_id, reason, note: why }]);
      else if (row.state === 'accepted')
        await tx.execute(
          `update case_link set undone_by = $5, undone_at = $6, undone_why = $7
           where jurisdiction_id = $1 and case_id = $2 and other_id = $3 and reason = $4 and undone_at is null`,
          [actor.jurisdictionId, row.case_id, row.other_id, reason, actor.personId, this.clock.now(), why],
        );
      const [decided] = await tx.query<ProposalRow>(
        `update case_proposal set state = $3, decided_by = $4, decided_at = $5, decision = $6
         where jurisdiction_id = $1 and id = $2 returning ${columns}`,
        [actor.jurisdictionId, id, state, actor.personId, this.clock.now(), why],
      );
      const [view] = await this.views(tx, actor, decided ? [decided] : []);
      if (!view) throw new NotFound('提示');
      return view;
    });
  }

  /** 针对同一行政行为的案件: all that bear the same act, as far as the actor may see them. @throws NotFound */
  async againstSameAct(actor: Actor, caseId: string): Promise<SeenCase[]> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      await this.links.demand(tx, actor, [caseId]);
      await this.readTraits(tx, actor.jurisdictionId, await knownOf(tx, actor.jurisdictionId, [caseId]));
      const rows = await tx.query<{ id: string }>(
        `select distinct t.case_id as id from case_trait t
         join case_trait mine on mine.jurisdiction_id = t.jurisdiction_id and mine.trait = 'act' and mine.key = t.key
         where t.jurisdiction_id = $1 and t.trait = 'act' and mine.case_id = $2 and t.case_id <> $2`,
        [actor.jurisdictionId, caseId],
      );
      const seen = await this.links.seen(
        tx,
        actor,
        rows.map((r) => r.id),
      );
      return [...seen.values()].sort((a, b) => (a.opened_on < b.opened_on ? -1 : 1));
    });
  }

  private async compare(tx: Tx, jurisdictionId: number, ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    // One at a time: an intake and the night's walk, or the walks of two workers, may come to the same case.
    await tx.query('select pg_advisory_xact_lock($1, $2)', [COMPARISON_LOCK, jurisdictionId]);
    const mine = await knownOf(tx, jurisdictionId, ids);
    await this.readTraits(tx, jurisdictionId, mine);
    const alike = await tx.query<{ case_id: string; other_id: string; traits: Trait[] }>(
      `select mine.case_id, t.case_id as other_id, array_agg(distinct t.trait) as traits
       from case_trait mine
       join case_file a on a.jurisdiction_id = mine.jurisdiction_id and a.id = mine.case_id
       join lateral (
         select o.case_id, o.trait from case_trait o
         join case_file b on b.jurisdiction_id = o.jurisdiction_id and b.id = o.case_id
         where o.jurisdiction_id = mine.jurisdiction_id and o.trait = mine.trait and o.key = mine.key
           and o.case_id <> mine.case_id and b.opened_on between a.opened_on - ${windowDays} and a.opened_on + ${windowDays}
           and b.merged_into is null
         order by o.case_id desc limit ${mostCandidates}) t on true
       where mine.jurisdiction_id = $1 and mine.case_id = any($2::uuid[]) and a.merged_into is null
       group by mine.case_id, t.case_id`,
      [jurisdictionId, ids],
    );
    // The instances of one suit, and a suit after its reconsideration, are no duplicates of each other.
    const above = await ancestorsOf(tx, jurisdictionId, [...new Set(alike.flatMap((p) => [p.case_id, p.other_id]))]);
    const follows = (id: string, other: string) => above.get(id)?.includes(other) ?? false;
    const pairs = alike.filter((p) => !follows(p.case_id, p.other_id) && !follows(p.other_id, p.case_id));
    const others = await knownOf(tx, jurisdictionId, [...new Set(pairs.map((p) => p.other_id))]);
    const textOf = new Map([...mine, ...others].map((k) => [k.id, k.text]));
    const found = pairs.flatMap((p) => {
      const reasons = reasonsFor(new Set(p.traits), textOf.get(p.case_id) ?? '', textOf.get(p.other_id) ?? '');
      const [case_id, other_id] = [p.case_id, p.other_id].sort();
      return reasons.length === 0 ? [] : [{ id: uuidv7(), case_id, other_id, reasons }];
    });
    const distinct = [...new Map(found.map((f) => [`${f.case_id} ${f.other_id}`, f])).values()];
    // A pair that somebody decided stays decided.
    return tx.execute(
      `insert into case_proposal (jurisdiction_id, id, case_id, other_id, reasons, state, made_at)
       select $1, r.id, r.case_id, r.other_id, r.reasons, 'open', $3
       from jsonb_to_recordset($2::jsonb) as r(id uuid, case_id uuid, other_id uuid, reasons jsonb)
       on conflict (jurisdiction_id, case_id, other_id) do nothing`,
      [jurisdictionId, JSON.stringify(distinct), this.clock.now()],
    );
  }

  /** Writes the traits of cases anew: keyed hashes, so that a stolen table names nobody. */
  private async readTraits(tx: Tx, jurisdiction_id: number, cases: readonly Known[]): Promise<void> {
    await tx.execute('delete from case_trait where jurisdiction_id = $1 and case_id = any($2::uuid[])', [
      jurisdiction_id,
      cases.map((c) => c.id),
    ]);
    await insertRows(
      tx,
      tables.trait,
      cases.flatMap((c) =>
        traitsOf(c).map(([trait, word]) => ({
          jurisdiction_id,
          trait,
          key: this.vault.keyedHash(`${jurisdiction_id} ${trait} ${word}`),
          case_id: c.id,
        })),
      ),
    );
    await insertRows(
      tx,
      tables.traitRead,
      cases.map((c) => ({ jurisdiction_id, case_id: c.id, version: c.version })),
      true,
    );
  }

  private async views(tx: Tx, actor: Actor, rows: readonly ProposalRow[]): Promise<ProposalView[]> {
    const ids = [...new Set(rows.flatMap((r) => [r.case_id, r.other_id]))];
    const seen = await this.links.seen(tx, actor, ids);
    const known = new Map((await knownOf(tx, actor.jurisdictionId, ids)).map((k) => [k.id, k]));
    const side = (id: string): ProposalSide | null => {
      const [found, of] = [seen.get(id), known.get(id)];
      if (!found || !of) return null;
      return { case: found, respondent: of.respondent, act_number: of.actNumber, text: of.text.slice(0, excerpt) };
    };
    return rows.flatMap((r) => {
      const [left, right] = [side(r.case_id), side(r.other_id)];
      if (!left || !right) return [];
      const reasons = r.reasons.map((x) => ({
        resemblance: x.resemblance,
        title: resemblances[x.resemblance],
        similarity: x.similarity ?? null,
      }));
      return [{ id: r.id, state: r.state, reasons, left, right, decision: r.decision, decided_at: r.decided_at }];
    });
  }
}

/** The cases that each of these follows, however far up; none for a case that follows none. */
async function ancestorsOf(
  tx: Tx,
  jurisdictionId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; above: string[] }>(
    `with recursive line as (
       select c.id, c.parent_id as above from case_file c
       where c.jurisdiction_id = $1 and c.id = any($2::uuid[]) and c.parent_id is not null
       union
       select l.id, c.parent_id from line l join case_file c on c.jurisdiction_id = $1 and c.id = l.above
       where c.parent_id is not null)
     select id, array_agg(above) as above from line group by id`,
    [jurisdictionId, ids],
  );
  return new Map(rows.map((r) => [r.id, r.above]));
}

/** What is compared: parties, the act's number out of the opening event, the texts of the opening. */
async function knownOf(tx: Tx, jurisdictionId: number, ids: readonly string[]): Promise<Known[]> {
  if (ids.length === 0) return [];
  return tx.query<Known>(
    `select c.id, c.opened_on, c.version, e.payload #>> '{fields,act_number}' as "actNumber",
       coalesce((select string_agg(p.name, '、' order by p.id) from party p
         where p.jurisdiction_id = c.jurisdiction_id and p.case_id = c.id and p.recorded_to = 'infinity'
           and p.kind = 'organ'), '') as respondent,
       coalesce((select jsonb_agg(jsonb_build_object('role', p.role, 'kind', p.kind, 'name', p.name,
           'id_number', p.id_number, 'phone', p.phone) order by p.id) from party p
         where p.jurisdiction_id = c.jurisdiction_id and p.case_id = c.id and p.recorded_to = 'infinity'), '[]') as parties,
       coalesce((select string_agg(t.text, '；' order by t.field) from case_text t
         where t.jurisdiction_id = c.jurisdiction_id and t.case_id = c.id and t.seq = 1), '') as text
     from case_file c
     left join event e on e.jurisdiction_id = c.jurisdiction_id and e.case_id = c.id and e.seq = 1
     where c.jurisdiction_id = $1 and c.id = any($2::uuid[]) order by c.id`,
    [jurisdictionId, ids],
  );
}
