import { citationText } from './citation';
import { conventionTexts } from './conventions';
import { type Count, type End, explainExtension, explainRuns, settingArticle } from './count';
import { addDays, addMonths, type Day } from './day';
import { dayText } from './reasoning';
import { type ExcludedDays, runContaining, runLength } from './suspension';
import { type Span, spanText } from './time-limit';

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

/** Periods of calendar days and months: raw end first, then the excluded days, then one roll-over. */
export function countCalendar(count: Count): End & { excludedDays: number } {
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
