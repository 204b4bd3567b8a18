import { windowOf, yearBefore } from './window';

describe('the same days of the year before', () => {
  it.each([
    ['a month is compared with that whole month', '2025-02-01', '2025-02-28', '2024-02-01', '2024-02-29'],
    ['from the leap year back to the common one', '2024-02-01', '2024-02-29', '2023-02-01', '2023-02-28'],
    ['a day that is no month’s end stays that day', '2025-01-01', '2025-11-20', '2024-01-01', '2024-11-20'],
    ['28 February of a leap year is no month’s end', '2024-01-01', '2024-02-28', '2023-01-01', '2023-02-28'],
    ['a year with the year', '2025-01-01', '2025-12-31', '2024-01-01', '2024-12-31'],
  ])('%s', (_, from, cutoff, start, end) => {
    expect(windowOf({ from, cutoff })).toMatchObject({ startBefore: start, endBefore: end });
    expect(yearBefore(windowOf({ from, cutoff }))).toMatchObject({ start, end });
  });
});
