/** A rate without a printed numerator must at least be reachable: some whole number of cases has to print so. */

import type { Figure, Finding } from '../figure';
import { isExact, partsReaching, plain, printedAs, prints } from './arithmetic';
import { alike, MOST_BASES } from './bases';
import { familyOf, finding, type Ground, isCount, leadOf, quoted, type Sentence, stageOf } from './ground';
import { isShare } from './numerators';

/** 收案、受理、审结 and the like, of whatever family. */
const wholeStage = /-(?:received|accepted|concluded|handled|caseload|found)$/;

/** 占总量的94.11%: a share of a whole that is printed, though its part is not. */
function unreachableShare(ground: Ground, sentence: Sentence, rate: Figure): readonly Finding[] {
  if (!/占(?:全部|总[数量]|受理|收案|案件总[数量])/.test(`${leadOf(ground, rate)}${rate.text}`)) return [];
  const paragraph = (ground.paragraphs.get(sentence.paragraph) ?? []).slice(0, MOST_BASES);
  const isWhole = (f: Figure) =>
    isCount(f) && isExact(f) && wholeStage.test(f.metric ?? '') && alike(familyOf(f), familyOf(rate));
  const near = [...sentence.figures, ...paragraph, ...ground.wholes].filter(isWhole);
  const wholes = [...new Map(near.filter(({ value }) => value > 0).map((f) => [f.value, f])).values()];
  if (wholes.length === 0 || wholes.some(({ value }) => partsReaching(value, rate) !== null)) return [];
  const cut = wholes.flatMap((base) => {
    const part = Math.ceil((base.value * rate.value) / 100 - 1e-9);
    const fit = prints({ low: part, high: part }, { low: base.value, high: base.value }, rate);
    return fit === 'truncated' ? [{ base, part }] : [];
  })[0];
  const shown = (part: number, base: number, more = 0) =>
    `${part}/${plain(base)} = ${printedAs(part, base, rate, rate.decimals + more)}%`;
  if (cut !== undefined)
    return [
      finding(
        '提示',
        'rate.truncated',
        [rate, cut.base],
        `${quoted(rate)}是截去尾数所得，四舍五入应为${printedAs(cut.part, cut.base.value, rate)}%。`,
        shown(cut.part, cut.base.value, 2),
      ),
    ];
  return [
    finding(
      '提示',
      'rate.unreachable',
      [rate, ...wholes.slice(0, 4)],
      `以${wholes.slice(0, 4).map(quoted).join('、')}为分母，没有哪个整数能得出${quoted(rate)}。若另有分母，应写明。`,
      wholes
        .slice(0, 4)
        .map(({ value }) => shown(Math.round((value * rate.value) / 100), value))
        .join('；'),
    ),
  ];
}

/** What cases came to: never what a rate is over. */
const OUTCOMES =
  /settled|withdrawn|resolved|succeeded|corrected|upheld|rejected|revoked|changed|confirmed|ordered|terminated|sued|lost|won|dismissed|supported|appearances|letters|performed/;

/** No numerator is printed: is there a whole number of cases that prints so, over any count of the sentence? */
export function unreachable(ground: Ground, sentence: Sentence, rate: Figure): readonly Finding[] {
  if (rate.metric === null || rate.approx !== null) return [];
  if (isShare(rate)) return unreachableShare(ground, sentence, rate);
  // 从8.5%降至6.2%: rates of other years.
  if (/从|由|\d{4}年/.test(leadOf(ground, rate))) return [];
  const overClosed = /loss-rate|head-appearance/.test(rate.metric);
  const before = sentence.figures.filter(
    (f) =>
      isCount(f) &&
      isExact(f) &&
      f.value > 0 &&
      f.metric !== null &&
      familyOf(f) === familyOf(rate) &&
      (overClosed ? /^(concluded|heard)/.test(stageOf(f)) : !OUTCOMES.test(stageOf(f))),
  );
  if (before.length === 0 || before.some(({ value }) => partsReaching(value, rate) !== null)) return [];
  const base = before.at(-1);
  if (base === undefined) return [];
  const near = Math.round((base.value * rate.value) / 100);
  const around = [near - 1, near, near + 1].filter((n) => n >= 0 && n <= base.value);
  return [
    finding(
      '存疑',
      'rate.unreachable',
      [rate, ...before],
      `以${before.map(quoted).join('、')}为分母，没有哪个整数能得出${quoted(rate)}。若另有分母，应写明；否则应改为可得的值。`,
      around.map((n) => `${n}/${plain(base.value)} = ${printedAs(n, base.value, rate)}%`).join('；'),
    ),
  ];
}
