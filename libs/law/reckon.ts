import { type BoundVersion, bindNamed, bindOn, bindVersion, type Triggers } from './binding';
import type { Calendar } from './calendar';
import { type LimitId, limit, versionInForce } from './catalogue';
import { articleText, citationText, countingRules, type LawCode, law } from './citation';
import { type Conventions, defaultConventions } from './conventions';
import { type Count, type End, settingArticle } from './count';
import { countCalendar } from './count-calendar';
import { countBack, countWorkingDays } from './count-each-day';
import { addDays, type Day, parseDay } from './day';
import { checkExtension, lengthOf, refuse } from './length';
import { extremes } from './possible-days';
import { Diary, dayText, Reasoning, type Step } from './reasoning';
import { excludedRuns, type Suspension } from './suspension';
import { lengthText, type Mark, type Span, spanText, type TimeLimit } from './time-limit';
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
