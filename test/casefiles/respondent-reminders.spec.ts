/** What an organ under review owes is told to its own officers as well: case number, limit and day, and nothing of the case. */
import { addDays, type Day } from '@anjuan/law';
import { type Office, openOffice } from '@test/office';
import { openWorker } from '../faults/worker';
import { accepted } from './entries';

interface Notice {
  title: string;
  body: string;
  case_id: string | null;
  addressed: boolean;
  created_at: string;
  withdrawn_at: string | null;
}

describe('the officers of an organ under review', () => {
  let office: Office;
  let worker: Awaited<ReturnType<typeof openWorker>>;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
    await office.hires('stranger', 'respondent-officer', 'town');
    worker = await openWorker({ clock: office.clock, databaseUrl: office.database.url });
    await worker.rounds.workQueue();
  });
  afterAll(async () => {
    await worker.module.close();
    await office.close();
  });
  const noticesOf = async (login: string) =>
    (await office.asLogin(login).get<{ items: Notice[] }>('/notices?limit=100')).items;
  const told = async (login: string) =>
    (await noticesOf(login)).map((n) => `${n.created_at.slice(0, 10)} ${n.title}`).reverse();
  const mornings = async (from: Day, until: Day) => {
    for (let day = from; day <= until; day = addDays(day, 1)) {
      office.clock.turnTo(day);
      await worker.relay.handOver();
      await worker.rounds.drained();
      await worker.rounds.sweepNow();
    }
  };
  const organ = 'test-respondent-officer';

  it('are reminded from the receipt of the copy on, without a word of who handles the case', async () => {
    const file = await accepted(office, '2024-03-04');
    await file.on('2024-03-06').does('send-copy');
    await mornings('2024-03-06', '2024-03-10');
    office.clock.turnTo('2024-03-11');
    await office.asLogin(organ).post(`/respondent/notices/${file.id}/receipt`, {});
    await mornings('2024-03-11', '2024-03-14');
    expect(await told(organ)).toEqual([]);

    await mornings('2024-03-15', '2024-03-22');
    const limit = '被申请人答复举证（普通程序）';
    expect(await told(organ)).toEqual([
      `2024-03-15 ${limit}还有10日届满`,
      // Five days before is a Wednesday, three days before a Friday.
      `2024-03-20 ${limit}还有5日届满`,
      '2024-03-20 期限汇总：3个工作日内届满1项',
      '2024-03-21 期限汇总：3个工作日内届满1项',
      `2024-03-22 ${limit}还有3日届满`,
      '2024-03-22 期限汇总：3个工作日内届满1项',
    ]);
    const [last] = (await noticesOf(organ)).filter((n) => n.case_id !== null);
    expect(last).toMatchObject({ addressed: true, case_id: file.id });
    expect(last?.body).toBe(`案件（2024）测府政复字第1号：${limit}于2024年3月25日届满，距今3日。`);
    // Our own are told as before, of the case.
    const ofCase = (await noticesOf('test-reconsideration-head')).find((n) => n.title.startsWith(limit));
    expect(ofCase).toMatchObject({ addressed: false, body: expect.stringContaining('承办人：行政复议承办人') });
    // A digest leads each to a page of their own: the organ's notices, the desk.
    const digestOf = async (login: string) => (await noticesOf(login)).find((n) => n.case_id === null);
    expect(await digestOf(organ)).toMatchObject({ title: '期限汇总：3个工作日内届满1项', addressed: true });
    expect(await digestOf('test-reconsideration-head')).toMatchObject({ addressed: false });
    expect(await told('stranger')).toEqual([]);

    await office.asLogin(organ).post(`/respondent/notices/${file.id}/answer`, { reply: '答复', evidence: ['笔录'] });
    await mornings('2024-03-23', '2024-03-26');
    expect(await told(organ)).toHaveLength(6);
    const warnings = (await noticesOf(organ)).filter((n) => n.case_id !== null);
    expect(warnings.map((n) => n.withdrawn_at?.slice(0, 10))).toEqual(['2024-03-23', '2024-03-23', '2024-03-23']);
  });

  it('are reminded of the report that a letter asks for', async () => {
    office.clock.turnTo('2024-04-08');
    const review = await accepted(office, '2024-04-08');
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
    await letter.on('2024-04-09').as('organ-head').does('issue');
    office.clock.turnTo('2024-04-10');
    await office.asLogin(organ).post(`/respondent/notices/${letter.id}/receipt`, {});
    const before = (await told(organ)).length;
    await mornings('2024-05-31', '2024-06-03');
    expect((await told(organ)).slice(before)).toEqual(['2024-05-31 行政复议意见书整改反馈还有11日届满']);
  });

  it('are not told what another organ owes in their case', async () => {
    office.clock.turnTo('2024-09-02');
    const file = await accepted(office, '2024-09-02');
    await file.on('2024-09-03').does('record-copy-received');
    await file.on('2024-09-04').does('record-answer');
    await file.as('reconsideration-head').on('2024-09-06').does('begin-norm-review', {
      norm_title: '测府发〔2020〕7号',
      norm_maker: '测试县人民政府',
      norm_origin: 'request',
      norm_route: 'handle',
      norm_requested_on: '2024-08-30',
    });
    await file.on('2024-09-10').does('notify-norm-maker', { maker_received_on: '2024-09-10' });
    await mornings('2024-09-10', '2024-09-20');
    const ofCase = async (login: string) => (await noticesOf(login)).filter((n) => n.case_id === file.id);
    expect((await ofCase('test-reconsideration-officer')).map((n) => n.title)).toContainEqual(
      '规范性文件制定机关答复还有5日届满',
    );
    expect(await ofCase(organ)).toEqual([]);
  });
});
