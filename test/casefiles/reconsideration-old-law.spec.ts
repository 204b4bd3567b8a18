import { type Office, openOffice } from '@test/office';
import { ordinary, receive, refusals } from './entries';

describe('applications received under the law of 2017', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2023-07-03');
  });
  afterAll(() => office.close());

  it('receipt is acceptance; the time of correction is taken out of the sixty days', async () => {
    const file = await receive(office, '2023-07-03');
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      started_on: '2023-07-03',
      due: '2023-09-01',
    });
    const notice = { items: '身份证明', notice_received_on: '2023-07-06' };
    expect(await refusals(file.on('2023-07-06').does('request-correction', notice))).toEqual(['correction.period']);
    await file.on('2023-07-06').does('request-correction', { ...notice, correction_days: 15 });
    expect(await file.clock('reconsideration.correction-reply')).toMatchObject({ due: '2023-07-21' });
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ status: 'suspended' });
    await file.on('2023-07-20').does('receive-correction', { received_materials: '身份证明' });
    // 07-03 + 60 + 14.
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'running',
      excluded_days: 14,
      due: '2023-09-15',
      law: '行政复议法(2017)',
    });
    await file.on('2023-07-21').does('accept', ordinary(office));
    expect(await file.facts()).toMatchObject({ statute: 'XF17', accepted_on: '2023-07-03', deemed: false });
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ due: '2023-09-15' });
  });

  it('the correction may be asked for within five days of receipt: working days, or calendar days by setting', async () => {
    const [notice, asks] = ['reconsideration.correction-notice', { items: '身份证明', correction_days: 10 }];
    // Monday 07-31 and five working days; the Saturday and Sunday count by the other reading.
    const file = await receive(office, '2023-07-31');
    expect(await file.clock(notice)).toMatchObject({
      started_on: '2023-07-31',
      due: '2023-08-07',
      law: '行政复议法实施条例(2007)',
      article: '第29条',
    });
    await file.on('2023-08-03').does('request-correction', asks);
    expect(await file.clock(notice)).toMatchObject({ status: 'met', ended_on: '2023-08-03' });

    await office.identity.changeSettings(office.home.id, { conventions: { oldLawCorrectionDays: 'calendar' } });
    const strict = await receive(office, '2023-08-03');
    expect(await strict.clock(notice)).toMatchObject({ due: '2023-08-08' });
    await strict.on('2023-08-04').does('accept', ordinary(office));
    expect(await strict.clock(notice)).toMatchObject({ status: 'cancelled' });
    await office.identity.changeSettings(office.home.id, { conventions: {} });
    const refused = await receive(office, '2023-08-04');
    await refused.as('reconsideration-head').does('refuse', { ground: 'no-interest', reasons: '无利害关系' });
    expect(await refused.clock(notice)).toMatchObject({ status: 'cancelled' });
  });

  it('nobody accepts by silence, and the office’s own receipt counts', async () => {
    const file = await receive(office, '2023-08-07', undefined, {
      organ_received_on: '2023-08-01',
      office_received_on: '2023-08-07',
    });
    expect(await file.clock('reconsideration.acceptance-review')).toMatchObject({ started_on: '2023-08-01' });
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ started_on: '2023-08-07' });
    await office.clockTurnsTo('2023-08-31');
    expect((await file.page()).state).toBe('received');
    const backwards = receive(office, '2023-08-31', undefined, {
      organ_received_on: '2023-08-31',
      office_received_on: '2023-08-30',
    });
    expect(await refusals(backwards)).toEqual(['receipt.order']);
  });

  it('received in December 2023 and accepted in January 2024: the old law binds', async () => {
    const file = await receive(office, '2023-12-28');
    expect(await refusals(file.on('2024-01-03').does('accept', { track: 'simplified' }))).toEqual(['acceptance.track']);
    await file.on('2024-01-03').does('accept', ordinary(office));
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      law: '行政复议法(2017)',
      started_on: '2023-12-28',
      due: '2024-02-26',
    });
    expect(await file.facts()).toMatchObject({ statute: 'XF17', accepted_on: '2023-12-28' });
    // The copy arrives under the new law: ten working days, where the old law gave ten calendar days.
    await file.on('2024-01-08').does('record-copy-received');
    expect(await file.clock('reconsideration.respondent-answer')).toMatchObject({
      law: '行政复议法(2023)',
      due: '2024-01-22',
    });
    // The length is the old law's; who extends it is said by the law of the day on which it is extended.
    const extension = { extended_days: 30, reasons: '情况复杂' };
    expect(await refusals(file.on('2024-02-19').as('organ-head').does('extend', extension))).toEqual([
      'extension.approver',
    ]);
    await file.on('2024-02-19').as('reconsideration-head').does('extend', extension);
    const extended = await file.clock('reconsideration.decision-ordinary');
    expect(extended).toMatchObject({ law: '行政复议法(2017)', article: '第31条第1款', due: '2024-03-27' });
    expect(extended.steps.find((s) => s.text.includes('延长'))).toMatchObject({
      text: expect.stringContaining('经行政复议机构负责人同意延长30日'),
      article: '行政复议法(2023)第62条第1款',
    });
    // And the decision of 2024 asks for the parties' opinions, whenever the case began.
    await file.on('2024-02-20').does('submit-for-approval', { proposed: 'upheld' });
    expect(await refusals(file.on('2024-02-22').as('organ-head').does('decide', { outcome: 'upheld' }))).toEqual([
      'decision.opinions-heard',
    ]);
  });

  it('cases under both laws stand in one list of one year, each with the law it is counted by', async () => {
    const old = await receive(office, '2023-12-29');
    await old.on('2024-01-04').does('accept', ordinary(office));
    const revised = await receive(office, '2024-01-05');
    await revised.on('2024-01-09').does('accept', ordinary(office));
    const { items } = await office
      .as('reconsideration-head')
      .get<{ items: { id: string }[] }>('/cases?kind=reconsideration&limit=100');
    expect(items.map((c) => c.id)).toEqual(expect.arrayContaining([old.id, revised.id]));
    const bound = async (file: typeof old) => {
      const { law, started_on, due } = await file.clock('reconsideration.decision-ordinary');
      return [law, started_on, due];
    };
    expect(await bound(old)).toEqual(['行政复议法(2017)', '2023-12-29', '2024-02-27']);
    expect(await bound(revised)).toEqual(['行政复议法(2023)', '2024-01-09', '2024-03-11']);
  });

  it('the respondent of 2023 had ten calendar days; the decision needed no hearing of opinions', async () => {
    const file = await receive(office, '2023-12-04');
    await file.on('2023-12-05').does('accept', ordinary(office));
    await file.on('2023-12-20').does('record-copy-received');
    expect(await file.clock('reconsideration.respondent-answer')).toMatchObject({
      law: '行政复议法(2017)',
      raw: '2023-12-30',
      due: '2024-01-02',
    });
    await file.on('2023-12-27').does('submit-for-approval', { proposed: 'revoked' });
    const organ = file.on('2023-12-29').as('organ-head');
    expect(await refusals(organ.does('decide', { outcome: 'void' }))).toEqual(['decision.outcome']);
    await organ.does('decide', { outcome: 'revoked' });
    const page = await file.page();
    expect(page.state).toBe('concluded');
    expect(page.clocks.find((k) => k.limit === 'reconsideration.respondent-answer')?.status).toBe('cancelled');
  });
});
