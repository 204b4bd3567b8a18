/**
 * Reads every number of a text in its phrase: value, unit, approximation, what it measures, which days it covers, what it
 * is a part or a share of. A grammar with a lexicon; the same text always reads the same.
 */
import { assign } from './assign';
import type { Draft } from './draft';
import type { Figure } from './figure';
import { gather } from './gather';
import { masks } from './masks';
import { normal } from './normal';
import { numbers } from './numbers';
import { periods } from './periods';
import { saidInWords } from './said';
import { tabulate } from './tabulate';
import { lead } from './words';

/** Figures in the order of the text; offsets are those of `text`. */
export function read(text: string): Figure[] {
  const plain = normal(text);
  const masked = masks(plain);
  const numerals = numbers(plain, masked);
  const drafts = tabulate(plain, gather(plain, numerals, masked));
  const spans = periods(
    plain,
    drafts.map((draft) => draft.start),
  );
  assign(plain, drafts, spans);
  const said = saidInWords(plain, masked, drafts);
  for (const draft of said) {
    draft.period = spans.at(draft.start, draft.place.sentenceStart);
  }
  return inOrder(drafts, said).map((draft) => figureOf(text, draft));
}

/** Both kinds by position, with the indices of `of` moved accordingly. */
function inOrder(read: readonly Draft[], said: readonly Draft[]): Draft[] {
  const merged = [...read, ...said].sort((a, b) => a.start - b.start);
  const moved = new Map(merged.map((draft, i) => [draft, i]));
  for (const draft of merged) {
    const of = draft.of === null ? undefined : read[draft.of];
    draft.of = of === undefined ? null : (moved.get(of) ?? null);
  }
  return merged;
}

function figureOf(text: string, draft: Draft): Figure {
  const label = draft.before.replace(lead, '');
  // A label in front of a parenthesis does not touch its number.
  const adjacent = draft.labelStart + draft.before.length === draft.start;
  const touching = adjacent && label.length > 0 && label.length <= 40 ? draft.start - label.length : draft.start;
  // 14件确认违法 has its label behind.
  const end = label === '' && draft.after.length <= 40 ? draft.end + draft.after.trimEnd().length : draft.end;
  return {
    start: touching,
    end,
    text: text.slice(touching, end),
    metric: draft.metric,
    value: draft.value,
    decimals: draft.decimals,
    grain: draft.grain,
    unit: draft.unit,
    kind: draft.kind,
    approx: draft.approx,
    change: draft.change,
    label: draft.core === '' ? draft.after.trim() : draft.core,
    slot: draft.slot,
    paragraph: draft.place.paragraph,
    sentence: draft.place.sentence,
    clause: draft.place.clause,
    cell: draft.cell,
    period: draft.period,
    of: draft.of,
    relation: draft.relation,
  };
}
