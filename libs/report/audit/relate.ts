/** What a figure hangs on: the whole it is a part of, the count it is a share or a change of. */
import type { Draft } from './draft';
import { isPrior } from './refine';

/** A list of parts that is still being read. */
interface Open {
  readonly of: number;
  readonly depth: number;
  readonly closed: boolean;
  readonly colon: boolean;
  /** What stands between its first two items. */
  readonly joint: '、' | ',' | null;
}

/** Asked figure by figure, in the order of the text. */
export class Relations {
  private open: Open | null = null;

  constructor(
    private readonly text: string,
    private readonly drafts: readonly Draft[],
  ) {}

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
    // 是去年同期(1065件)的2.05倍: grown by as much.
    if (draft.kind === 'multiple' && draft.core === '' && /^\)?的$/.test(gap) && isPrior(previous ?? draft)) {
      draft.change = 'up';
    }
    // A percentage alone in parentheses is the share of the number before them.
    if (
      same &&
      draft.kind === 'rate' &&
      /^[达为到约]*$/.test(draft.core) &&
      draft.change === null &&
      !draft.level &&
      !isPrior(draft) &&
      (/^\s*\(/.test(gap) || /占[^;。\d]*,[达为到约\s]*$/.test(gap))
    ) {
      draft.share = true;
    }
    if (draft.share || draft.change !== null) {
      const owner = draft.countOf === null ? -1 : drafts.indexOf(draft.countOf, i);
      draft.of = owner >= 0 ? owner : (this.respective(draft, i) ?? this.head(i, atDepth, draft.change !== null));
      draft.relation = draft.of === null ? null : draft.share ? 'share' : 'change';
      return;
    }
    const continued = !same && this.continues(draft, previous);
    if ((!same && !continued) || (draft.kind !== 'count' && draft.kind !== 'amount') || isPrior(draft)) {
      return;
    }
    if (continued) {
      const whole = this.lastWhole(i);
      this.open = whole === null ? null : { of: whole, depth: atDepth, closed: false, colon: false, joint: null };
    }
    if (continued) {
      // Its whole stands in the sentence before.
    } else if (previous.kind === 'count' && text[previous.end] === '(' && atDepth > previous.place.depth) {
      const closed = /^\((?:即|分别)/.test(text.slice(previous.end, previous.end + 4));
      this.open = { of: i - 1, depth: atDepth, closed, colon: false, joint: null };
    } else if (previous.kind === 'count' && text[previous.end] === ':') {
      const of = this.open?.colon === true ? this.open.of : i - 1;
      this.open = { of, depth: atDepth, closed: false, colon: true, joint: null };
    } else if (/其中/.test(gap) || /^中(?!止|介|级)/.test(gap)) {
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

  /** 全年调解500件。其中,…: a new sentence divides the number of the one before. */
  private continues(draft: Draft, previous: Draft | undefined): boolean {
    return (
      previous !== undefined &&
      previous.place.paragraph === draft.place.paragraph &&
      previous.place.sentence + 1 === draft.place.sentence &&
      /^\s*其中/.test(this.text.slice(draft.place.sentenceStart, draft.start))
    );
  }

  /** The last count of the sentence before that was a whole of its own. */
  private lastWhole(i: number): number | null {
    const sentence = this.drafts[i - 1]?.place.sentence;
    for (let k = i - 1; k >= 0 && this.drafts[k]?.place.sentence === sentence; k--) {
      const earlier = this.drafts[k];
      if (
        earlier?.kind === 'count' &&
        earlier.change === null &&
        !earlier.share &&
        earlier.relation === null &&
        earlier.place.depth === 0 &&
        !isPrior(earlier)
      ) {
        return k;
      }
    }
    return null;
  }

  /** 受理20件,审结18件,同比分别增长5%和3%: each change belongs to its own. */
  private respective(draft: Draft, i: number): number | null {
    if (draft.respective === null) {
      return null;
    }
    const { place, count } = draft.respective;
    const heads: number[] = [];
    for (let k = i - 1; k >= 0 && k > i - 30 && heads.length < count; k--) {
      const earlier = this.drafts[k];
      if (earlier === undefined || earlier.place.sentence !== draft.place.sentence) {
        break;
      }
      const whole = (earlier.kind === 'count' || earlier.kind === 'amount') && earlier.place.depth <= draft.place.depth;
      const total = /^(?:共计?|合计|总计|累计|总共)$/.test(earlier.core);
      if (whole && earlier.change === null && !earlier.share && !isPrior(earlier) && !total) {
        heads.unshift(k);
      }
    }
    return heads.length === count ? (heads[place] ?? null) : null;
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
      // 较去年60件增长3倍: what is set beside a number of last year is a number.
      const counted =
        this.drafts[i - 1] !== undefined &&
        isPrior(this.drafts[i - 1] ?? draft) &&
        this.drafts[i - 1]?.kind === 'count';
      if ((levels && !counted) || earlier.kind === 'count') {
        return k;
      }
    }
    return null;
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
}
