import { type Office, openOffice } from '@test/office';
import { accepted, receive, refusals, whyNot } from './entries';

describe('a reconsideration is mediated', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());

  it('the paper takes effect with the last signature and the seal, and the case is concluded that day', async () => {
    const file = await accepted(office, '2024-03-04');
    await file.on('2024-04-01').does('issue-mediation-paper', { terms: '罚款减为五百元' });
    expect((await file.page()).state).toBe('accepted');
    const organ = file.as('organ-head');
    const signed = { last_signed_on: '2024-04-03', sealed_on: '2024-04-08', perform_due_on: '2024-04-30' };
    expect(await whyNot(organ.on('2024-04-09').does('conclude-by-mediation', signed))).toContain('2024-04-08');
    await organ.on('2024-04-08').does('conclude-by-mediation', signed);
    const page = await file.page();
    expect(page.state).toBe('concluded');
    expect(page.papers.filter((p) => p.code === 'reconsideration.mediation-paper')).toHaveLength(1);
    expect(await file.facts()).toMatchObject({
      outcome: 'mediated',
      concluded_on: '2024-04-08',
      effective_on: '2024-04-08',
    });
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'met',
      ended_on: '2024-04-08',
    });
    expect(await file.clock('reconsideration.perform')).toMatchObject({ due: '2024-04-30', duty: 'respondent' });
    // Service of a mediation paper opens no period to sue.
    await file.on('2024-04-10').does('serve', { recipient: 'applicant#1', manner: 'direct' });
    expect((await file.page()).clocks.map((k) => k.limit)).not.toContain('reconsideration.sue-after-decision');
  });

  it('reneged before that, the review goes on; the suspension for mediation ends with it', async () => {
    const file = await accepted(office, '2024-05-06');
    const head = file.as('reconsideration-head');
    expect(await refusals(file.on('2024-05-10').does('mediation-failed'))).toEqual(['mediation.under-way']);
    await head.on('2024-05-13').does('suspend', { suspension_ground: 'mediation', reasons: '当事人同意中止' });
    await file.on('2024-05-20').does('issue-mediation-paper', { perform_due_on: '2024-07-31' });
    await file.on('2024-05-23').does('mediation-failed', { reasons: '申请人反悔' });
    expect((await file.page()).state).toBe('accepted');
    expect(await file.facts()).toMatchObject({ suspended_on: '2024-05-13', resumed_on: '2024-05-23' });
    expect(await file.facts()).not.toHaveProperty('perform_due_on');
    // 05-06 + 60 = 07-05, ten days more.
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'running',
      excluded_days: 10,
      due: '2024-07-15',
    });
    expect((await file.shows()).papers.at(-1)).toBe('reconsideration.resumption-notice');
    expect(await refusals(file.on('2024-05-24').does('mediation-failed'))).toEqual(['mediation.under-way']);
    await file.on('2024-06-03').does('hear-opinions', { manner: 'in-person' });
    await file.on('2024-06-04').does('submit-for-approval', { proposed: 'upheld' });
    await file.on('2024-06-05').as('organ-head').does('decide', { outcome: 'upheld' });
    expect((await file.facts()).outcome).toBe('upheld');
  });

  it('fails while the draft lies with the organ’s head: back to review', async () => {
    const file = await accepted(office, '2024-08-05');
    await file.on('2024-08-12').does('issue-mediation-paper');
    await file.on('2024-08-14').does('submit-for-approval', { proposed: 'upheld' });
    await file.on('2024-08-15').does('mediation-failed');
    expect((await file.page()).state).toBe('accepted');
  });

  it('before 2024 only discretion and compensation could be mediated, and the signatures alone counted', async () => {
    const file = await receive(office, '2023-10-09');
    await file.does('accept', { track: 'ordinary', second_reviewer: office.home.people['reconsideration-head'] });
    const ground = { suspension_ground: 'mediation', reasons: '调解' };
    expect(await refusals(file.on('2023-11-01').as('reconsideration-head').does('suspend', ground))).toEqual([
      'suspension.ground',
    ]);
    const organ = file.as('organ-head').on('2023-11-10');
    const signed = { last_signed_on: '2023-11-10', sealed_on: '2023-11-14' };
    expect(await refusals(organ.on('2023-11-14').does('conclude-by-mediation', signed))).toEqual([
      'mediation.scope',
      'mediation.effective-day',
    ]);
    await organ.does('conclude-by-mediation', {
      last_signed_on: '2023-11-10',
      sealed_on: '2023-11-08',
      scope: 'discretion',
    });
    expect(await file.facts()).toMatchObject({ outcome: 'mediated', effective_on: '2023-11-10' });
  });
});
