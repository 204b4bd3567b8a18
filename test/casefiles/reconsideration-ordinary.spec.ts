import { type Office, openOffice } from '@test/office';
import { applicant, application, ordinary, refusals, thirdParty } from './entries';

describe('an ordinary reconsideration under the law of 2023, from the counter to the shelf', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());

  it('is received, answered, heard, approved, decided, served, performed and archived', async () => {
    const file = await office
      .as('reconsideration-officer')
      .receives(
        'reconsideration',
        'receive',
        '2024-03-04',
        application('2024-03-04', [applicant('张三'), thirdParty('李四')]),
      );
    expect(await file.page()).toMatchObject({ state: 'received', number: null });
    // 03-05 ①, 06 ②, 07 ③, 08 ④, Monday 11 ⑤.
    expect(await file.clock('reconsideration.acceptance-review')).toMatchObject({ due: '2024-03-11' });

    expect(await refusals(file.on('2024-03-06').does('accept', { track: 'ordinary' }))).toEqual([
      'acceptance.reviewers',
    ]);
    const receipt = await file.on('2024-03-06').does('accept', ordinary(office));
    expect(receipt.number).toBe('（2024）测府政复字第1号');
    expect(await file.clock('reconsideration.acceptance-review')).toMatchObject({ status: 'met' });
    // 03-06 + 60 = Sunday 05-05, the last day of the Labour Day holiday.
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      started_on: '2024-03-06',
      raw: '2024-05-05',
      due: '2024-05-06',
      law: '行政复议法(2023)',
      article: '第62条第1款',
      provisional: false,
      verified: true,
    });
    const { steps } = await file.clock('reconsideration.decision-ordinary');
    expect(steps.map((step) => step.date)).toEqual(['2024-03-06', '2024-05-05', '2024-05-06']);
    expect(steps[0]).toMatchObject({ article: '行政复议法(2023)第62条第1款' });
    expect(steps[2]).toMatchObject({ notice: '国办发明电〔2023〕7号', text: expect.stringContaining('劳动节') });
    expect(await file.clock('reconsideration.send-copy')).toMatchObject({ due: '2024-03-15' });

    await file.on('2024-03-08').does('send-copy');
    expect(await file.clock('reconsideration.send-copy')).toMatchObject({ status: 'met', ended_on: '2024-03-08' });
    await file.on('2024-03-11').does('record-copy-received');
    expect(await file.clock('reconsideration.respondent-answer', '测试县公安局')).toMatchObject({
      due: '2024-03-25',
      duty: 'respondent',
      article: '第48条',
    });
    // Two days late: recorded all the same, what follows from it is for the decision.
    await file.on('2024-03-27').does('record-answer', { evidence_complete: true });
    const answer = await file.clock('reconsideration.respondent-answer');
    expect(answer).toMatchObject({ status: 'met', due: '2024-03-25', ended_on: '2024-03-27' });

    await file.on('2024-04-08').does('submit-for-approval', { proposed: 'revoked' });
    const organ = file.as('organ-head');
    const unheard = organ.on('2024-04-10').does('decide', { outcome: 'upheld', redo_ordered: true });
    expect(await refusals(unheard)).toEqual(['decision.opinions-heard', 'decision.redo', 'decision.same-facts']);
    // Heard before, written down only now: a fact may lie before the last change of state.
    await file.on('2024-03-20').does('hear-opinions', { manner: 'telephone', opinions: '申请人称当晚不在现场' });
    expect((await file.facts()).heard_on).toBe('2024-03-20');
    await organ.on('2024-04-10').does('decide', { outcome: 'revoked', redo_ordered: true, same_facts_confirmed: true });
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'met',
      ended_on: '2024-04-10',
    });

    expect(await refusals(file.on('2024-04-11').does('archive'))).toEqual(['archive.served']);
    await file.on('2024-04-12').does('serve', { recipient: 'applicant#1', manner: 'direct' });
    // 04-12 + 15 = Saturday 04-27; Sunday 04-28 is worked instead of a day of the holiday.
    expect(await file.clock('reconsideration.sue-after-decision', '张三')).toMatchObject({
      raw: '2024-04-27',
      due: '2024-04-28',
      light: null,
    });
    await file.on('2024-04-15').does('serve', { recipient: 'respondent#1', manner: 'direct' });
    expect(await file.clock('reconsideration.redo', '测试县公安局')).toMatchObject({ due: '2024-06-14' });
    await file.on('2024-04-16').does('serve', { recipient: 'third-party#1', manner: 'post' });
    expect(await file.clock('reconsideration.sue-after-decision', '李四')).toMatchObject({ due: '2024-05-06' });
    expect(await file.facts()).toMatchObject({ served_on: '2024-04-16', effective_on: '2024-04-16' });

    await file.on('2024-06-12').does('record-performance', { performance: 'performed' });
    expect(await file.clock('reconsideration.redo')).toMatchObject({ status: 'met', ended_on: '2024-06-12' });
    await file.on('2024-06-20').does('archive');

    const page = await file.page();
    expect(page.state).toBe('archived');
    expect(page.clocks.filter((k) => k.status === 'running' || k.status === 'suspended')).toEqual([]);
    expect(page.papers.map((p) => p.code.replace('reconsideration.', ''))).toEqual([
      'application-receipt',
      'acceptance-notice',
      'answer-notice',
      'opinions-record',
      'decision',
      'service-return',
      'service-return',
      'superior-copy',
      'service-return',
      'closing-report',
    ]);
    expect(await file.facts()).toMatchObject({
      statute: 'XF23',
      accepted_on: '2024-03-06',
      outcome: 'revoked',
      redo_ordered: true,
      concluded_on: '2024-04-10',
      performance: 'performed',
      performed_on: '2024-06-12',
      archived_on: '2024-06-20',
    });
  });

  it('goes back from approval for revision, and is decided where the parties could not be heard', async () => {
    const file = await office
      .as('reconsideration-officer')
      .receives('reconsideration', 'receive', '2024-07-01', application('2024-07-01'));
    await file.on('2024-07-02').does('accept', ordinary(office));
    expect(await refusals(file.on('2024-07-10').as('organ-head').does('decide', { outcome: 'upheld' }))).toEqual([
      'engine.state',
      'decision.opinions-heard',
    ]);
    await file.on('2024-07-20').does('submit-for-approval', { proposed: 'upheld' });
    await file.on('2024-07-22').as('organ-head').does('return-for-revision', { reasons: '事实部分需要补充' });
    expect((await file.page()).state).toBe('accepted');
    await file.on('2024-07-23').does('record-not-heard', { not_heard_reason: '申请人电话停机，按址投递退回' });
    await file.on('2024-07-24').does('submit-for-approval', { proposed: 'upheld' });
    await file.on('2024-07-26').as('organ-head').does('decide', { outcome: 'upheld' });
    expect(await file.facts()).toMatchObject({ outcome: 'upheld', concluded_on: '2024-07-26' });
  });
});
