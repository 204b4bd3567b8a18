/** Mediation cases as scripts: most are settled on the spot and written down after, some take sessions and a written agreement. */

import { type disputeLevels, settledScript } from '@anjuan/cases/mediation';
import type { CaseScript, ScriptStep } from '@anjuan/casework';
import type { Actor, OrganisationKind } from '@anjuan/identity';
import { addDays, type Day } from '@anjuan/law';
import type { Chance } from './chance';
import type { County, Place } from './county';
import { natural, summaries } from './names';

export interface MediationBlock {
  readonly count: number;
  /** Which committees took them, in turn by chance. */
  readonly at: readonly OrganisationKind[];
  /** First and last day of registration. */
  readonly span: readonly [Day, Day];
  /** `spot`: one page, one day. `written`: sessions, then a written agreement. `failed`: sessions without one. */
  readonly how: 'spot' | 'written' | 'failed';
  readonly level?: keyof typeof disputeLevels;
  /** Written agreements: was it performed within the month? Default true. */
  readonly performed?: boolean;
  /** Written agreements: did the court confirm it? */
  readonly confirmed?: boolean;
  /** Fen of each agreement, in order; what is not given has no amount. */
  readonly amounts?: readonly number[];
}

/** Types as often as villages and towns report them. */
const usualTypes = [
  'neighbour',
  'neighbour',
  'neighbour',
  'marriage',
  'marriage',
  'housing',
  'land',
  'land',
  'contract',
  'damages',
  'traffic',
  'property',
  'consumer',
  'other',
] as const;

export function mediationScripts(county: County, chance: Chance, blocks: readonly MediationBlock[]): CaseScript[] {
  return blocks.flatMap((block) => {
    const places = county.committees.filter(({ place }) => block.at.includes(place.kind));
    return Array.from({ length: block.count }, (_, i) => {
      const { place, mediators } = chance.pick(places);
      return script(chance, chance.pick(mediators), place, block, block.amounts?.[i]);
    });
  });
}

function script(
  chance: Chance,
  mediator: Actor,
  place: Place,
  block: MediationBlock,
  amount: number | undefined,
): CaseScript {
  const dispute_type = chance.pick(usualTypes);
  const parties = [natural(chance, 'applicant'), natural(chance, 'respondent')];
  const summary = chance.pick(summaries[dispute_type] ?? summaries.other ?? ['纠纷']);
  const on = chance.workingDay(...block.span);
  const open = { kind: 'mediation', organisationId: place.id };
  if (block.how === 'spot') {
    const page = settledScript({
      happenedOn: on,
      parties,
      dispute_type,
      summary,
      outcome: 'agreed-oral',
      agreement_fen: amount ?? null,
    });
    // Mediators settle first and write after: one in eight reaches the record days later.
    const recordedOn = chance.next() < 0.125 ? addDays(on, chance.between(1, 6)) : on;
    return { open, steps: page.map((s) => ({ ...s, actor: mediator, recordedOn })) };
  }
  const steps: ScriptStep[] = [];
  const step = (happenedOn: Day, event: string, fields: Record<string, unknown> = {}) =>
    steps.push({ actor: mediator, happenedOn, event, fields });
  const accepted = chance.after(on, 1);
  const session = chance.after(accepted, 2);
  const end = chance.after(session, 5);
  step(on, 'register', {
    parties,
    origin: chance.pick(['applied', 'applied', 'found', 'police']),
    dispute_type,
    summary,
    level: block.level ?? 'ordinary',
    people_count: chance.between(2, 6),
  });
  step(accepted, 'accept');
  step(session, 'mediate', { place: '调解室' });
  if (block.how === 'failed') {
    step(end, 'fail', { reason: 'no-agreement', onward: 'court' });
    return { open, steps };
  }
  const dueOn = chance.after(end, 15);
  step(end, 'agree-in-writing', {
    signed_and_sealed: true,
    dispute_facts: summary,
    terms: '双方互谅互让，按约定履行，今后互不追究',
    perform_due_on: dueOn,
    ...(amount === undefined ? {} : { agreement_fen: amount }),
  });
  if (block.confirmed) {
    const applied = chance.after(end, 4);
    step(applied, 'apply-for-confirmation', { court: '区人民法院', jointly: true });
    step(chance.after(applied, 2), 'docket-confirmation');
    step(chance.after(applied, 9), 'record-confirmation', { confirmation: 'confirmed' });
  }
  if (block.performed ?? true) {
    step(chance.after(end, 14), 'record-performance', { performance: 'performed' });
    step(chance.after(end, 22), 'follow-up', { satisfaction: 'satisfied' });
  } else step(chance.after(dueOn, 3), 'record-performance', { performance: 'breached' });
  step(chance.after(end, 30), 'archive');
  return { open, steps };
}

/** Who sends disputes to the bureau, and the paper they send. */
const senders = [
  { origin: 'police', referrer: '城区派出所', paper: '矛盾纠纷移交单' },
  { origin: 'petition', referrer: '信访局', paper: '信访事项交办单' },
  { origin: 'court-assigned', referrer: '人民法院', paper: '委派调解函' },
] as const;

/** A referral that came in at the bureau on that day and waits on the dispatch desk for a mediator. */
export function referralScript(county: County, chance: Chance, on: Day): CaseScript {
  const dispute_type = chance.pick(usualTypes);
  const { origin, referrer, paper } = chance.pick(senders);
  const fields = {
    parties: [natural(chance, 'applicant'), natural(chance, 'respondent')],
    origin,
    referrer: `${county.plan.title}${referrer}`,
    referral_number: `${paper}第${chance.between(1, 90)}号`,
    dispute_type,
    summary: chance.pick(summaries[dispute_type] ?? summaries.other ?? ['纠纷']),
  };
  return {
    open: { kind: 'mediation', organisationId: county.bureau.id, handlerId: null },
    steps: [{ actor: county.officers.mediation, event: 'register', happenedOn: on, fields }],
  };
}

/** `count` amounts of whole yuan that add up to `total` fen; the last takes what is left. */
export function amountsAddingUpTo(chance: Chance, total: number, count: number): number[] {
  const share = Math.floor(total / count);
  const amounts: number[] = [];
  let left = total;
  for (let i = count; i > 1; i -= 1) {
    const amount = Math.max(
      10_000,
      Math.min(left - (i - 1) * 10_000, Math.round((share * (0.3 + 1.4 * chance.next())) / 10_000) * 10_000),
    );
    amounts.push(amount);
    left -= amount;
  }
  return [...amounts, left];
}
