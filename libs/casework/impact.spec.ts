import { buildCalendar, type Conventions, defaultConventions, isLimitId, type Notice } from '@anjuan/law';
import { type LedgerEntry, replay } from './clocks';
import { Assessment, digestOf, type OpenClock } from './impact';

/** Invented: 2027 stood without a notice when this was written. */
const notice: Notice = {
  year: 2027,
  number: '示例通知',
  issued: '2026-11-20',
  festivals: [
    { name: '元旦', off: ['2027-01-01', '2027-01-03'], makeUp: [] },
    { name: '春节', off: ['2027-02-05', '2027-02-11'], makeUp: ['2027-01-31'] },
  ],
};
const now = buildCalendar();
const next = buildCalendar({ notices: [notice] });
const change = { title: '2027年放假安排', from: now, to: next };

/** The clock as it was stored before the change. */
function clock(limit: string, on: string, more: readonly Partial<LedgerEntry>[] = []): OpenClock {
  if (!isLimitId(limit)) throw new Error(limit);
  const ledger: LedgerEntry[] = [
    { seq: 1, on, verb: 'start', event: 'start' },
    ...more.map((e, i) => ({ seq: i + 2, on, verb: 'suspend' as const, event: 'event', ...e })),
  ];
  const { reckoned } = replay(limit, ledger, { calendar: now });
  return {
    clock_id: '1',
    case_id: '2',
    kind: 'reconsideration',
    number: '第1号',
    limit_id: limit,
    started_on: on,
    due: reckoned.due,
    provisional: reckoned.provisional,
    ledger,
  };
}
const decision = 'reconsideration.decision-ordinary';
const review = 'reconsideration.acceptance-review';

describe('what a change makes of a clock', () => {
  const assessment = new Assessment(change);

  it('working days are moved by every changed day on the way', () => {
    // Five working days from Wednesday 12-30: 31, 01-04 to 01-07 once New Year's Day is off.
    expect(assessment.of(clock(review, '2026-12-30'))).toMatchObject({
      effect: 'moved',
      old_due: '2027-01-06',
      new_due: '2027-01-07',
      why: '2027-01-01元旦放假。',
    });
  });

  it('of calendar days only the roll at the end can move', () => {
    expect(assessment.of(clock(decision, '2026-12-02'))).toMatchObject({
      old_due: '2027-02-01',
      new_due: '2027-01-31',
      why: '2027-01-31春节调休上班。',
    });
    // 12-08 + 60 = Saturday 02-06, in the middle of the festival.
    expect(assessment.of(clock(decision, '2026-12-08'))).toMatchObject({
      old_due: '2027-02-08',
      new_due: '2027-02-12',
      why: '2027-02-08至2027-02-11春节放假。',
    });
  });

  it('a day that stays is settled by the notice, and one long before is not touched', () => {
    expect(assessment.of(clock(decision, '2026-11-20'))).toMatchObject({
      effect: 'settled',
      old_due: '2027-01-19',
      new_due: '2027-01-19',
      why: '2027年放假安排已公布，日期不变。',
    });
    expect(assessment.of(clock(decision, '2026-09-01'))).toBeNull();
  });

  it('a clock that ended or stands suspended does not move', () => {
    expect(assessment.of(clock(decision, '2026-12-02', [{ verb: 'meet', on: '2026-12-20' }]))).toBeNull();
    expect(assessment.of(clock(decision, '2026-12-02', [{ on: '2026-12-20' }]))).toBeNull();
  });

  it('a convention is said by its name, and is kept where the date stays', () => {
    const conventions: Conventions = { ...defaultConventions, makeUpDayIsWorkingDay: false };
    const other = new Assessment({ ...change, from: next, to: next, conventions });
    const stored = { ...clock(decision, '2026-12-02'), due: '2027-01-31', provisional: false };
    expect(other.of(stored)).toMatchObject({
      effect: 'moved',
      new_due: '2027-02-01',
      why: '改变计算约定：调休上班日为工作日，期间届满于该日的不顺延。',
    });
    expect(other.of(clock(decision, '2026-09-01'))).toMatchObject({ effect: 'kept', new_due: '2026-11-02' });
  });

  it('a list has another digest when a day, a clock or the change is another', () => {
    const row = assessment.of(clock(decision, '2026-12-02'));
    if (!row) throw new Error('the clock should move');
    const digests = [
      digestOf('a', [row]),
      digestOf('b', [row]),
      digestOf('a', []),
      digestOf('a', [{ ...row, new_due: '2027-02-02' }]),
      digestOf('a', [{ ...row, clock_id: '9' }]),
    ];
    expect(new Set(digests).size).toBe(5);
    expect(digestOf('a', [{ ...row }])).toBe(digests[0]);
  });
});
