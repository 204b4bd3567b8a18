import { articleText, type CountingRules, law } from './citation';
import { type Conventions, conventionTexts } from './conventions';
import type { Day } from './day';
import type { Diary, Reasoning } from './reasoning';
import { type ExcludedDays, runLength } from './suspension';
import { type LimitVersion, type Span, spanText, type TimeLimit } from './time-limit';

/** One count of a period: the version that binds it, its settings, and the reasoning that grows as it is counted. */
export interface Count {
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

/** Null while a suspension stands open; where it stops only the roll-over, `due` alone. */
export interface End {
  readonly raw: Day | null;
  readonly due: Day | null;
}

/** What a step rests on that follows a convention and not an article alone. */
export const settingArticle = (name: keyof Conventions) => ({
  article: conventionTexts[name].source,
  mark: conventionTexts[name].mark,
  convention: name,
});

/** Says each run of excluded days that begins by `end`, and returns how many days they leave out. */
export function explainRuns(count: Count, end: Day | null): number {
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

/** Says who agreed to the extension. `base` is the unrolled end before the extension, `counted` the day the added days start from. */
export function explainExtension(count: Count, base: Day | null, counted: Day | null, end: Day): void {
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
