/**
 * The flow of cases: carried in + received = handled + pending, and no stage larger than the one it comes from. What
 * does not balance may still be true (an unprinted carry-over, an application refused), so these are doubts with the
 * readings that resolve them.
 */

import type { Figure, Finding } from '../figure';
import { isExact, plain, sumOf } from './arithmetic';
import {
  type Check,
  familyOf,
  finding,
  type Ground,
  isBreakdown,
  isCount,
  isRate,
  leadOf,
  quoted,
  type Sentence,
  stageOf,
} from './ground';

export const flow: Check = (ground) => [
  ...ground.sentences.flatMap((sentence) =>
    ['reconsideration', 'litigation'].flatMap((family) => {
      const stock = stockOf(sentence, family);
      return [...carried(ground, stock), ...handled(stock), ...pending(stock), ...overdrawn(stock, family)];
    }),
  ),
  ...ground.sentences.flatMap(beyondWhole),
  ...nothingCarried(ground),
];

interface Stock {
  readonly of: (stage: string) => Figure | undefined;
  readonly all: readonly Figure[];
  readonly rates: readonly Figure[];
}

/** Whole counts of one family in a sentence, by stage; a stage printed twice there is ambiguous and left out. */
function stockOf({ figures }: Sentence, family: string): Stock {
  const own = figures.filter((f) => familyOf(f) === family);
  const all = own.filter((f) => isCount(f) && !isBreakdown(f) && isExact(f));
  const of = (stage: string) => {
    const found = all.filter((f) => stageOf(f) === stage);
    return found.length === 1 ? found[0] : undefined;
  };
  return { of, all, rates: own.filter(isRate) };
}

/** Received + carried in = handled. */
function carried(ground: Ground, { of, rates }: Stock): readonly Finding[] {
  const base = of('handled') ?? of('caseload');
  const carry = of('carried-in');
  // 受理281件（含上年结转23件）: the stock already lies within.
  if (base === undefined || carry === undefined || /含|其中/.test(leadOf(ground, carry))) return [];
  const intakes = [of('received'), of('accepted')].filter((f) => f !== undefined);
  if (intakes.length === 0 || intakes.some((f) => f.value + carry.value === base.value)) return [];
  const [intake = carry] = intakes;
  const sum = intake.value + carry.value;
  const full = rates.find((f) => stageOf(f) === 'completion-rate' && f.value === 100);
  const gap = sum - base.value;
  const readings =
    gap > 0
      ? [
          `${plain(gap)}件不予受理、移送或者受理前终结，则可办理的为${plain(intake.value - gap)} + ${plain(carry.value)} = ${plain(base.value)}件${full ? '，办结率100%成立' : ''}`,
          `${plain(gap)}件未结，则办结率为${plain(base.value)}/${plain(sum)} = ${percent(base.value, sum)}%${full ? '，不是100%' : ''}`,
        ]
      : [`另有${plain(-gap)}件结转或者转入未写明`];
  return [
    finding(
      '存疑',
      'flow.carried-in',
      [intake, carry, base, ...(full ? [full] : [])],
      `${quoted(intake)}加${quoted(carry)}为${plain(sum)}，与${quoted(base)}相差${plain(Math.abs(gap))}。可成立的读法：${readings.join('；')}。应补写这${plain(Math.abs(gap))}件的去向。`,
      `${plain(intake.value)} + ${plain(carry.value)} = ${plain(sum)} ≠ ${plain(base.value)}`,
    ),
  ];
}

/** 100 % where the same sentence leaves cases open. */
function handled({ of, rates }: Stock): readonly Finding[] {
  const full = rates.find((f) => /^(completion|conclusion)-rate$/.test(stageOf(f)) && f.value === 100);
  const left = of('pending');
  if (full === undefined || left === undefined || left.value === 0) return [];
  const message = `${quoted(full)}，而同句有${quoted(left)}。若以应结案件为分母可成立，应写明分母；否则应改为不足100%。`;
  return [finding('存疑', 'rate.remainder', [full, left], message, `100% 与 未结 ${plain(left.value)} 件并存`)];
}

/** Concluded + pending = what there was to handle. */
function pending({ of }: Stock): readonly Finding[] {
  const done = of('concluded');
  const open = of('pending');
  if (done === undefined || open === undefined) return [];
  const carry = of('carried-in')?.value ?? 0;
  const intakes = ['handled', 'caseload', 'accepted', 'received'].map(of).filter((f) => f !== undefined);
  const sum = done.value + open.value;
  const [base] = intakes;
  if (base === undefined || intakes.some((f) => f.value === sum || f.value + carry === sum)) return [];
  const gap = sum - base.value;
  const reading = gap > 0 ? `上年结转${plain(gap)}件未写明` : `另有${plain(-gap)}件在受理前终结或者已移送`;
  return [
    finding(
      '存疑',
      'flow.pending',
      [base, done, open],
      `${quoted(done)}与${quoted(open)}相加为${plain(sum)}，与${quoted(base)}相差${plain(Math.abs(gap))}。可成立的读法：${reading}。应补写。`,
      `${plain(done.value)} + ${plain(open.value)} = ${plain(sum)} ≠ ${plain(base.value)}`,
    ),
  ];
}

/** More concluded than came in, with no carry-over printed. */
function overdrawn({ of }: Stock, family: string): readonly Finding[] {
  const done = of('concluded');
  if (done === undefined || of('handled') !== undefined || of('caseload') !== undefined) return [];
  const accepted = of('accepted');
  const received = of('received');
  const carry = of('carried-in');
  const early = of('pre-acceptance-settled');
  const gaps = [accepted, received]
    .filter((f) => f !== undefined)
    .map((f) => ({ intake: f, gap: done.value - f.value - (carry?.value ?? 0) }));
  const [first] = gaps;
  if (first === undefined || first.gap <= 0) return [];
  const within = gaps.some(({ gap }) => gap <= 0);
  // 办结 includes what was refused, withdrawn or settled before acceptance; 审结 does not.
  if (within && early === undefined && !/审结/.test(done.text)) return [];
  const readings = [
    ...(within
      ? [
          `${quoted(done)}含受理前终结的${early ? `${plain(early.value)}件，受理后审结${plain(done.value - early.value)}件` : '案件'}`,
        ]
      : []),
    accepted === undefined
      ? null
      : `若只计受理后审结，上年结转至少${plain(done.value - accepted.value - (carry?.value ?? 0))}件`,
    received === undefined || within
      ? null
      : family === 'litigation'
        ? `上年旧存至少${plain(done.value - received.value - (carry?.value ?? 0))}件`
        : `若含受理前终结的，上年结转至少${plain(done.value - received.value - (carry?.value ?? 0))}件`,
  ].filter((r) => r !== null);
  const intake = first.intake;
  return [
    finding(
      within || family === 'litigation' ? '提示' : '存疑',
      'flow.concluded-beyond-intake',
      [intake, ...(received && received !== intake ? [received] : []), done],
      `${quoted(done)}多于${quoted(intake)}，未写明上年结转。可成立的读法：${readings.join('；')}。应补写“上年结转…件”。`,
      gaps
        .filter(({ gap }) => gap > 0)
        .map(
          ({ intake: f, gap }) =>
            `${plain(done.value)} − ${plain(sumOf([f.value, carry?.value ?? 0]))} = ${plain(gap)}`,
        )
        .join('；'),
    ),
  ];
}

/** A part and the stage it comes out of, by metric. */
const WITHIN: readonly [part: string, whole: readonly string[]][] = [
  ['mediation-succeeded', ['mediation-handled', 'mediation-accepted']],
  ['disputes-resolved', ['disputes-found']],
  ['reconsideration-corrected', ['reconsideration-concluded']],
  ['reconsideration-upheld', ['reconsideration-concluded']],
  ['litigation-lost', ['litigation-concluded']],
  ['litigation-heard', ['litigation-concluded']],
  ['prelitigation-mediation-succeeded', ['prelitigation-mediation-received']],
  ['mediator-subsidy-cases', ['mediator-subsidy-applications']],
];

/** More successes than cases. */
function beyondWhole({ figures }: Sentence): readonly Finding[] {
  const counts = figures.filter((f) => isCount(f) && isExact(f) && !isBreakdown(f));
  return WITHIN.flatMap(([part, wholes]) => {
    const small = counts.find(({ metric }) => metric === part);
    const large = counts.find(({ metric }) => metric !== null && wholes.includes(metric));
    if (small === undefined || large === undefined || small.value <= large.value || large.value === 0) return [];
    const gap = small.value - large.value;
    const message = `${quoted(small)}多于${quoted(large)}。可成立的读法：含上年结转至少${plain(gap)}件，或者两数截止日、范围不同，应写明；否则两数可能写反或者写错。`;
    return [
      finding(
        '存疑',
        'flow.part-beyond-whole',
        [large, small],
        message,
        `${plain(small.value)} − ${plain(large.value)} = ${plain(gap)}`,
      ),
    ];
  });
}

/** 上年未结转 and 含上年结转 in one text. */
function nothingCarried({ text, figures }: Ground): readonly Finding[] {
  const none = figures.filter((f) => f.value === 0 && stageOf(f) === 'carried-in');
  const said = [
    ...text.matchAll(/[含有](?:上|去|\d{4})年?度?[^，,。；;（）()0-9]{0,6}(?:结转|旧存)(?!(?:案件)?(?:为)?0)/g),
  ];
  return none.flatMap((f) =>
    said
      .filter(({ index }) => index >= f.end || index + 4 <= f.start)
      .filter(({ index }) => familyOf(figures.find(({ end }) => end > index) ?? f) === familyOf(f))
      .slice(0, 1)
      .map(({ index, 0: words }) => ({
        ...finding(
          '存疑',
          'flow.carried-in-denied',
          [f],
          `${quoted(f)}，别处又写“${words}”。若“含”只是套语应删去；若确有结转，应写明件数。`,
          '0 与 “含结转” 并存',
        ),
        spans: [
          { start: f.start, end: f.end },
          { start: index, end: index + words.length },
        ].sort((a, b) => a.start - b.start),
      })),
  );
}

const percent = (part: number, base: number): string => plain(Math.round((part * 1000) / base) / 10);
