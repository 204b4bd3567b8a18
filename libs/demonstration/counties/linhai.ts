/** 临海市 2023, with the suits of the years before it. One reconstruction among several; shown as such (推定口径). */
import type { Chance } from '../chance';
import { instanceWithin, type Suit, suits } from '../litigation-years';
import type { CountyYear } from '../year';

const received = ['2023-01-03', '2023-10-20'] as const;
const concluded = ['2023-01-03', '2023-12-22'] as const;
const note = '推定口径：审结242件，调撤122件，纠错11件';

/** A year's first instances: so many lost among so many, against government and departments alike. */
const suitsOf = (chance: Chance, year: number, count: number, lost: number): readonly Suit[] =>
  suits(count, (i) => ({
    whose: i % 3 === 0 ? 'own-government' : 'department',
    first: instanceWithin(chance, [`${year}-01-06`, `${year}-09-15`], i < lost ? { ruling: 'revoked' } : {}),
  }));

const towns = [
  '古城街道',
  '大洋街道',
  '江南街道',
  '大田街道',
  '邵家渡街道',
  '汛桥镇',
  '东塍镇',
  '汇溪镇',
  '小芝镇',
  '河头镇',
  '白水洋镇',
  '括苍镇',
  '永丰镇',
  '尤溪镇',
  '涌泉镇',
  '沿江镇',
  '杜桥镇',
  '上盘镇',
  '桃渚镇',
];

export const linhai2023: CountyYear = {
  plan: {
    name: 'linhai-2023',
    slug: 'linhai',
    title: '临海市',
    code: '临',
    place: '临海市',
    year: 2023,
    towns,
    villagesPerTown: 5,
    industries: ['医疗纠纷', '道路交通事故纠纷', '劳动争议', '物业纠纷', '渔业纠纷'],
    settings: {
      figures: {
        variants: {
          'reconsideration-concluded': 'all-closings',
          'mediation-success-rate': 'accepted',
          'litigation-loss-rate': 'all-organs',
        },
        precision: {
          'reconsideration-mediation-rate': 1,
          'reconsideration-direct-correction-rate': 1,
          'mediation-difficult-success-rate': 0,
          'coordination-meetings': -1,
          'admin-disputes-coordinated': -1,
          'admin-dispute-coordination-success-rate': 0,
          'hearings-and-coordination-meetings': -1,
        },
        approximate: {
          'coordination-meetings': '余',
          'admin-disputes-coordinated': '余',
          'hearings-and-coordination-meetings': '余',
        },
        note: {
          'reconsideration-concluded': note,
          'reconsideration-mediation-rate': note,
          'reconsideration-direct-correction-rate': note,
        },
      },
    },
  },
  reviews: [
    { count: 8, received: ['2022-11-21', '2022-12-23'], concluded, ends: { end: 'decided', outcome: 'upheld' } },
    { count: 25, received, ends: { end: 'settled-before' } },
    { count: 40, received, concluded, ends: { end: 'mediated' } },
    { count: 50, received, concluded, ends: { end: 'settled-withdrawn', reason: 'after-mediation' } },
    { count: 32, received, concluded, ends: { end: 'withdrawn', reason: 'voluntary' } },
    { count: 4, received, concluded, ends: { end: 'decided', outcome: 'revoked', redo: true } },
    { count: 5, received, concluded, ends: { end: 'decided', outcome: 'unlawful' } },
    { count: 1, received, concluded, ends: { end: 'decided', outcome: 'modified' } },
    { count: 1, received, concluded, ends: { end: 'decided', outcome: 'perform-ordered' } },
    { count: 50, received, concluded, ends: { end: 'decided', outcome: 'upheld' }, heard: true },
    { count: 22, received, concluded, ends: { end: 'decided', outcome: 'upheld' } },
    { count: 20, received, concluded, ends: { end: 'decided', outcome: 'dismissed-claims' } },
    { count: 9, received, concluded, ends: { end: 'terminated' } },
    {
      count: 25,
      received: ['2023-12-11', '2023-12-25'],
      concluded: ['2024-01-08', '2024-02-08'],
      ends: { end: 'decided', outcome: 'upheld' },
    },
  ],
  suits: (chance) => [
    ...suitsOf(chance, 2019, 100, 27),
    ...suitsOf(chance, 2020, 60, 12),
    ...suitsOf(chance, 2021, 50, 6),
    ...suitsOf(chance, 2022, 50, 3),
    ...suitsOf(chance, 2023, 51, 2),
  ],
  coordination: {
    meetings: [
      // One reconstruction: 33 meetings, 43 disputes, 30 of them settled.
      { count: 20, form: 'joint', span: ['2023-02-06', '2023-11-24'], disputes: ['settled'] },
      { count: 10, form: 'joint', span: ['2023-02-06', '2023-11-24'], disputes: ['settled', 'failed'] },
      { count: 3, form: 'liaison', span: ['2023-03-06', '2023-11-24'], disputes: ['failed'] },
    ],
    series: [],
  },
  mediations: () => [
    { count: 25_391, at: ['town-committee', 'village-committee'], span: ['2023-01-03', '2023-12-15'], how: 'spot' },
    { count: 600, at: ['town-committee', 'industry-committee'], span: ['2023-01-04', '2023-11-10'], how: 'written' },
    {
      count: 703,
      at: ['town-committee', 'industry-committee'],
      span: ['2023-01-04', '2023-11-10'],
      how: 'written',
      level: 'difficult',
    },
    { count: 140, at: ['industry-committee'], span: ['2023-01-04', '2023-11-10'], how: 'written', level: 'major' },
    { count: 13, at: ['town-committee'], span: ['2023-02-06', '2023-11-10'], how: 'failed' },
  ],
  registers: {
    screenings: 1140,
    points: [
      ...towns.map((town) => ({
        kind: 'reconsideration-service' as const,
        name: `${town}行政复议便民服务点`,
        openedOn: '2023-04-12',
      })),
      {
        kind: 'stationed',
        name: '市调委会驻拘留所工作室',
        host: '市拘留所',
        openedOn: '2019-05-06',
        goldOn: '2023-11-17',
      },
      {
        kind: 'stationed',
        name: '杜桥镇调委会驻派出所工作室',
        host: '杜桥派出所',
        openedOn: '2018-09-10',
        goldOn: '2023-11-17',
      },
    ],
  },
};
