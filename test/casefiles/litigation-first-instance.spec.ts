import { type Office, openOffice } from '@test/office';
import { refusals, suit, whyNot } from './entries';

describe('a first instance in which the head of the county comes to court', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-09-02');
  });
  afterAll(() => office.close());

  it('from the notice to the effective judgment', async () => {
    const file = await office
      .as('litigation-officer')
      .receives('litigation', 'receive-notice', '2024-09-02', suit({ docketed_on: '2024-08-26' }));
    expect(await file.page()).toMatchObject({ state: 'notified', number: '（2024）测诉应诉字第1号' });
    // 09-17 is the last day of the mid-autumn holiday.
    expect(await file.clock('litigation.answer')).toMatchObject({ raw: '2024-09-17', due: '2024-09-18', duty: 'own' });
    // The court's own period is shown, without a light.
    expect(await file.clock('litigation.first-instance')).toMatchObject({
      due: '2025-02-26',
      duty: 'court',
      light: null,
    });
    await file.on('2024-09-03').does('assign', { unit: '测试县公安局', finish_by: '2024-09-12' });
    await file.on('2024-09-14').does('file-answer');
    expect(await file.shows()).toEqual({
      state: 'answered',
      papers: [
        'litigation.assignment',
        'litigation.answer',
        'litigation.evidence-list',
        'litigation.basis-list',
        'litigation.representative-certificate',
        'litigation.authorisation',
      ],
    });
    expect(await file.clock('litigation.answer')).toMatchObject({ status: 'met', ended_on: '2024-09-14' });

    await file.on('2024-10-21').does('schedule-hearing', { hearing_on: '2024-11-05', place: '第三法庭' });
    expect(await file.clock('litigation.head-identity')).toMatchObject({ due: '2024-11-05' });
    await file.on('2024-10-30').does('confirm-head', {
      hearing_on: '2024-11-05',
      head_name: '周副县长',
      post: '副县长',
    });
    expect(await file.clock('litigation.head-identity')).toMatchObject({ status: 'met', ended_on: '2024-10-30' });
    await file.on('2024-11-05').does('hold-hearing', {
      open_court: true,
      attended: true,
      head_name: '周副县长',
      post: '副县长',
    });
    expect(await file.facts()).toMatchObject({
      hearing_count: 1,
      heard_on: '2024-11-05',
      head_attended: true,
      head_post: '副县长',
    });
    // Once per instance is enough, unless the court calls again.
    await file.on('2024-11-19').does('hold-further-hearing', { open_court: true });
    expect(await file.facts()).toMatchObject({ hearing_count: 2, heard_on: '2024-11-05', head_attended: true });
    const called = file.on('2024-11-26').does('hold-further-hearing', { open_court: true, called_again: true });
    expect(await refusals(called)).toEqual(['head.absence']);

    await file.on('2024-12-20').does('record-ruling', { ruling: 'claims-rejected', ruling_form: 'judgment' });
    expect(await file.clock('litigation.first-instance')).toMatchObject({ status: 'met', ended_on: '2024-12-20' });
    expect(await whyNot(file.on('2024-12-24').does('take-effect'))).toContain('还有2名当事人');
    await file.on('2024-12-25').does('serve-ruling', { recipient: 'defendant#1' });
    await file.on('2024-12-27').does('serve-ruling', { recipient: 'plaintiff#1' });
    expect(await refusals(file.on('2024-12-30').does('serve-ruling', { recipient: 'plaintiff#1' }))).toEqual([
      'service.once',
    ]);
    expect(await file.clock('litigation.appeal-judgment', '测试县人民政府')).toMatchObject({ due: '2025-01-09' });
    // The plaintiff got it two days later, and 01-11 is a Saturday.
    expect(await file.clock('litigation.appeal-judgment', '孙三')).toMatchObject({
      raw: '2025-01-11',
      due: '2025-01-13',
    });
    expect(await refusals(file.on('2025-01-10').does('archive'))).toEqual(['archive.ended']);
    expect(await whyNot(file.on('2025-01-13').does('take-effect'))).toContain('至2025-01-13届满');
    await file.on('2025-01-14').does('take-effect');
    expect(await file.clock('litigation.appeal-judgment', '孙三')).toMatchObject({ status: 'cancelled' });
    expect(await file.clock('litigation.retrial-application')).toMatchObject({ due: '2025-07-14', duty: 'party' });
    await file.on('2025-01-20').does('archive');
    expect((await file.shows()).papers.at(-1)).toBe('litigation.file-cover');
    expect(await file.facts()).toMatchObject({
      instance: 'first',
      standing: 'sole',
      ruling: 'claims-rejected',
      ruled_on: '2024-12-20',
      effective_on: '2025-01-14',
      archived_on: '2025-01-20',
    });
  });

  it('a lost case is performed, and its file holds the analysis of the loss', async () => {
    const file = await office.as('litigation-officer').receives('litigation', 'receive-notice', '2025-03-03', suit());
    await file.on('2025-03-10').does('file-answer');
    await file.on('2025-04-01').does('hold-hearing', {
      open_court: true,
      attended: true,
      head_name: '周副县长',
      post: '副县长',
    });
    await file.on('2025-05-12').does('record-ruling', {
      ruling: 'revoked',
      ruling_form: 'judgment',
      redo_ordered: true,
      loss_reason: 'procedure',
    });
    await file.on('2025-05-14').does('serve-ruling');
    expect((await file.page()).clocks.filter((k) => k.limit === 'litigation.appeal-judgment')).toHaveLength(2);
    await file.on('2025-05-30').does('take-effect', { perform_due_on: '2025-07-31' });
    expect(await file.clock('litigation.perform')).toMatchObject({ due: '2025-07-31', duty: 'own' });
    await file.on('2025-07-21').does('record-performance', { performance: 'performed' });
    expect(await file.clock('litigation.perform')).toMatchObject({ status: 'met', ended_on: '2025-07-21' });
    await file.on('2025-07-30').does('archive', { analysis: '告知听证的期限不足' });
    expect((await file.shows()).papers.slice(-3)).toEqual([
      'litigation.performance-report',
      'litigation.file-cover',
      'litigation.loss-analysis',
    ]);
  });
});
