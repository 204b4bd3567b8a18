import { type Citation, type CountingRegime, type LawCode, law } from './citation';
import type { Day } from './day';
import type { TriggerFact } from './trigger';

export type Unit = 'working-days' | 'calendar-days' | 'months';

export interface Span {
  readonly n: number;
  readonly unit: Unit;
}

/** How a rule is known: V the article was read, M recalled, I inferred or a counting convention. Later marks are weaker. */
export type Mark = 'V' | 'M' | 'I';

/**
 * Whose act meets the limit: our own people; the respondent or another organ that owes an act; a court; an applicant,
 * plaintiff or other party; nobody, because it takes effect by itself. Reminders go out for `own` and `respondent` only.
 */
export type Duty = 'own' | 'respondent' | 'court' | 'party' | 'system';

export interface Extension {
  /** Longest addition, in `unit`; absent where the law sets no maximum. */
  readonly max?: number;
  readonly unit: 'working-days' | 'calendar-days';
  readonly approver: string;
  /** How often; absent where the law does not say. */
  readonly times?: number;
  readonly article: string;
  readonly mark: Mark;
}

interface VersionData {
  readonly law: LawCode;
  readonly article: string;
  /** Further articles that say the same or complete it. */
  readonly also?: readonly Citation[];
  readonly trigger: TriggerFact;
  /** 旧法补正后的受理日 — the fact that starts it instead, under the setting `oldLawAcceptanceDate: 'corrected'`. */
  readonly triggerWhenCorrected?: TriggerFact;
  /** The statutory length. With `given` too, it is the length unless a paper or another law fixes a different one. */
  readonly span?: Span;
  /** A length fixed by a paper, a court or another law, in `unit`; `max` is its ceiling. Without `span` it must be supplied. */
  readonly given?: { readonly unit: Unit; readonly max?: number };
  /** A waiting period that runs before the span (行政诉讼法 47: two months for the organ to act). */
  readonly wait?: Span;
  /** The unit follows the setting `oldLawCorrectionDays`. */
  readonly unitBySetting?: 'oldLawCorrectionDays';
  readonly extension?: Extension;
  /** What is left out of the period, each with its article. */
  readonly exclusions?: readonly string[];
  readonly mark: Mark;
  readonly note?: string;
}

export interface LimitVersion extends VersionData {
  readonly from: Day;
  /** Last day in force, included; absent while in force. */
  readonly until?: Day;
}

interface LimitData<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly duty: Duty;
  readonly regime: CountingRegime;
  /** Counted backwards from the trigger: `due` is the last day on which the act is in time. */
  readonly direction?: 'back';
  /** 最长保护期限 and the like: neither suspended nor extended; suspensions passed in are left aside and the steps say so. */
  readonly fixed?: true;
  readonly lapse: string;
  readonly note?: string;
}

export interface TimeLimit<Id extends string = string> extends LimitData<Id> {
  /** Oldest first. */
  readonly versions: readonly LimitVersion[];
}

export const workingDays = (n: number): Span => ({ n, unit: 'working-days' });
export const calendarDays = (n: number): Span => ({ n, unit: 'calendar-days' });
export const months = (n: number): Span => ({ n, unit: 'months' });
export const years = (n: number): Span => ({ n: n * 12, unit: 'months' });

/**
 * 法定期限 — defines one statutory limit. A version is in force as long as its law, unless it narrows that with `from`/`until`.
 * A definition that contradicts itself stops the load with a plain Error, as a programming mistake.
 */
export function timeLimit<const Id extends string>(
  data: LimitData<Id> & { readonly versions: readonly (VersionData & { from?: Day; until?: Day })[] },
): TimeLimit<Id> {
  const versions = data.versions.map((version): LimitVersion => {
    const { from, until } = law(version.law);
    return { ...version, from: version.from ?? from, until: version.until ?? until };
  });
  versions.forEach((version, index) => {
    const next = versions[index + 1];
    if (next && (version.until === undefined || version.until >= next.from)) {
      throw new Error(`${data.id}: version ${index} is still in force when the next begins`);
    }
    const unit = version.span?.unit ?? version.given?.unit;
    if (version.extension && unit !== 'months' && version.extension.unit !== unit) {
      throw new Error(`${data.id}: version ${index} is extended in another unit than it is counted in`);
    }
  });
  return { ...data, versions };
}

const unitWords: Readonly<Record<Unit, string>> = {
  'working-days': '个工作日',
  'calendar-days': '日',
  months: '个月',
};

/** 60日 / 5个工作日 / 6个月 / 2年. */
export const spanText = ({ n, unit }: Span): string =>
  unit === 'months' && n >= 12 && n % 12 === 0 ? `${n / 12}年` : `${n}${unitWords[unit]}`;

/** The length of a version in words, also where it is not a number of the statute. */
export function lengthText(version: LimitVersion, direction?: 'back'): string {
  const { span, given, wait } = version;
  if (!span) {
    if (!given) return '法律未规定具体期限';
    return given.max === undefined
      ? '以文书或约定为准'
      : `由决定确定，最长${spanText({ n: given.max, unit: given.unit })}`;
  }
  if (span.n === 0) return direction === 'back' ? '当日之前' : '当日';
  const base = `${direction === 'back' ? '提前' : ''}${spanText(span)}`;
  return `${wait ? `届满${spanText(wait)}后` : ''}${base}${given ? '（另有规定或确定的从其规定）' : ''}`;
}
