import type { ImpactView } from '@anjuan/casework';
import { Database } from '@anjuan/platform';
import { type Office, openOffice } from '@test/office';
import { mistakes, ordinary, receive, refusals } from './entries';

interface Conventions {
  conventions: { name: string; value: string | boolean; default: string | boolean; source: string; mark: string }[];
  mail_allowance: { days: number };
}

describe('where the law is silent the jurisdiction chooses', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2023-07-03');
  });
  afterAll(() => office.close());
  const shown = async (name: string) => {
    const { conventions } = await office.as('mediator').get<Conventions>('/conventions');
    return conventions.find((c) => c.name === name);
  };
  /** Proposed and confirmed by the head of the office, who has seen what it moves. */
  const changes = async (conventions: Record<string, unknown>) => {
    const head = office.as('reconsideration-head');
    const { id } = await head.post<{ id: string }>('/working-calendar/conventions', { conventions });
    const { digest, rows } = await head.get<ImpactView>(`/working-calendar/changes/${id}/impact`);
    await head.post(`/working-calendar/changes/${id}/confirm`, { digest });
    return rows;
  };
  const corrected = async () => {
    const file = await receive(office, '2023-07-03');
    const notice = { items: '身份证明', notice_received_on: '2023-07-06', correction_days: 15 };
    await file.on('2023-07-06').does('request-correction', notice);
    await file.on('2023-07-20').does('receive-correction', { received_materials: '身份证明' });
    await file.on('2023-07-21').does('accept', ordinary(office));
    return file;
  };

  it('each with its default, its source and how sure it is', async () => {
    const { conventions } = await office.as('mediator').get<Conventions>('/conventions');
    expect(conventions).toHaveLength(7);
    for (const c of conventions) expect(c).toMatchObject({ value: c.default, mark: 'I' });
    expect(await shown('oldLawAcceptanceDate')).toMatchObject({
      value: 'receipt',
      source: '行政复议法(2017)第17条第2款；行政复议法实施条例(2007)第29条',
    });
  });

  it('the old law’s acceptance: receipt by default, the correction where it was chosen so', async () => {
    const before = await corrected();
    expect(await before.facts()).toMatchObject({ accepted_on: '2023-07-03' });
    await changes({ oldLawAcceptanceDate: 'corrected' });
    expect(await shown('oldLawAcceptanceDate')).toMatchObject({ value: 'corrected', default: 'receipt' });
    const after = await corrected();
    expect(await after.facts()).toMatchObject({ accepted_on: '2023-07-20', statute: 'XF17' });
    // 07-20 + 60 is Monday 09-18, and the time of the correction is not taken out again.
    expect(await after.clock('reconsideration.decision-ordinary')).toMatchObject({
      started_on: '2023-07-20',
      excluded_days: 0,
      due: '2023-09-18',
    });
    await changes({ oldLawAcceptanceDate: 'receipt' });
  });

  it('a case between the laws is bound by the newer one where it is asked first', async () => {
    await changes({ versionBinding: 'newest-first' });
    const file = await receive(office, '2023-12-28');
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ law: '行政复议法(2017)' });
    await file.on('2024-01-03').does('accept', ordinary(office));
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      law: '行政复议法(2023)',
      started_on: '2024-01-03',
      due: '2024-03-04',
    });
    expect(await file.clock('reconsideration.send-copy')).toMatchObject({
      law: '行政复议法(2023)',
      started_on: '2024-01-03',
      due: '2024-01-12',
    });
    // One decision rules the clock and the case.
    expect(await file.facts()).toMatchObject({ statute: 'XF23', accepted_on: '2024-01-03' });

    // Asked the other way round, clock, law and day of acceptance go back together, by one event under a name.
    const rows = await changes({ versionBinding: 'oldest-first' });
    expect(rows.find((r) => r.old_due === '2024-03-04')?.why).toMatch(/。改依行政复议法\(2017\)，自2023-12-28起算。$/);
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({
      law: '行政复议法(2017)',
      started_on: '2023-12-28',
      due: '2024-02-26',
    });
    expect(await file.clock('reconsideration.send-copy')).toMatchObject({
      law: '行政复议法(2017)',
      started_on: '2023-12-28',
      due: '2024-01-09',
    });
    expect(await file.facts()).toMatchObject({ statute: 'XF17', accepted_on: '2023-12-28' });
    const [recount] = (await file.page()).events;
    expect(recount).toMatchObject({ name: 'recount', actor: '行政复议机构负责人' });
    expect(recount?.fields.map((f) => `${f.label}：${f.text}`)).toEqual(
      expect.arrayContaining([
        '审理期限（普通程序）：2024-03-04 → 2024-02-26',
        '适用法律：行政复议法(2023) → 行政复议法(2017)',
        '受理日期：2024-01-03 → 2023-12-28',
      ]),
    );
    // A law that the head chooses for one clock is that clock's alone, and its ledger says so.
    const why = { reason: '受理在新法施行以后', basis: '审批表〔2024〕1号' };
    const decides = { limit: 'reconsideration.decision-ordinary', law: 'XF23', ...why };
    await file.as('reconsideration-head').on('2024-01-04').does('override-clock', decides);
    expect(await file.clock('reconsideration.decision-ordinary')).toMatchObject({ law: '行政复议法(2023)' });
    expect(await file.facts()).toMatchObject({ statute: 'XF17', accepted_on: '2023-12-28' });
  });

  it('waits for the post before an application counts as given up; the heads alone set for how long', async () => {
    const head = office.as('reconsideration-head');
    const set = (days: unknown) => head.put<Conventions>('/conventions/mail-allowance', { days });
    expect(await mistakes(set(31))).toEqual(['days: 等候天数应为0至30的整数']);
    expect(await mistakes(set('三'))).toEqual(['days: 应为整数']);
    await expect(office.as('reconsideration-officer').put('/conventions/mail-allowance', { days: 3 })).rejects.toThrow(
      '403',
    );
    expect((await set(3)).mail_allowance).toMatchObject({ days: 3, default: 5 });

    // Ten working days from 05-07 with Saturday 05-11 end on 05-20; three days for the post.
    const file = await receive(office, '2024-05-06');
    await file.on('2024-05-07').does('request-correction', { items: '身份证明', notice_received_on: '2024-05-07' });
    const record = { reasons: '期满未补正', without_cause: true };
    const abandon = (day: string) => file.as('reconsideration-head').on(day).does('abandon', record);
    expect(await refusals(abandon('2024-05-23'))).toEqual(['abandonment.lapsed']);
    await abandon('2024-05-24');
    expect((await file.page()).state).toBe('abandoned');
    const trail = await office.app
      .get(Database)
      .inJurisdiction(office.home.id, (tx) =>
        tx.query(`select detail from audit where action = 'settings.mail-allowance'`),
      );
    expect(trail).toEqual([{ detail: { from: 5, to: 3 } }]);
  });
});
