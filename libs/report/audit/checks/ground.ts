/** The text as the checks walk over it: sentences, the words that lead up to a number, and lists of parts. */
import type { Figure, Finding, Level } from '../figure';
import { planned } from '../refine';

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly figures: readonly Figure[];
}

/** Where a figure stands; reckoned once, for a text may be one long sentence. */
interface Place {
  /** Where its digits begin: a span may open with its label, and the label with a year. */
  readonly number: number;
  /** End of the figure before it in the sentence, or the sentence's beginning. */
  readonly lead: number;
  /** How many brackets are open. */
  readonly depth: number;
}

export interface Ground {
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly sentences: readonly Sentence[];
  readonly places: ReadonlyMap<Figure, Place>;
  /** Whole numbers that a rate elsewhere may be over, and those of each paragraph. */
  readonly wholes: readonly Figure[];
  readonly paragraphs: ReadonlyMap<number, readonly Figure[]>;
  /** Numbers of an earlier year, wherever they stand. */
  readonly earlier: readonly Figure[];
  /** A/B: 市场监管局30/21. */
  readonly pairs: readonly Pair[];
  /** The last year the text names. */
  readonly latestYear: number;
}

export interface Pair {
  readonly left: Figure;
  readonly right: Figure;
}

const STOPS = /[。！？!?\n\r]/g;
/** What holds more numbers than this is a table run together, no sentence. */
const MOST_IN_SENTENCE = 150;
/** More wholes than any report has; beyond them a search over all would take its time. */
const MOST_WHOLES = 400;
/** Stages whose number stands for all cases of its kind. */
export const WHOLES = /^(received|accepted|concluded|handled|caseload|found|heard|resolved|carried-in)/;

/** Sentences end at 。 and at line ends; a semicolon joins what belongs together. */
export function survey(text: string, figures: readonly Figure[]): Ground {
  const sentences: Sentence[] = [];
  const places = new Map<Figure, Place>();
  let start = 0;
  let paragraph = 0;
  let next = 0;
  const close = (end: number) => {
    const own: Figure[] = [];
    for (let f = figures[next]; f !== undefined && f.end <= end; f = figures[++next]) {
      own.push(f);
      if (own.length < MOST_IN_SENTENCE) continue;
      sentences.push({ start, end: f.end, paragraph, figures: own.splice(0) });
      start = f.end;
    }
    if (own.length > 0) sentences.push({ start, end, paragraph, figures: own });
  };
  for (const { index, 0: stop } of text.matchAll(STOPS)) {
    close(index + 1);
    start = index + 1;
    if (stop === '\n') paragraph++;
  }
  close(text.length);
  for (const sentence of sentences) place(text, sentence, places);
  const wholes = figures.filter((f) => isCount(f) && WHOLES.test(stageOf(f)) && !isBreakdown(f)).slice(0, MOST_WHOLES);
  const paragraphs = new Map(
    [...grouped(sentences, (s) => s.paragraph)].map(([at, own]) => [at, own.flatMap((s) => s.figures)]),
  );
  const earlier = figures.filter((f) => isEarlier(f) && f.change === null).slice(0, MOST_WHOLES);
  const pairs = pairsIn(text, figures, places).slice(0, MOST_WHOLES);
  // A year that is only planned for is not the text's own.
  const years = [...text.matchAll(/(20\d\d)年/g)].filter(({ index }) => !planned.test(text.slice(index, index + 18)));
  const latestYear = Math.max(0, ...new Set(years.map(([, year]) => Number(year))));
  return { text, figures, sentences, places, wholes, paragraphs, earlier, pairs, latestYear };
}

function pairsIn(text: string, figures: readonly Figure[], places: ReadonlyMap<Figure, Place>): readonly Pair[] {
  return figures.flatMap((left, i) => {
    const right = figures[i + 1];
    if (right === undefined || !/^[/／]$/.test(text.slice(left.end, places.get(right)?.number ?? right.start)))
      return [];
    return [{ left, right }];
  });
}

function place(text: string, sentence: Sentence, places: Map<Figure, Place>): void {
  let depth = 0;
  let at = sentence.start;
  let lead = sentence.start;
  for (const figure of sentence.figures) {
    const number = numberIn(text, figure);
    for (; at < number; at++) {
      const c = text[at];
      if (c === '(' || c === '（') depth++;
      else if ((c === ')' || c === '）') && depth > 0) depth--;
    }
    places.set(figure, { number, lead: Math.min(lead, number), depth });
    lead = figure.end;
  }
}

function numberIn(text: string, { start, end }: Figure): number {
  const at = text.slice(start, end).search(/[0-9０-９][0-9０-９.,:：]*[^0-9０-９]*$/);
  return at < 0 ? start : start + at;
}

/** 件, 宗 and 起 count the same things; so do 人 and 名. */
export function unitClass({ unit }: Figure): string {
  const base = unit.replace(/^[万亿](?=[^元])/, '');
  if (/^[件宗起]$/.test(base)) return '件';
  return /^[人名]$/.test(base) ? '人' : base;
}

/** How many things there are now: no rate, no change, nothing of an earlier year. */
export const isCount = (f: Figure): boolean =>
  (f.kind === 'count' || f.kind === 'measure') && f.relation !== 'change' && f.change === null && !isEarlier(f);

const isRateLike = ({ kind }: Figure): boolean => kind === 'rate' || kind === 'multiple';
export const isRate = (f: Figure): boolean => isRateLike(f) && f.relation !== 'change' && f.change === null;
export const isGrowth = (f: Figure): boolean => isRateLike(f) && (f.relation === 'change' || f.change !== null);

/** Of the year before, by its name in the catalogue or by its words. */
export const isEarlier = ({ metric, period }: Figure): boolean =>
  (metric?.endsWith('-prior-year') ?? false) ||
  (!metric?.endsWith('carried-in') && /去年|上年|同期|上一年/.test(period?.words ?? ''));

/** One class of a breakdown: by field, by respondent. */
export const isBreakdown = ({ metric }: Figure): boolean => /-by-|-share$/.test(metric ?? '');

/** `reconsideration` of `reconsideration-upheld-rate`; null where the number is not casework. */
export const familyOf = ({ metric }: Figure): string | null => metric?.split('-')[0] ?? null;
/** The metric without its family: `upheld-rate`. */
export const stageOf = ({ metric }: Figure): string => metric?.slice((metric.indexOf('-') ?? -1) + 1) ?? '';

/** How deep in brackets a figure's digits stand, counted from its sentence's beginning. */
export const depthOf = ({ places }: Ground, figure: Figure): number => places.get(figure)?.depth ?? 0;

/** The words from the last number or stop up to this one: 、以纠错、调解、和解等方式实质性化解. */
export function leadOf({ text, places }: Ground, figure: Figure): string {
  const { lead, number } = places.get(figure) ?? { lead: figure.start, number: figure.start };
  return text.slice(lead, number);
}

/** Where the digits begin. */
export const numberStart = ({ places }: Ground, figure: Figure): number => places.get(figure)?.number ?? figure.start;

/** The figure as printed, short enough to be quoted. */
export const quoted = ({ text }: Figure): string =>
  `“${text.length > 24 ? `…${text.slice(-22)}` : text}”`.replaceAll(/\s+/g, '');

export function finding(
  level: Level,
  rule: string,
  figures: readonly Figure[],
  message: string,
  arithmetic: string,
): Finding {
  const spans = [...new Map(figures.map(({ start, end }) => [start, { start, end }])).values()];
  return { level, rule, spans: spans.sort((a, b) => a.start - b.start), message, arithmetic };
}

export type Check = (ground: Ground) => readonly Finding[];

export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
