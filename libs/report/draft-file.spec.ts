import { FieldErrors } from '@anjuan/casework';
import { zip } from '@test/zip';
import { textOfDraft } from './draft-file';

const zipped = (name: string, content: string, packs = true) => zip([[name, Buffer.from(content)]], packs);
const docx = (body: string, packs?: boolean) =>
  zipped('word/document.xml', `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`, packs);
const run = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...texts: readonly string[]) => `<w:p>${texts.map(run).join('')}</w:p>`;
const cell = (...texts: readonly string[]) => `<w:tc><w:tcPr/>${texts.map((t) => paragraph(t)).join('')}</w:tc>`;

function refusal(name: string, bytes: Buffer): string {
  try {
    textOfDraft(name, bytes);
  } catch (error) {
    if (!(error instanceof FieldErrors)) throw error;
    const [{ field, value, rule } = { field: '', value: '', rule: '' }] = error.errors;
    expect([field, value]).toEqual(['file', name]);
    return rule;
  }
  throw new Error(`taken: ${name}`);
}

describe('a draft from a file', () => {
  it.each([true, false])(
    '.docx: paragraphs are lines, a number split over runs is one number (packed: %s)',
    (packs) => {
      const bytes = docx(paragraph('新收行政复议申请', '4', '0件') + paragraph('A&amp;B&#x4e00;'), packs);
      expect(textOfDraft('报告.docx', bytes)).toBe('新收行政复议申请40件\nA&B一');
    },
  );
  it('.docx: a table row is a line, its cells parted by tabs; what was deleted is gone, a fallback is not said twice', () => {
    const table = `<w:tbl><w:tr>${cell('单位')}${cell('收到', '（件）')}</w:tr><w:tr>${cell('公安局')}${cell('20')}</w:tr></w:tbl>`;
    const revised = `<w:p><w:del><w:r><w:delText>21</w:delText></w:r></w:del><w:ins>${run('20件')}</w:ins></w:p>`;
    const drawn = `<w:p><mc:AlternateContent><mc:Choice>${run('甲')}</mc:Choice><mc:Fallback>${run('甲')}</mc:Fallback></mc:AlternateContent><w:r><w:br/></w:r>${run('乙')}</w:p>`;
    expect(textOfDraft('报告.docx', docx(table + revised + drawn))).toBe('单位\t收到 （件）\n公安局\t20\n20件\n甲\n乙');
  });
  it('.txt in UTF-8, with its mark, in UTF-16 and in GBK', () => {
    expect(textOfDraft('a.txt', Buffer.from('办结4件'))).toBe('办结4件');
    expect(textOfDraft('a.txt', Buffer.from('\ufeff办结4件'))).toBe('办结4件');
    expect(textOfDraft('a.txt', Buffer.from('\ufeff办结4件', 'utf16le'))).toBe('办结4件');
    expect(textOfDraft('a.txt', Buffer.from([0xb0, 0xec, 0xbd, 0xe1, 0x34, 0xbc, 0xfe]))).toBe('办结4件');
  });
  it.each<[string, string, Buffer, RegExp]>([
    ['nothing', 'a.txt', Buffer.alloc(0), /空的/],
    ['blanks', 'a.txt', Buffer.from(' \n'), /没有文字/],
    ['an old .doc', 'a.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]), /另存为 \.docx/],
    ['a PDF', 'a.docx', Buffer.from('%PDF-1.7'), /PDF/],
    ['a picture', 'a.png', Buffer.from([0x89, 0x50]), /应为 \.txt 或 \.docx/],
    ['a table file', 'a.xlsx', docx(paragraph('1')), /应为 \.txt 或 \.docx/],
    ['a zip of something else', 'a.docx', zipped('word/other.xml', '<a/>'), /没有正文/],
    ['a file cut short', 'a.docx', docx(paragraph('办结4件')).subarray(0, 60), /不完整/],
    ['words called .docx', 'a.docx', Buffer.from('办结4件'), /不是 Word 文档/],
    ['bytes called .txt', 'a.txt', Buffer.from([0, 1, 2, 0, 0xff]), /编码/],
  ])('refuses %s', (_, name, bytes, rule) => {
    expect(refusal(name, bytes)).toMatch(rule);
  });
});
