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

/** The decision that stands: the last recorded, unless it was taken back since. */
export function decisionIn<E extends Decision>(ledger: readonly E[]): E | undefined {
  const last = ledger
    .filter((e) => e.verb === 'override' || e.verb === 'restore')
    .sort((a, b) => a.seq - b.seq)
    .at(-1);
  return last?.verb === 'override' ? last : undefined;
}

/**
 * The reckoning with the decision on top. A due day decided on stays where it is, whatever is extended or suspended
 * afterwards; while a suspension stands open there is no due day, decided or not.
 */
export function decided(reckoned: Reckoning, decision: Decision | undefined): Reckoning {
  if (!decision) return reckoned;
  const { on, due, basis = '' } = decision;
  const step = (text: string, date?: Day) => ({
    n: reckoned.steps.length + 1,
    text,
    ...(date === undefined ? {} : { date }),
    article: basis,
    mark: 'I' as const,
    verified: false,
  });
  const marked = { ...reckoned, verified: false, mark: 'I' as const };
  if (due === undefined)
    return { ...marked, steps: [...reckoned.steps, step(`${on}人工改定适用的法律版本为${reckoned.law}。`)] };
  if (reckoned.due === null)
    return { ...marked, steps: [...reckoned.steps, step(`${on}人工改定届满日为${due}，中止恢复后适用。`)] };
  const text = `${on}人工改定届满日为${due}（依法计算为${reckoned.due}）；此后的延长、中止不再移动该日，须再次改定或者撤销。`;
  return {
    ...marked,
    due,
    provisional: false,
    earliest: null,
    latest: null,
    steps: [...reckoned.steps, step(text, due)],
  };
}
