/** 办案总数: cases of several kinds added; the reading says which. */
import { compensationFacts } from '@anjuan/cases/compensation';
import { litigationFacts } from '@anjuan/cases/litigation';
import { mediationFacts } from '@anjuan/cases/mediation';
import { type Metric, metricsOf } from '../metric';
import { all, any, testsOf } from '../predicate';
import { answering, handled as handledSuits, ownGovernment, received as receivedSuits } from './litigation-words';
import { handled, metrics, received } from './reconsideration-words';

const suits = metricsOf(litigationFacts, { unit: '件', counts: 'instance', scope: 'own-government' });
const claims = metricsOf(compensationFacts, { unit: '件', counts: 'case', scope: 'jurisdiction' });
const ofClaims = testsOf(compensationFacts);
const mediations = metricsOf(mediationFacts, { unit: '件', counts: 'case', scope: 'jurisdiction' });
const ofMediations = testsOf(mediationFacts);

/** 行政应诉: the instances in which the own government answered, as `litigation-handled` reads them by instance. */
const suitsHandled = suits.measure(all(ownGovernment, answering, handledSuits));
const claimsHandled = claims.measure(
  any(ofClaims.within('received_on'), all(ofClaims.beforeStart('received_on'), ofClaims.openAtStart('concluded_on'))),
);
const mediationsHandled = mediations.measure(
  any(
    ofMediations.within('accepted_on'),
    all(ofMediations.beforeStart('accepted_on'), ofMediations.openAtStart('closed_on')),
  ),
);
const withClaims = { ...suitsHandled, also: claimsHandled };

export const caseworkMetrics: readonly Metric[] = [
  metrics.count({
    id: 'casework-total',
    title: '共办理案件',
    on: 'accepted_on',
    reads: '办理行政复议案件，加本级政府行政应诉案件（各审级分别计），含上年结转',
    where: handled,
    also: suitsHandled,
    cite: '年度报告“共办理案件”',
    verified: 'I',
    variants: {
      received: {
        reads: '新收行政复议申请，加本级政府新收行政应诉案件（各审级分别计）',
        where: received,
        also: suits.measure(all(ownGovernment, receivedSuits)),
      },
      'with-compensation': {
        reads: '办理行政复议、行政应诉和行政赔偿案件，含上年结转',
        where: handled,
        also: withClaims,
      },
      'with-mediation': {
        reads: '办理行政复议、行政应诉、行政赔偿和人民调解案件，含上年结转',
        where: handled,
        also: { ...suitsHandled, also: { ...claimsHandled, also: mediationsHandled } },
      },
    },
  }),
];
