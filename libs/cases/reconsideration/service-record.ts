/** 送达记录: one row per recipient and conclusion. Whom the closing paper has not reached is known from what is missing. */
import { column, defineLines, type Line } from '@anjuan/casework';
import type { Day } from '@anjuan/law';

export const serviceManners = {
  direct: '直接送达',
  'left-behind': '留置送达',
  post: '邮寄送达',
  electronic: '电子送达',
  entrusted: '委托送达',
  public: '公告送达',
} as const;

/**
 * Counted on `served_on`. `round` tells the conclusions of one file apart: after 恢复审理 or 依责令受理 the new paper is
 * served anew, on the same people.
 */
export const serviceLines = defineLines('reconsideration', 'service_fact', '送达', {
  round: column.count('第几次结案'),
  recipient: column.party('受送达人'),
  served_on: column.day('送达日期'),
  manner: column.code('送达方式', serviceManners),
});

interface Round {
  readonly history: readonly string[];
  readonly lines?: readonly Line[];
}
/** Events that take an earlier conclusion back. */
const reopening: readonly string[] = ['reopen', 'accept-by-order'];
const roundOf = ({ history }: Round): number => 1 + history.filter((event) => reopening.includes(event)).length;
const lineOf = (round: number, recipient: string): string => `${round}.${recipient}`;

/** The party has the paper of the conclusion that now stands. */
export const isServed = (c: Round, recipient: unknown): boolean =>
  (c.lines ?? []).some((l) => l.line === lineOf(roundOf(c), String(recipient)));

/** All rows of the file after one more. */
export function withService(
  c: Round,
  given: { readonly recipient: string; readonly served_on: Day; readonly manner: keyof typeof serviceManners },
): readonly Line[] {
  const round = roundOf(c);
  return [...(c.lines ?? []), { line: lineOf(round, given.recipient), values: { round, ...given } }];
}
