import { type BoundVersion, bindNamed, bindOn, bindVersion, type Triggers } from './binding';
import type { Calendar } from './calendar';
import { type LimitId, limit, versionInForce } from './catalogue';
import { articleText, type CountingRules, citationText, countingRules, type LawCode, law } from './citation';
import { type Conventions, conventionTexts, defaultConventions } from './conventions';
import { addDays, addMonths, type Day, parseDay } from './day';
import { checkExtension, lengthOf, refuse } from './length';
import { extremes } from './possible-days';
import { Diary, dayText, Reasoning, type Step } from './reasoning';
import { type ExcludedDays, excludedRuns, runContaining, runLength, type Suspension } from './suspension';
import { type LimitVersion, lengthText, type Mark, type Span, spanText, type TimeLimit } from './time-limit';
import { type TriggerFact, triggerFacts } from './trigger';

export interface ReckonInput {
  readonly limit: LimitId;
  /** The trigger day; the version in force on it binds. Left out when `triggers` says more. */
  readonly from?: Day;
  /** Dated facts; each version looks for its own (see `bindVersion`). Goes before `from`. */
  readonly triggers?: Triggers;
  readonly suspensions?: readonly Suspension[];
  /** Days added by an approved extension, in the unit of the version's extension. */
  readonly extendDays?: number;
  /** The day it was decided: the law of that day says who approves (the bound version still says how long). */
  readonly extendedOn?: Day;
  /** The length fixed by a paper, a court or another law, in the unit of the version's `given`. */
  readonly givenDays?: number;
  /** A law named by a person: its version counts, whatever the trigger day would bind. */
  readonly law?: LawCode;
  readonly calendar: Calendar;
  readonly conventions?: Partial<Conventions>;
}

export interface Reckoning {
  readonly limit: LimitId;
  /** Short official name with the year of the text, such as 行政复议法(2023). */
  readonly law: string;
  readonly lawCode: LawCode;
  readonly article: string;
  readonly trigger: TriggerFact;
  readonly from: Day;
  /** The end after extension and exclusions, before it rolls over; null while a suspension stands open. */
  readonly raw: Day | null;
  /** Calendar days left out of the running period by suspensions that have ended. */
  readonly excludedDays: number;
  readonly due: Day | null;
  /** The answer leans on a day for which no holiday notice exists yet. */
  readonly provisional: boolean;
  /** Of a provisional date: the first and last day it can become, see `extremes`; null otherwise. */
  readonly earliest: Day | null;
  readonly latest: Day | null;
  /** True when every step was read in the law, `mark` otherwise says what the weakest rests on. */
  readonly verified: boolean;
  readonly mark: Mark;
  readonly status: 'running' | 'suspended';
  readonly steps: readonly Step[];
}

interface Count {
  readonly entry: TimeLimit;
  readonly version: LimitVersion;
  readonly from: Day;
  readonly span: Span;
  readonly extendDays: number;
  /** The version in force on the day of the extension. */
  readonly approval: LimitVersion;
  readonly runs: readonly ExcludedDays[];
  readonly conventions: Conventions;
  readonly rules: CountingRules;
  readonly diary: Diary;
  readonly reasoning: Reasoning;
}

interface End {
  readonly raw: Day | null;
  readonly due: Day | null;
}

const after = (day: Day, { n, unit }: Span): Day => (unit === 'months' ? addMonths(day, n) : addDays(day, n));

/** Moves a last day that is a rest day, or lies in a suspension, to the first day that is neither; null if that never ends. */
function rollForward(day: Day, { runs, diary }: Count): Day | null {
  let end = day;
  for (;;) {
    const run = end === day ? undefined : runContaining(runs, end);
    if (run) {
      if (run.last === undefined) return null;
      end = addDays(run.last, 1);
    } else if (diary.isWorking(end)) return end;
    else end = addDays(end, 1);
  }
}

const settingArticle = (name: keyof Conventions) => ({
  article: conventionTexts[name].source,
  mark: conventionTexts[name].mark,
  convention: name,
});

function explainRuns(count: Count, end: Day | null): number {
  let excluded = 0;
  for (const run of count.runs) {
    if (end !== null && run.first > end) break;
    const { first, last } = run;
    if (last === undefined) {
      count.reasoning.add(`自${first}起中止，尚未恢复，届满日待恢复后确定。`, settingArticle('suspensionDays'));
      break;
    }
    excluded += runLength(run);
    const rule =
      count.conventions.suspensionDays === 'resume-day-counts'
        ? '中止当日起不计，恢复当日计入'
        : '中止当日计入，恢复当日不计';
    count.reasoning.add(
      `${first === last ? first : `${first}至${last}`}中止，共${runLength(run)}日不计入期限（${rule}）。`,
      settingArticle('suspensionDays'),
    );
  }
  return excluded;
}

/** `base` is the unrolled end before the extension, `counted` the day the added days start from. */
function explainExtension(count: Count, base: Day | null, counted: Day | null, end: Day): void {
  const { version, approval, extendDays, conventions, diary, reasoning } = count;
  const { extension } = version;
  if (!extension) return;
  const approved = approval.extension ?? extension;
  const length = spanText({ n: extendDays, unit: extension.unit });
  const from =
    counted === null
      ? ''
      : `，自${counted}${conventions.extensionBase === 'unrolled' ? '（未顺延）' : '（顺延后）'}起算`;
  // The convention shows only where the base ends on a rest day; elsewhere both readings agree.
  const shows = base !== null && !diary.wouldWork(base);
  const mark = shows ? conventionTexts.extensionBase.mark : approved.mark;
  reasoning.add(`经${approved.approver}同意延长${length}${from}，至${end}。`, {
    date: end,
    article: `${law((approval.extension ? approval : version).law).name}${articleText(approved.article)}`,
    mark,
    ...(shows ? { convention: 'extensionBase' } : {}),
  });
}

/** Calendar days and months: raw end first, then the excluded days, then one roll-over. */
function countCalendar(count: Count): End & { excludedDays: number } {
  const { version, from, span, extendDays, runs, conventions, rules, diary, reasoning } = count;
  let base = from;
  if (version.wait) {
    base = after(from, version.wait);
    reasoning.add(`先计履行职责的期限${spanText(version.wait)}，至${base}。`, {
      date: base,
      article: citationText(version),
      mark: diary.wouldWork(base) ? version.mark : conventionTexts.extensionBase.mark,
    });
  }
  const unextended = after(base, span);
  const clipped = span.unit === 'months' && unextended.slice(8) !== base.slice(8) ? '（无对应日，取月末日）' : '';
  reasoning.add(
    version.wait
      ? `自${base}起计${spanText(span)}，期限届满日为${dayText(unextended)}${clipped}。`
      : `${from}当日不计入，计${spanText(span)}，期限届满日为${dayText(unextended)}${clipped}。`,
    {
      date: unextended,
      article: span.unit === 'months' ? `${rules.start}、${rules.months}` : rules.start,
      mark: version.mark,
    },
  );

  if (extendDays > 0 && conventions.extensionBase === 'rolled') return extendRolled(count, unextended);
  let end = unextended;
  if (extendDays > 0) {
    end = addDays(unextended, extendDays);
    explainExtension(count, unextended, unextended, end);
  }
  return excludeAndRoll(count, end, pushBack(end, runs));
}

/** A last day moved on by the runs of excluded days that begin on it or earlier; null where one of them is open. */
function pushBack(day: Day, runs: readonly ExcludedDays[]): Day | null {
  let end = day;
  for (const run of runs) {
    if (run.first > end) break;
    if (run.last === undefined) return null;
    end = addDays(end, runLength(run));
  }
  return end;
}

/** The raw end after the exclusions, and one roll-over; `unstopped` is where it would lie without them. */
function excludeAndRoll(count: Count, unstopped: Day, end: Day | null): End & { excludedDays: number } {
  const excludedDays = explainRuns(count, end ?? unstopped);
  if (end === null) return { raw: null, due: null, excludedDays };
  if (end !== unstopped) {
    const text = `不计入的${excludedDays}日顺次后延，期限届满日为${dayText(end)}。`;
    count.reasoning.add(text, { date: end, ...settingArticle('suspensionDays') });
  }
  return { raw: end, due: explainRoll(count, end), excludedDays };
}

/**
 * By the setting `extensionBase: 'rolled'` the added days start from the day on which the period would in fact have
 * ended, so what was excluded before comes first; what is excluded later falls into the added days.
 */
function extendRolled(count: Count, unextended: Day): End & { excludedDays: number } {
  const { runs, extendDays, reasoning } = count;
  const base = pushBack(unextended, runs);
  const rolled = base === null ? null : rollForward(base, count);
  if (base === null || rolled === null) return excludeAndRoll(count, base ?? unextended, null);
  if (base !== unextended) {
    const text = `不计入的日数顺次后延，延长前的期限届满日为${dayText(base)}。`;
    reasoning.add(text, { date: base, ...settingArticle('suspensionDays') });
  }
  const unstopped = addDays(rolled, extendDays);
  explainExtension(count, base, rolled, unstopped);
  return excludeAndRoll(
    count,
    unstopped,
    pushBack(
      unstopped,
      runs.filter(({ first }) => first > rolled),
    ),
  );
}

function explainRoll(count: Count, raw: Day): Day | null {
  const { diary, reasoning, rules, conventions } = count;
  diary.account({ weekends: false, makeUp: false });
  const due = rollForward(raw, count);
  const { reasons, notice, mark } = diary.account({ weekends: true, makeUp: !conventions.makeUpDayIsWorkingDay });
  if (due === null) {
    reasoning.add(
      `届满日${raw}为休息日，顺延期间又中止且尚未恢复，届满日待恢复后确定。`,
      settingArticle('suspensionDays'),
    );
    return null;
  }
  const restsOnMakeUp = conventions.makeUpDayIsWorkingDay && diary.isMakeUp(due);
  if (due === raw) {
    if (!restsOnMakeUp) {
      reasoning.add(`${dayText(due)}${diary.provisional ? '暂按周一至周五' : ''}为工作日，不顺延。`, {
        date: due,
        article: rules.end,
        mark: 'V',
      });
    }
  } else {
    reasoning.add(`${reasons.join('，')}，届满日顺延至${dayText(due)}。`, {
      date: due,
      article: rules.end,
      notice,
      mark,
    });
  }
  if (restsOnMakeUp) {
    diary.isWorking(due);
    const { notice: makeUpNotice } = diary.account({ weekends: false, makeUp: true });
    reasoning.add(`${dayText(due)}为调休上班日，期限届满于该日，不再顺延。`, {
      date: due,
      notice: makeUpNotice,
      mark: conventionTexts.makeUpDayIsWorkingDay.mark,
      convention: 'makeUpDayIsWorkingDay',
    });
  }
  return due;
}

/** Working days are counted one by one, rest days and suspended days skipped, so the end never needs to roll over. */
function countWorkingDays(count: Count): End & { excludedDays: number } {
  const { version, from, span, extendDays, runs, rules, diary, reasoning } = count;
  const wanted = span.n + extendDays;
  let end = from;
  let base: Day | null = null;
  for (let n = 0; n < wanted; ) {
    end = addDays(end, 1);
    const run = runContaining(runs, end);
    if (run) {
      if (run.last === undefined) return { raw: null, due: null, excludedDays: explainRuns(count, end) };
      end = run.last;
    } else if (diary.isWorking(end)) {
      n += 1;
      if (n === span.n) base = end;
    }
  }
  const clause = law(version.law).workingDayClause;
  const { reasons, notice, mark } = diary.account({ weekends: false, makeUp: true });
  const excludedDays = explainRuns(count, end);
  reasoning.add(`${from}当日不计入，自次日起逐日计工作日，不含法定休假日。`, {
    article: clause ? `${rules.start}、${citationText({ law: version.law, article: clause })}` : rules.start,
    mark: version.mark,
  });
  if (reasons.length > 0) reasoning.add(`其间${reasons.join('；')}。`, { article: rules.end, notice, mark });
  const reached = extendDays > 0 ? base : end;
  reasoning.add(`第${span.n}个工作日为${dayText(reached ?? end)}。`, {
    date: reached ?? end,
    article: citationText(version),
    mark: version.mark,
  });
  if (extendDays > 0) explainExtension(count, base, null, end);
  return { raw: end, due: end, excludedDays };
}

/**
 * “某日前” — counted backwards from a day. Strictly, the whole length lies between the act and that day, so one day more is
 * counted back. It is not rolled over: that would shorten the notice.
 */
function countBack(count: Count): End {
  const { version, from, span, conventions, diary, reasoning, rules } = count;
  if (span.n === 0) {
    reasoning.add(`须在${dayText(from)}当日开始之前完成。`, {
      date: from,
      article: citationText(version),
      mark: version.mark,
    });
    return { raw: from, due: from };
  }
  const strict = conventions.backwardCounting === 'strict';
  const wanted = span.n + (strict ? 1 : 0);
  let day = from;
  for (let n = 0; n < wanted; ) {
    day = addDays(day, -1);
    if (span.unit !== 'working-days' || diary.isWorking(day)) n += 1;
  }
  const { reasons, notice, mark } = diary.account({ weekends: false, makeUp: true });
  const clause = law(version.law).workingDayClause;
  if (reasons.length > 0) reasoning.add(`其间${reasons.join('；')}。`, { article: rules.end, notice, mark });
  reasoning.add(
    strict
      ? `自${from}向前倒推，与当日之间须有${spanText(span)}的足额间隔，最迟为${dayText(day)}。`
      : `自${from}向前倒推，第${spanText(span)}为${dayText(day)}。`,
    {
      date: day,
      article: clause
        ? `${citationText({ law: version.law, article: clause })}；${conventionTexts.backwardCounting.source}`
        : conventionTexts.backwardCounting.source,
      mark: conventionTexts.backwardCounting.mark,
      convention: 'backwardCounting',
    },
  );
  return { raw: day, due: day };
}

function explainBinding(
  bound: BoundVersion,
  entry: TimeLimit,
  span: Span,
  input: ReckonInput,
  reasoning: Reasoning,
): void {
  const { version, from, fact, contested } = bound;
  if (contested) {
    reasoning.add(
      `各版本起算事实不同，${triggerFacts[fact]}（${from}）落在${law(version.law).name}施行期间，适用该版本。`,
      {
        date: from,
        ...settingArticle('versionBinding'),
      },
    );
  }
  const length =
    input.givenDays === undefined
      ? lengthText({ ...version, span, given: undefined }, entry.direction)
      : `${spanText(span)}（指定）`;
  const note = version.note ? `；${version.note}` : '';
  reasoning.add(`适用${citationText(version)}，期限为${length}，自${triggerFacts[fact]}（${from}）起算${note}。`, {
    date: from,
    article: citationText(version),
    mark: version.mark,
  });
}

function end(count: Count): End & { excludedDays: number } {
  const { entry, span, from, version, reasoning } = count;
  if (entry.direction === 'back') return { ...countBack(count), excludedDays: 0 };
  if (span.n === 0 && version.span?.n === 0) {
    reasoning.add(`于${dayText(from)}当日发生，不再计算期间。`, {
      date: from,
      article: citationText(version),
      mark: version.mark,
    });
    return { raw: from, due: from, excludedDays: 0 };
  }
  return span.unit === 'working-days' ? countWorkingDays(count) : countCalendar(count);
}

/** The first and last day a provisional date can become. Counted backwards, more working days make it later. */
function spanOf(count: Count, calendar: Calendar): readonly [Day, Day] | null {
  const { most, fewest } = extremes(calendar);
  const [a, b] = [most, fewest].map((possible) => {
    const diary = new Diary(possible, count.conventions.makeUpDayIsWorkingDay);
    return end({ ...count, diary, reasoning: new Reasoning() }).due;
  });
  if (!a || !b) return null;
  return a < b ? [a, b] : [b, a];
}

const spanWords = ([first, last]: readonly [Day, Day]): string =>
  first === last ? `按历年安排推算仍为${first}` : `按历年安排推算最早为${first}、最晚为${last}`;

function bindingOf({ limit: id, law: named, triggers, from }: ReckonInput, conventions: Conventions): BoundVersion {
  if (named) return bindNamed(id, named, triggers ?? {}, from);
  return triggers ? bindVersion(id, triggers, conventions) : bindOn(id, parseDay(from ?? '', 'from'));
}

/**
 * 期限计算 — the due date of a limit with its reasons. Days are legal days; nothing is rounded, guessed or read from a clock.
 * Order: raw end, then excluded days, then one roll-over (民事诉讼法 85, 适用行政诉讼法解释 48, 民法典 201–203).
 * Throws LawError: see `LawErrorCode`.
 */
export function reckon(input: ReckonInput): Reckoning {
  const conventions: Conventions = { ...defaultConventions, ...input.conventions };
  const entry = limit(input.limit);
  const bound = bindingOf(input, conventions);
  const { version, from } = bound;
  const span = lengthOf(entry, version, input.givenDays, conventions);
  const extendDays = checkExtension(entry, version, input.extendDays);
  const suspensions = input.suspensions ?? [];
  if (suspensions.length > 0 && entry.direction === 'back') {
    throw refuse('invalid-suspension', entry, 'suspend', '', '向前倒推的期限不存在中止');
  }
  const runs = excludedRuns(suspensions, addDays(from, 1), conventions.suspensionDays);

  const reasoning = new Reasoning();
  const diary = new Diary(input.calendar, conventions.makeUpDayIsWorkingDay);
  const rules = countingRules(entry.regime, from);
  explainBinding(bound, entry, span, input, reasoning);
  if (entry.fixed && runs.length > 0) {
    reasoning.add('最长保护期限不中止、不延长，所列中止不计。', { article: citationText(version), mark: 'I' });
  }
  const count: Count = {
    entry,
    version,
    from,
    span,
    extendDays,
    approval: (input.extendedOn && versionInForce(input.limit, input.extendedOn)) || version,
    runs: entry.fixed ? [] : runs,
    conventions,
    rules,
    diary,
    reasoning,
  };
  const { raw, due, excludedDays } = end(count);
  const possible = diary.provisional ? spanOf(count, input.calendar) : null;
  if (diary.provisional) {
    const year = diary.yearWithoutNotice;
    const between = possible ? `，${spanWords(possible)}` : '';
    reasoning.add(`计算涉及${year - 1}-12-25之后的日期，${year}年放假安排尚未公布，结果为暂定${between}。`, {
      notice: `${year}年放假安排通知（尚未发布）`,
      mark: 'V',
    });
  }
  return {
    limit: input.limit,
    law: law(version.law).name,
    lawCode: version.law,
    article: articleText(version.article),
    trigger: bound.fact,
    from,
    raw,
    excludedDays,
    due,
    provisional: diary.provisional,
    earliest: possible?.[0] ?? null,
    latest: possible?.[1] ?? null,
    verified: reasoning.mark === 'V',
    mark: reasoning.mark,
    status: due === null ? 'suspended' : 'running',
    steps: reasoning.steps,
  };
}
