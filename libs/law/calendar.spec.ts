import { isWorkday } from 'chinese-days';
import { addDays, addMonths, buildCalendar, daysBetween, isDay, type Notice, parseDay, weekday } from '.';

const everyDay = (first: string, last: string): string[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));

const notice = (changes: Partial<Notice>): Notice => ({
  year: 2027,
  number: '示例通知',
  issued: '2026-11-30',
  festivals: [{ name: '元旦', off: ['2026-12-31', '2027-01-02'], makeUp: ['2026-12-27'] }],
  ...changes,
});

describe('legal days', () => {
  it('agrees with Date.UTC on every day of four centuries', () => {
    const epochDay = (day: string): number => {
      const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
      return Date.UTC(year, month - 1, date) / 86_400_000;
    };
    const first = epochDay('1900-01-01');
    let day = '1900-01-01';
    const wrong: string[] = [];
    for (let index = 0; day < '2300-01-01'; index += 1, day = addDays(day, 1)) {
      // 1900-01-01 was a Monday.
      if (epochDay(day) !== first + index || weekday(day) !== (index + 1) % 7 || !isDay(day)) wrong.push(day);
    }
    expect(wrong).toEqual([]);
    expect(daysBetween('1900-01-01', day)).toBe(146_097);
  });

  it('ends months on the corresponding day, or on the last', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2024-11-30', 3)).toBe('2025-02-28');
    expect(addMonths('2025-03-31', -1)).toBe('2025-02-28');
    expect(addMonths('2025-01-15', -1)).toBe('2024-12-15');
  });

  it.each(['2024-02-30', '2023-02-29', '2024-2-3', '2024-13-01', '2024-00-10', '20240203', '', '2024-02-03T00:00'])(
    'refuses %p and names the field',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(() => parseDay(text, 'from')).toThrow(
        expect.objectContaining({ code: 'invalid-day', field: 'from', value: text }),
      );
    },
  );
});

describe('the calendar of shipped notices', () => {
  const calendar = buildCalendar();

  it('agrees with chinese-days on every day from 2017-01-01 to 2026-10-10', () => {
    const days = everyDay('2017-01-01', '2026-10-10');
    expect(days.filter((day) => calendar.isWorkingDay(day) !== isWorkday(day))).toEqual([]);
    expect(days).toHaveLength(3570);
  });

  it.each([
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, expected) => {
    const days = everyDay(`${year}-01-01`, `${year}-12-31`);
    expect(days.filter((day) => calendar.isWorkingDay(day))).toHaveLength(expected);
  });

  it('names the notice that makes a day a day off or a make-up day', () => {
    expect(calendar.status('2024-02-12')).toMatchObject({
      kind: 'holiday',
      festival: '春节',
      first: '2024-02-10',
      last: '2024-02-17',
    });
    expect(calendar.noticeFor('2024-02-18')?.number).toBe('国办发明电〔2023〕7号');
    expect(calendar.status('2024-02-09')).toEqual({ kind: 'ordinary', working: true });
    expect(calendar.status('2024-03-09')).toEqual({ kind: 'weekend', working: false });
    expect(calendar.noticeFor('2024-03-09')).toBeUndefined();
  });

  it('knows the calendar as it was before each late change', () => {
    const before = buildCalendar({ knownOn: '2019-03-21' });
    expect(['2019-04-28', '2019-05-02', '2019-05-03', '2019-05-05'].map(before.isWorkingDay)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(['2019-04-28', '2019-05-02', '2019-05-03', '2019-05-05'].map(calendar.isWorkingDay)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    const spring2020 = buildCalendar({ knownOn: '2020-01-25' });
    expect(['2020-01-31', '2020-02-01', '2020-02-02'].map(spring2020.isWorkingDay)).toEqual([true, true, false]);
    expect(['2020-01-31', '2020-02-01', '2020-02-02'].map(calendar.isWorkingDay)).toEqual([false, false, false]);
    expect(spring2020.status('2020-01-20')).toEqual({ kind: 'ordinary', working: true });
    expect(buildCalendar({ knownOn: '2020-01-25' }).lastNoticedYear).toBe(2020);
    expect(buildCalendar({ knownOn: '2025-11-03' }).lastNoticedYear).toBe(2025);
  });

  it('is provisional from 26 December of the last noticed year', () => {
    expect(calendar.lastNoticedYear).toBe(2026);
    expect(calendar.provisional('2026-12-25')).toBe(false);
    expect(calendar.provisional('2026-12-26')).toBe(true);
  });

  it('does not answer for days before 2017', () => {
    expect(calendar.isWorkingDay('2017-01-01')).toBe(false);
    expect(() => calendar.isWorkingDay('2016-12-31')).toThrow(expect.objectContaining({ code: 'before-calendar' }));
  });
});

describe('later notices and local days off', () => {
  it('takes a later notice as data, reaching back into the old year', () => {
    const calendar = buildCalendar({ notices: [notice({})] });
    expect(calendar.lastNoticedYear).toBe(2027);
    expect(['2026-12-27', '2026-12-31', '2027-01-01'].map(calendar.isWorkingDay)).toEqual([true, false, false]);
  });

  it('stays provisional after a gap in the noticed years', () => {
    const festivals = [{ name: '元旦', off: ['2028-01-01', '2028-01-03'] as const, makeUp: [] }];
    expect(buildCalendar({ notices: [notice({ year: 2028, festivals })] }).lastNoticedYear).toBe(2026);
  });

  it('lets a change replace only the festival it names', () => {
    const change = notice({
      number: '更正',
      issued: '2026-12-20',
      festivals: [{ name: '元旦', off: ['2027-01-01', '2027-01-01'], makeUp: [] }],
    });
    const calendar = buildCalendar({ notices: [change, notice({})] });
    expect(calendar.isWorkingDay('2026-12-31')).toBe(true);
    expect(calendar.isWorkingDay('2026-12-27')).toBe(false);
    expect(calendar.noticeFor('2027-01-01')?.number).toBe('更正');
    expect(calendar.isWorkingDay('2026-10-01')).toBe(false);
  });

  it('puts a local day off above a make-up day', () => {
    const calendar = buildCalendar({ localHolidays: [{ day: '2025-09-28', name: '州庆' }] });
    expect(calendar.status('2025-09-28')).toEqual({ kind: 'local', working: false, name: '州庆' });
  });

  it.each([
    ['days in the wrong order', [{ name: '春节', off: ['2027-02-10', '2027-02-05'] as const, makeUp: [] }]],
    ['a day of another year', [{ name: '春节', off: ['2028-02-01', '2028-02-03'] as const, makeUp: [] }]],
    ['a block of more than a month', [{ name: '春节', off: ['2027-02-01', '2027-04-01'] as const, makeUp: [] }]],
  ])('refuses a notice with %s', (_name, festivals) => {
    expect(() => buildCalendar({ notices: [notice({ festivals })] })).toThrow(
      expect.objectContaining({ code: 'invalid-notice' }),
    );
  });
});
