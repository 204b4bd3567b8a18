import { Workbook } from 'exceljs';
import type { ImpactView } from './calendar-changes';
import type { EventPreview, PreviewedClockView } from './preview';

interface Column {
  readonly head: string;
  readonly width: number;
}
const shared = {
  kind: { head: '案件类别', width: 16 },
  number: { head: '案号（收案号）', width: 26 },
  limit: { head: '期限', width: 26 },
  effect: { head: '影响', width: 14 },
  old: { head: '原届满日', width: 13 },
  due: { head: '新届满日', width: 13 },
  why: { head: '原因', width: 70 },
} as const;

/** One sheet: a title, a line under it, the heads, the rows. */
async function bookOf(
  title: string,
  under: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('影响清单', { views: [{ state: 'frozen', ySplit: 3 }] });
  sheet.addRow([title]);
  sheet.addRow([under]);
  sheet.addRow(columns.map((c) => c.head));
  for (const row of rows) sheet.addRow([...row]);
  sheet.mergeCells(1, 1, 1, columns.length);
  sheet.mergeCells(2, 1, 2, columns.length);
  sheet.getRow(1).font = { bold: true, size: 14 };
  sheet.getRow(3).font = { bold: true };
  for (const [i, { width }] of columns.entries()) sheet.getColumn(i + 1).width = width;
  sheet.autoFilter = { from: { row: 3, column: 1 }, to: { row: 3, column: columns.length } };
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** 影响清单 as an Excel workbook of one sheet, every row of the list. */
export function impactSheet({ change, digest, assessed, moved, settled, kept, rows }: ImpactView): Promise<Buffer> {
  const { kind, number, limit, effect, old, due, why } = shared;
  return bookOf(
    change.title,
    `${change.state_title}；在计期限${assessed}个，日期变动${moved}个，暂定状态改变${settled}个，只改约定${kept}个；核对码${digest.slice(0, 16)}`,
    [kind, number, limit, effect, old, due, why],
    rows.map((r) => [r.kind_title, r.number, r.title, r.effect_title, r.old_due ?? '中止', r.new_due ?? '中止', r.why]),
  );
}

/** What one event would do to the clocks of its case, with whom each would be told, as a workbook alike. */
export function previewSheet(
  title: string,
  of: Pick<EventPreview, 'case' | 'digest' | 'clocks'>,
  told: readonly (readonly string[])[],
): Promise<Buffer> {
  const { kind, number, limit, effect, old, due, why } = shared;
  return bookOf(
    `${title}：期限影响清单`,
    `尚未办理；期限${of.clocks.length}个；核对码${of.digest.slice(0, 16)}`,
    [kind, number, limit, effect, old, due, { head: '提醒', width: 30 }, why],
    of.clocks.map((k, i) => [
      of.case.kind_title,
      of.case.number,
      nameOf(k),
      k.effect_title,
      k.old_due ?? (k.old_status === null ? '无' : '中止'),
      k.new_due ?? '中止',
      (told[i] ?? []).join('、'),
      k.why,
    ]),
  );
}

const nameOf = ({ title, subject }: PreviewedClockView): string =>
  subject === null ? title : `${title}（${subject}）`;
