import { type Office, openOffice } from '@test/office';
import { dispute, refusals } from './entries';

/** 诉调、公调对接: the organ that sent the dispute hears how it ended. */
describe('a dispute is sent by another organ', () => {
  let office: Office;
  const sent = (origin: string, day: string, more = {}) =>
    office
      .as('mediator')
      .receives(
        'mediation',
        'register',
        day,
        dispute({ origin, referrer: '测试县人民法院', referral_number: '（2024）测诉前调12号', ...more }),
      );
  beforeAll(async () => {
    office = await openOffice('2024-04-01');
    await office.identity.changeSettings(office.home.id, { casework: { referralReplyDays: 5 } });
  });
  afterAll(() => office.close());

  it('keeps who sent it, under which number, and where it came in', async () => {
    const file = await sent('court-assigned', '2024-04-01', {
      origin_point: 'court-room',
      origin_point_name: '驻城关法庭调解室',
    });
    expect(await file.facts()).toMatchObject({
      referrer: '测试县人民法院',
      referral_number: '（2024）测诉前调12号',
      origin_point: 'court-room',
      origin_point_name: '驻城关法庭调解室',
    });
  });

  it('fails, with the other ways told, and goes back to the court with a numbered letter', async () => {
    const file = await sent('court-assigned', '2024-04-01');
    await file.does('accept');
    await file.on('2024-04-03').does('mediate', { place: '调解室' });
    await file.on('2024-04-10').does('record-session', { place: '调解室' });
    const failing = file.on('2024-04-12');
    expect(await refusals(failing.does('fail', { reason: 'no-agreement' }))).toEqual(['failure.advised']);
    expect(await refusals(failing.does('reply-to-referrer', { reply: '尚在调解' }))).toEqual(['engine.state']);
    await failing.does('fail', { reason: 'no-agreement', onward: 'referring-court' });
    expect(await file.facts()).toMatchObject({ session_count: 2, onward: 'referring-court' });
    expect(await file.clock('mediation.referral-reply')).toMatchObject({ status: 'running', due: '2024-04-19' });
    await file.on('2024-04-15').does('reply-to-referrer', { reply: '双方对赔偿数额分歧较大，调解不成，材料退回' });
    expect(await file.clock('mediation.referral-reply')).toMatchObject({ status: 'met', ended_on: '2024-04-15' });
    const { papers } = await file.page();
    expect(papers.at(-1)).toMatchObject({ code: 'mediation.referral-reply', number: '测城调复〔2024〕1号' });
    expect(await refusals(file.on('2024-04-16').does('reply-to-referrer', { reply: '再次回复' }))).toEqual([
      'reply.once',
    ]);
  });

  it('succeeds in the police station, and the figures tell origin from origin', async () => {
    const file = await sent('police', '2024-04-08', { origin_point: 'police-room' });
    await file.does('accept');
    await file.does('mediate');
    await file.does('agree-orally', { agreement_fen: 80_000 });
    const applied = await office.as('mediator').receives('mediation', 'register', '2024-04-08', dispute());
    await applied.does('accept');
    await applied.does('mediate');
    await applied.does('agree-orally');
    expect(await refusals(applied.does('reply-to-referrer', { reply: '无' }))).toEqual(['reply.referred']);
    const rows = await office
      .as('bureau-head')
      .get<Readonly<Record<string, unknown>>[]>('/figures?year=2024&all_variants=true');
    const figure = (metric: string, variant = 'default') => {
      const row = rows.find((r) => r.metric === metric && r.variant === variant);
      return [row?.numerator, row?.denominator];
    };
    expect(figure('mediation-succeeded-by-origin', 'police')).toEqual([1, null]);
    expect(figure('mediation-success-rate-by-origin')).toEqual([1, 2]);
    expect(figure('mediation-success-rate-by-origin', 'police')).toEqual([1, 1]);
    expect(figure('mediation-success-rate-by-origin', 'court-assigned')).toEqual([0, 1]);
    expect(figure('mediation-referral-reply-rate')).toEqual([1, 2]);
    expect(figure('mediation-failed-onward', 'referring-court')).toEqual([1, null]);
    expect(figure('mediation-by-origin-point', 'police-room')).toEqual([1, null]);
  });
});
