/** 协调: meetings, the disputes they dealt with, series; what is counted across kinds. */
import { reconsiderationFacts } from '@anjuan/cases/reconsideration';
import { coordinationFacts, meetingFacts, seriesFacts, supervisionFacts } from '@anjuan/coordination';
import type { Metric } from '../metric';
import { metricsOf } from '../metric';
import { all, testsOf } from '../predicate';
import { concluded, mediatedOrSettled, metrics as ofReviews, tests as reviewTests } from './reconsideration-words';

const meetings = metricsOf(meetingFacts, { unit: '次', counts: 'meeting', scope: 'jurisdiction' });
const held = testsOf(meetingFacts);
const disputes = metricsOf(coordinationFacts, { unit: '件', counts: 'case', scope: 'jurisdiction' });
const ofDisputes = testsOf(coordinationFacts);
const series = metricsOf(seriesFacts, { unit: '件', counts: 'case', scope: 'jurisdiction' });
const ofSeries = testsOf(seriesFacts);
const orders = metricsOf(supervisionFacts, { unit: '件', counts: 'case', scope: 'jurisdiction' });
const ofOrders = testsOf(supervisionFacts);

const coordinated = ofDisputes.within('coordinated_on');
const settled = ofDisputes.is('outcome', 'settled');
const hearings = metricsOf(reconsiderationFacts, { unit: '场次', counts: 'case', scope: 'jurisdiction' }).measure(
  reviewTests.within('hearing_on'),
);

export const coordinationMetrics: readonly Metric[] = [
  meetings.count({
    id: 'coordination-meetings',
    title: '协调会议',
    on: 'held_on',
    reads: '统计期内召开的联调会议、府院联席会议、行政争议协调会',
    where: held.within('held_on'),
    cite: '年度报告“召开联调会议”“府院联席”',
    variants: {
      joint: { reads: '仅联调会议', where: all(held.within('held_on'), held.is('form', 'joint')) },
      liaison: { reads: '仅府院联席会议', where: all(held.within('held_on'), held.is('form', 'liaison')) },
    },
  }),
  disputes.count({
    id: 'admin-disputes-coordinated',
    title: '协调行政争议',
    on: 'coordinated_on',
    reads: '统计期内首次协调的争议，多次协调计一件',
    where: coordinated,
    cite: '年度报告“协调案件”',
  }),
  disputes.rate({
    id: 'admin-dispute-coordination-success-rate',
    title: '行政争议协调成功率',
    on: 'coordinated_on',
    reads: '协调成功÷统计期内首次协调的争议',
    part: all(coordinated, settled),
    base: coordinated,
    cite: '年度报告“协调案件，成功率”',
    verified: 'I',
    variants: {
      ended: {
        reads: '协调成功÷统计期内协调结束的争议',
        part: all(ofDisputes.within('ended_on'), settled),
        base: all(ofDisputes.within('ended_on'), ofDisputes.known('outcome')),
      },
    },
  }),
  disputes.count({
    id: 'admin-disputes-resolved',
    title: '化解行政争议',
    on: 'ended_on',
    reads: '统计期内协调结束，协调成功的',
    where: all(ofDisputes.within('ended_on'), settled),
    cite: '年度报告“化解行政争议”',
    verified: 'I',
  }),
  meetings.count({
    id: 'hearings-and-coordination-meetings',
    title: '听证会和协调会',
    on: 'held_on',
    reads: '统计期内召开的协调会议，加统计期内举行听证的行政复议案件',
    where: held.within('held_on'),
    also: hearings,
    unit: '场次',
    cite: '年度报告“组织听证会、参加协调会”',
    verified: 'I',
  }),
  ofReviews.count({
    id: 'reconsideration-series-mediated',
    title: '调解系列复议案件',
    on: 'concluded_on',
    reads: '统计期内审结的系列案件中经调解、和解结案的',
    where: all(concluded, reviewTests.flagged('in_series'), mediatedOrSettled),
    cite: '年度报告“成功调解系列复议案件”',
    verified: 'I',
  }),
  series.sum({
    id: 'reconsideration-applications-averted',
    title: '避免的同类复议申请',
    on: 'averted_on',
    reads: '统计期内登记的系列案件所避免的同类申请',
    unit: '件',
    sum: 'averted_count',
    where: ofSeries.within('averted_on'),
    cite: '年度报告“避免同类案件申请”',
    verified: 'I',
  }),
  orders.count({
    id: 'supervision-orders',
    title: '督办件',
    on: 'issued_on',
    reads: '统计期内发出的督办单',
    where: ofOrders.within('issued_on'),
    cite: '政府督查工作条例',
    verified: 'I',
  }),
];
