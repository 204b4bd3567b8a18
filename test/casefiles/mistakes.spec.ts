import { type Office, openOffice } from '@test/office';
import { accepted, dispute, mistakes, receive, refusals } from './entries';

describe('what the clerk will not take', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());
  const register = (fields: object) =>
    office.as('mediator').receives('mediation', 'register', '2024-03-04', { ...fields });

  it('every mistake in a form is told at once, unknown fields among them', async () => {
    const attempt = register({
      parties: [
        { role: 'applicant', kind: 'natural', name: '赵大', nickname: '大赵' },
        { role: 'judge', name: '' },
      ],
      origin: 'rumour',
      summary: '排水',
      claim_fen: 12.5,
      people_count: 0,
      weather: '雨',
    });
    expect(await mistakes(attempt)).toEqual([
      'weather: 没有这一项',
      'parties[0].nickname: 没有这一项',
      'parties[1].role: 应为：申请人（甲方）、被申请人（乙方）、委托代理人',
      'parties[1].name: 姓名或名称必填，不超过100字',
      'parties: 申请人（甲方）至少1名',
      'parties: 被申请人（乙方）至少1名',
      expect.stringMatching(/^origin: 案件来源:应为：applied、/),
      'dispute_type: 纠纷类型必填',
      'people_count: 涉及人数:应为1至1000000的整数',
      'claim_fen: 涉案金额:应为不小于0的金额，单位为分',
    ]);
  });

  it('people and parties that are not there are mistakes of the form', async () => {
    const file = await receive(office, '2024-03-04');
    const stranger = '00000000-0000-7000-8000-000000000000';
    expect(await mistakes(file.does('accept', { track: 'ordinary', second_reviewer: stranger }))).toEqual([
      'second_reviewer: 第二名复议人员：本辖区没有这名人员',
    ]);
    const taken = await accepted(office, '2024-03-04');
    expect(await mistakes(taken.does('record-copy-received', { respondent: 'respondent#2' }))).toEqual([
      'respondent: 被申请人：不是本案的被申请人',
    ]);
    expect(await mistakes(taken.does('record-copy-received', { respondent: 'applicant#1' }))).toEqual([
      'respondent: 被申请人：不是本案的被申请人',
    ]);
  });

  it('an event that the procedure does not know', async () => {
    const file = await register(dispute());
    expect(await mistakes(file.does('adjudicate'))).toEqual(['event: 人民调解案件没有这一环节']);
    expect(await mistakes(file.does('toString'))).toEqual(['event: 人民调解案件没有这一环节']);
  });

  it('wrong state, wrong role, wrong day and guards stand together in one refusal, and nothing has changed', async () => {
    const file = await receive(office, '2024-03-04');
    const before = await file.page();
    const attempt = office.as('reconsideration-officer').post(`/cases/${file.id}/events/approve-withdrawal`, {
      version: before.version,
      happened_on: '2024-03-05',
      fields: { outcome: 'withdrawn', withdrawal_reason: 'voluntary' },
    });
    expect(await refusals(attempt)).toEqual(['engine.state', 'engine.role', 'engine.future', 'withdrawal.voluntary']);
    expect(await file.page()).toEqual(before);
  });

  it('an event on a version that somebody else has left behind', async () => {
    const file = await register(dispute());
    await file.does('accept');
    const stale = office
      .as('mediator')
      .post(`/cases/${file.id}/events/mediate`, { version: 1, happened_on: '2024-03-04', fields: {} });
    await expect(stale).rejects.toMatchObject({ status: 409, problem: { code: 'version-conflict' } });
  });

  it('of two who act on the same version at the same moment one wins', async () => {
    const file = await register(dispute());
    const act = (event: string, fields: object = {}) =>
      office
        .as('mediator')
        .post(`/cases/${file.id}/events/${event}`, { version: 1, happened_on: '2024-03-04', fields })
        .then(
          () => 200,
          (error: { status: number }) => error.status,
        );
    const answers = await Promise.all([act('accept'), act('decline', { reason: 'not-civil' })]);
    expect(answers.sort()).toEqual([200, 409]);
    expect((await file.page()).version).toBe(2);
  });

  it('a case of somebody else looks like one that is not there', async () => {
    const file = await register(dispute());
    const foreign = office
      .as('reconsideration-officer')
      .post(`/cases/${file.id}/events/accept`, { version: 1, happened_on: '2024-03-04', fields: {} });
    await expect(foreign).rejects.toMatchObject({ status: 404 });
  });
});
