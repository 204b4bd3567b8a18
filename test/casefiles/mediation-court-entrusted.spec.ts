import { type Office, openOffice } from '@test/office';
import { dispute, refusals } from './entries';

describe('the court hands a case to the mediators', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2021-12-01');
  });
  afterAll(() => office.close());
  const fromCourt = (origin: string, day: string) =>
    office
      .as('mediator')
      .receives(
        'mediation',
        'register',
        day,
        dispute({ origin, referrer: '测试县人民法院', referral_number: '（2024）委调1号' }),
      );

  it('before 2022 no number of days bound the acceptance', async () => {
    const file = await fromCourt('court-entrusted', '2021-12-01');
    expect((await file.page()).clocks).toEqual([]);
  });

  it('entrusted after docketing: confirmed in three working days, mediated in fifteen days, seven if simplified', async () => {
    const file = await fromCourt('court-entrusted', '2024-05-06');
    expect(await file.clock('mediation.accept')).toMatchObject({ due: '2024-05-09', duty: 'own' });
    await file.on('2024-05-07').does('accept');
    expect(await file.clock('mediation.accept')).toMatchObject({ status: 'met' });
    expect(await file.clock('mediation.period-court-entrusted')).toMatchObject({ due: '2024-05-22' });
    await file.on('2024-05-09').does('mediate');
    await file.on('2024-05-20').does('extend', { days: 10, all_agree: true });
    // 05-22 + 10 = Saturday 06-01.
    expect(await file.clock('mediation.period-court-entrusted')).toMatchObject({
      raw: '2024-06-01',
      due: '2024-06-03',
    });
    await file.on('2024-05-30').does('fail', { reason: 'no-agreement', onward: 'referring-court' });

    const simplified = await fromCourt('court-entrusted', '2024-06-03');
    await simplified.on('2024-06-04').does('accept', { court_simplified: true });
    expect(await simplified.clock('mediation.period-court-entrusted-simplified')).toMatchObject({ due: '2024-06-11' });
  });

  it('assigned before docketing: thirty days, and a withdrawal ends the clock of the acceptance', async () => {
    const file = await fromCourt('court-assigned', '2024-07-01');
    await file.on('2024-07-02').does('accept');
    expect(await file.clock('mediation.period-court-assigned')).toMatchObject({ due: '2024-08-01' });
    await file.on('2024-07-10').does('mediate');
    expect(await refusals(file.on('2024-07-20').does('extend', { days: 5 }))).toEqual(['extension.agreed']);
    await file.on('2024-07-22').does('agree-orally', { terms: '当场付清', agreement_fen: 50_000 });
    expect((await file.shows()).papers).toEqual(['mediation.oral-agreement']);

    const withdrawn = await fromCourt('court-assigned', '2024-08-01');
    await withdrawn.on('2024-08-02').does('withdraw');
    expect(await withdrawn.clock('mediation.accept')).toMatchObject({ status: 'cancelled' });
  });
});
