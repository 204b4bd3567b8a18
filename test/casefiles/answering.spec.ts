import { type Office, openOffice } from '@test/office';
import { accepted, refusals } from './entries';

describe('our own government answers before the city', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2023-12-04');
  });
  afterAll(() => office.close());
  const notice = (track: string) => ({
    reviewing_organ: '测试市人民政府',
    organ_case_number: '〔2024〕测市行复第9号',
    matter: 'expropriation',
    track,
    parties: [{ role: 'applicant', kind: 'natural', name: '周一' }],
  });
  const receives = (day: string, track = 'ordinary') =>
    office.as('reconsideration-officer').receives('answering', 'receive-notice', day, notice(track));

  it('ten calendar days under the old law, which knew no simplified procedure', async () => {
    const file = await receives('2023-12-04');
    expect(await file.clock('reconsideration.respondent-answer')).toMatchObject({ due: '2023-12-14' });
    expect(await refusals(receives('2023-12-04', 'simplified'))).toEqual(['answering.track']);
  });

  it('ten working days, an approved answer, the hearing, the decision, its performance, an opinion', async () => {
    const file = await receives('2024-03-04');
    expect(await file.clock('reconsideration.respondent-answer')).toMatchObject({
      due: '2024-03-18',
      article: '第48条',
    });
    const head = file.as('organ-head');
    await file.on('2024-03-05').as('reconsideration-head').does('assign', { undertaking_unit: '自然资源局' });
    expect(await refusals(file.on('2024-03-08').does('file-answer'))).toEqual(['engine.state']);
    await head.on('2024-03-11').does('approve-answer');
    await head.on('2024-03-11').does('return-answer', { reasons: '补充征收公告' });
    await head.on('2024-03-13').does('approve-answer');
    await file.on('2024-03-14').does('file-answer', { evidence_count: 12 });
    expect(await file.clock('reconsideration.respondent-answer')).toMatchObject({
      status: 'met',
      ended_on: '2024-03-14',
    });
    await file.on('2024-04-09').does('attend-hearing', {});
    expect((await file.page()).events[0]?.warnings.map((w) => w.article)).toEqual(['行政复议法(2023)第51条第3款']);
    await file
      .on('2024-05-06')
      .does('record-decision', { outcome: 'revoked', decided_on: '2024-04-29', redo_ordered: true });
    expect(await file.clock('reconsideration.redo')).toMatchObject({ due: '2024-07-05' });
    expect(await file.facts()).toMatchObject({ perform_due_on: '2024-07-05' });
    expect(await refusals(file.on('2024-04-26').does('record-performance', { performance: 'performed' }))).toEqual([
      'performance.order',
    ]);
    await file.on('2024-05-06').does('receive-opinion', { subject: '征收程序' });
    expect(await file.clock('reconsideration.opinion-report')).toMatchObject({ due: '2024-07-05' });
    await file.on('2024-06-03').does('reply-opinion', { reply: '已整改' });
    await file.on('2024-06-28').does('record-performance', { performance: 'performed' });
    await file.on('2024-07-08').does('archive');
    const page = await file.page();
    expect(page.clocks.map((k) => k.status)).toEqual(['met', 'met', 'met']);
    expect(page.papers.map((p) => p.title)).toEqual([
      '行政复议答复交办单',
      '行政复议答复书',
      '行政复议意见书办理情况报告',
      '履行行政复议决定情况报告',
    ]);
  });

  it('five working days in simplified procedure', async () => {
    const fast = await receives('2024-07-08', 'simplified');
    expect(await fast.clock('reconsideration.respondent-answer-simplified')).toMatchObject({ due: '2024-07-15' });
  });

  it('feeds its own two figures and none of the deciding side', async () => {
    await accepted(office, '2024-08-05');
    expect(await office.figure('reconsideration-against-own-government', 2024)).toMatchObject({ value: 2 });
    expect(await office.figure('reconsideration-against-own-government-concluded', 2024)).toMatchObject({ value: 1 });
    expect(await office.figure('reconsideration-received', 2024)).toMatchObject({ value: 1 });
    expect(await office.figure('reconsideration-revoked', 2024)).toMatchObject({ value: 0 });
  });
});
