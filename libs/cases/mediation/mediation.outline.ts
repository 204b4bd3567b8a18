import { type AnyContext, procedureOf, type StartsClock, text } from '@anjuan/casework';
import type { Role } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import { mediationPartyRoles, mediationStates } from './mediation.codes';
import { mediationDocuments } from './mediation.documents';
import { mediationFacts } from './mediation.facts';

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
