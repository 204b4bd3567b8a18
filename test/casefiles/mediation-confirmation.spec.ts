import { type Office, openOffice } from '@test/office';
import { dispute, refusals } from './entries';

/** 司法确认: both parties together, within thirty days; what the court may object to is said and never blocked. */
describe('a court confirms an agreement', () => {
  let office: Office;
  const agreed = async (day: string) => {
    const file = await office.as('mediator').receives('mediation', 'register', day, dispute());
    await file.does('accept');
    await file.does('mediate');
    await file.does('agree-in-writing', { signed_and_sealed: true, perform_due_on: '2024-12-31' });
    return file;
  };
  beforeAll(async () => {
    office = await openOffice('2024-03-01');
  });
  afterAll(() => office.close());

  it('on the application of both, by ruling, with the days that follow from it', async () => {
    const file = await agreed('2024-03-01');
    // The thirtieth day is a Sunday.
    expect(await file.clock('mediation.confirm-apply')).toMatchObject({ due: '2024-04-01' });
    const applying = file.on('2024-03-20');
    expect(await refusals(applying.does('apply-for-confirmation', {}))).toEqual(['confirmation.jointly']);
    const receipt = await applying.does('apply-for-confirmation', {
      jointly: true,
      court: '测试县人民法院',
      excluded_matter: 'none',
    });
    expect(receipt.warnings).toEqual([]);
    await file.on('2024-03-22').does('docket-confirmation', { court_number: '（2024）测民特3号' });
    await file
      .on('2024-04-10')
      .does('record-confirmation', { confirmation: 'confirmed', ruling_received_on: '2024-04-10' });
    expect(await file.clock('mediation.confirm-objection')).toMatchObject({ due: '2024-04-25' });
    expect(await file.clock('mediation.confirm-execution')).toMatchObject({ status: 'running' });
    expect(await office.figure('mediation-judicial-confirmations', 2024)).toMatchObject({ value: 1 });
  });

  it('too late, on title to property: recorded, with both warnings on the file', async () => {
    const file = await agreed('2024-03-01');
    const receipt = await file
      .on('2024-04-02')
      .does('apply-for-confirmation', { jointly: true, excluded_matter: 'title' });
    expect(receipt.warnings.map((w) => [w.guard, w.article])).toEqual([
      ['confirmation.in-time', '人民调解法第三十三条第一款；民事诉讼法（2023）第二百零五条'],
      ['confirmation.excluded', '民事诉讼法解释（2022）第三百五十五条'],
    ]);
    const { events } = await file.page();
    expect(events[0]?.warnings).toHaveLength(2);
    await file.on('2024-04-08').does('record-confirmation', { confirmation: 'refused' });
    expect(await file.facts()).toMatchObject({ confirmation: 'refused', confirmed_on: '2024-04-08' });
    expect(await file.clock('mediation.confirm-docket')).toMatchObject({ status: 'met' });
  });

  it('never by the type of the dispute', async () => {
    const file = await office
      .as('mediator')
      .receives('mediation', 'register', '2024-04-08', dispute({ dispute_type: 'marriage' }));
    await file.does('accept');
    await file.does('mediate');
    await file.does('agree-in-writing', { signed_and_sealed: true });
    expect((await file.does('apply-for-confirmation', { jointly: true })).warnings).toEqual([]);
  });
});
