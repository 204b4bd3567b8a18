/** A hearing from the day it is fixed to its record: the notice counted backwards, the panel, the minutes. */
import { type Office, openOffice } from '@test/office';
import { accepted, refusals } from './entries';

describe('a hearing', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-04-01');
  });
  afterAll(() => office.close());

  it('is told five working days ahead, held by a panel, and leaves its record', async () => {
    const { people } = office.home;
    const file = await accepted(office, '2024-04-01');
    await file.does('schedule-hearing', { planned_on: '2024-04-16', room: '听证室', begins: '09:00', ends: '11:30' });
    // Five clear working days: 9, 10, 11, 12 and 15 April lie between.
    expect(await file.clock('reconsideration.hearing-notice')).toMatchObject({ status: 'running', due: '2024-04-08' });
    const otherDay = { planned_on: '2024-04-18', place: '司法局听证室' };
    expect(await refusals(file.on('2024-04-08').does('notify-hearing', otherDay))).toEqual(['hearing.day']);
    await file.on('2024-04-08').does('notify-hearing', { planned_on: '2024-04-16', place: '司法局听证室' });
    expect((await file.page()).events[0]?.warnings).toEqual([]);
    expect(await file.clock('reconsideration.hearing-notice')).toMatchObject({ status: 'met', ended_on: '2024-04-08' });

    office.reach('2024-04-16');
    const panel = { chair: people['reconsideration-head'], hearers: 2, recorder: people['reconsideration-officer'] };
    const held = { ...panel, head_attended: true, minutes: '申请人陈述：处罚过重。被申请人出示现场笔录。' };
    expect(await refusals(file.on('2024-04-16').does('hold-hearing', { ...held, hearers: 1 }))).toEqual([
      'hearing.panel',
    ]);
    expect(await refusals(file.on('2024-04-16').does('hold-hearing', { ...held, recorder: panel.chair }))).toEqual([
      'hearing.panel',
    ]);
    await file.on('2024-04-16').does('hold-hearing', held);
    const page = await file.page();
    expect(page.events[0]).toMatchObject({ name: 'hold-hearing', warnings: [] });
    expect(page.events.find((e) => e.name === 'hold-hearing')?.fields).toEqual(
      expect.arrayContaining([expect.objectContaining({ label: '听证笔录', text: held.minutes })]),
    );
    expect(page.papers.map((p) => p.title)).toEqual(expect.arrayContaining(['行政复议听证通知书', '行政复议听证笔录']));
    expect(await file.facts()).toMatchObject({ hearing_on: '2024-04-16', heard_on: '2024-04-16' });
    expect(await office.figure('hearings-and-coordination-meetings', 2024)).toMatchObject({ value: 1 });
  });

  it('fixed too near to be told in time: the period has run out from the start, and the hearing can still be recorded', async () => {
    const file = await accepted(office, '2024-04-16');
    await file.does('schedule-hearing', { planned_on: '2024-04-18' });
    expect(await file.clock('reconsideration.hearing-notice')).toMatchObject({ due: '2024-04-10' });
    office.reach('2024-04-18');
    const { people } = office.home;
    const panel = { chair: people['reconsideration-head'], hearers: 2, recorder: people['reconsideration-officer'] };
    await file.on('2024-04-18').does('hold-hearing', { ...panel, head_attended: false });
    expect(await file.clock('reconsideration.hearing-notice')).toMatchObject({ status: 'cancelled' });
    expect((await file.page()).events[0]?.warnings).toMatchObject([
      { message: expect.stringContaining('没有登记本次听证的通知') },
    ]);
    expect(await office.figure('hearings-and-coordination-meetings', 2024)).toMatchObject({ value: 2 });
  });

  it('told too late without having been fixed before, it shows the period that was missed', async () => {
    const file = await accepted(office, '2024-07-01');
    await file.on('2024-07-08').does('notify-hearing', { planned_on: '2024-07-10', place: '司法局听证室' });
    expect((await file.page()).events[0]?.warnings).toMatchObject([
      { message: '听证应当在举行五个工作日前通知当事人，最迟为2024-07-02' },
    ]);
    expect(await file.clock('reconsideration.hearing-notice')).toMatchObject({
      status: 'met',
      due: '2024-07-02',
      ended_on: '2024-07-08',
    });
  });
});
