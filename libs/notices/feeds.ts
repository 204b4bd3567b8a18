import { createHash, randomBytes } from 'node:crypto';
import { FieldErrors, limitTitle, NotFound } from '@anjuan/casework';
import type { Day } from '@anjuan/law';
import { Clock, Database } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { calendarText } from './icalendar';
import type { Reader } from './notices';
import { remindedDuties } from './policy';
import { dayText } from './wording';

export interface Feed {
  /** The whole file. */
  readonly text: string;
  /** Quoted, as HTTP wants it. Changes when and only when the file does. */
  readonly etag: string;
}

interface FeedClock {
  id: string;
  limit_id: string;
  due: Day;
  provisional: boolean;
  number: string;
  changes: number;
  moved_at: Date;
}

/**
 * A person's own open deadlines as a calendar to subscribe to. Whoever has the address can read it, as calendar programs
 * cannot sign in: it names cases by number and limits by title, no person, and it is dead once revoked.
 */
@Injectable()
export class Feeds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** When the person's feed was made; null: there is none. */
  async madeAt(reader: Reader): Promise<Date | null> {
    const [row] = await this.database.inJurisdiction(reader.jurisdictionId, (tx) =>
      tx.query<{ created_at: Date }>(
        'select created_at from calendar_feed where jurisdiction_id = $1 and person_id = $2::uuid',
        [reader.jurisdictionId, reader.personId],
      ),
    );
    return row?.created_at ?? null;
  }

  /** A new secret; the one before is dead from now on. It is told once and can not be read again. */
  async make(reader: Reader): Promise<string> {
    if (reader.personId === null)
      throw new FieldErrors([{ field: 'feed', value: '', rule: '账号没有对应的人员，没有期限可以订阅' }]);
    const token = `${reader.jurisdictionId}-${randomBytes(24).toString('base64url')}`;
    await this.database.inJurisdiction(reader.jurisdictionId, (tx) =>
      tx.execute(
        `insert into calendar_feed (jurisdiction_id, person_id, token_hash, created_at) values ($1, $2, $3, $4)
         on conflict (jurisdiction_id, person_id)
         do update set token_hash = excluded.token_hash, created_at = excluded.created_at`,
        [reader.jurisdictionId, reader.personId, hashOf(token), this.clock.now()],
      ),
    );
    return token;
  }

  async revoke(reader: Reader): Promise<void> {
    await this.database.inJurisdiction(reader.jurisdictionId, (tx) =>
      tx.execute('delete from calendar_feed where jurisdiction_id = $1 and person_id = $2::uuid', [
        reader.jurisdictionId,
        reader.personId,
      ]),
    );
  }

  /** @throws NotFound for a secret that is none, is revoked, or belongs to somebody who has left */
  async read(token: string): Promise<Feed> {
    // The county stands in front of the secret, because a feed is looked up before anybody is known.
    const jurisdictionId = Number(/^([1-9]\d{0,8})-[\w-]{32}$/.exec(token)?.[1]);
    if (!Number.isSafeInteger(jurisdictionId)) throw new NotFound('日历');
    const { person, clocks } = await this.database.inJurisdiction(jurisdictionId, async (tx) => {
      const [owner] = await tx.query<{ person_id: string; name: string }>(
        `select f.person_id, j.name from calendar_feed f join jurisdiction j on j.id = f.jurisdiction_id
         where f.jurisdiction_id = $1 and f.token_hash = $2 and exists (
           select from post p where p.jurisdiction_id = $1 and p.person_id = f.person_id
             and p.valid_from <= $3 and (p.valid_to is null or p.valid_to >= $3))`,
        [jurisdictionId, hashOf(token), this.clock.today()],
      );
      if (!owner) throw new NotFound('日历');
      const open = await tx.query<FeedClock>(
        `select k.id, k.limit_id, k.due, k.provisional, coalesce(c.number, c.register_number) as number,
           jsonb_array_length(k.ledger) as changes,
           (select e.recorded_at from event e where e.jurisdiction_id = k.jurisdiction_id and e.case_id = k.case_id
              and e.seq = (select max((entry ->> 'seq')::int) from jsonb_array_elements(k.ledger) entry)) as moved_at
         from clock k join case_file c on c.jurisdiction_id = k.jurisdiction_id and c.id = k.case_id
         where k.jurisdiction_id = $1 and k.status = 'running' and k.due is not null
           and k.duty = any($2::text[]) and (c.handler_id = $3 or c.second_handler_id = $3)
         order by k.due, k.id`,
        [jurisdictionId, remindedDuties, owner.person_id],
      );
      return { person: owner, clocks: open };
    });
    const text = calendarText(
      `${person.name}办案期限`,
      clocks.map((k) => ({
        uid: `${k.id}@anjuan`,
        day: k.due,
        summary: `${limitTitle(k.limit_id)}届满 ${k.number}`,
        description: descriptionOf(k),
        tentative: k.provisional,
        sequence: Math.max(k.changes - 1, 0),
        stamp: k.moved_at,
      })),
    );
    return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 32)}"` };
  }
}

function descriptionOf(k: FeedClock): string {
  const doubt = k.provisional ? '该年度放假安排尚未公布，届满日为暂定。' : '';
  return `案件${k.number}：${limitTitle(k.limit_id)}于${dayText(k.due)}届满。${doubt}`;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
