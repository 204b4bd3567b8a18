import { type Office, openOffice } from '@test/office';
import { Workbook } from 'exceljs';
import { accepted, dispute, mistakes, ordinary, receive, refusals, told } from './entries';

describe('a fact recorded wrongly', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
  });
  afterAll(() => office.close());
  const correction = (field: string, old_value: string, new_value: string) => ({
    field,
    old_value,
    new_value,
    reason: '核对纸质卷宗，登记有误',
    article: '受理通知书存根',
  });

  it('is corrected by an event of its own, and the clocks that began on the wrong day are counted anew', async () => {
    const file = await accepted(office, '2024-03-04');
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      started_on: '2024-03-04',
      due: '2024-05-06',
    });
    const before = await file.clock('reconsideration.acceptance-review');
    await file.on('2024-03-11').corrects(correction('accepted_on', '2024-03-04', '2024-03-07'));

    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      started_on: '2024-03-07',
      due: '2024-05-06',
      raw: '2024-05-06',
    });
    // Received on the same day, by another event: the correction of the acceptance leaves it alone.
    expect(await file.clock('reconsideration.acceptance-review')).toMatchObject({ started_on: before.started_on });
    expect(await file.facts()).toMatchObject({ accepted_on: '2024-03-07', organ_received_on: '2024-03-04' });
    const page = await file.page();
    expect(page.events.map((e) => e.name)).toEqual(['correct-fact', 'accept', 'receive']);
    expect(page.events.find((e) => e.name === 'accept')?.happened_on).toBe('2024-03-04');

    // What was met by the day it then had keeps that day.
    await file.on('2024-03-12').does('correct-fact', correction('organ_received_on', '2024-03-04', '2024-03-01'));
    expect(await file.clock('reconsideration.acceptance-review')).toMatchObject({
      status: 'met',
      started_on: before.started_on,
      due: before.due,
    });

    await file.on('2024-03-12').corrects(correction('accepted_on', '2024-03-07', '2024-03-06'));
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ started_on: '2024-03-06' });
  });

  it('moves clocks only once it was seen which, from when to when and who will be told; the list is kept with it', async () => {
    const file = await receive(office, '2024-03-11');
    await file.on('2024-03-18').does('accept', ordinary(office));
    const officer = office.as('reconsideration-officer');
    const fields = correction('accepted_on', '2024-03-18', '2024-03-13');
    const body = { version: (await file.page()).version, happened_on: '2024-03-18', fields };
    const path = `/cases/${file.id}/events/correct-fact`;
    const { digest, clocks } = await officer.post<{
      digest: string;
      clocks: { title: string; old_due: string; new_due: string; told: string[] }[];
    }>(`${path}/preview`, body);
    const told = ['行政复议承办人', '行政复议机构负责人'];
    expect(clocks.map((k) => [k.title, k.old_due, k.new_due, k.told])).toEqual([
      ['审理期限（普通程序）', '2024-05-17', '2024-05-13', told],
      ['发送申请书副本（普通程序）', '2024-03-27', '2024-03-22', told],
    ]);
    expect(await refusals(officer.post(path, body))).toEqual(['correction.impact']);
    expect(await refusals(officer.post(path, { ...body, impact: '0'.repeat(64) }))).toEqual(['correction.impact']);
    // Another day is another list.
    const other = { ...body, fields: { ...fields, new_value: '2024-03-12' }, impact: digest };
    expect(await refusals(officer.post(path, other))).toEqual(['correction.impact']);

    const { body: bytes } = await office.http
      .post(`/api/v1${path}/preview.xlsx`)
      .set('cookie', await office.cookie(officer.login))
      .send(body)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      });
    const book = new Workbook();
    await book.xlsx.load(bytes);
    const sheet = book.worksheets[0];
    expect(sheet?.getRow(1).getCell(1).value).toBe('更正事实：期限影响清单');
    expect(sheet?.rowCount).toBe(5);
    expect(sheet?.getRow(4).values).toEqual(
      expect.arrayContaining([(await file.page()).number, '2024-05-17', '2024-05-13', told.join('、')]),
    );

    await officer.post(path, { ...body, impact: digest });
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ due: '2024-05-13' });
    const [event] = (await file.page()).events;
    expect(event?.fields.slice(-2)).toMatchObject([
      { label: '审理期限（普通程序）', text: '2024-05-17 → 2024-05-13' },
      { label: '发送申请书副本（普通程序）', text: '2024-03-27 → 2024-03-22' },
    ]);
  });

  it('is known as it was on the day before the correction', async () => {
    const file = await receive(office, '2024-03-13');
    await file.on('2024-04-02').corrects(correction('organ_received_on', '2024-03-13', '2024-03-12'));
    const rows = await office
      .as('bureau-head')
      .get<{ facts: { name: string; value: unknown }[]; id: string }[]>(
        '/figures/reconsideration-received/cases?year=2024&known_on=2024-04-01',
      );
    const then = JSON.stringify(rows);
    expect(then).toContain('2024-03-13');
    expect(then).not.toContain('2024-03-12');
    expect(await file.facts()).toMatchObject({ organ_received_on: '2024-03-12' });
  });

  it('is not corrected from a value that is not there, to one it cannot have, or to the same', async () => {
    const file = await receive(office, '2024-04-03');
    const on = file.on('2024-04-08');
    expect(
      await refusals(on.does('correct-fact', correction('organ_received_on', '2024-01-01', '2024-04-02'))),
    ).toEqual(['correction.known']);
    expect(await refusals(on.does('correct-fact', correction('organ_received_on', '2024-04-03', '四月')))).toEqual([
      'correction.value',
    ]);
    expect(await refusals(on.does('correct-fact', correction('channel', 'counter', 'pigeon')))).toEqual([
      'correction.value',
    ]);
    // A code by itself and by its name are the same.
    expect(await refusals(on.does('correct-fact', correction('channel', 'counter', '当面提交')))).toEqual([
      'correction.value',
    ]);
    expect(await mistakes(on.does('correct-fact', correction('colour', 'a', 'b')))).toHaveLength(1);
    await on.does('correct-fact', correction('channel', '当面提交', '邮寄'));
    expect(await file.facts()).toMatchObject({ channel: 'post' });
  });

  it('changes that one fact and no other', async () => {
    const file = await receive(office, '2024-04-03');
    const before = await file.facts();
    await file.on('2024-04-08').does('correct-fact', correction('channel', 'counter', 'post'));
    expect(await file.facts()).toEqual({ ...before, channel: 'post' });
    const officer = office.as('litigation-officer');
    const dispute = await officer.receives(
      'coordination',
      'submit',
      '2024-04-03',
      { dispute_stage: 'before', field: '征地补偿' },
      { place: 'litigation' },
    );
    await dispute.on('2024-04-08').does('correct-fact', correction('dispute_stage', 'before', 'petition'));
    expect(await dispute.facts()).toMatchObject({ dispute_stage: 'petition', field: '征地补偿' });
  });

  it('takes no day ahead, out of order, filled in or struck out that an event would have recorded', async () => {
    const file = await receive(office, '2024-04-03');
    await file.on('2024-04-08').does('accept', ordinary(office));
    const on = file.on('2024-04-09');
    const refused = (field: string, from: string | null, to: string | null) =>
      told(on.does('correct-fact', { ...correction(field, '', ''), old_value: from, new_value: to }));
    expect(await refused('accepted_on', '2024-04-08', '2042-04-08')).toEqual([
      '受理日期“2042-04-08”：不能晚于2024-04-09',
    ]);
    expect(await refused('accepted_on', '2024-04-08', '2021-04-08')).toEqual([
      '受理日期“2021-04-08”：不能早于复议机关收到日期2024-04-03',
    ]);
    expect(await refused('organ_received_on', '2024-04-03', '2024-04-09')).toEqual([
      '复议机关收到日期“2024-04-09”：不能晚于复议机构收到日期2024-04-03',
    ]);
    expect(await refused('accepted_on', '2024-04-08', null)).toEqual([
      '受理日期由已经办理的环节登记，只能更正，不能删去',
    ]);
    expect(await refused('concluded_on', null, '2024-04-09')).toEqual([
      '审结日期还没有记录，由相应的环节登记，不能以更正填写',
    ]);
    // What a form leaves open may be filled in afterwards.
    await on.does('correct-fact', { ...correction('act_number', '', '测公罚〔2024〕7号'), old_value: null });
    expect(await file.facts()).toMatchObject({ accepted_on: '2024-04-08', act_number: '测公罚〔2024〕7号' });
  });

  it('offers and takes only what may be corrected where the case stands', async () => {
    const mediator = office.as('mediator');
    const file = await mediator.receives('mediation', 'register', '2024-04-03', dispute());
    await file.does('accept');
    await file.does('mediate');
    const offered = async () => {
      const edge = (await file.page()).allowed_events.find((e) => e.name === 'correct-fact');
      return edge?.fields.find((f) => f.name === 'field')?.options.map((o) => o.value);
    };
    expect(await offered()).toEqual(expect.arrayContaining(['received_on', 'dispute_type', 'claim_fen']));
    expect(await offered()).not.toContain('closed_on');
    await file.on('2024-04-09').does('fail', { reason: 'no-agreement', onward: 'court' });
    expect(await offered()).toContain('closed_on');
    expect(await offered()).not.toContain('outcome');
    const on = file.on('2024-04-10');
    expect(await told(on.does('correct-fact', correction('outcome', 'failed', 'agreed-written')))).toEqual([
      '调解结果“达成书面协议”：案件已按“调解不成”办理，只能更正为调解不成',
    ]);
    expect(await mistakes(on.does('correct-fact', correction('dispatched_in_time', '是', '否')))).toHaveLength(1);

    const settled = await mediator.receives('mediation', 'register', '2024-04-03', dispute());
    await settled.does('accept');
    await settled.does('mediate');
    await settled.on('2024-04-09').does('agree-orally', {});
    await settled.on('2024-04-10').does('correct-fact', correction('outcome', 'agreed-oral', 'agreed-written'));
    await settled.on('2024-04-10').corrects(correction('agreed_on', '2024-04-09', '2024-04-08'));
    expect(await settled.facts()).toMatchObject({
      outcome: 'agreed-written',
      agreement_form: 'written',
      agreed_on: '2024-04-08',
      closed_on: '2024-04-08',
    });
  });
});
