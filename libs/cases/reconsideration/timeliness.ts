/** 申请期限: whether the application came within it, as the clocks of the period now stand. */
import type { AnyContext } from '@anjuan/casework';
import type { Day, LimitId } from '@anjuan/law';
import type { reconsiderationFacts } from './reconsideration.facts';

type File = AnyContext<typeof reconsiderationFacts.columns>;

const periods: readonly LimitId[] = [
  'reconsideration.application-period',
  'reconsideration.application-period-inaction',
  'reconsideration.application-uninformed-cap',
  'reconsideration.application-longstop',
  'reconsideration.application-longstop-real-estate',
];

/** The earliest period that was missed, or null; undefined where none is known. */
export function missed(c: File): Day | null | undefined {
  const applied = c.facts.applied_on;
  const dues = c.clocks.flatMap((k) => (periods.includes(k.limit) && k.due !== null ? [k.due] : []));
  if (applied === null || dues.length === 0) return undefined;
  return dues.filter((due) => due < applied).sort()[0] ?? null;
}
export const timelinessOf = (c: File) => {
  const due = missed(c);
  return due === undefined ? null : due === null ? 'in-time' : 'late';
};
