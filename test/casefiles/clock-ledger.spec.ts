import type { ClockLedgerView, LedgerView, WhatIfView } from '@anjuan/casework';
import { type Office, openOffice } from '@test/office';
import { accepted, mistakes, receive, refusals } from './entries';

const ORDINARY = 'reconsideration.decision-ordinary';

describe('the ledger of time', () => {
  let office: Office;
  type File = Awaited<ReturnType<typeof accepted>>;
  const clockIn = async (file: File, limit: string): Promise<ClockLedgerView> => {
    const ledger = await office.as('reconsideration-officer').get<LedgerView>(`/cases/${file.id}/ledger`);
    const clock = ledger.clocks.find((k) => k.limit === limit);
    if (!clock) throw new Error(`no ${limit}`);
    return clock;
  };
  beforeAll(async () => {
    office = await openOffice('2023-11-06');
  });
  afterAll(() => office.close());

  it('tells each movement with its day, reason, article, approver and what came of it', async () => {
    const file = await accepted(office, '2023-11-06');
    const head = file.as('organ-head');
    await head.on('2023-11-20').does('suspend', { suspension_ground: 'other-case', reasons: '等待另案判决' });
    await head.on('2023-12-04').does('resume');
    await file.as('reconsideration-head').on('2024-01-10').does('extend', { extended_days: 30, reasons: '案情复杂' });
    const clock = await clockIn(file, ORDINARY);
    expect(clock.version).toMatchObject({
      law: '行政复议法(2017)',
      article: '第31条第1款',
      span: '60日（另有规定或确定的从其规定）',
      from: '1999-10-01',
      until: '2023-12-31',
    });
    expect(clock.entries.map((e) => [e.verb_title, e.on, e.until, e.due_after])).toEqual([
      ['起算', '2023-11-06', null, '2024-01-05'],
      ['中止', '2023-11-20', '2023-12-04', null],
      ['恢复', '2023-12-04', null, '2024-01-19'],
      ['延长', '2024-01-10', null, '2024-02-18'],
    ]);
    expect(clock.due).toBe('2024-02-18');
    const [, suspension, , extension] = clock.entries;
    expect(suspension?.reason).toContain('等待另案判决');
    expect(suspension?.article).toContain('行政复议法实施条例第41条');
    // Length by the law of 2017, approver by the law of the day of the extension (practice 4).
    expect(extension).toMatchObject({ days: 30, approver: '行政复议机构负责人', role_title: '行政复议机构负责人' });
    // 2024-02-18 is a Sunday worked in exchange for the Spring Festival: the law does not say whether it can be a last day.
    expect(clock.conventions.map((c) => [c.name, c.value_title, c.mark_title])).toEqual([
      ['suspensionDays', '中止当日不计，恢复当日计入', '推定'],
      ['makeUpDayIsWorkingDay', '调休上班日计为工作日', '推定'],
    ]);
    expect(clock).toMatchObject({ mark: 'I', mark_title: '推定' });
    expect(clock.steps[0]).toMatchObject({ mark_title: '已核', article: '行政复议法(2017)第31条第1款' });
  });

  it('says what would still change the date, and that a date without a notice is provisional', async () => {
    const file = await accepted(office, '2026-11-16');
    const clock = await clockIn(file, ORDINARY);
    expect(clock.provisional).toBe(true);
    const effects = clock.changes.map((c) => `${c.effect} ${c.text}`);
    expect(effects).toContain('中止 中止');
    expect(effects).toContain('放假安排公布 2027年放假安排公布后重新核对，现为暂定');
    expect(effects.find((t) => t.startsWith('延长'))).toMatch(/最多延长30日，限1次，须经行政复议机构负责人同意/);
    expect(clock.changes.every((c) => c.article !== '' && c.by !== '')).toBe(true);
  });

  it('is not there for whoever may not see the case', async () => {
    const file = await accepted(office, '2026-11-17');
    await expect(office.as('mediator').get(`/cases/${file.id}/ledger`)).rejects.toMatchObject({ status: 404 });
  });

  describe('what if', () => {
    const tries = async (file: File, trial: object): Promise<WhatIfView> => {
      const { id } = await clockIn(file, ORDINARY);
      return office
        .as('reconsideration-officer')
        .post<WhatIfView>(`/cases/${file.id}/clocks/what-if`, { clock_id: id, ...trial });
    };
    let file: File;
    beforeAll(async () => {
      file = await receive(office, '2026-03-02');
      await file.as('reconsideration-head').does('accept', {
        track: 'ordinary',
        second_reviewer: office.home.people['reconsideration-officer'],
      });
    });

    it('a suspension, an extension and another start give their date with reasons, and nothing is saved', async () => {
      const before = await file.page();
      expect(await file.clock(ORDINARY)).toMatchObject({ due: '2026-05-06' });
      const suspended = await tries(file, { suspended_on: '2026-03-16', resumed_on: '2026-03-26' });
      expect(suspended).toMatchObject({
        before: { due: '2026-05-06' },
        after: { due: '2026-05-11', excluded_days: 10 },
      });
      expect(suspended.sentence).toBe('届满日由2026-05-06改为2026-05-11，推后5日。');
      const extended = await tries(file, { extend_days: 30 });
      expect(extended.after.due).toBe('2026-06-01');
      expect(extended.after.steps.some((s) => /延长30日/.test(s.text) && s.article !== null)).toBe(true);
      expect((await tries(file, { starts_on: '2026-03-09' })).after).toMatchObject({
        started_on: '2026-03-09',
        due: '2026-05-08',
      });
      expect((await tries(file, { suspended_on: '2026-03-16' })).after).toMatchObject({
        due: null,
        status: 'suspended',
      });
      expect(await file.page()).toEqual(before);
    });

    it('names who approves an extension by the law of the day on which it is tried', async () => {
      const old = await accepted(office, '2023-12-04');
      office.clock.turnTo('2024-01-10');
      const { after } = await tries(old, { extend_days: 30 });
      expect(after.steps.map((s) => s.text).find((t) => t.includes('延长'))).toMatch(/^经行政复议机构负责人同意/);
      office.clock.turnTo('2026-11-17');
    });

    it('refuses what the law does not provide, and what contradicts the clock', async () => {
      expect(await refusals(tries(file, { extend_days: 31 }))).toEqual(['law.extension-too-long']);
      expect(await mistakes(tries(file, {}))).toEqual(['starts_on: 请至少填写一项要试算的变动']);
      expect(await mistakes(tries(file, { resumed_on: '2026-03-20' }))).toEqual([
        'resumed_on: 该期限没有中止，请同时填写中止日期',
      ]);
      expect(await mistakes(tries(file, { suspended_on: '2026-03-20', resumed_on: '2026-03-19' }))).toEqual([
        'resumed_on: 恢复日期不能早于中止日期',
      ]);
      await file.as('reconsideration-head').on('2026-04-01').does('extend', { extended_days: 30, reasons: '案情复杂' });
      expect(await refusals(tries(file, { extend_days: 1 }))).toEqual(['law.extension-times']);
    });
  });
});
