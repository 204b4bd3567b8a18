/** A filled form as an .xlsx that looks like one: merged heads, units, numbered rows, who drew it up and who checked it. */
import ExcelJS from 'exceljs';
import type { Form, FormColumn } from './form';
import { periodName } from './period';
import type { FormPage } from './returns';

export interface Signers {
  /** 填报单位. */
  readonly office: string;
}

const line = { style: 'thin', color: { argb: 'FF000000' } } as const;
const borders = { top: line, left: line, bottom: line, right: line };
const centred = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;
const fonts = { title: '方正小标宋简体', head: '黑体', body: '仿宋_GB2312' } as const;
/** 行次 and 项目 stand before the numbers. */
const LEAD = 2;

/** The file's bytes. Blank cells of a form that has not been filled stay blank. */
export async function workbookOf(
  { form, period, current, sources, history }: FormPage,
  { office }: Signers,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = '案卷';
  const sheet = book.addWorksheet(form.title.slice(0, 31).replaceAll(/[*?:\\/[\]]/g, ' '), {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: '3:5',
      margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
    views: [{ state: 'frozen', xSplit: LEAD, ySplit: 5 }],
  });
  const width = LEAD + form.columns.length;
  sheet.columns = [{ width: 6 }, { width: 34 }, ...form.columns.map(() => ({ width: 13 }))];
  const merged = (row: number, from: number, to: number, text: string, font: Partial<ExcelJS.Font>) => {
    if (to > from) sheet.mergeCells(row, from, row, to);
    const cell = sheet.getCell(row, from);
    cell.value = text;
    cell.font = font;
    return cell;
  };
  merged(1, 1, width, form.title, { name: fonts.title, size: 18 }).alignment = centred;
  sheet.getRow(1).height = 36;
  const version = current === null ? '未填报' : `第${current.version}版`;
  merged(2, 1, LEAD, `填报单位：${office}`, { name: fonts.body, size: 11 });
  merged(2, LEAD + 1, width, `${periodName(period)}　${version}　本系统自编`, {
    name: fonts.body,
    size: 11,
  }).alignment = {
    horizontal: 'right',
  };
  drawHeads(sheet, form);
  form.rows.forEach((row, i) => {
    const at = 6 + i;
    const lead = [i + 1, row.label];
    lead.forEach((value, c) => {
      const cell = sheet.getCell(at, c + 1);
      cell.value = value;
      cell.font = { name: fonts.body, size: 11 };
      cell.border = borders;
      cell.alignment = c === 0 ? centred : { vertical: 'middle', indent: row.depth ?? 0, wrapText: true };
    });
    form.columns.forEach((column, c) => {
      const key = `${row.id}.${column.id}`;
      const filled = current?.cells[key];
      const cell = sheet.getCell(at, LEAD + 1 + c);
      cell.border = borders;
      cell.font = { name: fonts.body, size: 11, italic: filled?.reason != null };
      cell.alignment = { horizontal: 'right', vertical: 'middle' };
      if (!form.cells.has(key)) cell.value = '—';
      // The printed number, as a number: what is added up in the sheet is what is read on it.
      else if (filled && filled.value !== null) cell.value = Number(filled.printed);
      cell.numFmt = column.unit === '万元' ? '0.00' : '0';
      if (filled?.reason != null) cell.note = `手工填写：${filled.reason}；统计数${filled.counted ?? ''}`;
    });
  });
  const foot = 6 + form.rows.length;
  const last = (step: string) => history.filter((h) => h.step === step).at(-1);
  const drawn = last('filled');
  const checked = current?.step === 'checked' || current?.step === 'submitted' ? last('checked') : undefined;
  const submitted = current?.step === 'submitted' ? last('submitted') : undefined;
  const signed = [
    `单位负责人：${submitted?.by ?? ''}`,
    `审核人：${checked?.by ?? ''}`,
    `制表人：${drawn?.by ?? ''}`,
    `日期：${submitted?.on ?? drawn?.on ?? ''}`,
  ].join('　　　　');
  merged(foot, 1, width, signed, { name: fonts.body, size: 11 });
  sheet.getRow(foot).height = 24;
  const live = Object.values(sources).filter(({ state }) => state !== 'frozen').length;
  const notes = [
    ...(current?.reason ? [`不平衡说明：${current.reason}`] : []),
    ...(live > 0 ? [`其中${live}格为现时统计或者与冻结数据不一致，尚未冻结`] : []),
  ];
  for (const [i, note] of notes.entries()) merged(foot + 1 + i, 1, width, note, { name: fonts.body, size: 11 });
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Rows 3 and 4: labels, merged under their group; row 5: units. */
function drawHeads(sheet: ExcelJS.Worksheet, { columns }: Form): void {
  const head = (row: number, column: number, text: string) => {
    const cell = sheet.getCell(row, column);
    cell.value = text;
    cell.font = { name: fonts.head, size: 11 };
    cell.alignment = centred;
  };
  for (let row = 3; row <= 5; row++)
    for (let c = 1; c <= LEAD + columns.length; c++) sheet.getCell(row, c).border = borders;
  ['行次', '项目'].forEach((text, i) => {
    sheet.mergeCells(3, i + 1, 4, i + 1);
    head(3, i + 1, text);
  });
  head(5, 1, '甲');
  head(5, 2, '计量单位');
  let c = LEAD + 1;
  for (const [group, of] of groupsOf(columns)) {
    if (group === null) {
      sheet.mergeCells(3, c, 4, c);
      head(3, c, of[0]?.label ?? '');
    } else {
      if (of.length > 1) sheet.mergeCells(3, c, 3, c + of.length - 1);
      head(3, c, group);
      for (const [i, column] of of.entries()) head(4, c + i, column.label);
    }
    for (const [i, column] of of.entries()) head(5, c + i, column.unit);
    c += of.length;
  }
}

/** Neighbours of one group together; a column without a group stands alone. */
export function groupsOf(columns: readonly FormColumn[]): readonly (readonly [string | null, readonly FormColumn[]])[] {
  const groups: [string | null, FormColumn[]][] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (column.group !== undefined && last?.[0] === column.group) last[1].push(column);
    else groups.push([column.group ?? null, [column]]);
  }
  return groups;
}
