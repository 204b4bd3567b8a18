import { type Office, openOffice } from '@test/office';
import { receive, refusals } from './entries';

describe('a simplified reconsideration that turns out to be difficult', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2026-01-13');
  });
  afterAll(() => office.close());

  it('keeps its sixty days from the acceptance, and the days on which it was suspended', async () => {
    const file = await receive(office, '2026-01-13');
    await file.on('2026-01-15').does('accept', { track: 'simplified' });
    expect(await file.clock('reconsideration.send-copy-simplified')).toMatchObject({ due: '2026-01-20' });
    // 02-14 is a Saturday on which people work before the spring festival.
    expect(await file.clock('reconsideration.decision-simplified')).toMatchObject({
      raw: '2026-02-14',
      due: '2026-02-14',
      article: '第62条第2款',
    });
    await file.on('2026-01-16').does('send-copy');
    const head = file.as('reconsideration-head');
    const extension = { extended_days: 10, reasons: '情况复杂' };
    expect(await refusals(head.on('2026-01-20').does('extend', extension))).toEqual(['extension.ordinary']);

    await head.on('2026-01-26').does('suspend', { suspension_ground: 'legal-question', reasons: '请示上级机关' });
    expect(await refusals(head.on('2026-01-28').does('convert-to-ordinary', { reasons: '事实争议较大' }))).toEqual([
      'review.not-suspended',
    ]);
    await head.on('2026-02-05').does('resume');
    expect(await file.clock('reconsideration.decision-simplified')).toMatchObject({
      excluded_days: 10,
      due: '2026-02-24',
    });

    await file.on('2026-02-11').does('record-copy-received');
    // 02-12 ①, 13 ②, Saturday 14 ③, the festival until 23, 24 ④, 25 ⑤.
    expect(await file.clock('reconsideration.respondent-answer-simplified')).toMatchObject({ due: '2026-02-25' });

    await head.on('2026-02-12').does('convert-to-ordinary', { reasons: '事实争议较大' });
    expect(await file.clock('reconsideration.decision-simplified')).toMatchObject({ status: 'cancelled' });
    // 01-15 + 60 = 03-16, and ten days more for the suspension before the conversion.
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      started_on: '2026-01-15',
      excluded_days: 10,
      due: '2026-03-26',
      status: 'running',
    });
    expect(await file.clock('reconsideration.respondent-answer-simplified')).toMatchObject({ status: 'cancelled' });
    // Ten working days now, still from the day the copy arrived; Saturday 02-28 is worked.
    expect(await file.clock('reconsideration.respondent-answer')).toMatchObject({
      started_on: '2026-02-11',
      due: '2026-03-03',
    });
    expect((await file.facts()).track).toBe('ordinary');
    expect((await file.shows()).papers).toEqual([
      'reconsideration.application-receipt',
      'reconsideration.acceptance-notice',
      'reconsideration.simplified-notice',
      'reconsideration.answer-notice',
      'reconsideration.suspension-notice',
      'reconsideration.resumption-notice',
      'reconsideration.conversion-notice',
    ]);
    expect(await refusals(head.on('2026-02-13').does('convert-to-ordinary', { reasons: '重复' }))).toEqual([
      'conversion.simplified',
    ]);
    await head.on('2026-03-20').does('extend', { extended_days: 10, reasons: '情况复杂' });
    // 04-05 is Qingming; the holiday lasts until 04-06.
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      raw: '2026-04-05',
      due: '2026-04-07',
    });
  });

  it('is decided without a hearing of opinions, by one reviewer, within thirty days', async () => {
    const file = await receive(office, '2026-05-06');
    await file.on('2026-05-07').does('accept', { track: 'simplified' });
    await file.on('2026-05-25').does('submit-for-approval', { proposed: 'upheld' });
    await file.on('2026-05-27').as('organ-head').does('decide', { outcome: 'upheld' });
    const { state } = await file.shows();
    expect(state).toBe('concluded');
    expect(await file.clock('reconsideration.decision-simplified')).toMatchObject({
      status: 'met',
      due: '2026-06-08',
    });
  });
});
