import { type Permission, roles } from '@anjuan/identity';
import { buildCalendar } from '@anjuan/law';
import { defaultHours, defaultPolicy, headRoles, reaches, stepsOf, superiorRoles, toldOn } from './policy';
import { staffOf } from './recipients';
import { digestWords, reminderWords } from './wording';

const calendar = buildCalendar();
const office = { hours: defaultHours, calendar };
const anyDay = { hours: { ...defaultHours, workingDaysOnly: false }, calendar };

describe('the days on which a deadline is spoken of', () => {
  // A Monday; the Sunday before falls back on the Friday, which is three days before.
  const due = '2024-07-15';
  it.each([
    [
      'recorded long before: one notice on the Friday, as the day before the last',
      '2024-05-15',
      '2024-05-15',
      ['before-10 2024-07-05', 'before-5 2024-07-10', 'before-1 2024-07-12', 'due 2024-07-15'],
    ],
    [
      'recorded six days before: nothing for the days that were over by then',
      '2024-07-09',
      '2024-07-09',
      ['before-5 2024-07-10', 'before-1 2024-07-12', 'due 2024-07-15'],
    ],
    ['recorded at the weekend: the Friday is over', '2024-07-13', '2024-07-13', ['due 2024-07-15']],
    ['recorded on the very day of a step', '2024-07-12', '2024-07-12', ['before-1 2024-07-12', 'due 2024-07-15']],
    [
      'fixed and recorded at the weekend it falls on: told at once, since no working day is left',
      '2024-07-13',
      '2024-07-13',
      ['due 2024-07-13'],
      '2024-07-13',
    ],
    ['recorded on the due day', '2024-07-15', '2024-07-15', ['due 2024-07-15']],
    [
      'after a silence of days, only the last step that was missed',
      '2024-05-15',
      '2024-07-11',
      ['before-5 2024-07-10', 'before-1 2024-07-12', 'due 2024-07-15'],
    ],
    ['overdue: the digest speaks instead', '2024-05-15', '2024-07-16', []],
  ])('%s', (_, recordedOn, today, expected, fixed = due) => {
    const steps = stepsOf(defaultPolicy, fixed, recordedOn, today, office);
    expect(steps.map((s) => `${s.kind} ${s.fireOn}`)).toEqual(expected);
  });

  it('are calendar days where a jurisdiction works every day', () => {
    const steps = stepsOf(defaultPolicy, due, '2024-05-15', '2024-05-15', anyDay);
    expect(steps.map((s) => s.fireOn)).toEqual(['2024-07-05', '2024-07-10', '2024-07-12', '2024-07-14', due]);
  });

  it('count make-up days as working days and holidays as none', () => {
    // 2024: off 1 to 5 May, at work on Sunday 28 April.
    expect(toldOn('2024-05-05', defaultHours, calendar)).toBe('2024-04-30');
    expect(toldOn('2024-04-28', defaultHours, calendar)).toBe('2024-04-28');
    expect(toldOn('2024-04-27', defaultHours, calendar)).toBe('2024-04-26');
  });

  it('are none where the policy is off', () => {
    expect(stepsOf({ ...defaultPolicy, enabled: false }, due, '2024-05-15', '2024-05-15', office)).toEqual([]);
  });

  it('go up as the day nears: to the superior three days before, to the head of the office when it has passed', () => {
    const left = [10, 5, 3, 1, 0, -1, -30];
    expect(left.filter((days) => reaches(defaultPolicy.superiorFrom, days))).toEqual([3, 1, 0, -1, -30]);
    expect(left.filter((days) => reaches(defaultPolicy.headFrom, days))).toEqual([-1, -30]);
    expect(left.filter((days) => reaches(null, days))).toEqual([]);
  });
});

describe('the superior', () => {
  const staff = staffOf([
    { person_id: 'county', role: 'mediation-officer', path: '/js/' },
    { person_id: 'town', role: 'committee-head', path: '/js/t1/' },
    { person_id: 'village', role: 'committee-head', path: '/js/t1/v1/' },
    { person_id: 'mediator', role: 'mediator', path: '/js/t1/v1/' },
    { person_id: 'review', role: 'reconsideration-head', path: '/js/' },
    { person_id: 'deputy', role: 'reconsideration-head', path: '/js/' },
  ]);

  it.each([
    ['mediation', '/js/t1/v1/', ['village']],
    ['mediation', '/js/t1/v2/', ['town']],
    ['mediation', '/js/t2/v9/', ['county']],
    ['mediation', '/other/', []],
    ['reconsideration', '/js/fy/', ['review', 'deputy']],
    ['litigation', '/js/', []],
  ])('of a %s case in %s is the nearest above', (kind, path, expected) => {
    expect(staff.superiors(kind, path)).toEqual(expected);
  });

  it('is not the head of the office', () => {
    const office = staffOf([
      { person_id: 'review', role: 'reconsideration-head', path: '/js/fy/' },
      { person_id: 'bureau', role: 'bureau-head', path: '/js/' },
    ]);
    expect(office.superiors('reconsideration', '/js/fy/')).toEqual(['review']);
    expect(office.heads('reconsideration', '/js/fy/')).toEqual(['bureau']);
  });

  it('may read what the notice speaks of', () => {
    for (const [kind, list] of [...Object.entries(superiorRoles), ...Object.entries(headRoles)])
      for (const role of list) {
        const granted: readonly Permission[] = roles[role].permissions;
        expect(granted).toContain(`${kind}:read`);
        expect(roles[role].reach).toBe('subtree');
      }
  });

  it('is told who handles the case, the handler is not', () => {
    const deadline = { number: '政复1号', limit: '审理期限', due: '2024-07-15', provisional: false };
    expect(reminderWords(deadline, '2024-07-12', '王承办')).toEqual({
      title: '审理期限还有3日届满',
      body: '案件政复1号：审理期限于2024年7月15日届满，距今3日。承办人：王承办。',
    });
    expect(reminderWords({ ...deadline, provisional: true }, '2024-07-15', null)).toEqual({
      title: '审理期限今日届满',
      body: '案件政复1号：审理期限于2024年7月15日届满，即今日。该年度放假安排尚未公布，届满日为暂定。',
    });
  });
});

describe('the digest', () => {
  const deadlines = (n: number, from: number) =>
    Array.from({ length: n }, (_, i) => ({
      number: `${i + 1}号`,
      limit: '审理期限',
      due: `2024-07-${String(from + i).padStart(2, '0')}`,
      provisional: false,
      addressed: false,
    }));

  it('tells what lies ahead line by line, and all that is overdue in one', () => {
    expect(digestWords(deadlines(5, 13), '2024-07-15')).toEqual({
      title: '期限汇总：今日届满1项，3个工作日内届满2项，已超期2项',
      body: '案件3号：审理期限，今日届满；\n案件4号：审理期限，2024年7月16日届满；\n案件5号：审理期限，2024年7月17日届满；\n已超期2项，最早的是案件1号：审理期限，2024年7月13日届满，已超期2日。',
    });
    expect(digestWords(deadlines(1, 14), '2024-07-15')).toEqual({
      title: '期限汇总：已超期1项',
      body: '已超期1项：案件1号：审理期限，2024年7月14日届满，已超期1日。',
    });
  });

  it('stays readable when there is much, and says how much more there is', () => {
    const { title, body } = digestWords(deadlines(25, 1), '2024-07-01');
    expect(title).toBe('期限汇总：今日届满1项，3个工作日内届满24项');
    expect(body.split('\n')).toHaveLength(21);
    expect(body).toMatch(/另有5项，请到“期限台”查看。$/);
  });

  it('sends each reader to a page they can open', () => {
    const told = (which: (n: number) => boolean) =>
      digestWords(
        deadlines(25, 1).map((d, i) => ({ ...d, addressed: which(i) })),
        '2024-07-01',
      ).body;
    expect(told(() => true)).toMatch(/；\n另有5项，请到“收到的通知”查看。$/);
    expect(told(() => true)).not.toContain('期限台');
    // Somebody who is both an officer of ours and of an organ under review.
    expect(told((i) => i >= 23)).toMatch(/另有3项，请到“期限台”查看；\n另有2项，请到“收到的通知”查看。$/);
  });
});
