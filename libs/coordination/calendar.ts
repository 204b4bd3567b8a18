/** 排期: hearings and meetings in one calendar. What the reader may not see is shown as taken, and nothing more. */
import { Procedures, type SeenCase, seenCases, timeOf } from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import { Database } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';

export interface CalendarEntry {
  readonly on: Day;
  /** `09:00`, Shanghai. */
  readonly begins: string;
  readonly ends: string;
  readonly room: string | null;
  readonly people: readonly string[];
  /** Null: a sitting of a case out of the reader's reach. */
  readonly case: SeenCase | null;
}

@Injectable()
export class SittingCalendar {
  constructor(
    private readonly database: Database,
    private readonly procedures: Procedures,
  ) {}

  /** Sittings from one day to another, both included, in order of time. */
  async between(actor: Actor, from: Day, to: Day): Promise<CalendarEntry[]> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const rows = await tx.query<{
        case_id: string;
        on_day: Day;
        from: number;
        to: number;
        room: string | null;
        people: string[] | null;
      }>(
        `select b.case_id, b.on_day, min(b.quarter) "from", max(b.quarter) + 1 "to",
                min(substr(b.resource, 6)) filter (where b.resource like 'room:%') as room,
                array_agg(distinct p.name) filter (where p.name is not null) as people
         from booking b
         left join person p on p.jurisdiction_id = b.jurisdiction_id and b.resource = 'person:' || p.id
         where b.jurisdiction_id = $1 and b.on_day between $2 and $3
         group by b.case_id, b.on_day order by b.on_day, 3, b.case_id`,
        [actor.jurisdictionId, from, to],
      );
      const seen = await seenCases(
        tx,
        actor,
        rows.map((r) => r.case_id),
        this.procedures,
      );
      return rows.map((r) => {
        const found = seen.get(r.case_id) ?? null;
        return {
          on: r.on_day,
          begins: timeOf(r.from),
          ends: timeOf(r.to),
          room: r.room,
          people: found ? (r.people ?? []) : [],
          case: found,
        };
      });
    });
  }
}
