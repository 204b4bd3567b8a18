import { Clock, Database } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';

/** Whose notices: a person of a jurisdiction. Nobody in person (null) has none. */
export interface Reader {
  readonly jurisdictionId: number;
  readonly personId: string | null;
}

export interface Notice {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** The case it speaks of; null for a digest of several. */
  readonly case_id: string | null;
  /** To an officer of the organ that owes it, or a digest of such duties alone: its place is the notices addressed to the organ. */
  readonly addressed: boolean;
  readonly created_at: Date;
  /** Null: not read yet. */
  readonly read_at: Date | null;
  /** The deadline was met or has moved since; null: it still stands. */
  readonly withdrawn_at: Date | null;
}

export interface NoticePage {
  readonly items: readonly Notice[];
  /** Cursor of the next page: the id of the last notice here; null when this is the last page. */
  readonly next: string | null;
  /** All unread notices of the reader that still stand, on whatever page. */
  readonly unread: number;
}

const columns = `id, title, body, case_id, created_at, read_at, withdrawn_at,
  (select r.addressed from reminder r where r.jurisdiction_id = notice.jurisdiction_id and r.id = notice.reminder_id) as addressed`;

/** A person's own notices. There is no way to another person's: each statement names the reader. */
@Injectable()
export class Notices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Newest first. `limit`: 1 to 100; `before`: cursor of the page before; `unread`: only what is not read. */
  page(reader: Reader, o: { limit: number; before?: string; unread?: boolean }): Promise<NoticePage> {
    return this.database.inJurisdiction(reader.jurisdictionId, async (tx) => {
      // Ids are UUIDv7 and made when the notice is: their order is the order of writing.
      const rows = await tx.query<Notice>(
        `select ${columns} from notice
         where jurisdiction_id = $1 and person_id = $2::uuid
           and ($3::uuid is null or id < $3::uuid) and (not $4 or (read_at is null and withdrawn_at is null))
         order by id desc limit $5`,
        [reader.jurisdictionId, reader.personId, o.before ?? null, o.unread ?? false, o.limit + 1],
      );
      const [count] = await tx.query<{ unread: number }>(
        `select count(*) as unread from notice
         where jurisdiction_id = $1 and person_id = $2::uuid and read_at is null and withdrawn_at is null`,
        [reader.jurisdictionId, reader.personId],
      );
      const items = rows.slice(0, o.limit);
      const last = items.at(-1);
      return { items, next: rows.length > o.limit && last ? last.id : null, unread: count?.unread ?? 0 };
    });
  }

  /** Marks one as read; the first time counts. Null when the reader has no such notice. */
  read(reader: Reader, id: string): Promise<Notice | null> {
    return this.database.inJurisdiction(reader.jurisdictionId, async (tx) => {
      const [notice] = await tx.query<Notice>(
        `update notice set read_at = coalesce(read_at, $4)
         where jurisdiction_id = $1 and person_id = $2::uuid and id = $3 returning ${columns}`,
        [reader.jurisdictionId, reader.personId, id, this.clock.now()],
      );
      return notice ?? null;
    });
  }
}
