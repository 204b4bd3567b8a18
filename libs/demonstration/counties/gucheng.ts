/** 故城县 2024: counted to 20 November; what was still open then is concluded after. */
import { instanceWithin, suits } from '../litigation-years';
import type { CountyYear } from '../year';

const received = ['2024-01-02', '2024-09-06'] as const;
const concluded = ['2024-01-02', '2024-11-15'] as const;

export const gucheng2024: CountyYear = {
  plan: {
    name: 'gucheng-2024',
    slug: 'gucheng',
    title: '故城县',
    code: '故',
    place: '故城县',
    year: 2024,
    towns: ['郑口镇', '夏庄镇', '青罕镇', '故城镇', '武官寨镇', '饶阳店镇'],
    villagesPerTown: 3,
    industries: ['医疗纠纷', '道路交通事故纠纷'],
    settings: { figures: { variants: { 'litigation-head-appearance-rate': 'all-organs' } } },
  },
  reviews: [
    {
      count: 5,
      received: ['2023-11-20', '2023-12-15'],
      concluded: ['2024-01-02', '2024-01-26'],
      ends: { end: 'decided', outcome: 'upheld' },
    },
    { count: 5, received, ends: { end: 'refused' } },
    { count: 3, received, ends: { end: 'redirected' } },
    { count: 14, received, concluded, ends: { end: 'decided', outcome: 'unlawful' } },
    { count: 18, received, concluded, ends: { end: 'decided', outcome: 'revoked', redo: true } },
    { count: 15, received, concluded, ends: { end: 'decided', outcome: 'upheld' } },
    { count: 6, received, concluded, ends: { end: 'decided', outcome: 'dismissed-claims' } },
    { count: 4, received, concluded, ends: { end: 'decided', outcome: 'dismissed-application' } },
    { count: 6, received, concluded, ends: { end: 'mediated' } },
    { count: 8, received, concluded, ends: { end: 'withdrawn', reason: 'voluntary' } },
    {
      count: 28,
      received: ['2024-10-21', '2024-11-15'],
      concluded: ['2024-11-21', '2024-12-20'],
      ends: { end: 'decided', outcome: 'upheld' },
    },
  ],
  suits: (chance) => [
    ...suits(4, () => ({ whose: 'own-government', first: instanceWithin(chance, ['2024-01-08', '2024-07-31']) })),
    ...suits(8, () => ({ whose: 'department', first: instanceWithin(chance, ['2024-01-08', '2024-07-31']) })),
  ],
  mediations: () => [
    { count: 180, at: ['town-committee', 'village-committee'], span: ['2024-01-04', '2024-12-13'], how: 'spot' },
    { count: 20, at: ['town-committee', 'industry-committee'], span: ['2024-01-08', '2024-11-08'], how: 'written' },
  ],
  registers: { screenings: 300, points: [] },
};
