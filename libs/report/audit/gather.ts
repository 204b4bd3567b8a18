/** First pass: numerals become drafts with their words; units, pairs, 各 and 分别 are spread over the lists they rule. */
import type { Draft } from './draft';
import type { Numeral } from './numbers';
import { labels, placesAt } from './places';
import { listItems, spreadBehind, spreadRespectively } from './respective';
import { wordsOf } from './words';

export function gather(text: string, read: readonly Numeral[], masked: Uint8Array): Draft[] {
  const numerals = shareKinds(text, read);
  const places = placesAt(
    text,
    numerals.map((numeral) => numeral.digits),
  );
  const marks = labels(text, numerals, masked);
  const drafts: Draft[] = [];
  numerals.forEach((numeral, i) => {
    const place = places[i];
    const mark = marks[i];
    if (place === undefined || mark === undefined) {
      return;
    }
    // 比2017年824件多438件: words of change belong to the number they lead to.
    const after =
      /^(?:多|少|增|减|上?升|下?降|提高|回落|占|成功|调|中(?!止|介|级))/.test(mark.after) &&
      drafts.length + 1 < numerals.length &&
      runsOn(text, numeral, numerals[i + 1])
        ? ''
        : mark.after;
    const words = wordsOf(mark.before, after, numeral.kind);
    drafts.push({
      start: numeral.start,
      end: numeral.end,
      labelStart: mark.start,
      place,
      value: numeral.value,
      decimals: numeral.decimals,
      grain: numeral.grain,
      approx: numeral.approx,
      pair: numeral.pair,
      heading: null,
      unit: numeral.unit,
      kind: numeral.kind,
      before: mark.before,
      after,
      ...words,
      domain: null,
      metric: null,
      slot: null,
      listed: false,
      like: null,
      period: null,
      of: null,
      relation: null,
      respective: null,
      countOf: null,
      divided: false,
      cell: null,
    });
  });
  ratios(drafts);
  countsOfShares(text, drafts);
  spreadPairs(text, drafts);
  spreadUnits(text, drafts);
  const spread = spreadEach(drafts);
  spreadRespectively(text, spread);
  spreadBehind(text, spread);
  return spread;
}

/** 4.01、3.35个百分点 and 100、200元: a bare number takes the kind of the one it is listed with. */
function shareKinds(text: string, numerals: readonly Numeral[]): Numeral[] {
  const shared = [...numerals];
  for (let i = shared.length - 2; i >= 0; i--) {
    const [numeral, next] = [shared[i], shared[i + 1]];
    if (
      numeral !== undefined &&
      next !== undefined &&
      numeral.unit === '' &&
      numeral.kind === 'count' &&
      /^(?:rate|points|multiple|amount|measure)$/.test(next.kind) &&
      next.unit !== 'ratio' &&
      /^\s*(?:[、和及与至]|以及)\s*$/.test(text.slice(numeral.end, next.start))
    ) {
      shared[i] = { ...numeral, unit: next.unit, kind: next.kind };
    }
  }
  return shared;
}

function runsOn(text: string, numeral: Numeral, next: Numeral | undefined): boolean {
  return next !== undefined && !/[,;:。、()\n]/.test(text.slice(numeral.end, next.start));
}

/** 市本级占近三成,约640件: a bare count behind a share counts what the share is of. */
function countsOfShares(text: string, drafts: readonly Draft[]): void {
  drafts.forEach((draft, i) => {
    const share = drafts[i - 1];
    if (
      share?.share === true &&
      draft.kind === 'count' &&
      draft.core === '' &&
      draft.after.trim() === '' &&
      draft.unit !== '' &&
      /^[,、]\s*(?:有|共|即)?$/.test(text.slice(share.end, draft.start))
    ) {
      draft.core = share.core.replace(/的?占.*$/, '');
    }
  });
}

/** 比值达2.6 has no unit; 2.12:1 was read as one number. */
function ratios(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (
      draft.unit === '' &&
      draft.kind === 'count' &&
      /比(?:值|率|例)?(?:稳定在|约?为|达到?|至|是|:|约)*$/.test(draft.before)
    ) {
      draft.kind = 'multiple';
      draft.unit = 'ratio';
    }
  }
}

const pairHeads =
  /([^,;。:()\n]{0,24})\(([^()/\n]{1,12})\/([^()/\n]{1,12})\)\s*:|([^,;。:()/\n]{1,16})\/([^,;。:()/\n]{1,10}):/g;

/** 单位受理量(2019年/2020年):市场监管局30/21 — each side of the stroke has its own head; the label is that of the left. */
function spreadPairs(text: string, drafts: readonly Draft[]): void {
  drafts.forEach((draft, i) => {
    const left = draft.pair === 1 ? drafts[i - 1] : draft;
    if (draft.pair === null || left === undefined) {
      return;
    }
    const said = [...text.slice(draft.place.sentenceStart, left.labelStart).slice(-400).matchAll(pairHeads)].at(-1);
    const topic = said?.[1] ?? '';
    draft.core = /^(?:合计|总计|共计?)$/.test(left.core) && topic !== '' ? topic : left.core;
    const sides = said?.[2] === undefined ? [said?.[4], said?.[5]] : [said[2], said[3]];
    draft.heading = sides[draft.pair]?.trim() ?? null;
  });
}

/** A bare number in a list takes the unit of the list: from its head (1879个:乡镇122、村1358), else from its last item (12、7和5件). */
function spreadUnits(text: string, drafts: readonly Draft[]): void {
  const counts = drafts.filter((draft) => draft.kind === 'count');
  /** Items that took their unit from a list; a comma carries on only such a list. */
  const spread = new Set<Draft>();
  for (let i = counts.length - 1; i >= 0; i--) {
    const draft = counts[i];
    const next = counts[i + 1];
    if (draft === undefined || draft.unit !== '' || next === undefined || next.unit === '') {
      continue;
    }
    if (
      next.place.sentence === draft.place.sentence &&
      /^[、,和及与]?$/.test(text.slice(draft.end, next.start).trim())
    ) {
      draft.unit = next.unit;
    }
  }
  counts.forEach((draft, i) => {
    const head = counts[i - 1];
    if (draft.unit !== '' || draft.grain > 1 || head === undefined || head.unit === '') {
      return;
    }
    const joint = text.slice(head.end, draft.start).replace(/^\([^()]*\)/, '');
    const listed = /^[、:/(;和]/.test(joint) || (spread.has(head) && /^,/.test(joint));
    if (listed && head.place.sentence === draft.place.sentence && !/(?:达到?|为|至|是)$/.test(draft.before)) {
      spread.add(draft);
      draft.unit = head.unit;
    }
  });
}

/** 公安局、城管局各2件 is two figures of 2 that share their digits. */
function spreadEach(drafts: readonly Draft[]): Draft[] {
  const spread: Draft[] = [];
  for (const draft of drafts) {
    const listed = /^(.*?)(?:均|分别)?各(?:有|为|是)?(?:约|近)?$/s.exec(draft.core);
    if (listed === null || draft.kind !== 'count') {
      spread.push(draft);
      continue;
    }
    const items = listItems(listed[1] ?? '');
    const slots = items.length > 0 ? items : [draft.core];
    for (const item of slots) {
      spread.push({ ...draft, core: item, slot: slots.length > 1 ? item : null });
    }
  }
  return spread;
}
