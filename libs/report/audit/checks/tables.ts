/**
 * Tables and pair lists (局30/21、…、合计96/59): the row or column called 合计 must be the sum of the others. One that is
 * not, where its neighbours are, is wrong; where none is, the table may leave rows out.
 */
import type { Figure, Finding, Level } from '../figure';
import { isExact, plain, sumOf, sumShown } from './arithmetic';
import { type Check, finding, type Ground, leadOf, quoted } from './ground';

const TOTAL = /合计|总计|共计|总数/;
/** Rows and columns that repeat what others hold. */
const PARTIAL = /小计|其中/;

export const tables: Check = (ground) => [...gridsIn(ground).flatMap(ofGrid), ...ofPairs(ground)];

interface Line {
  readonly name: string;
  readonly total: Figure;
  readonly parts: readonly Figure[];
}

function mismatches(lines: readonly Line[]): readonly Finding[] {
  const whole = lines.filter(({ total, parts }) => parts.length >= 2 && [total, ...parts].every(isExact));
  const adds = ({ total, parts }: Line) => sumOf(parts.map(({ value }) => value)) === total.value;
  const level = whole.some(adds) ? '错误' : '存疑';
  return whole.filter((line) => !adds(line)).map((line) => mismatch(line, level));
}

function mismatch({ name, total, parts }: Line, level: Level): Finding {
  const values = parts.map(({ value }) => value);
  const sum = sumOf(values);
  const shown = values.length > 16 ? `${values.length} 项合计 ${plain(sum)}` : sumShown(values);
  const saved = level === '错误' ? '' : '若另有未列的项可成立，应写明；否则';
  return finding(
    level,
    'table.total',
    [total, ...parts],
    `${name}各项合计${plain(sum)}，而合计栏为${quoted(total)}。${saved}应将合计改为${plain(sum)}，或者核对各项。`,
    `${shown} ≠ ${plain(total.value)}`,
  );
}

interface Cell {
  readonly words: string;
  /** The number, where the cell holds one and nothing else. */
  readonly figure: Figure | null;
}
type Grid = readonly (readonly Cell[])[];

const MOST_CELLS = 20_000;

/** Lines of cells between tabs or bars, as a document's tables come out as text. */
function gridsIn({ text, figures }: Ground): readonly Grid[] {
  const grids: Cell[][][] = [];
  let grid: Cell[][] = [];
  let next = 0;
  let at = 0;
  let cells = 0;
  for (const line of text.split('\n')) {
    const parts = line.split(/[\t|｜]/);
    if (parts.length < 2 || cells > MOST_CELLS) {
      if (grid.length > 0) grids.push(grid);
      grid = [];
    } else {
      const row: Cell[] = [];
      let from = at;
      for (const words of parts) {
        const to = from + words.length;
        while ((figures[next]?.end ?? Number.POSITIVE_INFINITY) <= from) next++;
        const figure = figures[next];
        const alone =
          figure !== undefined &&
          figure.start >= from &&
          figure.end <= to &&
          /^\s*[\d.,%]+\s*[一-龥]{0,2}\s*$/.test(words);
        row.push({ words: words.trim(), figure: alone ? figure : null });
        from = to + 1;
      }
      cells += row.length;
      grid.push(row);
    }
    at += line.length + 1;
  }
  return grid.length > 0 ? [...grids, grid] : grids;
}

function ofGrid(grid: Grid): readonly Finding[] {
  const [head = []] = grid;
  const name = (row: readonly Cell[]) => row.find(({ figure, words }) => figure === null && words !== '')?.words ?? '';
  if (grid.some((row) => PARTIAL.test(name(row))) || head.some(({ words }) => PARTIAL.test(words))) return [];
  const totals = grid.findIndex((row) => TOTAL.test(name(row)));
  const body = grid.filter((row, i) => i !== totals && row.some(({ figure }) => figure !== null));
  const counted = (cell: Cell | undefined) =>
    cell?.figure != null && cell.figure.kind !== 'rate' ? cell.figure : null;
  const columns = (grid[totals] ?? []).flatMap((cell, c): Line[] => {
    const total = counted(cell);
    const parts = body.map((row) => counted(row[c]));
    const full = parts.filter((f) => f !== null);
    // A column with holes is no list of parts.
    if (total === null || full.length < parts.length) return [];
    return [{ name: `“${head[c]?.words ?? ''}”一列`, total, parts: full }];
  });
  const across = head.findIndex(({ words }) => TOTAL.test(words));
  const rows = (across < 0 ? [] : grid).flatMap((row): Line[] => {
    const total = counted(row[across]);
    const parts = row.flatMap((cell, c) => (c === across || counted(cell) === null ? [] : [counted(cell)]));
    const full = parts.filter((f) => f !== null);
    return total === null ? [] : [{ name: `“${name(row)}”一行`, total, parts: full }];
  });
  // Columns beside the total need not be its parts: only where most rows add up are they.
  const adding = rows.filter(({ total, parts }) => sumOf(parts.map(({ value }) => value)) === total.value);
  return [...mismatches(columns), ...(adding.length * 2 > rows.length ? mismatches(rows) : [])];
}

/** A/B, A/B, …, 合计A/B: both columns. */
function ofPairs(ground: Ground): readonly Finding[] {
  return ground.sentences.flatMap((sentence) => {
    const own = new Set(sentence.figures);
    const pairs = ground.pairs.filter(({ left }) => own.has(left));
    const at = pairs.findIndex(({ left }) => /合计|总计|共计|总数|[，,]共$/.test(leadOf(ground, left)));
    const total = pairs[at];
    if (total === undefined || at < 2) return [];
    const parts = pairs.slice(0, at);
    return mismatches([
      { name: '斜线前', total: total.left, parts: parts.map(({ left }) => left) },
      { name: '斜线后', total: total.right, parts: parts.map(({ right }) => right) },
    ]);
  });
}
