/** The groups of reconsideration cases that several metrics share. */
import { reconsiderationFacts } from '@anjuan/cases/reconsideration';
import { metricsOf } from '../metric';
import { all, any, testsOf } from '../predicate';

export const tests = testsOf(reconsiderationFacts);
export const metrics = metricsOf(reconsiderationFacts, { unit: '件', counts: 'case', scope: 'jurisdiction' });

const { is, within, upToEnd, beforeStart, openAtEnd, openAtStart } = tests;

/** 新收: received by the organ in the window. */
export const received = within('organ_received_on');
/** 受理. */
export const accepted = within('accepted_on');
/** 审结: concluded after acceptance. */
export const concluded = within('concluded_on');
/** Left before acceptance: refused, redirected, abandoned, withdrawn or settled. */
export const left = within('left_on');
/** 办结: every way of leaving (practice: 审结 and 办结 are two metrics). */
export const closed = any(concluded, left);

/** The two stocks. Received but not yet accepted, and accepted but not concluded: the flow balances only with both. */
export const acceptedCarriedIn = all(beforeStart('accepted_on'), openAtStart('concluded_on'));
export const unacceptedCarriedIn = all(
  beforeStart('organ_received_on'),
  openAtStart('accepted_on'),
  openAtStart('left_on'),
);
export const acceptedPending = all(upToEnd('accepted_on'), openAtEnd('concluded_on'));
export const unacceptedPending = all(upToEnd('organ_received_on'), openAtEnd('accepted_on'), openAtEnd('left_on'));
/** 办理: accepted in the window, and the accepted cases carried in. */
export const handled = any(accepted, acceptedCarriedIn);

/** 纠错: once per case, by its main code. 责令重作 is an attribute of a revocation and adds nothing. */
export const corrected = is(
  'outcome',
  'revoked',
  'partly-revoked',
  'modified',
  'unlawful',
  'void',
  'perform-ordered',
  'agreement-liability',
);
/** 驳回, of the application or of the claims. */
export const rejected = is('outcome', 'dismissed-application', 'dismissed-claims');
/** 终止 by withdrawal, whatever the reason. */
export const withdrawn = is('outcome', 'withdrawn', 'settled-withdrawn');
/** 经调解、和解后撤回. */
export const withdrawnAfterMediation = any(
  is('outcome', 'settled-withdrawn'),
  all(is('outcome', 'withdrawn'), is('withdrawal_reason', 'after-mediation')),
);
/** 调解、和解结案: a mediation paper, or a withdrawal that mediation or settlement brought about. */
export const mediatedOrSettled = any(is('outcome', 'mediated'), withdrawnAfterMediation);
/** 调撤: a mediation paper or any withdrawal. */
export const mediatedOrWithdrawn = is('outcome', 'mediated', 'settled-withdrawn', 'withdrawn');
/** 间接纠错: the respondent changed or performed its act, and the applicant withdrew. */
export const withdrawnAfterChange = all(withdrawn, is('withdrawal_reason', 'after-change'));
export const preSettled = all(left, is('exit', 'pre-settled'));
/** 纳入调解: tried by the end of the window, or ended by it — a record of before the attempts were kept knows the end alone. */
export const putToMediation = any(upToEnd('mediation_tried_on'), mediatedOrSettled);
/** 涉企: the facts know applicants as citizens or as legal persons and other organisations, so this is what stands for enterprises. */
export const enterprise = is('applicant_kind', 'legal');
