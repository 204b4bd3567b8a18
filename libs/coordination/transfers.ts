/** 案件流转: what was sent here and waits for its receipt, and what was sent from here and has not been received yet. */
import {
  edgesOf,
  Procedures,
  reaches,
  type SeenCase,
  seenCases,
  type TransferOutcome,
  withdrawing,
} from '@anjuan/casework';
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
  readonly outcome: TransferOutcome | null;
  /** What the sender knew it by, also where the case is out of the sender's reach now. */
  readonly register_number: string;
  readonly case: SeenCase | null;
  /** By which the actor may take it back (`withdraw-transfer`); null: received, settled, or not the actor's to take back. */
  readonly withdrawal: { readonly case_id: string; readonly version: number } | null;
}
interface Row extends Omit<TransferView, 'case' | 'withdrawal'> {
  readonly [column: string]: unknown;
  readonly case_id: string;
  readonly version: number;
  readonly kind: string;
  readonly from_path: string;
  readonly from_handler_id: string | null;
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
      const rows = await tx.query<Row>(
        `select x.id, x.case_id, f.name "from", t.name "to", x.sent_on, x.settled_on, x.outcome, c.register_number,
                c.version, c.kind, f.path as from_path, x.from_handler_id,
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
      // A mediator sees the transfers of the own cases alone, and what was the own case until it was sent.
      const ownOnly = actor.posts.every((p) => p.role === 'mediator');
      const sent = (r: Row) => r.outcome === null && r.from_handler_id === actor.personId;
      return rows
        .filter((r) => !ownOnly || seen.has(r.case_id) || sent(r))
        .map(({ case_id, version, kind, from_path, from_handler_id, ...r }) => {
          const by = edgesOf(this.procedures.of(kind))[withdrawing]?.by ?? [];
          const may = actor.posts.some(
            (p) => by.includes(p.role) && reaches(p, from_path, [from_handler_id], actor.personId),
          );
          const withdrawal = r.outcome === null && may ? { case_id, version } : null;
          return { ...r, case: seen.get(case_id) ?? null, withdrawal };
        });
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
