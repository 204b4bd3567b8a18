import { buildCalendar, localFaults, type Notice, noticeFaults, noticeOfFile, shippedNotices } from '.';
import { addDays } from './day';

const head = { number: '示例〔2026〕1号', issued: '2026-11-20' };
/** The file of a notice as holiday-cn writes it: every day of its own. */
const fileOf = ({ year, festivals }: Pick<Notice, 'year' | 'festivals'>) => ({
  year,
  papers: ['https://example.org/'],
  days: festivals.flatMap(({ name, off: [first, last], makeUp }) => {
    const days = [];
    for (let date = first; date <= last; date = addDays(date, 1)) days.push({ name, date, isOffDay: true });
    return [...days, ...makeUp.map((date) => ({ name, date, isOffDay: false }))];
  }),
});
/** Invented: 2027 stood without a notice when this was written. */
const festivals: Notice['festivals'] = [
  { name: '元旦', off: ['2027-01-01', '2027-01-03'], makeUp: [] },
  { name: '春节', off: ['2027-02-05', '2027-02-11'], makeUp: ['2027-01-31', '2027-02-20'] },
  { name: '清明节', off: ['2027-04-03', '2027-04-05'], makeUp: [] },
  { name: '劳动节', off: ['2027-05-01', '2027-05-05'], makeUp: ['2027-05-08'] },
  { name: '端午节', off: ['2027-06-09', '2027-06-09'], makeUp: [] },
  { name: '中秋节', off: ['2027-09-15', '2027-09-15'], makeUp: [] },
  { name: '国庆节', off: ['2027-10-01', '2027-10-07'], makeUp: ['2027-09-26', '2027-10-09'] },
];
const calendar = buildCalendar();
const rules = (notice: Notice) => noticeFaults(notice, calendar).map((f) => `${f.value}：${f.rule}`);
const changed = (name: string, change: Partial<Notice['festivals'][number]>): Notice => ({
  year: 2027,
  ...head,
  festivals: festivals.map((f) => (f.name === name ? { ...f, ...change } : f)),
});

describe('a holiday file', () => {
  it('gives every shipped first notice back as it is', () => {
    for (const notice of shippedNotices) {
      const { year, number, issued } = notice;
      expect(noticeOfFile(fileOf(notice), { number, issued })).toEqual({ notice, faults: [] });
      expect(year).toBeGreaterThan(2016);
    }
  });

  it('agrees with the law and the week, for the invented year and for every year shipped', () => {
    expect(noticeFaults({ year: 2027, ...head, festivals }, calendar)).toEqual([]);
    for (const notice of shippedNotices) {
      const before = shippedNotices.filter((n) => n.issued < notice.issued);
      const known = buildCalendar({ knownOn: addDays(notice.issued, -1) });
      expect(before.length === 0 ? [] : noticeFaults(notice, known)).toEqual([]);
    }
  });

  it('names day, value and rule of everything that is wrong', () => {
    const days = [
      { name: '元旦', date: '2027-02-30', isOffDay: true },
      { name: '', date: '2027-01-02', isOffDay: true },
      { name: '元旦', date: '2027-01-03', isOffDay: '是' },
      7,
    ];
    expect(noticeOfFile({ year: '2027', days }, head).faults).toEqual([
      { field: 'year', value: '2027', rule: '应为四位年份' },
      { field: 'days[0].date', value: '2027-02-30', rule: '应为真实存在的日期，格式 YYYY-MM-DD' },
      { field: 'days[1].name', value: '', rule: '2027-01-02：应写明节日名称' },
      { field: 'days[2].isOffDay', value: '是', rule: '2027-01-03：应为 true（放假）或 false（上班）' },
      { field: 'days[3]', value: 7, rule: '应为 {name, date, isOffDay}' },
    ]);
    const gap = fileOf({ year: 2027, festivals });
    const holed = { ...gap, days: gap.days.filter((d) => d.date !== '2027-02-08') };
    expect(noticeOfFile(holed, head).faults).toEqual([
      { field: 'days', value: '2027-02-09', rule: '春节的放假日期须连续，2027-02-07与2027-02-09之间有缺' },
    ]);
    expect(noticeOfFile([], head).faults).toHaveLength(1);
  });

  it.each([
    [changed('国庆节', { makeUp: ['2027-09-27'] }), '2027-09-27：国庆节的调休上班日须为星期六或者星期日'],
    [changed('春节', { off: ['2027-02-06', '2027-02-11'] }), '2027-02-05：春节的法定放假日'],
    [changed('端午节', { name: '端阳' }), '端午节：2027年的首个通知须安排全部节日'],
    [changed('劳动节', { makeUp: ['2027-05-02'] }), '2027-05-02：既列为劳动节放假，又列为劳动节上班'],
    [changed('清明节', { off: ['2027-04-03', '2027-05-01'] }), '2027-05-01：清明节与劳动节的放假日期重叠'],
    [changed('国庆节', { off: ['2027-10-01', '2028-01-01'] }), '2028-01-01：放假起止日'],
    [{ ...changed('元旦', {}), year: 2028 }, '2028：须先有2027年的通知'],
    [
      { year: 2026, ...head, festivals: [{ name: '国庆', off: ['2026-10-01', '2026-10-09'], makeUp: [] }] },
      '国庆：2026年的通知中没有这一名称',
    ],
  ] as const)('is refused where it contradicts (%#)', (notice, rule) => {
    expect(rules(notice).some((r) => r.startsWith(rule))).toBe(true);
  });

  it('local days lie in their year, once each, and are made up for on weekends', () => {
    expect(localFaults(2027, [{ day: '2027-04-09', working: false }])).toEqual([]);
    expect(
      localFaults(2027, [
        { day: '2027-04-09', working: true },
        { day: '2026-04-09', working: false },
        { day: '2026-04-09', working: false },
      ]).map((f) => f.rule),
    ).toEqual(['调休上班日须为星期六或者星期日', '应在2027年之内', '应在2027年之内', '同一日期只能出现一次']);
  });
});
