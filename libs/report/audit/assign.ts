/** Second pass, in the order of the text: what each figure hangs on (relate), its domain, its metric. */
import type { Draft } from './draft';
import { nameLists } from './lists';
import { type Asked, changeOf, domainOf, shareOf, speaksWeakly, termFor } from './naming';
import type { Periods } from './periods';
import { isPrior, refine } from './refine';
import { Relations } from './relate';
import { divideByAuthority } from './scope';
import { slotOf } from './terms/slots';
import type { Domain, Term } from './terms/term';
import { Topic } from './topic';

export function assign(text: string, drafts: readonly Draft[], periods: Periods): void {
  const context = new Context(text, drafts);
  const relations = new Relations(text, drafts);
  drafts.forEach((draft, i) => {
    // 2023总共需办理66件 lost its 年.
    const headed =
      /^(\d{4})(?!\d)/.exec(draft.heading ?? '')?.[1] ??
      /(?<!\d)((?:19|20)\d{2})(?=\p{Script=Han})(?!年)/u.exec(draft.before)?.[1];
    draft.period =
      headed === undefined
        ? periods.at(draft.labelStart + draft.before.length, draft.place.sentenceStart)
        : { year: Number(headed), from: `${headed}-01-01`, to: `${headed}-12-31`, words: draft.heading ?? headed };
    relations.relate(draft, i);
    context.name(draft, i);
  });
  nameLists(text, drafts);
  divideByAuthority(text, drafts);
  refine(text, drafts, periods.year);
}

/** Names of their own in a list of organs or courts. */
const ownWords = /^(?:另)?(?:有)?[一二再]审|.*(?:单独|共同)(?:作?为?)?被告|^(?:判决)?赔偿$/;
/** 共、合计 and the like begin a total. */
const totals = /^(?:共计?|合计|总计|小计|累计)(?!受理|办|审|收|新|接|调|排|化)/;

class Context {
  private readonly topic: Topic;

  constructor(
    private readonly text: string,
    private readonly drafts: readonly Draft[],
  ) {
    this.topic = new Topic(text, drafts);
  }

  name(draft: Draft, i: number): void {
    const inherited = (draft.divided ? domainOf(draft.before) : null) ?? this.topic.before(draft);
    const headed = this.division(draft);
    const slot = slotOf(draft.core);
    const divides =
      draft.kind === 'count' &&
      draft.core !== '' &&
      draft.change === null &&
      (inherited === 'reconsideration' || inherited === 'litigation') &&
      !ownWords.test(draft.core) &&
      (headed || (slot.class !== null && slot.class !== 'category'));
    // A part-word such as 信访答复 or 公证处 says nothing of the topic.
    const own = draft.share || divides ? null : domainOf(`${draft.core}${draft.after}`);
    draft.domain = own ?? inherited;
    if (own === 'other' && inherited !== null && this.topic.caseworkInSentence(draft)) {
      draft.domain = inherited;
    }
    if (draft.domain === null && draft.kind === 'count' && /案件|受理|收/.test(draft.core)) {
      // 共受理案件30件,调处28件: what follows tells.
      draft.domain = domainOf(this.text.slice(draft.end, draft.end + 30).split(/[。\n]/)[0] ?? '');
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
    const head = /(?:^|[,;。])\s*(?:其中)?[,、]?(?:按照?|从)([^,;。:\d]{1,14})[:,]/.exec(lead)?.[1];
    // 从审理结果看 leads to outcomes, which have names of their own.
    return head !== undefined && !/结果|结案|方式|程序|质量|效果|阶段|规定|要求|法院/.test(head);
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
    draft.share ||= draft.kind === 'rate' && draft.core === '' && ofThose.test(draft.after);
    if (draft.share && draft.of === null && !/分别/.test(draft.before)) {
      return this.shareAlone(draft);
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
    const again = this.again(draft, i);
    if (again !== null) {
      draft.metric = again.metric;
      return null;
    }
    if (totals.test(draft.core)) {
      const parts = this.drafts.slice(Math.max(0, i - 30), i).filter((part) => part.of === i);
      draft.metric = parts.length > 1 ? totalOf(parts.map((part) => part.metric)) : null;
    } else if (this.people(draft, i)) {
      const said = this.drafts[i - 1]?.metric ?? null;
      draft.metric =
        draft.kind === 'amount'
          ? 'mediator-subsidy-amount'
          : said === 'mediator-trainings'
            ? 'mediators-trained'
            : said;
    } else if (draft.core === '' && (draft.after.trim() === '' || isPrior(draft) || this.follows(draft, i))) {
      this.nameElliptic(draft, i);
    }
    if (draft.metric !== null || draft.like !== null) {
      return null;
    }
    const headed = draft.cell === null || draft.heading === null ? '' : draft.heading.replace(/\d{4}年?度?/, '');
    const column =
      headed === '' || draft.domain !== 'mediation' ? null : termFor(draft.domain, { ...asked, label: `${headed}▮` });
    const term = column ?? termFor(draft.domain, asked) ?? (inherited === null ? null : termFor(inherited, asked));
    draft.metric = (term === null ? this.led(draft, i, asked)?.id : term.id) ?? null;
    if (draft.metric !== null && /-by-/.test(draft.metric)) {
      draft.slot ??= draft.core;
    }
    if (
      draft.metric === null &&
      draft.relation === 'part' &&
      draft.after.trim() === '' &&
      head?.metric != null &&
      !/^(?:reconsideration|litigation|mediation)/.test(head.metric)
    ) {
      draft.metric = head.metric;
    }
    if (
      term === null &&
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

  /** 58件中,维持27件: a number said before, taken up again. */
  private again(draft: Draft, i: number): Draft | null {
    if (
      !/^(?:上述|这|该|在)?(?:审结的|办结的|受理的)?$/.test(draft.core) ||
      !/^(?:案件|申请|纠纷)?[中里](?![止介级])/.test(draft.after)
    ) {
      return null;
    }
    const earlier = this.drafts.slice(Math.max(0, i - 15), i).toReversed();
    return earlier.find((one) => one.value === draft.value && one.unit === draft.unit && one.change === null) ?? null;
  }

  /** 防民转刑10件12人, 补贴1832件、46万元: the people or the money of what was just counted. */
  private people(draft: Draft, i: number): boolean {
    const previous = this.drafts[i - 1];
    const people = /^[人名]/.test(draft.unit) && /^disputes-prevented/.test(previous?.metric ?? '');
    const trained = /^人/.test(draft.unit) && previous?.metric === 'mediator-trainings';
    const money = draft.kind === 'amount' && previous?.metric === 'mediator-subsidy-cases';
    return (
      previous !== undefined &&
      draft.core === '' &&
      (people || money || trained) &&
      /^[、,]?$/.test(this.text.slice(previous.end, draft.start))
    );
  }

  /** 维持原行政行为的占62.16%: a share whose part is said but not counted. */
  private shareAlone(draft: Draft): null {
    const part = draft.core.replace(/的?(?:仍|约|各)?占[^占]*$/, '').replace(/\([^()]*\)/g, '');
    const asked: Asked = { label: `${part}▮`, kind: 'count', unit: '件', before: '', behind: '' };
    const shared = part === '' || !this.casework(draft) ? null : shareOf(termFor(draft.domain, asked)?.id ?? null);
    if (shared !== null && !/-share$/.test(shared)) {
      draft.metric = shared;
    } else if (
      this.casework(draft) &&
      (draft.domain !== 'mediation' || /纠纷|争议/.test(part) || ofCases.test(`${draft.before}${draft.after}`))
    ) {
      draft.slot = part === '' ? null : slotOf(part).words;
      draft.metric = `${draft.domain}-category-share`;
    }
    return null;
  }

  /** 发案量持续增长,至2019年已达2561件: the clause before says what is counted. */
  private led(draft: Draft, i: number, asked: Asked): Term | null {
    if (!/^(?:共计?|有|只有|仅有?)?$/.test(draft.core) || draft.after.trim() !== '') {
      return null;
    }
    const from = Math.max(draft.place.sentenceStart, this.drafts[i - 1]?.end ?? 0, draft.labelStart - 60);
    const [clause = ''] = this.text
      .slice(from, draft.labelStart)
      .replace(/[,:\s]+$/, '')
      .split(/[,;:()]/)
      .slice(-1);
    const subject = /率|量|案件|数|收案|新收|收到|申请|受理|审结|结案|调委会|调解委员会|组织|调解室|中心|站/.test(
      clause,
    )
      ? clause.replace(/(?:创|连续|明显|持续|大幅|逐年|稳步|高速|快速|有所)+.*$/, '')
      : '';
    return subject === '' ? null : termFor(draft.domain, { ...asked, label: `${subject}▮` });
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
    } else if (/[收诉][案讼]|访|人次|批次/.test(draft.core) && draft.cell === null) {
      // 民事收案同比下降: something else moved than the figure before.
      draft.metric = null;
      draft.of = null;
      draft.relation = null;
    } else {
      draft.metric =
        head === undefined ? this.movedAgain(draft, i) : head.listed ? null : changeOf(head.metric, draft.kind);
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

  /** 纠纷数量减少159件,下降15.5%: another measure of the change just told. */
  private movedAgain(draft: Draft, i: number): string | null {
    for (let k = i - 1; k >= 0 && k > i - 4; k--) {
      const told = this.drafts[k];
      if (told === undefined || told.change === null || told.place.sentence !== draft.place.sentence) {
        return null;
      }
      const counted = /^(.*)-increase$/.exec(told.metric ?? '')?.[1];
      if (counted !== undefined) {
        return changeOf(counted, draft.kind);
      }
    }
    return null;
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
    const prior = isPrior(draft);
    for (let k = i - 1; k >= 0 && k > i - 60; k--) {
      const earlier = this.drafts[k];
      if (earlier === undefined || earlier.place.sentence !== draft.place.sentence) {
        return;
      }
      // 94件(线上31件),同上年的72件: what stood in parentheses is over.
      if (earlier.place.depth > draft.place.depth) {
        continue;
      }
      const named = earlier.metric !== null || earlier.listed;
      if (!named && prior && earlier.kind === 'count' && earlier.unit === draft.unit && !isPrior(earlier)) {
        // Last year of what has no name has none.
        return;
      }
      const alike = earlier.unit === draft.unit || earlier.unit === '' || draft.unit === '';
      if (earlier.kind === draft.kind && alike && earlier.change === null && !earlier.share && named) {
        if (prior || draft.level || isPrior(earlier) || this.follows(draft, i)) {
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

/** A share of the cases: 占总量的, 占受理案件的. */
const ofCases = /占(?:全部|所有|受理|案件|纠纷|调解)[^占]{0,8}(?:总数|总量|案件|纠纷|数|量)|占(?:总数|总量|全部)/;
/** 85%的被申请人是…: who or what the share is of stands behind. */
const ofThose = /^的(?:被申请人|被告(?!人)|(?:复议|诉讼)?案件(?=是|为|涉|来自|属|集中)|申请(?=是|为|涉))/;
const corrects = /^reconsideration-(?:revoked|revoked-remade|changed|confirmed-illegal|ordered-perform)$/;
const ends =
  /^reconsideration-(?:upheld|rejected|terminated|corrected|revoked|revoked-remade|changed|confirmed-illegal|ordered-perform|mediated-settled|mediated-withdrawn|withdrawn-.*|other-concluded)$/;

/** A total of outcomes that correct is the count of corrections, one of all outcomes that of the concluded. */
function totalOf(parts: readonly (string | null)[]): string | null {
  if (parts.every((part) => part !== null && corrects.test(part))) {
    return 'reconsideration-corrected';
  }
  if (parts.every((part) => part === 'mediation-by-category')) {
    return 'mediation-handled';
  }
  return parts.every((part) => part !== null && ends.test(part)) ? 'reconsideration-concluded' : null;
}
