import type { BulkView, CaseRowView, Page } from '@anjuan/casework';
import { type Office, openOffice } from '@test/office';
import { dispute } from './entries';

/** 离岗移交: what a leaver still has to do with goes to a successor, case by case through the clerk. */
describe('a mediator leaves', () => {
  let office: Office;
  let leaver: string;
  let heir: string;
  let open: string[];
  const registers = (login: string, day: string) =>
    office.asLogin(login).receives('mediation', 'register', day, dispute());
  const casesOf = async (login: string) =>
    (await office.asLogin(login).get<Page<CaseRowView>>('/cases?limit=100')).items.map((c) => c.id).sort();
  const handsOver = (role: 'committee-head' | 'mediator', more: object = {}) =>
    office.as(role).post<BulkView>('/mediations/hand-overs', {
      from_id: leaver,
      to_id: heir,
      happened_on: '2024-06-03',
      ground: 'leave',
      ...more,
    });

  beforeAll(async () => {
    office = await openOffice('2024-05-01');
    await office.identity.changeSettings(office.home.id, { casework: { referralReplyDays: 30 } });
    leaver = await office.hires('leaver', 'mediator', 'town');
    heir = await office.hires('heir', 'mediator', 'town');
    const files = [];
    for (const day of ['2024-05-06', '2024-05-07', '2024-05-08']) files.push(await registers('leaver', day));
    open = files.map((f) => f.id);
    // Failed and done with: it stays in the leaver's name.
    const done = await registers('leaver', '2024-05-09');
    await done.does('accept');
    await done.does('fail', { reason: 'no-agreement', onward: 'court' });
    // Failed as well, but the court that sent it waits for an answer.
    const owed = await office
      .asLogin('leaver')
      .receives(
        'mediation',
        'register',
        '2024-05-09',
        dispute({ origin: 'court-assigned', referrer: '测试县人民法院' }),
      );
    await owed.does('accept');
    await owed.does('fail', { reason: 'no-agreement', onward: 'referring-court' });
    open.push(owed.id);
    // Agreed and archived, with the last instalment still to come.
    const agreed = await registers('leaver', '2024-05-10');
    await agreed.does('accept');
    await agreed.does('mediate');
    await agreed.does('agree-in-writing', { signed_and_sealed: true, perform_due_on: '2024-09-30' });
    await agreed.does('archive');
    open.push(agreed.id);
    // Another's case in which the leaver is the second of two.
    const shared = await registers('test-mediator', '2024-05-13');
    await shared.does('second-handler', { second_handler: leaver });
    open.push(shared.id);
    office.reach('2024-06-03');
  });
  afterAll(() => office.close());

  it('may be done by whoever assigns, and by nobody else', async () => {
    await expect(handsOver('mediator')).rejects.toMatchObject({ status: 403 });
  });

  it('takes the chosen cases first', async () => {
    const [first] = open;
    expect(await handsOver('committee-head', { case_ids: [first] })).toMatchObject({
      done: [{ id: first }],
      refused: [],
    });
    expect(await casesOf('heir')).toEqual([first]);
    const again = await handsOver('committee-head', { case_ids: [first] });
    expect(again.refused.map((r) => [r.id, r.reasons.map((x) => x.guard)])).toEqual([[first, ['handler.from']]]);
  });

  it('then everything that is left, telling case by case what could not be handed over', async () => {
    const attempt = await handsOver('committee-head', { to_id: office.home.people['reconsideration-officer'] });
    expect(attempt.done).toEqual([]);
    expect(new Set(attempt.refused.flatMap((r) => r.reasons.map((x) => x.guard)))).toEqual(new Set(['handler.post']));
    const answer = await handsOver('committee-head');
    expect(answer.refused).toEqual([]);
    expect(answer.done.map((d) => d.id).sort()).toEqual(open.slice(1).sort());
    expect(await casesOf('heir')).toEqual([...open].sort());
    expect(await casesOf('leaver')).toHaveLength(1);
    expect(await handsOver('committee-head')).toEqual({ done: [], refused: [] });
  });

  it('leaves its trace on every file', async () => {
    const [first] = open;
    const page = await office
      .asLogin('heir')
      .file(first ?? '')
      .page();
    const event = page.events.find((e) => e.name === 'hand-over');
    expect(event).toMatchObject({ happened_on: '2024-06-03', actor: '调解委员会主任' });
    expect(event?.fields.map((f) => `${f.label}：${f.text}`)).toEqual([
      '新的调解员：heir',
      '原调解员：leaver',
      '移交理由：调离、辞职、退休或者任期届满',
      '承办人：leaver → heir',
    ]);
  });
});
