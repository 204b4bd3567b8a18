/** 人工改定: what a supervisor decided of a clock, laid over what the law's reckoning gives. Pure. */
import type { Day, LawCode, Reckoning } from '@anjuan/law';

/** As much of a ledger entry as a decision needs. */
export interface Decision {
  readonly seq: number;
  readonly on: Day;
  readonly verb: string;
  /** The due day decided on. */
  readonly due?: Day;
  /** The law whose version is to give the length. */
  readonly law?: LawCode;
  /** What the decision rests on. */
  readonly basis?: string;
}

/**
 * What moves the lawful date itself, and by which words it is told. A due day decided before it was recorded was decided
 * without it, so it falls and is decided anew, or not. A recount by another calendar is no such thing: the day decided on
 * rests on no calendar.
 */
const movements: Readonly<Record<string, string>> = {
  start: '期限重新起算',
  correct: '更正起算日',
  date: '补记起算事实',
  extend: '延长期限',
  suspend: '中止',
};

/** The last decision, unless it was taken back since. */
function lastIn<E extends Decision>(ledger: readonly E[]): E | undefined {
  const last = ledger
    .filter((e) => e.verb === 'override' || e.verb === 'restore')
    .sort((a, b) => a.seq - b.seq)
    .at(-1);
  return last?.verb === 'override' ? last : undefined;
}

/** A due day decided on that a later event made fall. */
export interface FallenDecision {
  /** Of the event by which it was decided. */
  readonly seq: number;
  readonly on: Day;
  readonly due: Day;
  /** The event that came later, its day, and what it did, in words. */
  readonly by: { readonly seq: number; readonly on: Day; readonly words: string };
}

/** 改定失效: the first event recorded after the decision that moves the lawful date; undefined while the decision stands. */
export function fallenIn(ledger: readonly Decision[]): FallenDecision | undefined {
  const decision = lastIn(ledger);
  if (decision?.due === undefined) return undefined;
  const { seq, on, due } = decision;
  const [by] = ledger.filter((e) => e.seq > seq && Object.hasOwn(movements, e.verb)).sort((a, b) => a.seq - b.seq);
  return by && { seq, on, due, by: { seq: by.seq, on: by.on, words: movements[by.verb] ?? '' } };
}

/** The decision that stands: the last recorded, unless taken back; of one whose due day has fallen what it says of the law. */
export function decisionIn(ledger: readonly Decision[]): Decision | undefined {
  const decision = lastIn(ledger);
  if (!decision || !fallenIn(ledger)) return decision;
  const { due: _, ...ofLaw } = decision;
  return ofLaw.law === undefined ? undefined : ofLaw;
}

/** The reckoning with what was decided on top; while a suspension stands open there is no due day, decided or not. */
export function decided(reckoned: Reckoning, ledger: readonly Decision[]): Reckoning {
  const [decision, fallen] = [decisionIn(ledger), fallenIn(ledger)];
  const step = (text: string, article: string, date?: Day) => ({
    n: reckoned.steps.length + 1,
    text,
    ...(date === undefined ? {} : { date }),
    article,
    mark: 'I' as const,
    verified: false,
  });
  const marked = { ...reckoned, verified: false, mark: 'I' as const };
  if (fallen) {
    const { on, due, by } = fallen;
    const text = `${on}人工改定的届满日${due}因${by.on}${by.words}不再适用，依法计算；仍须改定的重新办理。`;
    const told = step(text, '改定以后期限又依法变动的，改定失效，由负责人重新决定（办案惯例）');
    const steps = [...reckoned.steps, told];
    if (!decision) return { ...marked, steps };
    return decided({ ...reckoned, steps }, [{ ...decision, verb: 'override' }]);
  }
  if (!decision) return reckoned;
  const { on, due, basis = '' } = decision;
  if (due === undefined)
    return { ...marked, steps: [...reckoned.steps, step(`${on}人工改定适用的法律版本为${reckoned.law}。`, basis)] };
  if (reckoned.due === null)
    return { ...marked, steps: [...reckoned.steps, step(`${on}人工改定届满日为${due}，中止恢复后适用。`, basis)] };
  const text = `${on}人工改定届满日为${due}（依法计算为${reckoned.due}）；此后期限又依法延长、中止或者重新起算的，改定失效。`;
  return {
    ...marked,
    due,
    provisional: false,
    earliest: null,
    latest: null,
    steps: [...reckoned.steps, step(text, basis, due)],
  };
}
