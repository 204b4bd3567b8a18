import { type CodeList, documentOf, namesOf, type PaperContext, type PaperData } from '@anjuan/casework';
import { declineReasons, destinations, failReasons, onwardWays, satisfactions } from './mediation.codes';
import { disputeTypes, type mediationFacts, mediationOrigins, mediationOutcomes } from './mediation.facts';

type C = typeof mediationFacts.columns;
const document = documentOf<C>();

const labelOf = (list: CodeList, code: string | null): string | null => (code === null ? null : (list[code] ?? code));
/** Fen → yuan with two decimals, the way amounts stand on papers. */
const yuan = (fen: number | null): string | null => (fen === null ? null : (fen / 100).toFixed(2));
const said = (c: PaperContext<C>, field: string): string | null => {
  const value = c.fields[field];
  return typeof value === 'string' ? value : null;
};
/** What every paper of a file opens with. */
const heading = (c: PaperContext<C>): PaperData => ({
  case_number: c.caseNumber,
  organisation: c.organisation,
  date: c.happenedOn,
  applicants: namesOf(c.parties, 'applicant'),
  respondents: namesOf(c.parties, 'respondent'),
  agents: namesOf(c.parties, 'agent'),
  dispute_type: labelOf(disputeTypes, c.facts.dispute_type),
});
const terms = (c: PaperContext<C>): PaperData => ({
  dispute_facts: said(c, 'dispute_facts'),
  terms: said(c, 'terms'),
  amount_yuan: yuan(c.facts.agreement_fen),
  perform_due_on: c.facts.perform_due_on,
  mediators: said(c, 'mediators'),
});

/**
 * Papers of a mediation file. An oral agreement needs its register form and nothing else; a written one needs the intake
 * form, the record and the agreement. Mediators write after they have settled, so all three are issued with the agreement.
 */
export const mediationDocuments = [
  document({
    code: 'mediation.refusal-notice',
    title: '不予受理调解告知书',
    series: null,
    cite: '人民调解工作若干规定（2002）第二十二条、第二十四条；人民调解法第十七条',
    data: (c) => ({ ...heading(c), reason: labelOf(declineReasons, said(c, 'reason')), situation: said(c, 'note') }),
  }),
  document({
    code: 'mediation.intake-form',
    title: '人民调解受理登记表',
    series: null,
    cite: '人民调解法第十七条、第二十七条',
    data: (c) => ({
      ...heading(c),
      origin: labelOf(mediationOrigins, c.facts.origin),
      referrer: c.facts.referrer,
      referral_number: c.facts.referral_number,
      received_on: c.facts.received_on,
      accepted_on: c.facts.accepted_on,
      people_count: c.facts.people_count,
      claim_yuan: yuan(c.facts.claim_fen),
      dispute_facts: said(c, 'dispute_facts'),
    }),
  }),
  document({
    code: 'mediation.session-record',
    title: '人民调解记录',
    series: null,
    cite: '人民调解法第二十二条、第二十七条',
    data: (c) => ({
      ...heading(c),
      mediated_on: c.facts.mediated_on,
      session_count: c.facts.session_count,
      dispute_facts: said(c, 'dispute_facts'),
      result: said(c, 'terms'),
      mediators: said(c, 'mediators'),
    }),
  }),
  document({
    code: 'mediation.agreement',
    title: '人民调解协议书',
    series: null,
    cite: '人民调解法第二十八条、第二十九条',
    data: (c) => ({
      ...heading(c),
      ...terms(c),
      confirm_apply_by: c.due['mediation.confirm-apply'] ?? null,
    }),
  }),
  document({
    code: 'mediation.oral-agreement',
    title: '人民调解口头协议登记表',
    series: null,
    cite: '人民调解法第二十八条、第三十条',
    data: (c) => ({ ...heading(c), ...terms(c) }),
  }),
  document({
    code: 'mediation.extension-record',
    title: '延长调解期限记录',
    series: null,
    cite: '人民调解工作若干规定（2002）第三十三条',
    data: (c) => ({
      ...heading(c),
      days: typeof c.fields.days === 'number' ? c.fields.days : null,
      note: said(c, 'note'),
    }),
  }),
  document({
    code: 'mediation.termination-notice',
    title: '终止调解通知书',
    series: null,
    cite: '人民调解法第二十六条',
    data: (c) => ({
      ...heading(c),
      reason: labelOf(failReasons, said(c, 'reason')),
      onward: labelOf(onwardWays, c.facts.onward),
      situation: said(c, 'note'),
    }),
  }),
  document({
    code: 'mediation.transfer-letter',
    title: '矛盾纠纷移送单',
    series: null,
    cite: '人民调解法第二十五条、第二十六条',
    data: (c) => ({
      ...heading(c),
      destination: labelOf(destinations, said(c, 'destination')),
      receiver: said(c, 'receiver'),
      situation: said(c, 'note'),
    }),
  }),
  document({
    code: 'mediation.referral-reply',
    title: '移送（委派、委托）纠纷办理情况回复函',
    series: '调复',
    cite: '人民调解法第十八条；最高人民法院关于人民法院特邀调解的规定第二十六条',
    data: (c) => ({
      ...heading(c),
      paper_number: c.paperNumber,
      referrer: c.facts.referrer,
      referral_number: c.facts.referral_number,
      received_on: c.facts.received_on,
      closed_on: c.facts.closed_on,
      result: labelOf(mediationOutcomes, c.facts.outcome),
      situation: said(c, 'reply'),
    }),
  }),
  document({
    code: 'mediation.follow-up-record',
    title: '人民调解回访记录',
    series: null,
    cite: '人民调解法第三十一条第二款',
    data: (c) => ({
      ...heading(c),
      satisfaction: labelOf(satisfactions, said(c, 'satisfaction')),
      findings: said(c, 'findings'),
    }),
  }),
  document({
    code: 'mediation.file-cover',
    title: '人民调解卷宗封面',
    series: null,
    cite: '人民调解法第二十七条',
    data: (c) => ({
      ...heading(c),
      accepted_on: c.facts.accepted_on,
      closed_on: c.facts.closed_on,
      archived_on: c.facts.archived_on,
    }),
  }),
] as const;
