import { patterns } from './patterns';
import type { FigureBook, Quoted } from './quoted';
import { plainText, render } from './render';
import { styles } from './styles';
import { checkTemplate, type Slot, type Template } from './template';

const quoted = (metric: string, value: number | null, more: Partial<Quoted> = {}): Quoted => ({
  metric,
  variant: 'default',
  title: metric,
  reading: '',
  unit: '件',
  value,
  printed: value === null ? '—' : String(value),
  approximate: null,
  note: null,
  year: 2024,
  cutoff: '2024-12-31',
  numerator: value,
  denominator: null,
  source: { kind: 'live' },
  ...more,
});

/** Figures of this year and of years before, and how one of them splits. */
function bookOf(
  years: Readonly<Record<string, readonly (number | null)[]>>,
  parts: readonly (readonly [string, number])[] = [],
  more: Partial<Quoted> = {},
): FigureBook {
  return {
    figure: ({ metric, yearsBack = 0 }) => {
      const value = years[metric]?.[yearsBack];
      return value === undefined ? null : quoted(metric, value, more);
    },
    split: ({ metric }) => ({
      whole: quoted(metric, years[metric]?.[0] ?? null, more),
      live: true,
      parts: parts.map(([label, value]) => ({ label, figure: quoted(metric, value, more) })),
    }),
  };
}
const said = (text: string, slots: Readonly<Record<string, Slot>>, book: FigureBook): string => {
  const template: Template = { name: 't', title: '题', paragraphs: [{ pattern: null, text, slots }] };
  return plainText(render(template, { year: 2024, cutoff: '12-31' }, book))
    .split('\n')
    .slice(1)
    .join('\n');
};
const metric = 'mediation-succeeded';

describe('numbers are printed', () => {
  it.each<[string, number, Partial<Quoted>, Slot, string]>([
    ['as they are', 1400, {}, { metric }, '1400件'],
    ['with 余 of the settings', 9000, { approximate: '余', unit: '次' }, { metric }, '9000余次'],
    ['with 余 inside 万元', 812.69, { approximate: '余', unit: '万元' }, { metric }, '812.69万余元'],
    ['with 以上', 95, { approximate: '以上', unit: '%' }, { metric }, '95%以上'],
    ['cut down with 余', 9012, { unit: '次' }, { metric, about: '余', to: 1000 }, '9000余次'],
    ['exact where nothing is cut off', 9000, { unit: '次' }, { metric, about: '余', to: 1000 }, '9000次'],
    ['rounded up with 近', 15_301, { unit: '名' }, { metric, about: '近', scale: '万', places: 1 }, '近1.6万名'],
    ['half-up with 约', 26_847, {}, { metric, about: '约', scale: '万', places: 1 }, '约2.7万件'],
    ['cut down with 余 behind 万', 17_300, { unit: '起' }, { metric, about: '余', scale: '万', places: 0 }, '1万余起'],
    ['at fewer places, from the exact value', 66.645, { unit: '%', printed: '66.65' }, { metric, places: 1 }, '66.6%'],
    ['at fewer places, half-up', 66.65, { unit: '%' }, { metric, places: 1 }, '66.7%'],
    ['in whole 万元', 81_269_000, { unit: '万元', printed: '81.27' }, { metric, places: 0 }, '81万元'],
    ['under another unit', 80, {}, { metric, unit: '件次' }, '80件次'],
    ['in words when zero', 0, {}, { metric, print: '败诉{}', zero: '没有败诉' }, '没有败诉'],
    ['in a phrase', 2, {}, { metric, print: '败诉{}', zero: '没有败诉' }, '败诉2件'],
  ])('%s', (_, value, more, slot, expected) => {
    expect(said('{甲}', { 甲: slot }, bookOf({ [metric]: [value] }, [], more))).toBe(expected);
  });
});

describe('changes are worded', () => {
  const show = (how: 'before' | 'change' | 'growth' | 'points', values: readonly (number | null)[], unit = '件') =>
    said('{甲}', { 甲: { metric, show: how } }, bookOf({ [metric]: values }, [], { unit }));
  it.each([
    ['before', [77, 62], '62件'],
    ['change', [77, 62], '增加15件'],
    ['change', [62, 77], '减少15件'],
    ['change', [62, 62], '持平'],
    ['growth', [77, 62], '同比增长24.19%'],
    ['growth', [62, 77], '同比下降19.48%'],
    ['growth', [3, 8], '同比下降62.5%'],
    ['growth', [5, 0], '—'],
    ['growth', [5, null], '—'],
  ] as const)('%s of %j', (how, values, expected) => expect(show(how, values)).toBe(expected));

  it('in days for averages', () => {
    expect(show('change', [45.2, 50], '天')).toBe('减少4.8天');
    expect(show('growth', [45, 50], '天')).toBe('同比下降10%');
  });

  it('in points for rates, by the numbers as printed', () => {
    expect(show('points', [98.5, 97], '%')).toBe('同比提高1.5个百分点');
    expect(show('points', [3.92, 27], '%')).toBe('同比下降23.08个百分点');
  });

  it('over several years', () => {
    const slots: Readonly<Record<string, Slot>> = {
      升降: { metric, show: 'turn', years: 4 },
      最低: { metric, show: 'lowest', years: 5, print: '为{}' },
    };
    const text = '{升降}{年}年[，{最低}]。';
    expect(said(text, slots, bookOf({ [metric]: [3, 9, 8, 7, 27] }))).toBe('降至2024年，为近五年最低。');
    // As low as one of them is not the lowest.
    expect(said(text, slots, bookOf({ [metric]: [3, 3, 8, 7, 27] }))).toBe('降至2024年。');
  });
});

describe('lists', () => {
  const parts = [
    ['公安', 5],
    ['资源', 3],
    ['市场', 3],
    ['教育', 1],
    ['民政', 0],
  ] as const;
  it.each([
    [{ metric, list: 'counts', by: 'field' }, '公安5件、资源3件、市场3件、教育1件'],
    [{ metric, list: 'counts', by: 'field', most: 2 }, '公安5件、资源3件、其他4件'],
    [{ metric, list: 'each', by: 'field' }, '公安5件，资源、市场各3件，教育1件'],
    [{ metric, list: 'respective', by: 'field', most: 2 }, '公安、资源、其他分别为5件、3件和4件'],
    [{ metric, list: 'shares', by: 'field', most: 2 }, '公安5件，占比41.7%；资源3件，占比25%；其他4件，占比33.3%'],
    [{ metric, list: 'table', by: 'field', most: 1 }, '合计\t公安\t其他\n12件\t5件\t7件'],
  ] as const)('%j', (slot, expected) => {
    expect(said('{甲}', { 甲: slot }, bookOf({ [metric]: [12] }, parts))).toBe(expected);
  });

  it('years one by one', () => {
    const slot: Slot = { metric, list: 'respective', by: 'year', years: 3 };
    expect(said('{甲}', { 甲: slot }, bookOf({ [metric]: [3, 2, 1] }))).toBe(
      '2022年、2023年、2024年分别为1件、2件和3件',
    );
  });
});

describe('what is left out', () => {
  const slots: Readonly<Record<string, Slot>> = { 甲: { metric }, 乙: { metric: 'other' } };
  it('goes with the words round it, and is told where a figure is missing', () => {
    expect(said('总{甲}[，其中{乙}]。', slots, bookOf({ [metric]: [5], other: [0] }))).toBe('总5件。');
    expect(said('总{甲}[，其中{乙}]。', slots, bookOf({ [metric]: [5], other: [2] }))).toBe('总5件，其中2件。');
    const template: Template = { name: 't', title: '题', paragraphs: [{ pattern: null, text: '总{乙}。', slots }] };
    const { gaps } = render(template, { year: 2024, cutoff: '12-31' }, bookOf({}));
    expect(gaps).toMatchObject([{ paragraph: 0, slot: '乙', metric: 'other' }]);
  });

  it('says that all did only where there was something to do', () => {
    const all = { 甲: { metric }, 乙: { metric: 'other', print: '收到{}', all: { slot: '甲', words: '均已收到' } } };
    expect(said('{乙}', all, bookOf({ [metric]: [8], other: [8] }))).toBe('均已收到');
    expect(said('{乙}', all, bookOf({ [metric]: [8], other: [7] }))).toBe('收到7件');
    expect(said('{乙}', all, bookOf({ [metric]: [0], other: [0] }))).toBe('收到0件');
    // 812.69 and 812.68 in 万元 may both be printed 813: what is counted decides.
    const alike = bookOf({ [metric]: [81_269], other: [81_268] }, [], { printed: '813' });
    expect(said('{乙}', all, alike)).toBe('收到813件');
  });
});

it('ships templates and all twenty-one patterns without a mistake', () => {
  const declared = new Set([
    'mediation-success-target',
    'mediator-funds-raised',
    'incidents-handled',
    'dispute-resolution-success-rate',
    'mediation-litigation-ratio-rank',
    'reform-coordination-meetings',
  ]);
  expect(patterns.map((p) => p.id)).toEqual(Array.from({ length: 21 }, (_, i) => `T${i + 1}`));
  for (const style of styles) expect(() => checkTemplate(style, declared)).not.toThrow();
  for (const { paragraph } of patterns)
    expect(() => checkTemplate({ name: 'p', title: '题', paragraphs: [paragraph] }, declared)).not.toThrow();
});
