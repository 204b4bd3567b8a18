/** With a jurisdiction: every number against its figure there, or no source. */

import type { Figure, Finding } from '../figure';
import { isExact, plain, rangeOf } from './arithmetic';
import { finding, type Ground, isBreakdown, isCount, isEarlier, isGrowth, quoted } from './ground';

/** One figure of the jurisdiction and year the text is of. */
export interface Known {
  readonly metric: string;
  /** Chinese name of the metric, and how this variant reads it. */
  readonly title: string;
  readonly variant: string;
  readonly reading: string;
  /** In `unit`, unrounded: percent for rates, 万元 for amounts in 万元. Null: nothing to divide by. */
  readonly value: number | null;
  readonly unit: string;
  readonly year: number;
  /** Last day counted when the text closes before the year does; null is the whole year. */
  readonly cutoff: string | null;
  /** The variant the jurisdiction prints. */
  readonly chosen: boolean;
  /** Kept with its cases: the report must print it. A live figure may still move. */
  readonly frozen: boolean;
}

export function againstKnown(ground: Ground, known: readonly Known[]): readonly Finding[] {
  const years = new Set(known.map(({ year }) => year));
  const ofThisYear = (f: Figure) => !isEarlier(f) && (f.period?.year == null || years.has(f.period.year));
  const casework = ground.figures.filter((f) => f.metric !== null && !isGrowth(f) && ofThisYear(f));
  const findings = casework.flatMap((f) => ofFigure(f, known));
  const others = ground.figures.filter(
    (f) => f.metric === null && (isCount(f) || f.kind === 'rate' || f.kind === 'amount'),
  );
  if (others.length === 0) return findings;
  const message = `另有${others.length}个数字不是案件统计指标，系统中没有来源，须由供数部门核对。`;
  return [...findings, finding('提示', 'source.other', others, message, `${others.length} 个`)];
}

function ofFigure(f: Figure, known: readonly Known[]): readonly Finding[] {
  const ofMetric = known.filter(({ metric }) => metric === f.metric);
  const atCutoff = ofMetric.filter(({ cutoff }) => cutoff !== null && cutoff === f.period?.to);
  const rows = atCutoff.length > 0 ? atCutoff : ofMetric.filter(({ cutoff }) => cutoff === null);
  // A part of a breakdown has its row where a variant bears the part's name.
  const own =
    f.slot === null || !isBreakdown(f)
      ? rows
      : rows.filter(({ reading }) => f.slot !== null && (reading.includes(f.slot) || f.slot.includes(reading)));
  if (own.length === 0)
    return [
      finding(
        '提示',
        'source.none',
        [f],
        `${quoted(f)}在系统中没有来源：没有这一指标${f.slot === null || !isBreakdown(f) ? '' : `的“${f.slot}”`}的统计。应另附依据。`,
        `${plain(f.value)}${f.unit}，无可比的数字`,
      ),
    ];
  const fitting = own.filter((row) => agrees(f, row));
  if (fitting.some(({ chosen }) => chosen)) return [];
  const [other] = fitting;
  if (other !== undefined)
    return [
      finding(
        '提示',
        'source.variant',
        [f],
        `${quoted(f)}合于“${other.reading}”的口径，不是本辖区采用的口径。应改用采用的口径，或者写明口径。`,
        own.map(shown).join('；'),
      ),
    ];
  const chosen = own.find((row) => row.chosen) ?? own[0];
  if (chosen === undefined) return [];
  return [
    finding(
      chosen.frozen ? '错误' : '存疑',
      'source.differs',
      [f],
      `${quoted(f)}与系统统计不符：${chosen.title}为${told(chosen)}。${chosen.frozen ? '应改为留存的数字。' : '若有案件尚未补录、申报有变或者截止日不同可成立；否则应改。'}`,
      own.map(shown).join('；'),
    ),
  ];
}

const told = ({ value, unit }: Known): string =>
  value === null ? '—' : `${plain(Math.round(value * 100) / 100)}${unit}`;
const shown = (row: Known): string => `${row.title}（${row.reading}）${told(row)}`;

/** Printed as its own decimals allow; 余, 近 and scaled numbers by their range. */
function agrees(f: Figure, { value, unit }: Known): boolean {
  if (value === null) return false;
  const scaled =
    unit === '元' && f.unit === '万元' ? value / 10_000 : unit === '万元' && f.unit === '元' ? value * 10_000 : value;
  if (!isExact(f)) {
    const { low, high } = rangeOf(f);
    return scaled >= low && scaled <= high;
  }
  return Math.abs(scaled - f.value) <= 0.5 * 10 ** -f.decimals + 1e-9;
}
