import { type Office, openOffice } from '@test/office';
import { refusals, suit } from './entries';

describe('a suit that ends without a judgment', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());
  const notice = (more: object = {}) =>
    office.as('litigation-officer').receives('litigation', 'receive-notice', '2024-03-04', suit({ ...more }));

  it('is withdrawn before any hearing after the organ has changed its act, and is over at once', async () => {
    const file = await notice({ docketed_on: '2024-03-01' });
    await file.on('2024-03-08').does('change-act', { change: '罚款减为五百元' });
    const judgment = { ruling: 'claims-rejected', ruling_form: 'judgment' };
    expect(await refusals(file.on('2024-03-11').does('record-ruling', judgment))).toEqual(['ruling.heard']);
    expect(
      await refusals(file.on('2024-03-11').does('record-ruling', { ruling: 'withdrawn', ruling_form: 'judgment' })),
    ).toEqual(['ruling.form', 'ruling.heard']);
    await file.on('2024-03-13').does('record-ruling', { ruling: 'withdrawn', ruling_form: 'ruling' });
    expect(await file.clock('litigation.answer')).toMatchObject({ status: 'cancelled' });
    expect(await file.clock('litigation.first-instance')).toMatchObject({ status: 'met' });
    expect(await refusals(file.on('2024-03-14').does('record-appeal', { appellant_role: 'plaintiff' }))).toEqual([
      'appeal.allowed',
    ]);
    await file.on('2024-03-14').does('take-effect');
    expect(await file.facts()).toMatchObject({ ruling: 'withdrawn', hearing_count: 0, effective_on: '2024-03-14' });
    expect((await file.shows()).papers).toEqual(['litigation.act-change-letter']);
  });

  it('is dismissed by a ruling that can be appealed within ten days', async () => {
    const file = await notice();
    await file.on('2024-03-12').does('file-answer');
    await file.on('2024-04-10').does('record-ruling', { ruling: 'dismissed-suit', ruling_form: 'ruling' });
    await file.on('2024-04-22').does('serve-ruling');
    // 05-02, in the holiday until 05-05.
    expect(await file.clock('litigation.appeal-ruling', '孙三')).toMatchObject({
      raw: '2024-05-02',
      due: '2024-05-06',
    });
    expect(await refusals(file.on('2024-05-06').does('take-effect'))).toEqual(['effect.lapsed']);
    await file.on('2024-05-07').does('take-effect');
    expect((await file.page()).state).toBe('effective');
  });

  it('takes effect on the court’s certificate where nobody told us when the others were served', async () => {
    const file = await notice();
    await file.on('2024-04-10').does('record-ruling', { ruling: 'dismissed-suit', ruling_form: 'ruling' });
    await file.on('2024-04-12').does('serve-ruling', { recipient: 'defendant#1' });
    expect(await refusals(file.on('2024-05-20').does('take-effect'))).toEqual(['effect.served']);
    await file.on('2024-05-20').does('take-effect', { certificate: '（2024）测0101行初1号生效证明' });
    expect((await file.page()).state).toBe('effective');
  });

  it('rests while it waits for an heir, then goes on', async () => {
    const file = await notice({ docketed_on: '2024-03-01', simplified: true });
    // 03-01 + 45 = Monday 04-15.
    expect(await file.clock('litigation.simplified')).toMatchObject({ due: '2024-04-15' });
    await file.on('2024-03-20').does('suspend', { ground: 'death' });
    expect(await file.clock('litigation.simplified')).toMatchObject({ status: 'suspended', due: null });
    expect(await file.clock('litigation.stay-terminate')).toMatchObject({ due: '2024-06-18', duty: 'court' });
    await file.on('2024-04-09').does('resume');
    expect(await file.clock('litigation.simplified')).toMatchObject({ status: 'running', due: '2024-05-06' });
    await file.on('2024-04-12').does('convert-to-ordinary');
    expect(await file.clock('litigation.simplified')).toMatchObject({ status: 'cancelled' });
    // Six months from docketing, and the twenty days that did not count under the simplified procedure either.
    expect(await file.clock('litigation.first-instance')).toMatchObject({
      started_on: '2024-03-01',
      excluded_days: 20,
      raw: '2024-09-21',
    });
  });
});
