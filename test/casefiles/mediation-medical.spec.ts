import { type Office, openOffice } from '@test/office';
import { dispute, refusals } from './entries';

describe('a dispute with a hospital waits for an appraisal', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2025-03-03');
  });
  afterAll(() => office.close());

  it('thirty working days without the days of the appraisal; more only if all agree; the agreement is written', async () => {
    const file = await office
      .as('mediator')
      .receives('mediation', 'register', '2025-03-03', dispute({ dispute_type: 'medical', summary: '术后并发症' }));
    await file.does('accept');
    // Twenty-one working days of March, Qingming on Friday 04-04, the thirtieth is 04-15.
    expect(await file.clock('mediation.period-medical')).toMatchObject({ due: '2025-04-15' });
    expect((await file.page()).clocks.map((k) => k.limit)).not.toContain('mediation.period');

    await file.on('2025-03-10').does('start-appraisal', { appraiser: '测试市医学会' });
    expect(await file.clock('mediation.period-medical')).toMatchObject({
      status: 'suspended',
      due: null,
      light: { tone: 'grey' },
    });
    expect(await refusals(file.on('2025-03-11').does('start-appraisal', { appraiser: '另一机构' }))).toEqual([
      'appraisal.medical',
    ]);
    await file.on('2025-03-15').does('finish-appraisal');
    expect(await file.clock('mediation.period-medical')).toMatchObject({ status: 'running', due: '2025-04-22' });
    expect(await refusals(file.on('2025-03-17').does('finish-appraisal'))).toEqual(['appraisal.running']);

    await file.on('2025-03-20').does('mediate');
    expect(await refusals(file.on('2025-04-18').does('extend', { days: 10 }))).toEqual(['extension.agreed']);
    await file.on('2025-04-18').does('extend', { days: 10, all_agree: true });
    // Ten working days on from 04-22; Sunday 04-27 is worked, 05-01 to 05-05 are not.
    expect(await file.clock('mediation.period-medical')).toMatchObject({ due: '2025-05-08' });

    expect(await refusals(file.on('2025-05-07').does('agree-orally'))).toEqual(['agreement.written-form']);
    await file.on('2025-05-07').does('agree-in-writing', { signed_and_sealed: true, agreement_fen: 12_000_000 });
    expect(await file.clock('mediation.period-medical')).toMatchObject({ status: 'met', ended_on: '2025-05-07' });
    expect((await file.shows()).papers).toContain('mediation.extension-record');
  });

  it('an agreement of the days before the appraisal ends the period, though it is recorded after it', async () => {
    const file = await office
      .as('mediator')
      .receives('mediation', 'register', '2025-06-03', dispute({ dispute_type: 'medical', summary: '术后并发症' }));
    await file.does('accept');
    await file.on('2025-06-04').does('mediate');
    await file.on('2025-06-10').does('start-appraisal', { appraiser: '测试市医学会' });
    await file.on('2025-06-09').does('agree-in-writing', { signed_and_sealed: true, agreement_fen: 12_000_000 });
    // Thirty working days from 06-03 end on 07-15; nothing was left out of them before the ninth.
    expect(await file.clock('mediation.period-medical')).toMatchObject({
      status: 'met',
      ended_on: '2025-06-09',
      due: '2025-07-15',
      excluded_days: 0,
    });
  });

  it('an appraisal stops no other period', async () => {
    const file = await office.as('mediator').receives('mediation', 'register', '2025-06-03', dispute());
    await file.does('accept');
    expect(await refusals(file.on('2025-06-04').does('start-appraisal', { appraiser: '测绘队' }))).toEqual([
      'appraisal.medical',
    ]);
  });
});
