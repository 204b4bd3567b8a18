/**
 * The one calendar of hearings and meetings. A sitting takes its room and its people for quarters of an hour, one row
 * each, and the key of the table is what keeps two sittings apart: no extension, no lock, the same on every PostgreSQL.
 */
import { addDays, type Day } from '@anjuan/law';
import type { Tx } from '@anjuan/platform';
import type { Draft } from './draft';
import { Refusal } from './errors';
import { people, text } from './fields';
import type { Edge, Guard, Procedure, Sitting } from './procedure';
import { insertRows } from './rows';
import { tables } from './tables';

/** Fields of an edge that fixes a sitting; without times it takes no room and nobody. */
export const sittingFields = {
  begins: text.optional('开始时间', { max: 5, hint: '如 09:00，以刻钟计' }),
  ends: text.optional('结束时间', { max: 5, hint: '如 10:30，以刻钟计' }),
  room: text.optional('场所（会议室）', { max: 50 }),
  attendees: people.optional('参加人员', { hint: '同一时间已有安排的人员不能再排' }),
} as const;

const quarterOf = (v: unknown): number | null => {
  const [, hours, minutes] = (typeof v === 'string' && /^([01]\d|2[0-3]):(00|15|30|45)$/.exec(v)) || [];
  return hours === undefined ? null : Number(hours) * 4 + Number(minutes) / 15;
};
/** `37` → 09:15. */
export const timeOf = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;

/** Times come both or neither, by quarters of an hour, the end after the beginning; what takes a room or people has them. */
export const sittingTimes: Guard<{ readonly fields: Readonly<Record<string, unknown>> }> = {
  name: 'sitting.times',
  cite: '行政复议法(2023)第五十一条；适用行政诉讼法解释第七十一条',
  refuses: ({ fields: { begins, ends, room, attendees } }) => {
    if ((begins ?? null) === null && (ends ?? null) === null) {
      const whom = Array.isArray(attendees) ? attendees.length : 0;
      if (typeof room !== 'string' && whom === 0) return null;
      const what = typeof room === 'string' ? `场所“${room}”` : `参加人员${whom}人`;
      return `${what}没有开始和结束时间，不能预留；应当一并填写时间，或者不填场所和参加人员`;
    }
    const from = quarterOf(begins);
    const to = quarterOf(ends);
    if (from === null || to === null) return '开始和结束时间应当一并填写，写作 09:00，以刻钟计';
    return from < to ? null : '结束时间应当晚于开始时间';
  },
};

/** The sitting an edge's fields describe on a day; null where they name no times. `more`: people named elsewhere. */
export function sittingOn(
  on: string,
  fields: Readonly<Record<string, unknown>>,
  more: readonly (string | null)[] = [],
): Sitting | null {
  const from = quarterOf(fields.begins);
  const to = quarterOf(fields.ends);
  if (from === null || to === null) return null;
  const named: readonly unknown[] = Array.isArray(fields.attendees) ? fields.attendees : [];
  return {
    on,
    fromQuarter: from,
    toQuarter: to,
    room: typeof fields.room === 'string' ? fields.room.replace(/\s/g, '') : null,
    people: [...new Set([...named, ...more].filter((p) => typeof p === 'string'))],
  };
}

const personResource = (id: string) => `person:${id}`;
const resourcesOf = (s: Sitting): string[] => [
  ...(s.room === null ? [] : [`room:${s.room}`]),
  ...s.people.map(personResource),
];

/** Does the edge lead where the kind fixes no sitting any more? What lies ahead of it takes no room from then on. */
export function endsSittings(p: Procedure, edge: Edge): boolean {
  const booking = Object.values<Edge>(p.edges).filter((e) => e.books && e.from !== 'opening');
  const { to } = edge;
  return to !== 'unchanged' && booking.length > 0 && !booking.some((e) => e.from !== 'opening' && e.from.includes(to));
}

/** From the day after the end: a sitting of the day itself may have been the one that ended the case. */
export function afterEnd(before: Draft['sitting'], endedOn: Day): Draft['sitting'] {
  if (before?.booked && before.booked.on <= endedOn) return before;
  const from = addDays(endedOn, 1);
  return { from: before && before.from < from ? before.from : from, booked: null };
}

/** The sittings claimed within one transaction: against those in the database and against each other. */
export class Sittings {
  private readonly claimed: { readonly caseId: string; readonly sitting: Sitting }[] = [];

  constructor(
    private readonly tx: Tx,
    private readonly jurisdictionId: number,
  ) {}

  /** @throws Refusal naming each room and person that is taken */
  async claim(draft: Draft): Promise<void> {
    const wanted = draft.sitting?.booked;
    if (!wanted) return;
    const resources = resourcesOf(wanted);
    const rows = await this.tx.query<{ resource: string; from: number; to: number; name: string | null }>(
      `select b.resource, min(b.quarter) "from", max(b.quarter) + 1 "to", min(p.name) as name
       from booking b left join person p on p.jurisdiction_id = b.jurisdiction_id and b.resource = 'person:' || p.id
       where b.jurisdiction_id = $1 and b.resource = any($2::text[]) and b.on_day = $3 and b.case_id <> $4
         and b.quarter >= $5 and b.quarter < $6
       group by b.resource, b.case_id order by b.resource`,
      [this.jurisdictionId, resources, wanted.on, draft.id, wanted.fromQuarter, wanted.toQuarter],
    );
    const inBatch = this.claimed.filter(
      ({ caseId, sitting: s }) =>
        caseId !== draft.id &&
        s.on === wanted.on &&
        s.fromQuarter < wanted.toQuarter &&
        wanted.fromQuarter < s.toQuarter,
    );
    const alsoTaken = inBatch.flatMap(({ sitting: s }) =>
      resourcesOf(s)
        .filter((r) => resources.includes(r))
        .map((resource) => ({ resource, from: s.fromQuarter, to: s.toQuarter, name: null })),
    );
    const taken = [...rows, ...alsoTaken].map(({ resource, from, to, name }) => ({
      guard: 'calendar.taken',
      message: `${resource.startsWith('room:') ? resource.slice(5) : (name ?? '参加人员')}在${wanted.on} ${timeOf(from)}至${timeOf(to)}已有安排`,
      article: '听证、会议排期（办案惯例）',
    }));
    if (taken.length) throw new Refusal(taken);
    this.claimed.push({ caseId: draft.id, sitting: wanted });
  }
}

/** Two claims at the same moment: the key lets one through, and the other is told. */
export const takenMeanwhile = (): Refusal =>
  new Refusal([
    {
      guard: 'calendar.taken',
      message: '会议室或者参加人员刚刚被另一场听证、会议占用，请重新选择时间',
      article: '听证、会议排期（办案惯例）',
    },
  ]);

/** What lay ahead of the event is given free, then the new sitting is written; what is past stays on record. */
export async function writeSittings(tx: Tx, drafts: readonly Draft[], jurisdictionId: number): Promise<void> {
  const moved = drafts.filter((d) => d.sitting !== undefined && !(d.isNew && d.sitting.booked === null));
  if (moved.length === 0) return;
  await tx.execute(
    `delete from booking b using jsonb_to_recordset($2::jsonb) as r(case_id uuid, since date)
     where b.jurisdiction_id = $1 and b.case_id = r.case_id and b.on_day >= r.since`,
    [jurisdictionId, JSON.stringify(moved.map((d) => ({ case_id: d.id, since: d.sitting?.from })))],
  );
  const rows = moved.flatMap((d) => {
    const s = d.sitting?.booked;
    if (!s) return [];
    const quarters = Array.from({ length: s.toQuarter - s.fromQuarter }, (_, i) => s.fromQuarter + i);
    return resourcesOf(s).flatMap((resource) =>
      quarters.map((quarter) => ({ jurisdiction_id: jurisdictionId, resource, on_day: s.on, quarter, case_id: d.id })),
    );
  });
  await insertRows(tx, tables.booking, rows);
}
