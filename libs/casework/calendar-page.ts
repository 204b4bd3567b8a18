/** 日历: what is a working day here, by which notice, and what is still missing. */
import type { Actor } from '@anjuan/identity';
import { type Day, isDay, type Notice, shippedNotices, yearOf } from '@anjuan/law';
import { Clock, Database } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { FieldErrors } from './errors';
import { type CalendarContent, calendarOf, type Overlay } from './settings';

export interface NoticeView {
  year: number;
  number: string;
  issued: string;
  /** It came with the product. */
  shipped: boolean;
  /** It replaces part of an earlier notice of its year. */
  late: boolean;
  festivals: { name: string; first: string; last: string; make_up: string[] }[];
}
export interface OverlayView {
  name: string;
  year: number;
  cite: string;
  days: { day: string; working: boolean }[];
}
export interface CalendarView {
  /** Null: as it stands today. */
  known_on: string | null;
  last_noticed_year: number;
  /** The standing warning: next year's (or this year's) notice is missing. */
  warning: string | null;
  /** Changes that wait for a confirmation. */
  waiting: number;
  /** The newest year first; within a year in order of issue. */
  notices: NoticeView[];
  overlays: OverlayView[];
}

/** From this month on next year's notice is expected (the State Council issued them between October and December). */
const EXPECTED_FROM_MONTH = 11;

@Injectable()
export class CalendarPage {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** `knownOn`: as anybody could know it at the end of that day. @throws FieldErrors */
  async view(actor: Actor, knownOn?: Day): Promise<CalendarView> {
    if (knownOn !== undefined && (!isDay(knownOn) || knownOn > this.clock.today()))
      throw new FieldErrors([{ field: 'known_on', value: knownOn, rule: '应为不晚于今天的日期，格式 YYYY-MM-DD' }]);
    const { jurisdictionId } = actor;
    const { changes, waiting } = await this.database.inJurisdiction(jurisdictionId, async (tx) => {
      const [row] = await tx.query<{ changes: CalendarContent[] | null; waiting: readonly string[] | null }>(
        `select jsonb_agg(content order by decided_at, id) filter (where state = 'confirmed' and kind <> 'convention') as changes,
                jsonb_agg(title) filter (where state = 'proposed') as waiting
         from calendar_change where jurisdiction_id = $1`,
        [jurisdictionId],
      );
      return { changes: row?.changes ?? [], waiting: row?.waiting ?? [] };
    });
    const calendar = calendarOf(changes, knownOn);
    const overlays = new Map<string, Overlay>();
    for (const c of changes) if ('overlay' in c) overlays.set(`${c.overlay.year} ${c.overlay.name}`, c.overlay);
    return {
      known_on: knownOn ?? null,
      last_noticed_year: calendar.lastNoticedYear,
      warning: knownOn === undefined ? missing(this.clock.today(), calendar.lastNoticedYear, waiting) : null,
      waiting: waiting.length,
      notices: calendar.notices.map((n) => noticeView(n, calendar.notices)).sort((a, b) => b.year - a.year),
      overlays: [...overlays.values()]
        .filter((o) => o.days.length > 0)
        .sort((a, b) => b.year - a.year)
        .map((o) => ({ ...o, days: o.days.map((d) => ({ ...d })) })),
    };
  }
}

function missing(today: Day, lastNoticedYear: number, waiting: readonly string[]): string | null {
  const expected = Number(today.slice(5, 7)) >= EXPECTED_FROM_MONTH ? yearOf(today) + 1 : yearOf(today);
  if (lastNoticedYear >= expected) return null;
  const year = lastNoticedYear + 1;
  const proposed = waiting.some((title) => title.startsWith(`${year}年放假安排`));
  const next = proposed ? '已经录入，待负责人查看影响清单后确认。' : '国务院办公厅的通知公布后，请在“放假日历”中录入。';
  return `${year}年的放假安排还没有生效，${year - 1}-12-25以后届满的期限都是暂定的。${next}`;
}

const noticeView = (n: Notice, all: readonly Notice[]): NoticeView => ({
  year: n.year,
  number: n.number,
  issued: n.issued,
  shipped: shippedNotices.includes(n),
  late: all.some((o) => o.year === n.year && o.issued < n.issued),
  festivals: n.festivals.map(({ name, off: [first, last], makeUp }) => ({ name, first, last, make_up: [...makeUp] })),
});
