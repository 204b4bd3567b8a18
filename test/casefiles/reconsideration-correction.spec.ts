import { type Office, openOffice } from '@test/office';
import { ordinary, receive, refusals, whyNot } from './entries';

describe('an application that has to be corrected', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());
  const notice = { items: '身份证明；载明具体请求的申请书' };
  const material = { received_materials: '身份证复印件、申请书' };

  it('is corrected in time: the review begins anew, and the sixty days run from the acceptance', async () => {
    const file = await receive(office, '2024-03-04');
    await file.on('2024-03-06').does('request-correction', notice);
    expect((await file.page()).state).toBe('awaiting-correction');
    expect(await file.clock('reconsideration.acceptance-review')).toMatchObject({ status: 'met' });
    // Nothing runs against the applicant before the notice has arrived.
    expect((await file.page()).clocks.filter((k) => k.status === 'running')).toEqual([]);
    await file.on('2024-03-08').does('record-correction-notice-received');
    expect(await file.clock('reconsideration.correction-reply')).toMatchObject({
      due: '2024-03-22',
      duty: 'party',
      light: null,
    });
    expect(await refusals(file.on('2024-03-11').does('record-correction-notice-received'))).toEqual([
      'correction.received-once',
    ]);
    await file.on('2024-03-20').does('receive-correction', material);
    expect((await file.page()).state).toBe('received');
    expect(await file.clock('reconsideration.correction-reply')).toMatchObject({ status: 'met' });
    expect(await file.clock('reconsideration.review-after-correction')).toMatchObject({ due: '2024-03-27' });
    expect(await refusals(file.on('2024-03-21').does('request-correction', notice))).toEqual(['correction.once']);
    await file.on('2024-03-25').does('accept', ordinary(office));
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ due: '2024-05-24' });
    expect((await file.shows()).papers).toEqual([
      'reconsideration.application-receipt',
      'reconsideration.correction-notice',
      'reconsideration.correction-receipt',
      'reconsideration.acceptance-notice',
    ]);
  });

  it('gets more time for a good reason', async () => {
    const file = await receive(office, '2024-04-01');
    await file.on('2024-04-02').does('request-correction', { ...notice, notice_received_on: '2024-04-02' });
    // 04-03 ①, Qingming 04-04 to 06, Sunday 04-07 ②, 08 ③ … 12 ⑦, 15 ⑧, 16 ⑨, 17 ⑩.
    expect(await file.clock('reconsideration.correction-reply')).toMatchObject({ due: '2024-04-17' });
    await file.on('2024-04-10').does('extend-correction', { extra_days: 3, reasons: '住院' });
    expect(await file.clock('reconsideration.correction-reply')).toMatchObject({ due: '2024-04-22' });
  });

  it('is given up only when a named person has confirmed it after the period; a reply posted in time revives it', async () => {
    const file = await receive(office, '2024-05-06');
    await file.on('2024-05-07').does('request-correction', notice);
    const head = file.as('reconsideration-head');
    const record = { reasons: '通知已送达，期满未补正，电话询问称不再提供', without_cause: true };
    expect(await refusals(head.on('2024-06-03').does('abandon', { reasons: '期满' }))).toEqual([
      'abandonment.lapsed',
      'abandonment.without-cause',
    ]);
    await file.on('2024-05-08').does('record-correction-notice-received');
    // Saturday 05-11 is worked: 05-09 ①, 10 ②, 11 ③, 13 ④ … 17 ⑧, 20 ⑨, 21 ⑩.
    expect(await file.clock('reconsideration.correction-reply')).toMatchObject({ due: '2024-05-21' });
    expect(await whyNot(head.on('2024-05-21').does('abandon', record))).toContain('补正期限至2024-05-21届满');
    // Five days more for a reply that was posted in time.
    expect(await whyNot(head.on('2024-05-26').does('abandon', record))).toContain('2024-05-26');
    expect(await refusals(file.on('2024-05-27').does('abandon', record))).toEqual(['engine.role']);
    await head.on('2024-05-27').does('abandon', record);
    expect(await file.page()).toMatchObject({ state: 'abandoned', number: null });
    expect(await file.facts()).toMatchObject({ exit: 'deemed-abandoned', left_on: '2024-05-27' });

    const posted = (posted_on: string) =>
      file.on('2024-05-28').does('receive-posted-correction', { ...material, posted_on });
    expect(await refusals(posted('2024-05-22'))).toEqual(['correction.posted-in-time']);
    await posted('2024-05-21');
    expect((await file.page()).state).toBe('received');
    expect(await file.facts()).not.toHaveProperty('exit');
    expect(await file.clock('reconsideration.review-after-correction')).toMatchObject({ due: '2024-06-04' });
  });

  it('is withdrawn or settled while the correction is awaited', async () => {
    const withdrawn = await receive(office, '2024-07-01');
    await withdrawn.on('2024-07-02').does('request-correction', { ...notice, notice_received_on: '2024-07-02' });
    await withdrawn.on('2024-07-04').does('withdraw-before-acceptance');
    const settled = await receive(office, '2024-07-08');
    await settled.on('2024-07-10').does('settle-before-acceptance', { settlement: '公安机关当面说明，申请人接受' });
    for (const [file, state] of [
      [withdrawn, 'withdrawn'],
      [settled, 'settled'],
    ] as const) {
      const page = await file.page();
      expect(page).toMatchObject({ state, number: null });
      expect(page.clocks.filter((k) => k.status === 'running')).toEqual([]);
    }
    expect(await settled.facts()).toMatchObject({ exit: 'pre-settled', pre_settled: true, left_on: '2024-07-10' });
  });
});
