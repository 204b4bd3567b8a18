/** 胜败: what a ruling means to the organ whose file it is in. */
import { results, type reviewRulings, rulings } from './litigation.facts';

type Ruling = keyof typeof rulings;

/** 败诉 — judgments against the organ (行政诉讼法第七十条、第七十二条至第七十八条). */
export const lostRulings: readonly Ruling[] = [
  'revoked',
  'partly-revoked',
  'perform',
  'pay',
  'unlawful',
  'void',
  'modified',
  'agreement-performance',
  'compensation-only',
  'reconsideration-unlawful',
];

/**
 * Results that leave a case where it stands whichever of them it was: judgments of one instance, rulings that refuse a suit
 * (and may be appealed), rulings that end one. What only a higher court says is in no group.
 */
export const sameForm: readonly (readonly Ruling[])[] = [
  [
    'claims-rejected',
    'revoked',
    'partly-revoked',
    'perform',
    'pay',
    'unlawful',
    'void',
    'modified',
    'agreement-performance',
    'compensation-only',
    'reconsideration-unlawful',
  ],
  ['not-docketed', 'dismissed-suit'],
  ['withdrawn', 'deemed-withdrawn'],
];

/**
 * 胜败 for the organ whose file this is. Where original and review organ are sued together, both acts are judged
 * (适用行政诉讼法解释第一百三十六条): an unlawful review of a lawful act is lost by the review organ alone, and a review
 * organ loses what its decision loses, whatever became of the original act.
 */
export function resultOf(
  reviewOrgan: boolean,
  given: {
    readonly ruling: Ruling;
    readonly below: keyof typeof results | null;
    readonly review_ruling: keyof typeof reviewRulings | null;
  },
): keyof typeof results {
  if (given.ruling === 'appeal-upheld') return given.below ?? 'neutral';
  if (given.ruling === 'reconsideration-unlawful') return reviewOrgan ? 'lost' : 'won';
  if (reviewOrgan && given.review_ruling !== null) return given.review_ruling === 'kept' ? 'won' : 'lost';
  if (given.ruling === 'partly-revoked') return 'partly-lost';
  if (lostRulings.includes(given.ruling)) return 'lost';
  return won.includes(given.ruling) ? 'won' : 'neutral';
}
const won: readonly Ruling[] = ['not-docketed', 'dismissed-suit', 'claims-rejected'];
