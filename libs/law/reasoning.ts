import type { Calendar, DayStatus } from './calendar';
import type { Conventions } from './conventions';
import { type Day, weekday } from './day';
import type { Mark } from './time-limit';

/** One numbered reason of a due date. `verified` is `mark === 'V'`. */
export interface Step {
  readonly n: number;
  /** One Chinese sentence. */
  readonly text: string;
  /** The date this step arrives at. */
  readonly date?: Day;
  readonly article?: string;
  /** Document number of the holiday notice relied on. */
  readonly notice?: string;
  /** The convention relied on, where the law is silent. */
  readonly convention?: keyof Conventions;
  readonly mark: Mark;
  readonly verified: boolean;
}

const strength: Readonly<Record<Mark, number>> = { V: 0, M: 1, I: 2 };

export const weaker = (a: Mark, b: Mark): Mark => (strength[a] >= strength[b] ? a : b);

const weekdayNames = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** 2024-10-01（星期二） */
export const dayText = (day: Day): string => `${day}（星期${weekdayNames[weekday(day)]}）`;

const distinct = (items: readonly string[]): string[] => [...new Set(items)];

/**
 * Looks days up in the calendar for one computation and remembers what it looked at: whether the answer leans on a year
 * without a notice, and which festivals have to be named.
 */
export class Diary {
  readonly #seen = new Map<Day, DayStatus>();
  #provisional = false;

  constructor(
    private readonly calendar: Calendar,
    private readonly makeUpDayIsWorkingDay: boolean,
  ) {}

  get provisional(): boolean {
    return this.#provisional;
  }

  get yearWithoutNotice(): number {
    return this.calendar.lastNoticedYear + 1;
  }

  isWorking(day: Day): boolean {
    const status = this.calendar.status(day);
    this.#seen.set(day, status);
    if (this.calendar.provisional(day)) this.#provisional = true;
    return this.#works(status);
  }

  /** As `isWorking`, for a side question that does not carry the answer. */
  wouldWork(day: Day): boolean {
    return day >= this.calendar.firstDay && this.#works(this.calendar.status(day));
  }

  isMakeUp(day: Day): boolean {
    const { kind } = this.calendar.status(day);
    return kind === 'make-up' || kind === 'local-make-up';
  }

  /**
   * Why the days looked at since the last call were rest days, weekends and make-up days named
   * only on request; the notices behind it; and `I` where a make-up day was taken for a rest day by a setting.
   */
  account(options: { weekends: boolean; makeUp: boolean }): { reasons: string[]; notice?: string; mark: Mark } {
    const reasons: string[] = [];
    const notices: string[] = [];
    let mark: Mark = 'V';
    for (const [day, status] of this.#seen) {
      if (status.kind === 'weekend' && options.weekends) reasons.push(`${dayText(day)}为周末`);
      if (status.kind === 'local') reasons.push(`${day}为${status.name}`);
      if (status.kind === 'local-make-up' && options.makeUp) {
        reasons.push(`${day}为${status.name}调休上班日${this.makeUpDayIsWorkingDay ? '，计入' : '，依设置不计入'}`);
        if (!this.makeUpDayIsWorkingDay) mark = 'I';
      }
      if (status.kind === 'holiday') {
        const range = status.first === status.last ? status.first : `${status.first}至${status.last}`;
        reasons.push(`${range}${status.festival}放假`);
        notices.push(status.notice.number);
      }
      if (status.kind === 'make-up' && options.makeUp) {
        reasons.push(`${day}为${status.festival}调休上班日${this.makeUpDayIsWorkingDay ? '，计入' : '，依设置不计入'}`);
        notices.push(status.notice.number);
        if (!this.makeUpDayIsWorkingDay) mark = 'I';
      }
    }
    this.#seen.clear();
    return { reasons: distinct(reasons), notice: distinct(notices).join('、') || undefined, mark };
  }

  #works(status: DayStatus): boolean {
    const madeUp = status.kind === 'make-up' || status.kind === 'local-make-up';
    return status.working && (!madeUp || this.makeUpDayIsWorkingDay);
  }
}

/** Collects numbered steps and the weakest mark among them. */
export class Reasoning {
  readonly #steps: Step[] = [];
  #mark: Mark = 'V';

  add(text: string, source: Pick<Step, 'date' | 'article' | 'notice' | 'convention' | 'mark'>): void {
    this.#mark = weaker(this.#mark, source.mark);
    this.#steps.push({ n: this.#steps.length + 1, text, ...source, verified: source.mark === 'V' });
  }

  get mark(): Mark {
    return this.#mark;
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }
}
