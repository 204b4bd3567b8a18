import { type Office, openOffice } from '@test/office';
import { accepted, applicant, ordinary, receive, refusals } from './entries';

interface CopyAnswer {
  readonly case: { id: string };
  readonly done: boolean;
  readonly problem: { refusals?: { guard: string }[] } | null;
}

describe('a series of applications against one levy', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-06-03');
  });
  afterAll(() => office.close());

  const members = async () => [
    await accepted(office, '2024-06-03', [applicant('甲')]),
    await accepted(office, '2024-06-03', [applicant('乙')]),
    await accepted(office, '2024-06-03', [applicant('丙')]),
  ];
  const form = (ids: readonly string[]) => {
    office.reach('2024-06-04');
    return office.as('reconsideration-officer').post<{ id: string }>('/series', {
      organisation_id: office.home.organisations.reconsideration,
      happened_on: '2024-06-04',
      title: '东街征收补偿系列案',
      reason: '同一征收决定',
      lead_id: ids[0],
      member_ids: ids.slice(1),
    });
  };

  it('suspends its members with the lead; each refusal is shown and holds up no other', async () => {
    const files = await members();
    const [lead, second, third] = files;
    if (!lead || !second || !third) throw new Error('three files');
    const series = await form(files.map((f) => f.id));
    const page = await office.as('reconsideration-officer').file(series.id).page();
    expect(page.members.map((m) => [m.id, m.lead])).toEqual(files.map((f) => [f.id, f === lead]));
    expect((await second.page()).series).toMatchObject({ id: series.id, lead: false });

    const head = office.as('reconsideration-head');
    const fields = { suspension_ground: 'other-case', reasons: '等待示范案件的裁判' };
    await third.as('reconsideration-head').on('2024-06-05').does('suspend', fields);
    await lead.as('reconsideration-head').on('2024-06-06').does('suspend', fields);
    const suspended = (await lead.page()).events[0];
    const answers = await head.post<CopyAnswer[]>(`/series/${series.id}/copies`, { seq: suspended?.seq });
    expect(answers.map((a) => [a.case.id, a.done, a.problem?.refusals?.map((r) => r.guard)])).toEqual([
      [second.id, true, undefined],
      [third.id, false, ['suspension.once']],
    ]);
    expect(await second.clock('reconsideration.decision-ordinary')).toMatchObject({ status: 'suspended' });
    expect((await second.page()).events[0]).toMatchObject({ name: 'suspend', happened_on: '2024-06-06' });
    expect((await second.shows()).papers).toContain('reconsideration.suspension-notice');

    // The officer may not suspend: the copy gives nobody more than their post.
    const refused = await office
      .as('reconsideration-officer')
      .post<CopyAnswer[]>(`/series/${series.id}/copies`, { seq: suspended?.seq, member_ids: [second.id] });
    expect(refused.flatMap((a) => a.problem?.refusals?.map((r) => r.guard))).toEqual([
      'engine.role',
      'suspension.once',
    ]);
  });

  it('copies a notice to the party in the same place, and nothing that names parties', async () => {
    const files = await members();
    const [lead, second] = files;
    if (!lead || !second) throw new Error('files');
    const series = await form(files.map((f) => f.id));
    const officer = office.as('reconsideration-officer');
    await lead.on('2024-06-07').does('send-copy');
    await lead.on('2024-06-11').does('record-copy-received', { respondent: 'respondent#1' });
    const seq = (await lead.page()).events[0]?.seq;
    const answers = await officer.post<CopyAnswer[]>(`/series/${series.id}/copies`, { seq });
    expect(answers.map((a) => a.done)).toEqual([true, true]);
    expect(await second.clock('reconsideration.respondent-answer', '测试县公安局')).toMatchObject({
      started_on: '2024-06-11',
    });
    for (const own of [1, 3])
      expect(await refusals(officer.post(`/series/${series.id}/copies`, { seq: own }))).toEqual(['series.copyable']);
  });

  it('lets a member go and takes it back; nothing is deleted', async () => {
    const files = await members();
    const [, second] = files;
    if (!second) throw new Error('files');
    const series = await form(files.map((f) => f.id));
    expect(await refusals(second.on('2024-06-12').does('join-series', { series: series.id, reason: '再次' }))).toEqual([
      'series.once',
    ]);
    await second.on('2024-06-12').does('leave-series', { reason: '事实不同' });
    expect(await second.facts()).not.toHaveProperty('in_series');
    await second.on('2024-06-13').does('join-series', { series: series.id, reason: '核对后仍属同一决定' });
    expect((await second.page()).events.map((e) => e.name).slice(0, 3)).toEqual([
      'join-series',
      'leave-series',
      'join-series',
    ]);
    const otherFile = await receive(office, '2024-06-13');
    const wrong = otherFile.does('join-series', { series: second.id, reason: '不是系列' });
    await expect(wrong).rejects.toMatchObject({ status: 400 });
    await otherFile.on('2024-06-13').does('accept', ordinary(office));
  });

  it('is counted: what its mediation settled, and what it kept from being filed', async () => {
    office.reach('2024-07-01');
    const files = await members();
    const series = await form(files.map((f) => f.id));
    const before = await office.figure('reconsideration-series-mediated', 2024);
    for (const file of files.slice(0, 2))
      await file
        .as('organ-head')
        .on('2024-07-01')
        .does('conclude-by-mediation', { last_signed_on: '2024-07-01', sealed_on: '2024-07-01', terms: '补足差额' });
    const officer = office.as('reconsideration-officer').file(series.id);
    await officer.on('2024-07-02').does('record-averted', { averted: 15, grounds: '村委会登记的同类诉求' });
    await officer.on('2024-07-08').does('record-averted', { averted: 8, grounds: '同上，补充' });
    expect(before).toMatchObject({ value: 0 });
    expect(await office.figure('reconsideration-series-mediated', 2024)).toMatchObject({ value: 2, unit: '件' });
    expect(await office.figure('reconsideration-applications-averted', 2024)).toMatchObject({
      value: 23,
      numerator: 1,
      unit: '件',
    });
  });
});
