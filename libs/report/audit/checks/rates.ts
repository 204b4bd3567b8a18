/**
 * Rates recomputed. A printed rate is true when some printed numerator over some printed base rounds to it; when none
 * does, the finding says over which unprinted base it would hold. A rate without a printed numerator must at least be
 * reachable: some whole number of cases has to print so.
 */

import type { Figure, Finding } from '../figure';
import { basesReaching, isExact, partsReaching, plain, printedAs, prints, rangeOf, rangeShown } from './arithmetic';
import { type Base, baseOf, basesOf } from './bases';
import {
  type Check,
  familyOf,
  finding,
  type Ground,
  isBreakdown,
  isCount,
  isGrowth,
  isRate,
  leadOf,
  quoted,
  type Sentence,
  stageOf,
  unitClass,
  WHOLES,
} from './ground';
import { isShare, numeratorsOf, outOfConcluded, type Part } from './numerators';
import { listsIn, type Parts } from './parts';
import { unreachable } from './unreachable';

export const rates: Check = (ground) => {
  const closed = listsIn(ground).filter(({ closes, parts }) => closes && parts.length >= 3);
  return ground.sentences.flatMap((sentence) =>
    sentence.figures.filter(isRate).flatMap((rate) => ofRate(ground, sentence, rate, closed)),
  );
};

function ofRate(ground: Ground, sentence: Sentence, rate: Figure, closed: readonly Parts[]): readonly Finding[] {
  if (
    rate.metric === 'reconsideration-litigation-ratio' ||
    rate.kind === 'multiple' ||
    rate.approx === '以上' ||
    rate.approx === '以下'
  )
    return [];
  // 分别上升8.2%和8.5%: the second is a change as the first is.
  const before = sentence.figures[sentence.figures.indexOf(rate) - 1];
  if (before !== undefined && isGrowth(before) && /^[、和及与，,]$/.test(leadOf(ground, rate))) return [];
  if (isBeyondAll(ground, rate)) return [beyondAll(rate)];
  const parts = numeratorsOf(ground, sentence, rate);
  const [tied] = parts;
  if (tied === undefined) return unreachable(ground, sentence, rate);
  const tries = parts.flatMap((part) =>
    basesOf(ground, sentence, rate, part)
      .filter((base) => !sameFigure(part, base))
      .map((base) => ({ part, base, how: prints(part.range, base.range, rate) })),
  );
  const rounded = tries.filter(({ how }) => how === 'rounded');
  if (rounded.length > 0) return otherBase(sentence, rate, rounded);
  const cut = tries.find(({ how }) => how === 'truncated');
  if (cut !== undefined) return truncated(rate, cut.part, cut.base);
  if (rate.value === 100 && !leavesSome(ground, sentence, rate, tied)) return [];
  return unfounded(ground, sentence, rate, tied, closed);
}

/** Over what came in this year, more can be closed than came: 结收比 and 结案率. */
const MAY_EXCEED = /completion-rate|conclusion-rate|clearance-ratio|growth|yoy|ratio/;

const isBeyondAll = (ground: Ground, rate: Figure): boolean =>
  rate.value > 100 &&
  rate.metric !== null &&
  !MAY_EXCEED.test(stageOf(rate)) &&
  // 占年度任务的120%: a target can be exceeded.
  !/目标|任务|计划|完成/.test(leadOf(ground, rate));

function beyondAll(rate: Figure): Finding {
  // Successes of cases that came in last year are counted over this year's: that alone saves it.
  const saved = /success-rate$/.test(stageOf(rate));
  const message = saved
    ? `${quoted(rate)}超过100%。若以本年受理数为分母、成功数含上年结转可成立，应写明分母；否则应重算。`
    : `${quoted(rate)}超过100%，部分不能多于全部。应重算。`;
  return finding(saved ? '存疑' : '错误', 'rate.beyond-hundred', [rate], message, `${plain(rate.value)}% > 100%`);
}

/** A number over itself says nothing, unless the rate is 100 %. */
const sameFigure = (part: Part, base: Base): boolean =>
  base.figures.length === 1 && part.figures.length === 1 && part.figures[0] === base.figures[0];

/** 100 % of an unprinted base is true of itself, unless the sentence prints a larger whole. */
const leavesSome = (ground: Ground, { figures }: Sentence, rate: Figure, tied: Part): boolean =>
  figures.some(
    (f) =>
      isCount(f) &&
      ((WHOLES.test(stageOf(f)) && familyOf(f) === familyOf(rate)) || /应(?!诉)/.test(leadOf(ground, f))) &&
      unitClass(f) === tied.unit &&
      f.value > tied.range.high,
  );

interface Try {
  readonly part: Part;
  readonly base: Base;
}

/** By its name, or by its words where it has none. */
const isConcluded = (f: Figure): boolean =>
  stageOf(f) === 'concluded' || (f.metric === null && /审结|办结|结案/.test(f.text));

/** An outcome's rate is over what was concluded; over another base it must say so. */
function otherBase(sentence: Sentence, rate: Figure, rounded: readonly Try[]): readonly Finding[] {
  if (!outOfConcluded(rate)) return [];
  const concluded = sentence.figures.find((f) => isCount(f) && isConcluded(f) && familyOf(f) === familyOf(rate));
  if (concluded === undefined || rounded.some(({ base }) => base.figures.includes(concluded))) return [];
  const [{ part, base } = { part: null, base: null }] = rounded;
  if (part === null || base === null) return [];
  const usual = printedAs(part.range.low, concluded.value, rate);
  return [
    finding(
      '提示',
      'rate.other-base',
      [rate, ...part.figures, concluded],
      `${quoted(rate)}以${base.shown}为分母才成立；以同句的${quoted(concluded)}为分母应为${usual}%。应写明分母，或者改为${usual}%。`,
      `${part.shown}/${base.shown} = ${printedAs(part.range.low, base.range.low, rate)}%；${part.shown}/${plain(concluded.value)} = ${usual}%`,
    ),
  ];
}

function truncated(rate: Figure, part: Part, base: Base): readonly Finding[] {
  const more = printedAs(part.range.low, base.range.low, rate, rate.decimals + 2);
  const right = printedAs(part.range.low, base.range.low, rate);
  return [
    finding(
      '提示',
      'rate.truncated',
      [rate, ...part.figures, ...base.figures],
      `${quoted(rate)}是截去尾数所得，四舍五入应为${right}%。`,
      `${part.shown}/${base.shown} = ${more}%`,
    ),
  ];
}

/** No printed base makes it true. */
function unfounded(
  ground: Ground,
  sentence: Sentence,
  rate: Figure,
  tied: Part,
  closed: readonly Parts[],
): readonly Finding[] {
  const casework = rate.metric !== null || tied.figures.some(({ metric }) => metric !== null);
  const candidates = basesOf(ground, sentence, rate, tied).filter(
    (base) => !sameFigure(tied, base) && base.range.low >= tied.range.high,
  );
  const list = closed.find(({ parts }) => parts.some((p) => tied.figures.length === 1 && p === tied.figures[0]));
  // The likeliest two, the smallest change first: what lies nearest to the printed rate.
  const off = (b: Base) => Math.abs((100 * tied.range.low) / b.range.low - rate.value);
  const shown = [...new Map(candidates.map((b) => [b.range.low, b])).values()]
    .sort((a, b) => off(a) - off(b))
    .slice(0, 2);
  const base = list === undefined ? shown[0] : baseOf(list.whole);
  if (base === undefined && !casework) return [];
  // A bare share whose whole stands nowhere: nothing to hold against it.
  if (base === undefined && isShare(rate)) return [];
  const range = basesReaching(tied.range, rate);
  const implied = range === null ? '没有任何整数分母能得出这个比率' : `分母须为${rangeShown(range)}，文中没有`;
  const sums = (list === undefined ? shown : [baseOf(list.whole)]).map(
    (b) => `${tied.shown}/${b.shown} = ${printedAs(tied.range.low, b.range.low, rate)}%`,
  );
  if (list !== undefined && isClosedShare(ground, rate, list, tied))
    return [
      finding(
        '错误',
        'rate.share',
        [rate, ...tied.figures, list.whole],
        `各项相加恰为${quoted(list.whole)}，其余占比也以它为分母，而${quoted(rate)}不符。应改为${printedAs(tied.range.low, list.whole.value, rate)}%。`,
        `${tied.shown}/${plain(list.whole.value)} = ${printedAs(tied.range.low, list.whole.value, rate)}% ≠ ${plain(rate.value)}%`,
      ),
    ];
  const beyond = tied.range.low > (base?.range.high ?? Number.POSITIVE_INFINITY);
  const mend = base === undefined ? '' : `，或者改为${printedAs(tied.range.low, base.range.low, rate)}%`;
  return [
    finding(
      casework ? '存疑' : '提示',
      rate.value === 100 ? 'rate.remainder' : 'rate.no-base',
      [rate, ...tied.figures, ...(base?.figures ?? [])],
      `${quoted(rate)}在文中找不到成立的分母：${implied}${beyond ? '，且分子大于文中的分母' : ''}。若另有分母，应写明${mend}。`,
      [...sums, range === null ? null : `${tied.shown}/${rangeShown(range)} ≈ ${plain(rate.value)}%`]
        .filter((s) => s !== null)
        .join('；'),
    ),
  ];
}

/**
 * The shares of a list that closes have its whole as their base: one that is off by more than the last digit (which some
 * move so that shares add up to 100) is wrong where the others are right.
 */
function isClosedShare(ground: Ground, rate: Figure, { whole, parts, sentence }: Parts, tied: Part): boolean {
  // 占公安类的44.1%: a share of something else than the whole.
  if (/占比?[^约为达]*[一-龥]/.test(leadOf(ground, rate).replace(/占比?[约为达]*$/, ''))) return false;
  const right = Number(printedAs(tied.range.low, whole.value, rate));
  if (Math.abs(right - rate.value) < 1.5 * 10 ** -rate.decimals || !isExact(whole) || !isExact(rate)) return false;
  const others = sentence.figures.filter((f) => f !== rate && isRate(f));
  const founded = parts.filter((p) =>
    others.some(
      (other) =>
        numeratorsOf(ground, sentence, other).some((n) => n.figures.length === 1 && n.figures[0] === p) &&
        prints(rangeOf(p), rangeOf(whole), other) === 'rounded',
    ),
  );
  return founded.length >= 2;
}

/**
 * Two outcome rates of one sentence without a base in common. Each may hold over a base of its own, which the text must
 * then tell.
 */
export const commonBase: Check = (ground) =>
  ground.sentences.flatMap((sentence) => {
    const outcome = sentence.figures.filter((f) => isRate(f) && outOfConcluded(f) && isExactRate(f));
    const byFamily = outcome.filter((f) => familyOf(f) === familyOf(outcome[0] ?? f));
    if (byFamily.length < 2) return [];
    return withoutCommon(ground, sentence, byFamily);
  });

const isExactRate = ({ approx, value }: Figure): boolean => approx === null && value > 0;

function withoutCommon(ground: Ground, sentence: Sentence, found: readonly Figure[]): readonly Finding[] {
  const counts = sentence.figures.filter(
    (f) => isCount(f) && isExact(f) && !isBreakdown(f) && familyOf(f) === familyOf(found[0] ?? f) && f.value > 1,
  );
  const bases = counts.filter((f) => WHOLES.test(stageOf(f)) || stageOf(f) === 'received');
  const printed = found.map((rate) => ({
    rate,
    parts: numeratorsOf(ground, sentence, rate).filter(({ figures }) => figures.every((f) => f.metric !== null)),
  }));
  const holds = (base: number) =>
    printed.every(({ rate, parts }) =>
      parts.length > 0
        ? parts.some((p) => prints(p.range, { low: base, high: base }, rate) === 'rounded')
        : partsReaching(base, rate) !== null,
    );
  if (printed.every(({ parts }) => parts.length > 0)) return impliedApart(ground, sentence, printed);
  if (printed.some(({ parts }) => parts.length > 0) || bases.length === 0 || bases.some(({ value }) => holds(value)))
    return [];
  const each = found.map((rate) => {
    const own = bases.filter(({ value }) => partsReaching(value, rate) !== null);
    return `${quoted(rate)}：${own.length === 0 ? '文中各数均不可得' : own.map(({ value }) => `${rangeShown(partsReaching(value, rate) ?? { low: 0, high: 0 })}/${plain(value)}`).join('、')}`;
  });
  const joint = counts
    .flatMap((a) => counts.map((b) => ({ a, b, value: a.value - b.value })))
    .filter(({ value }) => value > 1 && !bases.some((b) => b.value === value) && holds(value))
    .slice(0, 3)
    .map(({ a, b, value }) => {
      const of = found.map(
        (rate) => `${rangeShown(partsReaching(value, rate) ?? { low: 0, high: 0 })}/${plain(value)}`,
      );
      return `以${plain(a.value)} − ${plain(b.value)} = ${plain(value)}为共同分母（${of.join('、')}）`;
    });
  return [
    finding(
      '存疑',
      'rate.no-common-base',
      [...found, ...bases],
      `${found.map(quoted).join('与')}在文中没有共同的分母。可成立的读法：${[...joint, `各用各的分母（${each.join('；')}）`].join('；')}。应写明分母。`,
      each.join('；'),
    ),
  ];
}

const hasBase = (ground: Ground, sentence: Sentence, rate: Figure, part: Part): boolean =>
  basesOf(ground, sentence, rate, part).some((base) => prints(part.range, base.range, rate) !== null);

/** Numerators printed, bases not: the bases they imply lie apart. */
function impliedApart(
  ground: Ground,
  sentence: Sentence,
  printed: readonly { readonly rate: Figure; readonly parts: readonly Part[] }[],
): readonly Finding[] {
  const implied = printed.flatMap(({ rate, parts }) => {
    const [part] = parts;
    const range = part === undefined ? null : basesReaching(part.range, rate);
    return part === undefined || range === null ? [] : [{ rate, part, range }];
  });
  const [first, ...rest] = implied;
  if (first === undefined || implied.some(({ part }) => part.figures.length > 1)) return [];
  if (implied.some(({ rate, part }) => hasBase(ground, sentence, rate, part))) return [];
  const apart = rest.find(({ range }) => range.low > first.range.high * 1.005 || range.high < first.range.low * 0.995);
  if (apart === undefined) return [];
  return [
    finding(
      '存疑',
      'rate.no-common-base',
      [first.rate, ...first.part.figures, apart.rate, ...apart.part.figures],
      `${quoted(first.rate)}的分母约为${rangeShown(first.range)}，${quoted(apart.rate)}的分母约为${rangeShown(apart.range)}，同句两个比率不是一个分母。应分别写明分母。`,
      `${first.part.shown}/${plain(first.rate.value)}% ≈ ${rangeShown(first.range)}；${apart.part.shown}/${plain(apart.rate.value)}% ≈ ${rangeShown(apart.range)}`,
    ),
  ];
}
