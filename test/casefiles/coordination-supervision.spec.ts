import { type Office, openOffice, Refused } from '@test/office';
import { accepted, refusals } from './entries';

describe('an order of supervision', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-09-02');
  });
  afterAll(() => office.close());

  it('is due on its day, answered, sent back, answered again and closed; the case shows it', async () => {
    const file = await accepted(office, '2024-09-02');
    const order = await office
      .as('reconsideration-head')
      .receives(
        'supervision',
        'issue',
        '2024-09-03',
        { grade: 'urgent', ground: 'overdue', due_on: '2024-09-10', demands: '说明未在期限内发送副本的原因' },
        { place: 'reconsideration', parentId: file.id, handler: 'reconsideration-officer' },
      );
    expect((await file.page()).children).toMatchObject([{ id: order.id, kind: 'supervision', state: 'issued' }]);
    expect(await order.clock('supervision.reply')).toMatchObject({ due: '2024-09-10', status: 'running', duty: 'own' });
    const due = await office
      .as('reconsideration-officer')
      .get<{ items: { limit: string; due: string }[] }>('/deadlines?kind=supervision&handler=me');
    expect(due.items).toMatchObject([{ limit: 'supervision.reply', due: '2024-09-10' }]);

    expect(await refusals(order.on('2024-09-04').does('close', { result: 'done' }))).toEqual(['supervision.answered']);
    const officer = order.as('reconsideration-officer');
    await officer.on('2024-09-05').does('reply', { answer: '已于当日发送' });
    await order.on('2024-09-06').does('demand-again', { due_on: '2024-09-13', reason: '没有附回证' });
    expect(await order.clock('supervision.reply')).toMatchObject({ due: '2024-09-13', status: 'running' });
    await officer.on('2024-09-09').does('reply', { answer: '补送回证' });
    await order.on('2024-09-10').does('close', { result: 'done' });
    expect(await order.facts()).toMatchObject({ reply_count: 2, replied_on: '2024-09-09', closed_on: '2024-09-10' });
  });

  it('comes from above: an officer issues none', async () => {
    const attempt = office
      .as('reconsideration-officer')
      .receives(
        'supervision',
        'issue',
        '2024-09-10',
        { grade: 'ordinary', ground: 'other', due_on: '2024-09-20', demands: '查明' },
        { place: 'reconsideration' },
      );
    await expect(attempt).rejects.toBeInstanceOf(Refused);
    await expect(attempt).rejects.toMatchObject({ status: 422 });
  });
});
