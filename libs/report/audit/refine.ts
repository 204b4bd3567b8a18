/** Third pass: names that only the neighbours of a figure tell. */
import type { Draft } from './draft';

const earlier = '(?:去年|上年度?|上一年度?|\\d{4}\\s*年)';

/** 2017年440件, 比上年824件: an earlier period beside the one reported. */
export function isPrior(draft: Draft): boolean {
  if (draft.change !== null) {
    return false;
  }
  const said = draft.before.trim();
  const against = new RegExp(`(?:比|较之?|相较于?|从|由|与|同)\\s*${earlier}(?:同期)?的?[^,;。多少增减升降]{0,8}$`);
  return (
    against.test(said) ||
    new RegExp(`^(?:${earlier}同期|(?:去年|上年度?|上一年度?)(?!存|结|未))`).test(said) ||
    (draft.core === '' && new RegExp(`^${earlier}(?:同期)?的?$`).test(said))
  );
}

/** What only the neighbours tell: caseload with its carried-in part, instances beside a total, earlier years. */
export function refine(text: string, drafts: readonly Draft[], year: number | null): void {
  const seen = new Map<string, number>();
  /** 一审 or 二审, said by a figure earlier in the same clause. */
  let instance: string | null = null;
  drafts.forEach((draft, i) => {
    const child = drafts[i + 1];
    if (
      draft.metric === 'litigation-received' ||
      draft.metric === 'reconsideration-accepted' ||
      draft.metric === 'reconsideration-received'
    ) {
      if (child?.of === i && child.includes && child.metric?.endsWith('-carried-in') === true) {
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
    // 其中一审19件、二审9件,已审结22件: the parts speak for themselves only.
    if (draft.relation === 'part') {
      instance = null;
    }
    if (
      draft.metric !== null &&
      year !== null &&
      draft.change === null &&
      /^(?:reconsideration|litigation|mediation|disputes|petition)/.test(draft.metric) &&
      !draft.metric.endsWith('-carried-in')
    ) {
      const said = draft.period?.year ?? null;
      if (
        said !== null &&
        said < year &&
        (isPrior(draft) || draft.heading !== null || draft.before.includes(String(said)))
      ) {
        draft.metric = said === year - 1 ? `${draft.metric}-prior-year` : `${draft.metric}-${said}`;
      }
    }
  });
  for (const draft of drafts) {
    // A part said with its whole's words (撤诉864件,其中主动撤诉761件) is no second count of the whole.
    const whole = draft.relation === 'part' ? drafts[draft.of ?? -1] : undefined;
    if (
      whole !== undefined &&
      draft.metric === whole.metric &&
      /^(?:recon|litig|mediation-[^o])/.test(draft.metric ?? '') &&
      !/-by-/.test(draft.metric ?? '')
    ) {
      draft.metric =
        /^mediation/.test(whole.metric ?? '') && kindOfDispute.test(draft.core) ? 'mediation-by-category' : null;
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

/** 家庭纠纷, 物业服务纠纷: a kind, not all kinds. */
const kindOfDispute = /^(?!各类|矛盾|民间|.*(?:调解|化解|受理|调处|疑难|复杂))\p{Script=Han}{2,8}类?纠纷$/u;

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
