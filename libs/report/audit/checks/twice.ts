/** One figure printed twice with two values. */

import type { Figure, Finding } from '../figure';
import { isExact, plain, rangeOf } from './arithmetic';
import { type Check, finding, type Ground, grouped, isCount, isRate, leadOf, quoted, type Sentence } from './ground';

interface Print {
  readonly figure: Figure;
  readonly sentence: Sentence;
  readonly scope: string;
}

export const twice: Check = (ground) => {
  const prints = ground.sentences.flatMap((sentence) =>
    sentence.figures
      .filter(isWholeFigure)
      .map((figure) => ({ figure, sentence, scope: scopeOf(ground, sentence, figure) })),
  );
  const groups = grouped(prints, ({ figure, scope }) =>
    [figure.metric, figure.unit, figure.kind, figure.period?.from ?? '', figure.period?.to ?? '', scope].join('|'),
  );
  return [...groups.values()].flatMap((group) => {
    const other = group
      .slice(1)
      .find(({ figure, sentence }) => sentence !== group[0]?.sentence && differ(figure, group[0]?.figure ?? figure));
    const [first] = group;
    return other === undefined || first === undefined ? [] : [told(first, other)];
  });
};

/** Not a part, a breakdown or a change: those share a metric and differ by nature. */
const isWholeFigure = (f: Figure): boolean =>
  f.metric !== null &&
  f.slot === null &&
  f.relation === null &&
  f.cell === null &&
  (isCount(f) || isRate(f)) &&
  // 判决撤销6件 is one way of losing, not all suits lost.
  (f.metric !== 'litigation-lost' || /败诉/.test(f.text)) &&
  !/-by-|-share$|-growth|-yoy|-prior-year|^opinion-letters$|-standard$/.test(f.metric);

/** Whose number it is: the words that name an organ, a town or an instance before it in the clause. */
function scopeOf(ground: Ground, sentence: Sentence, figure: Figure): string {
  const clause =
    ground.text
      .slice(sentence.start, figure.end)
      .split(/[，,；;。]/)
      .at(-1) ?? '';
  const words = `${clause}${leadOf(ground, figure)}`.match(
    /本级|全[市区县省国]|[一-龥]{1,4}(?:镇|乡|街道|局|委|院|法院|办)|一审|二审|再审|其中|疑难|重大|上半年|[一二三四]季度|\d{1,2}月|涉企|线上|网上|本人|专职|累计|近[一二三五]年/g,
  );
  // 市政府收到11件，受理6件，受案率54.5%: what follows is of that authority, up to the next semicolon.
  const owner = sentence.figures.findLast(
    (f) =>
      f.end <= figure.start &&
      /-by-(authority|respondent|court)/.test(f.metric ?? '') &&
      !/[；;]/.test(ground.text.slice(f.end, figure.start)),
  );
  return [...new Set([...(words ?? []), owner?.slot ?? ''])].sort().join('');
}

function differ(a: Figure, b: Figure): boolean {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  const slack = 0.5 * 10 ** -Math.min(a.decimals, b.decimals);
  if (isRate(a)) return Math.abs(a.value - b.value) > slack && a.approx === null && b.approx === null;
  return x.low > y.high || y.low > x.high;
}

function told(first: Print, other: Print): Finding {
  const [a, b] = [first.figure, other.figure];
  return finding(
    '存疑',
    'twice.differs',
    [a, b],
    `${quoted(a)}与${quoted(b)}像是同一指标，两处不同。若截止日、范围不同可成立，应写明；否则应统一${isExact(a) && !isExact(b) ? `为${plain(a.value)}` : ''}。`,
    `${plain(a.value)} ≠ ${plain(b.value)}`,
  );
}
