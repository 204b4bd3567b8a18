/**
 * Change against an earlier period: the number printed for that period, or the difference, must give the printed growth;
 * where neither is printed, some whole number must.
 */

import type { Figure, Finding } from '../figure';
import { isExact, plain, printedAs, prints, type Range } from './arithmetic';
import {
  type Check,
  depthOf,
  familyOf,
  finding,
  type Ground,
  isCount,
  isEarlier,
  isGrowth,
  leadOf,
  numberStart,
  quoted,
  type Sentence,
  stageOf,
  unitClass,
} from './ground';

export const growth: Check = (ground) => [
  ...ground.sentences.flatMap((sentence) =>
    sentence.figures.flatMap((f) => (isGrowth(f) && f.unit === '%' ? ofGrowth(ground, sentence, f) : [])),
  ),
  ...ground.sentences.flatMap((sentence) => ofDifference(ground, sentence)),
  ...ground.sentences.flatMap(ofRatio),
];

interface Earlier {
  readonly value: number;
  readonly figures: readonly Figure[];
  readonly shown: string;
  /** The text sets this very number beside the current one: 比2017年824件增长…. */
  readonly tied: boolean;
}

function ofGrowth(ground: Ground, sentence: Sentence, rate: Figure): readonly Finding[] {
  const lead = leadOf(ground, rate);
  if (/率[^，,]{0,4}$/.test(lead.split(/同比|环比|比|较/)[0] ?? '') && /率/.test(lead)) return [];
  // 年均, 累计, 分别: not one number against the one before it.
  if (/年均|平均|累计|以来|连续|分别/.test(lead)) return [];
  const now = currentOf(ground, sentence, rate);
  if (now === undefined || !isExact(now) || rate.approx === '近' || rate.approx === '以上') return [];
  const down = isDown(lead, rate);
  const earlier = earlierOf(ground, sentence, rate, now);
  const tries = earlier.map((e) => ({ e, how: fitGrowth(now.value, e.value, rate, down) }));
  if (belongsToAnother(ground, sentence, rate, now, down)) return [];
  if (tries.some(({ how }) => how === 'rounded')) return [];
  const cut = tries.find(({ how }) => how === 'truncated');
  if (cut !== undefined)
    return [
      finding(
        '提示',
        'growth.truncated',
        [rate, now, ...cut.e.figures],
        `${quoted(rate)}是截去尾数所得，四舍五入应为${change(now.value, cut.e.value, rate)}%。`,
        `(${plain(now.value)} − ${cut.e.shown})/${cut.e.shown} = ${change(now.value, cut.e.value, rate, 2)}%`,
      ),
    ];
  const tied = tries.find(({ e }) => e.tied);
  if (tied !== undefined) return [notGrown(rate, now, tied.e)];
  return [...alike(ground, rate, now, down), ...impossible(ground, rate, now, down)];
}

/** 调解500件，成功率98%，同比上升5%（上年476件）: another number of the sentence grew so, from one that is printed. */
function belongsToAnother(ground: Ground, sentence: Sentence, rate: Figure, now: Figure, down: boolean): boolean {
  const between = sentence.figures.some((f) => f.start >= now.end && f.end <= rate.start);
  if (!between) return false;
  const others = sentence.figures.filter(
    (f) => f !== now && f.end <= rate.start && isCount(f) && isExact(f) && !isOldYear(ground, f),
  );
  const olds = sentence.figures.filter((f) => isExactNumber(f) && (isEarlierYear(ground, f) || isOldYear(ground, f)));
  return others.some((f) =>
    olds.some((e) => unitClass(e) === unitClass(f) && fitGrowth(f.value, e.value, rate, down) === 'rounded'),
  );
}

function notGrown(rate: Figure, now: Figure, earlier: Earlier): Finding {
  const right = change(now.value, earlier.value, rate);
  const times = /倍/.test(rate.unit) ? '' : '%';
  return finding(
    '存疑',
    'growth.mismatch',
    [rate, now, ...earlier.figures],
    `${quoted(now)}与${earlier.figures.map(quoted).join('、')}相比，变化为${right}${times}，印为${quoted(rate)}。若比较的基数或者截止日不同可成立，应写明；否则应改为${right.replace('-', '')}${times}。`,
    `(${plain(now.value)} − ${earlier.shown})/${earlier.shown} = ${right}${times}`,
  );
}

const change = (now: number, before: number, rate: Figure, more = 0): string =>
  printedAs(now - before, before, rate, rate.decimals + more);

/** 下降, 减少, 降: the words, for the number itself has no sign. */
const isDown = (lead: string, rate: Figure): boolean =>
  rate.change === 'down' || (rate.change === null && /下降|减少|降低|降$/.test(lead));

function fitGrowth(now: number, before: number, rate: Figure, down: boolean) {
  if (before <= 0) return null;
  const gap = down ? before - now : now - before;
  if (gap < 0) return null;
  const exactly = (n: number): Range => ({ low: n, high: n });
  return prints(exactly(gap), exactly(before), rate);
}

/** The count that grew: the last one before the growth that is of this year. */
function currentOf(ground: Ground, sentence: Sentence, rate: Figure): Figure | undefined {
  const named = rate.of === null ? undefined : ground.figures[rate.of];
  if (named !== undefined && isCount(named) && !isOldYear(ground, named)) return named;
  const depth = depthOf(ground, rate);
  // What stands in a bracket since closed (含旧存1436件) is an aside.
  const before = sentence.figures.filter(
    (f) =>
      f.end <= numberStart(ground, rate) &&
      isCount(f) &&
      Number.isInteger(f.value) &&
      !isEarlierYear(ground, f) &&
      !isOldYear(ground, f) &&
      depthOf(ground, f) <= depth,
  );
  const last = before.at(-1);
  if (last === undefined) return undefined;
  const between = ground.text.slice(last.end, numberStart(ground, rate));
  // A label of its own between them: the growth is of something whose number is not printed.
  const words = between.replaceAll(/[(（][^()（）]*[)）]/g, '').replaceAll(/占[^，,]*/g, '');
  return /[；;]/.test(words) || /[一-龥]{2,}(?:量|数|案件|总量|申请|访|纠纷)[^，,]*$/.test(words) || words.length > 30
    ? undefined
    : last;
}

/** 2017年824件: a year before the number that is not the text's own. */
const isEarlierYear = (ground: Ground, f: Figure): boolean =>
  isEarlier(f) ||
  /(?:去年|上年|同期|上一年度?|[比较]\d{4}年度?|[(（]\d{4}年度?)[^，,。；;]{0,6}$/.test(
    ground.text.slice(Math.max(0, numberStart(ground, f) - 14), numberStart(ground, f)),
  );

function earlierOf(ground: Ground, sentence: Sentence, rate: Figure, now: Figure): readonly Earlier[] {
  const near = sentence.figures.filter((f) => f !== now && isExactNumber(f) && unitClass(f) === unitClass(now));
  // Right beside: between the current number and the growth, or in the same bracket.
  const behind = (f: Figure) =>
    f.start >= rate.end && /^[（(][^（）()]{0,10}$/.test(ground.text.slice(rate.end, numberStart(ground, f)));
  const beside = near.filter((f) => (f.start >= now.end && f.end <= rate.start) || behind(f));
  const tied = beside.flatMap((f): Earlier[] => {
    if (isDifference(ground, f)) {
      const value =
        /减少|少|下降|降低/.test(leadOf(ground, f) + f.text) || f.change === 'down'
          ? now.value + f.value
          : now.value - f.value;
      return [{ value, figures: [f], shown: plain(value), tied: true }];
    }
    return isEarlierYear(ground, f) || isOldYear(ground, f)
      ? [{ value: f.value, figures: [f], shown: plain(f.value), tied: true }]
      : [];
  });
  const same = (f: Figure) => f !== now && isExactNumber(f) && unitClass(f) === unitClass(now);
  const named = ground.earlier.filter((f) => same(f) && familyOf(f) === familyOf(now));
  const paragraph = (ground.paragraphs.get(sentence.paragraph) ?? []).slice(0, 200);
  const elsewhere = paragraph.filter((f) => same(f) && isOldYear(ground, f));
  const rest = [...new Set([...named, ...elsewhere])].filter((f) => !tied.some(({ figures }) => figures.includes(f)));
  return [...tied, ...rest.map((f) => ({ value: f.value, figures: [f], shown: plain(f.value), tied: false }))];
}

const isExactNumber = (f: Figure): boolean => (f.kind === 'count' || f.kind === 'measure') && isExact(f);
const isDifference = (ground: Ground, f: Figure): boolean =>
  f.relation === 'change' || f.change !== null || /(?:多|少|增加|减少|增|减)了?约?$/.test(leadOf(ground, f));

/** A year stands before it in its clause, and the text speaks of a later one. */
function isOldYear({ text, latestYear }: Ground, f: Figure): boolean {
  const year = /(\d{4})年[^，,。；;]{0,14}$/.exec(text.slice(Math.max(0, f.start - 20), f.end))?.[1];
  return year !== undefined && latestYear > Number(year);
}

/** A pair elsewhere (市场监管局30/21) has this very number for this year and another growth: two bases for one class? */
function alike(ground: Ground, rate: Figure, now: Figure, down: boolean): readonly Finding[] {
  if (now.slot === null && now.metric !== null && !/-by-|-share/.test(now.metric)) return [];
  const pairs = ground.pairs.filter(({ right }) => right.value === now.value);
  const [pair, ...more] = pairs;
  if (pair === undefined || more.length > 0 || fitGrowth(now.value, pair.left.value, rate, down) !== null) return [];
  const right = change(now.value, pair.left.value, rate);
  return [
    finding(
      '提示',
      'growth.two-bases',
      [now, rate, pair.left, pair.right],
      `${quoted(now)}与表中${quoted(pair.left)}/${quoted(pair.right)}本年数相同，而表中的变化为${right}%，印为${quoted(rate)}。若两者是同一类，上年基数有两个；若不是，无须更改。`,
      `(${plain(now.value)} − ${plain(pair.left.value)})/${plain(pair.left.value)} = ${right}%`,
    ),
  ];
}

/** Small numbers: no whole number of the year before gives this growth. */
function impossible(ground: Ground, rate: Figure, now: Figure, down: boolean): readonly Finding[] {
  const between = ground.text.slice(now.end, numberStart(ground, rate));
  if (rate.approx !== null || now.value > 2000 || between.length > 14 || (down && rate.value >= 100)) return [];
  const guess = now.value / (1 + (down ? -rate.value : rate.value) / 100);
  for (let before = Math.max(1, Math.floor(guess) - 3); before <= guess + 4; before++)
    if (fitGrowth(now.value, before, rate, down) !== null) return [];
  if (now.value === 0) return [];
  const around = [Math.floor(guess), Math.ceil(guess)].filter((n) => n > 0);
  return [
    finding(
      '存疑',
      'growth.unreachable',
      [rate, now],
      `以${quoted(now)}为本年数，没有哪个整数的上年数能得出${quoted(rate)}。若比较的是另一个数，应写明；否则应重算。`,
      around.map((n) => `(${plain(now.value)} − ${n})/${n} = ${change(now.value, n, rate)}%`).join('；'),
    ),
  ];
}

/** 1262件，比2017年824件多438件. */
function ofDifference(ground: Ground, sentence: Sentence): readonly Finding[] {
  return sentence.figures.flatMap((difference, i) => {
    const before = sentence.figures[i - 1];
    const now = sentence.figures[i - 2];
    if (before === undefined || now === undefined || !isExact(difference) || !isDifference(ground, difference))
      return [];
    if (
      ![before, now].every((f) => isExactNumber(f) && unitClass(f) === unitClass(difference)) ||
      !isExactNumber(difference)
    )
      return [];
    const tied = /[比较][^，,。；;]{0,8}$/.test(ground.text.slice(now.end, numberStart(ground, before)));
    if (!tied || ground.text.slice(before.end, numberStart(ground, difference)).length > 6) return [];
    const gap = Math.abs(now.value - before.value);
    if (gap === difference.value) return [];
    return [
      finding(
        '错误',
        'growth.difference',
        [now, before, difference],
        `${quoted(now)}与${quoted(before)}相差${plain(gap)}，印为${quoted(difference)}。应改为${plain(gap)}${difference.unit}。`,
        `${plain(now.value)} − ${plain(before.value)} = ${plain(now.value - before.value)}`,
      ),
    ];
  });
}

/** A ratio of two numbers, all three with their growth: the third follows from the other two. */
function ofRatio({ figures }: Sentence): readonly Finding[] {
  const at = figures.findIndex((f) => stageOf(f) === 'litigation-ratio' && !isGrowth(f));
  const ratio = figures[at];
  const grown = figures[at + 1];
  if (
    ratio === undefined ||
    grown === undefined ||
    !(isGrowth(grown) || grown.metric?.includes('ratio-yoy')) ||
    grown.unit !== '%'
  )
    return [];
  const growths = figures.slice(0, at).filter((f) => isGrowth(f) && f.unit === '%');
  const [over, under] = growths.slice(-2);
  if (over === undefined || under === undefined || growths.length !== 2) return [];
  const factor = (f: Figure, more: number) => 1 + ((f.change === 'down' ? -1 : 1) * f.value + more) / 100;
  const slack = (f: Figure) => 0.5 * 10 ** -f.decimals;
  const low = (factor(over, -slack(over)) / factor(under, slack(under)) - 1) * 100;
  const high = (factor(over, slack(over)) / factor(under, -slack(under)) - 1) * 100;
  const printed = grown.change === 'down' ? -grown.value : grown.value;
  if (printed + slack(grown) >= low && printed - slack(grown) <= high) return [];
  const round = (n: number) => plain(Math.round(n * 10) / 10);
  return [
    finding(
      '存疑',
      'growth.ratio',
      [over, under, ratio, grown],
      `由${quoted(over)}、${quoted(under)}推算，两者之比的变化应为${round(low)}–${round(high)}%，印为${quoted(grown)}。若上年的比值按另一口径公布可成立，应写明；否则应改为约${round((low + high) / 2)}%。`,
      `(1 ${over.change === 'down' ? '−' : '+'} ${plain(over.value)}%)/(1 ${under.change === 'down' ? '−' : '+'} ${plain(under.value)}%) − 1 = ${round((low + high) / 2)}%`,
    ),
  ];
}
