/** What a printed rate may be over: counts of its sentence and paragraph, the wholes of the text, and what follows from two of them. */

import type { Figure } from '../figure';
import { isExact, plain, type Range, rangeOf } from './arithmetic';
import { familyOf, type Ground, isBreakdown, isCount, leadOf, type Sentence, stageOf, unitClass } from './ground';
import { isShare, type Part } from './numerators';

/** A base and how it comes about: 3246, or 14427 − 1436. */
export interface Base {
  readonly range: Range;
  readonly shown: string;
  readonly figures: readonly Figure[];
}

export const baseOf = (f: Figure): Base => ({ range: rangeOf(f), shown: plain(f.value), figures: [f] });

/** Every count a rate may be over: those of its sentence first, then the whole numbers of the text. */
export function basesOf(ground: Ground, sentence: Sentence, rate: Figure, part: Part | null): readonly Base[] {
  const unit = part === null ? null : part.unit;
  const fits = (f: Figure) => isCount(f) && f.value > 0 && (unit === null || unitClass(f) === unit);
  const kin = (f: Figure) =>
    alike(familyOf(f), familyOf(rate) ?? (part === null ? null : familyOf(part.figures[0] ?? rate)));
  const near = sentence.figures.filter((f) => fits(f) && kin(f));
  const paragraph = (ground.paragraphs.get(sentence.paragraph) ?? [])
    .slice(0, MOST_BASES)
    .filter((f) => fits(f) && kin(f));
  const family = familyOf(rate);
  const around = nearest(ground.wholes, rate);
  const far = around.filter((f) => fits(f) && (family === null || familyOf(f) === family));
  const said = isShare(rate) ? ofThose(ground, rate).filter(fits) : [];
  const plainBases = [...new Set([...near, ...said, ...paragraph, ...far])];
  return [...plainBases.map(baseOf), ...(isShare(rate) ? together(near) : []), ...derived(near), ...derived(far)];
}

/** Reviews are no base for mediations; what has no name may be a base for anything. */
export function alike(a: string | null, b: string | null): boolean {
  const apart = /^(?:reconsideration|litigation|mediation)$/;
  const of = (family: string | null) =>
    /^(?:disputes?|prelitigation|administrative)$/.test(family ?? '') ? 'mediation' : (family ?? '');
  return of(a) === of(b) || !apart.test(of(a)) || !apart.test(of(b));
}

/** Wholes of a text that are tried as a base, on either side of the rate. */
const MOST_AROUND = 40;

function nearest(wholes: readonly Figure[], rate: Figure): readonly Figure[] {
  let [low, high] = [0, wholes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((wholes[middle]?.start ?? 0) < rate.start) low = middle + 1;
    else high = middle;
  }
  return wholes.slice(Math.max(0, low - MOST_AROUND), low + MOST_AROUND);
}

/** 占行政机关败诉案件的81.75%: the numbers before it that say 败诉. */
function ofThose(ground: Ground, rate: Figure): readonly Figure[] {
  const named = /占[^占]*?(败诉|纠错|受理|收案|审结|办结|结案|调解|化解|排查|维持|撤诉|申请)/.exec(
    leadOf(ground, rate) + rate.text,
  )?.[1];
  if (named === undefined) return [];
  const at = ground.figures.indexOf(rate);
  return ground.figures.slice(Math.max(0, at - MOST_AROUND), at).filter((f) => f.text.includes(named));
}

/** 甲12件，占60%；乙8件，占40%: the listed parts are the whole. */
function together(near: readonly Figure[]): readonly Base[] {
  const parts = near.filter((f) => isExact(f) && f.relation !== 'share' && !/^(?:共|合计|总计)/.test(f.text));
  const sum = parts.reduce((total, f) => total + f.value, 0);
  return parts.length < 3
    ? []
    : [{ range: { low: sum, high: sum }, shown: `(${parts.map((f) => plain(f.value)).join(' + ')})`, figures: parts }];
}

/** Numbers of one paragraph that are tried as a base. */
export const MOST_BASES = 200;

/** Received + carried in, caseload − carried in, concluded − settled before acceptance or by mediation. */
function derived(figures: readonly Figure[]): readonly Base[] {
  const by = (stages: RegExp) => figures.filter((f) => stages.test(stageOf(f)) && isExact(f) && !isBreakdown(f));
  const pair = (left: Figure, right: Figure, sign: 1 | -1): Base => {
    const value = left.value + sign * right.value;
    return {
      range: { low: value, high: value },
      shown: `(${plain(left.value)} ${sign === 1 ? '+' : '−'} ${plain(right.value)})`,
      figures: [left, right],
    };
  };
  const carried = by(/^carried-in$/);
  const early = by(/^(pre-acceptance-settled|not-accepted)$/);
  return [
    ...by(/^(received|accepted)$/).flatMap((f) => carried.map((c) => pair(f, c, 1))),
    ...by(/^(caseload|received|accepted|handled)/).flatMap((f) =>
      carried.filter((c) => c.value < f.value).map((c) => pair(f, c, -1)),
    ),
    ...by(/^concluded$/).flatMap((f) => early.filter((e) => e.value < f.value).map((e) => pair(f, e, -1))),
  ].filter(
    ({ range, figures: [l, r] }) =>
      range.low > 0 && (l === undefined || r === undefined || familyOf(l) === familyOf(r)),
  );
}
