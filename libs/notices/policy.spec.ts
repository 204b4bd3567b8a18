import { type Permission, roles } from '@anjuan/identity';
import { defaultPolicy, policiesOf, reachesSuperior, stepsOf, superiorRoles } from './policy';
import { staffOf } from './recipients';
import { digestWords, reminderWords } from './wording';

describe('the days on which a deadline is spoken of', () => {
  const due = '2024-07-15';
  it.each([
    [
      'recorded long before',
      '2024-05-15',
      '2024-05-15',
      ['before-10 2024-07-05', 'before-5 2024-07-10', 'before-3 2024-07-12', 'before-1 2024-07-14', 'due 2024-07-15'],
    ],
    [
      'recorded six days before: nothing for the days that were over by then',
      '2024-07-09',
      '2024-07-09',
      ['before-5 2024-07-10', 'before-3 2024-07-12', 'before-1 2024-07-14', 'due 2024-07-15'],
    ],
    ['recorded on the very day of a step', '2024-07-14', '2024-07-14', ['before-1 2024-07-14', 'due 2024-07-15']],
    ['recorded on the due day', '2024-07-15', '2024-07-15', ['due 2024-07-15']],
    [
      'after a silence of days, only the last step that was missed',
      '2024-05-15',
      '2024-07-13',
      ['before-3 2024-07-12', 'before-1 2024-07-14', 'due 2024-07-15'],
    ],
    ['overdue: the digest speaks instead', '2024-05-15', '2024-07-16', []],
  ])('%s', (_, recordedOn, today, expected) => {
    const steps = stepsOf(defaultPolicy, due, recordedOn, today);
    expect(steps.map((s) => `${s.kind} ${s.fireOn}`)).toEqual(expected);
  });

  it('go to the superior from three days before', () => {
    const steps = stepsOf(defaultPolicy, due, '2024-05-15', '2024-05-15');
    expect(steps.filter((s) => reachesSuperior(defaultPolicy, s)).map((s) => s.kind)).toEqual([
      'before-3',
      'before-1',
      'due',
    ]);
    expect(steps.filter((s) => reachesSuperior({ ...defaultPolicy, superiorFrom: null }, s))).toEqual([]);
  });
});

describe('a jurisdiction’s own policy', () => {
  it('lies over the default, limit by limit', () => {
    const policyOf = policiesOf({
      reminders: { default: { superiorFrom: 5 }, 'litigation.answer': { daysBefore: [7, 2], digest: false } },
    });
    expect(policyOf('litigation.answer')).toEqual({ daysBefore: [7, 2], superiorFrom: 5, digest: false });
    expect(policyOf('reconsideration.decision-ordinary')).toEqual({ ...defaultPolicy, superiorFrom: 5 });
  });

  it.each([
    [undefined],
    [{}],
    [{ reminders: 'none' }],
    [{ reminders: { default: { daysBefore: [-1], superiorFrom: 'never', digest: 'no' } } }],
    [{ reminders: { default: { daysBefore: 3 }, 'litigation.answer': null } }],
  ])('that makes no sense silences nothing: %j', (settings) => {
    expect(policiesOf(settings)('litigation.answer')).toEqual(defaultPolicy);
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

  it('may read what the notice speaks of', () => {
    for (const [kind, list] of Object.entries(superiorRoles))
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
  const overdue = (n: number) =>
    Array.from({ length: n }, (_, i) => ({
      number: `${i + 1}号`,
      limit: '审理期限',
      due: `2024-07-${String(28 - i).padStart(2, '0')}`,
      provisional: false,
    }));

  it('lists what is overdue, the oldest first', () => {
    expect(digestWords(overdue(2), '2024-07-30')).toEqual({
      title: '今日有2项期限已超期',
      body: '案件2号：审理期限，2024年7月27日届满，已超期3日；\n案件1号：审理期限，2024年7月28日届满，已超期2日。',
    });
  });

  it('stays readable when there is much, and says how much more there is', () => {
    const { title, body } = digestWords(overdue(25), '2024-07-30');
    expect(title).toBe('今日有25项期限已超期');
    expect(body.split('\n')).toHaveLength(21);
    expect(body).toMatch(/另有5项，请到期限页查看。$/);
  });
});
