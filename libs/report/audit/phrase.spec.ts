import type { Figure } from './figure';
import { read } from './read';

const only = (text: string): Figure => {
  const [one, ...more] = read(text);
  if (one === undefined || more.length > 0) {
    throw new Error(`not one figure: ${text}`);
  }
  return one;
};

describe('what a figure hangs on', () => {
  const hangs = (text: string): string[] =>
    read(text).map((one, i) => (one.of === null ? `${i}` : `${i} ${one.relation} of ${one.of}`));

  test('parts of the whole before 其中, and a rate that is none', () => {
    expect(hangs('审结行政复议案件50件,纠错率10%,其中维持40件,撤销5件。')).toEqual([
      '0',
      '1',
      '2 part of 0',
      '3 part of 0',
    ]);
  });
  test('parts in parentheses', () => {
    expect(hangs('纠错9件(4件撤销;5件变更),办结30件。')).toEqual(['0', '1 part of 0', '2 part of 0', '3']);
  });
  test('a list joined by 、 ends at a comma', () => {
    expect(hangs('办理行政诉讼案件28件,其中一审19件、二审9件,已审结22件。')).toEqual([
      '0',
      '1 part of 0',
      '2 part of 0',
      '3',
    ]);
  });
  test('a list behind 其中: goes on over semicolons', () => {
    expect(hangs('受理行政复议案件50件,其中:行政处罚30件,占60%;其他20件,占40%。')).toEqual([
      '0',
      '1 part of 0',
      '2 share of 1',
      '3 part of 0',
      '4 share of 3',
    ]);
  });
  test('a total after its parts closes them', () => {
    expect(hangs('复议撤销3件、变更2件,共5件。')).toEqual(['0 part-closed of 2', '1 part-closed of 2', '2']);
  });
  test('shares and changes', () => {
    expect(hangs('新收行政复议80件,同比增长10%;行政处罚20件,占25%。')).toEqual([
      '0',
      '1 change of 0',
      '2',
      '3 share of 2',
    ]);
  });
});

describe('phrase and period', () => {
  test('offsets are those of the text as given', () => {
    const text = '全年受理行政复议案件３７件，办结５件。';
    for (const one of read(text)) {
      expect(text.slice(one.start, one.end)).toBe(one.text);
    }
    expect(read(text).map((one) => one.text)).toEqual(['全年受理行政复议案件３７件', '办结５件']);
  });
  test('a label behind its number belongs to the phrase', () => {
    expect(only('其中14件确认违法。').text).toBe('14件确认违法');
  });
  test('及时 and 和解 keep their first sign', () => {
    expect(only('及时化解纠纷9件。').label).toBe('及时化解纠纷');
    expect(only('行政复议和解结案9件。').label).toBe('行政复议和解结案');
  });
  test('a cut-off closes the period', () => {
    expect(only('截至2024年11月20日,收到行政复议申请107件。').period).toEqual({
      year: 2024,
      from: '2024-01-01',
      to: '2024-11-20',
      words: '截至2024年11月20日',
    });
  });
  test('months of a year', () => {
    expect(only('2022年1-9月受理行政复议案件12件。').period).toMatchObject({ from: '2022-01-01', to: '2022-09-30' });
    expect(only('2024年上半年受理行政复议案件12件。').period).toMatchObject({ from: '2024-01-01', to: '2024-06-30' });
    expect(only('2024年1至2月受理行政复议案件12件。').period).toMatchObject({ to: '2024-02-29' });
  });
  test('what was carried in from last year counts in this one', () => {
    const years = read('2021年新收行政复议申请19件,上年结转2件,上年收到15件。').map((one) => one.period?.year);
    expect(years).toEqual([2021, 2021, 2020]);
  });
  test('a text without a year tells no period', () => {
    expect(only('受理行政复议案件12件。').period).toBeNull();
  });
  test('direction of a change, and a level that is none', () => {
    expect(read('行政复议案件受理30件,同比下降12%。').map((one) => one.change)).toEqual([null, 'down']);
    expect(read('调委会增至8个。').map((one) => one.change)).toEqual([null]);
  });
  test('分别为 lines its numbers up with their labels', () => {
    const figures = read('行政复议案件中,市场监管局、公安局、教育局分别为12、7和5件。');
    expect(figures.map((one) => `${one.slot} ${one.value}${one.unit}`)).toEqual([
      '市场监管局 12件',
      '公安局 7件',
      '教育局 5件',
    ]);
  });
});

test('a long text is read in one pass', () => {
  const paragraph = '2023年受理行政复议案件37件,办结35件(含上年结转3件),纠错率8.6%。调解纠纷1200件,成功1180件。\n';
  const figures = read(paragraph.repeat(2000));
  expect(figures).toHaveLength(12_000);
  expect(figures.at(-1)).toMatchObject({ metric: 'mediation-succeeded', value: 1180, paragraph: 1999 });
});
