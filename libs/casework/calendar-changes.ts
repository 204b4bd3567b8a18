/**
 * 日历与计算约定的变更: proposed by whoever has the notice in hand, looked at as an impact list, confirmed by a named
 * officer. Until the confirmation nothing counts by it; with it the calendar and every open clock change in one transaction.
 */
import type { Actor } from '@anjuan/identity';
import {
  type Conventions,
  conventionTexts,
  type Day,
  type FestivalArrangement,
  isDay,
  localFaults,
  type Notice,
  noticeFaults,
  noticeOfFile,
} from '@anjuan/law';
import { Clock, Database, type Tx, uuidv7 } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { Clerk } from './clerk';
import { changedConventions } from './convention-change';
import { FieldErrors, NotFound, Refusal } from './errors';
import type { FieldError } from './fields';
import { Assessment, digestOf, type Effect, effects, type ImpactRow, type OpenClock } from './impact';
import { Procedures } from './procedures';
import type { Cause } from './recount';
import { insertRows } from './rows';
import { type CalendarContent, calendarOf, holdCalendar, type Office, type Overlay, readOffice } from './settings';
import { tables } from './tables';

export const changeKinds = { calendar: '放假安排通知', overlay: '地方放假安排', convention: '计算约定' } as const;
export type ChangeKind = keyof typeof changeKinds;
export const changeStates = { proposed: '待确认', confirmed: '已确认', withdrawn: '已撤回' } as const;

/** A notice of the year: from the public file, or typed by hand. Without a number or day of issue: to be told by the person. */
export type NoticeRequest = { readonly number: string; readonly issued: Day } & (
  | { readonly file: unknown }
  | { readonly year: number; readonly festivals: readonly FestivalArrangement[] }
);
export interface ChangeView {
  id: string;
  kind: ChangeKind;
  kind_title: string;
  title: string;
  state: keyof typeof changeStates;
  state_title: string;
  /** Null: by a command on the server. */
  proposed_by: string | null;
  proposed_at: string;
  decided_by: string | null;
  decided_at: string | null;
  /** Of a confirmed one: clocks that were moved, and those whose date stayed. */
  moved: number | null;
  stayed: number | null;
}
/** How many clocks change in which way: dates, the mark of being provisional, the conventions alone. */
interface ImpactCounts {
  moved: number;
  settled: number;
  kept: number;
}
export interface ImpactView extends ImpactCounts {
  change: ChangeView;
  /** What the confirmation has to name. Another one on the next page: the list has changed meanwhile. */
  digest: string;
  /** Open clocks that were looked at. */
  assessed: number;
  /** The counts of the whole list by kind of case, whichever page this is. */
  by_kind: readonly (ImpactCounts & { kind: string; kind_title: string })[];
  rows: readonly (ImpactRow & { effect_title: string; kind_title: string })[];
  /** Cursor of the next page; null where the list ends here. */
  next: string | null;
}

interface ConventionContent {
  readonly conventions: Partial<Conventions>;
}
type Content = CalendarContent | ConventionContent;
interface ChangeRow {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly title: string;
  readonly state: keyof typeof changeStates;
  readonly proposed_by: string | null;
  readonly proposed_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly moved: number | null;
  readonly stayed: number | null;
  readonly assessed: number | null;
  readonly content: Content;
  readonly rows: readonly ImpactRow[] | null;
  readonly digest: string | null;
}
interface Assessed {
  readonly assessed: number;
  readonly rows: readonly ImpactRow[];
  readonly digest: string;
}

/** Clocks read at a time. */
const SCAN = 2000;
const columns = `
  h.id, h.kind, h.title, h.state, h.proposed_at, h.decided_at, h.content, h.digest,
  (select p.name from person p where p.jurisdiction_id = h.jurisdiction_id and p.id = h.proposed_by) as proposed_by,
  (select p.name from person p where p.jurisdiction_id = h.jurisdiction_id and p.id = h.decided_by) as decided_by,
  (h.impact ->> 'moved')::int as moved, (h.impact ->> 'stayed')::int as stayed,
  (h.impact ->> 'assessed')::int as assessed`;

@Injectable()
export class CalendarChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly procedures: Procedures,
    private readonly clerk: Clerk,
  ) {}

  /** @throws FieldErrors naming day, value and rule of every mistake */
  async proposeNotice(actor: Actor, request: NoticeRequest): Promise<ChangeView> {
    const { number, issued } = request;
    const read =
      'file' in request
        ? noticeOfFile(request.file, { number, issued })
        : { notice: { year: request.year, number, issued, festivals: request.festivals }, faults: [] };
    if (read.notice === undefined) throw new FieldErrors(read.faults);
    const { notice } = read;
    const title = `${notice.year}年放假安排（${notice.number}）`;
    return this.propose(actor, 'calendar', title, { notice });
  }

  /** @throws FieldErrors */
  async proposeOverlay(actor: Actor, overlay: Overlay): Promise<ChangeView> {
    const title = `${overlay.year}年${overlay.name}放假安排${overlay.days.length === 0 ? '撤销' : ''}`;
    return this.propose(actor, 'overlay', title, { overlay });
  }

  /** Holds every open clock against the calendar as it stands: a release may have brought a notice. @throws FieldErrors */
  async proposeRecheck(actor: Actor): Promise<ChangeView> {
    return this.propose(actor, 'calendar', '按现行日历复核在计期限', { recheck: true });
  }

  /** `change` holds the conventions that are to be others. @throws FieldErrors */
  async proposeConventions(actor: Actor, change: Readonly<Record<string, unknown>>): Promise<ChangeView> {
    const { conventions: before } = await this.database.inJurisdiction(actor.jurisdictionId, (tx) =>
      readOffice(tx, actor.jurisdictionId),
    );
    const { after, named, errors } = changedConventions(before, change);
    if (errors.length) throw new FieldErrors(errors);
    const conventions: Partial<Conventions> = Object.fromEntries(named.map((name) => [name, after[name]]));
    const title = `改变计算约定：${named.map((name) => conventionTexts[name].title).join('；')}`;
    return this.propose(actor, 'convention', title, { conventions });
  }

  /** The newest first. */
  async list(actor: Actor): Promise<ChangeView[]> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const rows = await tx.query<ChangeRow>(
        `select ${columns} from calendar_change h where h.jurisdiction_id = $1 order by h.proposed_at desc, h.id desc`,
        [actor.jurisdictionId],
      );
      return rows.map(changeView);
    });
  }

  /**
   * What the change would do now; of a confirmed one what it did. The moved ones first; without `limit` every row.
   * @throws NotFound, FieldErrors for a foreign cursor
   */
  async impact(actor: Actor, id: string, part: { limit?: number; cursor?: string } = {}): Promise<ImpactView> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const change = await this.changeOf(tx, actor, id);
      const done = change.state === 'proposed' ? null : (change.rows ?? []);
      const found: Assessed = done
        ? { assessed: change.assessed ?? 0, rows: done, digest: change.digest ?? '' }
        : await this.assess(tx, change, await readOffice(tx, actor.jurisdictionId));
      return this.impactView(change, found, part);
    });
  }

  /**
   * The change takes effect: from here on the office counts by it, and the clocks of the list have moved, each by an
   * event of its case that bears the officer's name. Refused when the list is not the one the officer saw.
   * @throws NotFound, Refusal
   */
  async confirm(actor: Actor, id: string, digest: string): Promise<ChangeView> {
    const { jurisdictionId } = actor;
    return this.database.inJurisdiction(jurisdictionId, async (tx) => {
      await holdCalendar(tx, jurisdictionId, 'exclusive');
      const change = await this.changeOf(tx, actor, id);
      refuseUnlessProposed(change);
      const office = await readOffice(tx, jurisdictionId);
      const faults = faultsOf(change.content, office);
      if (faults.length)
        throw new Refusal(faults.map((f) => refusal('calendar.fits', `${String(f.value)}：${f.rule}`)));
      const found = await this.assess(tx, change, office);
      if (found.digest !== digest)
        throw new Refusal([
          refusal('calendar.stale', '案件在您查看之后有了变化，影响清单已经不同。请重新查看后再确认。'),
        ]);
      const moved = found.rows.filter((r) => r.effect === 'moved').length;
      await tx.execute(
        `update calendar_change set state = 'confirmed', decided_by = $3, decided_at = $4, digest = $5, impact = $6::jsonb
         where jurisdiction_id = $1 and id = $2`,
        [
          jurisdictionId,
          id,
          actor.personId,
          this.clock.now(),
          digest,
          JSON.stringify({ assessed: found.assessed, moved, stayed: found.rows.length - moved, rows: found.rows }),
        ],
      );
      const cause: Cause = { id, title: change.title };
      if ('conventions' in change.content) {
        const { conventions } = change.content;
        await tx.execute(
          `update jurisdiction set settings = settings || jsonb_build_object('conventions',
             coalesce(settings -> 'conventions', '{}') || $2::jsonb) where id = $1`,
          [jurisdictionId, JSON.stringify(conventions)],
        );
        const after = await readOffice(tx, jurisdictionId);
        await this.clerk.recount(tx, actor, casesOf(found), { ...cause, conventions: after.conventions });
      } else await this.clerk.recount(tx, actor, casesOf(found), cause);
      return changeView(await this.changeOf(tx, actor, id));
    });
  }

  /** @throws NotFound, Refusal */
  async withdraw(actor: Actor, id: string): Promise<ChangeView> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      await holdCalendar(tx, actor.jurisdictionId, 'exclusive');
      refuseUnlessProposed(await this.changeOf(tx, actor, id));
      await tx.execute(
        `update calendar_change set state = 'withdrawn', decided_by = $3, decided_at = $4 where jurisdiction_id = $1 and id = $2`,
        [actor.jurisdictionId, id, actor.personId, this.clock.now()],
      );
      return changeView(await this.changeOf(tx, actor, id));
    });
  }

  private async propose(actor: Actor, kind: ChangeKind, title: string, content: Content): Promise<ChangeView> {
    const { jurisdictionId } = actor;
    return this.database.inJurisdiction(jurisdictionId, async (tx) => {
      await holdCalendar(tx, jurisdictionId, 'exclusive');
      const errors = [...faultsOf(content, await readOffice(tx, jurisdictionId))];
      if ('notice' in content && isDay(content.notice.issued) && content.notice.issued > this.clock.today())
        errors.push({ field: 'issued', value: content.notice.issued, rule: '公布日不能晚于今天' });
      const waiting = await tx.query(
        `select from calendar_change where jurisdiction_id = $1 and state = 'proposed' and kind = $2 and title = $3`,
        [jurisdictionId, kind, title],
      );
      if (waiting.length) errors.push({ field: 'title', value: title, rule: '已有一份待确认，请先确认或者撤回' });
      if (errors.length) throw new FieldErrors(errors);
      const id = uuidv7();
      await insertRows(tx, tables.calendarChange, [
        {
          jurisdiction_id: jurisdictionId,
          id,
          kind,
          title,
          content,
          state: 'proposed',
          proposed_by: actor.personId,
          proposed_at: this.clock.now(),
        },
      ]);
      return changeView(await this.changeOf(tx, actor, id));
    });
  }

  private async changeOf(tx: Tx, actor: Actor, id: string): Promise<ChangeRow> {
    const [row] = await tx.query<ChangeRow>(
      `select ${columns}, h.impact -> 'rows' as rows from calendar_change h where h.jurisdiction_id = $1 and h.id = $2`,
      [actor.jurisdictionId, id],
    );
    if (!row) throw new NotFound('变更');
    return row;
  }

  /** Every open clock of a case that is not closed, a few thousand at a time. */
  private async assess(tx: Tx, change: ChangeRow, office: Office): Promise<Assessed> {
    const { content } = change;
    const changes = await confirmed(tx, office.jurisdictionId);
    const assessment = new Assessment({
      title: change.title,
      from: office.calendar,
      to: 'conventions' in content ? office.calendar : calendarOf([...changes, content]),
      ...('conventions' in content ? { conventions: { ...office.conventions, ...content.conventions } } : {}),
    });
    const closed = this.procedures.all().flatMap((p) => p.closed.map((state) => [p.kind, state] as const));
    const rows: ImpactRow[] = [];
    let assessed = 0;
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const clocks: OpenClock[] = await tx.query<OpenClock & Record<string, unknown>>(
        `select k.id as clock_id, k.case_id, c.kind, coalesce(c.number, c.register_number) as number, k.limit_id,
                k.started_on, k.due, k.provisional, k.ledger
         from clock k join case_file c on c.jurisdiction_id = k.jurisdiction_id and c.id = k.case_id
         where k.jurisdiction_id = $1 and k.id > $2 and k.status in ('running', 'suspended')
           and not exists (select from unnest($3::text[], $4::text[]) as x(kind, state)
                           where x.kind = c.kind and x.state = c.state)
         order by k.id limit ${SCAN}`,
        [office.jurisdictionId, after, closed.map(([kind]) => kind), closed.map(([, state]) => state)],
      );
      for (const clock of clocks) {
        const row = assessment.of(clock);
        if (row) rows.push(row);
      }
      assessed += clocks.length;
      const last = clocks.at(-1);
      if (!last || clocks.length < SCAN) break;
      after = last.clock_id;
    }
    const digest = digestOf(change.id, rows);
    return { assessed, rows: rows.sort(byWeight), digest };
  }

  private impactView(
    change: ChangeRow,
    { assessed, rows, digest }: Assessed,
    { limit = rows.length, cursor }: { limit?: number; cursor?: string },
  ): ImpactView {
    const kinds = this.procedures.all().filter((p) => rows.some((r) => r.kind === p.kind));
    const place = cursor === undefined ? undefined : placeIn(cursor);
    const rest = place ? rows.filter((r) => byWeight(r, place) > 0) : rows;
    const shown = rest.slice(0, limit);
    const last = shown.at(-1);
    return {
      change: changeView(change),
      digest,
      assessed,
      ...countsOf(rows),
      by_kind: kinds.map(({ kind, title }) => ({
        kind,
        kind_title: title,
        ...countsOf(rows.filter((r) => r.kind === kind)),
      })),
      rows: shown.map((r) => ({
        ...r,
        effect_title: effects[r.effect],
        kind_title: this.procedures.of(r.kind).title,
      })),
      next: last && rest.length > shown.length ? cursorAt(last) : null,
    };
  }
}

function countsOf(rows: readonly ImpactRow[]): ImpactCounts {
  const count = (...which: Effect[]) => rows.filter((r) => which.includes(r.effect)).length;
  return { moved: count('moved'), settled: count('settled', 'unsettled'), kept: count('kept') };
}

const casesOf = ({ rows }: Assessed): string[] => [...new Set(rows.map((r) => r.case_id))].sort();

const weights: readonly Effect[] = ['moved', 'unsettled', 'settled', 'kept'];
/** What a row is sorted by. A place in the list says all of it, so that it stays one when its row is gone. */
type ImpactPlace = Pick<ImpactRow, 'effect' | 'kind' | 'number' | 'old_due' | 'clock_id'>;
/** What moves first; then by case and day. */
const byWeight = (a: ImpactPlace, b: ImpactPlace): number =>
  weights.indexOf(a.effect) - weights.indexOf(b.effect) ||
  order(a.kind, b.kind) ||
  order(a.number, b.number) ||
  order(a.old_due ?? '', b.old_due ?? '') ||
  order(a.clock_id, b.clock_id);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const cursorAt = ({ effect, kind, number, old_due, clock_id }: ImpactPlace): string =>
  Buffer.from(JSON.stringify([effect, kind, number, old_due, clock_id])).toString('base64url');

/** @throws FieldErrors when the cursor is none of ours */
function placeIn(cursor: string): ImpactPlace {
  let found: unknown;
  try {
    found = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    found = null;
  }
  const [name, kind, number, due, clock_id]: readonly unknown[] = Array.isArray(found) ? found : [];
  const effect = weights.find((w) => w === name);
  const old_due = typeof due === 'string' ? due : due === null ? null : undefined;
  if (
    effect === undefined ||
    old_due === undefined ||
    typeof kind !== 'string' ||
    typeof number !== 'string' ||
    typeof clock_id !== 'string'
  )
    throw new FieldErrors([{ field: 'cursor', value: cursor, rule: '应为上一页给出的游标' }]);
  return { effect, kind, number, old_due, clock_id };
}

async function confirmed(tx: Tx, jurisdictionId: number): Promise<CalendarContent[]> {
  const rows = await tx.query<{ content: CalendarContent }>(
    `select content from calendar_change where jurisdiction_id = $1 and state = 'confirmed' and kind in ('calendar', 'overlay')
     order by decided_at, id`,
    [jurisdictionId],
  );
  return rows.map((r) => r.content);
}

const refusal = (guard: string, message: string) => ({
  guard,
  message,
  article: '日历变更须由负责人按所查看的清单确认',
});

function refuseUnlessProposed(change: ChangeRow): void {
  if (change.state !== 'proposed')
    throw new Refusal([refusal('calendar.proposed', `这项变更${changeStates[change.state]}，不能再办理。`)]);
}

/** What the content contradicts in the calendar as it stands. */
function faultsOf(content: Content, office: Office): readonly FieldError[] {
  if ('notice' in content) return faultsOfNotice(content.notice, office);
  if ('overlay' in content) return faultsOfOverlay(content.overlay, office);
  if ('recheck' in content) return [];
  return changedConventions(office.conventions, content.conventions).errors;
}

function faultsOfNotice(notice: Notice, { calendar }: Office): FieldError[] {
  const faults: FieldError[] = [...noticeFaults(notice, calendar)];
  const same = calendar.notices.find((n) => n.year === notice.year && n.number === notice.number);
  if (same) faults.push({ field: 'number', value: notice.number, rule: `${notice.year}年的这一文号已经在日历中` });
  const newest = calendar.notices.filter((n) => n.year === notice.year).at(-1);
  if (newest && newest.issued >= notice.issued)
    faults.push({ field: 'issued', value: notice.issued, rule: `须晚于该年现行通知的公布日${newest.issued}` });
  return faults;
}

function faultsOfOverlay({ name, year, cite, days }: Overlay, { calendar }: Office): FieldError[] {
  const faults: FieldError[] = [...localFaults(year, days)];
  if (name.trim() === '') faults.push({ field: 'name', value: name, rule: '应写明节日名称' });
  if (cite.trim() === '') faults.push({ field: 'cite', value: cite, rule: '应写明依据的公告或者文号' });
  const known = calendar.localHolidays.some((l) => l.name === name && l.day.startsWith(`${year}-`));
  if (days.length === 0 && !known) faults.push({ field: 'days', value: null, rule: '至少一天；撤销须先有这一安排' });
  for (const { day, working } of days) {
    const other = calendar.localHolidays.find((l) => l.day === day && l.name !== name);
    if (other) faults.push({ field: 'days', value: day, rule: `已列入${other.name ?? '另一地方安排'}` });
    const status = isDay(day) && day >= calendar.firstDay ? calendar.status(day) : null;
    if (status?.kind === 'holiday')
      faults.push({ field: 'days', value: day, rule: `全国已安排${status.festival}放假，不必再列` });
    if (status?.kind === 'make-up' && working)
      faults.push({ field: 'days', value: day, rule: `全国已安排${status.festival}调休上班，不必再列` });
  }
  return faults;
}

const changeView = ({ content, rows, digest, assessed, ...r }: ChangeRow): ChangeView => ({
  ...r,
  kind_title: changeKinds[r.kind],
  state_title: changeStates[r.state],
  proposed_at: r.proposed_at.toISOString(),
  decided_at: r.decided_at?.toISOString() ?? null,
});
