/** Second pass, in the order of the text: what each figure hangs on, its domain, its metric. */
import type { Draft } from './draft';
import { nameLists } from './lists';
import { type Asked, changeOf, domainOf, shareOf, speaksWeakly, termFor } from './naming';
import type { Periods } from './periods';
import { isPrior, refine } from './refine';
import { slotOf } from './terms/slots';
import type { Domain, Term } from './terms/term';
import { Topic } from './topic';

/** A list of parts that is still being read. */
interface Open {
  readonly of: number;
  readonly depth: number;
  readonly closed: boolean;
  readonly colon: boolean;
  /** What stands between its first two items. */
  readonly joint: '、' | ',' | null;
}

export function assign(text: string, drafts: readonly Draft[], periods: Periods): void {
  const context = new Context(text, drafts);
  drafts.forEach((draft, i) => {
    // 2023总共需办理66件 lost its 年.
    const headed =
      /^(\d{4})(?!\d)/.exec(draft.heading ?? '')?.[1] ??
      /(?<!\d)((?:19|20)\d{2})(?=\p{Script=Han})(?!年)/u.exec(draft.before)?.[1];
    draft.period =
      headed === undefined
        ? periods.at(draft.labelStart + draft.before.length, draft.place.sentenceStart)
        : { year: Number(headed), from: `${headed}-01-01`, to: `${headed}-12-31`, words: draft.heading ?? headed };
    context.relate(draft, i);
    context.name(draft, i);
  });
  nameLists(text, drafts);
  refine(text, drafts, periods.year);
}

/** 共、合计 and the like begin a total. */
const totals = /^(?:共计?|合计|总计|小计|累计)(?!受理|办|审|收|新|接|调|排|化)/;

class Context {
  private readonly topic: Topic;
  private open: Open | null = null;

  constructor(
    private readonly text: string,
    private readonly drafts: readonly Draft[],
  ) {
    this.topic = new Topic(text, drafts);
  }

  /** The figure last counted as a whole of its own at this depth or above. */
  private head(i: number, depth: number, levels: boolean): number | null {
    const draft = this.drafts[i];
    for (let k = i - 1; k >= 0 && k > i - 60; k--) {
      const earlier = this.drafts[k];
      if (earlier === undefined || draft === undefined || earlier.place.sentence !== draft.place.sentence) {
        return null;
      }
      if (earlier.change !== null || earlier.share || isPrior(earlier) || earlier.place.depth > depth) {
        continue;
      }
      if (levels || earlier.kind === 'count') {
        return k;
      }
    }
    return null;
  }

  relate(draft: Draft, i: number): void {
    if (draft.cell !== null) {
      return;
    }
    const { text, drafts } = this;
    const previous = drafts[i - 1];
    const same = previous !== undefined && previous.place.sentence === draft.place.sentence;
    const gap = same ? text.slice(previous.end, draft.start) : '';
    if (!same || (this.open !== null && draft.place.depth < this.open.depth)) {
      this.open = null;
    }
    const atDepth = draft.place.depth;
    // A percentage alone in parentheses is the share of the number before them.
    if (
      same &&
      draft.kind === 'rate' &&
      /^[达为到约]*$/.test(draft.core) &&
      draft.change === null &&
      !draft.level &&
      (/^\s*\(/.test(gap) || /占[^;。\d]*,[达为到约\s]*$/.test(gap))
    ) {
      draft.share = true;
    }
    if (draft.share || draft.change !== null) {
      draft.of = this.head(i, atDepth, draft.change !== null);
      draft.relation = draft.of === null ? null : draft.share ? 'share' : 'change';
      return;
    }
    if (!same || (draft.kind !== 'count' && draft.kind !== 'amount') || isPrior(draft)) {
      return;
    }
    if (previous.kind === 'count' && text[previous.end] === '(' && atDepth > previous.place.depth) {
      const closed = /^\((?:即|分别)/.test(text.slice(previous.end, previous.end + 4));
      this.open = { of: i - 1, depth: atDepth, closed, colon: false, joint: null };
    } else if (previous.kind === 'count' && text[previous.end] === ':') {
      const of = this.open?.colon === true ? this.open.of : i - 1;
      this.open = { of, depth: atDepth, closed: false, colon: true, joint: null };
    } else if (/其中/.test(gap)) {
      const whole = this.head(i, atDepth, false);
      const colon = /其中\s*:/.test(gap);
      this.open = whole === null ? null : { of: whole, depth: atDepth, closed: false, colon, joint: null };
    } else if (
      this.open !== null &&
      atDepth === this.open.depth &&
      atDepth === 0 &&
      /[;。]/.test(gap) &&
      !this.open.colon
    ) {
      this.open = null;
    } else if (this.open !== null && atDepth === this.open.depth) {
      // A list joined by 、 ends where a comma follows: 其中一审19件、二审9件,已审结22件.
      const joint = /^\s*、/.test(gap) ? '、' : /^\s*,/.test(gap) ? ',' : null;
      const ends = this.open.joint === '、' && joint === ',' && !this.open.colon;
      this.open = ends ? null : { ...this.open, joint: this.open.joint ?? joint };
    }
    const whole = this.open === null ? undefined : drafts[this.open.of];
    if (this.open !== null && whole !== undefined && whole.unit === draft.unit && whole.end <= draft.start) {
      draft.of = this.open.of;
      draft.relation = this.open.closed ? 'part-closed' : 'part';
    }
    this.total(draft, i);
  }

  /** 撤销22件、变更1件,共23件: the total closes the parts before it. */
  private total(draft: Draft, i: number): void {
    if (!/^(?:共计?|合计|总计|小计|累计)(?:$|(?:纠错|直接纠错))/.test(draft.core)) {
      return;
    }
    const parts: Draft[] = [];
    for (let k = i - 1; k >= 0; k--) {
      const part = this.drafts[k];
      if (
        part === undefined ||
        part.place.sentence !== draft.place.sentence ||
        part.place.depth !== draft.place.depth
      ) {
        break;
      }
      if (
        part.kind !== 'count' ||
        part.unit !== draft.unit ||
        /[;。]/.test(this.text.slice(part.end, draft.start).slice(0, 2))
      ) {
        break;
      }
      if (parts.length > 0 && !/^[、,]/.test(this.text.slice(part.end, part.end + 1))) {
        break;
      }
      parts.push(part);
      // The list begins where something other than 、 stands before its first part.
      if (
        !/、\s*$/.test(this.text.slice(Math.max(0, part.labelStart - 1), part.labelStart + 1).slice(0, 2)) &&
        parts.length > 1
      ) {
        break;
      }
    }
    if (parts.length > 1) {
      for (const part of parts) {
        part.of = i;
        part.relation = 'part-closed';
      }
      draft.of = null;
      draft.relation = null;
    }
  }

  name(draft: Draft, i: number): void {
    const inherited = this.topic.before(draft);
    const headed = this.division(draft);
    const slot = slotOf(draft.core);
    const divides =
      draft.kind === 'count' &&
      draft.core !== '' &&
      draft.change === null &&
      (inherited === 'reconsideration' || inherited === 'litigation') &&
      (headed || (slot.class !== null && slot.class !== 'category'));
    // A part-word such as 信访答复 or 公证处 says nothing of the topic.
    const own = draft.share || divides ? null : domainOf(`${draft.core}${draft.after}`);
    draft.domain = own ?? inherited;
    if (own === 'other' && inherited !== null && this.topic.caseworkInSentence(draft)) {
      draft.domain = inherited;
    }
    if (draft.domain === null || (draft.domain === 'other' && own === null)) {
      draft.domain = speaksWeakly(draft.core) ? 'mediation' : draft.domain;
    }
    const term = divides
      ? this.list(draft)
      : this.term(draft, i, own !== inherited && own !== 'other' ? inherited : null);
    this.topic.passed(draft, own === 'other' || (term !== null && term.aside !== true) ? own : null);
  }

  /** 按申请事项: and the like make everything behind them parts of one breakdown. */
  private division(draft: Draft): boolean {
    if (draft.divided || draft.place.depth > 0) {
      return draft.divided && !totals.test(draft.core);
    }
    const lead = this.text.slice(Math.max(draft.place.sentenceStart, draft.labelStart - 600), draft.labelStart);
    return /(?:^|[,;。])\s*(?:其中)?[,、]?(?:按照?|从)[^,;。:\d]{1,14}[:,]/.test(lead);
  }

  private list(draft: Draft): null {
    draft.listed = true;
    draft.slot ??= slotOf(draft.core).words;
    return null;
  }

  /** Names the figure by a term, or by what it hangs on; the term that named it. */
  private term(draft: Draft, i: number, inherited: Domain | null): Term | null {
    const head = draft.of === null ? undefined : this.drafts[draft.of];
    if (draft.share && head !== undefined) {
      draft.metric = head.listed ? null : shareOf(head.metric);
      draft.domain = head.domain;
      draft.slot = head.slot;
      return null;
    }
    const asked: Asked = {
      label: `${draft.core.replace(/\([^()]*\)/g, '') || draft.core}▮${draft.after}`,
      kind: draft.kind,
      unit: draft.unit,
      before: this.text.slice(Math.max(draft.place.sentenceStart, draft.start - 300), draft.start),
      behind: this.text.slice(draft.end, draft.end + 40),
    };
    if (draft.change !== null) {
      this.nameChange(draft, i, asked, head);
      return null;
    }
    if (totals.test(draft.core)) {
      const parts = this.drafts.slice(Math.max(0, i - 30), i).filter((part) => part.of === i);
      draft.metric = parts.length > 1 ? totalOf(parts.map((part) => part.metric)) : null;
    } else if (draft.core === '' && (draft.after.trim() === '' || isPrior(draft) || this.follows(draft, i))) {
      this.nameElliptic(draft, i);
    }
    if (draft.metric !== null || draft.like !== null) {
      return null;
    }
    const term = termFor(draft.domain, asked) ?? (inherited === null ? null : termFor(inherited, asked));
    draft.metric = term?.id ?? null;
    if (
      draft.metric === null &&
      draft.relation === 'part' &&
      head?.metric != null &&
      !/^(?:reconsideration|litigation|mediation)/.test(head.metric)
    ) {
      draft.metric = head.metric;
    }
    if (
      draft.metric === null &&
      draft.kind === 'count' &&
      draft.core !== '' &&
      !totals.test(draft.core) &&
      /^[件起宗例桩]?$/.test(draft.unit) &&
      this.casework(draft)
    ) {
      this.list(draft);
    }
    if (draft.relation === 'part' || draft.relation === 'part-closed') {
      draft.slot ??= draft.core === '' ? null : draft.core;
    }
    return term;
  }

  private casework(draft: Draft): boolean {
    return draft.domain === 'reconsideration' || draft.domain === 'litigation' || draft.domain === 'mediation';
  }

  private nameChange(draft: Draft, i: number, asked: Asked, head: Draft | undefined): void {
    const said = draft.core === '' || draft.cell !== null ? null : this.subject(draft, asked);
    if (said !== null) {
      draft.metric = changeOf(said, draft.kind);
      draft.of = this.lastNamed(draft, i, said);
      draft.relation = draft.of === null ? null : 'change';
    } else {
      draft.metric = head?.listed === true ? null : changeOf(head?.metric ?? null, draft.kind);
      draft.domain = head?.domain ?? draft.domain;
      draft.slot = head?.slot ?? null;
    }
    // 在上年升20.1%的基础上: the change of the year before.
    if (
      draft.metric !== null &&
      /在(?:上年度?|去年|上一年度?|\d{4}\s*年)/.test(draft.before) &&
      /^的?基础/.test(draft.after)
    ) {
      draft.metric = `${draft.metric}-prior`;
    }
  }

  /** 受理量比上年降38.5% moves the 受理 figure, not the one just before. */
  private lastNamed(draft: Draft, at: number, metric: string): number | null {
    for (let k = at - 1; k >= 0 && k > at - 30; k--) {
      const earlier = this.drafts[k];
      if (earlier === undefined || earlier.place.paragraph !== draft.place.paragraph) {
        return null;
      }
      if (earlier.metric === metric && earlier.change === null) {
        return k;
      }
    }
    return null;
  }

  /** What the label of a change names: a rate if it says 率, else a count. */
  private subject(draft: Draft, asked: Asked): string | null {
    const rate = /率/.test(draft.core);
    const term = termFor(draft.domain, { ...asked, kind: rate ? 'rate' : 'count', unit: rate ? '%' : '件' });
    if (term !== null) {
      return term.id;
    }
    const slot = slotOf(draft.core);
    return slot.class === null || draft.domain === null ? null : `${draft.domain}-by-${slot.class}`;
  }

  private nameElliptic(draft: Draft, i: number): void {
    for (let k = i - 1; k >= 0; k--) {
      const earlier = this.drafts[k];
      if (earlier === undefined || earlier.place.sentence !== draft.place.sentence) {
        return;
      }
      const named = earlier.metric !== null || earlier.listed;
      if (earlier.kind === draft.kind && earlier.change === null && !earlier.share && named) {
        if (isPrior(draft) || draft.level || isPrior(earlier) || this.follows(draft, i)) {
          draft.metric = earlier.metric?.replace(/-(?:prior-year|\d{4})$/, '') ?? null;
          draft.like = earlier.listed ? k : null;
          draft.domain = earlier.domain;
        }
        return;
      }
    }
  }

  /** 100元、200元: an item of a bare row. */
  private follows(draft: Draft, i: number): boolean {
    const previous = this.drafts[i - 1];
    return (
      previous !== undefined &&
      previous.unit === draft.unit &&
      /^[、和及或]$/.test(this.text.slice(previous.end, draft.start).trim())
    );
  }
}

const corrects = /^reconsideration-(?:revoked|revoked-remade|changed|confirmed-illegal|ordered-perform)$/;
const ends =
  /^reconsideration-(?:upheld|rejected|terminated|corrected|revoked|revoked-remade|changed|confirmed-illegal|ordered-perform|mediated-settled|mediated-withdrawn|withdrawn-.*|other-concluded)$/;

/** A total of outcomes that correct is the count of corrections, one of all outcomes that of the concluded. */
function totalOf(parts: readonly (string | null)[]): string | null {
  if (parts.every((part) => part !== null && corrects.test(part))) {
    return 'reconsideration-corrected';
  }
  return parts.every((part) => part !== null && ends.test(part)) ? 'reconsideration-concluded' : null;
}
