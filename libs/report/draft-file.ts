/** A draft as it comes from someone's disk: .txt or .docx, in whatever encoding their office program wrote. */
import { isUtf8 } from 'node:buffer';
import { FieldErrors } from '@anjuan/casework';
import { BadDocument, textOfDocx } from './docx';

/** Bytes of a draft as a file: the text is some ten thousand characters, the rest is pictures, which are not read. */
export const MAX_DRAFT_BYTES = 15 * 1024 * 1024;
/** Characters that are read; a year's report has some ten thousand. */
const MAX_DRAFT_CHARACTERS = 1_000_000;

/** Throws FieldErrors naming the file and the rule. */
export function textOfDraft(name: string, bytes: Buffer): string {
  const refuse = (rule: string) => new FieldErrors([{ field: 'file', value: name, rule }]);
  if (bytes.length === 0) throw refuse('文件是空的');
  if (bytes.length > MAX_DRAFT_BYTES) throw refuse(`文件不超过 ${MAX_DRAFT_BYTES / 1024 / 1024} MB`);
  let text: string;
  try {
    text = wordsOf(name, bytes);
  } catch (error) {
    if (error instanceof BadDocument) throw refuse(error.message);
    throw error;
  }
  if (text.trim() === '') throw refuse('文件中没有文字');
  if (text.length > MAX_DRAFT_CHARACTERS) throw refuse(`文字不超过 ${MAX_DRAFT_CHARACTERS} 字`);
  return text;
}

/** By what the bytes are first, for names lie; by the name where bytes tell nothing. */
function wordsOf(name: string, bytes: Buffer): string {
  const opens = (...magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte);
  if (opens(0x50, 0x4b, 0x03, 0x04) && /\.(xlsx|pptx|ofd|zip)$/i.test(name))
    throw new BadDocument('应为 .txt 或 .docx 文件');
  if (opens(0x50, 0x4b, 0x03, 0x04)) return textOfDocx(bytes);
  if (opens(0xd0, 0xcf, 0x11, 0xe0)) throw new BadDocument('是旧版 .doc，请另存为 .docx 或 .txt');
  if (opens(0x25, 0x50, 0x44, 0x46)) throw new BadDocument('是 PDF，请另存为 .docx 或 .txt');
  if (/\.docx$/i.test(name)) throw new BadDocument('不是 Word 文档，或者文件已损坏');
  if (!/\.(txt|text|md)$/i.test(name)) throw new BadDocument('应为 .txt 或 .docx 文件');
  return plainText(bytes);
}

/** UTF-8, UTF-16 by its mark, else the encoding of older Chinese programs. */
function plainText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  const text = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes);
  // What stands for bytes that mean nothing.
  if (!/[\0\ufffd]/.test(text)) return text;
  throw new BadDocument('不是文本文件，或者编码不能识别');
}
