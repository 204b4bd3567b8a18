/** Lists of parts: 新收20件：治安9件、城管6件、其他5件. Found by how they stand, and by whether they add up. */

import type { Figure } from '../figure';
import { sumOf } from './arithmetic';
import { depthOf, type Ground, isCount, leadOf, numberStart, type Sentence, unitClass } from './ground';

export interface Parts {
  readonly sentence: Sentence;
  readonly whole: Figure;
  readonly parts: readonly Figure[];
  /** What announces the list: 其中 lets something be left out, 分别 does not; none: the numbers alone tell. */
  readonly opener: '其中' | '分别' | '冒号' | '括号' | null;
  /** The parts add up to the whole. */
  readonly closes: boolean;
}

const LONGEST = 60;
/** Figures back to the whole that a sentence divides. */
const FARTHEST = 100;

export function listsIn(ground: Ground): readonly Parts[] {
  return ground.sentences.flatMap((sentence) => {
    const counts = sentence.figures.filter(isCount);
    const inside = counts.flatMap((whole, i) => listAfter(ground, sentence, whole, counts.slice(i + 1)));
    return [...inside, ...listOfEarlierWhole(ground, sentence, counts)];
  });
}

function listAfter(ground: Ground, sentence: Sentence, whole: Figure, rest: readonly Figure[]): readonly Parts[] {
  const [first] = rest;
  if (first === undefined) return [];
  const between = ground.text.slice(whole.end, numberStart(ground, first));
  const depth = depthOf(ground, whole);
  const bracketed = depthOf(ground, first) > depth;
  const opener = openerOf(between, bracketed);
  const level = bracketed ? depth + 1 : depth;
  const parts: Figure[] = [];
  for (const figure of rest.slice(0, LONGEST)) {
    const at = depthOf(ground, figure);
    // The bracket has closed, or the list has left the bracket it stood in.
    if (at < level) break;
    if (bracketed && parts.length > 0 && leaves(ground, parts.at(-1) ?? figure, figure, at - level)) break;
    if (at > level || unitClass(figure) !== unitClass(whole)) continue;
    parts.push(figure);
  }
  if (parts.length < 2)
    return parts.length === 1 && opener !== null ? [{ sentence, whole, parts, opener, closes: false }] : [];
  // The first place where the sum meets the whole ends the list: what follows tells of something else.
  const sums = parts.map((_, i) => sumOf(parts.slice(0, i + 1).map(({ value }) => value)));
  const met = sums.findIndex((sum, i) => i > 0 && sum === whole.value);
  if (met > 0 && whole.value > 0) return [{ sentence, whole, parts: parts.slice(0, met + 1), opener, closes: true }];
  return opener === null ? [] : [{ sentence, whole, parts, opener, closes: false }];
}

/** Between two figures of one bracket it was closed and another opened. */
function leaves({ text }: Ground, from: Figure, to: Figure, deeper: number): boolean {
  return deeper === 0 && /[)）][^(（]*[(（]/.test(text.slice(from.end, to.start));
}

function openerOf(between: string, bracketed: boolean): Parts['opener'] {
  if (/分别/.test(between)) return '分别';
  if (/其中|包括|内含|包含/.test(between)) return '其中';
  if (/^[^，,。；;]{0,12}[:：]/.test(between)) return '冒号';
  return bracketed ? '括号' : null;
}

/** A sentence that divides a number of the sentences before: 受理59件。…… 治安13件、城管21件、其他25件。 */
function listOfEarlierWhole(ground: Ground, sentence: Sentence, counts: readonly Figure[]): readonly Parts[] {
  const [first] = counts;
  if (first === undefined || counts.length < 3) return [];
  const depth = depthOf(ground, first);
  const parts = counts.filter((f) => unitClass(f) === unitClass(first) && depthOf(ground, f) === depth);
  const sum = sumOf(parts.map(({ value }) => value));
  const at = ground.figures.indexOf(first);
  const whole = ground.figures
    .slice(Math.max(0, at - FARTHEST), at)
    .findLast(
      (f) =>
        f.end <= sentence.start &&
        isCount(f) &&
        f.value === sum &&
        f.metric !== null &&
        unitClass(f) === unitClass(first),
    );
  return whole === undefined || parts.length < 3 ? [] : [{ sentence, whole, parts, opener: null, closes: true }];
}

/** The words before each part, without the comma: the part's own label. */
export const labelsOf = (ground: Ground, { parts }: Parts): readonly string[] =>
  parts.map((part) => leadOf(ground, part).replace(/^[^一-龥]+/, ''));
