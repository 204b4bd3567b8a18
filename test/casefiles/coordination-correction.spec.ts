import { type Office, openOffice } from '@test/office';
import { Workbook } from 'exceljs';
import { accepted, mistakes, receive, refusals } from './entries';

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
    const file = await accepted(office, '2024-03-18');
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
    expect(await refusals(on.does('correct-fact', correction('channel', 'counter', 'counter')))).toEqual([
      'correction.value',
    ]);
    expect(await mistakes(on.does('correct-fact', correction('colour', 'a', 'b')))).toHaveLength(1);
    await on.does('correct-fact', correction('channel', 'counter', 'post'));
    expect(await file.facts()).toMatchObject({ channel: 'post' });
  });
});
