/** 关联案件: two cases belong together for a named reason. A link is undone, never deleted. */
import { insertRows, NotFound, Procedures, type SeenCase, seenCases } from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import { Clock, Database, type Tx, uuidv7 } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { tables } from './tables';

/** 关联理由. */
export const linkReasons = {
  'same-act': '同一行政行为',
  'same-person': '同一当事人',
  'same-matter': '同一事由',
  duplicate: '重复登记',
  meeting: '会议所涉案件',
  'follow-up': '后续处理',
  other: '其他',
} as const;
export type LinkReason = keyof typeof linkReasons;
const isReason = (v: string): v is LinkReason => Object.hasOwn(linkReasons, v);

export interface NewLink {
  readonly caseId: string;
  readonly otherId: string;
  readonly reason: LinkReason;
  readonly note?: string;
}
export interface LinkView {
  readonly id: string;
  readonly reason: string;
  readonly reason_title: string;
  readonly note: string | null;
  readonly case: SeenCase;
  readonly made_at: Date;
  /** Null while it stands. */
  readonly undone_at: Date | null;
  readonly undone_why: string | null;
}

@Injectable()
export class Links {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly procedures: Procedures,
  ) {}

  /** Links of a case to cases the actor may see, newest first, undone ones too. @throws NotFound */
  async of(actor: Actor, caseId: string): Promise<LinkView[]> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      await this.demand(tx, actor, [caseId]);
      const rows = await tx.query<{
        id: string;
        other: string;
        reason: string;
        note: string | null;
        made_at: Date;
        undone_at: Date | null;
        undone_why: string | null;
      }>(
        `select id, case when case_id = $2 then other_id else case_id end as other, reason, note, made_at, undone_at,
                undone_why
         from case_link where jurisdiction_id = $1 and (case_id = $2 or other_id = $2) order by made_at desc, id desc`,
        [actor.jurisdictionId, caseId],
      );
      const others = rows.map((r) => r.other);
      const seen = await this.seen(tx, actor, others);
      return rows.flatMap(({ other, ...r }) => {
        const found = seen.get(other);
        return found
          ? [{ ...r, reason_title: isReason(r.reason) ? linkReasons[r.reason] : r.reason, case: found }]
          : [];
      });
    });
  }

  /** Both cases must lie within reach; the same link twice is one. @throws NotFound */
  async add(actor: Actor, link: NewLink): Promise<void> {
    await this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      await this.demand(tx, actor, [link.caseId, link.otherId]);
      await this.write(tx, actor, [link]);
    });
  }

  /** @throws NotFound for a link that is undone already, or of a case out of reach */
  async undo(actor: Actor, id: string, why: string): Promise<void> {
    await this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const [link] = await tx.query<{ case_id: string; other_id: string }>(
        `select case_id, other_id from case_link
         where jurisdiction_id = $1 and id = $2 and undone_at is null for update`,
        [actor.jurisdictionId, id],
      );
      if (!link) throw new NotFound('关联');
      await this.demand(tx, actor, [link.case_id, link.other_id]);
      await tx.execute(
        `update case_link set undone_by = $3, undone_at = $4, undone_why = $5 where jurisdiction_id = $1 and id = $2`,
        [actor.jurisdictionId, id, actor.personId, this.clock.now(), why],
      );
    });
  }

  /** Within a transaction of the caller, who has checked the reach. */
  async write(tx: Tx, actor: Actor, links: readonly NewLink[]): Promise<void> {
    const standing = await tx.query<{ case_id: string; other_id: string; reason: string }>(
      `select case_id, other_id, reason from case_link
       where jurisdiction_id = $1 and case_id = any($2::uuid[]) and undone_at is null`,
      [actor.jurisdictionId, links.map((l) => l.caseId)],
    );
    const isThere = (l: NewLink) =>
      standing.some((s) => s.case_id === l.caseId && s.other_id === l.otherId && s.reason === l.reason);
    await insertRows(
      tx,
      tables.link,
      links
        .filter((l) => !isThere(l))
        .map((l) => ({
          jurisdiction_id: actor.jurisdictionId,
          id: uuidv7(),
          case_id: l.caseId,
          other_id: l.otherId,
          reason: l.reason,
          note: l.note ?? null,
          made_by: actor.personId,
          made_at: this.clock.now(),
          undone_by: null,
          undone_at: null,
          undone_why: null,
        })),
    );
  }

  /** The cases within reach, by id. */
  seen(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, SeenCase>> {
    return seenCases(tx, actor, ids, this.procedures);
  }

  /** The cases, each of which must lie within reach. @throws NotFound */
  async demand(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, SeenCase>> {
    const seen = await this.seen(tx, actor, ids);
    if (ids.some((id) => !seen.has(id))) throw new NotFound();
    return seen;
  }
}
