/** Where a number stands: paragraph, sentence and clause, and the words that touch it before and behind. */
import type { Numeral } from './numbers';

export interface Place {
  readonly paragraph: number;
  readonly sentence: number;
  readonly clause: number;
  /** First position of the paragraph and of the sentence. */
  readonly paragraphStart: number;
  readonly sentenceStart: number;
  /** Nesting depth of parentheses. */
  readonly depth: number;
}

export interface Label {
  /** Words before the number, from the last boundary; and where they begin. */
  readonly before: string;
  readonly start: number;
  /** Words behind it, up to the next boundary or number. */
  readonly after: string;
}

/** Walks the text once; the places come in the order of the positions asked, which must rise. */
export function placesAt(text: string, positions: readonly number[]): Place[] {
  const places: Place[] = [];
  let paragraph = 0;
  let sentence = 0;
  let clause = 0;
  let paragraphStart = 0;
  let sentenceStart = 0;
  let depth = 0;
  let filled = false;
  let next = 0;
  for (let at = 0; at <= text.length && next < positions.length; at++) {
    while (next < positions.length && positions[next] === at) {
      places.push({ paragraph, sentence, clause, paragraphStart, sentenceStart, depth });
      next++;
    }
    const sign = text[at] ?? '\n';
    if (sign === '\n') {
      if (filled) {
        paragraph++;
        sentence++;
        clause++;
      }
      filled = false;
      depth = 0;
      paragraphStart = at + 1;
      sentenceStart = at + 1;
      continue;
    }
    filled ||= sign.trim() !== '';
    if (sign === '(') {
      depth++;
    } else if (sign === ')') {
      depth = Math.max(0, depth - 1);
    } else if (sign === '。' || sign === '!' || sign === '?') {
      sentence++;
      clause++;
      depth = 0;
      sentenceStart = at + 1;
    } else if (depth === 0 && (sign === ',' || sign === ';' || sign === ':')) {
      clause++;
    }
  }
  return places;
}

const strong = new Set([',', ';', ':', '。', '!', '?', '\n', '\t', '|']);
const reach = 90;

/** The label of each number; `masked` commas (inside 《》) bound nothing. */
export function labels(text: string, numerals: readonly Numeral[], masked: Uint8Array): Label[] {
  return numerals.map((numeral, i) => {
    const floor = numerals[i - 1]?.end ?? 0;
    const own = labelStart(text, numeral.start, floor, masked);
    const over = own === numeral.start ? beyondParenthesis(text, numerals, i, masked) : null;
    const start = over?.start ?? (own === numeral.start ? enclosed(text, numeral, floor, masked) : own);
    return {
      before: over?.before ?? text.slice(start, numeral.start),
      start,
      after: text.slice(numeral.end, labelEnd(text, numeral.end, numerals[i + 1]?.start ?? text.length, masked)),
    };
  });
}

/** 审结(含结转8件)31件: the label stands before a parenthesis that has a number of its own. */
function beyondParenthesis(
  text: string,
  numerals: readonly Numeral[],
  i: number,
  masked: Uint8Array,
): { readonly start: number; readonly before: string } | null {
  const at = numerals[i]?.start ?? 0;
  let k = i - 1;
  const open = text[at - 1] === ')' ? text.lastIndexOf('(', at) : -1;
  while ((numerals[k]?.start ?? -1) > open) {
    k--;
  }
  if (open < 0 || at - open > 60 || k === i - 1) {
    return null;
  }
  const floor = numerals[k]?.end ?? 0;
  const start = labelStart(text, open, floor, masked);
  const before = text.slice(start, open);
  return start >= floor && open > floor && /\p{Script=Han}{2}/u.test(before) ? { start, before } : null;
}

/** 土地(15.6%)、房屋(9.4%) and 去年同期(57件): the label of a number alone in parentheses stands before them. */
function enclosed(text: string, numeral: Numeral, floor: number, masked: Uint8Array): number {
  const open = numeral.start - 1;
  if (text[open] !== '(' || text[numeral.end] !== ')' || open - 1 <= floor) {
    return numeral.start;
  }
  const start = labelStart(text, open, floor, masked);
  const words = text.slice(start, open);
  return start > floor && /\p{Script=Han}{2}/u.test(words) && !/[()]/.test(words) ? start : numeral.start;
}

function labelStart(text: string, from: number, floor: number, masked: Uint8Array): number {
  // 27件涉企文件、14件涉企合同: what stands before 、 is the label of the number before.
  if (/[、和]\s?$/.test(text.slice(Math.max(0, from - 2), from))) {
    return from;
  }
  let outer = -1;
  let depth = 0;
  const least = Math.max(floor, from - reach);
  for (let at = from - 1; at >= least; at--) {
    const sign = text[at] ?? '';
    if (sign === ')') {
      if (depth === 0) {
        outer = at + 1;
      }
      depth++;
    } else if (sign === '(') {
      if (depth === 0) {
        return at + 1;
      }
      depth--;
    } else if (strong.has(sign) && masked[at] === 0 && depth === 0) {
      // 调解员:3924人 has its label before the colon.
      if (sign === ':' && text.slice(at + 1, from).trim() === '') {
        continue;
      }
      return at + 1;
    } else if (sign === '\n') {
      return outer > 0 ? outer : at + 1;
    }
  }
  return depth > 0 && outer > 0 ? outer : least;
}

function labelEnd(text: string, from: number, next: number, masked: Uint8Array): number {
  let depth = 0;
  let pause = -1;
  const most = Math.min(text.length, from + 60);
  for (let at = from; at < most; at++) {
    const sign = text[at] ?? '';
    if (at >= next) {
      return pause >= 0 ? pause : at;
    }
    if (sign === '(') {
      if (at === from) {
        return at;
      }
      depth++;
      pause = pause >= 0 ? pause : at;
    } else if (sign === ')') {
      if (depth === 0) {
        return at;
      }
      depth--;
    } else if (sign === '、' && depth === 0) {
      pause = pause >= 0 ? pause : at;
    } else if (strong.has(sign) && masked[at] === 0 && depth === 0) {
      return at;
    }
  }
  return pause >= 0 && next < most ? pause : most;
}
