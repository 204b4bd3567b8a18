/** Next year's notice arrives while cases run: it is looked at first, confirmed by name, and then moves what it must. */
import type { CalendarView, ChangeView, ImpactView } from '@anjuan/casework';
import { addDays } from '@anjuan/law';
import { Database } from '@anjuan/platform';
import { type Office, openOffice } from '@test/office';
import { Workbook } from 'exceljs';
import { openWorker } from '../faults/worker';
import { accepted, applicant, application, mistakes, refusals } from './entries';

/** The shape of the public file; the days are invented. */
const holiday = (name: string, first: string, last: string, ...makeUp: string[]) => {
  const days = [];
  for (let date = first; date <= last; date = addDays(date, 1)) days.push({ name, date, isOffDay: true });
  return [...days, ...makeUp.map((date) => ({ name, date, isOffDay: false }))];
};
const notice2027 = {
  number: '示例〔2026〕1号',
  issued: '2026-12-10',
  file: {
    year: 2027,
    papers: ['https://example.org/notice'],
    days: [
      ...holiday('元旦', '2027-01-01', '2027-01-03'),
      ...holiday('春节', '2027-02-05', '2027-02-11', '2027-01-31', '2027-02-20'),
      ...holiday('清明节', '2027-04-03', '2027-04-05'),
      ...holiday('劳动节', '2027-05-01', '2027-05-05', '2027-05-08'),
      ...holiday('端午节', '2027-06-09', '2027-06-09'),
      ...holiday('中秋节', '2027-09-15', '2027-09-15'),
      ...holiday('国庆节', '2027-10-01', '2027-10-07', '2027-09-26', '2027-10-09'),
    ],
  },
};
const decision = 'reconsideration.decision-ordinary';
const suit = 'reconsideration.sue-after-decision';

describe('next year has no notice yet', () => {
  let office: Office;
  let worker: Awaited<ReturnType<typeof openWorker>>;
  let moved: Awaited<ReturnType<typeof accepted>>;
  let closed: typeof moved;
  let met: typeof moved;
  let change: ChangeView;
  const head = () => office.as('reconsideration-head');
  const impact = () => head().get<ImpactView>(`/working-calendar/changes/${change.id}/impact`);
  const reminders = (id: string) =>
    worker.module
      .get(Database)
      .inJurisdiction(office.home.id, (tx) =>
        tx.query<{ due: string; state: string }>(
          `select distinct due, state from reminder where jurisdiction_id = $1 and case_id = $2 and kind = 'due' and due > '2027-01-01' order by due`,
          [office.home.id, id],
        ),
      );

  beforeAll(async () => {
    office = await openOffice('2026-10-30');
    worker = await openWorker({ clock: office.clock, databaseUrl: office.database.url });
    closed = await office
      .as('reconsideration-officer')
      .receives(
        'reconsideration',
        'receive',
        '2026-10-30',
        application('2026-10-30', [applicant('王五')], { mandatory_first: 'disclosure' }),
      );
    await closed
      .as('reconsideration-head')
      .on('2026-11-03')
      .does('refuse', { ground: 'no-interest', reasons: '与处罚没有利害关系' });
    // 12-02 + 60 = Sunday 2027-01-31: Monday, as far as anybody knows.
    moved = await accepted(office, '2026-12-02');
    met = await accepted(office, '2026-12-02', [applicant('李四')]);
    await worker.sweep.run({ all: true });
  });
  afterAll(async () => {
    await worker.module.close();
    await office.close();
  });

  it('from November on everybody is told; dates beyond are provisional and say how far they may move', async () => {
    const calendar = await office.as('mediator').get<CalendarView>('/working-calendar');
    expect(calendar.warning).toContain('2027年的放假安排还没有生效，2026-12-25以后届满的期限都是暂定的');
    expect(calendar.notices.filter((n) => n.year === 2020).map((n) => [n.number, n.late])).toEqual([
      ['国办发明电〔2019〕16号', false],
      ['国办发明电〔2020〕1号', true],
    ]);
    const then = await head().get<CalendarView>('/working-calendar?known_on=2020-01-25');
    expect(then.notices.filter((n) => n.year === 2020).map((n) => n.number)).toEqual(['国办发明电〔2019〕16号']);
    const clock = await moved.clock(decision);
    expect(clock).toMatchObject({ due: '2027-02-01', provisional: true, earliest: '2027-01-31', latest: '2027-02-01' });
  });

  it('a file that contradicts the law is refused by day, value and rule', async () => {
    office.reach('2026-12-10');
    const { file } = notice2027;
    const days = file.days
      .filter((d) => d.date !== '2027-02-08')
      .map((d) => (d.date === '2027-02-20' ? { ...d, date: '2027-02-19' } : d));
    const propose = (body: object) => head().post<ChangeView>('/working-calendar/notices', body);
    expect(await mistakes(propose({ ...notice2027, file: { ...file, days } }))).toEqual([
      'days: 春节的放假日期须连续，2027-02-07与2027-02-09之间有缺',
    ]);
    expect(await mistakes(propose({ ...notice2027, issued: '2026-12-24' }))).toEqual(['issued: 公布日不能晚于今天']);
    await expect(office.as('mediator').post('/working-calendar/notices', notice2027)).rejects.toMatchObject({
      status: 403,
    });
  });

  it('what is proposed moves nothing and shows what it would move', async () => {
    await met.on('2026-12-10').does('hear-opinions', { manner: 'online' });
    // Fifteen days end on New Year's Day, which nobody has declared off so far.
    await closed.on('2026-12-17').does('serve', { recipient: 'applicant#1', manner: 'direct' });
    change = await office.as('reconsideration-officer').post<ChangeView>('/working-calendar/notices', notice2027);
    expect(change).toMatchObject({ state: 'proposed', title: '2027年放假安排（示例〔2026〕1号）', moved: null });
    expect((await moved.clock(decision)).due).toBe('2027-02-01');
    const list = await impact();
    const { number } = await moved.page();
    expect(list.rows.find((r) => r.case_id === moved.id && r.effect === 'moved')).toMatchObject({
      number,
      old_due: '2027-02-01',
      new_due: '2027-01-31',
      why: '2027-01-31春节调休上班。',
    });
    // Row by row through the cursor: every row once, in one order, and the counts of the whole on every page.
    const { rows: all, next: end, ...whole } = list;
    expect(end).toBeNull();
    expect(whole.by_kind).toEqual([
      { kind: 'reconsideration', kind_title: '行政复议案件', moved: list.moved, settled: list.settled, kept: 0 },
    ]);
    const paged: (typeof all)[number][] = [];
    const onePage = (cursor: string): Promise<ImpactView> =>
      head().get<ImpactView>(`/working-calendar/changes/${change.id}/impact?limit=1${cursor}`);
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await onePage(cursor);
      const { rows, next, ...counts } = page;
      paged.push(...rows);
      expect(counts).toEqual(whole);
      cursor = next === null ? null : `&cursor=${next}`;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(1);
    const foreign = head().get(`/working-calendar/changes/${change.id}/impact?cursor=abc`);
    expect(await mistakes(foreign)).toEqual(['cursor: 应为上一页给出的游标']);
    const book = new Workbook();
    const sheet = await head().get<unknown>(`/working-calendar/changes/${change.id}/impact`);
    expect(sheet).toMatchObject({ digest: list.digest });
    const bytes = await office.http
      .get(`/api/v1/working-calendar/changes/${change.id}/impact.xlsx`)
      .set('cookie', await office.cookie('test-reconsideration-head'))
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      });
    await book.xlsx.load(bytes.body);
    const rows = book.worksheets[0];
    expect(rows?.rowCount).toBe(3 + list.rows.length);
    expect(rows?.getRow(4).values).toEqual(expect.arrayContaining([number, '2027-02-01', '2027-01-31']));
  });

  it('only a head confirms, and only the list as it stands', async () => {
    const { digest } = await impact();
    const confirm = (value: string) =>
      head().post<ChangeView>(`/working-calendar/changes/${change.id}/confirm`, { digest: value });
    await expect(
      office.as('reconsideration-officer').post(`/working-calendar/changes/${change.id}/confirm`, { digest }),
    ).rejects.toMatchObject({ status: 403 });
    // One of the two is decided meanwhile.
    await met.on('2026-12-18').does('submit-for-approval', { proposed: 'upheld' });
    await met.as('organ-head').on('2026-12-21').does('decide', { outcome: 'upheld' });
    expect(await refusals(confirm(digest))).toEqual(['calendar.stale']);
    expect((await moved.clock(decision)).due).toBe('2027-02-01');
    const now = await impact();
    expect(now.rows.some((r) => r.case_id === met.id && r.title === '行政复议决定（普通程序）')).toBe(false);
    expect(await confirm(now.digest)).toMatchObject({
      state: 'confirmed',
      decided_by: '行政复议机构负责人',
      moved: now.moved,
    });
    expect(await refusals(confirm(now.digest))).toEqual(['calendar.proposed']);
  });

  it('the clock has moved by an event that bears the name of the officer', async () => {
    expect(await moved.clock(decision)).toMatchObject({
      due: '2027-01-31',
      provisional: false,
      earliest: null,
      latest: null,
    });
    const { events } = await moved.page();
    expect(events[0]).toMatchObject({
      name: 'recount',
      title: '期限重算',
      actor: '行政复议机构负责人',
      role_title: '行政复议机构负责人',
      fields: expect.arrayContaining([
        { name: 'cause', label: '缘由', text: '2027年放假安排（示例〔2026〕1号）' },
        expect.objectContaining({ text: '2027-02-01 → 2027-01-31' }),
      ]),
    });
    expect((await office.as('mediator').get<CalendarView>('/working-calendar')).warning).toBeNull();
  });

  it('what was met or belongs to a closed case stays as it ended', async () => {
    expect(await met.clock(decision)).toMatchObject({ status: 'met', due: '2027-02-01', provisional: true });
    expect((await closed.page()).events.map((e) => e.name)).not.toContain('recount');
    expect(await closed.clock(suit)).toMatchObject({ status: 'running', due: '2027-01-01' });
    // An event that comes afterwards counts by the new calendar and leaves the old date of the met clock alone.
    await met.on('2026-12-22').does('serve', { recipient: 'applicant#1', manner: 'direct' });
    expect(await met.clock(decision)).toMatchObject({ due: '2027-02-01' });
    expect(await met.clock(suit)).toMatchObject({ due: '2027-01-06', provisional: false });
  });

  it('reminders of the moved clock are withdrawn and planned anew', async () => {
    expect(await reminders(moved.id)).toEqual([{ due: '2027-02-01', state: 'waiting' }]);
    await worker.sweep.run({ all: false });
    expect(await reminders(moved.id)).toEqual([
      { due: '2027-01-31', state: 'waiting' },
      { due: '2027-02-01', state: 'withdrawn' },
    ]);
  });

  it('a local holiday moves its own county, by the same way, and can be taken back', async () => {
    const day = { day: '2027-01-31', working: false };
    const overlay = { name: '古尔邦节', year: 2027, cite: '示例县人民政府公告', days: [day] };
    const asked = (body: object) => head().post<ChangeView>('/working-calendar/overlays', body);
    expect(await mistakes(asked({ ...overlay, days: [{ day: '2027-02-06', working: false }] }))).toEqual([
      'days: 全国已安排春节放假，不必再列',
    ]);
    change = await asked(overlay);
    const list = await impact();
    expect(list.rows.filter((r) => r.effect === 'moved').map((r) => [r.case_id, r.new_due])).toEqual([
      [moved.id, '2027-02-01'],
    ]);
    await head().post(`/working-calendar/changes/${change.id}/confirm`, { digest: list.digest });
    expect((await moved.clock(decision)).due).toBe('2027-02-01');
    change = await asked({ ...overlay, days: [] });
    await head().post(`/working-calendar/changes/${change.id}/confirm`, { digest: (await impact()).digest });
    expect((await moved.clock(decision)).due).toBe('2027-01-31');
  });

  it('of two who confirm at once one is heard', async () => {
    change = await head().post<ChangeView>('/working-calendar/rechecks', {});
    const { digest, rows } = await impact();
    expect(rows).toEqual([]);
    const path = `/working-calendar/changes/${change.id}/confirm`;
    const answers = await Promise.allSettled([
      head().post(path, { digest }),
      office.as('organ-head').post(path, { digest }),
    ]);
    expect(answers.map((a) => a.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusals(head().post(path, { digest }))).toEqual(['calendar.proposed']);
  });

  it('a stored date that the calendar no longer bears out comes up in a recheck', async () => {
    await worker.module
      .get(Database)
      .inJurisdiction(office.home.id, (tx) =>
        tx.execute(
          `update clock set due = '2027-01-29' where jurisdiction_id = $1 and case_id = $2 and limit_id = $3`,
          [office.home.id, moved.id, decision],
        ),
      );
    change = await head().post<ChangeView>('/working-calendar/rechecks', {});
    const list = await impact();
    expect(list.rows).toMatchObject([{ old_due: '2027-01-29', new_due: '2027-01-31', why: '按现行日历和法条重算。' }]);
    await head().post(`/working-calendar/changes/${change.id}/confirm`, { digest: list.digest });
    expect((await moved.clock(decision)).due).toBe('2027-01-31');
  });

  it('a change of convention is looked at and confirmed in the same way', async () => {
    change = await head().post<ChangeView>('/working-calendar/conventions', {
      conventions: { makeUpDayIsWorkingDay: false },
    });
    const list = await impact();
    expect(list.rows.find((r) => r.case_id === moved.id && r.effect === 'moved')).toMatchObject({
      new_due: '2027-02-01',
    });
    expect(list.kept).toBeGreaterThan(0);
    await head().post(`/working-calendar/changes/${change.id}/confirm`, { digest: list.digest });
    expect((await moved.clock(decision)).due).toBe('2027-02-01');
    expect(
      await mistakes(head().post('/working-calendar/conventions', { conventions: { makeUpDayIsWorkingDay: false } })),
    ).toEqual(['conventions: 与现行约定相同，没有要改的']);
    change = await head().post<ChangeView>('/working-calendar/conventions', {
      conventions: { makeUpDayIsWorkingDay: true },
    });
    expect(await head().post(`/working-calendar/changes/${change.id}/withdraw`, {})).toMatchObject({
      state: 'withdrawn',
    });
  });
});
