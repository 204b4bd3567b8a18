import { NotFound } from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import { Clock, Database } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import type { Channel } from './channels';

export const deliveryStates = {
  waiting: '待发送',
  sent: '已发送',
  withdrawn: '已撤回',
  failed: '发送失败',
} as const;
export type DeliveryState = keyof typeof deliveryStates;

export interface DeliveryEntry {
  readonly notice_id: string;
  readonly channel: Channel;
  readonly person: string;
  readonly title: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** When it is tried again; counts only while waiting. */
  readonly next_at: Date;
  readonly tried_at: Date | null;
  readonly settled_at: Date | null;
  readonly last_error: string | null;
  readonly created_at: Date;
}

export interface DeliveryPage {
  readonly items: readonly DeliveryEntry[];
  /** `<notice>.<channel>` of the last one here; null on the last page. */
  readonly next: string | null;
  readonly counts: Readonly<Record<DeliveryState, number>>;
}

/** What left the house and what did not: the log for whoever looks after the installation. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Newest first; `before` is the cursor of the page before. */
  page(
    actor: Actor,
    o: { limit: number; state?: DeliveryState; before?: { noticeId: string; channel: string } },
  ): Promise<DeliveryPage> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const rows = await tx.query<DeliveryEntry>(
        `select d.notice_id, d.channel, p.name as person, n.title, d.state, d.attempts, d.next_at, d.tried_at,
           d.settled_at, d.last_error, d.created_at
         from delivery d
         join notice n on n.jurisdiction_id = d.jurisdiction_id and n.id = d.notice_id
         join person p on p.jurisdiction_id = d.jurisdiction_id and p.id = d.person_id
         where d.jurisdiction_id = $1 and ($2::text is null or d.state = $2)
           and ($3::uuid is null or (d.notice_id, d.channel) < ($3::uuid, $4::text))
         order by d.notice_id desc, d.channel desc limit $5`,
        [actor.jurisdictionId, o.state ?? null, o.before?.noticeId ?? null, o.before?.channel ?? null, o.limit + 1],
      );
      const counted = await tx.query<{ state: DeliveryState; n: number }>(
        'select state, count(*) as n from delivery where jurisdiction_id = $1 group by state',
        [actor.jurisdictionId],
      );
      const items = rows.slice(0, o.limit);
      const last = items.at(-1);
      const counts = { waiting: 0, sent: 0, withdrawn: 0, failed: 0 };
      for (const { state, n } of counted) counts[state] = n;
      return { items, counts, next: rows.length > o.limit && last ? `${last.notice_id}.${last.channel}` : null };
    });
  }

  /** Has a failed one, or one that waits out its backoff, tried again at once. @throws NotFound */
  async again(actor: Actor, noticeId: string, channel: Channel): Promise<void> {
    const touched = await this.database.inJurisdiction(actor.jurisdictionId, (tx) =>
      tx.execute(
        `update delivery set state = 'waiting', next_at = $4, settled_at = null,
           attempts = case when state = 'failed' then 0 else attempts end
         where jurisdiction_id = $1 and notice_id = $2 and channel = $3 and state in ('failed', 'waiting')`,
        [actor.jurisdictionId, noticeId, channel, this.clock.now()],
      ),
    );
    if (touched === 0) throw new NotFound('发送记录');
  }
}
