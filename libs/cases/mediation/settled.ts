import {
  type CodeList,
  code,
  type Fields,
  flag,
  money,
  type PartyInput,
  parties,
  text,
  type Values,
} from '@anjuan/casework';
import type { Day } from '@anjuan/law';
import { mediationPartyRoles } from './mediation.codes';
import { disputeTypes, mediationOrigins } from './mediation.facts';
import type { MediationEvent } from './mediation.procedure';

/** 调解结果, as one picks it on the one-page form. Choosing the written agreement states that it is signed and sealed. */
export const settledOutcomes = {
  'agreed-oral': '达成口头协议',
  'agreed-written': '达成书面协议（各方已签名并加盖印章）',
  failed: '调解不成',
} as const satisfies CodeList;

/** The one-page form: names, type, short facts, date and outcome are all that the law asks for (人民调解法 27, 28, 30). */
export const settledFields = {
  parties: parties('当事人', mediationPartyRoles, { applicant: 1, respondent: 1 }),
  dispute_type: code('纠纷类型', disputeTypes),
  summary: text.personal('纠纷简要情况'),
  outcome: code('调解结果', settledOutcomes),
  origin: code.optional('案件来源', mediationOrigins),
  claim_fen: money.optional('涉案金额'),
  agreement_fen: money.optional('协议金额'),
  terms: text.personalOptional('协议内容'),
  unperformed: flag('尚未履行', { hint: '不勾选即为当场履行' }),
} as const satisfies Fields;

export interface SettledInput {
  /** The day on which all of it happened. */
  readonly happenedOn: Day;
  readonly parties: readonly PartyInput[];
  readonly dispute_type: keyof typeof disputeTypes;
  readonly summary: string;
  readonly outcome: keyof typeof settledOutcomes;
  /** Default: the mediator found the dispute (主动调解). */
  readonly origin?: keyof typeof mediationOrigins | null;
  readonly claim_fen?: number | null;
  readonly agreement_fen?: number | null;
  readonly terms?: string | null;
  readonly unperformed?: boolean | null;
}
export interface SettledEvent {
  readonly event: MediationEvent;
  readonly happenedOn: Day;
  readonly fields: Values;
}

/**
 * 即时调解 — a dispute that was settled first and is written down after: the events of its whole life, all on one day, in
 * order, the first opening the case. The clerk takes the list in one transaction under the ordinary rules.
 */
export function settledScript(input: SettledInput): readonly SettledEvent[] {
  const on = (event: MediationEvent, fields: Values = {}): SettledEvent => ({
    event,
    happenedOn: input.happenedOn,
    fields,
  });
  const agreement: Values = {
    dispute_facts: input.summary,
    terms: input.terms ?? null,
    agreement_fen: input.agreement_fen ?? null,
  };
  const performed = input.unperformed ? [] : [on('record-performance', { performance: 'performed' })];
  const end: Readonly<Record<SettledInput['outcome'], readonly SettledEvent[]>> = {
    'agreed-oral': [on('agree-orally', agreement), ...performed],
    'agreed-written': [on('agree-in-writing', { ...agreement, signed_and_sealed: true }), ...performed],
    failed: [on('fail', { reason: 'no-agreement' })],
  };
  return [
    on('register', {
      parties: input.parties,
      origin: input.origin ?? 'found',
      dispute_type: input.dispute_type,
      summary: input.summary,
      claim_fen: input.claim_fen ?? null,
      on_the_spot: true,
    }),
    on('accept'),
    on('mediate'),
    ...end[input.outcome],
  ];
}
