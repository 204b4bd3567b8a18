/**
 * The words of a .docx: paragraphs as lines, table rows as lines with tabs between cells. A .docx is a zip of XML; only
 * `word/document.xml` is read, nothing is written to disk, and what unpacks too large is refused.
 */
import { inflateRawSync } from 'node:zlib';

/** What is wrong with the file, in Chinese. */
export class BadDocument extends Error {}

const MAX_XML_BYTES = 64 * 1024 * 1024;
const DOCUMENT = 'word/document.xml';
const CUT = '文件不完整，请用 Word 或 WPS 重新保存';

export function textOfDocx(bytes: Buffer): string {
  return textOfXml(entryOf(bytes, DOCUMENT).toString('utf8'));
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

/** One file of the zip, found through the directory at its end. */
function entryOf(zip: Buffer, name: string): Buffer {
  let end = zip.length - 22;
  // The zip's comment, at most 64 kB, follows the directory's end.
  const lowest = Math.max(0, end - 0xffff);
  while (end >= lowest && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < lowest || end < 0) throw new BadDocument(CUT);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new BadDocument(CUT);
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) return unpacked(zip, at);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new BadDocument('文件中没有正文，不是 Word 文档');
}

function unpacked(zip: Buffer, entry: number): Buffer {
  const flags = zip.readUInt16LE(entry + 8);
  if (flags & 1) throw new BadDocument('文件有密码，请去掉密码后再传');
  const method = zip.readUInt16LE(entry + 10);
  const size = zip.readUInt32LE(entry + 20);
  const local = zip.readUInt32LE(entry + 42);
  if (local + 30 > zip.length || zip.readUInt32LE(local) !== LOCAL_HEADER) throw new BadDocument(CUT);
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(from, from + size);
  if (packed.length < size) throw new BadDocument(CUT);
  if (method === 0) return packed;
  if (method !== 8) throw new BadDocument('文件的压缩方式不能识别，请用 Word 或 WPS 重新保存');
  try {
    return inflateRawSync(packed, { maxOutputLength: MAX_XML_BYTES });
  } catch {
    throw new BadDocument('文件已损坏或者解开后过大，请用 Word 或 WPS 重新保存');
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const decoded = (xml: string): string =>
  xml.replaceAll(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]+));/g, (all, hex, dec, name) => {
    if (name !== undefined) return ENTITIES[name] ?? all;
    const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });

/** The text under way: the lines done, the line being written, and for each open table the cells of its row. */
interface Page {
  readonly lines: string[];
  line: string;
  readonly rows: string[][];
}

/** What a tag does to the page; any other tag does nothing. A paragraph within a cell ends no line of the text. */
const TAGS: Readonly<Record<string, (page: Page) => void>> = {
  'w:tab/': (page) => {
    page.line += page.rows.length > 0 ? ' ' : '\t';
  },
  'w:br/': (page) => endOfLine(page),
  'w:cr/': (page) => endOfLine(page),
  '/w:p': (page) => endOfLine(page),
  'w:tr': (page) => {
    page.rows.push(['']);
  },
  '/w:tc': (page) => {
    page.rows.at(-1)?.push('');
  },
  '/w:tr': (page) => {
    const row = page.rows.pop()?.slice(0, -1).join('\t');
    if (row === undefined) return;
    if (page.rows.length > 0) intoCell(page, row);
    else page.lines.push(row);
  },
};

function endOfLine(page: Page): void {
  if (page.rows.length > 0) intoCell(page, page.line);
  else page.lines.push(page.line);
  page.line = '';
}

function intoCell({ rows }: Page, words: string): void {
  const row = rows.at(-1);
  if (row !== undefined) row[row.length - 1] = [row.at(-1) ?? '', words.trim()].filter((part) => part !== '').join(' ');
}

/** Deleted revisions stand in `w:delText`, which is not read; a fallback drawing repeats what its choice says. */
function textOfXml(xml: string): string {
  const page: Page = { lines: [], line: '', rows: [] };
  let fallbacks = 0;
  let inText = false;
  for (const [, closing, name, single, words] of xml.matchAll(/<(\/?)([\w:]+)(?:[^>"]|"[^"]*")*?(\/?)>|([^<]+)/g)) {
    if (name === 'mc:Fallback' && single !== '/') fallbacks += closing === '/' ? -1 : 1;
    else if (fallbacks > 0) continue;
    else if (words !== undefined) page.line += inText ? decoded(words) : '';
    else if (name === 'w:t') inText = closing !== '/' && single !== '/';
    else TAGS[`${closing}${name}${single === '/' && !closing ? '/' : ''}`]?.(page);
  }
  return page.lines.join('\n');
}
