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

export const { edge, guard, define } = procedureOf({
  kind: 'mediation',
  title: '人民调解案件',
  facts: mediationFacts,
  states: mediationStates,
  closed: ['failed', 'withdrawn', 'transferred', 'declined', 'archived'],
  partyRoles: mediationPartyRoles,
  documents: mediationDocuments,
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
