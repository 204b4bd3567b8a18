import { type Office, openOffice } from '@test/office';
import { accepted, refusals, whyNot } from './entries';

describe('how a decision is made', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());

  it('the committee advises member by member, the draft goes up, comes back, is withdrawn and goes up again', async () => {
    const file = await accepted(office, '2024-03-04');
    const head = file.as('reconsideration-head');
    await file.on('2024-03-18').does('hear-opinions', { manner: 'in-person' });
    expect(await refusals(file.on('2024-03-19').does('conclude-consultation', { advice: '应当撤销' }))).toEqual([
      'consultation.open',
      'consultation.members',
    ]);
    await head
      .on('2024-03-20')
      .does('consult-committee', { consultation_ground: 'technical', questions: '鉴定意见能否采信' });
    await file.on('2024-03-26').does('record-member-opinion', { member: '陈教授', member_opinion: 'agree' });
    await file.on('2024-03-26').does('record-member-opinion', {
      member: '林律师',
      member_opinion: 'disagree',
      member_reasons: '程序轻微违法，不必撤销',
    });
    // The period runs on: a consultation stops no clock.
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'running',
      due: '2024-05-06',
    });

    await file.on('2024-03-28').does('submit-for-approval', { proposed: 'revoked', opinion: '主要证据不足' });
    await head.on('2024-03-29').does('endorse', { comment: '同意报机关负责人审批' });
    expect(await refusals(head.on('2024-03-29').does('endorse', { comment: '同意' }))).toEqual([
      'approval.endorsed-once',
    ]);
    await file.on('2024-03-29').does('countersign', { unit: '行政执法监督科', comment: '同意' });
    await file.as('organ-head').on('2024-04-01').does('return-for-revision', { reasons: '补充咨询意见' });
    await file.on('2024-04-02').does('submit-for-approval', { proposed: 'revoked' });
    expect((await file.facts()).endorsed_on).toBeUndefined();
    await file.on('2024-04-02').does('withdraw-submission', { reasons: '等待咨询意见' });
    expect((await file.page()).state).toBe('accepted');

    await file.on('2024-04-03').does('conclude-consultation', { advice: '多数意见认为应当撤销' });
    await head.on('2024-04-07').does('discuss-collectively', {
      chair: office.home.people['reconsideration-head'],
      attendance: 3,
      attendees: '科长、两名承办人',
      views: '均同意撤销',
      conclusion: '撤销并责令重作',
    });
    await file.on('2024-04-08').does('submit-for-approval', { proposed: 'revoked' });
    await head.on('2024-04-08').does('endorse', { comment: '同意' });
    await file.as('organ-head').on('2024-04-09').does('decide', { outcome: 'revoked', collective: true });
    const { events, papers } = await file.page();
    expect(events.find((e) => e.name === 'decide')?.warnings).toEqual([]);
    expect(events.filter((e) => e.name === 'record-member-opinion').map((e) => e.fields.map((f) => f.text))).toEqual([
      ['林律师', '不同意承办意见', '程序轻微违法，不必撤销'],
      ['陈教授', '同意承办意见'],
    ]);
    expect(papers.map((p) => p.title)).toEqual(
      expect.arrayContaining([
        '提请行政复议委员会咨询函',
        '行政复议委员会咨询意见',
        '行政复议案件集体讨论笔录',
        '行政复议案件审批表',
      ]),
    );
    expect(await office.figure('reconsideration-consultations', 2024)).toMatchObject({ value: 1 });
  });

  it('several acts in one case are counted once, under the code that ranks first', async () => {
    const file = await accepted(office, '2024-05-06');
    await file.on('2024-05-20').does('hear-opinions', { manner: 'telephone' });
    await file.on('2024-06-03').does('record-outcome-line', { act: '罚款决定', line_outcome: 'upheld' });
    await file.on('2024-06-03').does('record-outcome-line', { act: '扣押决定', line_outcome: 'unlawful' });
    await file
      .on('2024-06-03')
      .does('record-outcome-line', { act: '没收决定', line_outcome: 'revoked', line_redo: true });
    expect(await file.facts()).toMatchObject({ outcome_lines: 3, main_line: 'revoked' });
    await file.on('2024-06-04').does('submit-for-approval', { proposed: 'revoked' });
    const organ = file.as('organ-head').on('2024-06-06');
    expect(await whyNot(organ.does('decide', { outcome: 'upheld' }))).toBe(
      '各项行政行为的处理结果中，主结案方式应为“撤销”',
    );
    await organ.does('decide', {
      outcome: 'revoked',
      redo_ordered: true,
      same_facts_confirmed: true,
      return_property: true,
      collective: true,
    });
    expect(await file.facts()).toMatchObject({ outcome: 'revoked', return_property: true });
    const { events } = await file.page();
    expect(events[0]?.warnings.map((w) => w.message)).toEqual(['注明经集体讨论通过，但没有集体讨论记录']);
    expect(await office.figure('reconsideration-revoked', 2024)).toMatchObject({ value: 2 });
    expect(await office.figure('reconsideration-upheld', 2024)).toMatchObject({ value: 0 });
  });
});
