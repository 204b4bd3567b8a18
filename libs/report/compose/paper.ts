/**
 * The composed report as a Word file in the layout of party and government papers (GB/T 9704—2012): A4, margins of 37,
 * 35, 28 and 26 mm, title in 小标宋 of size 二号, text in 仿宋 of size 三号 on lines of 28 points, page numbers outside.
 */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  FootnoteReferenceRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Composition } from './composer';
import { worded } from './numbers';
import type { Quoted } from './quoted';
import type { Block, Run } from './render';

/** Sizes in half-points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小五 9 pt. */
const sizes = { title: 44, body: 32, page: 28, note: 18 } as const;
/** A machine without 小标宋 or 仿宋_GB2312 shows the nearest it has; the name is what the office's own machines know. */
const fonts = { title: '方正小标宋简体', body: '仿宋_GB2312', heading: '黑体', page: '宋体' } as const;
/** Twentieths of a point. */
const line = { line: 28 * 20, lineRule: LineRuleType.EXACT } as const;
const twoCharacters = { firstLine: 2 * 16 * 20 } as const;
/** Width of the text: 156 mm. */
const TEXT_WIDTH = convertMillimetersToTwip(156);

export interface PaperOptions {
  /** 送审稿: every number bears a note that says what it is and where it stands; the publication copy is clean. */
  readonly review: boolean;
}

/** The file's bytes. */
export async function paperOf(composition: Composition, { review }: PaperOptions): Promise<Buffer> {
  const notes: string[] = [];
  const noted = (run: Run, font: string = fonts.body): (TextRun | FootnoteReferenceRun)[] => {
    const text = new TextRun({ text: run.text, font });
    if (!review || run.figures.length === 0) return [text];
    notes.push(run.figures.map(noteOf).join('；'));
    return [text, new FootnoteReferenceRun(notes.length)];
  };
  const blocks = composition.blocks.flatMap((block) => drawn(block, noted));
  const title = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...line, line: 36 * 20, after: 28 * 20 },
    children: [new TextRun({ text: composition.title, font: fonts.title, size: sizes.title })],
  });
  const mark = review ? [reviewMark(composition)] : [];
  const mm = convertMillimetersToTwip;
  const document = new Document({
    title: composition.title,
    creator: '案卷',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: fonts.body, size: sizes.body }, paragraph: { spacing: line } },
        footnoteText: { run: { font: fonts.page, size: sizes.note }, paragraph: { spacing: { line: 240 } } },
      },
    },
    footnotes: Object.fromEntries(
      notes.map((text, i) => [
        i + 1,
        { children: [new Paragraph({ style: 'FootnoteText', children: [new TextRun({ text })] })] },
      ]),
    ),
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(26) },
          },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [...mark, title, ...blocks],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** — 1 —, one character in from the outer edge. */
const pageNumber = (alignment: typeof AlignmentType.RIGHT | typeof AlignmentType.LEFT): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: 14 * 20, right: 14 * 20 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fonts.page, size: sizes.page })],
      }),
    ],
  });

const reviewMark = ({ year, cutoff }: Composition): Paragraph =>
  new Paragraph({
    spacing: line,
    children: [
      new TextRun({
        text: `送审稿（${year}年，数据截至${cutoff}；脚注注明每一数字的出处，公开前删去）`,
        font: fonts.heading,
        size: 24,
      }),
    ],
  });

type Noted = (run: Run, font?: string) => (TextRun | FootnoteReferenceRun)[];

function drawn(block: Block, noted: Noted): (Paragraph | Table)[] {
  if (block.kind === 'table') return [tableOf(block, noted)];
  if (block.kind === 'heading')
    return [
      new Paragraph({
        spacing: line,
        indent: twoCharacters,
        keepNext: true,
        children: block.runs.flatMap((r) => noted(r, fonts.heading)),
      }),
    ];
  return [
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      spacing: line,
      indent: twoCharacters,
      children: block.runs.flatMap((r) => noted(r)),
    }),
  ];
}

function tableOf({ heads, cells }: Extract<Block, { kind: 'table' }>, noted: Noted): Table {
  const width = Math.floor(TEXT_WIDTH / heads.length);
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  const borders = { top: border, bottom: border, left: border, right: border };
  const cell = (children: readonly (TextRun | FootnoteReferenceRun)[]): TableCell =>
    new TableCell({
      borders,
      width: { size: width, type: WidthType.DXA },
      children: [new Paragraph({ alignment: AlignmentType.CENTER, spacing: { line: 240 }, children: [...children] })],
    });
  return new Table({
    width: { size: width * heads.length, type: WidthType.DXA },
    columnWidths: heads.map(() => width),
    rows: [
      new TableRow({
        tableHeader: true,
        children: heads.map((text) => cell([new TextRun({ text, size: 24, font: fonts.heading })])),
      }),
      new TableRow({ children: cells.map((run) => cell(noted(run))) }),
    ],
  });
}

/** What a number is, over which days, counted how, and where it stands. */
function noteOf(f: Quoted): string {
  const base = f.denominator === null ? '' : `，${f.numerator ?? ''}÷${f.denominator}`;
  const days = `${f.year}年1月1日至${Number(f.cutoff.slice(5, 7))}月${Number(f.cutoff.slice(8))}日`;
  const remark = f.note === null ? '' : `；${f.note}`;
  return `${f.title}（${f.metric}/${f.variant}）${worded(f)}：${f.reading}，${days}${base}；${sourceOf(f)}${remark}`;
}

function sourceOf({ source }: Quoted): string {
  switch (source.kind) {
    case 'frozen':
      return `${source.frozenOn}冻结，编号${source.id}，校验码${source.digest.slice(0, 16)}`;
    case 'declared':
      return `申报指标，依据“${source.file}”，${source.declaredBy}申报，${source.approvedBy}核定`;
    case 'live':
      return '按现有记录统计，尚未冻结';
  }
}
