/**
 * Tables as text extraction leaves them: rows of cells parted by tabs or strokes, or one cell a line. A cell's label is
 * its row's head and its column's head.
 */

export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Table {
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows at the top are heads. */
  readonly heads: number;
}

const numeric = /^[-+]?\d[\d,]*(?:\.\d+)?\s*(?:[%‰件起宗份人名个次元]|万元|人次|个百分点)?$|^[-/]$/;
const rule = /^[-:=\s]*$/;

export function isNumeric(cell: string): boolean {
  return numeric.test(cell.trim());
}

/** Every table of the text, in order. */
export function tablesIn(text: string): Table[] {
  const tables: Table[] = [];
  let rows: Cell[][] = [];
  let singles: Cell[] = [];
  const close = (): void => {
    if (rows.length > 1) {
      tables.push(tableOf(rows));
    }
    rows = [];
  };
  const closeSingles = (): void => {
    const table = vertical(singles);
    if (table !== null) {
      tables.push(table);
    }
    singles = [];
  };
  let at = 0;
  for (const line of text.split('\n')) {
    const cells = cellsOf(line, at);
    const bare = line.replace(/\|\s*$/, '').trim();
    if (cells.length > 1) {
      closeSingles();
      if (!cells.every((cell) => rule.test(cell.text))) {
        rows.push(cells);
      }
    } else if (bare !== '' && bare !== '|') {
      close();
      if (bare.length <= 24 && (isNumeric(bare) || !/[。,;:!?]/.test(bare.replace(/^其中:/, '')))) {
        const start = at + line.indexOf(bare);
        singles.push({ start, end: start + bare.length, text: bare });
      } else {
        closeSingles();
      }
    }
    at += line.length + 1;
  }
  close();
  closeSingles();
  return tables.sort((a, b) => (a.rows[0]?.[0]?.start ?? 0) - (b.rows[0]?.[0]?.start ?? 0));
}

function cellsOf(line: string, at: number): Cell[] {
  const parted = line.includes('|') ? '|' : line.includes('\t') ? '\t' : null;
  if (parted === null) {
    return [];
  }
  const cells: Cell[] = [];
  let from = 0;
  for (const piece of line.split(parted)) {
    const text = piece.trim();
    const start = at + from + (text === '' ? 0 : piece.indexOf(text));
    cells.push({ start, end: start + text.length, text });
    from += piece.length + 1;
  }
  // Strokes at both ends of a line frame it.
  if (parted === '|' && cells[0]?.text === '') {
    cells.shift();
  }
  if (parted === '|' && cells.at(-1)?.text === '') {
    cells.pop();
  }
  return cells;
}

function tableOf(rows: readonly (readonly Cell[])[]): Table {
  const first = rows.findIndex((row) => row.some((cell) => isNumeric(cell.text)));
  return { rows, heads: first < 0 ? rows.length : first };
}

/** One cell a line: the width is the one that gives most cells under the head one pattern of words and numbers. */
function vertical(cells: readonly Cell[]): Table | null {
  const lead = cells.findIndex((cell) => isNumeric(cell.text));
  if (lead < 1 || cells.length < 6) {
    return null;
  }
  let best: Cell[][] | null = null;
  let most = 0;
  for (let skip = 0; skip <= Math.min(lead, 6); skip++) {
    for (let width = 2; width <= 16 && skip + width * 3 <= cells.length; width++) {
      const rows = rowsOf(cells.slice(skip), width);
      // Rows that begin with their name are likelier than rows that begin with a number.
      const named = rows !== null && !isNumeric(rows[1]?.[0]?.text ?? '');
      const fits = rows === null ? 0 : rows.length * width + (named ? 1.5 : 0) - width / 100;
      if (fits > most) {
        [best, most] = [rows, fits];
      }
    }
  }
  return best === null ? null : { rows: best, heads: 1 };
}

function rowsOf(cells: readonly Cell[], width: number): Cell[][] | null {
  const head = cells.slice(0, width);
  if (head.some((cell) => isNumeric(cell.text))) {
    return null;
  }
  const pattern = cells.slice(width, 2 * width).map((cell) => isNumeric(cell.text));
  if (!pattern.includes(true) || !pattern.includes(false)) {
    return null;
  }
  const rows = [head];
  for (let at = width; at + width <= cells.length; at += width) {
    const row = cells.slice(at, at + width);
    if (row.some((cell, column) => isNumeric(cell.text) !== pattern[column])) {
      break;
    }
    rows.push(row);
  }
  return rows.length > 2 ? rows : null;
}
