/**
 * What people read of cases, in the words of the API (snake_case). Days are `YYYY-MM-DD`, instants ISO 8601, money fen;
 * `…_title` and `text` are Chinese and ready to show.
 */
export const tones = ['green', 'yellow', 'orange', 'red', 'grey', 'blue'] as const;
export type Tone = (typeof tones)[number];

/** Only duties of our own people or of a respondent have a light; `words` says it without colour. */
export interface LightView {
  tone: Tone;
  words: string;
  /** Chinese name of the limit. */
  limit_title: string;
  due: string | null;
  /** Calendar days until `due`; negative when overdue, null when suspended or over. */
  days_left: number | null;
  /** Why it burns, whole: 答复期限11月18日届满，被申请人未答复，已逾期4日。 */
  sentence: string;
}
export interface NamedView {
  id: string;
  name: string;
}
export interface OptionView {
  value: string;
  label: string;
}
/** One field of an edge, all a form needs. What does not apply to the type is null. */
export interface FieldView {
  name: string;
  label: string;
  type:
    | 'day'
    | 'text'
    | 'code'
    | 'flag'
    | 'count'
    | 'money'
    | 'person'
    | 'people'
    | 'organisation'
    | 'case'
    | 'party'
    | 'parties';
  required: boolean;
  hint: string | null;
  /** text: most characters; count: largest number. */
  max: number | null;
  min: number | null;
  /** text: lines of the input. */
  lines: number | null;
  /** day: may lie ahead. */
  future: boolean;
  /** code: the list; party: the parties of this case that fit. */
  options: OptionView[];
  /** party, parties: the roles that may be given, with at least `least` of each. */
  roles: { value: string; label: string; least: number }[];
}
export interface EdgeView {
  name: string;
  title: string;
  /** Empty: opens a case. */
  from: string[];
  /** Null: the state stays. */
  to: string | null;
  opening: boolean;
  /** Opens a case that follows an earlier one: `parent_id` is needed. */
  continues: boolean;
  roles: string[];
  fields: FieldView[];
  cite: string;
  /** How the article is known: V read, M recalled, I inferred. */
  mark: 'V' | 'M' | 'I';
}
export interface ProcedureView {
  kind: string;
  title: string;
  states: Record<string, string>;
  closed: string[];
  party_roles: Record<string, string>;
  edges: EdgeView[];
}
export interface CaseRowView {
  id: string;
  kind: string;
  kind_title: string;
  number: string | null;
  register_number: string;
  legacy_number: string | null;
  state: string;
  state_title: string;
  /** Names of the parties as a list shows them: the first three, then 等N人. */
  party_names: string;
  organisation: NamedView;
  handler: NamedView | null;
  opened_on: string;
  updated_at: string;
  /** The most urgent duty. */
  light: LightView | null;
}
export interface Page<Item> {
  items: Item[];
  /** Cursor of the next page; null at the end. */
  next: string | null;
}
export interface CaseRefView {
  id: string;
  kind: string;
  number: string | null;
  register_number: string;
  state: string;
  state_title: string;
}
export interface FactView {
  name: string;
  label: string;
  value: string | number | boolean;
  text: string;
}
/** Rows of which a case has several, as a table: one text per column, empty where nothing is known. */
export interface LinesView {
  title: string;
  columns: string[];
  rows: string[][];
}
export interface PartyRowView {
  id: string;
  role: string;
  role_title: string;
  kind: string;
  kind_title: string;
  name: string;
  id_number: string | null;
  phone: string | null;
  address: string | null;
}
export interface StepView {
  n: number;
  text: string;
  date: string | null;
  article: string | null;
  notice: string | null;
}
export interface ClockRowView {
  id: string;
  limit: string;
  title: string;
  /** Name of the party the clock is for, where one limit runs several times. */
  subject: string | null;
  duty: string;
  duty_title: string;
  status: string;
  law: string;
  article: string;
  started_on: string;
  raw: string | null;
  due: string | null;
  excluded_days: number;
  provisional: boolean;
  /** Of a provisional date: the first and last day it can become. */
  earliest: string | null;
  latest: string | null;
  verified: boolean;
  ended_on: string | null;
  light: LightView | null;
  steps: StepView[];
}
export interface PaperView {
  id: string;
  code: string;
  title: string;
  number: string | null;
  issued_on: string;
}
export interface EventView {
  seq: number;
  name: string;
  title: string;
  from_state: string | null;
  to_state: string;
  to_state_title: string;
  happened_on: string;
  recorded_at: string;
  /** 补录: recorded long after it happened. */
  late: boolean;
  origin: string;
  actor: string | null;
  role_title: string;
  fields: { name: string; label: string; text: string }[];
  /** What the law gave to think about when it was done, each with its article. */
  warnings: { message: string; article: string }[];
}
export interface CasePageView extends CaseRowView {
  version: number;
  second_handler: NamedView | null;
  state_since: string;
  origin: string;
  facts: FactView[];
  /** Null where the kind has none. */
  lines: LinesView | null;
  parties: PartyRowView[];
  clocks: ClockRowView[];
  papers: PaperView[];
  /** Newest first. */
  events: EventView[];
  /** What the reader's posts may do now; guards are asked only when it is done. */
  allowed_events: EdgeView[];
  parent: CaseRefView | null;
  children: CaseRefView[];
  /** 重复登记: the case of which this one is a duplicate; its own duplicates. */
  merged_into: CaseRefView | null;
  duplicates: CaseRefView[];
  /** The series the case is in; for a series, its members. `lead`: 示范案件. */
  series: SeriesRefView | null;
  members: SeriesRefView[];
  /** Who may see a restricted case besides its handler. */
  restriction: { flag: string; title: string; readers: NamedView[] } | null;
  /** Oldest first; the names of the organisations. */
  transfers: { from: string; to: string; sent_on: string; settled_on: string | null; outcome: string | null }[];
}
export interface SeriesRefView extends CaseRefView {
  lead: boolean;
}
export interface DeadlineView {
  clock_id: string;
  case: CaseRefView;
  kind_title: string;
  handler: NamedView | null;
  limit: string;
  title: string;
  duty_title: string;
  due: string | null;
  days_left: number | null;
  /** A holiday notice is still to come. */
  provisional: boolean;
  /** Of a provisional date: the first and last day it can become. */
  earliest: string | null;
  latest: string | null;
  organisation: NamedView;
  party_names: string;
  light: LightView;
  /** One sentence: from when, under which article, until when. */
  why: string;
}
/** How the duties within reach stand, by one of: person, organisation, limit, or due day. */
export interface OverviewRowView {
  /** Id of the person or organisation, the limit, the day, the Monday of the week or the month `YYYY-MM`; null: nobody yet. */
  key: string | null;
  title: string;
  /** Everything that runs. */
  running: number;
  overdue: number;
  today: number;
  near: number;
  suspended: number;
  provisional: number;
}
/** One count of the work page and the list it opens. */
export interface WorkCountView {
  code: string;
  title: string;
  count: number;
  /** Which list shows them, and its query. */
  list: 'cases' | 'deadlines';
  query: Record<string, string>;
}
export interface WorkView {
  kind: string;
  kind_title: string;
  /** Own cases, or all within reach. */
  whose: 'mine' | 'office';
  sentence: string;
  counts: WorkCountView[];
}
/** A case that nobody has yet. */
export interface WaitingView extends CaseRowView {
  /** Working days since it came in, today included. */
  waited_working_days: number;
  facts: FactView[];
}
/** Somebody who could be given a case, in one of their posts. */
export interface HandlerView {
  id: string;
  name: string;
  organisation: NamedView;
  /** Cases in hand. */
  open: number;
  /** Cases of this calendar year, whatever became of them. */
  year: number;
  /** Where the person works, seen from the case: at its organisation, below, above it, or elsewhere; null: not asked. */
  near: 'here' | 'below' | 'above' | 'elsewhere' | null;
}
/** What became of many cases handed on at once. */
export interface BulkView {
  done: { id: string; number: string | null; register_number: string }[];
  refused: { id: string; reasons: { guard: string; message: string; article: string }[] }[];
}
