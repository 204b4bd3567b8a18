import { catalogue } from './catalogue';
import { type Predicate } from './predicate';
import { describeMetrics } from './wording';

/** The figures that five real reports of 2020–2024 print about cases and registers. */
const published = [
  'reconsideration-received',
  'reconsideration-carried-in',
  'reconsideration-handled',
  'reconsideration-completion-rate',
  'reconsideration-mediated-withdrawn',
  'reconsideration-rejected',
  'reconsideration-upheld',
  'reconsideration-revoked',
  'litigation-handled',
  'litigation-concluded',
  'litigation-pending-second-instance',
  'litigation-pending-first-instance',
  'mediation-handled',
  'mediation-judicial-confirmations',
  'mediation-success-rate',
  'mediation-agreement-performance-rate',
  'reconsideration-accepted',
  'reconsideration-concluded',
  'reconsideration-confirmed-illegal',
  'reconsideration-ordered-perform',
  'reconsideration-direct-correction-rate',
  'reconsideration-mediated-settled',
  'reconsideration-mediation-rate',
  'litigation-lost',
  'litigation-head-appearance-rate',
  'reconsideration-decision-execution-rate',
  'disputes-resolved',
  'grassroots-resolution-rate',
  'nonlitigation-centre-resolved',
  'reconsideration-corrected',
  'reconsideration-revoked-remade',
  'litigation-loss-rate',
  'reconsideration-pre-acceptance-settled',
  'mediation-accepted',
  'mediation-succeeded',
  'mediation-difficult',
  'mediation-difficult-success-rate',
  'mediation-agreement-amount',
  'mediation-orgs-industry',
  'source-governance-stations',
  'dispute-screenings',
  'reconsideration-service-points',
  'mediation-gold-studios',
];

const leaves = (p: Predicate): readonly Predicate[] =>
  p.test === 'all' || p.test === 'any' ? p.of.flatMap(leaves) : p.test === 'not' ? leaves(p.of) : [p];

describe('the catalogue of metrics', () => {
  it('has every published figure once', () => {
    const ids = catalogue.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(published));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('bounds every list by a day of the window, or it would count all years at once', () => {
    const variants = catalogue.flatMap((m) =>
      Object.entries(m.variants).map(([name, v]) => ({ name: `${m.id}/${name}`, v })),
    );
    const bounded = ({ v }: (typeof variants)[number]) =>
      [v.numerator, v.denominator].every((m) => m === null || leaves(m.where).some((p) => p.test === 'day'));
    expect(variants.filter((one) => !bounded(one)).map(({ name }) => name)).toEqual([]);
  });

  it('divides exactly where it is a rate', () => {
    for (const metric of catalogue)
      for (const { value, denominator } of Object.values(metric.variants))
        expect([metric.id, denominator === null]).toEqual([
          metric.id,
          ['count', 'sum', 'least', 'greatest'].includes(value),
        ]);
  });

  it('describes each definition in words made from its predicates', () => {
    const described = describeMetrics();
    expect(described.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
    const rate = described.find(({ id }) => id === 'reconsideration-direct-correction-rate');
    expect(rate?.variants[0]).toMatchObject({
      id: 'default',
      numerator: '审结日期在统计期内，且结案方式为撤销、部分撤销、变更、确认违法、确认无效、责令履行、行政协议责任',
      denominator: '审结日期在统计期内',
    });
    const carried = described.find(({ id }) => id === 'reconsideration-carried-in');
    expect(carried?.variants.map(({ id, numerator }) => [id, numerator])).toEqual([
      ['default', '受理日期早于统计期，且统计期开始前尚无审结日期'],
      ['unaccepted', '复议机关收到日期早于统计期，且统计期开始前尚无受理日期，且统计期开始前尚无受理前办结日期'],
      [
        'both',
        '（受理日期早于统计期，且统计期开始前尚无审结日期），或者（复议机关收到日期早于统计期，且统计期开始前尚无受理日期，且统计期开始前尚无受理前办结日期）',
      ],
    ]);
  });
});
