import { buildCalendar } from '@anjuan/law';
import { type ClockOutcome, type ClockVerb, type LedgerEntry, replay } from './clocks';

const calendar = buildCalendar();
const limit = 'reconsideration.decision-ordinary';
type Said = readonly [verb: ClockVerb, on: string, more?: Partial<LedgerEntry>];
/** What the entries, in order of recording, come to. */
const due = (...entries: readonly Said[]): ClockOutcome => {
  const ledger = entries.map(([verb, on, more], i): LedgerEntry => ({ seq: i + 1, on, verb, event: verb, ...more }));
  return replay(limit, ledger, { calendar });
};

describe('the replay of a ledger', () => {
  // Accepted 2024-05-06: sixty days end on Friday 2024-07-05.
  it('takes what lies after an end that was recorded late as without object', () => {
    const start: Said = ['start', '2024-05-06'];
    const met = due(start, ['suspend', '2024-06-10'], ['meet', '2024-06-07']);
    expect(met).toMatchObject({
      status: 'met',
      endedOn: '2024-06-07',
      reckoned: { due: '2024-07-05', excludedDays: 0 },
    });
    const extended = due(start, ['extend', '2024-06-20', { days: 30 }], ['meet', '2024-06-07']);
    expect(extended.reckoned.due).toBe('2024-07-05');
  });

  it('runs again when the last of several causes is gone, and counts a day once', () => {
    const exam = { cause: 'examination' } as const;
    const both: readonly Said[] = [
      ['start', '2024-05-06'],
      ['suspend', '2024-05-20'],
      ['suspend', '2024-05-25', exam],
      ['resume', '2024-05-30'],
    ];
    expect(due(...both)).toMatchObject({ status: 'suspended', reckoned: { due: null } });
    // 05-20 to 06-03: fifteen days.
    expect(due(...both, ['resume', '2024-06-04', exam])).toMatchObject({
      status: 'running',
      reckoned: { excludedDays: 15, raw: '2024-07-20' },
    });
  });

  it('counts a clock that ended while suspended to its end', () => {
    const met = due(['start', '2024-05-06'], ['suspend', '2024-06-10'], ['meet', '2024-06-20']);
    expect(met).toMatchObject({ status: 'met', reckoned: { excludedDays: 10, raw: '2024-07-15' } });
  });
});
