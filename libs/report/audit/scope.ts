/**
 * What one government took in beside what the whole place did: 全市收到32件。其中市政府收到11件,受理6件;县级政府收到21件.
 * The catalogue counts the parts by authority; which is whole and which is part only the neighbours tell.
 */
import type { Draft } from './draft';

/** The subject is one government or one level of them. */
const narrower =
  /^(?:其中)?[:,]?(?:由|向|我)?(?:报送数据的)?(?:各(?:省|市|区|县|州|旗|盟)(?:\([^)]*\))?|(?:省|市|区|县|州|旗|盟)(?:\([^)]*\))?(?:本级|直(?:部门)?|(?:人民)?政府(?!为?被)|级)|(?:各)?(?:区县|县区|县市区|市县|区市县|乡镇)(?:两级|级)?(?:人民)?(?:政府)?|\d*个?(?:市州|区县|县区|县市区))/;
/** Everybody's. */
const wider = /^(?:其中)?(?:全[省市区县州盟旗国]|(?:全[省市区县州])?(?:各级|两级|三级))/;
const intake = /^reconsideration-(?:received|accepted)$/;
/** A stage without a subject goes on with the one before. */
const bare = /^(?:其中)?(?:经审查)?(?:依法|共|已|新)?(?:受理|立案(?:受理)?)$/;
const totals = /^(?:全[省市区县州盟旗]|两级|各级|以上)?(?:共计?|合计|总计|小计|累计|总共)(?:为|有)?$/;

export function divideByAuthority(text: string, drafts: readonly Draft[]): void {
  addedUp(drafts);
  divideByCourt(drafts);
  let paragraph = -1;
  /** The greatest count of each stage in the paragraph that was nobody's part. */
  let wholes = new Map<string, number>();
  /** A part stands open until ; or the sentence's end. */
  let part: Draft | null = null;
  drafts.forEach((draft, i) => {
    if (draft.place.paragraph !== paragraph) {
      [paragraph, wholes, part] = [draft.place.paragraph, new Map(), null];
    }
    const gap = text.slice(drafts[i - 1]?.end ?? 0, draft.labelStart);
    if (/[;。]/.test(gap)) {
      part = null;
    }
    const metric = draft.metric;
    if (draft.kind !== 'count' || draft.change !== null || draft.cell !== null || metric === null) {
      return;
    }
    if (metric === 'reconsideration-by-authority' && narrower.test(draft.core)) {
      part = draft;
    }
    if (!intake.test(metric)) {
      return;
    }
    const stage = metric.endsWith('accepted') ? '-accepted' : '';
    const least = (wholes.get(metric) ?? 0) >= draft.value;
    const summed =
      draft.of !== null && draft.relation?.startsWith('part') === true && drafts[draft.of]?.metric === metric;
    if (
      (narrower.test(draft.core) && !wider.test(draft.core) && (least || summed)) ||
      (bare.test(draft.core) && part !== null)
    ) {
      if (!bare.test(draft.core)) {
        part = draft;
      }
      draft.metric = `reconsideration-by-authority${stage}`;
      draft.slot ??= part?.core ?? draft.core;
    } else {
      wholes.set(metric, Math.max(wholes.get(metric) ?? 0, draft.value));
    }
  });
}

const court = /(?:中级?|基层|高级?|铁路运输)?(?:人民)?法院|[中高]院/;

/** 中院受理210件,各基层法院受理486件: two courts in one sentence divide what came in. */
function divideByCourt(drafts: readonly Draft[]): void {
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) {
    if (
      draft.metric === 'litigation-received' &&
      draft.kind === 'count' &&
      court.test(draft.core) &&
      !wider.test(draft.core)
    ) {
      bySentence.set(draft.place.sentence, [...(bySentence.get(draft.place.sentence) ?? []), draft]);
    }
  }
  for (const group of bySentence.values()) {
    for (const draft of group.length > 1 ? group : []) {
      draft.metric = 'litigation-by-court';
      draft.slot ??= court.exec(draft.core)?.[0] ?? null;
    }
  }
}

/** 市政府收到210件,县政府收到430件,全市共640件: the total of numbers that all count one thing counts it too. */
function addedUp(drafts: readonly Draft[]): void {
  drafts.forEach((draft, i) => {
    if (draft.metric !== null || draft.kind !== 'count' || draft.cell !== null || !totals.test(draft.core)) {
      return;
    }
    const parts: number[] = [];
    let sum = 0;
    for (let k = i - 1; k >= 0 && k > i - 30 && sum < draft.value; k--) {
      const earlier = drafts[k];
      if (earlier === undefined || earlier.place.sentence !== draft.place.sentence) {
        break;
      }
      if (earlier.kind === 'count' && earlier.unit === draft.unit && earlier.change === null) {
        sum += earlier.value;
        parts.push(k);
      }
    }
    const metrics = new Set(parts.map((k) => drafts[k]?.metric ?? null));
    const [metric = null] = metrics;
    const stocks = [...metrics].map(
      (one) => /^(reconsideration|litigation)-(?:carried-in|received|accepted)$/.exec(one ?? '')?.[1],
    );
    const carries = [...metrics].some((one) => one?.endsWith('-carried-in') === true);
    if (sum === draft.value && metrics.size === 2 && carries && stocks[0] !== undefined && stocks[0] === stocks[1]) {
      draft.metric = `${stocks[0]}-caseload`;
      return;
    }
    if (sum === draft.value && parts.length > 1 && metrics.size === 1 && metric !== null && !/-by-/.test(metric)) {
      draft.metric = metric;
      for (const k of parts) {
        const one = drafts[k];
        if (one !== undefined) {
          [one.of, one.relation] = [i, 'part-closed'];
        }
      }
    }
  });
}
