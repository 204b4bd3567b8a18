import { type Office, openOffice } from '@test/office';
import { accepted, refusals } from './entries';

describe('a norm is reviewed with the act', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-09-02');
  });
  afterAll(() => office.close());
  const norm = { norm_title: '测公发〔2020〕7号', norm_maker: '测试县公安局' };

  it('by the organ itself: thirty days, the maker is told in three and answers in ten working days', async () => {
    const file = await accepted(office, '2024-09-02');
    const head = file.as('reconsideration-head');
    expect(
      await refusals(
        head.on('2024-09-06').does('begin-norm-review', { ...norm, norm_origin: 'request', norm_route: 'handle' }),
      ),
    ).toEqual(['norm.request-dated']);
    // Requested with the application, before there was a case: the thirty days run from the acceptance.
    await head.on('2024-09-06').does('begin-norm-review', {
      ...norm,
      norm_origin: 'request',
      norm_route: 'handle',
      norm_requested_on: '2024-08-30',
    });
    expect(await file.clock('reconsideration.norm-handle')).toMatchObject({ due: '2024-10-08', raw: '2024-10-02' });
    expect(await file.clock('reconsideration.norm-notify-maker')).toMatchObject({ due: '2024-09-11' });
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ status: 'suspended', due: null });
    expect(await refusals(head.on('2024-09-09').does('resume'))).toEqual(['resumption.suspended']);
    expect(await refusals(file.on('2024-09-09').does('transfer-norm', { competent_organ: '测试市公安局' }))).toEqual([
      'norm.route',
    ]);
    await file.on('2024-09-10').does('notify-norm-maker', { maker_received_on: '2024-09-10' });
    // 09-11 ① 12 ② 13 ③, Saturday 14 worked ④, holiday 15–17, 18 ⑤ 19 ⑥ 20 ⑦ 23 ⑧ 24 ⑨ 25 ⑩.
    expect(await file.clock('reconsideration.norm-maker-reply')).toMatchObject({ due: '2024-09-25' });
    await file.on('2024-09-20').does('record-norm-maker-reply', { reply: '依据上位法制定' });
    await head.on('2024-09-26').does('conclude-norm-review', { norm_outcome: 'stopped', reasons: '超越权限' });
    expect(await file.facts()).toMatchObject({
      norm_stopped: true,
      suspended_on: '2024-09-06',
      resumed_on: '2024-09-26',
      suspension_ground: 'norm-review',
    });
    // 09-02 + 60 = 11-01; twenty days stood still.
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'running',
      due: '2024-11-21',
    });
    const { clocks, papers } = await file.page();
    expect(clocks.filter((k) => k.limit.includes('norm') && k.status !== 'met')).toEqual([]);
    expect(papers.map((p) => p.title)).toEqual(
      expect.arrayContaining(['规范性文件附带审查答复通知书', '规范性文件处理意见', '行政复议恢复审理通知书']),
    );
    expect(await refusals(file.on('2024-09-27').does('record-norm-maker-reply'))).toEqual(['norm.under-review']);
  });

  it('passed on in seven working days to the organ that may judge it, which has sixty days', async () => {
    const file = await accepted(office, '2024-09-03');
    const head = file.as('reconsideration-head');
    await head.on('2024-09-09').does('begin-norm-review', { ...norm, norm_origin: 'own', norm_route: 'transfer' });
    expect(await file.clock('reconsideration.norm-transfer')).toMatchObject({ due: '2024-09-19' });
    expect(await refusals(file.on('2024-09-12').does('record-norm-transfer-received'))).toEqual(['norm.transferred']);
    await file.on('2024-09-12').does('transfer-norm', { competent_organ: '测试市公安局' });
    await file.on('2024-09-13').does('record-norm-transfer-received');
    expect(await file.clock('reconsideration.norm-receiver-reply')).toMatchObject({ due: '2024-11-12' });
    await head.on('2024-10-21').does('conclude-norm-review', { norm_outcome: 'found-lawful-elsewhere' });
    expect(await file.facts()).toMatchObject({ norm_stopped: false, norm_concluded_on: '2024-10-21' });
    expect(await office.figure('reconsideration-norm-reviews', 2024)).toMatchObject({ value: 2 });
    expect(await office.figure('reconsideration-norms-stopped', 2024)).toMatchObject({ value: 1 });
  });

  it('while the case stands still for another reason, and it stands until both have ended', async () => {
    const file = await accepted(office, '2024-10-21');
    const head = file.as('reconsideration-head');
    await head.on('2024-10-28').does('suspend', { suspension_ground: 'other-case', reasons: '等待判决' });
    await head.on('2024-10-30').does('begin-norm-review', { ...norm, norm_origin: 'own', norm_route: 'transfer' });
    expect(await file.clock('reconsideration.norm-transfer')).toMatchObject({ status: 'running', due: '2024-11-08' });
    expect(await file.facts()).toMatchObject({ suspended_on: '2024-10-28', suspension_ground: 'other-case' });
    const again = head
      .on('2024-10-30')
      .does('begin-norm-review', { ...norm, norm_origin: 'own', norm_route: 'handle' });
    expect(await refusals(again)).toEqual(['norm.one-at-a-time']);
    await head.on('2024-11-05').does('resume');
    expect(await file.facts()).toMatchObject({ suspended_on: '2024-10-28', suspension_ground: 'norm-review' });
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ status: 'suspended' });
    await head.on('2024-11-12').does('conclude-norm-review', { norm_outcome: 'found-lawful-elsewhere' });
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'running',
      excluded_days: 15,
    });
    expect((await file.page()).papers.filter((p) => p.code === 'reconsideration.resumption-notice')).toHaveLength(1);
  });
});
