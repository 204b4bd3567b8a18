/** 案件流转: what was sent here and waits for its receipt, and what was sent from here and has not been received yet. */
import { Procedures, type SeenCase, seenCases } from '@anjuan/casework';
import { type Actor, postsWith } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import { Database } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';

export interface TransferView {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly from: string;
  readonly to: string;
  readonly sent_on: Day;
  readonly settled_on: Day | null;
  readonly outcome: 'received' | 'returned' | null;
  /** What the sender knew it by, also where the case is out of the sender's reach now. */
  readonly register_number: string;
  readonly case: SeenCase | null;
}

@Injectable()
export class Transfers {
  constructor(
    private readonly database: Database,
    private readonly procedures: Procedures,
  ) {}

  /** Transfers to and from the organisations of the actor's posts, pending first, then the newest; at most 200. */
  async list(actor: Actor): Promise<TransferView[]> {
    const paths = postsWith(actor, 'organisation:read').map((p) => p.path);
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const rows = await tx.query<Omit<TransferView, 'case'> & { case_id: string }>(
        `select x.id, x.case_id, f.name "from", t.name "to", x.sent_on, x.settled_on, x.outcome, c.register_number,
                case when exists (select 1 from unnest($2::text[]) as top(path) where starts_with(t.path, top.path))
                     then 'in' else 'out' end as direction
         from case_transfer x
         join organisation f on f.jurisdiction_id = x.jurisdiction_id and f.id = x.from_id
         join organisation t on t.jurisdiction_id = x.jurisdiction_id and t.id = x.to_id
         join case_file c on c.jurisdiction_id = x.jurisdiction_id and c.id = x.case_id
         where x.jurisdiction_id = $1 and exists (
           select 1 from unnest($2::text[]) as top(path)
           where starts_with(t.path, top.path) or starts_with(f.path, top.path))
         order by x.settled_on is not null, x.sent_on desc, x.id desc limit 200`,
        [actor.jurisdictionId, paths],
      );
      const seen = await seenCases(
        tx,
        actor,
        rows.map((r) => r.case_id),
        this.procedures,
      );
      // A mediator sees the transfers of the own cases alone.
      const ownOnly = actor.posts.every((p) => p.role === 'mediator');
      return rows
        .filter((r) => !ownOnly || seen.has(r.case_id))
        .map(({ case_id, ...r }) => ({ ...r, case: seen.get(case_id) ?? null }));
    });
  }

  /** Every organisation of the jurisdiction: where a case may be sent. Names and ids only. */
  async targets(actor: Actor): Promise<{ id: string; name: string }[]> {
    return this.database.inJurisdiction(actor.jurisdictionId, (tx) =>
      tx.query<{ id: string; name: string }>(
        'select id, name from organisation where jurisdiction_id = $1 order by path',
        [actor.jurisdictionId],
      ),
    );
  }
}
