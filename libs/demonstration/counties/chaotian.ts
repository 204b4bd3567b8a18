/** 朝天区 2020: consistent as published; every number has its cases. */
import { instanceWithin, suits } from '../litigation-years';
import { amountsAddingUpTo } from '../mediation-years';
import type { CountyYear } from '../year';

const total = 812_695_000;

export const chaotian2020: CountyYear = {
  plan: {
    name: 'chaotian-2020',
    slug: 'chaotian',
    title: '广元市朝天区',
    code: '朝',
    place: '朝天区',
    year: 2020,
    towns: [
      '朝天镇',
      '大滩镇',
      '羊木镇',
      '曾家镇',
      '中子镇',
      '沙河镇',
      '两河口镇',
      '云雾山镇',
      '水磨沟镇',
      '李家镇',
      '麻柳乡',
      '临溪乡',
    ],
    villagesPerTown: 4,
    industries: ['诉前', '道路交通事故纠纷'],
    settings: {
      numbers: { 'case.reconsideration': '{code}府复〔{year}〕{n}号' },
      figures: {
        variants: { 'mediation-success-rate': 'handled', 'litigation-head-appearance-rate': 'all-organs' },
        precision: { 'mediation-success-rate': 1 },
        approximate: { 'mediation-agreement-amount': '余', 'mediator-subsidy-amount': '余' },
      },
    },
  },
  reviews: [
    {
      count: 1,
      received: ['2019-11-25', '2019-12-06'],
      concluded: ['2020-01-06', '2020-01-20'],
      ends: { end: 'decided', outcome: 'upheld' },
    },
    {
      count: 1,
      received: ['2020-03-09', '2020-03-20'],
      concluded: ['2020-04-10', '2020-05-12'],
      ends: { end: 'decided', outcome: 'upheld' },
    },
    {
      count: 1,
      received: ['2020-06-08', '2020-06-19'],
      concluded: ['2020-07-10', '2020-08-10'],
      ends: { end: 'decided', outcome: 'revoked', redo: true },
    },
    {
      count: 1,
      received: ['2020-09-07', '2020-09-18'],
      concluded: ['2020-10-15', '2020-11-10'],
      ends: { end: 'withdrawn', reason: 'after-mediation' },
    },
  ],
  suits: (chance) => [
    ...suits(5, () => ({
      whose: 'department',
      first: instanceWithin(chance, ['2020-03-09', '2020-08-31']),
    })),
    { whose: 'own-government', first: instanceWithin(chance, ['2020-04-13', '2020-06-12']) },
  ],
  // Written agreements of ordinary difficulty, performed and filed; oral ones were not paid for.
  subsidies: {
    tariff: {
      title: '人民调解案件补贴标准',
      effective_from: '2020-01-01',
      rates: [{ level: 'ordinary', form: 'written', fen: 320_00 }],
    },
    round: { name: '2020年度', period_from: '2020-01-01', period_to: '2020-12-15' },
    days: { built: '2020-12-22', published: '2020-12-23', approved: '2020-12-29', paid: '2020-12-30' },
  },
  mediations: (chance) => {
    const amounts = amountsAddingUpTo(chance, total, 1399);
    return [
      {
        count: 1180,
        at: ['town-committee', 'village-committee'],
        span: ['2020-01-06', '2020-12-15'],
        how: 'spot',
        amounts: amounts.slice(0, 1180),
      },
      {
        count: 219,
        at: ['town-committee', 'industry-committee'],
        span: ['2020-01-06', '2020-11-10'],
        how: 'written',
        amounts: amounts.slice(1180),
      },
      { count: 1, at: ['town-committee'], span: ['2020-05-06', '2020-06-30'], how: 'failed' },
    ];
  },
  registers: { screenings: 240, points: [] },
};
