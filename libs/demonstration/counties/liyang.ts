/** 溧阳市 2022: 101 concluded against 77 accepted needs a carry-in; thirty are carried in and six out. */
import { instanceAfter, instanceWithin, suits } from '../litigation-years';
import type { CountyYear } from '../year';

const year = ['2022-01-04', '2022-10-28'] as const;
const within = ['2022-01-04', '2022-12-23'] as const;

export const liyang2022: CountyYear = {
  plan: {
    name: 'liyang-2022',
    slug: 'liyang',
    title: '溧阳市',
    code: '溧',
    place: '溧阳市',
    year: 2022,
    towns: [
      '溧城街道',
      '古县街道',
      '昆仑街道',
      '埭头镇',
      '上黄镇',
      '戴埠镇',
      '天目湖镇',
      '别桥镇',
      '上兴镇',
      '竹箦镇',
      '南渡镇',
      '社渚镇',
    ],
    villagesPerTown: 5,
    industries: ['医患纠纷', '道路交通事故纠纷', '劳动人事争议', '物业纠纷'],
    enterprises: ['天目湖工业园', '中关村科技产业园'],
    courtBranch: '溧阳市非诉讼服务中心法院分中心',
    settings: {
      // 非诉讼平台分派3个工作日内 (the report of 2022).
      casework: { dispatchDays: 3 },
      figures: {
        variants: { 'reconsideration-mediation-rate': 'mediated-settled', 'litigation-handled': 'instances' },
        precision: {
          'reconsideration-direct-correction-rate': 1,
          'reconsideration-mediation-rate': 1,
          'grassroots-resolution-rate': 0,
        },
        approximate: { 'grassroots-resolution-rate': '以上', 'dispute-screenings': '余' },
        note: { 'reconsideration-concluded': '推定口径：含上年结转30件' },
      },
    },
  },
  reviews: [
    {
      count: 12,
      received: ['2021-11-22', '2021-12-24'],
      concluded: within,
      ends: { end: 'decided', outcome: 'upheld' },
    },
    {
      count: 18,
      received: ['2021-11-22', '2021-12-24'],
      concluded: within,
      ends: { end: 'settled-withdrawn', reason: 'after-mediation' },
    },
    { count: 12, received: year, ends: { end: 'refused' } },
    { count: 5, received: year, ends: { end: 'redirected' } },
    { count: 4, received: year, ends: { end: 'withdrawn-before' } },
    { count: 4, received: year, concluded: within, ends: { end: 'decided', outcome: 'unlawful' } },
    {
      count: 2,
      received: ['2022-01-10', '2022-08-31'],
      concluded: within,
      ends: { end: 'decided', outcome: 'perform-ordered' },
    },
    { count: 20, received: year, concluded: within, ends: { end: 'mediated' } },
    { count: 9, received: year, concluded: within, ends: { end: 'settled-withdrawn', reason: 'after-change' } },
    { count: 22, received: year, concluded: within, ends: { end: 'decided', outcome: 'upheld' } },
    { count: 8, received: year, concluded: within, ends: { end: 'decided', outcome: 'dismissed-claims' } },
    { count: 4, received: year, concluded: within, ends: { end: 'decided', outcome: 'dismissed-application' } },
    { count: 2, received: year, concluded: within, ends: { end: 'terminated' } },
    {
      count: 6,
      received: ['2022-12-12', '2022-12-23'],
      concluded: ['2023-01-09', '2023-02-10'],
      ends: { end: 'decided', outcome: 'upheld' },
    },
  ],
  letters: [
    { count: 5, form: 'opinion', drafted: ['2022-03-01', '2022-09-30'] },
    { count: 3, form: 'suggestion', drafted: ['2022-03-01', '2022-09-30'] },
  ],
  suits: (chance) => [
    ...suits(18, () => ({ whose: 'own-government', first: instanceWithin(chance, ['2022-01-10', '2022-12-16']) })),
    ...suits(10, () => {
      const first = instanceWithin(chance, ['2022-01-10', '2022-03-31']);
      return { whose: 'own-government', first, second: instanceAfter(chance, first, 60, 90) };
    }),
    ...suits(6, () => {
      const first = instanceWithin(chance, ['2021-06-01', '2021-08-13']);
      return { whose: 'own-government', first, second: instanceAfter(chance, first, 70, 90) };
    }),
    ...suits(3, () => {
      const first = instanceWithin(chance, ['2021-02-22', '2021-04-30']);
      return { whose: 'own-government', first, retrial: instanceAfter(chance, first, 300, 100) };
    }),
  ],
  mediations: () => [
    { count: 10_000, at: ['town-committee', 'village-committee'], span: ['2022-01-04', '2022-12-16'], how: 'spot' },
    {
      count: 800,
      at: ['industry-committee', 'enterprise-committee'],
      span: ['2022-01-04', '2022-11-11'],
      how: 'written',
    },
    { count: 527, at: ['justice-office'], span: ['2022-01-04', '2022-12-16'], how: 'spot' },
    { count: 2762, at: ['court-branch'], span: ['2022-01-04', '2022-12-16'], how: 'spot' },
  ],
  registers: { screenings: 9000, points: [] },
};
