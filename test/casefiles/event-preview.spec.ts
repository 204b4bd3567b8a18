/** 办理预览: what an event would do is told by the clerk's own rules, comes true when it is done, and leaves no trace. */
import type { EventPreview } from '@anjuan/casework';
import type { Day } from '@anjuan/law';
import { type Office, openOffice, type StoryRole } from '@test/office';
import { Client } from 'pg';
import { accepted, mistakes, ordinary, receive, refusals } from './entries';

type CaseFile = Awaited<ReturnType<typeof receive>>;
type Fields = Readonly<Record<string, unknown>>;

describe('an event is shown before it is done', () => {
  let office: Office;
  let admin: Client;
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
    admin = new Client({ connectionString: office.database.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await office.close();
  });

  const previews = async (file: CaseFile, role: StoryRole, event: string, day: Day, fields: Fields = {}, key = {}) => {
    const { version } = await file.page();
    const body = { version, happened_on: day, fields };
    return office.as(role).post<EventPreview>(`/cases/${file.id}/events/${event}/preview`, body, key);
  };
  /** Everything that an event may write, as it stands. */
  const written = async () => {
    const tables = ['case_file', 'event', 'clock', 'paper', 'party', 'reconsideration_fact', 'outbox', 'audit'];
    const sums = [...tables, 'idempotency', 'case_text', 'number_counter', 'booking'].map(
      (t) => `select '${t}' as t, md5(coalesce(string_agg(r::text, ',' order by r::text), '')) as sum from ${t} r`,
    );
    return (await admin.query<{ t: string; sum: string }>(sums.join(' union all '))).rows;
  };
  const correction = (field: string, old_value: string, new_value: string) => ({
    field,
    old_value,
    new_value,
    reason: '核对纸质卷宗，登记有误',
    article: '受理通知书存根',
  });

  it('and comes true: state, papers, warnings and every clock of a whole case', async () => {
    const file = await receive(office, '2024-03-04');
    const steps: readonly (readonly [StoryRole, string, Day, Fields])[] = [
      ['reconsideration-officer', 'accept', '2024-03-04', ordinary(office)],
      ['reconsideration-officer', 'send-copy', '2024-03-06', {}],
      ['reconsideration-officer', 'record-copy-received', '2024-03-08', {}],
      ['reconsideration-head', 'suspend', '2024-03-11', { suspension_ground: 'legal-question', reasons: '请示' }],
      ['reconsideration-head', 'resume', '2024-03-21', {}],
      ['reconsideration-officer', 'record-answer', '2024-03-22', {}],
      ['reconsideration-head', 'extend', '2024-04-01', { extended_days: 10, reasons: '案情复杂' }],
      ['reconsideration-officer', 'correct-fact', '2024-04-02', correction('accepted_on', '2024-03-04', '2024-03-07')],
    ];
    const effects: string[] = [];
    for (const [role, event, day, fields] of steps) {
      office.clock.turnTo(day);
      const before = await file.page();
      const told = await previews(file, role, event, day, fields);
      const doing = file.as(role).on(day);
      const receipt = await (event === 'correct-fact' ? doing.corrects(fields) : doing.does(event, fields));
      const after = await file.page();
      const fresh = after.papers.filter((p) => !before.papers.some((known) => known.id === p.id));
      expect(told).toMatchObject({ state: before.state, state_after: after.state, warnings: receipt.warnings });
      expect(told.papers.map((p) => p.title).sort()).toEqual(fresh.map((p) => p.title).sort());
      const moved = after.clocks.flatMap((k) => {
        const old = before.clocks.find((known) => known.id === k.id);
        return JSON.stringify([old?.due, old?.status, old?.started_on, old?.steps]) ===
          JSON.stringify([k.due, k.status, k.started_on, k.steps])
          ? []
          : [[k.limit, k.subject, old?.due ?? null, k.due, k.status, k.provisional, k.steps.at(-1)?.text].join(' ')];
      });
      const wanted = told.clocks.map((c) =>
        [c.limit, c.subject, c.old_due, c.new_due, c.status, c.provisional, c.why].join(' '),
      );
      expect(wanted.sort()).toEqual(moved.sort());
      effects.push(`${event}: ${told.clocks.map((c) => `${c.title}${c.effect_title}`).join('，')}`);
    }
    expect(effects).toMatchInlineSnapshot(`
[
  "accept: 受理审查办结，审理期限（普通程序）开始计算，发送申请书副本（普通程序）开始计算",
  "send-copy: 发送申请书副本（普通程序）办结",
  "record-copy-received: 被申请人答复举证（普通程序）开始计算",
  "suspend: 审理期限（普通程序）中止",
  "resume: 审理期限（普通程序）恢复计算",
  "record-answer: 被申请人答复举证（普通程序）办结",
  "extend: 审理期限（普通程序）日期变动",
  "correct-fact: 审理期限（普通程序）日期变动",
]
`);
  });

  it('leaves no trace, uses no key and waits for nobody who has the case in hand', async () => {
    const file = await receive(office, '2024-04-03');
    await file.on('2024-04-08').does('accept', ordinary(office));
    const fields = correction('accepted_on', '2024-04-08', '2024-04-03');
    const before = await written();
    await admin.query('begin');
    await admin.query('select from case_file where id = $1 for update', [file.id]);
    const key = { 'Idempotency-Key': 'one-key' };
    const told = await previews(file, 'reconsideration-officer', 'correct-fact', '2024-04-08', fields, key);
    await admin.query('commit');
    expect(told.clocks).toMatchObject([
      {
        title: '审理期限（普通程序）',
        effect: 'moved',
        old_due: '2024-06-07',
        new_due: '2024-06-03',
        why: '2024-06-02（星期日）为周末，届满日顺延至2024-06-03（星期一）。',
      },
      { title: '发送申请书副本（普通程序）', effect: 'moved', old_due: '2024-04-17', new_due: '2024-04-15' },
    ]);
    expect(await written()).toEqual(before);
    const { version } = await file.page();
    const done = { version, happened_on: '2024-04-08', fields, impact: told.digest };
    await office.as('reconsideration-officer').post(`/cases/${file.id}/events/correct-fact`, done, key);
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ due: '2024-06-03' });
  });

  it('says of a day that rests on no holiday notice that it is provisional', async () => {
    office.clock.turnTo('2026-12-14');
    const file = await receive(office, '2026-12-14');
    const told = await previews(file, 'reconsideration-officer', 'accept', '2026-12-14', ordinary(office));
    expect(told.clocks.find((c) => c.limit === 'reconsideration.decision-ordinary')).toMatchObject({
      effect: 'begun',
      old_due: null,
      provisional: true,
    });
  });

  it('is refused as the event itself would be', async () => {
    office.clock.turnTo('2026-12-15');
    const file = await accepted(office, '2026-12-15');
    const officer = 'reconsideration-officer';
    expect(await refusals(previews(file, officer, 'accept', '2026-12-15', ordinary(office)))).toEqual(['engine.state']);
    expect(await refusals(previews(file, officer, 'send-copy', '2026-12-16'))).toEqual(['engine.future']);
    const wrong = correction('accepted_on', '2026-12-01', '2026-12-15');
    expect(await refusals(previews(file, officer, 'correct-fact', '2026-12-15', wrong))).toEqual(['correction.known']);
    expect(await mistakes(previews(file, officer, 'correct-fact', '2026-12-15'))).not.toEqual([]);
    expect(await mistakes(previews(file, officer, 'no-such-event', '2026-12-15'))).toHaveLength(1);
    const stale = { version: 1, happened_on: '2026-12-15', fields: {} };
    const path = `/cases/${file.id}/events/send-copy/preview`;
    await expect(office.as(officer).post(path, stale)).rejects.toMatchObject({ status: 409 });
    await expect(office.as('mediator').post(path, stale)).rejects.toMatchObject({ status: 404 });
  });
});
