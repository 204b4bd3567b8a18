/** What reports ask beside the course of a case, recorded where the officer is, and counted from there. */
import type { EntryReceipt } from '@anjuan/registers';
import { type Office, openOffice } from '@test/office';
import { accepted, applicant, dispute, mistakes, receive, refusals, suit } from './entries';

describe('what a report asks beside the course of a case', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());
  const value = async (metric: string) => (await office.figure(metric, 2024)).value;

  it('a review: who reviewed, whether it was mediated, how many days of it did not count', async () => {
    const elsewhere = { authority: 'department' };
    expect(await refusals(receive(office, '2024-03-04', [applicant('甲')], elsewhere))).toEqual(['authority.named']);
    await receive(office, '2024-03-04', [applicant('甲')], { ...elsewhere, authority_name: '测试县税务局' });
    const file = await accepted(office, '2024-03-04');
    expect(await file.facts()).toMatchObject({ authority: 'government' });
    expect(await value('reconsideration-by-authority')).toBe(2);

    await file.on('2024-03-20').does('begin-mediation', { note: '双方愿意调解' });
    await file.on('2024-03-15').does('begin-mediation');
    // Known later, happened earlier: the first attempt is the one that counts.
    expect(await file.facts()).toMatchObject({ mediation_tried_on: '2024-03-15' });
    // An examination from the 1st and a suspension from the 5th overlap: fourteen days in all.
    await file.on('2024-04-01').does('begin-examination', { examination: 'appraisal' });
    const head = file.as('reconsideration-head');
    await head.on('2024-04-05').does('suspend', { suspension_ground: 'mediation', reasons: '当事人同意中止' });
    await file.on('2024-04-10').does('end-examination');
    await file.on('2024-04-15').does('mediation-failed');
    expect(await file.facts()).not.toHaveProperty('excluded_days');
    await file.on('2024-04-16').does('hear-opinions', { manner: 'in-person' });
    await file.on('2024-04-17').does('submit-for-approval', { proposed: 'upheld' });
    await file.as('organ-head').on('2024-04-18').does('decide', { outcome: 'upheld' });
    expect(await file.facts()).toMatchObject({ excluded_days: 14, mediation_tried_on: '2024-03-15' });
    expect(await office.figure('reconsideration-average-days', 2024)).toMatchObject({
      printed: '45',
      unit: '天',
      summed: 45,
      denominator: 1,
    });
    expect(await value('reconsideration-mediation-attempted')).toBe(1);

    // Taken back by a court: the review is open again, and of its days nothing is settled.
    await head.on('2024-05-06').does('reopen', { order_ground: 'court', order_reference: '测行终1号' });
    expect(await file.facts()).not.toHaveProperty('excluded_days');
    // Withdrawn after mediation while suspended: the suspension ends with the review.
    await head.on('2024-05-08').does('suspend', { suspension_ground: 'other-case', reasons: '等待另案' });
    await head.on('2024-05-11').does('approve-withdrawal', {
      outcome: 'withdrawn',
      withdrawal_reason: 'after-mediation',
      voluntary_confirmed: true,
    });
    // Fourteen of the first round and three of the second.
    expect(await file.facts()).toMatchObject({ excluded_days: 17 });
  });

  it('orders of supervision: under which case, and what for', async () => {
    const review = await accepted(office, '2024-05-13');
    const lost = await office.as('litigation-officer').receives('litigation', 'receive-notice', '2024-05-13', suit());
    const order = (place: 'reconsideration' | 'litigation', parentId: string, fields: object) =>
      office
        .as('bureau-head')
        .receives(
          'supervision',
          'issue',
          '2024-05-14',
          { grade: 'listed', ground: 'major', due_on: '2024-05-30', demands: '报告进展', ...fields },
          { place, parentId },
        );
    await order('reconsideration', review.id, {});
    const reminder = await order('litigation', lost.id, { grade: 'ordinary', ground: 'rectification' });
    expect(await reminder.facts()).toMatchObject({ concerns: 'litigation', ground: 'rectification' });
    expect(await value('reconsideration-supervised')).toBe(1);
    expect(await value('litigation-rectification-notices')).toBe(1);
  });

  it('a suit: field and court, who stood for the organ, and who answered for the loss', async () => {
    const officer = office.as('litigation-officer');
    const file = await officer.receives(
      'litigation',
      'receive-notice',
      '2024-05-20',
      suit({ field: 'market', court: '测试区人民法院' }),
    );
    expect(await file.facts()).toMatchObject({ field: 'market', court_level: 'basic' });
    expect(await refusals(file.on('2024-05-22').does('move-to-court', { court: '测试区人民法院' }))).toEqual([
      'court.other',
    ]);
    await file.on('2024-05-22').does('move-to-court', { court: '测试市中级人民法院' });
    expect(await file.facts()).toMatchObject({
      court: '测试市中级人民法院',
      court_level: 'intermediate',
      transferred_on: '2024-05-22',
    });
    await file.on('2024-05-30').does('file-answer');
    const heard = { open_court: true, attended: true, head_name: '周县长', post: '县长', head_rank: 'principal' };
    await file.on('2024-06-03').does('hold-hearing', { ...heard, representative: 'lawyer' });
    expect(await file.facts()).toMatchObject({ represented_on: '2024-06-03', represented_by: 'lawyer' });
    expect(await value('litigation-represented')).toBe(0);
    // The bureau's own people go before others, and the first of their hearings counts.
    await file.on('2024-06-20').does('hold-further-hearing', { ...heard, representative: 'public-lawyer' });
    await file.on('2024-06-24').does('hold-further-hearing', { ...heard, representative: 'bureau-staff' });
    await file.on('2024-06-25').does('hold-further-hearing', { ...heard, representative: 'organ-staff' });
    expect(await file.facts()).toMatchObject({ represented_on: '2024-06-20', represented_by: 'public-lawyer' });
    expect(await value('litigation-represented')).toBe(1);

    const measure = { accountability: 'talk', people: 2, basis: '县纪委监委〔2024〕5号' };
    await file.on('2024-07-01').does('record-ruling', { ruling: 'revoked', ruling_form: 'judgment' });
    await file.on('2024-07-10').does('record-accountability', { ...measure, accountability: 'admonition' });
    await file.on('2024-07-08').does('record-accountability', measure);
    expect(await file.facts()).toMatchObject({ accountable_on: '2024-07-08', accountable_people: 4 });
    expect(await value('litigation-accountability-cases')).toBe(1);
    expect(await value('litigation-transferred')).toBe(1);
    expect(await value('litigation-by-court')).toBe(2);

    const won = await officer.receives('litigation', 'receive-notice', '2024-07-11', suit());
    await won.on('2024-07-12').does('record-ruling', { ruling: 'dismissed-suit', ruling_form: 'ruling' });
    expect(await refusals(won.on('2024-07-15').does('record-accountability', measure))).toEqual([
      'accountability.lost',
    ]);
  });

  it('a series: a suit that joins it counts as one of it when it is lost', async () => {
    const officer = office.as('litigation-officer');
    const file = await officer.receives('litigation', 'receive-notice', '2024-07-15', suit());
    office.reach('2024-07-16');
    const series = await officer.post<{ id: string }>('/series', {
      organisation_id: office.home.organisations.litigation,
      happened_on: '2024-07-16',
      title: '东街征收补偿系列案',
      reason: '同一征收决定',
      lead_id: file.id,
      member_ids: [],
    });
    expect(series.id).toBeDefined();
    expect(await file.facts()).toMatchObject({ in_series: true });
  });

  it('a dispute that was kept from becoming a crime, unless it became one', async () => {
    const mediator = office.as('mediator');
    const file = await mediator.receives('mediation', 'register', '2024-07-17', dispute());
    await file.on('2024-07-17').does('accept');
    const prevented = { prevention: 'criminal', prevented_people: 3 };
    expect(await mistakes(file.on('2024-07-18').does('record-prevention', { prevention: 'criminal' }))).toHaveLength(1);
    await file.on('2024-07-18').does('record-prevention', prevented);
    expect(await file.facts()).toMatchObject({ prevented_on: '2024-07-18', prevented_people: 3 });
    expect(await value('disputes-prevented-criminal')).toBe(1);
    const other = await mediator.receives('mediation', 'register', '2024-07-19', dispute());
    await other.on('2024-07-19').does('accept');
    await other.on('2024-07-20').does('record-escalation', { escalation: 'criminal' });
    expect(await refusals(other.on('2024-07-22').does('record-prevention', prevented))).toEqual([
      'prevention.escalated',
    ]);
  });

  it('registers: experts, justice offices, the reconsideration committee', async () => {
    const enter = (register: string, values: object) =>
      office
        .as('mediation-officer')
        .post<EntryReceipt>(`/registers/${register}`, { organisation_id: office.home.organisations.bureau, values });
    await enter('expert', { name: '何某', employer: '县人民医院', field: 'medical', listed_on: '2024-01-02' });
    await enter('institution', { name: '城关司法所', kind: 'justice-office', established_on: '2010-01-01' });
    await enter('institution', {
      name: '测试县人民政府行政复议委员会',
      kind: 'reconsideration-committee',
      established_on: '2024-02-01',
    });
    expect(await value('mediation-experts')).toBe(1);
    expect(await value('justice-offices')).toBe(1);
    expect(await value('reconsideration-committees')).toBe(1);
  });
});
