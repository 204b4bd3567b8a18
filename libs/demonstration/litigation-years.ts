/** Suits as scripts: chains of instances, each a file with its parent. */

import { lostRulings, type rulingForms, type rulings } from '@anjuan/cases/litigation';
import type { CaseScript, ScriptStep } from '@anjuan/casework';
import { addDays, type Day } from '@anjuan/law';
import { uuidv7 } from '@anjuan/platform';
import type { Chance } from './chance';
import type { County } from './county';
import { natural } from './names';

export interface Instance {
  readonly notifiedOn: Day;
  /** Absent: no hearing. */
  readonly heard?: 'attended' | 'absent';
  readonly ruledOn?: Day;
  readonly ruling?: keyof typeof rulings;
  readonly form?: keyof typeof rulingForms;
  /** 积案: when the quarrel began, and when the office put the suit on its list. */
  readonly backlog?: { readonly since: Day; readonly listedOn: Day };
}
/** One suit: the first instance, and those that followed it. `whose`: own government, or a department. */
export interface Suit {
  readonly whose: 'own-government' | 'department';
  readonly first: Instance;
  readonly second?: Instance;
  readonly retrial?: Instance;
}

/** An instance notified within a span and ruled on some eleven weeks later; the head attends its hearing. */
export function instanceWithin(chance: Chance, span: readonly [Day, Day], how: Partial<Instance> = {}): Instance {
  const notifiedOn = chance.workingDay(...span);
  return { notifiedOn, heard: 'attended', ruledOn: chance.after(notifiedOn, 78), ...how };
}

/** The instance after a ruling, entered `gap` days after it and ruled on `length` days later. */
export function instanceAfter(chance: Chance, before: Instance, gap: number, length: number): Instance {
  if (before.ruledOn === undefined) throw new Error('only a ruling can be followed');
  const notifiedOn = chance.after(before.ruledOn, gap);
  return { notifiedOn, ruledOn: chance.after(notifiedOn, length) };
}

/** `count` suits made one by one. */
export const suits = (count: number, make: (i: number) => Suit): readonly Suit[] =>
  Array.from({ length: count }, (_, i) => make(i));

const causes = ['penalty', 'disclosure', 'levy', 'coercion', 'inaction', 'registration', 'reconsideration'] as const;
/** 行政管理领域: of a department what it administers, of the government what the act was about. */
const departments = {
  市场监督管理局: 'market',
  公安局: 'police',
  自然资源局: 'resources',
  住房和城乡建设局: 'housing',
} as const;
const fieldsByCause = {
  penalty: 'city-management',
  disclosure: 'township',
  levy: 'resources',
  coercion: 'city-management',
  inaction: 'housing',
  registration: 'resources',
  reconsideration: 'other',
} as const;
const fieldOf = (organ: string, cause: (typeof causes)[number]): string =>
  Object.entries(departments).find(([name]) => organ.endsWith(name))?.[1] ?? fieldsByCause[cause];

const openings = { first: 'receive-notice', second: 'enter-second-instance', retrial: 'enter-retrial' } as const;
const standings = { first: 'sole', second: 'appellee', retrial: 'retrial-respondent' } as const;

/** One script per instance; parents come before the instances that follow them. */
export function suitScripts(county: County, chance: Chance, suit: Suit): CaseScript[] {
  const actor = county.officers.litigation;
  const organ =
    suit.whose === 'own-government'
      ? `${county.plan.title}人民政府`
      : `${county.plan.place}${chance.pick(['市场监督管理局', '公安局', '自然资源局', '住房和城乡建设局'])}`;
  const parties = [natural(chance, 'plaintiff'), { role: 'defendant', kind: 'organ', name: organ }];
  const cause = chance.pick(causes);
  const chain = [
    ['first', suit.first],
    ['second', suit.second],
    ['retrial', suit.retrial],
  ] as const;
  const present = chain.flatMap(([instance, data]) => (data ? [{ instance, data, id: uuidv7() }] : []));
  return present.map(({ instance, data, id }, i): CaseScript => {
    const parent = present[i - 1];
    const next = present[i + 1];
    const steps: ScriptStep[] = [];
    const step = (happenedOn: Day, event: string, fields: Record<string, unknown> = {}) =>
      steps.push({ actor, happenedOn, event, fields });
    step(data.notifiedOn, openings[instance], {
      parties,
      defendant: suit.whose,
      cause,
      field: fieldOf(organ, cause),
      court: instance === 'first' ? `${county.plan.place}人民法院` : '市中级人民法院',
      standing: standings[instance],
      after_reconsideration: cause === 'reconsideration',
    });
    const answeredOn = chance.after(data.notifiedOn, 9);
    if (data.ruledOn === undefined || answeredOn < data.ruledOn) step(answeredOn, 'file-answer');
    if (data.backlog) step(data.backlog.listedOn, 'list-as-backlog', { backlog_since: data.backlog.since });
    if (data.heard) hear(chance, data, suit.whose, answeredOn, step);
    if (data.ruledOn !== undefined)
      rule(chance, instance, data, data.ruledOn, parent?.data, next?.data.notifiedOn, step);
    return {
      open: {
        id,
        kind: 'litigation',
        organisationId: county.litigation.id,
        ...(parent ? { parentId: parent.id } : {}),
      },
      steps,
    };
  });
}

function hear(
  chance: Chance,
  data: Instance,
  whose: Suit['whose'],
  answeredOn: Day,
  step: (on: Day, event: string, fields?: Record<string, unknown>) => void,
): void {
  const on = data.ruledOn ? chance.before(data.ruledOn, 10) : chance.after(answeredOn, 25);
  const attended = data.heard === 'attended';
  const post = chance.pick(['区长', '副区长', '局长', '副局长']);
  step(on > answeredOn ? on : answeredOn, 'hold-hearing', {
    open_court: true,
    attended,
    representative: whose === 'own-government' ? 'bureau-staff' : 'organ-staff',
    ...(attended
      ? {
          head_name: natural(chance, 'head').name,
          post,
          head_rank: post.startsWith('副') ? 'deputy' : 'principal',
          spoke: true,
        }
      : { absence_reason: 'duty', absence_proof: 'seal' }),
  });
}

function rule(
  chance: Chance,
  instance: keyof typeof openings,
  data: Instance,
  on: Day,
  before: Instance | undefined,
  followedOn: Day | undefined,
  step: (on: Day, event: string, fields?: Record<string, unknown>) => void,
): void {
  const fallback = instance === 'first' ? 'claims-rejected' : 'appeal-upheld';
  const ruling = data.ruling ?? fallback;
  const below = before?.ruling !== undefined && lostRulings.includes(before.ruling) ? 'lost' : 'won';
  step(on, 'record-ruling', {
    ruling,
    ruling_form: data.form ?? 'judgment',
    ...(ruling === 'appeal-upheld' ? { below } : {}),
  });
  const served = chance.after(on, 3);
  step(served, 'serve-ruling', { service_way: 'direct' });
  if (followedOn !== undefined) {
    if (instance === 'first') step(addDays(served, 10), 'record-appeal', { appellant_role: 'plaintiff' });
    step(followedOn, 'follow');
    return;
  }
  // The day after the period to appeal: fifteen days from a judgment, ten from a ruling.
  const effective = addDays(chance.after(served, data.form === 'ruling' ? 10 : 15), 1);
  step(effective, 'take-effect', {});
  step(addDays(effective, 20), 'archive', {});
}
