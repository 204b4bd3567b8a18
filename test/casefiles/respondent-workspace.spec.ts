import type { AddressedNotice } from '@anjuan/cases/reconsideration';
import { type Office, openOffice, Refused } from '@test/office';
import { accepted, refusals } from './entries';

describe('the respondent’s own workspace', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
    await office.hires('stranger', 'respondent-officer', 'town');
  });
  afterAll(() => office.close());
  const notices = (login = 'test-respondent-officer') =>
    office.asLogin(login).get<readonly AddressedNotice[]>('/respondent/notices');
  const acts = (id: string, what: string, body: object = {}, login = 'test-respondent-officer') =>
    office.asLogin(login).post(`/respondent/notices/${id}/${what}`, body);
  const statusOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 200,
      (e: unknown) => (e instanceof Refused ? e.status : e),
    );

  it('sees a notice once it is sent, acknowledges it, answers it with its evidence', async () => {
    const file = await accepted(office, '2024-03-04');
    expect(await notices()).toEqual([]);
    expect(await statusOf(acts(file.id, 'receipt'))).toBe(404);
    await file.on('2024-03-06').does('send-copy');
    expect(await notices()).toMatchObject([
      {
        case_id: file.id,
        kind: 'answer',
        number: '（2024）测府政复字第1号',
        organ: '测试县公安局',
        about: '张三',
        matter: '行政处罚',
        sent_on: '2024-03-06',
        acknowledged_on: null,
        due: null,
        papers: [{ title: '行政复议答复通知书' }],
      },
    ]);

    // Sent by mistake and not yet read: the sender takes it back, and owes it again.
    await file.on('2024-03-07').does('withdraw-copy', { reasons: '附件有误' });
    expect(await notices()).toEqual([]);
    expect(await file.clock('reconsideration.send-copy')).toMatchObject({ status: 'running', due: '2024-03-13' });
    await file.on('2024-03-08').does('send-copy');

    office.clock.turnTo('2024-03-11');
    await acts(file.id, 'receipt');
    expect(await notices()).toMatchObject([{ acknowledged_on: '2024-03-11', due: '2024-03-25', answered_on: null }]);
    expect(await refusals(acts(file.id, 'receipt'))).toEqual(['service.once']);
    expect(await refusals(file.on('2024-03-11').does('withdraw-copy', { reasons: '附件有误' }))).toEqual([
      'copy.unread',
    ]);
    office.clock.turnTo('2024-03-20');
    await acts(file.id, 'answer', { reply: '处罚事实清楚', evidence: ['询问笔录', '现场照片'] });
    expect(await notices()).toMatchObject([{ answered_on: '2024-03-20' }]);
    expect(await file.facts()).toMatchObject({ answered_on: '2024-03-20', evidence_count: 2 });
    const { events } = await file.page();
    expect(events[0]).toMatchObject({ name: 'record-answer', role_title: '被申请人答复人员' });
    expect(events[0]?.fields.map((f) => f.text)).toEqual(
      expect.arrayContaining(['处罚事实清楚', '询问笔录\n现场照片']),
    );
  });

  it('sees no case, and nothing that is addressed to another organ', async () => {
    const [notice] = await notices();
    const id = notice?.case_id ?? '';
    const own = office.as('respondent-officer');
    expect(await statusOf(own.get('/cases'))).toBe(403);
    expect(await statusOf(own.get(`/cases/${id}`))).toBe(403);
    expect(
      await statusOf(own.post(`/cases/${id}/events/record-answer`, { version: 1, happened_on: '2024-03-20' })),
    ).toBe(403);
    expect(await notices('stranger')).toEqual([]);
    expect(await statusOf(acts(id, 'receipt', {}, 'stranger'))).toBe(404);
    expect(await statusOf(acts(id, 'answer', { reply: '答复', evidence: [] }, 'stranger'))).toBe(404);
    expect(await statusOf(acts(id, 'reply', { reply: '答复', result: 'corrected' }))).toBe(404);
    await office.neighbour('next');
    expect(await notices('next-respondent-officer')).toEqual([]);
    expect(await statusOf(acts(id, 'receipt', {}, 'next-respondent-officer'))).toBe(404);
    expect(await statusOf(office.as('reconsideration-officer').get('/respondent/notices'))).toBe(403);
  });

  it('reports on an opinion letter', async () => {
    const review = await accepted(office, '2024-04-01');
    const letter = await office.as('reconsideration-officer').receives(
      'letter',
      'draft-opinion',
      '2024-04-08',
      {
        parties: [{ role: 'addressee', kind: 'organ', name: '测试县公安局' }],
        addressee_kind: 'respondent',
        subject: '送达程序不规范',
        problems: '送达回证不全',
        advice: '规范送达',
      },
      { parentId: review.id },
    );
    expect((await notices()).filter((n) => n.kind === 'letter')).toEqual([]);
    await letter.on('2024-04-09').as('organ-head').does('issue');
    office.clock.turnTo('2024-04-10');
    await acts(letter.id, 'receipt');
    expect((await notices())[0]).toMatchObject({ kind: 'letter', about: '送达程序不规范', due: '2024-06-11' });
    office.clock.turnTo('2024-05-20');
    await acts(letter.id, 'reply', { reply: '已经整改', result: 'corrected' });
    expect(await letter.facts()).toMatchObject({ replied_on: '2024-05-20', reply_result: 'corrected' });
    expect((await letter.page()).state).toBe('replied');
  });
});
