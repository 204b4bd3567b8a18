/** Sums of parts: closed lists that do not close, parts beyond their whole, words that let parts overlap. */

import type { Figure, Finding } from '../figure';
import { isExact, plain, sumOf, sumShown } from './arithmetic';
import {
  type Check,
  depthOf,
  finding,
  type Ground,
  isCount,
  leadOf,
  numberStart,
  quoted,
  stageOf,
  unitClass,
} from './ground';
import { labelsOf, listsIn, type Parts } from './parts';

export const sums: Check = (ground) => [
  ...listsIn(ground).flatMap((list) => (list.closes ? ofClosed(ground, list) : ofOpen(ground, list))),
  ...ground.sentences.flatMap((sentence) => {
    const counts = sentence.figures.filter(isCount);
    return counts.flatMap((total, i) => ofTotal(ground, total, leadOf(ground, total), counts.slice(0, i)));
  }),
];

const exact = ({ whole, parts }: Parts): boolean => [whole, ...parts].every(isExact);

function ofOpen(ground: Ground, list: Parts): readonly Finding[] {
  const { whole, opener } = list;
  if (!exact(list)) return [];
  const [head = whole] = list.parts;
  const between = ground.text.slice(whole.end, numberStart(ground, head)).replaceAll(/[上去]年度?(?=结转|旧存)/g, '');
  // 比上年、同期 between them: the second number is of another time, not a part.
  if (/比|较|同期|年/.test(between)) return [];
  const [first] = list.parts;
  if (first !== undefined && first.value > whole.value && /^[，,]?[（(]?(其中|含)/.test(between) && whole.value > 0)
    return beyondWhole(ground, list, first);
  const parts = siblings(ground, list);
  if (parts.length < 2) return [];
  const values = parts.map(({ value }) => value);
  const sum = sumOf(values);
  const arithmetic = `${sumShown(values)}，${quoted(whole)} ${plain(whole.value)}，相差 ${plain(Math.abs(sum - whole.value))}`;
  const all = [whole, ...parts];
  if (sum > whole.value)
    return [
      finding(
        '存疑',
        'sum.parts-beyond-whole',
        all,
        `各项合计${plain(sum)}，多于${quoted(whole)}。若各项有重叠或者另有所指则可成立，应写明；否则应将总数改为${plain(sum)}，或者核减各项。`,
        arithmetic,
      ),
    ];
  if (parts.length < 3 && opener !== '括号' && opener !== '分别') return [];
  return [
    finding(
      '提示',
      'sum.remainder',
      all,
      `所列各项合计${plain(sum)}，比${quoted(whole)}少${plain(whole.value - sum)}。若未列尽，可加“其他${plain(whole.value - sum)}${whole.unit}”或者“等”；若已列尽，应将总数改为${plain(sum)}。`,
      arithmetic,
    ),
  ];
}

/** 受理12件，其中行政处罚15件. 新收19件、结转6件，其中…9件 is a part of both together; another number before may be meant. */
function beyondWhole(ground: Ground, { sentence, whole }: Parts, first: Figure): readonly Finding[] {
  const before = sentence.figures.filter((f) => f.end <= whole.end && isCount(f) && unitClass(f) === unitClass(whole));
  // 新收19件，结转6件 add up; 收到20件，受理12件 do not.
  const joined = tightRun(ground, before, whole, stageOf(whole) === 'carried-in' ? /^[、和及与，,]/ : /^[、和及与]/);
  if (!before.every(isExact) || first.value <= sumOf(joined.map(({ value }) => value))) return [];
  const saved = first.value <= sumOf(before.map(({ value }) => value)) || first.unit !== whole.unit;
  return [
    finding(
      saved ? '存疑' : '错误',
      'sum.part-beyond-whole',
      [whole, first],
      saved
        ? `${quoted(first)}紧接${quoted(whole)}称“其中”，却比它大。若是前面另一个数的一部分可成立，应写明；否则应核对两数。`
        : `${quoted(first)}是${quoted(whole)}的一部分，却比它大。应核对两数，或者删去“其中”“含”。`,
      `${plain(first.value)} > ${plain(whole.value)}`,
    ),
  ];
}

/** The parts that divide the whole: the list ends where another stage of the work begins. */
function siblings(ground: Ground, { whole, parts, opener }: Parts): readonly Figure[] {
  if (opener === '括号' || opener === '分别') return parts;
  const ended = parts.findIndex((part, i) => {
    const before = i === 0 ? whole : parts[i - 1];
    // What stands before 其中 led away from the whole and back.
    const between = ground.text
      .slice(before?.end ?? 0, numberStart(ground, part))
      .replace(i === 0 ? /^.*其中/s : /^$/, '');
    return /[；;]/.test(between) || (i > 0 && STAGES.test(between)) || isWhole(part, whole);
  });
  return ended < 0 ? parts : parts.slice(0, ended);
}

/** Words that open a new number of their own. */
const STAGES =
  /(?<!不予)受理|收到|新收|办结|审结|结案|办理|成功|化解|召开|开展|组织|培训|发放|同比|比上年|较上年|排查|预防|出庭/;
const isWhole = (part: Figure, whole: Figure): boolean =>
  part.metric !== null && part.metric === whole.metric && part.slot === null && part.relation === null;

/** A total after its parts: 撤销22件、变更1件，共23件. */
function ofTotal(ground: Ground, total: Figure, lead: string, before: readonly Figure[]): readonly Finding[] {
  if (!/^[，,、；;]?(共|合计|共计|总计|总共)(为|有|达|计)?$/.test(lead)) return [];
  const run = tightRun(ground, before, total);
  if (run.length < 2 || ![total, ...run].every(isExact)) return [];
  for (let from = 0; from < run.length - 1; from++)
    if (sumOf(run.slice(from).map(({ value }) => value)) === total.value) return [];
  const values = run.map(({ value }) => value);
  const sum = sumOf(values);
  return [
    finding(
      '错误',
      'sum.total',
      [...run, total],
      `前列各项合计${plain(sum)}，而${quoted(total)}。应将总数改为${plain(sum)}，或者核对各项。`,
      `${sumShown(values)} ≠ ${plain(total.value)}`,
    ),
  ];
}

/** The figures joined by 、 that end right before the total. */
function tightRun(ground: Ground, before: readonly Figure[], total: Figure, joint = /^、/): readonly Figure[] {
  const run: Figure[] = [];
  const depth = depthOf(ground, total);
  // What stands in a bracket inside the list divides one of its items.
  for (const figure of before.filter((f) => depthOf(ground, f) <= depth).toReversed()) {
    const next = run[0];
    const between = next === undefined ? '、' : ground.text.slice(figure.end, numberStart(ground, next));
    const words = between.replaceAll(/[（(][^（）()]*[）)]/g, '');
    if (unitClass(figure) !== unitClass(total) || !/^[、，,和及][^，,；;。0-9]*$/.test(words)) break;
    if (next !== undefined && !joint.test(words)) break;
    const lead = leadOf(ground, figure);
    // 甲12件、其中乙8件、丙3件: a part of a part is no item of the list.
    if (/^[、和及].*(其中|含)/.test(lead)) continue;
    run.unshift(figure);
    if (/其中|含/.test(lead)) break;
  }
  return run;
}

/** What an outcome is called; one part may name several. */
const OUTCOMES: readonly [name: string, words: RegExp][] = [
  ['纠错', /纠错|纠正|撤销|变更|确认违法|责令/],
  ['调解和解', /调解|和解/],
  ['维持', /维持/],
  ['驳回', /驳回/],
  ['撤回', /撤回|撤诉/],
];
const outcomesIn = (label: string) => OUTCOMES.filter(([, words]) => words.test(label)).map(([name]) => name);

function ofClosed(ground: Ground, list: Parts): readonly Finding[] {
  if (list.parts.length < 3) return [];
  const labels = labelsOf(ground, list);
  return [...overlap(list, labels), ...mixedStages(ground, list, labels)];
}

/** A part whose words include what another part counts: the sum closes only if nothing is counted twice. */
function overlap({ whole, parts }: Parts, labels: readonly string[]): readonly Finding[] {
  return parts.flatMap((part, i) => {
    const named = outcomesIn(labels[i] ?? '');
    if (named.length < 2 || !/[、和及或]/.test(labels[i] ?? '')) return [];
    return parts.flatMap((other, j) => {
      const [only, ...more] = outcomesIn(labels[j] ?? '');
      if (i === j || only === undefined || more.length > 0 || !named.includes(only)) return [];
      const message = `${quoted(part)}的名称含“${only}”，而${quoted(other)}另列。各项相加恰为${quoted(whole)}，只有前者不含${only}才成立；应从前者的名称中删去“${only}”。`;
      return [
        finding(
          '提示',
          'sum.overlap',
          [part, other, whole],
          message,
          `${sumShown(parts.map(({ value }) => value))} = ${quoted(whole)}`,
        ),
      ];
    });
  });
}

/** Some parts counted at receipt, the whole at acceptance. */
function mixedStages(ground: Ground, { whole, parts }: Parts, labels: readonly string[]): readonly Finding[] {
  const received = parts.filter((_, i) => /新收|收到/.test(labels[i] ?? ''));
  const accepted = /受理|立案|审结|办结/.test(ground.text.slice(Math.max(0, whole.start - 10), whole.end));
  if (!accepted || received.length === 0 || received.length === parts.length) return [];
  const message = `${received.map(quoted).join('、')}按收案计，却与其他各项相加为${quoted(whole)}，收案与受理混在一个分项里。应统一为同一口径。`;
  return [
    finding('提示', 'sum.mixed-stages', [...received, whole], message, `${sumShown(parts.map(({ value }) => value))}`),
  ];
}
