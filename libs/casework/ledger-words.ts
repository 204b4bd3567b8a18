/** The words of a clock's ledger: marks, movements, conventions, the law's version, and what would change a date. Pure. */
import { type Role, roles } from '@anjuan/identity';
import {
  type Conventions,
  conventionTexts,
  type Day,
  describeLimits,
  type LimitId,
  type Mark,
  type Step,
  versionInForce,
} from '@anjuan/law';
import { correcting, edgesOf } from './any-case';
import { type LedgerEntry, replay } from './clocks';
import type {
  ClockVersionView,
  LedgerConventionView,
  LedgerStepView,
  MarkedView,
  PossibleChangeView,
} from './ledger-views';
import { overriding } from './override-clock';
import type { Edge, ExtendsClock, Moves, Procedure } from './procedure';
import type { Office } from './settings';

const markTitles: Readonly<Record<Mark, string>> = { V: '已核', M: '凭记忆', I: '推定' };
export const markView = (mark: Mark): MarkedView => ({ mark, mark_title: markTitles[mark] });

export const clockStatusTitles: Readonly<Record<string, string>> = {
  running: '计算中',
  suspended: '已中止',
  met: '已办结',
  cancelled: '不再计算',
};

const verbTitles: Readonly<Record<string, string>> = {
  start: '起算',
  extend: '延长',
  suspend: '中止',
  resume: '恢复',
  date: '补记起算事实',
  recount: '重新计算',
  meet: '办结',
  cancel: '不再计算',
  correct: '更正起算',
  override: '人工改定',
  restore: '撤销改定',
  merge: '本案并入他案',
  separate: '撤销并入，恢复计算',
};
export const verbTitle = (verb: string): string => verbTitles[verb] ?? verb;

/** Steps as they stand in the clock's row or come out of a reckoning. */
export const stepViews = (steps: readonly Partial<Step>[]): LedgerStepView[] =>
  steps.map((s, i) => ({
    n: s.n ?? i + 1,
    text: s.text ?? '',
    date: s.date ?? null,
    article: s.article ?? null,
    notice: s.notice ?? null,
    ...markView(s.mark ?? 'I'),
  }));

/** The weakest mark among the steps. */
export function weakestOf(steps: readonly Partial<Step>[]): Mark {
  const marks = new Set(steps.map((s) => s.mark ?? 'I'));
  return marks.has('I') ? 'I' : marks.has('M') ? 'M' : 'V';
}

type Choices = { readonly [K in keyof Conventions]: (value: Conventions[K]) => string };
const choices: Choices = {
  extensionBase: (v) => (v === 'unrolled' ? '自未顺延的届满日起算' : '自顺延后的届满日起算'),
  backwardCounting: (v) => (v === 'strict' ? '须有足额整日的间隔' : '倒推的第末日即可'),
  suspensionDays: (v) => (v === 'resume-day-counts' ? '中止当日不计，恢复当日计入' : '中止当日计入，恢复当日不计'),
  oldLawCorrectionDays: (v) => (v === 'working' ? '按工作日' : '按日历日'),
  oldLawAcceptanceDate: (v) => (v === 'receipt' ? '收到申请之日' : '补正完备之日'),
  makeUpDayIsWorkingDay: (v) => (v ? '调休上班日计为工作日' : '调休上班日不计为工作日'),
  versionBinding: (v) => (v === 'oldest-first' ? '自旧法起逐一核对' : '自新法起逐一核对'),
};
const choiceOf = <K extends keyof Conventions>(name: K, conventions: Conventions): string =>
  choices[name](conventions[name]);

/** The conventions that the steps rest on, each once. */
export function conventionViews(steps: readonly Partial<Step>[], conventions: Conventions): LedgerConventionView[] {
  const used = new Set(steps.flatMap((s) => (s.convention === undefined ? [] : [s.convention])));
  return [...used].map((name) => {
    const { title, source, mark } = conventionTexts[name];
    return { name, title, value_title: choiceOf(name, conventions), source, ...markView(mark) };
  });
}

let described: ReadonlyMap<LimitId, ReturnType<typeof describeLimits>[number]> | undefined;
const describe = (id: LimitId) => {
  described ??= new Map(describeLimits().map((l) => [l.id, l]));
  const found = described.get(id);
  if (!found) throw new Error(`no limit ${id}`);
  return found;
};
export const lapseOf = (id: LimitId): string => describe(id).lapse;

/** The version that a clock's stored law and article name; of several of one article the one in force when it began. */
export function versionView(id: LimitId, law: string, article: string, startedOn: Day): ClockVersionView {
  const named = describe(id).versions.filter((v) => v.law === law && v.article === article);
  const v = named.find((x) => x.from <= startedOn && (x.until === undefined || startedOn <= x.until)) ?? named[0];
  if (!v) throw new Error(`${id} has no version ${law}${article}`);
  return {
    law,
    article,
    from: v.from,
    until: v.until ?? null,
    span: v.span,
    trigger: v.trigger,
    extension: v.extension ?? null,
    ...markView(v.mark),
  };
}

/** Who must approve an extension decided on that day: by the law of that day, whichever law gave the clock its length. */
export const approverOn = (id: LimitId, day: Day): string | null =>
  versionInForce(id, day)?.extension?.approver ?? null;

const extensionOn = (id: LimitId, day: Day): string => {
  const v = describe(id).versions.find((x) => x.from <= day && (x.until === undefined || day <= x.until));
  return v?.extension === undefined ? '' : `，${v.extension}`;
};

const movesLimit = (moves: readonly (Moves<never> | ExtendsClock<never>)[] | undefined, limit: LimitId): boolean =>
  (moves ?? []).some((m) => (typeof m === 'string' ? m : m.limit) === limit);

const peopleOf = (edge: Edge): string =>
  edge.by.flatMap((r: Role) => (r === 'system' ? [] : [roles[r].title])).join('、') || '系统';

/** What would still change an open clock of a case in that state: its events, a correction, a notice that is to come. */
export function changesOf(
  clock: { readonly limit: LimitId; readonly status: string; readonly provisional: boolean },
  p: Procedure,
  state: string,
  today: Day,
  office: Office,
): PossibleChangeView[] {
  const { limit, status, provisional } = clock;
  // Counter-events undo a mistake; they are no course the case may take.
  const fitting = Object.entries(edgesOf(p)).filter(
    ([, e]) => e.from !== 'opening' && e.from.includes(state) && e.reverses !== true,
  );
  const by = (effect: string, movesOf: (e: Edge) => boolean, more = ''): PossibleChangeView[] =>
    fitting
      .filter(([, e]) => movesOf(e))
      .map(([, e]) => ({ effect, text: `${e.title}${more}`, article: e.cite, by: peopleOf(e) }));
  const correction = fitting.find(([name]) => name === correcting)?.[1];
  const override = fitting.find(([name]) => name === overriding)?.[1];
  return [
    ...by('延长', (e) => movesLimit(e.extends, limit), extensionOn(limit, today)),
    ...(status === 'suspended'
      ? by('恢复', (e) => movesLimit(e.resumes, limit))
      : by('中止', (e) => movesLimit(e.suspends, limit))),
    ...by('办结', (e) => movesLimit(e.meets, limit)),
    ...by('不再计算', (e) => movesLimit(e.cancels, limit)),
    ...(correction
      ? [
          {
            effect: '更正起算日',
            text: '起算事实的日期登记有误的，更正后重新计算',
            article: correction.cite,
            by: peopleOf(correction),
          },
        ]
      : []),
    ...(override
      ? [{ effect: '人工改定', text: '改定届满日或者适用的法律版本', article: override.cite, by: peopleOf(override) }]
      : []),
    ...(provisional
      ? [
          {
            effect: '放假安排公布',
            text: `${office.calendar.lastNoticedYear + 1}年放假安排公布后重新核对，现为暂定`,
            article: '国务院办公厅关于部分节假日安排的通知（尚未发布）',
            by: '国务院办公厅',
          },
        ]
      : []),
  ];
}

/** By day, of one day as recorded; the start first. */
export const inOrder = (ledger: readonly LedgerEntry[]): readonly LedgerEntry[] =>
  [...ledger].sort((a, b) =>
    a.verb === 'start' || b.verb === 'start'
      ? Number(b.verb === 'start') - Number(a.verb === 'start')
      : a.on < b.on
        ? -1
        : a.on > b.on
          ? 1
          : a.seq - b.seq,
  );

/** For each entry in order, the due day once it and those before it are counted. */
export const duesAlong = (limit: LimitId, entries: readonly LedgerEntry[], office: Office): readonly (Day | null)[] =>
  entries.map((_, i) => replay(limit, entries.slice(0, i + 1), office).reckoned.due);

/** Of a suspension, the day on which it ended. */
export const endOf = (entries: readonly LedgerEntry[], at: number): Day | null =>
  entries.slice(at + 1).find((e) => e.verb === 'resume' || e.verb === 'meet' || e.verb === 'cancel')?.on ?? null;
