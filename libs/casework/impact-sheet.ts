import { Workbook } from 'exceljs';
import type { ImpactView } from './calendar-changes';

/** 影响清单 as an Excel workbook of one sheet, every row of the list. */
export async function impactSheet({
  change,
  digest,
  assessed,
  moved,
  settled,
  kept,
  rows,
}: ImpactView): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('影响清单', { views: [{ state: 'frozen', ySplit: 3 }] });
  sheet.addRow([change.title]);
  sheet.addRow([
    `${change.state_title}；在计期限${assessed}个，日期变动${moved}个，暂定状态改变${settled}个，只改约定${kept}个；核对码${digest.slice(0, 16)}`,
  ]);
  const head = ['案件类别', '案号（收案号）', '期限', '影响', '原届满日', '新届满日', '原因'];
  sheet.addRow(head);
  for (const r of rows)
    sheet.addRow([r.kind_title, r.number, r.title, r.effect_title, r.old_due ?? '中止', r.new_due ?? '中止', r.why]);
  sheet.mergeCells(1, 1, 1, head.length);
  sheet.mergeCells(2, 1, 2, head.length);
  sheet.getRow(1).font = { bold: true, size: 14 };
  sheet.getRow(3).font = { bold: true };
  for (const [i, width] of [16, 26, 26, 14, 13, 13, 70].entries()) sheet.getColumn(i + 1).width = width;
  sheet.autoFilter = { from: { row: 3, column: 1 }, to: { row: 3, column: head.length } };
  return Buffer.from(await book.xlsx.writeBuffer());
}
