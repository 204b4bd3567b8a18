import { type Office, openOffice } from '@test/office';
import { refusals, suit, whyNot } from './entries';

describe('the plaintiff appeals', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-06-03');
  });
  afterAll(() => office.close());

  const judged = async () => {
    const file = await office.as('litigation-officer').receives('litigation', 'receive-notice', '2024-06-03', suit());
    await file.on('2024-06-11').does('file-answer');
    await file.on('2024-07-02').does('hold-hearing', {
      open_court: true,
      attended: true,
      head_name: '周副县长',
      post: '副县长',
    });
    await file.on('2024-08-12').does('record-ruling', { ruling: 'claims-rejected', ruling_form: 'judgment' });
    await file.on('2024-08-14').does('serve-ruling');
    return file;
  };

  it('the second instance is a file of its own under the first, and its judgment takes effect at once', async () => {
    const first = await judged();
    expect(await first.clock('litigation.appeal-judgment', '孙三')).toMatchObject({ due: '2024-08-29' });
    await first.on('2024-08-28').does('record-appeal', { appellant_role: 'plaintiff' });
    expect(await first.clock('litigation.appeal-judgment', '孙三')).toMatchObject({ status: 'met' });
    expect(await first.clock('litigation.appeal-judgment', '测试县人民政府')).toMatchObject({ status: 'running' });
    expect(await refusals(first.on('2024-09-02').does('take-effect'))).toEqual(['effect.appealed']);

    const second = await office
      .as('litigation-officer')
      .receives(
        'litigation',
        'enter-second-instance',
        '2024-09-10',
        suit({ standing: 'appellee', court: '测试省高级人民法院', docketed_on: '2024-09-09' }),
        { parentId: first.id },
      );
    await first.on('2024-09-10').does('follow');
    expect(await second.clock('litigation.appeal-answer')).toMatchObject({ due: '2024-09-25', duty: 'own' });
    expect(await second.clock('litigation.second-instance')).toMatchObject({ due: '2024-12-09', duty: 'court' });
    expect((await second.page()).parent).toMatchObject({ id: first.id, state: 'judged' });
    expect((await first.page()).children).toMatchObject([{ id: second.id, state: 'notified' }]);
    expect(await refusals(first.on('2024-09-11').does('follow'))).toEqual(['instance.followed']);
    expect(await refusals(first.on('2024-09-11').does('record-appeal', { appellant_role: 'defendant' }))).toEqual([
      'instance.followed',
    ]);
    await first.on('2024-09-12').does('archive');

    await second.on('2024-09-20').does('file-answer');
    expect((await second.shows()).papers).toEqual(['litigation.appeal-answer', 'litigation.authorisation']);
    // Decided on the papers: the second instance may do without a hearing.
    await second
      .on('2024-11-15')
      .does('record-ruling', { ruling: 'appeal-upheld', ruling_form: 'judgment', below: 'won' });
    await second.on('2024-11-18').does('serve-ruling');
    expect((await second.page()).clocks.map((k) => k.limit)).not.toContain('litigation.appeal-judgment');
    expect(await refusals(second.on('2024-11-18').does('record-appeal', { appellant_role: 'plaintiff' }))).toEqual([
      'appeal.allowed',
    ]);
    await second.on('2024-11-18').does('take-effect');
    expect(await second.facts()).toMatchObject({ instance: 'second', effective_on: '2024-11-18' });
    expect(await first.facts()).toMatchObject({ appealed_on: '2024-08-28', followed_on: '2024-09-10' });
    expect(await first.facts()).not.toHaveProperty('effective_on');
  });

  it('an appeal is dropped, and the judgment takes effect after all', async () => {
    const file = await judged();
    expect(await refusals(file.on('2024-08-20').does('drop-appeal'))).toEqual(['appeal.pending']);
    await file.on('2024-08-28').does('record-appeal', { appellant_role: 'plaintiff' });
    await file.on('2024-10-08').does('drop-appeal', { note: '未交诉讼费，按撤回处理' });
    await file.on('2024-10-09').does('take-effect');
    expect((await file.facts()).effective_on).toBe('2024-10-09');
    expect(await refusals(file.on('2024-08-09').does('record-performance', { performance: 'performed' }))).toEqual([
      'performance.order',
    ]);
  });

  it('news of an appeal in time comes late: the judgment had not taken effect', async () => {
    const file = await judged();
    const { warnings } = await file.on('2024-08-30').does('take-effect', { perform_due_on: '2024-09-30' });
    expect(warnings).toEqual([]);
    expect(await file.clock('litigation.retrial-application')).toMatchObject({ status: 'running' });
    const tooLate = file.on('2024-09-02').does('learn-of-appeal', { appellant_role: 'plaintiff' });
    expect(await refusals(tooLate)).toEqual(['appeal.before-effect']);
    await file.on('2024-08-29').does('learn-of-appeal', { appellant_role: 'plaintiff' });
    expect((await file.page()).state).toBe('judged');
    const facts = await file.facts();
    expect(facts.appealed_on).toBe('2024-08-29');
    expect(facts).not.toHaveProperty('effective_on');
    for (const limit of ['litigation.retrial-application', 'litigation.perform', 'litigation.execution'])
      expect(await file.clock(limit)).toMatchObject({ status: 'cancelled' });
  });

  it('a ruling takes effect the day after the last period, and not when somebody gets round to writing it down', async () => {
    const file = await judged();
    expect(await whyNot(file.on('2024-10-31').does('take-effect'))).toContain('裁判自2024-08-30生效');
    await file.on('2024-10-31').does('take-effect', { certificate: '（2024）测01行初8号生效证明' });
    expect((await file.facts()).effective_on).toBe('2024-10-31');
  });

  it('news of it comes when the file is in the archive: it is taken out, and nothing is performed', async () => {
    const file = await judged();
    const timely = { appellant_role: 'plaintiff' };
    expect(await refusals(file.on('2024-08-29').does('learn-of-appeal', timely))).toContain('appeal.not-known');
    await file.on('2024-08-30').does('take-effect', { perform_due_on: '2024-12-31' });
    await file.on('2024-09-02').does('archive');
    await file.on('2024-09-10').does('follow');
    expect(await file.clock('litigation.perform')).toMatchObject({ status: 'running' });
    await file.on('2024-08-29').does('learn-of-appeal', timely);
    expect(await file.clock('litigation.perform')).toMatchObject({ status: 'cancelled' });
    const facts = await file.facts();
    for (const gone of ['effective_on', 'archived_on']) expect(facts).not.toHaveProperty(gone);
    await file.on('2024-11-01').does('archive');
  });

  it('what only a higher court can say, and forms that do not fit, are refused together', async () => {
    const file = await office.as('litigation-officer').receives('litigation', 'receive-notice', '2024-10-08', suit());
    const attempt = file.on('2024-11-04').does('record-ruling', {
      ruling: 'remanded',
      ruling_form: 'judgment',
      redo_ordered: true,
    });
    expect(await refusals(attempt)).toEqual(['ruling.form', 'ruling.instance', 'ruling.heard', 'ruling.redo']);
  });

  it('the parent must be a case that one may see', async () => {
    const orphan = office
      .as('litigation-officer')
      .receives('litigation', 'enter-second-instance', '2024-11-04', suit({ standing: 'appellee' }), {
        parentId: '00000000-0000-7000-8000-000000000000',
      });
    await expect(orphan).rejects.toMatchObject({ status: 404 });
  });
});
