/** Gives the figures that stand in table cells their labels, units and relations. */
import type { Draft } from './draft';
import { type Cell, isNumeric, type Table, tablesIn } from './tables';
import { slotOf } from './terms/slots';

const serial = /^(?:序号|编号|排名|名次|No\.?)$/i;
const plain = /^(?:数量|件数|案件数量?|案件|数|合计|总计|总数|小计|全年|本年|本期|数值|人数|件|\(件\)|单位:件)$/;
const total = /^(?:合计|总计|共计|总数|全[省市区县])$/;
const shareHead = /占比|比例|比重|百分比|所占/;
const changeHead = /同比|增长|增幅|增减|增降|变化|环比|升降/;
/** 增减 without a percent sign counts the difference. */
const differenceHead = /^(?:增减|增加|净增|比上年|较上年)(?:数|量|件数)?$/;
const year = /\d{4}年?度?/;
const unitHead = /\((件|起|宗|份|人|名|个|次|人次|元|万元|%)\)/;

/** Drafts of cells with their labels; serial numbers and lone numbers that no table holds are left out. */
export function tabulate(text: string, drafts: readonly Draft[]): Draft[] {
  const tables = tablesIn(text);
  const divided = tables.map(divides);
  const kept: Draft[] = [];
  let from = 0;
  const placed = new Map<Draft, { table: Table; t: number; row: number; column: number }>();
  tables.forEach((table, t) => {
    table.rows.forEach((row, r) => {
      row.forEach((cell, column) => {
        while (from < drafts.length && (drafts[from]?.end ?? 0) <= cell.start) {
          from++;
        }
        const draft = drafts[from];
        if (
          draft !== undefined &&
          r >= table.heads &&
          isNumeric(cell.text) &&
          draft.end >= cell.start &&
          draft.start < cell.end
        ) {
          placed.set(draft, { table, t, row: r, column });
        }
      });
    });
  });
  const cells = new Map<string, Draft>();
  for (const draft of drafts) {
    const at = placed.get(draft);
    if (at === undefined) {
      // 3 on a line of its own is a page number or a list mark.
      if (draft.unit !== '' || draft.core !== '' || draft.kind !== 'count') {
        kept.push(draft);
      }
      continue;
    }
    const { table, t, row, column } = at;
    const rowHead = headOfRow(table, row, column);
    const columnHead = headOfColumn(table, column);
    if (serial.test(columnHead) || (columnHead === '' && rowHead === '')) {
      continue;
    }
    label(draft, rowHead, columnHead);
    const sign = text[draft.start - 1];
    const moves =
      ([columnHead, rowHead].some((head) => changeHead.test(head)) && draft.kind !== 'count') ||
      differenceHead.test(columnHead);
    draft.change = moves ? (sign === '-' ? 'down' : 'up') : null;
    if (draft.unit === '' && !moves && [columnHead, rowHead].some((head) => shareHead.test(head))) {
      [draft.unit, draft.kind] = ['%', 'rate'];
    }
    draft.share = !moves && draft.kind === 'rate' && [columnHead, rowHead].some((head) => shareHead.test(head));
    draft.unit ||= unitOf(table, text, columnHead, rowHead);
    if (draft.unit === '%') {
      draft.kind = 'rate';
    }
    draft.divided = divided[t] === true && !total.test(rowHead) && !total.test(columnHead);
    draft.cell = { table: t, row, column };
    cells.set(`${t}.${row}.${column}`, draft);
    kept.push(draft);
  }
  relate(tables, divided, cells, kept);
  return kept;
}

function label(draft: Draft, rowHead: string, columnHead: string): void {
  const bare = columnHead.replace(/\([^()]*\)|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '').trim();
  const rows = rowHead.replace(/^其中[:,]?/, '');
  if (total.test(bare) && plain.test(rows)) {
    draft.core = bare;
    return;
  }
  if (total.test(rows) && bare !== '' && !plain.test(bare) && !shareHead.test(bare) && !changeHead.test(bare)) {
    // The last line of 单位 | 2023年受理 | 2024年受理 says what its column says.
    draft.core = bare.replace(year, '');
    draft.heading = year.test(bare) ? bare : null;
    return;
  }
  if (rows === '' || plain.test(rows) || shareHead.test(rows) || changeHead.test(rows)) {
    draft.core = bare === '' || plain.test(bare) || shareHead.test(bare) || changeHead.test(bare) ? rows : bare;
    draft.heading = /\d{4}/.test(bare) ? bare : null;
  } else {
    draft.core = rows;
    draft.heading = bare === '' || plain.test(bare) ? null : bare;
  }
}

/** The words nearest on the left: 省份 | 数量 | 省份 | 数量 lays two lists beside each other. */
function headOfRow(table: Table, row: number, column: number): string {
  const cells = table.rows[row] ?? [];
  let at = column - 1;
  while (at >= 0 && (isNumeric(cells[at]?.text ?? '') || cells[at]?.text === '')) {
    at--;
  }
  const words: string[] = [];
  for (; at >= 0 && !isNumeric(cells[at]?.text ?? ''); at--) {
    words.unshift(cells[at]?.text ?? '');
  }
  return words.join('').replace(/\s+/g, '');
}

function headOfColumn(table: Table, column: number): string {
  const heads: string[] = [];
  for (const row of table.rows.slice(0, table.heads)) {
    const said = row[column]?.text ?? '';
    if (said !== '' && heads.at(-1) !== said) {
      heads.push(said);
    }
  }
  return heads.join('');
}

/** Most heads of rows or of columns name parts of one breakdown, so that all of them do. */
function divides(table: Table): boolean {
  const columns = (table.rows[0] ?? []).map((_, column) => headOfColumn(table, column));
  const rows = table.rows.slice(table.heads).map((row) => row.find((cell) => !isNumeric(cell.text))?.text ?? '');
  return [columns, rows].some((heads) => {
    const words = heads.map((head) => head.replace(/\s+/g, '')).filter((head) => head !== '' && !plain.test(head));
    const known = words.filter((head) => {
      const { class: name } = slotOf(head);
      return name !== null && name !== 'category';
    });
    return known.length >= 2 && known.length * 2 >= words.length;
  });
}

function unitOf(table: Table, text: string, columnHead: string, rowHead: string): string {
  const said = unitHead.exec(columnHead)?.[1] ?? unitHead.exec(rowHead)?.[1];
  if (said !== undefined) {
    return said;
  }
  const start = table.rows[0]?.[0]?.start ?? 0;
  return /单位\s*[::]\s*(件|起|宗|份|人|名|个|次|元|万元)/.exec(text.slice(Math.max(0, start - 60), start))?.[1] ?? '';
}

/** A total row closes its column; a share or a change stands on the count of its row, or of the row above. */
function relate(
  tables: readonly Table[],
  divided: readonly boolean[],
  cells: ReadonlyMap<string, Draft>,
  drafts: readonly Draft[],
): void {
  const index = new Map(drafts.map((draft, i) => [draft, i]));
  const indexOf = (t: number, row: number, column: number): number | null => {
    const draft = cells.get(`${t}.${row}.${column}`);
    return draft === undefined ? null : (index.get(draft) ?? null);
  };
  tables.forEach((table, t) => {
    const totalRow = table.rows.findIndex(
      (row, r) => r >= table.heads && row.some((cell: Cell) => total.test(cell.text)),
    );
    const totalColumn = (table.rows[0] ?? []).findIndex((_, column) => total.test(headOfColumn(table, column)));
    // Lists laid beside each other share one total, under the same head.
    const totalIndex = (column: number): number | null =>
      indexOf(t, totalRow, column) ??
      (table.rows[totalRow] ?? [])
        .map((_, other) =>
          headOfColumn(table, other) === headOfColumn(table, column) ? indexOf(t, totalRow, other) : null,
        )
        .find((index) => index !== null) ??
      null;
    const nested = table.rows.some((row) => row.some((cell) => /^其中|小计/.test(cell.text)));
    table.rows.forEach((row, r) => {
      row.forEach((_, column) => {
        const draft = cells.get(`${t}.${r}.${column}`);
        if (draft === undefined) {
          return;
        }
        if (draft.share || draft.change !== null) {
          draft.of = countBeside(cells, index, t, r, column);
          draft.relation = draft.of === null ? null : draft.share ? 'share' : 'change';
        } else if (
          draft.kind === 'count' &&
          totalRow < 0 &&
          column < totalColumn &&
          adds(headOfColumn(table, column), divided[t] === true)
        ) {
          draft.of = indexOf(t, r, totalColumn);
          draft.relation = draft.of === null ? null : 'part-closed';
        } else if (draft.kind === 'count' && r < totalRow) {
          draft.of = totalIndex(column);
          draft.relation = draft.of === null ? null : nested ? 'part' : 'part-closed';
        }
      });
    });
  });
}

/** Columns that add up to a total on their right: parts of one breakdown, or stock and intake. */
function adds(head: string, divided: boolean): boolean {
  return !/同期|上年|去年|\d{4}/.test(head) && (divided || /旧存|结转|结存|新收|收案/.test(head));
}

function countBeside(
  cells: ReadonlyMap<string, Draft>,
  index: ReadonlyMap<Draft, number>,
  t: number,
  row: number,
  column: number,
): number | null {
  for (let c = column - 1; c >= 0; c--) {
    const left = cells.get(`${t}.${row}.${c}`);
    if (left !== undefined && left.kind === 'count') {
      return index.get(left) ?? null;
    }
  }
  const above = cells.get(`${t}.${row - 1}.${column}`);
  return above !== undefined && above.kind === 'count' ? (index.get(above) ?? null) : null;
}
