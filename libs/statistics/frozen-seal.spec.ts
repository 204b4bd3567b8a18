import { type FrozenList, type FrozenRow, sealOf } from './frozen-seal';

const list: FrozenList = {
  id: '00000000-0000-7000-8000-000000000002',
  kind: 'mediation',
  words: '达成协议日在统计期内',
  summed: null,
  fold: null,
  cases: 2,
  total: 0,
  digest: 'a'.repeat(64),
};
const figure: Omit<FrozenRow, 'hash'> = {
  id: '00000000-0000-7000-8000-000000000001',
  seq: 1,
  metric: 'mediation-succeeded',
  variant: 'default',
  title: '调解成功',
  reading: '统计期内达成协议',
  kind: 'mediation',
  arithmetic: 'count',
  unit: '件',
  scope: 'jurisdiction',
  counts: 'case',
  definition: 1,
  period_from: '2024-01-01',
  period_to: '2024-12-31',
  known_on: null,
  numerator: 2,
  denominator: null,
  value: '2',
  printed: '2',
  approximate: null,
  note: null,
  numerator_list: list.id,
  denominator_list: null,
  frozen_at: new Date('2025-01-10T01:00:00.000Z'),
  frozen_by: null,
  previous: null,
  split_by: null,
  split_title: null,
};
const land = { key: 'land', label: '山林土地纠纷', numerator: 2, denominator: null, value: '2', printed: '2' };

describe('the seal', () => {
  it('of a whole never moves: what was frozen years ago is proved by the same text', () => {
    expect(sealOf(figure, list, null, [])).toBe('7a3038dd68b709dd5ed68b2bd1adc34f199a7159dbd795b3697070eef2713eb7');
  });

  it('covers the dimension and every part', () => {
    const split = { ...figure, split_by: 'dispute_type', split_title: '纠纷类型' };
    const seals = [
      sealOf(figure, list, null, []),
      sealOf(split, list, null, []),
      sealOf(split, list, null, [land]),
      sealOf(split, list, null, [{ ...land, label: '土地' }]),
      sealOf(split, list, null, [
        { ...land, value: '2.0' },
        { ...land, key: null },
      ]),
      sealOf({ ...split, split_title: '类型' }, list, null, [land]),
    ];
    expect(new Set(seals).size).toBe(seals.length);
    // The database writes 2 where JavaScript may write 2.0.
    expect(sealOf(split, list, null, [{ ...land, value: '2.0' }])).toBe(seals[2]);
  });
});
