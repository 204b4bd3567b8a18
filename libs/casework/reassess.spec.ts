import { buildCalendar, defaultConventions } from '@anjuan/law';
import type { LedgerEntry } from './clocks';
import { replay } from './clocks';
import { reassess, recounted } from './reassess';

const calendar = buildCalendar();
const start = (on: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  seq: 1,
  on,
  verb: 'start',
  event: 'accept',
  ...more,
});
const limit = 'reconsideration.decision-ordinary';

describe('a clock under another calendar or convention', () => {
  // Accepted 2024-08-02: sixty days end on National Day.
  const extended = [
    start('2024-08-02'),
    { seq: 2, on: '2024-09-20', verb: 'extend', event: 'extend', days: 30 } as const,
  ];

  it('counts by the convention it is asked for, and its own ledger is left alone', () => {
    const before = structuredClone(extended);
    const other = reassess({ limit, ledger: extended }, calendar, { ...defaultConventions, extensionBase: 'rolled' });
    expect(other?.reckoned.due).toBe('2024-11-07');
    expect(replay(limit, extended, { calendar }).reckoned.due).toBe('2024-10-31');
    expect(extended).toEqual(before);
  });

  it('takes a day off that the place adds', () => {
    const local = buildCalendar({ localHolidays: [{ day: '2024-10-31', name: '地方假日' }] });
    expect(reassess({ limit, ledger: extended }, local, defaultConventions)?.reckoned.due).toBe('2024-11-01');
  });

  it('keeps the convention it was begun by until an event recounts it', () => {
    const rolled = { ...defaultConventions, extensionBase: 'rolled' } as const;
    const ledger = recounted(extended, rolled, { seq: 3, on: '2024-09-25', event: 'recount' });
    expect(replay(limit, ledger, { calendar }).reckoned.due).toBe('2024-11-07');
    const back = recounted(ledger, defaultConventions, { seq: 4, on: '2024-09-26', event: 'recount' });
    expect(replay(limit, back, { calendar }).reckoned.due).toBe('2024-10-31');
    expect(back.at(-1)).not.toHaveProperty('conventions');
  });

  it.each(['meet', 'cancel'] as const)('a clock that ended (%s) does not move', (verb) => {
    const ledger = [...extended, { seq: 3, on: '2024-09-27', verb, event: 'decide' }];
    expect(reassess({ limit, ledger }, calendar, { ...defaultConventions, extensionBase: 'rolled' })).toBeNull();
  });

  it('an open suspension leaves it without a date', () => {
    const ledger = [start('2024-08-02'), { seq: 2, on: '2024-08-20', verb: 'suspend', event: 'suspend' } as const];
    expect(reassess({ limit, ledger }, calendar, defaultConventions)).toMatchObject({
      status: 'suspended',
      reckoned: { due: null },
    });
  });
});
