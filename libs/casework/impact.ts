/**
 * 影响清单 — what a change of calendar or conventions would make of the open clocks, each with its reason. Pure; showing
 * it moves nothing, and its digest lets the confirmation refuse a list that is no longer true.
 */
import { createHash } from 'node:crypto';
import {
  addDays,
  type Calendar,
  type Conventions,
  conventionNames,
  conventionTexts,
  type Day,
  type DayStatus,
  isLimitId,
  type LimitId,
  type Reckoning,
  versionInForce,
} from '@anjuan/law';
import { conventionsOf, type LedgerEntry } from './clocks';
import { limitTitle } from './reading-words';
import { reassess } from './reassess';

/** An open clock of a case that is not closed, as it is stored. */
export interface OpenClock {
  readonly clock_id: string;
  readonly case_id: string;
  readonly kind: string;
  /** 案号, or 收案号 while there is none. */
  readonly number: string;
  readonly limit_id: string;
  readonly started_on: Day;
  readonly due: Day | null;
  readonly provisional: boolean;
  readonly ledger: readonly LedgerEntry[];
}
/** moved: another day; settled: the same day, provisional no more; unsettled: the same day, now provisional; kept: the same day by other conventions. */
export const effects = { moved: '日期变动', settled: '暂定转为确定', unsettled: '转为暂定', kept: '日期不变' } as const;
export type Effect = keyof typeof effects;
export interface ImpactRow {
  readonly clock_id: string;
  readonly case_id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly effect: Effect;
  /** Null: suspended. */
  readonly old_due: Day | null;
  readonly new_due: Day | null;
  /** One sentence. */
  readonly why: string;
}
/** Before and after; without `conventions` each clock keeps its own. */
export interface Change {
  readonly title: string;
  readonly from: Calendar;
  readonly to: Calendar;
  readonly conventions?: Conventions;
}

interface ChangedDay {
  readonly day: Day;
  readonly words: string;
}

/** Assesses clocks one at a time; what the calendars differ in is found once. */
export class Assessment {
  private readonly days: readonly ChangedDay[];

  constructor(private readonly change: Change) {
    this.days = changedDays(change.from, change.to);
  }

  /** Null: nothing changes for this clock. */
  of(clock: OpenClock): ImpactRow | null {
    const { limit_id: limit, ledger } = clock;
    if (!isLimitId(limit)) throw new Error(`unknown limit ${limit}`);
    const before = conventionsOf(ledger);
    const conventions = this.change.conventions ?? before;
    const after = reassess({ limit, ledger }, this.change.to, conventions);
    if (!after) return null;
    const { due, provisional } = after.reckoned;
    const others = differing(before, conventions);
    const effect = effectOf(clock, due, provisional, others.length > 0);
    if (effect === null) return null;
    const { clock_id, case_id, kind, number } = clock;
    return {
      clock_id,
      case_id,
      kind,
      number,
      title: limitTitle(limit),
      effect,
      old_due: clock.due,
      new_due: due,
      why: this.why(clock, limit, after.reckoned, effect, others),
    };
  }

  private why(
    clock: OpenClock,
    limit: LimitId,
    { raw, due, from, law }: Reckoning,
    effect: Effect,
    others: readonly (keyof Conventions)[],
  ): string {
    if (others.length > 0) {
      const named = `改变计算约定：${others.map((name) => conventionTexts[name].title).join('；')}。`;
      return from === clock.started_on ? named : `${named}改依${law}，自${from}起算。`;
    }
    if (effect === 'settled') return `${this.change.title}已公布，日期不变。`;
    const version = versionInForce(limit, from);
    const unit = version?.span?.unit ?? version?.given?.unit;
    // Working days are counted from the trigger; of other periods only the last day rolls, from the raw end.
    const touched = [unit === 'working-days' ? from : raw, clock.due, due].filter((day) => day !== null).sort();
    const [first = from, last = from] = [touched[0], touched.at(-1)];
    const within = this.days.filter((d) => d.day >= first && d.day <= last);
    return within.length > 0 ? `${inRuns(within)}。` : '按现行日历和法条重算。';
  }
}

function effectOf(clock: OpenClock, due: Day | null, provisional: boolean, others: boolean): Effect | null {
  if (due !== clock.due) return 'moved';
  if (provisional !== clock.provisional) return provisional ? 'unsettled' : 'settled';
  return others ? 'kept' : null;
}

const differing = (a: Conventions, b: Conventions) => conventionNames.filter((name) => a[name] !== b[name]);

/** Days that are worked under one calendar and not under the other. */
function changedDays(from: Calendar, to: Calendar): ChangedDay[] {
  const days: ChangedDay[] = [];
  const years = [...from.notices, ...to.notices].map((n) => n.year);
  const locals = [...from.localHolidays, ...to.localHolidays].map((l) => Number(l.day.slice(0, 4)));
  const last = `${Math.max(...years, ...locals)}-12-31`;
  for (let day = from.firstDay; day <= last; day = addDays(day, 1)) {
    const [old, now] = [from.status(day), to.status(day)];
    if (old.working !== now.working) days.push({ day, words: wordsOf(now, old) });
  }
  return days;
}

function wordsOf(now: DayStatus, old: DayStatus): string {
  switch (now.kind) {
    case 'holiday':
      return `${now.festival}放假`;
    case 'make-up':
      return `${now.festival}调休上班`;
    case 'local':
      return `${now.name}放假`;
    case 'local-make-up':
      return `${now.name}调休上班`;
    default:
      return now.working ? `不再放假${'name' in old ? `（${old.name}）` : ''}` : '恢复为休息日';
  }
}

/** `2027-02-05至2027-02-11春节放假` for days that follow one another with the same reason. Weekends between do not part them. */
function inRuns(days: readonly ChangedDay[]): string {
  const runs: { first: Day; last: Day; words: string }[] = [];
  for (const { day, words } of days) {
    const run = runs.at(-1);
    if (run && run.words === words && day <= addDays(run.last, 3)) run.last = day;
    else runs.push({ first: day, last: day, words });
  }
  return runs.map((r) => `${r.first === r.last ? r.first : `${r.first}至${r.last}`}${r.words}`).join('；');
}

/** Of the change and every row, in the order given: two lists with one digest move the same clocks to the same days. */
export function digestOf(changeId: string, rows: readonly ImpactRow[]): string {
  const hash = createHash('sha256').update(changeId);
  for (const r of rows) hash.update(`\n${r.clock_id} ${r.effect} ${r.old_due} ${r.new_due}`);
  return hash.digest('hex');
}
