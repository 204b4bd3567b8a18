/** From template and figures to the report's blocks. Pure: the same figures give the same words. */
import { differenceOf, growthOf, inWords, printedSum, shareOf, worded } from './numbers';
import type { FigureBook, FigureRef, Quoted, QuotedSplit } from './quoted';
import {
  type FigureSlot,
  isList,
  type ListSlot,
  type Paragraph,
  type Piece,
  piecesOf,
  type Template,
} from './template';

/** A stretch of text; `figures` are those it rests on, none for words. */
export interface Run {
  readonly text: string;
  readonly figures: readonly Quoted[];
}
export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly pattern: string | null; readonly runs: readonly Run[] }
  | {
      readonly kind: 'table';
      readonly pattern: string | null;
      readonly heads: readonly string[];
      readonly cells: readonly Run[];
    };
/** What a person must know before printing: a slot without a figure, a part left out. */
export interface Gap {
  /** Place of the paragraph in the template, from 0. */
  readonly paragraph: number;
  readonly slot: string;
  readonly metric: string;
  readonly message: string;
}
export interface Composed {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly gaps: readonly Gap[];
}

/** Year and last day (MM-DD) the report covers. */
export interface Period {
  readonly year: number;
  readonly cutoff: string;
}

export function render(template: Template, period: Period, book: FigureBook): Composed {
  const gaps: Gap[] = [];
  const blocks = template.paragraphs.flatMap((paragraph, i) =>
    blocksOf(paragraph, period, book, (slot, metric, message) => gaps.push({ paragraph: i, slot, metric, message })),
  );
  const title = timed(piecesOf(template.title) ?? [], period);
  return { title, blocks, gaps };
}

/** The text alone, a line for each block. */
export const plainText = ({ title, blocks }: Composed): string =>
  [
    title,
    ...blocks.map((b) =>
      b.kind === 'table' ? `${b.heads.join('\t')}\n${b.cells.map((c) => c.text).join('\t')}` : textOf(b.runs),
    ),
  ].join('\n');
const textOf = (runs: readonly Run[]): string => runs.map((r) => r.text).join('');

type Say = (slot: string, metric: string, message: string) => void;
/** Rendered pieces: whether an optional part that holds them must go. */
interface Rendered {
  readonly runs: readonly Run[];
  readonly empty: boolean;
}

function blocksOf(paragraph: Paragraph, period: Period, book: FigureBook, say: Say): readonly Block[] {
  const { pattern, slots, text } = paragraph;
  const pieces = piecesOf(text) ?? [];
  const tables = pieces.flatMap((p): Block[] => {
    const slot = p.kind === 'slot' ? slots[p.name] : undefined;
    if (p.kind !== 'slot' || slot === undefined || !isList(slot) || slot.list !== 'table') return [];
    const split = splitOf(slot, period, book);
    if (split === null) {
      say(p.name, slot.metric, '没有可用的分项数据');
      return [];
    }
    const parts = partsOf(split, slot);
    const heads = ['合计', ...parts.map((x) => x.label)];
    const cells = [split.whole, ...parts.map((x) => x.figure)].map(numberRun);
    return [{ kind: 'table', pattern, heads, cells }];
  });
  const runs = mergedWords(runsOf(pieces, paragraph, period, book, say).runs);
  const kind = paragraph.heading ? 'heading' : 'paragraph';
  return [...(runs.length === 0 ? [] : [{ kind, pattern, runs } as const]), ...tables];
}

function runsOf(pieces: readonly Piece[], paragraph: Paragraph, period: Period, book: FigureBook, say: Say): Rendered {
  const rendered = pieces.map((piece): Rendered => {
    if (piece.kind === 'words') return { runs: [{ text: piece.text, figures: [] }], empty: false };
    if (piece.kind === 'optional') {
      const inner = runsOf(piece.pieces, paragraph, period, book, say);
      return { runs: inner.empty ? [] : inner.runs, empty: false };
    }
    const slot = paragraph.slots[piece.name];
    if (slot === undefined) return { runs: [{ text: timeText(piece.name, period), figures: [] }], empty: false };
    if (isList(slot)) return listRuns(slot, period, book, () => say(piece.name, slot.metric, '没有可用的分项数据'));
    return figureRuns(slot, paragraph, book, (message) => say(piece.name, slot.metric, message));
  });
  return { runs: rendered.flatMap((r) => r.runs), empty: rendered.some((r) => r.empty) };
}

/** Neighbouring words become one run. */
function mergedWords(runs: readonly Run[]): readonly Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (run.text === '') continue;
    if (last !== undefined && last.figures.length === 0 && run.figures.length === 0)
      merged[merged.length - 1] = { text: last.text + run.text, figures: [] };
    else merged.push(run);
  }
  return merged;
}

const timed = (pieces: readonly Piece[], period: Period): string =>
  pieces.map((p) => (p.kind === 'words' ? p.text : p.kind === 'slot' ? timeText(p.name, period) : '')).join('');

function timeText(name: string, { year, cutoff }: Period): string {
  if (name === '年') return String(year);
  if (name === '上年') return String(year - 1);
  if (name === '截止') return `${year}年${Number(cutoff.slice(0, 2))}月${Number(cutoff.slice(3))}日`;
  const back = /^年-(\d)$/.exec(name)?.[1];
  return back === undefined ? `{${name}}` : String(year - Number(back));
}

const refOf = ({ metric, variant, cutoff, yearsBack }: FigureSlot): FigureRef => ({
  metric,
  variant,
  cutoff,
  yearsBack,
});

function figureRuns(
  slot: FigureSlot,
  { slots }: Paragraph,
  book: FigureBook,
  say: (message: string) => void,
): Rendered {
  const figure = book.figure(refOf(slot));
  if (figure === null) {
    say('没有这项数据，或者不在本人权限范围内');
    return { runs: [{ text: '【缺】', figures: [] }], empty: true };
  }
  const other = slot.all && slots[slot.all.slot];
  if (slot.all && other && !isList(other)) {
    const base = book.figure(refOf(other));
    // "All of none" would be said of nothing.
    // By what was counted: two amounts may print alike and differ.
    if (base?.value && base.value === figure.value)
      return { runs: [{ text: slot.all.words, figures: [figure, base] }], empty: false };
  }
  if (slot.zero !== undefined && figure.value === 0)
    return { runs: [{ text: slot.zero, figures: [figure] }], empty: false };
  const shown = shownAs(slot, figure, book);
  if (shown === null) {
    if (figure.value === null) say('没有可除的基数');
    else if (slot.show === 'lowest' || slot.show === 'highest') return { runs: [], empty: true };
    else say('上年没有可比的数');
    return { runs: [{ text: '—', figures: [figure] }], empty: true };
  }
  const text = slot.print === undefined ? shown.text : slot.print.replaceAll('{}', shown.text);
  return {
    runs: [{ text, figures: shown.figures }],
    empty: (slot.show ?? 'number') === 'number' && figure.value === 0,
  };
}

/** The words of a figure; null where it cannot be said. */
function shownAs(
  slot: FigureSlot,
  figure: Quoted,
  book: FigureBook,
): { text: string; figures: readonly Quoted[] } | null {
  const { show = 'number', yearsBack = 0 } = slot;
  const past = (years: number): Quoted | null => book.figure({ ...refOf(slot), yearsBack: yearsBack + years });
  if (show === 'number') return figure.value === null ? null : { text: worded(figure, slot), figures: [figure] };
  if (show === 'lowest' || show === 'highest') {
    const { years = 5 } = slot;
    const others = Array.from({ length: years - 1 }, (_, i) => past(i + 1));
    const beaten = others.every((o) => {
      const d = o && differenceOf(figure, o);
      return d !== null && d !== undefined && d.sign === (show === 'lowest' ? -1 : 1);
    });
    const figures = [figure, ...others.flatMap((o) => o ?? [])];
    return beaten ? { text: `近${inWords(years)}年${show === 'lowest' ? '最低' : '最高'}`, figures } : null;
  }
  const before = past(show === 'turn' ? (slot.years ?? 1) : 1);
  if (before === null || before.value === null) return null;
  const figures = [figure, before];
  if (show === 'before') return { text: worded(before, slot), figures: [before] };
  const change = show === 'growth' ? growthOf(figure, before, slot.places ?? 2) : differenceOf(figure, before);
  if (change === null) return null;
  const { sign, printed } = change;
  const pick = (up: string, level: string, down: string) => (sign > 0 ? up : sign < 0 ? down : level);
  switch (show) {
    case 'turn':
      return { text: pick('升至', '仍为', '降至'), figures };
    case 'change':
      return { text: pick(`增加${printed}${figure.unit}`, '持平', `减少${printed}${figure.unit}`), figures };
    case 'growth':
      return { text: pick(`同比增长${printed}%`, '与上年持平', `同比下降${printed}%`), figures };
    case 'points':
      return { text: pick(`同比提高${printed}个百分点`, '与上年持平', `同比下降${printed}个百分点`), figures };
  }
}

const numberRun = (figure: Quoted): Run => ({ text: worded(figure), figures: [figure] });

function splitOf(slot: ListSlot, period: Period, book: FigureBook): QuotedSplit | null {
  const ref = { metric: slot.metric, variant: slot.variant, cutoff: slot.cutoff };
  if (slot.by !== 'year') return book.split({ ...ref, by: slot.by });
  const whole = book.figure(ref);
  const years = Array.from({ length: slot.years ?? 3 }, (_, i) => (slot.years ?? 3) - 1 - i);
  const parts = years.flatMap((yearsBack) => {
    const figure = book.figure({ ...ref, yearsBack });
    return figure === null ? [] : [{ label: `${period.year - yearsBack}年`, figure }];
  });
  const live = parts.some(({ figure }) => figure.source.kind === 'live');
  return whole && parts.length === years.length ? { whole, parts, live } : null;
}

/** The parts that are named: all that are not zero, or the largest with the rest as 其他. */
function partsOf({ parts }: QuotedSplit, { most, by }: ListSlot): QuotedSplit['parts'] {
  if (by === 'year') return parts;
  const known = parts.filter(({ figure }) => figure.value !== null && figure.value !== 0);
  if (most === undefined || known.length <= most) return known;
  const rest = known.slice(most);
  const [first] = rest;
  if (first === undefined || rest.some(({ figure }) => figure.denominator !== null)) return known.slice(0, most);
  const value = rest.reduce((n, { figure }) => n + (figure.value ?? 0), 0);
  const others = {
    ...first.figure,
    title: `${first.figure.title}（其他）`,
    value,
    // Of money the value is in fen, the printed number is not.
    printed: printedSum(rest.map(({ figure }) => figure)),
    numerator: value,
  };
  return [...known.slice(0, most), { label: '其他', figure: others }];
}

function listRuns(slot: ListSlot, period: Period, book: FigureBook, say: () => void): Rendered {
  if (slot.list === 'table') return { runs: [], empty: false };
  const split = splitOf(slot, period, book);
  if (split === null) say();
  const parts = split === null ? [] : partsOf(split, slot);
  if (split === null || parts.length === 0) return { runs: [{ text: '—', figures: [] }], empty: true };
  const words = (text: string): Run => ({ text, figures: [] });
  const between = (list: readonly (readonly Run[])[], mark: string): readonly Run[] =>
    list.flatMap((runs, i) => (i === 0 ? runs : [words(mark), ...runs]));
  const whole = split.whole.numerator ?? 0;
  switch (slot.list) {
    case 'shares':
      return full(
        between(
          parts.map(({ label, figure }) => [
            words(label),
            numberRun(figure),
            words('，占比'),
            { text: shareOf(figure.numerator ?? 0, whole, slot.places ?? 1), figures: [figure, split.whole] },
          ]),
          '；',
        ),
      );
    case 'counts':
      return full(
        between(
          parts.map(({ label, figure }) => [words(label), numberRun(figure)]),
          '、',
        ),
      );
    case 'each':
      return full(
        between(
          together(parts).map(([labels, figure, figures]) => [
            words(`${labels.join('、')}${labels.length > 1 ? '各' : ''}`),
            { text: worded(figure), figures },
          ]),
          '，',
        ),
      );
    case 'respective': {
      const numbers = parts.map(({ figure }) => [numberRun(figure)]);
      const joined = [
        ...between(numbers.slice(0, -1), '、'),
        ...(numbers.length > 1 ? [words('和')] : []),
        ...(numbers.at(-1) ?? []),
      ];
      const said = parts.length > 1 ? '分别为' : '为';
      return full([words(parts.map((p) => p.label).join('、') + said), ...joined]);
    }
  }
}

const full = (runs: readonly Run[]): Rendered => ({ runs, empty: false });

/** Parts of one number together, in the order of the first of them. */
function together(parts: QuotedSplit['parts']): readonly (readonly [string[], Quoted, Quoted[]])[] {
  const groups = new Map<string, [string[], Quoted, Quoted[]]>();
  for (const { label, figure } of parts) {
    const group = groups.get(figure.printed) ?? [[], figure, []];
    group[0].push(label);
    group[2].push(figure);
    groups.set(figure.printed, group);
  }
  return [...groups.values()];
}
