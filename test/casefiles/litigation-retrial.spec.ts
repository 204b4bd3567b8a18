import { type Office, openOffice } from '@test/office';
import { refusals, suit } from './entries';

describe('a case is tried again', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-01-02');
  });
  afterAll(() => office.close());

  it('after two instances the higher court changes the judgment', async () => {
    const officer = office.as('litigation-officer');
    const first = await officer.receives('litigation', 'receive-notice', '2024-01-02', suit());
    await first.on('2024-01-08').does('file-answer');
    await first.on('2024-01-30').does('hold-hearing', {
      open_court: true,
      attended: true,
      head_name: '周副县长',
      post: '副县长',
    });
    await first.on('2024-02-28').does('record-ruling', { ruling: 'claims-rejected', ruling_form: 'judgment' });
    await first.on('2024-03-01').does('serve-ruling');
    await first.on('2024-03-19').does('take-effect');
    // 03-01 + 15 = Saturday 03-16: the period ends on Monday 03-18. Six months from the day after.
    expect(await first.clock('litigation.retrial-application')).toMatchObject({ due: '2024-09-19' });
    await first.on('2024-08-30').does('apply-for-retrial', { applicant_role: 'plaintiff' });
    expect(await first.clock('litigation.retrial-application')).toMatchObject({ status: 'met' });
    expect((await first.shows()).papers).not.toContain('litigation.retrial-application');

    const retrial = await officer.receives(
      'litigation',
      'enter-retrial',
      '2024-09-23',
      suit({ standing: 'retrial-respondent', court: '测试省高级人民法院', docketed_on: '2024-09-20' }),
      { parentId: first.id },
    );
    await first.on('2024-09-23').does('follow');
    // 09-23 + 15 = Tuesday 10-08, the first working day after the holiday.
    expect(await retrial.clock('litigation.retrial-opinion')).toMatchObject({ due: '2024-10-08', duty: 'own' });
    expect(await retrial.clock('litigation.retrial-review')).toMatchObject({ due: '2025-03-20', duty: 'court' });
    await retrial.on('2024-10-08').does('file-answer');
    expect((await retrial.shows()).papers).toEqual(['litigation.retrial-opinion', 'litigation.authorisation']);

    await retrial.on('2025-01-06').does('record-ruling', {
      ruling: 'revoked',
      ruling_form: 'judgment',
      redo_ordered: true,
      loss_reason: 'evidence',
    });
    await retrial.on('2025-01-10').does('take-effect', { perform_due_on: '2025-03-10' });
    expect(await retrial.clock('litigation.perform')).toMatchObject({ due: '2025-03-10' });
    expect(await retrial.facts()).toMatchObject({ instance: 'retrial', ruling: 'revoked', redo_ordered: true });
    expect((await first.page()).children).toMatchObject([{ id: retrial.id, state: 'effective' }]);
  });

  it('tried again by the procedure of first instance, its judgment can be appealed', async () => {
    const officer = office.as('litigation-officer');
    const retrial = await officer.receives(
      'litigation',
      'enter-retrial',
      '2025-02-10',
      suit({ standing: 'retrial-applicant' }),
    );
    expect((await retrial.page()).clocks.map((k) => k.limit)).not.toContain('litigation.retrial-opinion');
    await retrial.on('2025-05-12').does('record-ruling', { ruling: 'claims-rejected', ruling_form: 'judgment' });
    await retrial.on('2025-05-14').does('serve-ruling', { appealable: true });
    expect(await retrial.clock('litigation.appeal-judgment', '孙三')).toMatchObject({ due: '2025-05-29' });
    expect(await refusals(retrial.on('2025-05-20').does('take-effect'))).toEqual(['effect.lapsed']);
    await retrial.on('2025-05-26').does('record-appeal', { appellant_role: 'defendant' });
    expect((await retrial.shows()).papers).toEqual(['litigation.appeal']);
  });
});
