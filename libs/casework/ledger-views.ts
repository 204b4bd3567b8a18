/** 期限账本 as people read it, in the words of the API. Days are `YYYY-MM-DD`; `…_title` and `text` are Chinese. */
import type { CaseRefView, LightView, StepView } from './reading-views';

/** How a rule is known: V 已核, M 凭记忆, I 推定. */
export interface MarkedView {
  mark: string;
  mark_title: string;
}
export interface LedgerStepView extends StepView, MarkedView {}
/** One entry of a clock's ledger: what an event did to it. */
export interface LedgerEntryView {
  seq: number;
  /** Code of the movement, such as `suspend`. */
  verb: string;
  verb_title: string;
  event_title: string;
  /** The legal day of the event; of a start the day it is counted from. */
  on: string;
  /** Of a suspension: the day it ended; null while it stands. */
  until: string | null;
  /** Of an extension: the days added. */
  days: number | null;
  /** What the event was given as its reason and particulars. */
  reason: string;
  article: string;
  /** Of an extension: who must approve it under the law of the event's own day. */
  approver: string | null;
  actor: string | null;
  role_title: string | null;
  recorded_at: string | null;
  late: boolean;
  /** The due day once the entries up to this one, in order of their days, are counted; null while suspended. */
  due_after: string | null;
}
/** A choice where the law is silent that this date rests on. */
export interface LedgerConventionView extends MarkedView {
  name: string;
  title: string;
  /** What the jurisdiction has chosen. */
  value_title: string;
  source: string;
}
/** What would change the date. */
export interface PossibleChangeView {
  /** 延长, 中止, 恢复, 办结, 不再计算, 更正起算日, 放假安排公布 … */
  effect: string;
  /** The event, or what has to come. */
  text: string;
  article: string;
  /** Who may do it. */
  by: string;
}
export interface ClockVersionView extends MarkedView {
  law: string;
  article: string;
  from: string;
  until: string | null;
  span: string;
  trigger: string;
  extension: string | null;
}
export interface ClockLedgerView extends MarkedView {
  id: string;
  limit: string;
  title: string;
  subject: string | null;
  duty_title: string;
  status: string;
  status_title: string;
  /** The dated version of the law that gives the length; bound by the trigger day. */
  version: ClockVersionView;
  lapse: string;
  started_on: string;
  raw: string | null;
  due: string | null;
  excluded_days: number;
  provisional: boolean;
  /** A supervisor's decision lies over the law's reckoning. */
  manual: boolean;
  ended_on: string | null;
  light: LightView | null;
  entries: LedgerEntryView[];
  steps: LedgerStepView[];
  conventions: LedgerConventionView[];
  changes: PossibleChangeView[];
}
export interface LedgerView {
  case: CaseRefView & { kind_title: string; party_names: string };
  /** The legal day on which it was read. */
  as_of: string;
  clocks: ClockLedgerView[];
}
/** What a trial would make of a clock. Nothing of it is stored. */
export interface WhatIfView {
  clock_id: string;
  title: string;
  before: { due: string | null; status: string; status_title: string };
  after: MarkedView & {
    law: string;
    article: string;
    started_on: string;
    raw: string | null;
    due: string | null;
    status: string;
    status_title: string;
    excluded_days: number;
    provisional: boolean;
    steps: LedgerStepView[];
  };
  /** Calendar days from the due day as it stands to the one tried; null where one of them has no date. */
  moved_days: number | null;
  sentence: string;
}
