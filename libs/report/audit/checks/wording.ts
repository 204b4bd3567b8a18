/** Words that make a right number wrong: percent for percentage points, 件 beside 宗, tiers that do not pay their sum. */

import type { Figure, Finding } from '../figure';
import { isExact, plain, sumOf } from './arithmetic';
import {
  type Check,
  familyOf,
  finding,
  type Ground,
  grouped,
  isCount,
  isEarlier,
  isRate,
  leadOf,
  quoted,
  type Sentence,
  stageOf,
} from './ground';

export const wording: Check = (ground) => [
  ...ground.sentences.flatMap((sentence) => sentence.figures.flatMap((f) => pointsAsPercent(ground, sentence, f))),
  ...mixedUnits(ground),
  ...ground.figures.filter((f) => isFraction(ground, f)).map(fraction),
  ...ground.sentences.flatMap((sentence) => tiers(ground, sentence)),
];

const CHANGED = /(?:提高|上升|增长|增加|下降|降低|减少|提升|升|降|增|减)了?约?$/;
/** …率 followed by nothing but the comparison: the rate itself is what changed. */
const OF_A_RATE =
  /率(?:[(（][^()（）]*[)）])?[，,]?(?:同比|环比|(?:比|较)[^，,。；;]{0,10})?(?:提高|上升|增长|增加|下降|降低|减少|提升|升|降|增|减)了?约?$/;

function pointsAsPercent(ground: Ground, sentence: Sentence, f: Figure): readonly Finding[] {
  const lead = leadOf(ground, f).replace(/了?$/, '');
  // 分别: the changes of several numbers, of which the rate need not be the first.
  if (!CHANGED.test(lead) || /分别/.test(lead)) return [];
  const previous = sentence.figures.filter((other) => other.end <= f.start).at(-1);
  const afterRate =
    previous !== undefined &&
    isRate(previous) &&
    previous.unit === '%' &&
    !/占|其中/.test(lead) &&
    /^[，,]?(?:同比|环比|(?:比|较)[^，,。；;]{0,10})?[一-龥]{1,4}$/.test(lead) &&
    /率/.test(leadOf(ground, previous) + previous.text);
  const ofRate = OF_A_RATE.test(lead) || afterRate;
  if (f.kind === 'points' || /百分点/.test(f.unit))
    return ofRate || previous === undefined || !isCount(previous) || !/^[，,]?(?:同比|环比)[一-龥]{1,4}$/.test(lead)
      ? []
      : [percentAsPoints(f, previous)];
  // …成功率98%，同比上升5%（上年476件）: the number printed for the year before tells what rose.
  const counted = sentence.figures.some((other) => other.start >= f.end && isEarlier(other) && other.kind === 'count');
  if (!ofRate || f.unit !== '%' || counted) return [];
  const now = afterRate ? previous : rateNow(sentence, f);
  const impossible = now !== undefined && now.value === 0 && f.value < 100;
  return [
    finding(
      impossible ? '存疑' : '提示',
      'wording.points',
      now === undefined ? [f] : [now, f],
      impossible
        ? `${quoted(now)}，本期比率为0，若${quoted(f)}是百分比，只能下降100%；只有读作下降${plain(f.value)}个百分点才成立。应改为“${plain(f.value)}个百分点”。`
        : `${quoted(f)}说的是比率的升降。若指百分点之差，应写“${printed(f)}个百分点”；若确指相对变化，应写明上期的比率。`,
      impossible ? `(0 − ${printed(f)})/${printed(f)} = −100%` : `${printed(f)}% ≠ ${printed(f)} 个百分点`,
    ),
  ];
}

const printed = ({ value, decimals }: Figure): string => value.toFixed(decimals);

/** 败诉0件 in the same sentence: the rate of losing is nought. */
function rateNow({ figures }: Sentence, f: Figure): Figure | undefined {
  return figures.find(
    (other) =>
      other.end <= f.start &&
      other.value === 0 &&
      isCount(other) &&
      familyOf(other) === familyOf(f) &&
      stageOf(other) !== 'carried-in',
  );
}

function percentAsPoints(f: Figure, count: Figure): Finding {
  return finding(
    '提示',
    'wording.percent',
    [count, f],
    `${quoted(count)}是件数，升降应说百分比：“${printed(f)}%”。`,
    `${printed(f)} 个百分点 ≠ ${printed(f)}%`,
  );
}

const WHOLE_THINGS = /^(?:件|起|宗|次|场|场次|人|名|个|份|人次|件次)$/;

/** 3.2次 where things are counted whole; an average may be one. */
const isFraction = (ground: Ground, f: Figure): boolean =>
  f.kind === 'count' &&
  WHOLE_THINGS.test(f.unit) &&
  !Number.isInteger(f.value) &&
  !/平均|均|每|相当于|折合/.test(leadOf(ground, f) + f.text);

function fraction(f: Figure): Finding {
  return finding(
    '存疑',
    'wording.fraction',
    [f],
    `${quoted(f)}不是整数。若漏印“万”，应改为“${plain(f.value)}万${f.unit}”；若是平均数，应写明。`,
    `${plain(f.value)} 不是整数`,
  );
}

/** 件, 宗 and 起 for one kind of case in one text. */
function mixedUnits({ figures }: Ground): readonly Finding[] {
  // 无一起激化 prints no number: its unit is a manner of speech.
  const printed = (f: Figure) => /[0-9０-９]/.test(f.text);
  const counts = figures.filter((f) => f.metric !== null && isCount(f) && printed(f) && /^万?[件宗起]$/.test(f.unit));
  return [...grouped(counts, familyOf)].flatMap(([, own]) => {
    const units = grouped(own, ({ unit }) => unit.replace('万', ''));
    if (units.size < 2) return [];
    const [most, ...others] = [...units].sort((a, b) => b[1].length - a[1].length);
    if (most === undefined) return [];
    const stray = others.flatMap(([, found]) => found);
    return [
      finding(
        '提示',
        'wording.units',
        stray,
        `同一类案件有的用“${most[0]}”，有的用“${others.map(([unit]) => unit).join('、')}”。建议统一为“${most[0]}”。`,
        [...units].map(([unit, found]) => `${unit}：${found.length} 处`).join('；'),
      ),
    ];
  });
}

/** 简单10件、重大2件，按100元、300元发放，合计1600元. */
function tiers({ text }: Ground, { figures }: Sentence): readonly Finding[] {
  const amounts = figures.filter(({ kind, unit }) => kind === 'amount' && unit === '元');
  const total = amounts.at(-1);
  const standards = amounts.slice(0, -1);
  const [first] = standards;
  if (total === undefined || first === undefined || standards.length < 2 || ![total, ...amounts].every(isExact))
    return [];
  const counts = figures.filter((f) => f.end <= first.start && isCount(f) && isExact(f)).slice(-standards.length);
  const apart = !/^[、和及]$/.test(text.slice(standards.at(-1)?.end ?? 0, total.start));
  const joined =
    apart && standards.slice(1).every((s, i) => /^[、和及]$/.test(text.slice(standards[i]?.end ?? 0, s.start)));
  if (counts.length < standards.length || !joined || total.value <= (standards.at(-1)?.value ?? 0)) return [];
  const products = counts.map(({ value }, i) => value * (standards[i]?.value ?? 0));
  const sum = sumOf(products);
  if (sum === total.value) return [];
  return [
    finding(
      '存疑',
      'sum.tiers',
      [...counts, ...standards, total],
      `按件数和标准计算应为${plain(sum)}元，印为${quoted(total)}。若另有补发、扣减可成立，应写明；否则应改为${plain(sum)}元。`,
      `${counts.map(({ value }, i) => `${plain(value)}×${plain(standards[i]?.value ?? 0)}`).join(' + ')} = ${plain(sum)} ≠ ${plain(total.value)}`,
    ),
  ];
}
