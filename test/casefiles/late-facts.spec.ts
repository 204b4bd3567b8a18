import { type Office, openOffice } from '@test/office';
import { accepted, dispute, mistakes, ordinary, receive, refusals } from './entries';

describe('two dates: the day it happened and the moment it was written down', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());

  it('a fact of the past falls into its place, is marked, and moves the clock as if it had been known', async () => {
    const file = await accepted(office, '2024-03-04');
    office.clock.turnTo('2024-04-15', '09:30');
    await file.on('2024-03-11').does('record-copy-received');
    await file.on('2024-03-20').does('record-answer');
    const [answer, copy] = (await file.page()).events;
    expect(answer).toMatchObject({ name: 'record-answer', late: true, recorded_at: '2024-04-15T01:30:00.000Z' });
    expect(copy).toMatchObject({ happened_on: '2024-03-11', late: true });
    expect(await file.clock('reconsideration.respondent-answer')).toMatchObject({
      due: '2024-03-25',
      status: 'met',
      ended_on: '2024-03-20',
    });
    // Recorded within three days is not late.
    await file.on('2024-04-12').does('hear-opinions', { manner: 'telephone' });
    expect((await file.page()).events[0]).toMatchObject({ happened_on: '2024-04-12', late: false });
  });

  it('a suspension of the past is replayed among the events that were recorded before it', async () => {
    const file = await accepted(office, '2024-05-06');
    const head = file.as('reconsideration-head');
    await head.on('2024-06-03').does('extend', { extended_days: 10, reasons: '复杂' });
    office.clock.turnTo('2024-06-20');
    await head.on('2024-05-20').does('suspend', { suspension_ground: 'legal-question', reasons: '请示' });
    await head.on('2024-05-27').does('resume');
    // 05-06 + 60 + 10 = 07-15, and seven days of suspension.
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'running',
      excluded_days: 7,
      due: '2024-07-22',
    });
  });

  it('a suspension recorded after a later one stands beside it, and so does an examination within it', async () => {
    office.clock.turnTo('2024-07-01');
    const file = await accepted(office, '2024-05-06');
    const head = file.as('reconsideration-head');
    await head.on('2024-06-10').does('suspend', { suspension_ground: 'legal-question', reasons: '请示' });
    await head.on('2024-06-20').does('resume');
    await head.on('2024-05-20').does('suspend', { suspension_ground: 'force-majeure', reasons: '洪水' });
    await head.on('2024-05-25').does('resume');
    // 05-06 + 60 = 07-05, ten days in June and five in May; not the month between them.
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      excluded_days: 15,
      due: '2024-07-22',
    });
    await file.on('2024-06-08').does('begin-examination', { examination: 'appraisal' });
    await file.on('2024-06-15').does('end-examination');
    // Two days before the suspension of June; the rest lies within it.
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'running',
      excluded_days: 17,
      due: '2024-07-22',
    });
  });

  it('nothing happens in the future, nothing before the case, no change of state before the last one', async () => {
    office.clock.turnTo('2024-08-01');
    const file = await office.as('mediator').receives('mediation', 'register', '2024-07-01', dispute());
    expect(await refusals(file.on('2024-06-30').does('grade', { level: 'simple' }))).toEqual(['engine.order']);
    await file.on('2024-07-03').does('accept');
    expect(await refusals(file.on('2024-07-02').does('mediate'))).toEqual(['engine.order']);
    await file.on('2024-07-02').does('grade', { level: 'simple' });
    await file.on('2024-07-10').does('mediate');
    await file.on('2024-07-05').does('record-session');
    expect(await file.facts()).toMatchObject({ mediated_on: '2024-07-05', session_count: 2 });

    const { version } = await file.page();
    const tomorrow = office
      .as('mediator')
      .post(`/cases/${file.id}/events/withdraw`, { version, happened_on: '2024-08-02', fields: {} });
    expect(await refusals(tomorrow)).toEqual(['engine.future']);
    const opening = office.as('mediator').post('/cases', {
      kind: 'mediation',
      event: 'register',
      organisation_id: office.home.organisations.town,
      happened_on: '2024-08-02',
      fields: dispute(),
    });
    expect(await refusals(opening)).toEqual(['engine.future']);
  });

  it('a day inside the form is not later than the event, unless it may lie ahead', async () => {
    const file = await accepted(office, '2024-08-01');
    const attempt = file.as('reconsideration-head').does('approve-withdrawal', {
      outcome: 'withdrawn',
      withdrawal_reason: 'voluntary',
      voluntary_confirmed: true,
      withdrawal_applied_on: '2024-08-02',
    });
    expect(await mistakes(attempt)).toEqual(['withdrawal_applied_on: 撤回申请日期:不能晚于2024-08-01']);
    await file.does('schedule-hearing', { planned_on: '2024-08-20' });
    // Five whole working days between: the notice goes out on Monday 08-12 at the latest.
    expect(await file.clock('reconsideration.hearing-notice')).toMatchObject({ due: '2024-08-12' });
  });

  it('the postal receipt of the copy comes after the answer: nobody is asked for what was done', async () => {
    const file = await accepted(office, '2024-08-21');
    await file.on('2024-09-09').does('record-answer');
    await file.on('2024-08-27').does('record-copy-received');
    expect(await file.clock('reconsideration.respondent-answer')).toMatchObject({
      status: 'met',
      due: '2024-09-10',
      ended_on: '2024-09-09',
    });
  });

  it('nothing is suspended before it was accepted', async () => {
    const file = await receive(office, '2024-10-08');
    await file.on('2024-10-10').does('accept', ordinary(office));
    const suspension = { suspension_ground: 'other-case', reasons: '等待判决' };
    const head = file.as('reconsideration-head');
    expect(await refusals(head.on('2024-10-09').does('suspend', suspension))).toEqual(['review.accepted']);
    expect(await refusals(file.on('2024-10-09').does('begin-examination', { examination: 'appraisal' }))).toEqual([
      'review.accepted',
    ]);
    await head.on('2024-10-10').does('suspend', suspension);
  });
});
