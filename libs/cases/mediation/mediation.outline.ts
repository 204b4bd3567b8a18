import { type AnyContext, procedureOf, type StartsClock, text } from '@anjuan/casework';
import type { Role } from '@anjuan/identity';
import type { Day, LimitId } from '@anjuan/law';
import { mediationPartyRoles, mediationStates } from './mediation.codes';
import { mediationDocuments } from './mediation.documents';
import { mediationFacts } from './mediation.facts';

/** 调解期限 — exactly one of them runs, by who sent the dispute and what it is about. */
export const periods: readonly LimitId[] = [
  'mediation.period',
  'mediation.period-medical',
  'mediation.period-labour',
  'mediation.period-court-assigned',
  'mediation.period-court-entrusted',
  'mediation.period-court-entrusted-simplified',
];

/** What conditions and shared guards of this kind see. */
export type MediationContext = AnyContext<typeof mediationFacts.columns>;

/** 按时分派: by the day that the watch ended on; null where nothing watches. */
export const inTime = (assigned: Day | null, c: MediationContext): boolean | null => {
  const watch = c.clocks.filter((k) => k.limit === 'mediation.dispatch');
  const due = (watch.find((k) => k.status === 'running') ?? watch.at(-1))?.due;
  return assigned !== null && due ? assigned <= due : null;
};

export const { edge, guard, define } = procedureOf({
  kind: 'mediation',
  title: '人民调解案件',
  facts: mediationFacts,
  states: mediationStates,
  closed: ['failed', 'withdrawn', 'transferred', 'declined', 'archived'],
  partyRoles: mediationPartyRoles,
  documents: mediationDocuments,
  corrections: {
    fixed: ['agreement_form', 'dispatched_in_time'],
    order: [
      ['received_on', 'accepted_on', 'mediated_on', 'closed_on', 'archived_on'],
      ['received_on', 'assigned_on'],
      ['agreed_on', 'confirmation_applied_on', 'confirmed_on'],
      ['agreed_on', 'performed_on'],
      ['agreed_on', 'breached_on'],
      ['agreed_on', 'followed_up_on'],
      ['closed_on', 'referral_replied_on'],
    ],
    // Written or by word of mouth the dispute is settled; any other end is a state of its own.
    alike: { outcome: [['agreed-written', 'agreed-oral']] },
    entails: (facts, c) => ({
      ...(facts.outcome === 'agreed-written' ? { agreement_form: 'written' } : {}),
      ...(facts.outcome === 'agreed-oral' ? { agreement_form: 'oral' } : {}),
      // The mediation ends with the agreement: one day under two names.
      ...(facts.agreed_on !== c.facts.agreed_on ? { closed_on: facts.agreed_on } : {}),
      ...(facts.closed_on !== c.facts.closed_on && facts.agreed_on !== null ? { agreed_on: facts.closed_on } : {}),
      ...(facts.assigned_on !== c.facts.assigned_on ? { dispatched_in_time: inTime(facts.assigned_on, c) } : {}),
    }),
  },
  // 期限届满: nothing lapses in law; the mediation is ended as failed, or goes on if the parties agree to an extension.
  proposes: periods.map((limit) => ({
    limit,
    event: 'fail',
    reason: '没有达成协议，也没有经各方当事人同意延长，可以终止调解并告知其他途径',
    preset: { reason: 'period-over' },
  })),
});

/** Who mediates also writes: a village committee has nobody else. */
export const mediators: readonly Role[] = ['mediator', 'committee-head', 'mediation-officer'];

/** Who gives disputes to mediators. */
export const heads: readonly Role[] = ['committee-head', 'mediation-officer'];

/** 访调、诉调、公调对接: somebody sent the dispute and waits to hear how it ended. */
export const isReferred = (c: MediationContext): boolean =>
  c.facts.origin !== null && c.facts.origin !== 'applied' && c.facts.origin !== 'found';

/** 回复移送单位, where the jurisdiction watches it: from the day the mediation ended. */
export const replyWatch: StartsClock<MediationContext> = {
  limit: 'mediation.referral-reply',
  when: (c) => isReferred(c) && c.facts.referral_replied_on === null,
  givenDays: (c) => c.settings.referralReplyDays,
};

export const note = text.personalOptional('情况说明');
export const earlier = (a: Day | null, b: Day): Day => (a !== null && a < b ? a : b);
