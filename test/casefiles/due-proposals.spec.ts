import type { DueProposalView } from '@anjuan/casework';
import { type Office, openOffice, type StoryRole } from '@test/office';
import { accepted, dispute, receive, refusals } from './entries';

describe('what a lapsed period only proposes', () => {
  let office: Office;
  const proposals = (role: StoryRole, query = '') =>
    office.as(role).get<readonly DueProposalView[]>(`/due-proposals${query}`);
  const of = async (id: string, role: StoryRole = 'reconsideration-head') => {
    const [found] = await proposals(role, `?case_id=${id}`);
    return found;
  };
  const confirm = (p: DueProposalView, role: StoryRole, day: string, fields: object = {}) =>
    office.as(role).post(`/due-proposals/${p.clock_id}/confirmation`, { version: p.version, happened_on: day, fields });
  const there = <T>(x: T | undefined): T => {
    if (x === undefined) throw new Error('nothing is proposed');
    return x;
  };

  beforeAll(async () => {
    office = await openOffice('2024-03-01');
  });
  afterAll(() => office.close());

  it('abandonment, once the days for the post are over; the head confirms it', async () => {
    const file = await receive(office, '2024-03-01');
    await file.on('2024-03-04').does('request-correction', { items: '身份证明', notice_received_on: '2024-03-04' });
    expect(await file.clock('reconsideration.correction-reply')).toMatchObject({ due: '2024-03-18' });
    await office.clockTurnsTo('2024-03-23');
    expect(await of(file.id)).toBeUndefined();
    await office.clockTurnsTo('2024-03-24');
    const proposal = there(await of(file.id));
    expect(proposal).toMatchObject({ days_past: 1, mine: true, dismissed: null, event: { name: 'abandon' } });
    expect(proposal.sentence).toMatch(
      /^补正期限于2024-03-18届满，另留5日邮寄在途时间.*至今没有收到补正材料.*视为放弃申请/,
    );
    expect(proposal.confirmers).toEqual(['行政复议机构负责人']);
    // Nothing has happened by itself.
    expect((await file.page()).state).toBe('awaiting-correction');

    expect(there(await of(file.id, 'reconsideration-officer')).mine).toBe(false);
    const record = { reasons: '已电话核实', without_cause: true };
    expect(await refusals(confirm(proposal, 'reconsideration-officer', '2024-03-24', record))).toEqual(['engine.role']);
    expect(await refusals(confirm(proposal, 'reconsideration-head', '2024-03-24', { reasons: '未核实' }))).toEqual([
      'abandonment.without-cause',
    ]);
    await confirm(proposal, 'reconsideration-head', '2024-03-24', record);
    const page = await file.page();
    expect(page).toMatchObject({ state: 'abandoned' });
    expect(page.events[0]).toMatchObject({ name: 'abandon', origin: 'person', actor: '行政复议机构负责人' });
    expect(await of(file.id)).toBeUndefined();
    await expect(confirm(proposal, 'reconsideration-head', '2024-03-24', record)).rejects.toMatchObject({
      status: 404,
    });
  });

  it('the days for the post are a setting of the county', async () => {
    const file = await receive(office, '2024-04-01');
    await file.on('2024-04-01').does('request-correction', { items: '身份证明', notice_received_on: '2024-04-01' });
    expect(await file.clock('reconsideration.correction-reply')).toMatchObject({ due: '2024-04-16' });
    await office.clockTurnsTo('2024-04-17');
    expect(await of(file.id)).toBeUndefined();
    await office.identity.changeSettings(office.home.id, { casework: { mailAllowanceDays: 0 } });
    expect(there(await of(file.id)).sentence).not.toContain('另留');
    await office.identity.changeSettings(office.home.id, { casework: {} });
  });

  it('termination after sixty days, which is the organ’s to decide, and dismissed with a reason that stays', async () => {
    const file = await accepted(office, '2024-05-06');
    await file.as('reconsideration-head').on('2024-05-13').does('suspend', {
      suspension_ground: 'death',
      reasons: '申请人死亡，等待近亲属表明是否参加',
    });
    await office.clockTurnsTo('2024-07-12');
    expect(await of(file.id)).toBeUndefined();
    await office.clockTurnsTo('2024-07-13');
    const proposal = there(await of(file.id));
    expect(proposal).toMatchObject({
      due: '2024-07-12',
      mine: false,
      event: { name: 'terminate' },
      preset: { ground: 'suspended-sixty-days' },
    });
    const dismiss = (role: StoryRole) =>
      office.as(role).post(`/due-proposals/${proposal.clock_id}/dismissal`, {
        version: proposal.version,
        reason: '继承人已提出参加',
      });
    expect(await refusals(dismiss('reconsideration-officer'))).toEqual(['engine.role', 'proposal.confirmer']);
    // The head of the office confirms abandonment, not termination.
    expect(await refusals(dismiss('reconsideration-head'))).toEqual(['proposal.confirmer']);
    await dismiss('organ-head');
    expect(await of(file.id)).toBeUndefined();
    const [kept] = await proposals('organ-head', `?case_id=${file.id}&all=true`);
    expect(kept?.dismissed).toEqual({ on: '2024-07-13', by: '行政复议机关负责人', reason: '继承人已提出参加' });
    const page = await file.page();
    expect(page.state).toBe('accepted');
    expect(page.events[0]?.fields.map((f) => f.text)).toEqual(['中止满六十日终止', '2024-07-12', '继承人已提出参加']);
  });

  it('termination confirmed concludes the case, its ground being the proposal itself', async () => {
    const file = await accepted(office, '2024-08-01');
    await file.as('reconsideration-head').on('2024-08-05').does('suspend', {
      suspension_ground: 'dissolution',
      reasons: '申请人终止',
    });
    await office.clockTurnsTo('2024-10-09');
    await confirm(there(await of(file.id, 'organ-head')), 'organ-head', '2024-10-09');
    expect((await file.page()).state).toBe('concluded');
  });

  it('the end of a mediation; an extension takes the proposal away, and its end brings it back', async () => {
    const file = await office.as('mediator').receives('mediation', 'register', '2024-10-10', dispute());
    await file.does('accept');
    await office.clockTurnsTo('2024-11-12');
    const first = there(await of(file.id, 'mediator'));
    expect(first).toMatchObject({ due: '2024-11-11', limit_title: '调解期限', event: { name: 'fail' }, mine: true });
    await office
      .as('mediator')
      .post(`/due-proposals/${first.clock_id}/dismissal`, { version: first.version, reason: '双方愿意继续调解' });
    expect(await of(file.id, 'mediator')).toBeUndefined();
    await file.on('2024-11-12').does('extend', { days: 10, all_agree: true });
    expect((await file.clock('mediation.period')).due).toBe('2024-11-20');
    await office.clockTurnsTo('2024-11-21');
    await confirm(there(await of(file.id, 'mediator')), 'mediator', '2024-11-21', {
      onward: 'court',
    });
    expect((await file.page()).state).toBe('failed');
    expect(await proposals('mediator')).toEqual([]);
  });

  it('is not there for whoever may not see the case', async () => {
    const file = await accepted(office, '2024-12-02');
    await file.as('reconsideration-head').does('suspend', { suspension_ground: 'death', reasons: '申请人死亡' });
    await office.clockTurnsTo('2025-02-10');
    const proposal = there(await of(file.id));
    expect(await proposals('mediator')).toEqual([]);
    await expect(confirm(proposal, 'mediator', '2025-02-10')).rejects.toMatchObject({ status: 404 });
  });
});
