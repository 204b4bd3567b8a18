/** Figures as a terminal shows them, where a Chinese character takes two places. */
import { type Breakdown, type BrokenPart, type FigureRow, unregistered, type Verification } from '@anjuan/statistics';

const heads = ['指标', '数值', '分子', '分母', '口径', '编号'];
const comparedHeads = ['指标', '数值', '上年同期', '同比', '口径', '编号'];

export function figureTable(
  rows: readonly FigureRow[],
  { head, allVariants }: { readonly head: string; readonly allVariants?: boolean },
): string {
  const compared = rows.some((r) => r.yearBefore !== undefined);
  const cells = rows.map((r) => [
    r.note === null ? r.title : `${r.title}（${r.note}）`,
    r.value === null ? r.printed : printedWithUnit(r),
    ...(r.yearBefore
      ? [r.yearBefore.printed, changeText(r.yearBefore.change)]
      : [r.denominator === null ? '' : dividedText(r), r.denominator === null ? '' : String(r.denominator)]),
    r.reading,
    allVariants ? `${r.metric} / ${r.variant}` : r.metric,
  ]);
  return aligned(head, compared ? comparedHeads : heads, cells);
}

export function breakdownTable(found: Breakdown, head: string): string {
  const compared = found.whole.before !== null;
  const rate = found.whole.denominator !== null;
  const row = (label: string, part: BrokenPart) => [
    label,
    part.printed,
    ...(rate
      ? [String(part.numerator), String(part.denominator ?? '')]
      : [part.share === null ? '—' : `${part.share}%`]),
    ...(compared ? [part.before?.printed ?? '', changeText(part.change)] : []),
  ];
  const cells = [
    ...found.rows.map((r) => row(r.label, r)),
    ...(found.rest === null ? [] : [row('其余', found.rest)]),
    ...(found.unknown === null ? [] : [row('未注明', found.unknown)]),
    row('合计', found.whole),
  ];
  const columns = [
    found.by.title,
    `数值（${found.unit}）`,
    ...(rate ? ['分子', '分母'] : ['占比']),
    ...(compared ? ['上年同期', '同比'] : []),
  ];
  return aligned(`${head} ${found.title}（${found.reading}）`, columns, cells);
}

export function verificationText(v: { readonly jurisdiction: string } & Verification): string {
  const head = `${v.jurisdiction}：核验${v.checked}条，${v.broken.length === 0 ? '全部相符' : `${v.broken.length}条不符`}`;
  const last = v.last === null ? [] : [`  末条校验值 ${v.last}`];
  const lines = v.broken.map((b) => `  第${b.seq}号${b.title === null ? '' : ` ${b.title}`}：${b.problems.join('；')}`);
  const unsaid = v.registered ? [] : [`  ${unregistered}`];
  return [head, ...lines, ...last, ...unsaid].join('\n');
}

/** An average divides the days of the cases, anything else their number. */
const dividedText = ({ unit, summed, numerator }: FigureRow): string =>
  unit === '天' ? `${summed}天` : String(numerator);

/** 上升、下降 and by how much; percent and percentage points are different words. */
const changeText = (
  change: { readonly printed: string; readonly unit: string; readonly value: number | null } | null,
) =>
  change === null
    ? ''
    : change.value === null
      ? change.printed
      : `${change.value > 0 ? '+' : ''}${change.printed}${change.unit}`;

function aligned(head: string, columns: readonly string[], cells: readonly (readonly string[])[]): string {
  const widths = columns.map((title, i) => Math.max(...[title, ...cells.map((c) => c[i] ?? '')].map(widthOf)));
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => text + ' '.repeat((widths[i] ?? 0) - widthOf(text)))
      .join('  ')
      .trimEnd();
  return [head, '', line(columns), ...cells.map(line)].join('\n');
}

/** As reports write it: 95%以上, 812.69万余元, 9000余件. */
function printedWithUnit({ printed, unit, approximate }: FigureRow): string {
  if (approximate === '以上') return `${printed}${unit}以上`;
  if (approximate === '余' && unit === '万元') return `${printed}万余元`;
  return `${printed}${approximate ?? ''}${unit}`;
}

const widthOf = (text: string): number =>
  [...text].reduce((width, c) => width + (/[\u1100-\u115f\u2e80-\uffdc\u2014]/.test(c) ? 2 : 1), 0);
