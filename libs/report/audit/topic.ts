/** What the passage speaks of at each figure: from its own words, its clause, its sentence, and what came before. */
import type { Draft } from './draft';
import { type Cue, cuesIn } from './naming';
import type { Domain } from './terms/term';

/** Figures that count leaflets and meetings turn the topic away from casework; a case of other work among ours does not. */
const turning = /^(?!件$|起$|宗$|例$|%$|$)/;

export class Topic {
  private readonly cues: readonly Cue[];
  private nextCue = 0;
  private current: { domain: Domain; at: number; heading: boolean } | null = null;
  /** Topic of the first figure in the last sentence that had figures: what a new clause returns to. */
  private first: { sentence: number; domain: Domain } | null = null;
  private lastEnd = 0;

  constructor(
    private readonly text: string,
    private readonly drafts: readonly Draft[],
  ) {
    this.cues = cuesIn(text.replace(/《[^《》\n]{0,160}》/g, (title) => '▯'.repeat(title.length)));
  }

  before(draft: Draft): Domain | null {
    this.advance(draft);
    const clause = Math.max(
      draft.place.sentenceStart,
      this.text.slice(draft.place.sentenceStart, draft.labelStart).lastIndexOf(';') + draft.place.sentenceStart + 1,
    );
    const current = this.current;
    if (current !== null && (current.at >= clause || (current.heading && current.at >= this.lastEnd))) {
      return current.domain;
    }
    return this.first?.domain ?? current?.domain ?? this.ahead(draft);
  }

  /** Nothing was spoken of yet: the first casework of the paragraph tells; reconsideration may be named in the next. */
  private ahead(draft: Draft): Domain | null {
    const end = this.text.indexOf('\n', draft.end);
    const cue = this.cues.slice(this.nextCue).find(({ domain }) => domain !== 'other');
    const near = /收|受理|审结|办结|立案/.test(draft.core) ? draft.end + 500 : end;
    const beyond = cue !== undefined && cue.domain === 'reconsideration' && cue.at < near;
    if (cue !== undefined && (end < 0 || cue.at < end || beyond)) {
      return cue.domain;
    }
    // Outcomes that only reconsideration has.
    const behind = this.text.slice(draft.start, end < 0 ? undefined : end).slice(0, 600);
    return /不予受理\d|驳回(?:请求|申请)?\d|维持\d|确认违法\d/.test(behind) ? 'reconsideration' : null;
  }

  /** Whether casework was spoken of in the sentence before the figure. */
  caseworkInSentence(draft: Draft): boolean {
    return this.current !== null && this.current.at >= draft.place.sentenceStart && this.current.domain !== 'other';
  }

  /** The figure is read; `own` is the domain its own words said, null when they said none or only in passing. */
  passed(draft: Draft, own: Domain | null): void {
    this.lastEnd = draft.end;
    // Compensation is told in passing among suits and reconsiderations.
    if (draft.domain === 'compensation') {
      return;
    }
    if (own !== null && (own !== 'other' || turning.test(draft.unit))) {
      this.current = { domain: own, at: draft.end, heading: false };
    }
    const said = draft.domain;
    const here = draft.place.sentence;
    if (said !== null && (this.first?.sentence !== here || (this.first.domain === 'other' && said !== 'other'))) {
      this.first = { sentence: here, domain: said };
    }
  }

  /** Cues between labels move the topic; those inside a label are that figure's own affair. */
  private advance(draft: Draft): void {
    for (
      let cue = this.cues[this.nextCue];
      cue !== undefined && cue.at < draft.labelStart;
      cue = this.cues[this.nextCue]
    ) {
      this.nextCue++;
      const settled = cue.domain === 'other' && this.caseworkInSentence(draft);
      if (!settled && !this.insideLabel(cue.at) && !(cue.domain === 'other' && this.inRow(cue.at))) {
        // What trails behind a figure in its own clause (…12件,无败诉;) heads nothing that follows.
        const trails = this.lastEnd > 0 && !/[;。!?\n]/.test(this.text.slice(this.lastEnd, cue.at).slice(0, 200));
        this.current = { domain: cue.domain, at: cue.at, heading: !trails || this.first === null };
      }
    }
  }

  /** 刑事不予立案 as the head of a column is a class of cases, not another topic. */
  private inRow(at: number): boolean {
    const line = this.text.slice(this.text.lastIndexOf('\n', at) + 1, at + 200).split('\n')[0] ?? '';
    return /[|\t]/.test(line);
  }

  private insideLabel(at: number): boolean {
    let low = 0;
    let high = this.drafts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.drafts[middle]?.end ?? 0) <= at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const next = this.drafts[low];
    const last = this.drafts[low - 1];
    return (
      (next !== undefined && at >= next.labelStart) ||
      (last !== undefined && at >= last.end && at < last.end + last.after.length)
    );
  }
}
