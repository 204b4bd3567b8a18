/** 君山区 2021: of 19 received one is refused, so 18 and the 2 carried in make the 20 handled. */
import { instanceAfter, instanceWithin, suits } from '../litigation-years';
import type { CountyYear } from '../year';

/** 征地补偿系列案: made up before its members, so that they can name it. */
const landSeries = 'land-compensation';

const committees = ['town-committee', 'village-committee', 'industry-committee'] as const;

export const junshan2021: CountyYear = {
  plan: {
    name: 'junshan-2021',
    slug: 'junshan',
    title: '岳阳市君山区',
    code: '君',
    place: '君山区',
    year: 2021,
    towns: ['柳林洲街道', '广兴洲镇', '许市镇', '钱粮湖镇', '良心堡镇', '采桑湖镇'],
    villagesPerTown: 6,
    industries: [
      '医疗纠纷',
      '道路交通事故纠纷',
      '劳动争议',
      '物业纠纷',
      '消费纠纷',
      '征地拆迁纠纷',
      '婚姻家庭纠纷',
      '环境纠纷',
    ],
    settings: {
      figures: {
        variants: { 'mediation-success-rate': 'handled' },
        units: { 'mediation-handled': '起' },
        precision: {
          'mediation-success-rate': 1,
          'mediation-agreement-performance-rate': 1,
          'reconsideration-applications-averted': -1,
        },
        approximate: { 'reconsideration-applications-averted': '余' },
        note: { 'reconsideration-handled': '推定口径：新收19件中1件不予受理' },
      },
    },
  },
  reviews: [
    {
      count: 2,
      received: ['2020-11-23', '2020-12-11'],
      concluded: ['2021-01-05', '2021-01-22'],
      ends: { end: 'withdrawn', reason: 'after-mediation' },
    },
    {
      count: 11,
      received: ['2021-01-11', '2021-10-29'],
      concluded: ['2021-01-11', '2021-12-24'],
      ends: { end: 'withdrawn', reason: 'after-mediation' },
      series: landSeries,
    },
    {
      count: 2,
      received: ['2021-03-08', '2021-09-30'],
      concluded: ['2021-03-08', '2021-12-24'],
      ends: { end: 'decided', outcome: 'dismissed-claims' },
    },
    {
      count: 4,
      received: ['2021-02-22', '2021-10-15'],
      concluded: ['2021-02-22', '2021-12-24'],
      ends: { end: 'decided', outcome: 'upheld' },
    },
    {
      count: 1,
      received: ['2021-05-10', '2021-06-30'],
      concluded: ['2021-05-10', '2021-12-24'],
      ends: { end: 'decided', outcome: 'revoked', redo: true },
    },
    { count: 1, received: ['2021-07-05', '2021-08-27'], ends: { end: 'refused' } },
  ],
  suits: (chance) => [
    ...suits(19, () => ({ whose: 'own-government', first: instanceWithin(chance, ['2020-11-02', '2021-07-30']) })),
    {
      whose: 'own-government',
      first: {
        notifiedOn: '2017-06-12',
        heard: 'attended',
        ruledOn: '2021-05-20',
        ruling: 'mediated',
        form: 'mediation',
        backlog: { since: '2017-03-06', listedOn: '2021-01-15' },
      },
    },
    ...suits(6, () => {
      const first = instanceWithin(chance, ['2021-05-10', '2021-06-30']);
      return { whose: 'own-government', first, second: instanceAfter(chance, first, 65, 110) };
    }),
    { whose: 'own-government', first: instanceWithin(chance, ['2021-11-10', '2021-12-10']) },
  ],
  compensations: [{ receivedOn: '2021-03-15', decidedOn: '2021-05-10', amount: 1_860_000 }],
  coordination: {
    meetings: [],
    series: [
      {
        name: landSeries,
        formedOn: '2021-01-08',
        title: '某村征地补偿系列复议案',
        act: '同一征地补偿安置方案',
        averted: [
          { on: '2021-09-17', count: 14 },
          { on: '2021-12-28', count: 9 },
        ],
      },
    ],
  },
  mediations: () => [
    { count: 1176, at: ['town-committee', 'village-committee'], span: ['2021-01-04', '2021-12-17'], how: 'spot' },
    { count: 48, at: committees, span: ['2021-01-11', '2021-10-22'], how: 'written', confirmed: true },
    { count: 260, at: committees, span: ['2021-01-11', '2021-11-12'], how: 'written' },
    { count: 54, at: committees, span: ['2021-01-11', '2021-10-22'], how: 'written', performed: false },
    { count: 24, at: committees, span: ['2021-01-11', '2021-11-30'], how: 'failed' },
  ],
  registers: {
    screenings: 420,
    points: [
      { kind: 'source-governance', name: '柳林洲街道诉源治理工作站', openedOn: '2021-03-15' },
      { kind: 'source-governance', name: '许市镇诉源治理工作站', openedOn: '2021-05-20' },
      { kind: 'source-governance', name: '钱粮湖镇诉源治理工作站', openedOn: '2021-06-18' },
    ],
  },
};
