/** What of a reconsideration file may be corrected afterwards, and what follows from its parties. */
import { type Corrections, type Facts, namesOf, type PartyInput } from '@anjuan/casework';
import { decisionOutcomes, type reconsiderationFacts, withdrawalOutcomes } from './reconsideration.facts';

type Columns = typeof reconsiderationFacts.columns;

export const corrections: Corrections<Columns> = {
  fixed: [
    // From the parties.
    'respondent_name',
    'applicant_kind',
    // What the application became, and under which law and procedure: periods and papers follow from it.
    'exit',
    'statute',
    'deemed',
    'pre_settled',
    'track',
    'correction_days',
    'extended_days',
    'excluded_days',
    // From rows and memberships recorded elsewhere.
    'in_series',
    'outcome_lines',
    'main_line',
    'norm_stopped',
  ],
  order: [
    ['act_made_on', 'act_known_on', 'applied_on', 'organ_received_on', 'office_received_on'],
    ['penalty_organ_received_on', 'organ_received_on'],
    ['organ_received_on', 'correction_requested_on', 'corrected_on'],
    ['organ_received_on', 'accepted_on', 'concluded_on', 'served_on'],
    ['organ_received_on', 'left_on', 'served_on'],
    ['concluded_on', 'effective_on'],
    ['mediation_tried_on', 'concluded_on'],
    ['concluded_on', 'archived_on'],
    ['left_on', 'archived_on'],
    ['copy_sent_on', 'copy_received_on'],
    ['copy_sent_on', 'answered_on'],
    ['suspended_on', 'resumed_on'],
    ['suspended_on', 'concluded_on'],
    ['examined_from', 'examined_until'],
    ['norm_requested_on', 'norm_transferred_on'],
    ['norm_requested_on', 'norm_concluded_on'],
    ['stayed_on', 'stay_lifted_on'],
    ['consulted_on', 'consultation_concluded_on'],
  ],
  // A decision, a withdrawal, a settlement paper and a termination end the review by papers of their own.
  alike: { outcome: [Object.keys(decisionOutcomes), Object.keys(withdrawalOutcomes)] },
  entails: (facts, { facts: before }) => ({
    // Handed in or sent in by wire: received is applied. A postmark or another organ's receipt is a day of its own.
    ...(facts.organ_received_on !== before.organ_received_on &&
    before.applied_on === before.organ_received_on &&
    facts.channel !== 'post' &&
    facts.channel !== 'penalty-organ'
      ? { applied_on: facts.organ_received_on }
      : {}),
    // A 调解书 concludes the case on the day it takes effect.
    ...(facts.outcome !== 'mediated'
      ? {}
      : facts.concluded_on !== before.concluded_on
        ? { effective_on: facts.concluded_on }
        : facts.effective_on !== before.effective_on
          ? { concluded_on: facts.effective_on }
          : {}),
  }),
};

/** Joint applications of citizens and organisations count as organisations (统计报表说明). */
export const applicantKindOf = (parties: readonly PartyInput[]): 'citizen' | 'legal' =>
  parties.every((p) => p.role !== 'applicant' || p.kind === 'natural') ? 'citizen' : 'legal';
const applicants = (parties: readonly PartyInput[]): number => parties.filter((p) => p.role === 'applicant').length;

/** A number of applicants that was typed in stands; one that was counted from the list is counted anew. */
export const factsOfParties = (
  parties: readonly PartyInput[],
  before: readonly PartyInput[],
  facts: Facts<Columns>,
): Partial<Facts<Columns>> => ({
  respondent_name: namesOf(parties, 'respondent'),
  applicant_kind: applicantKindOf(parties),
  ...(facts.applicant_count === applicants(before) ? { applicant_count: applicants(parties) } : {}),
});
