/**
 * Numbers in a row that belong, one by one, to what was listed before them: 甲、乙、丙分别为1、2和3件; 前三位的是甲、乙、丙,
 * 数量分别为…; 2021年至2023年分别为…; and a row of shares after a row of counts.
 */
import type { Draft } from './draft';
import { looksLikePlace, slotOf } from './terms/slots';

export function spreadRespectively(text: string, drafts: readonly Draft[]): void {
  for (let i = 0; i < drafts.length; i++) {
    const first = drafts[i];
    if (first === undefined) {
      continue;
    }
    const said = /(?:分别|依次)(?:为|是|达到?|占|增长|下降|有|约)*\S{0,4}$/.test(first.before);
    const run = said || first.share ? runFrom(text, drafts, i) : [];
    if (!said) {
      if (run.length > 1 && run.slice(1).every((draft) => draft.core === '' && draft.after.trim() === '')) {
        run.forEach((draft, place) => {
          draft.share = true;
          draft.respective = { place, count: run.length };
        });
      }
      continue;
    }
    const listed = /^(.*?)(?:分别|依次)/s.exec(first.core)?.[1] ?? '';
    const common = commonTail(listed);
    const own = listItems(listed.slice(0, listed.length - common.length));
    if (run.length > 1 && own.length === run.length) {
      align(run, own, common);
      continue;
    }
    const years = run.length > 1 ? yearsBefore(text, first, run.length) : null;
    const items = run.length > 1 && years === null ? listedBefore(text, drafts, i, run.length) : null;
    if (items !== null && first.kind === 'count' && first.change === null) {
      align(run, items, '');
      drafts.slice(Math.max(0, i - run.length), i).forEach((share, k) => {
        share.countOf = share.share && items[k] === shareOwner(share) ? (run[k] ?? null) : null;
      });
      continue;
    }
    if (items !== null && first.change !== null && listed === '' && items.every((item) => moving.test(item))) {
      // 收案量与败诉率双下降,分别下降12%和2个百分点.
      run.forEach((draft, k) => {
        [draft.core, draft.change] = [moving.exec(items[k] ?? '')?.[0] ?? '', first.change];
      });
      continue;
    }
    // 结果分别为撤销8件、变更1件: each has its own words.
    const self = /(?:分别|依次)(?:为|是|有)?((?!为|是|有|增|上升|下降|减|提|达)\S{2,8})$/.exec(first.before)?.[1];
    const joined = /(?:分别|依次)(?:为|是|有)/.test(first.before) ? self : self && `${listed}${self}`;
    first.core = joined ?? (listed === '' ? first.core.replace(/(?:分别|依次).*$/s, '') : listed);
    if (years !== null) {
      nextYears(text, drafts, i + run.length, years);
    }
    run.forEach((draft, place) => {
      draft.change = first.change;
      draft.share = first.share;
      draft.heading = years?.[place] ?? draft.heading;
      const leans = first.change !== null || first.share;
      draft.respective = run.length > 1 && leans ? { place, count: run.length } : null;
    });
  }
}

/** 土地(15.6%)、房屋(9.4%)领域的败诉率: what is said behind the last is said of all. */
export function spreadBehind(text: string, drafts: readonly Draft[]): void {
  for (let i = drafts.length - 1; i > 0; i--) {
    const last = drafts[i];
    const said =
      last?.kind === 'rate' && text[last.end] === ')'
        ? /^\)(?:等)?(?:[一二两三四五六七八九十\d]+)?(?:[大个类])?(?:领域|类|方面|类案件|案件|地区)?的?(\p{Script=Han}{1,6}率)/u.exec(
            text.slice(last.end, last.end + 24),
          )?.[1]
        : undefined;
    for (let k = i; said !== undefined && k >= 0; k--) {
      const draft = drafts[k];
      const next = drafts[k + 1];
      const joined =
        next === undefined || k === i || /^\)(?:、|和|及|与|以及)/.test(text.slice(draft?.end ?? 0, next.start));
      if (draft?.kind !== 'rate' || text[draft.end] !== ')' || !joined) {
        break;
      }
      draft.slot = draft.core;
      draft.core = said;
    }
  }
}

/** What can rise and fall. */
const moving = /^.*?(?:率|量|数|案件)/;

/** The numbers of one kind joined by 、 and 和. */
function runFrom(text: string, drafts: readonly Draft[], i: number): Draft[] {
  const run: Draft[] = [];
  for (let j = i; j < drafts.length; j++) {
    const draft = drafts[j];
    const last = run.at(-1);
    const mixed =
      last !== undefined &&
      draft?.kind !== last.kind &&
      !(last.change !== null && /^(?:rate|points)$/.test(draft?.kind ?? ''));
    if (draft === undefined || mixed) {
      break;
    }
    if (last !== undefined && !/^(?:[、,和及与以]|以及)?$/.test(text.slice(last.end, draft.start).trim())) {
      break;
    }
    run.push(draft);
  }
  return run;
}

function align(run: readonly Draft[], items: readonly string[], common: string): void {
  const [first] = run;
  if (first === undefined) {
    return;
  }
  const places = items.every((item) => looksLikePlace(item) || slotOf(item).class !== null);
  const divided = places && first.kind === 'count' && first.change === null && /受理|收|^$/.test(common);
  const { change, share } = first;
  run.forEach((draft, k) => {
    const item = items[k] ?? '';
    draft.core = divided || item.endsWith(common) ? item : item + common;
    draft.divided ||= divided;
    draft.slot = item;
    draft.change = change;
    draft.share = share;
  });
}

/** …分别受理28件、31件、34件,办结27件、30件、33件: rows of as many numbers in the sentence are of the same years. */
function nextYears(text: string, drafts: readonly Draft[], from: number, years: readonly string[]): void {
  const sentence = drafts[from - 1]?.place.sentence;
  for (let i = from; drafts[i]?.place.sentence === sentence; ) {
    const run = runFrom(text, drafts, i);
    if (run.length === years.length) {
      run.forEach((draft, place) => {
        draft.heading ??= years[place] ?? null;
      });
    }
    i += Math.max(1, run.length);
  }
}

/** 2021、2022、2023年, 2021年至2023年 or 2021年以来 before a row of as many numbers; each year as printed. */
function yearsBefore(text: string, first: Draft, count: number): string[] | null {
  const lead = text.slice(Math.max(first.place.sentenceStart, first.start - 120), first.start);
  const said = [
    ...lead.matchAll(
      /(?:19|20)\d{2}\s*年?(?:\s*(?:[、,和及]|至|到|-|~)\s*(?:19|20)\d{2}\s*年?)+|(?:19|20)\d{2}\s*年(?:以来|起)/g,
    ),
  ].at(-1)?.[0];
  const years = (said?.match(/(?:19|20)\d{2}/g) ?? []).map(Number);
  const [from = 0, to = from] = years;
  if (years.length === count) {
    return years.map(String);
  }
  const spans = years.length === 2 && /[至到~-]/.test(said ?? '') && to - from + 1 === count;
  return spans || years.length === 1 ? Array.from({ length: count }, (_, k) => String(from + k)) : null;
}

/** 前三位的是甲、乙、丙,数量…, or 甲占5%,乙占4%,丙占3%,数量…: the names the numbers belong to. */
function listedBefore(text: string, drafts: readonly Draft[], i: number, count: number): string[] | null {
  const first = drafts[i];
  const earlier = drafts[i - 1];
  if (first === undefined) {
    return null;
  }
  const same = earlier !== undefined && earlier.place.sentence === first.place.sentence;
  const from = Math.max(first.place.sentenceStart, same ? earlier.end : 0);
  const lead = text.slice(from, first.start).replace(/(?:分别|依次)[^分依]*$/, '');
  for (const clause of lead.split(/[,;:]/).toReversed()) {
    const items = listItems(/(?:是|为|有|涉及|包括)([^是为有]*)$/.exec(clause)?.[1] ?? clause).map((item) =>
      item.replace(/(?:等|[一二三四五六七八九十\d]+[类个项])+.*$/, ''),
    );
    if (items.length === count && items.every((item) => item !== '')) {
      return items;
    }
  }
  // 撤销、确认违法、变更共20件,依次为…: the words of one number before.
  const joined = earlier === undefined || !same ? [] : listItems(earlier.core.replace(/^(?:作出|其中|共)/, ''));
  if (joined.length === count && earlier?.kind === 'count') {
    return joined.map((item) => item.replace(/(?:决定|案件|等)$/, ''));
  }
  const before = drafts.slice(Math.max(0, i - count), i);
  return before.length === count &&
    before.every((draft) => draft.share && draft.place.sentence === first.place.sentence)
    ? before.map(shareOwner)
    : null;
}

/** 前三位的是甲占5%: 甲. */
const shareOwner = (draft: Draft): string => draft.core.replace(/^.*(?:是|为)|的?占.*$/g, '');

/** What all items of a list share behind the last: 甲、乙两市受理案件数. */
function commonTail(listed: string): string {
  const last = Math.max(listed.lastIndexOf('、'), listed.lastIndexOf('和'), listed.lastIndexOf('与')) + 1;
  const said =
    /(?<=\S{2})(?:[两三四五六七八九十]+个?(?:[市县区地州]|部门|单位|领域|机关)|受理|新?收案|新收|收到).*$/.exec(
      listed.slice(last),
    )?.[0];
  return last > 0 && said !== undefined
    ? said
    : (/(?:(?:行政机关)?(?:主要)?负责人(?:出庭)?(?:应诉)?率|出庭(?:应诉)?率|(?:直接|综合)?纠错率|(?:调解|调处|化解)?成功率|(?:败诉|办结|审结|结案|受理|调撤|化解|履行|维持)率|案件|案|率|数量?|量)$/.exec(
        listed,
      )?.[0] ?? '');
}

/** 甲、乙(含丙)和丁: what is listed, without what stands in parentheses. */
export function listItems(listed: string): string[] {
  const flat = listed.replace(/\([^()]*\)/g, '');
  return flat
    .split(/[、,]|以及|(?<=\S\S)[和及与](?!解)(?=\S\S)/)
    .map((item) => item.trim().replace(/^(?:针对|其中|涉及)(?=\S{2})/, ''))
    .filter((item) => item !== '');
}
