/** First pass: numerals become drafts with their words; units, pairs, 各 and 分别 are spread over the lists they rule. */
import type { Draft } from './draft';
import type { Numeral } from './numbers';
import { labels, placesAt } from './places';
import { looksLikePlace, slotOf } from './terms/slots';
import { wordsOf } from './words';

export function gather(text: string, numerals: readonly Numeral[], masked: Uint8Array): Draft[] {
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
      divided: false,
      cell: null,
    });
  });
  ratios(drafts);
  spreadPairs(text, drafts);
  spreadUnits(text, drafts);
  return spreadRespectively(text, spreadEach(drafts));
}

function runsOn(text: string, numeral: Numeral, next: Numeral | undefined): boolean {
  return next !== undefined && !/[,;:。、()\n]/.test(text.slice(numeral.end, next.start));
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

/** A、B、C分别为1、2和3件: the labels in their order. */
function spreadRespectively(text: string, drafts: readonly Draft[]): Draft[] {
  for (let i = 0; i < drafts.length; i++) {
    const first = drafts[i];
    if (first === undefined || !/分别(?:为|是|达到?|占|增长|下降|有|约)*\S{0,4}$/.test(first.before)) {
      continue;
    }
    const run = [first];
    for (let j = i + 1; j < drafts.length; j++) {
      const draft = drafts[j];
      const last = run.at(-1);
      if (draft === undefined || last === undefined || draft.kind !== first.kind) {
        break;
      }
      if (!/^(?:[、,和及与以]|以及)?$/.test(text.slice(last.end, draft.start).trim())) {
        break;
      }
      run.push(draft);
    }
    const listed = /^(.*?)分别/s.exec(first.core)?.[1] ?? '';
    const common = commonTail(listed);
    const items = listItems(listed.slice(0, listed.length - common.length));
    if (items.length !== run.length || run.length === 1) {
      // 结果分别为撤销8件、变更1件: each has its own words.
      const own = /分别(?:为|是|有)(\S{2,8})$/.exec(first.before)?.[1];
      first.core = own ?? (listed === '' ? first.core : listed);
      run.forEach((draft, place) => {
        draft.change = first.change;
        draft.share = first.share;
        draft.respective = run.length > 1 && first.change !== null ? { place, count: run.length } : null;
      });
      continue;
    }
    const places = items.every((item) => looksLikePlace(item) || slotOf(item).class !== null);
    const divided = places && first.kind === 'count' && first.change === null && /受理|收/.test(common);
    run.forEach((draft, k) => {
      const item = items[k] ?? '';
      draft.core = divided || item.endsWith(common) ? item : item + common;
      draft.divided ||= divided;
      draft.slot = item;
      draft.change = first.change;
      draft.share = first.share;
    });
  }
  return [...drafts];
}

/** What all items of a list share behind the last: 甲、乙两市受理案件数. */
function commonTail(listed: string): string {
  const last = Math.max(listed.lastIndexOf('、'), listed.lastIndexOf('和'), listed.lastIndexOf('与')) + 1;
  const said = /(?<=\S{2})(?:[两三四五六七八九十]+[市县区地州]|受理|新?收案|新收|收到).*$/.exec(
    listed.slice(last),
  )?.[0];
  return last > 0 && said !== undefined ? said : (/(?:案件|案|率|数量?|量)$/.exec(listed)?.[0] ?? '');
}

function listItems(listed: string): string[] {
  const flat = listed.replace(/\([^()]*\)/g, '');
  return flat
    .split(/[、,]|以及|(?<=\S\S)[和及与](?!解)(?=\S\S)/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
