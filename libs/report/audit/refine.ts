/** Third pass: names that only the neighbours of a figure tell. */
import type { Draft } from './draft';

const earlier = '(?:去年|上年度?|上一年度?|\\d{4}\\s*年)';

/** 2017年440件, 比上年824件: an earlier period beside the one reported. */
export function isPrior(draft: Draft): boolean {
  if (draft.change !== null) {
    return false;
  }
  const said = draft.before
    .replace(/\($/, '')
    .replace(/^[\s、,]+/, '')
    .trim();
  const against = new RegExp(
    `(?:比|较之?|相较于?|从|由|与|(?<!连)同)\\s*${earlier}(?:同期)?的?[^,;。多少增减升降]{0,8}$`,
  );
  return (
    against.test(said) ||
    new RegExp(`^是?(?:${earlier}同期|(?:去年|上年度?|上一年度?)(?!存|结|未))`).test(said) ||
    (draft.core === '' && new RegExp(`^${earlier}(?:同期)?(?:的|为|是|有|共)?\\(?$`).test(said))
  );
}

/** What is meant to be done is no figure of what was. */
export const planned =
  /(?:^|[,;:(])[^,;:()]{0,14}?(?:(?<!按照?|年度|工作|任务)计划(?!生育|完成|内|外|的|率|任务|目标)|拟(?![定制])(?=[^,;]{0,14}[\d一二两三四五六七八九十])|力争|争取|预计)/;

/** What only the neighbours tell: caseload with its carried-in part, instances beside a total, earlier years. */
export function refine(text: string, drafts: readonly Draft[], year: number | null): void {
  const seen = new Map<string, number>();
  /** 一审 or 二审, said by a figure earlier in the same clause. */
  let instance: string | null = null;
  drafts.forEach((draft, i) => {
    const child = drafts[i + 1];
    if (
      draft.metric === 'litigation-received' ||
      draft.metric === 'litigation-handled' ||
      draft.metric === 'reconsideration-accepted' ||
      draft.metric === 'reconsideration-received'
    ) {
      const fresh = drafts[i + 2];
      const split =
        fresh !== undefined &&
        /-(?:received|accepted)$/.test(fresh.metric ?? '') &&
        (child?.value ?? 0) + fresh.value === draft.value;
      if (child?.of === i && (child.includes || split) && child.metric?.endsWith('-carried-in') === true) {
        draft.metric = draft.metric.startsWith('litigation') ? 'litigation-caseload' : 'reconsideration-caseload';
      }
    }
    const gap = text.slice(drafts[i - 1]?.end ?? 0, draft.labelStart);
    instance = /^(?!.*一审.*二审).*([一二]审)/.exec(draft.core)?.[1] ?? (/[;。\n]/.test(gap) ? null : instance);
    if (draft.metric !== null && /^litigation-(?:received|concluded|caseload)$/.test(draft.metric)) {
      const whole = draft.metric;
      if (instance === '二审') {
        draft.metric = whole === 'litigation-concluded' ? 'litigation-concluded-second' : 'litigation-second-instance';
      } else if (instance === null) {
        seen.set(whole, draft.place.paragraph);
      } else if (seen.get(whole) === draft.place.paragraph) {
        // Beside a count of all instances, that of the first is another metric.
        draft.metric = `${whole}-first`;
      }
    }
    const all = draft.relation === 'part' ? drafts[draft.of ?? -1] : undefined;
    const listed =
      drafts[i - 1]?.metric === 'litigation-handled' && drafts[i - 1]?.place.sentence === draft.place.sentence;
    if ((listed || all?.metric === 'litigation-handled') && /^(?:一审|再审)(?:案件)?$/.test(draft.core)) {
      draft.metric = 'litigation-handled';
    }
    if (
      all?.metric === 'litigation-received' &&
      /受理/.test(all.core) &&
      /新收/.test(draft.core) &&
      draft.metric?.startsWith('litigation-received') === true
    ) {
      // 受理各类案件291件,其中新收一审125件: what was on the desk, and what came in.
      [all.metric, draft.metric] = ['litigation-caseload', 'litigation-received'];
    }
    // 其中一审19件、二审9件,已审结22件: the parts speak for themselves only.
    if (draft.relation === 'part') {
      instance = null;
    }
    const undated = isPrior(draft) && !/\d{4}/.test(draft.before);
    if (
      draft.metric !== null &&
      (year !== null || undated) &&
      draft.change === null &&
      /^(?:reconsideration|litigation|mediation|disputes|petition)/.test(draft.metric) &&
      !draft.metric.endsWith('-carried-in')
    ) {
      const said = draft.period?.year ?? null;
      if (year === null || (said === null && undated)) {
        draft.metric = `${draft.metric}-prior-year`;
      } else if (
        said !== null &&
        said < year &&
        (isPrior(draft) || draft.heading !== null || draft.before.includes(String(said)))
      ) {
        draft.metric = said === year - 1 ? `${draft.metric}-prior-year` : `${draft.metric}-${said}`;
      }
    }
  });
  for (const draft of drafts) {
    if (planned.test(text.slice(draft.place.sentenceStart, draft.start))) {
      draft.metric = null;
    }
    // 复议后起诉19件,其中被法院判决撤销1件.
    const sued = drafts[draft.of ?? -1]?.metric === 'reconsideration-then-sued';
    if (sued && draft.metric === 'litigation-lost') {
      draft.metric = 'reconsideration-then-lost';
    }
    // 化解790件,其中乡镇调委会调解120件: who mediated divides what was settled.
    const settled = /^(?:mediation-(?:accepted|succeeded)|disputes-(?:resolved|found))$/.test(
      (draft.relation === 'part' ? drafts[draft.of ?? -1]?.metric : null) ?? '',
    );
    if (
      settled &&
      draft.metric === 'mediation-handled' &&
      /(?:会|组织|所|中心|室|站)(?:调解|化解|调处)$/.test(draft.core)
    ) {
      draft.metric = 'mediation-by-category';
    }
    // A part said with its whole's words (撤诉864件,其中主动撤诉761件) is no second count of the whole.
    const whole = draft.relation === 'part' ? drafts[draft.of ?? -1] : undefined;
    if (
      whole !== undefined &&
      draft.metric === whole.metric &&
      /^(?:recon|litig|mediation-[^o])/.test(draft.metric ?? '') &&
      !/-by-/.test(draft.metric ?? '')
    ) {
      // 其中法律服务所调解5551件: who mediated, or what about, divides as a kind does.
      const vintage = /-concluded$/.test(draft.metric ?? '') && /新收|结转|旧存/.test(draft.core);
      const divides = /^mediation-(?:handled|accepted|succeeded)$/.test(whole.metric ?? '');
      draft.metric = vintage
        ? draft.metric
        : divides && draft.core !== ''
          ? 'mediation-by-category'
          : /^litigation-(?:lost|handled)$/.test(draft.metric ?? '')
            ? draft.metric
            : null;
    }
  }
  orgsByKind(drafts);
  for (const draft of drafts) {
    if (
      draft.unit === '' &&
      draft.kind === 'count' &&
      draft.metric !== null &&
      /^(?:reconsideration|litigation|mediat)/.test(draft.metric)
    ) {
      draft.unit = /-orgs/.test(draft.metric) ? '个' : /^mediators/.test(draft.metric) ? '人' : '件';
    }
  }
  for (const draft of drafts) {
    const whole = drafts[draft.of ?? -1];
    if (whole !== undefined && whole.unit === '' && draft.relation?.startsWith('part') === true) {
      whole.unit = draft.unit;
    }
  }
}

/** Committees divided by more than the catalogue's kinds (物业小区, 其他) are one breakdown. */
function orgsByKind(drafts: readonly Draft[]): void {
  const lists = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const whole = draft.of === null ? undefined : drafts[draft.of];
    if (whole?.metric === 'mediation-orgs' && draft.of !== null && draft.relation?.startsWith('part') === true) {
      lists.set(draft.of, [...(lists.get(draft.of) ?? []), draft]);
    }
  }
  for (const list of lists.values()) {
    for (const draft of list) {
      if (draft.metric === 'mediation-orgs' || draft.metric?.startsWith('mediation-orgs') === false) {
        draft.metric = null;
      }
    }
    const strange = list.some(
      (draft) =>
        draft.metric === null && !/医|交通|劳动|物业纠纷|消费|婚姻|道路|商会|知识产权|旅游|保险/.test(draft.core),
    );
    if (strange && list.length < 2) {
      continue;
    }
    for (const draft of list) {
      draft.metric = strange ? 'mediation-orgs-by-kind' : (draft.metric ?? 'mediation-orgs-industry');
    }
  }
}
