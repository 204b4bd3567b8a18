import type { CaseNumbersView } from '@anjuan/casework';
import { type Office, openOffice } from '@test/office';
import { ordinary, receive, refusals, whyNot } from './entries';

/** The paper was written within the five working days; only its record came after the sweep had booked the silence. */
describe('deemed acceptance is taken back by a paper in time', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-09-27');
  });
  afterAll(() => office.close());
  const proof = (who: 'reconsideration-head' | 'reconsideration-officer') => ({
    paper_reference: '测府复不受〔2024〕1号',
    confirmed_by: office.home.people[who],
  });
  const deemed = async () => {
    office.reach('2024-09-27');
    const file = await receive(office, '2024-09-27');
    await office.clockTurnsTo('2024-10-14');
    expect((await file.facts()).accepted_on).toBe('2024-10-10');
    return file;
  };
  const refusal = { ground: 'no-interest', reasons: '与行政行为没有利害关系' };

  it('a refusal of the ninth of October ends the case and its clocks; a second person has confirmed it', async () => {
    const file = await deemed();
    const head = file.as('reconsideration-head');
    const alone = head.on('2024-10-11').does('refuse-in-time', { ...refusal, ...proof('reconsideration-head') });
    expect(await refusals(alone)).toEqual(['deemed.in-time', 'deemed.second-person']);
    const confirmed = { ...refusal, ...proof('reconsideration-officer') };
    expect(await refusals(file.on('2024-10-09').does('refuse-in-time', confirmed))).toContain('engine.role');
    // A paper older than the application is no paper on it.
    expect(await whyNot(head.on('2024-09-26').does('refuse-in-time', confirmed))).toBe(
      '文书日期2024-09-26早于复议机关收到日期2024-09-27',
    );

    await head.on('2024-10-09').does('refuse-in-time', confirmed);
    const page = await file.page();
    expect(page.state).toBe('not-accepted');
    expect(page.clocks.filter((k) => k.status === 'running' || k.status === 'suspended')).toEqual([]);
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ status: 'cancelled' });
    expect(await file.clock('reconsideration.send-copy')).toMatchObject({ status: 'cancelled' });
    const facts = await file.facts();
    expect(facts).toMatchObject({ exit: 'not-accepted', left_on: '2024-10-09' });
    for (const gone of ['accepted_on', 'deemed', 'track']) expect(facts).not.toHaveProperty(gone);
    // The booking stays in the record, the counter-event beside it.
    expect(page.events.map((e) => [e.name, e.happened_on])).toEqual([
      ['refuse-in-time', '2024-10-09'],
      ['deem-accepted', '2024-10-10'],
      ['receive', '2024-09-27'],
    ]);
    expect(page.papers.at(-1)).toMatchObject({ code: 'reconsideration.refusal-decision', issued_on: '2024-10-09' });
    await office.clockTurnsTo('2024-10-16');
    expect((await file.page()).version).toBe(page.version);
  });

  it('an acceptance of the eighth keeps a suspension that was decided on the strength of the silence', async () => {
    const file = await deemed();
    const head = file.as('reconsideration-head');
    await head.on('2024-10-14').does('suspend', { suspension_ground: 'legal-question', reasons: '请示' });
    await head.on('2024-10-08').does('accept-in-time', { ...ordinary(office), ...proof('reconsideration-officer') });
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'suspended',
      started_on: '2024-10-08',
    });
    await head.on('2024-10-24').does('resume');
    // 10-08 + 60 = 12-07, ten days suspended.
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      excluded_days: 10,
      due: '2024-12-17',
    });
  });

  it('a correction notice of the tenth goes on as a correction, and the number is earned once', async () => {
    office.clock.turnTo('2024-10-16');
    const file = await deemed();
    const { number } = await file.page();
    const head = file.as('reconsideration-head');
    await head
      .on('2024-10-10')
      .does('request-correction-in-time', { items: '身份证明', ...proof('reconsideration-officer') });
    expect((await file.page()).state).toBe('awaiting-correction');
    await file.on('2024-10-11').does('record-correction-notice-received');
    // Saturday 10-12 ①, 14 ② … 18 ⑥, 21 ⑦, 22 ⑧, 23 ⑨, 24 ⑩.
    expect(await file.clock('reconsideration.correction-reply')).toMatchObject({ due: '2024-10-24' });
    await office.clockTurnsTo('2024-10-21');
    expect((await file.page()).state).toBe('awaiting-correction');
    await file.on('2024-10-21').does('receive-correction', { received_materials: '身份证明' });
    await file.on('2024-10-23').does('accept', ordinary(office));
    expect(await file.facts()).toMatchObject({ accepted_on: '2024-10-23', deemed: false });
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'running',
      started_on: '2024-10-23',
      due: '2024-12-23',
    });
    expect((await file.page()).number).toBe(number);
  });

  it('a withdrawal in time ends it too; an acceptance in time moves the clocks to its day', async () => {
    office.clock.turnTo('2024-10-23');
    const withdrawn = await deemed();
    await withdrawn
      .as('reconsideration-head')
      .on('2024-10-08')
      .does('withdraw-in-time', proof('reconsideration-officer'));
    expect((await withdrawn.page()).state).toBe('withdrawn');

    const acceptedInTime = await deemed();
    await acceptedInTime
      .as('reconsideration-head')
      .on('2024-10-08')
      .does('accept-in-time', { ...ordinary(office), ...proof('reconsideration-officer') });
    expect(await acceptedInTime.facts()).toMatchObject({ accepted_on: '2024-10-08', deemed: false });
    expect(await acceptedInTime.clock('reconsideration.decision-ordinary')).toMatchObject({
      status: 'running',
      started_on: '2024-10-08',
      due: '2024-12-09',
    });
  });

  it('an acceptance by decision is not reversed this way', async () => {
    const file = await receive(office, '2024-10-24');
    await file.does('accept', ordinary(office));
    const attempt = file
      .as('reconsideration-head')
      .does('refuse-in-time', { ...refusal, ...proof('reconsideration-officer') });
    expect(await refusals(attempt)).toEqual(['deemed.in-time']);
  });

  it('the numbers that were earned by the silence stay, and a list explains each that stands for no acceptance', async () => {
    const listed = (role: 'reconsideration-officer' | 'mediator', year: number) =>
      office.as(role).get<CaseNumbersView>(`/case-numbers?kind=reconsideration&year=${year}`);
    const { given, items } = await listed('reconsideration-officer', 2024);
    expect(given).toBe(6);
    expect(items.map((n) => [n.number, n.earned_on, n.earned_by, n.taken_back_by, n.state_title, n.again_on])).toEqual([
      ['（2024）测府政复字第1号', '2024-10-10', '视为受理', '更正：期限内已决定不予受理', '不予受理', null],
      ['（2024）测府政复字第3号', '2024-10-10', '视为受理', '更正：期限内已通知补正', '审理中', '2024-10-23'],
      ['（2024）测府政复字第4号', '2024-10-10', '视为受理', '更正：期限内已撤回申请', '受理前撤回', null],
    ]);
    expect(items[0]).toMatchObject({
      taken_back_on: '2024-10-09',
      actor: '行政复议机构负责人',
      reason:
        '不予受理理由：申请人与行政行为没有利害关系；期限内文书的文号：测府复不受〔2024〕1号；复核人：行政复议承办人',
    });
    expect(await listed('reconsideration-officer', 2023)).toMatchObject({ given: 0, items: [] });
    expect(await listed('mediator', 2024)).toMatchObject({ given: 0, items: [] });
    await expect(office.as('mediator').get('/case-numbers?year=1')).rejects.toMatchObject({ status: 400 });
  });
});
