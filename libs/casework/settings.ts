/** What a jurisdiction has decided for itself: local rules, conventions, number formats; and its calendar. */
import { buildCalendar, type Calendar, type Conventions, type Day, defaultConventions, type Notice } from '@anjuan/law';
import type { Tx } from '@anjuan/platform';
import type { CaseworkSettings } from './procedure';

export const defaultSettings: CaseworkSettings = {
  oralSoftClocks: false,
  simplifiedSingleReviewer: true,
  followUpDays: 15,
  lateAfterDays: 3,
  mailAllowanceDays: 5,
  dispatchDays: null,
  referralReplyDays: null,
};

/** Numbers of cases and papers: `{year}`, `{code}` (the organisation's 代字), `{word}` and `{n}`. */
const defaultFormats: Readonly<Record<string, string>> = {
  register: '（{year}）{code}{word}收{n}号',
  case: '（{year}）{code}{word}字第{n}号',
  paper: '{code}{word}〔{year}〕{n}号',
};
/** The word of a kind in its numbers. */
const kindWords: Readonly<Record<string, string>> = {
  mediation: '人调',
  reconsideration: '政复',
  litigation: '应诉',
  compensation: '行赔',
  'judicial-advice': '建议',
  letter: '复函',
  answering: '被复',
  subsidy: '案补',
  coordination: '协调',
  supervision: '督',
  meeting: '会',
  series: '系列',
};

/** The office as the engine sees it within one transaction. */
export interface Office {
  readonly jurisdictionId: number;
  readonly settings: CaseworkSettings;
  readonly conventions: Conventions;
  readonly calendar: Calendar;
  /** `series` is `register`, `case` or `paper`; `word` is the kind for the first two, the paper's series word else. */
  format(series: 'register' | 'case' | 'paper', code: string, word: string, year: number, n: number): string;
}

interface StoredSettings {
  readonly casework?: Partial<CaseworkSettings>;
  readonly conventions?: Partial<Conventions>;
  readonly numbers?: Readonly<Record<string, string>>;
}

/** 地方放假安排 of one occasion and year; a later one of the same name and year replaces it, one without days revokes it. */
export interface Overlay {
  readonly name: string;
  readonly year: number;
  /** The paper of the local government it rests on. */
  readonly cite: string;
  readonly days: readonly { readonly day: Day; readonly working: boolean }[];
}
/** What a change adds to the shipped notices. */
export type CalendarContent =
  | { readonly notice: Notice }
  | { readonly overlay: Overlay }
  /** Nothing: stored dates are held against the calendar as it stands, after a release brought a notice with it. */
  | { readonly recheck: true };

/** Reads the jurisdiction's settings and its calendar; what is not set takes the default. */
export async function readOffice(tx: Tx, jurisdictionId: number): Promise<Office> {
  const [row] = await tx.query<{ settings: StoredSettings; changes: readonly CalendarContent[] | null }>(
    `select j.settings,
       (select jsonb_agg(c.content order by c.decided_at, c.id) from calendar_change c
        where c.jurisdiction_id = j.id and c.state = 'confirmed' and c.kind in ('calendar', 'overlay')) as changes
     from jurisdiction j where j.id = $1`,
    [jurisdictionId],
  );
  if (!row) throw new Error(`没有编号为${jurisdictionId}的辖区`);
  const { casework, conventions, numbers } = row.settings;
  const formats = { ...defaultFormats, ...numbers };
  return {
    jurisdictionId,
    settings: { ...defaultSettings, ...casework },
    conventions: { ...defaultConventions, ...conventions },
    calendar: calendarOf(row.changes ?? []),
    format: (series, code, word, year, n) => {
      const format = formats[`${series}.${word}`] ?? formats[series] ?? '{code}{word}〔{year}〕{n}号';
      const values: Readonly<Record<string, string>> = {
        year: String(year),
        code,
        word: series === 'paper' ? word : (kindWords[word] ?? word),
        n: String(n),
      };
      return format.replace(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot);
    },
  };
}

/** Calendars by what they are made of: most jurisdictions share one, and a built one never changes. */
const built = new Map<string, Calendar>();
const MOST_KEPT = 500;

/** The shipped notices with these changes, in order of confirmation; `knownOn` leaves out notices issued later. */
export function calendarOf(changes: readonly CalendarContent[], knownOn?: Day): Calendar {
  const key = JSON.stringify([changes, knownOn]);
  const known = built.get(key);
  if (known) return known;
  const overlays = new Map<string, Overlay>();
  for (const change of changes)
    if ('overlay' in change) overlays.set(`${change.overlay.year} ${change.overlay.name}`, change.overlay);
  const calendar = buildCalendar({
    notices: changes.flatMap((change) => ('notice' in change ? [change.notice] : [])),
    localHolidays: [...overlays.values()].flatMap(({ name, days }) => days.map((d) => ({ ...d, name }))),
    ...(knownOn === undefined ? {} : { knownOn }),
  });
  if (built.size >= MOST_KEPT) built.clear();
  built.set(key, calendar);
  return calendar;
}

/** The first of two advisory keys; the second is the jurisdiction. */
const CALENDAR_LOCK = 31_405;

/**
 * Until the transaction ends no other may change the calendar or the conventions ('shared': the clerk, who counts by them)
 * or even count by them ('exclusive': the confirmation, which moves what was counted).
 */
export async function holdCalendar(tx: Tx, jurisdictionId: number, hold: 'shared' | 'exclusive'): Promise<void> {
  const lock = hold === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await tx.query(`select ${lock}($1, $2)`, [CALENDAR_LOCK, jurisdictionId]);
}
