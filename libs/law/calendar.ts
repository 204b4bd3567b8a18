import { addDays, compareDays, type Day, daysBetween, isWeekend, parseDay, yearOf } from './day';
import { type Notice, shippedNotices } from './holiday-notices';
import { LawError } from './law-error';

/** A day off fixed by a local people's government, such as 三月三 or 古尔邦节 (全国年节及纪念日放假办法 4). */
export interface LocalHoliday {
  readonly day: Day;
  readonly name?: string;
  /** True: a weekend day declared working in exchange for days off. Default false. */
  readonly working?: boolean;
}

/** Why a day is or is not a working day; `first`/`last` bound the block of days off it belongs to. */
export type DayStatus =
  | { readonly kind: 'ordinary'; readonly working: true }
  | { readonly kind: 'weekend'; readonly working: false }
  | { readonly kind: 'make-up'; readonly working: true; readonly festival: string; readonly notice: Notice }
  | {
      readonly kind: 'holiday';
      readonly working: false;
      readonly festival: string;
      readonly notice: Notice;
      readonly first: Day;
      readonly last: Day;
    }
  | { readonly kind: 'local'; readonly working: false; readonly name: string }
  | { readonly kind: 'local-make-up'; readonly working: true; readonly name: string };

/** An immutable value; two calendars built from the same data answer alike. Every question about one day is O(1). */
export interface Calendar {
  /** Throws LawError `before-calendar` for a day before the first noticed year. */
  isWorkingDay(day: Day): boolean;
  /** As `isWorkingDay`, with the reason. */
  status(day: Day): DayStatus;
  /** The notice that makes this day a holiday or a make-up day; undefined for an ordinary day, a weekend or a local holiday. */
  noticeFor(day: Day): Notice | undefined;
  /** True after 25 December of the last noticed year: the next year's notice may still reach back over 元旦. */
  provisional(day: Day): boolean;
  /** Last year of the unbroken run of noticed years. */
  readonly lastNoticedYear: number;
  /** What it is made of, in order of issue. */
  readonly notices: readonly Notice[];
  readonly localHolidays: readonly LocalHoliday[];
  readonly firstDay: Day;
}

export interface CalendarData {
  /** Notices beyond the shipped ones. For the same year and festival the later `issued` wins. */
  readonly notices?: readonly Notice[];
  readonly localHolidays?: readonly LocalHoliday[];
  /** Leaves out every notice issued after this day. */
  readonly knownOn?: Day;
}

const ordinary: DayStatus = { kind: 'ordinary', working: true };
const weekend: DayStatus = { kind: 'weekend', working: false };
const firstYear = Math.min(...shippedNotices.map((notice) => notice.year));

/** @throws LawError `invalid-day`, `invalid-notice` for days that are none or lie outside the notice's year */
export function checkNotice(notice: Notice): void {
  parseDay(notice.issued, `${notice.number} 的发布日`);
  for (const { name, off, makeUp } of notice.festivals) {
    for (const day of [...off, ...makeUp]) parseDay(day, `${notice.number} ${name}`);
    const length = daysBetween(off[0], off[1]);
    const rule = '放假起止日须先后有序且不超过三十日，日期须在通知年度或上一年12月26日以后';
    const outside = [...off, ...makeUp].find((day) => day < `${notice.year - 1}-12-26` || yearOf(day) > notice.year);
    if (length < 0 || length > 30 || outside !== undefined) {
      const value = outside ?? off.join('..');
      throw new LawError(
        'invalid-notice',
        `${notice.number} 的${name}安排“${value}”有误：${rule}。`,
        'notices',
        value,
        rule,
      );
    }
  }
}

/** The arrangements in force: a later notice replaces the festivals of its year that it names. */
function arrangements(notices: readonly Notice[]) {
  const byFestival = new Map<string, { notice: Notice; arrangement: Notice['festivals'][number] }>();
  const inOrder = [...notices].sort((a, b) => compareDays(a.issued, b.issued));
  for (const notice of inOrder) {
    for (const arrangement of notice.festivals) {
      byFestival.set(`${notice.year} ${arrangement.name}`, { notice, arrangement });
    }
  }
  return byFestival.values();
}

/**
 * Builds the working calendar of a place: national notices, then local days off on top.
 * Throws LawError `invalid-notice` or `invalid-day` for bad data.
 */
export function buildCalendar(data: CalendarData = {}): Calendar {
  const { localHolidays = [], knownOn } = data;
  for (const notice of data.notices ?? []) checkNotice(notice);
  const notices = [...shippedNotices, ...(data.notices ?? [])].filter(
    (notice) => knownOn === undefined || notice.issued <= knownOn,
  );

  const days = new Map<Day, DayStatus>();
  for (const { notice, arrangement } of arrangements(notices)) {
    const [first, last] = arrangement.off;
    const shared = { festival: arrangement.name, notice };
    for (const day of arrangement.makeUp) days.set(day, { kind: 'make-up', working: true, ...shared });
    for (let day = first; day <= last; day = addDays(day, 1)) {
      days.set(day, { kind: 'holiday', working: false, ...shared, first, last });
    }
  }
  for (const { day, name = '地方规定的放假日', working } of localHolidays) {
    const status: DayStatus = working
      ? { kind: 'local-make-up', working, name }
      : { kind: 'local', working: false, name };
    days.set(parseDay(day, 'localHolidays'), status);
  }

  const years = new Set(notices.map((notice) => notice.year));
  let lastNoticedYear = firstYear - 1;
  while (years.has(lastNoticedYear + 1)) lastNoticedYear += 1;
  const certainUntil = `${lastNoticedYear}-12-25`;
  const firstDay = `${firstYear}-01-01`;

  const status = (day: Day): DayStatus => {
    if (day < firstDay) {
      const rule = `放假安排收录自 ${firstDay} 起，不能判断更早的日期是否为工作日`;
      throw new LawError('before-calendar', `计算涉及 ${day}：${rule}。`, 'from', day, rule);
    }
    return days.get(day) ?? (isWeekend(day) ? weekend : ordinary);
  };
  return Object.freeze({
    status,
    isWorkingDay: (day: Day) => status(day).working,
    noticeFor: (day: Day) => {
      const found = status(day);
      return 'notice' in found ? found.notice : undefined;
    },
    provisional: (day: Day) => day > certainUntil,
    lastNoticedYear,
    notices: [...notices].sort((a, b) => compareDays(a.issued, b.issued)),
    localHolidays,
    firstDay,
  });
}
