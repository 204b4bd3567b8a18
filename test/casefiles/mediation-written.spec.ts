import { type Office, openOffice } from '@test/office';
import { dispute, refusals } from './entries';

describe('a dispute ends in a written agreement that the court confirms', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2025-03-24');
  });
  afterAll(() => office.close());

  it('from the registration over two sessions, confirmation, performance and follow-up to the archive', async () => {
    const file = await office
      .as('mediator')
      .receives('mediation', 'register', '2025-03-24', dispute({ claim_fen: 1_200_000, people_count: 2 }));
    expect(await file.page()).toMatchObject({ state: 'registered', number: '（2025）测城人调字第1号', clocks: [] });
    await file.on('2025-03-24').does('accept');
    expect(await file.clock('mediation.period')).toMatchObject({ due: '2025-04-24', duty: 'own' });
    await file.on('2025-03-25').does('mediate', { place: '调委会' });
    await file.on('2025-03-28').does('record-session', { place: '当事人家中' });
    expect(await file.facts()).toMatchObject({ mediated_on: '2025-03-25', session_count: 2 });

    const agreement = { terms: '疏通水沟，赔偿八千元', agreement_fen: 800_000 };
    expect(
      await refusals(file.on('2025-04-01').does('agree-in-writing', { ...agreement, perform_due_on: '2025-03-31' })),
    ).toEqual(['agreement.signed', 'performance.due']);
    await file
      .on('2025-04-01')
      .does('agree-in-writing', { ...agreement, perform_due_on: '2025-04-30', signed_and_sealed: true });
    expect(await file.shows()).toEqual({
      state: 'agreed',
      papers: ['mediation.intake-form', 'mediation.session-record', 'mediation.agreement'],
    });
    expect(await file.clock('mediation.period')).toMatchObject({ status: 'met', ended_on: '2025-04-01' });
    // 04-01 + 30 = 05-01, the Labour Day holiday until 05-05.
    expect(await file.clock('mediation.confirm-apply')).toMatchObject({ raw: '2025-05-01', due: '2025-05-06' });
    expect(await file.clock('mediation.performance')).toMatchObject({ due: '2025-04-30', duty: 'party', light: null });
    expect(await file.clock('mediation.follow-up')).toMatchObject({ started_on: '2025-04-30', due: '2025-05-15' });

    expect(await refusals(file.on('2025-04-08').does('docket-confirmation'))).toEqual(['confirmation.applied']);
    await file.on('2025-04-10').does('apply-for-confirmation', { court: '测试县人民法院', jointly: true });
    expect(await file.clock('mediation.confirm-apply')).toMatchObject({ status: 'met' });
    // 04-13 is a Sunday.
    expect(await file.clock('mediation.confirm-docket')).toMatchObject({ due: '2025-04-14', duty: 'court' });
    expect(await refusals(file.on('2025-04-11').does('apply-for-confirmation', { jointly: true }))).toEqual([
      'confirmation.pending',
    ]);
    await file.on('2025-04-14').does('docket-confirmation', { court_number: '（2025）测0101民特1号' });
    expect(await file.clock('mediation.confirm-decide')).toMatchObject({ due: '2025-05-14', light: null });
    await file
      .on('2025-05-08')
      .does('record-confirmation', { confirmation: 'confirmed', ruling_received_on: '2025-05-08' });
    expect(await file.clock('mediation.confirm-decide')).toMatchObject({ status: 'met' });
    expect(await file.clock('mediation.confirm-objection')).toMatchObject({ due: '2025-05-23' });
    // Two years from the end of performance: no holiday notice reaches 2027 yet.
    expect(await file.clock('mediation.confirm-execution')).toMatchObject({ due: '2027-04-30', provisional: true });

    // Paid on the last day, heard of after the ruling.
    await file.on('2025-04-30').does('record-performance', { performance: 'performed' });
    expect(await file.clock('mediation.performance')).toMatchObject({ status: 'met', ended_on: '2025-04-30' });
    expect(await file.clock('mediation.confirm-execution')).toMatchObject({ status: 'cancelled' });
    await file.on('2025-05-12').does('follow-up', { satisfaction: 'satisfied', findings: '排水畅通，双方和睦' });
    expect(await file.clock('mediation.follow-up')).toMatchObject({ status: 'met', ended_on: '2025-05-12' });
    await file.on('2025-05-20').does('archive');
    expect(await file.shows()).toEqual({
      state: 'archived',
      papers: [
        'mediation.intake-form',
        'mediation.session-record',
        'mediation.agreement',
        'mediation.follow-up-record',
        'mediation.file-cover',
      ],
    });
    expect(await file.facts()).toMatchObject({
      outcome: 'agreed-written',
      agreed_on: '2025-04-01',
      closed_on: '2025-04-01',
      confirmation: 'confirmed',
      confirmed_on: '2025-05-08',
      performed_on: '2025-04-30',
      followed_up_on: '2025-05-12',
      archived_on: '2025-05-20',
    });
  });

  it('the archive waits neither for performance nor for the court; instalments are watched one by one', async () => {
    const file = await office.as('mediator').receives('mediation', 'register', '2025-06-03', dispute());
    await file.does('accept');
    await file.does('mediate');
    await file.on('2025-06-05').does('agree-in-writing', { signed_and_sealed: true });
    await file.on('2025-06-06').does('archive');
    await file.on('2025-06-09').does('add-instalment', { instalment: 1, instalment_due_on: '2025-07-01' });
    await file.on('2025-06-09').does('add-instalment', { instalment: 2, instalment_due_on: '2025-08-01' });
    expect(
      await refusals(file.on('2025-06-09').does('add-instalment', { instalment: 2, instalment_due_on: '2025-09-01' })),
    ).toEqual(['instalment.new']);
    const whole = file.on('2025-06-30').does('record-performance', { performance: 'performed', instalment: 1 });
    expect(await refusals(whole)).toEqual(['instalment.others-open']);
    expect(await refusals(file.on('2025-06-04').does('record-performance', { performance: 'performed' }))).toEqual([
      'agreement.earlier',
    ]);
    await file.on('2025-06-30').does('record-performance', { performance: 'partly', instalment: 1 });
    expect(await file.clock('mediation.performance', '1')).toMatchObject({ status: 'met', due: '2025-07-01' });
    expect(await file.clock('mediation.performance', '2')).toMatchObject({ status: 'running', due: '2025-08-01' });
    await file.on('2025-06-20').does('apply-for-confirmation', { jointly: true });
    expect(await file.facts()).toMatchObject({
      confirmation_applied_on: '2025-06-20',
      performance: 'partly',
      perform_due_on: '2025-08-01',
      archived_on: '2025-06-06',
    });
    expect((await file.page()).state).toBe('archived');
  });
});
