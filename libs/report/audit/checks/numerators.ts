/** What a rate is a rate of: the printed counts that can stand above its line. */

import type { Figure } from '../figure';
import { plain, type Range, rangeOf, sumOf } from './arithmetic';
import { familyOf, type Ground, isCount, leadOf, numberStart, type Sentence, stageOf, unitClass } from './ground';

/** A numerator: one printed count, or several added up. */
export interface Part {
  readonly figures: readonly Figure[];
  readonly range: Range;
  readonly shown: string;
  readonly unit: string;
}

/** Stages that a named rate counts above its line, each alternative alone; `+` adds up. */
const ABOVE: readonly [rate: RegExp, above: readonly string[]][] = [
  [/(^|-)(completion|conclusion)-rate$|clearance-ratio$/, ['concluded']],
  [/comprehensive-correction-rate$/, ['corrected+withdrawn-after-change']],
  [
    /comprehensive-resolution-rate$/,
    [
      'comprehensive-resolved',
      'corrected+mediated-settled',
      'corrected+mediated-settled+resolved-by-opinion-letter',
      'mediated-settled',
    ],
  ],
  [/correction-rate$/, ['corrected']],
  [/mediation-rate$/, ['mediated-settled', 'mediated-withdrawn', 'mediated-settled+mediated-withdrawn']],
  [/upheld-rate$/, ['upheld', 'upheld+rejected']],
  [/rejected-rate$/, ['rejected']],
  [/terminated-rate$/, ['terminated']],
  [/not-accepted-rate$/, ['not-accepted']],
  [/acceptance-rate$/, ['accepted', 'by-authority-accepted']],
  [/success-rate$/, ['succeeded', 'resolved', 'prelitigation-mediation-succeeded']],
  [/handling-rate$/, ['handled']],
  [/loss-rate$/, ['lost']],
  [/head-appearance-rate$/, ['head-appearances']],
  [/post-suit-rate$/, ['then-sued']],
  [/other-rate$/, ['other-concluded']],
];

/** Rates of outcomes: their base is what was concluded after acceptance, unless the text says otherwise. */
export const outOfConcluded = ({ metric, text }: Figure): boolean =>
  metric === null
    ? /(纠错|调撤|调解和解|维持)率/.test(text)
    : /^reconsideration-.*(correction|mediation|upheld|rejected|terminated|resolution)-rate$/.test(metric);

export const isShare = ({ metric, text, label, relation }: Figure): boolean =>
  (metric?.endsWith('-share') ?? false) ||
  /占/.test(text) ||
  /占比?[^率]{0,6}$/.test(label) ||
  (metric === null && relation === 'share');

const partOf = (figures: readonly Figure[]): Part => {
  const ranges = figures.map(rangeOf);
  const values = figures.map(({ value }) => plain(value));
  const [first] = figures;
  return {
    figures,
    range: { low: sumOf(ranges.map(({ low }) => low)), high: sumOf(ranges.map(({ high }) => high)) },
    shown: values.length === 1 ? (values[0] ?? '') : `(${values.join(' + ')})`,
    unit: first === undefined ? '' : unitClass(first),
  };
};

/** Candidates, the likeliest first; none when the text prints no numerator for this rate. */
export function numeratorsOf(ground: Ground, sentence: Sentence, rate: Figure): readonly Part[] {
  const tied = tiedCount(ground, rate);
  const adjacent = tied ?? adjacentCount(ground, sentence, rate);
  const named = namedCounts(ground, sentence, rate);
  const first = adjacent === undefined ? [] : [partOf([adjacent])];
  if (tied !== undefined) return [...first, ...named];
  if (isShare(rate)) return /[一-龥]{3,}占/.test(leadOf(ground, rate)) ? [] : [...first, ...named];
  // 直接纠错69件(22.7%): a rate in the bracket after its number needs no name.
  const bracketed =
    adjacent !== undefined && /^[(（][^()（）0-9]*$/.test(ground.text.slice(adjacent.end, numberStart(ground, rate)));
  if (bracketed) return [...first, ...named];
  return [...named, ...sameWord(ground, sentence, rate), ...outcomesAdded(sentence, rate)];
}

/** The count whose share the grammar says it is. */
function tiedCount(ground: Ground, rate: Figure): Figure | undefined {
  const found = rate.of === null || rate.relation !== 'share' ? undefined : ground.figures[rate.of];
  if (found === undefined || !(isCount(found) || found.kind === 'amount')) return undefined;
  // …1015件，四大类领域占81.5%: the share has a subject of its own, whose number is not printed.
  const between = ground.text.slice(found.end, numberStart(ground, rate));
  return /[，,；;][^，,；;]*[一-龥]{3,}占/.test(between) ? undefined : found;
}

/** The nearest count before the rate, with nothing but its own words between. */
function adjacentCount(ground: Ground, sentence: Sentence, rate: Figure): Figure | undefined {
  const before = sentence.figures.filter(
    (f) => f.end <= numberStart(ground, rate) && (isCount(f) || f.kind === 'amount'),
  );
  const last = before.at(-1);
  if (last === undefined) return undefined;
  const between = ground.text.slice(last.end, numberStart(ground, rate));
  const bracket = /^[(（][^()（）0-9]{0,30}$/.test(between);
  return bracket || (between.length <= 14 && !/[；;]/.test(between)) ? last : undefined;
}

function namedCounts(ground: Ground, sentence: Sentence, rate: Figure): readonly Part[] {
  if (rate.metric === null) return [];
  const found = ABOVE.find(([name]) => name.test(rate.metric ?? ''));
  if (found === undefined) return [];
  const near = sentence.figures.filter((f) => isCount(f));
  const paragraph = (ground.paragraphs.get(sentence.paragraph) ?? []).slice(0, 200).filter(isCount);
  const pick = (stage: string, among: readonly Figure[]) =>
    among.filter((f) => stageMatches(f, stage) && sameFamily(f, rate));
  for (const among of [near, paragraph]) {
    const parts = found[1].flatMap((alternative) => {
      const stages = alternative.split('+');
      const figures = stages.map((stage) => pick(stage, among));
      if (figures.some((f) => f.length === 0)) return [];
      // A stage printed twice gives an alternative each; of a sum the first is taken.
      return figures.length === 1
        ? (figures[0] ?? []).map((f) => partOf([f]))
        : [partOf(figures.flatMap((f) => f.slice(0, 1)))];
    });
    if (parts.length > 0) return parts;
  }
  return [];
}

const stageMatches = (f: Figure, stage: string): boolean =>
  stageOf(f) === stage || f.metric === stage || stageOf(f) === `${stage}-first`;
const sameFamily = (f: Figure, rate: Figure): boolean => {
  const [a, b] = [familyOf(f), familyOf(rate)];
  return (
    a === b ||
    (/^(mediation|disputes|dispute|prelitigation)$/.test(a ?? '') &&
      /^(mediation|dispute|disputes|prelitigation)$/.test(b ?? ''))
  );
};

/** 整改244个，整改率93.1%: the rate's word without 率 stands before the number. */
function sameWord(ground: Ground, sentence: Sentence, rate: Figure): readonly Part[] {
  const before = ground.text.slice(Math.max(sentence.start, numberStart(ground, rate) - 14), numberStart(ground, rate));
  const word = /([一-龥]{2,4})率(?:为|达到?|高达|占比|达到了)?[约近]?$/.exec(before)?.[1]?.slice(-2);
  if (word === undefined) return [];
  return sentence.figures
    .filter((f) => isCount(f) && f.end <= numberStart(ground, rate))
    .filter((f) =>
      ground.text
        .slice(Math.max(sentence.start, numberStart(ground, f) - 8), numberStart(ground, f))
        .replace(/.*[，,。；;]/s, '')
        .includes(word),
    )
    .slice(-1)
    .map((f) => partOf([f]));
}

/** Corrections printed one by one: 确认违法4件，责令履行2件，纠错率5.9%. */
function outcomesAdded(sentence: Sentence, rate: Figure): readonly Part[] {
  if (!/correction-rate$/.test(rate.metric ?? '')) return [];
  const each = sentence.figures.filter((f) => isCount(f) && CORRECTIONS.test(stageOf(f)));
  return each.length < 2 ? [] : [partOf(each)];
}
const CORRECTIONS =
  /^(revoked|revoked-remade|changed|confirmed-illegal|confirmed-void|ordered-perform|agreement-liability)$/;
