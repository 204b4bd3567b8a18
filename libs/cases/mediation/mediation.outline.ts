import { type AnyContext, procedureOf, text } from '@anjuan/casework';
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

export const note = text.personalOptional('情况说明');
export const earlier = (a: Day | null, b: Day): Day => (a !== null && a < b ? a : b);
