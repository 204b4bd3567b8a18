import fc from 'fast-check';
import { changeOf, printedOf, unrounded } from './printing';

const rate = (numerator: number, denominator: number, precision: number) =>
  printedOf('rate', '%', { numerator, denominator }, precision, null);

describe('a printed figure', () => {
  it.each([
    // The published rates of the five seed reports.
    [1538, 1562, 1, '98.5'],
    [1539, 1562, 1, '98.5'],
    [1484, 1538, 1, '96.5'],
    [6, 101, 1, '5.9'],
    [47, 101, 1, '46.5'],
    [2, 51, 2, '3.92'],
    [122, 242, 1, '50.4'],
    [11, 242, 1, '4.5'],
    [26834, 26847, 2, '99.95'],
    [1399, 1400, 1, '99.9'],
    [20, 20, 1, '100'],
    [27, 100, 2, '27'],
    // Halves go up, exactly: 0.125 % and 2.675 % are no binary fractions.
    [1, 800, 2, '0.13'],
    [107, 4000, 2, '2.68'],
    [0, 7, 2, '0'],
    [1, 100000, 2, '0'],
    [1, 3, 0, '33'],
  ])('%d of %d to %d decimals is %s %%', (numerator, denominator, precision, printed) => {
    expect(rate(numerator, denominator, precision)).toBe(printed);
  });

  it('is a dash where nothing is to be divided', () => {
    for (const value of ['rate', 'ratio', 'growth', 'by-amount', 'average'] as const) {
      expect(printedOf(value, '%', { numerator: 0, denominator: 0 }, 2, null)).toBe('—');
      expect(unrounded(value, { numerator: 0, denominator: 0 })).toBeNull();
    }
  });

  it('prints whole tens where a report says 30余', () => {
    const count = (n: number, approximation: '余' | null) =>
      printedOf('count', '次', { numerator: n, denominator: null }, -1, approximation);
    expect([33, 38, 8].map((n) => count(n, '余'))).toEqual(['30', '30', '0']);
    expect([33, 38].map((n) => count(n, null))).toEqual(['30', '40']);
  });

  it('cuts off what 余 and 以上 speak of', () => {
    expect(printedOf('sum', '万元', { numerator: 812_699_999, denominator: null }, 2, '余')).toBe('812.69');
    expect(printedOf('sum', '万元', { numerator: 812_699_999, denominator: null }, 2, null)).toBe('812.7');
    expect(printedOf('rate', '%', { numerator: 959, denominator: 1000 }, 0, '以上')).toBe('95');
    expect(printedOf('rate', '%', { numerator: 959, denominator: 1000 }, 0, null)).toBe('96');
  });

  it('averages days half-up, and moves by percent', () => {
    const days = (numerator: number, denominator: number, precision = 2) =>
      printedOf('average', '天', { numerator, denominator }, precision, null);
    expect([days(1008, 16), days(1099, 16), days(149, 3), days(0, 5)]).toEqual(['63', '68.69', '49.67', '0']);
    expect([days(125, 2, 0), days(1, 800), days(107, 4000)]).toEqual(['63', '0', '0.03']);
    expect(unrounded('average', { numerator: 125, denominator: 2 })).toBe(62.5);
    expect(changeOf('average', { numerator: 90, denominator: 2 }, { numerator: 100, denominator: 2 })).toMatchObject({
      printed: '-10',
      unit: '%',
    });
  });

  it('keeps the sign of a fall', () => {
    expect(printedOf('growth', '%', { numerator: 3, denominator: 4 }, 2, null)).toBe('-25');
    expect(printedOf('growth', '%', { numerator: 9999, denominator: 10_000 }, 1, null)).toBe('0');
  });

  it('is a count as it stands, persons as they stand, and fen in 万元', () => {
    expect(printedOf('count', '件', { numerator: 26847, denominator: null }, 2, null)).toBe('26847');
    expect(printedOf('sum', '人', { numerator: 1_234_567, denominator: null }, 2, null)).toBe('1234567');
    expect(unrounded('sum', { numerator: 812_699_999, denominator: null })).toBe(812_699_999);
  });

  it('lies within half a unit of its last decimal', () => {
    const counts = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 4 }), (n, d, precision) => {
        const exact = unrounded('rate', { numerator: n, denominator: d });
        expect(Math.abs(Number(rate(n, d, precision)) - Number(exact))).toBeLessThanOrEqual(
          0.5 / 10 ** precision + 1e-9,
        );
      }),
    );
  });
});
