/** Breakdown lists: what their parts divide the whole by, and the metric that follows. */
import type { Draft } from './draft';
import { changeOf, shareOf } from './naming';
import { looksLikePlace, slotOf } from './terms/slots';

/** Words that head a breakdown list and tell what it divides by. */
const divisions: readonly (readonly [string, RegExp])[] = [
  ['respondent', /被申请人|被申请机关|被复议(?:单位|机关)|单位受理|涉及部门|涉案(?:单位|部门)|按(?:部门|单位)|各单位/],
  ['authority', /复议机关|各市州|各地|各市|各区县|省直|分地区|收案|地区分布|市政府|区政府|县政府/],
  ['matter', /事项|行为(?:类型|种类|看)|案由|按类型|原因|申请内容|引发/],
  ['field', /领域|行业|管理类别|案件类别|行政管理|类型分布/],
];

/** Members of one breakdown list are named together, so that a word known alone carries the unknown beside it. */
export function nameLists(text: string, drafts: readonly Draft[]): void {
  for (let i = 0; i < drafts.length; i++) {
    const first = drafts[i];
    if (first === undefined || !first.listed) {
      continue;
    }
    const group: Draft[] = [first];
    let kin = family(first);
    for (let k = i + 1; k < drafts.length; k++) {
      const draft = drafts[k];
      if (draft === undefined || !together(draft, first)) {
        break;
      }
      if (draft.listed && draft.domain === first.domain && draft.place.depth === first.place.depth) {
        const next = family(draft);
        if (next !== null && kin !== null && next !== kin) {
          break;
        }
        kin ??= next;
        group.push(draft);
      } else if (/^其[他它]/.test(draft.core) && draft.kind === 'count' && group.length > 1) {
        draft.metric = null;
        group.push(draft);
      }
    }
    const from = first.cell === null ? first.place.sentenceStart : first.start - 160;
    const lead = text.slice(
      Math.max(0, from, drafts[i - 1]?.end ?? 0),
      first.cell === null ? first.labelStart : first.start,
    );
    const whole = first.of === null ? undefined : drafts[first.of];
    const id = groupId(group, lead, whole);
    const members = new Set(group);
    for (const draft of drafts.slice(i, i + 3 * group.length + 3)) {
      const of = drafts[draft.of ?? -1];
      if (draft.relation !== null && of !== undefined && members.has(of) && (draft.share || draft.change !== null)) {
        draft.metric = null;
      }
    }
    for (const member of group) {
      member.listed = false;
      member.metric = headedBy(id, member.heading ?? (member.cell === null ? '' : lead.slice(-60)));
      member.slot ??= slotOf(member.core).words;
    }
  }
  nameTotals(drafts);
  // What was read before its list was named: shares, changes, the year before.
  for (const draft of drafts) {
    const of = drafts[draft.of ?? draft.like ?? -1];
    if (draft.metric !== null || of === undefined) {
      continue;
    }
    if (draft.relation === 'share') {
      draft.metric = shareOf(of.metric);
    } else if (draft.relation === 'change') {
      // What an authority took in moves like what the place took in.
      draft.metric = changeOf(of.metric?.replace(/-by-authority$/, '-received') ?? null, draft.kind);
    } else if (draft.like !== null) {
      draft.metric = of.metric;
    } else {
      continue;
    }
    draft.slot ??= of.slot;
  }
}

/** 总计 under a column of authorities is what all of them took in. */
function nameTotals(drafts: readonly Draft[]): void {
  for (const part of drafts) {
    const whole = drafts[part.of ?? -1];
    const by = /^reconsideration-by-(?:authority(-accepted)?|respondent|matter|field)$/.exec(part.metric ?? '');
    if (whole !== undefined && whole.metric === null && whole.cell !== null && by !== null) {
      whole.metric = `reconsideration${by[1] ?? '-received'}`;
    }
  }
}

/** The catalogue keeps apart what authorities accepted and what was corrected. */
function headedBy(id: string | null, heading: string): string | null {
  if (id === 'reconsideration-by-authority' && /受理|立案/.test(heading)) {
    return `${id}-accepted`;
  }
  return /纠错|纠正/.test(heading)
    ? (id?.replace(/^reconsideration-(?=by-(?:matter|respondent)$)/, 'reconsideration-corrected-') ?? null)
    : id;
}

/** Of one sentence, or of one table. */
function together(draft: Draft, first: Draft): boolean {
  return first.cell === null ? draft.place.sentence === first.place.sentence : draft.cell?.table === first.cell.table;
}

/** Organs and subjects never divide one list together. */
function family(draft: Draft): 'organs' | 'subjects' | null {
  switch (slotOf(draft.core).class) {
    case 'respondent':
    case 'authority':
      return 'organs';
    case 'matter':
      return 'subjects';
    default:
      return null;
  }
}

function groupId(group: readonly Draft[], lead: string, whole: Draft | undefined): string | null {
  const domain = group[0]?.domain;
  if (domain !== 'reconsideration' && domain !== 'litigation') {
    return domain === 'mediation' &&
      (group.length > 1 || whole !== undefined) &&
      group.every((draft) => /^[件起宗]$/.test(draft.unit))
      ? 'mediation-by-category'
      : null;
  }
  const classes = new Map<string, number>();
  let unknown = 0;
  for (const draft of group) {
    const slot = slotOf(draft.core);
    if (slot.class === null) {
      unknown += looksLikePlace(slot.words) ? 1 : 0;
    } else if (slot.class !== 'category') {
      classes.set(slot.class, (classes.get(slot.class) ?? 0) + 1);
    }
  }
  const near = lead.slice(-40);
  const headed = divisions.find(([, words]) => words.test(near))?.[0];
  let most: string | null = null;
  for (const [name, count] of classes) {
    if (most === null || count > (classes.get(most) ?? 0)) {
      most = name;
    }
  }
  // One strange word alone is no breakdown; a row of names is one of places.
  const told = headed !== undefined && group.length > 1;
  if (most === null && !told && (unknown === 0 || (group.length < 2 && headed === undefined && whole === undefined))) {
    return null;
  }
  const division = headed ?? most ?? 'authority';
  const corrected = /^reconsideration-(?:corrected|revoked|revoked-remade|changed|confirmed-illegal|ordered-perform)$/;
  if (corrected.test(whole?.metric ?? '') && (division === 'matter' || division === 'respondent')) {
    return `reconsideration-corrected-by-${division}`;
  }
  if (domain === 'litigation' && (division === 'authority' || division === 'respondent')) {
    // The catalogue divides suits by court and by field; an organ sued stands for its field.
    return division === 'authority' ? 'litigation-by-court' : 'litigation-by-field';
  }
  const accepted =
    division === 'authority' &&
    (whole?.metric === 'reconsideration-accepted' || /受理(?:案件|申请)?(?:数|量|排|居)/.test(near));
  return `${domain}-by-${division}${accepted ? '-accepted' : ''}`;
}
