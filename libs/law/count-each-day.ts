/** Periods counted day by day: working days forward, and “某日前” backwards. */
import { citationText, law } from './citation';
import { conventionTexts } from './conventions';
import { type Count, type End, explainExtension, explainRuns } from './count';
import { addDays, type Day } from './day';
import { dayText } from './reasoning';
import { runContaining } from './suspension';
import { spanText } from './time-limit';

/** Working days are counted one by one, rest days and suspended days skipped, so the end never needs to roll over. */
export function countWorkingDays(count: Count): End & { excludedDays: number } {
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
export function countBack(count: Count): End {
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
