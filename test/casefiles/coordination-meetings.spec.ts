import type { EventPreview } from '@anjuan/casework';
import { type Office, openOffice } from '@test/office';
import { Client } from 'pg';
import { accepted, dispute, mistakes, refusals, suit } from './entries';

interface Entry {
  readonly on: string;
  readonly begins: string;
  readonly ends: string;
  readonly room: string | null;
  readonly people: readonly string[];
  readonly case: { id: string } | null;
}

describe('meetings and hearings', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-01');
  });
  afterAll(() => office.close());

  const convene = (fields: object, case_ids: readonly string[] = [], day = '2024-03-01') =>
    office.as('litigation-officer').post<{ id: string; version: number }>('/meetings', {
      organisation_id: office.home.organisations.litigation,
      happened_on: day,
      fields: { form: 'joint', subject: '征收补偿争议', ...fields },
      case_ids,
    });
  const morning = { planned_on: '2024-03-12', begins: '09:00', ends: '10:30', room: '第一会议室' };

  it('a 联调会议 deals with two suits: one meeting, two disputes, each with its own end', async () => {
    const officer = office.as('litigation-officer');
    const [a, b] = [
      await officer.receives('litigation', 'receive-notice', '2024-03-01', suit()),
      await officer.receives('litigation', 'receive-notice', '2024-03-01', suit()),
    ];
    const first = await convene({ planned_on: '2024-03-05' }, [a.id, b.id]);
    const links = await officer.get<{ case: { id: string; kind: string } }[]>(`/cases/${first.id}/links`);
    expect(links.map((l) => l.case.kind)).toEqual(['coordination', 'coordination']);
    const [disputeOfA] = (await a.page()).children;
    const [disputeOfB] = (await b.page()).children;
    office.reach('2024-03-05');
    const holding = {
      version: first.version,
      happened_on: '2024-03-05',
      fields: { result: 'partly' },
      results: [{ case_id: disputeOfA?.id, outcome: 'settled' }],
    };
    // Seen first: the meeting and each of its disputes, as they stand and as they will.
    const previewed = await officer.post<EventPreview[]>(`/meetings/${first.id}/holding/preview`, holding);
    const seen = (p: EventPreview) => [p.case.id, p.state_title, p.state_after_title];
    expect(previewed.slice(0, 1).map(seen)).toEqual([[first.id, '待召开', '已召开']]);
    expect(previewed.slice(1).map(seen)).toEqual(
      expect.arrayContaining([
        [disputeOfA?.id, '待协调', '协调成功'],
        [disputeOfB?.id, '待协调', '协调中'],
      ]),
    );
    expect(previewed).toHaveLength(3);
    expect((await officer.file(first.id).page()).state).toBe('planned');
    expect((await a.page()).children[0]).toMatchObject({ state: 'open' });
    const wrong = officer.post(`/meetings/${first.id}/holding/preview`, { ...holding, fields: { result: 'lost' } });
    expect(await mistakes(wrong)).toHaveLength(1);
    await officer.post(`/meetings/${first.id}/holding`, holding);
    expect((await a.page()).children[0]).toMatchObject({ kind: 'coordination', state: 'settled' });
    expect((await b.page()).children[0]).toMatchObject({ state: 'coordinating' });

    // The second meeting takes up the dispute that is still open, and makes no new one.
    const second = await convene({ planned_on: '2024-03-06', form: 'liaison' }, [b.id], '2024-03-05');
    office.reach('2024-03-06');
    await officer.post(`/meetings/${second.id}/holding`, {
      version: second.version,
      happened_on: '2024-03-06',
      fields: { result: 'open' },
      results: [{ case_id: disputeOfB?.id, outcome: 'failed' }],
    });
    const disputes = (await b.page()).children;
    expect(disputes).toMatchObject([{ kind: 'coordination', state: 'failed' }]);
    expect(await officer.file(disputes[0]?.id ?? '').facts()).toMatchObject({ meeting_count: 2, outcome: 'failed' });

    expect(await office.figure('coordination-meetings', 2024)).toMatchObject({ value: 2, unit: '次' });
    expect(await office.figure('admin-disputes-coordinated', 2024)).toMatchObject({ value: 2 });
    expect(await office.figure('admin-dispute-coordination-success-rate', 2024)).toMatchObject({ value: 50 });
    expect(await office.figure('admin-disputes-resolved', 2024)).toMatchObject({ value: 1 });
    expect(await office.figure('hearings-and-coordination-meetings', 2024)).toMatchObject({ value: 2, unit: '场次' });
  });

  it('takes no room and nobody twice, hearing or meeting; what ends frees what begins', async () => {
    const chair = office.home.people['organ-head'];
    const meeting = await convene({ ...morning, attendees: [chair] });
    expect(await refusals(convene({ ...morning, begins: '10:15', ends: '11:00' }))).toEqual(['calendar.taken']);
    expect(await refusals(convene({ ...morning, room: '第二会议室', attendees: [chair] }))).toEqual(['calendar.taken']);
    const hearing = await accepted(office, '2024-03-06');
    const plan = { planned_on: '2024-03-12', begins: '08:30', ends: '09:30', room: '第一会议室', attendees: [chair] };
    // Room and person: both are told.
    expect(await refusals(hearing.on('2024-03-06').does('schedule-hearing', plan))).toEqual([
      'calendar.taken',
      'calendar.taken',
    ]);
    await hearing.on('2024-03-06').does('schedule-hearing', { ...plan, begins: '10:30', ends: '12:00' });

    const file = office.as('litigation-officer').file(meeting.id).on('2024-03-06');
    const later = { ...morning, planned_on: '2024-03-13', attendees: [chair] };
    await file.does('reschedule', later);
    await hearing.on('2024-03-06').does('schedule-hearing', plan);
    await file.does('cancel', { reason: '材料不全' });

    const entries = await office.as('reconsideration-officer').get<Entry[]>('/calendar?from=2024-03-01&to=2024-03-31');
    expect(entries.filter((e) => e.room === '第一会议室')).toMatchObject([
      { on: '2024-03-12', begins: '08:30', ends: '09:30', case: { id: hearing.id }, people: ['行政复议机关负责人'] },
    ]);
    expect(await refusals(convene({ planned_on: '2024-03-20', begins: '10:00', ends: '09:00' }))).toEqual([
      'sitting.times',
    ]);
    expect(await refusals(convene({ planned_on: '2024-03-20', begins: '10:00' }))).toEqual(['sitting.times']);
  });

  it('frees what an ended case had ahead, keeps what was, and drops no room for want of a time', async () => {
    const plan = { planned_on: '2024-03-28', begins: '09:00', ends: '11:30', room: '听证室' };
    const taken = async () =>
      (await office.as('reconsideration-officer').get<Entry[]>('/calendar?from=2024-03-01&to=2024-03-31'))
        .filter((e) => e.room === '听证室')
        .map((e) => `${e.on} ${e.begins}`);
    const hearing = await accepted(office, '2024-03-07');
    await hearing.on('2024-03-07').does('schedule-hearing', plan);
    await hearing.on('2024-03-08').does('cancel-hearing', { reasons: '当事人申请改期' });
    expect(await taken()).toEqual([]);
    expect(await hearing.clock('reconsideration.hearing-notice')).toMatchObject({ status: 'cancelled' });
    expect(await refusals(hearing.on('2024-03-08').does('cancel-hearing', { reasons: '当事人申请改期' }))).toEqual([
      'hearing.scheduled',
    ]);

    await hearing.on('2024-03-08').does('schedule-hearing', plan);
    const withdrawal = { outcome: 'withdrawn', withdrawal_reason: 'voluntary', voluntary_confirmed: true };
    await hearing.as('reconsideration-head').on('2024-03-11').does('approve-withdrawal', withdrawal);
    expect(await taken()).toEqual([]);
    const other = await accepted(office, '2024-03-11');
    await other.on('2024-03-11').does('schedule-hearing', plan);
    expect(await taken()).toEqual(['2024-03-28 09:00']);

    const lawsuit = await office
      .as('litigation-officer')
      .receives('litigation', 'receive-notice', '2024-03-11', suit());
    const court = { hearing_on: '2024-03-29', begins: '09:00', ends: '10:00', room: '听证室' };
    await lawsuit.on('2024-03-11').does('schedule-hearing', court);
    await lawsuit.on('2024-03-12').does('record-ruling', { ruling: 'withdrawn', ruling_form: 'ruling' });
    expect(await taken()).toEqual(['2024-03-28 09:00']);

    // The meeting of the day itself stays on record.
    const meeting = await convene({ ...morning, planned_on: '2024-03-14', room: '听证室' }, [], '2024-03-12');
    await office.as('litigation-officer').file(meeting.id).on('2024-03-14').does('hold', { result: 'open' });
    expect(await taken()).toEqual(['2024-03-14 09:00', '2024-03-28 09:00']);

    const { begins, ends, ...roomAlone } = plan;
    expect(begins < ends).toBe(true);
    const third = (await accepted(office, '2024-03-14')).on('2024-03-14');
    expect(await refusals(third.does('schedule-hearing', roomAlone))).toEqual(['sitting.times']);
    expect(
      await refusals(
        third.does('schedule-hearing', { planned_on: '2024-03-28', attendees: [office.home.people['organ-head']] }),
      ),
    ).toEqual(['sitting.times']);
    await third.does('schedule-hearing', { planned_on: '2024-03-28' });
  });

  it('lets one of two through that ask for the room at the same moment', async () => {
    const wanted = { planned_on: '2024-04-02', begins: '14:00', ends: '15:00', room: '第三会议室' };
    const answers = await Promise.allSettled([convene(wanted), convene(wanted), convene(wanted)]);
    const failed = answers.flatMap((a) => (a.status === 'rejected' ? [a.reason] : []));
    expect(failed).toHaveLength(2);
    for (const error of failed) expect(error).toMatchObject({ status: 422 });
  });

  it('shows strangers that the room is taken, and not by what', async () => {
    const wanted = { planned_on: '2024-04-03', begins: '14:00', ends: '15:00', room: '第三会议室' };
    await convene(wanted);
    const [entry] = await office.as('mediator').get<Entry[]>('/calendar?from=2024-04-03&to=2024-04-03');
    expect(entry).toMatchObject({ room: '第三会议室', case: null, people: [] });
  });

  it('keeps the database’s own wall: the second row of a quarter is refused', async () => {
    const admin = new Client({ connectionString: office.database.adminUrl });
    await admin.connect();
    try {
      const again = admin.query('insert into booking select * from booking limit 1');
      await expect(again).rejects.toMatchObject({ code: '23505', constraint: 'booking_pkey' });
    } finally {
      await admin.end();
    }
  });

  it('counts a dispute that turned violent', async () => {
    const file = await office.as('mediator').receives('mediation', 'register', '2024-04-03', dispute());
    expect(await office.figure('disputes-escalated', 2024)).toMatchObject({ value: 0 });
    await file.on('2024-04-05').does('record-escalation', { escalation: 'criminal' });
    expect(await office.figure('disputes-escalated', 2024)).toMatchObject({ value: 1 });
  });
});
