/** An export of the upper platform as rows: .xlsx or .csv, its columns recognised by their heads. */
import { FieldErrors } from '@anjuan/casework';
import { isDay } from '@anjuan/law';
import ExcelJS from 'exceljs';
import type { TheirRow } from './match';

/** What a column of the export may be called. The first head that fits wins. */
export interface Heads {
  readonly number: RegExp;
  readonly parties: RegExp;
  /** Name of the field whose day serves for finding a case without a number. */
  readonly day: string;
  readonly fields: Readonly<Record<string, { readonly head: RegExp; readonly type: 'day' | 'text' | 'money' }>>;
}

const MOST_ROWS = 50_000;

/** @throws FieldErrors for a file that is none, has no head row, or no column of numbers or parties */
export async function readExport(name: string, bytes: Buffer, heads: Heads): Promise<readonly TheirRow[]> {
  const table = await tableOf(name, bytes);
  const at = table.findIndex((row) => row.filter((c) => heads.number.test(c) || heads.parties.test(c)).length > 0);
  const top = table[at];
  if (top === undefined) throw wrong(name, '找不到表头：前几行应有“案号”或者“当事人”一类的列名');
  const rows = table.slice(at + 1);
  if (rows.length > MOST_ROWS) throw wrong(name, `最多${MOST_ROWS}行`);
  const find = (head: RegExp) => top.findIndex((c) => head.test(c));
  const number = find(heads.number);
  const parties = top.flatMap((c, i) => (heads.parties.test(c) ? [i] : []));
  const columns = Object.entries(heads.fields).flatMap(([field, { head, type }]) => {
    const place = find(head);
    const wan = /万元/.test(top[place] ?? '');
    return place < 0 ? [] : [{ field, place, type, wan }];
  });
  return rows.flatMap((row, i): TheirRow[] => {
    const text = (place: number) => (row[place] ?? '').trim();
    if (row.every((c) => c.trim() === '')) return [];
    const values = Object.fromEntries(
      columns.map(({ field, place, type, wan }) => [
        field,
        type === 'day' ? dayIn(text(place)) : type === 'money' ? fenIn(text(place), wan) : text(place),
      ]),
    );
    const day = values[heads.day];
    return [
      {
        line: at + i + 2,
        number: number < 0 ? '' : text(number),
        parties: parties.flatMap((p) => text(p).split(/[、,，;；\s]+/)).filter((p) => p !== ''),
        day: day !== undefined && isDay(day) ? day : null,
        values,
      },
    ];
  });
}

const wrong = (name: string, rule: string): FieldErrors => new FieldErrors([{ field: 'file', value: name, rule }]);

async function tableOf(name: string, bytes: Buffer): Promise<readonly (readonly string[])[]> {
  if (/\.csv$/i.test(name)) return csvOf(decoded(bytes));
  if (!/\.xlsx$/i.test(name)) throw wrong(name, '应为 .xlsx 或者 .csv 文件');
  const book = new ExcelJS.Workbook();
  try {
    // A copy with an ArrayBuffer of its own: what the library asks for.
    await book.xlsx.load(new Uint8Array(bytes).buffer);
  } catch {
    throw wrong(name, '不是能够打开的 .xlsx 文件');
  }
  const sheet = book.worksheets[0];
  if (sheet === undefined) throw wrong(name, '文件里没有工作表');
  const rows: string[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : cell.text;
    });
    rows.push(Array.from(cells, (c) => c ?? ''));
  });
  return rows;
}

/** UTF-8 where it is that, else GB 18030, in which Excel on a Chinese machine writes .csv. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** RFC 4180: quoted cells may hold commas, line ends, and quotes doubled. */
function csvOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** 2024/3/5, 2024年3月5日, 2024.03.05 and 20240305 as 2024-03-05; other text as it is. */
export function dayIn(text: string): string {
  const found = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})(?:\D.*)?$/.exec(text);
  if (found === null) return text;
  const [, year = '', month = '', date = ''] = found;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : text;
}

/** Yuan, or ten thousands of them, as fen; other text as it is. */
function fenIn(text: string, wan: boolean): string {
  const found = /^([\d,]+)(?:\.(\d+))?\s*(万?元?)$/.exec(text);
  if (found === null) return text;
  const [, whole = '', rest = '', unit = ''] = found;
  const places = wan || unit.startsWith('万') ? 6 : 2;
  const digits = `${whole.replaceAll(',', '')}${rest.slice(0, places).padEnd(places, '0')}`;
  return String(BigInt(digits));
}
