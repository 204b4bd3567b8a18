import { SystemClock, shanghaiDay, shanghaiInstant, TurnedClock } from '@anjuan/platform';

describe('legal days in Asia/Shanghai, whatever the machine', () => {
  it.each([
    ['2021-12-31T15:59:59.999Z', '2021-12-31'],
    ['2021-12-31T16:00:00.000Z', '2022-01-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
    ['2024-02-29T16:00:00.000Z', '2024-03-01'],
  ])('%s falls on %s', (instant, day) => {
    expect(shanghaiDay(new Date(instant))).toBe(day);
  });

  it('agrees with the time zone database', () => {
    const known = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    for (let hour = 0; hour < 24 * 800; hour++) {
      const instant = new Date(Date.UTC(2019, 0, 1, hour));
      expect(shanghaiDay(instant)).toBe(known.format(instant));
    }
  });

  it('turns a day and a time into the instant', () => {
    expect(shanghaiInstant('2023-01-01').toISOString()).toBe('2022-12-31T16:00:00.000Z');
    expect(shanghaiInstant('2023-01-01', '17:30').toISOString()).toBe('2023-01-01T09:30:00.000Z');
  });

  it.each([['2023-02-29'], ['2023-13-01'], ['2023-1-1'], ['今天'], ['']])('refuses %p', (day) => {
    expect(() => shanghaiInstant(day)).toThrow('日期或时间无效');
  });
});

describe('clocks', () => {
  it('a turned clock stands until it is turned', () => {
    const clock = new TurnedClock('2021-03-05');
    expect(clock.today()).toBe('2021-03-05');
    clock.now().setFullYear(1999);
    expect(clock.now().toISOString()).toBe('2021-03-05T01:00:00.000Z');
    clock.turnTo('2021-03-06', '00:00:01');
    expect(clock.today()).toBe('2021-03-06');
    expect(clock.now().toISOString()).toBe('2021-03-05T16:00:01.000Z');
  });

  it('the system clock tells the machine’s time', () => {
    const before = Date.now();
    const now = new SystemClock().now().getTime();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });
});
