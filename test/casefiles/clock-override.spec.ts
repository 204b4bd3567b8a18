import type { ClockLedgerView, EventPreview, LedgerView } from '@anjuan/casework';
import { type Office, openOffice } from '@test/office';
import { openWorker } from '../faults/worker';
import { accepted, receive, refusals } from './entries';

const ORDINARY = 'reconsideration.decision-ordinary';
const why = { reason: '中止期间未予登记，经负责人审核', basis: '复议机构审批表〔2024〕3号' };

describe('a supervisor decides on a clock', () => {
  let office: Office;
  let worker: Awaited<ReturnType<typeof openWorker>>;
  type File = Awaited<ReturnType<typeof accepted>>;
  const inLedger = async (file: File, limit = ORDINARY): Promise<ClockLedgerView> => {
    const { clocks } = await office.as('reconsideration-officer').get<LedgerView>(`/cases/${file.id}/ledger`);
    const clock = clocks.find((k) => k.limit === limit);
    if (!clock) throw new Error(`no ${limit}`);
    return clock;
  };
  /** What the officer is told of the review period of a case, the morning of that day. */
  const toldOn = async (day: string, file: File): Promise<string[]> => {
    await worker.relay.handOver();
    await worker.rounds.drained();
    office.clock.turnTo(day);
    await worker.rounds.sweepNow();
    const { items } = await office
      .as('reconsideration-officer')
      .get<{ items: { case_id: string | null; body: string }[] }>('/notices');
    return items.filter((n) => n.case_id === file.id && n.body.includes('审理期限')).map((n) => n.body);
  };
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
    worker = await openWorker({ clock: office.clock, databaseUrl: office.database.url });
    await worker.rounds.workQueue();
  });
  afterAll(async () => {
    await worker.module.close();
    await office.close();
  });

  it('fixes its due day with reason and basis; the ledger shows it, reminders follow, a counter-event takes it back', async () => {
    const file = await accepted(office, '2024-03-04');
    const head = file.as('reconsideration-head');
    expect(await file.clock(ORDINARY)).toMatchObject({ due: '2024-05-06' });

    await head.on('2024-03-18').does('override-clock', { limit: ORDINARY, due_on: '2024-05-20', ...why });
    const clock = await inLedger(file);
    expect(clock).toMatchObject({ due: '2024-05-20', manual: true, mark_title: '推定', raw: '2024-05-03' });
    expect(clock.entries.at(-1)).toMatchObject({
      verb_title: '人工改定',
      on: '2024-03-18',
      article: why.basis,
      actor: '行政复议机构负责人',
      due_after: '2024-05-20',
    });
    expect(clock.entries.at(-1)?.reason).toContain(why.reason);
    expect(clock.steps.at(-1)).toMatchObject({ date: '2024-05-20', article: why.basis });
    expect(clock.steps.at(-1)?.text).toMatch(/人工改定届满日为2024-05-20（依法计算为2024-05-06）/);
    const { items } = await office
      .as('reconsideration-officer')
      .get<{ items: { limit: string; why: string }[] }>('/deadlines');
    expect(items.find((d) => d.limit === ORDINARY)?.why).toContain('届满日经人工改定为2024-05-20');

    // Ten days before the day that the law alone would give, nobody is troubled.
    expect(await toldOn('2024-04-26', file)).toEqual([]);
    expect(await toldOn('2024-05-10', file)).toEqual([expect.stringContaining('2024年5月20日')]);

    await head.on('2024-05-10').does('restore-clock', { limit: ORDINARY, reason: '审批撤回' });
    expect(await inLedger(file)).toMatchObject({ due: '2024-05-06', manual: false });
    const again = head.on('2024-05-10').does('restore-clock', { limit: ORDINARY, reason: '再撤' });
    expect(await refusals(again)).toEqual(['override.there']);
  });

  it('a day later than the lawful one is never fixed in silence', async () => {
    office.clock.turnTo('2024-05-10');
    const file = await accepted(office, '2024-05-10');
    const head = file.as('reconsideration-head').on('2024-05-10');
    const fixed = async (due_on: string) =>
      (await head.does('override-clock', { limit: ORDINARY, due_on, ...why })).warnings;
    // 05-10 + 60 = Tuesday 07-09.
    expect(await fixed('2024-07-08')).toEqual([]);
    expect(await fixed('2024-07-09')).toEqual([]);
    const [warning, ...more] = await fixed('2025-12-31');
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ guard: 'override.beyond' });
    expect(warning?.message).toContain('“审理期限（普通程序）”改定的届满日2025-12-31晚于依法计算的届满日2024-07-09');
    const page = await file.page();
    expect(page.events[0]?.warnings.map((w) => w.message)).toEqual([warning?.message]);
    // While it stands suspended nobody can say what the lawful day will be.
    await head.does('restore-clock', { limit: ORDINARY, reason: '撤' });
    await head.does('suspend', { suspension_ground: 'legal-question', reasons: '请示' });
    expect((await fixed('2024-07-09')).map((w) => w.message)).toEqual([expect.stringContaining('期限正在中止')]);
  });

  /** What the head of the office was told of the decisions on a case that fell. */
  const fallen = async (file: File): Promise<string[]> => {
    await worker.relay.handOver();
    await worker.rounds.drained();
    const { items } = await office
      .as('reconsideration-head')
      .get<{ items: { case_id: string | null; title: string; body: string; withdrawn_at: string | null }[] }>(
        '/notices?limit=100',
      );
    const told = items.filter((n) => n.case_id === file.id && n.title.endsWith('改定的届满日已失效'));
    expect(told.map((n) => n.withdrawn_at)).toEqual(told.map(() => null));
    return told.map((n) => n.body).reverse();
  };

  it('a later lawful event makes the day fall: the officer is warned, the ledger says so, whoever decided is told once', async () => {
    office.clock.turnTo('2024-05-13');
    const file = await accepted(office, '2024-05-13');
    const head = file.as('reconsideration-head');
    await head.on('2024-05-13').does('override-clock', { limit: ORDINARY, due_on: '2024-07-20', ...why });
    // 05-13 + 60 = Friday 07-12; thirty days more end on Sunday 08-11.
    const asked = { extended_days: 30, reasons: '案情复杂' };
    const preview = await office
      .as('reconsideration-head')
      .post<EventPreview>(`/cases/${file.id}/events/extend/preview`, {
        version: (await file.page()).version,
        happened_on: '2024-05-13',
        fields: asked,
      });
    expect(preview.clocks).toMatchObject([{ effect: 'moved', old_due: '2024-07-20', new_due: '2024-08-12' }]);
    const warning = '“审理期限（普通程序）”于2024-05-13改定的届满日2024-07-20不再适用，期限依法于2024-08-12届满';
    expect(preview.warnings.map((w) => w.message)).toEqual([expect.stringContaining(warning)]);
    expect(await fallen(file)).toEqual([]);

    const { warnings } = await head.on('2024-05-13').does('extend', asked);
    expect(warnings).toEqual(preview.warnings);
    const clock = await inLedger(file);
    expect(clock).toMatchObject({ due: '2024-08-12', manual: false, mark_title: '推定' });
    expect(clock.steps.at(-1)?.text).toBe(
      '2024-05-13人工改定的届满日2024-07-20因2024-05-13延长期限不再适用，依法计算；仍须改定的重新办理。',
    );
    const { items } = await office
      .as('reconsideration-officer')
      .get<{ items: { due: string | null; limit: string; why: string }[] }>('/deadlines');
    expect(items.find((d) => d.limit === ORDINARY && d.due === clock.due)?.why).toContain('改定的2024-07-20已失效');
    const told = [expect.stringContaining('因2024年5月13日延长期限不再适用，现依法于2024年8月12日届满')];
    expect(await fallen(file)).toEqual(told);
    const restore = head.does('restore-clock', { limit: ORDINARY, reason: '撤' });
    expect(await refusals(restore)).toEqual(['override.there']);

    // A new decision stands until the case is suspended; running again does not bring it back.
    await head.on('2024-05-14').does('override-clock', { limit: ORDINARY, due_on: '2024-08-20', ...why });
    await head.on('2024-05-16').does('suspend', { suspension_ground: 'legal-question', reasons: '请示' });
    await head.on('2024-05-26').does('resume');
    expect(await inLedger(file)).toMatchObject({ due: '2024-08-21', excluded_days: 10, manual: false });
    expect(await fallen(file)).toEqual([...told, expect.stringContaining('因2024年5月16日中止不再适用')]);
    expect(await fallen(file)).toHaveLength(2);
  });

  it('a conversion of the procedure takes the decision along, and says that it fell', async () => {
    office.clock.turnTo('2024-06-03');
    const file = await receive(office, '2024-06-03');
    await file.does('accept', { track: 'simplified' });
    const head = file.as('reconsideration-head');
    const simplified = 'reconsideration.decision-simplified';
    await head.on('2024-06-05').does('override-clock', { limit: simplified, due_on: '2024-07-08', ...why });
    const { warnings } = await head.on('2024-06-06').does('convert-to-ordinary', { reasons: '案情复杂' });
    expect(warnings.map((w) => w.guard)).toEqual(['override.fallen']);
    const clock = await inLedger(file);
    expect(clock).toMatchObject({ due: '2024-08-02', manual: false });
    expect(clock.entries.map((e) => e.verb)).toEqual(['start', 'override']);
    expect(clock.steps.at(-1)?.text).toContain('2024-06-05人工改定的届满日2024-07-08因2024-06-03期限重新起算不再适用');
    expect(await fallen(file)).toEqual([expect.stringContaining('2024年7月8日')]);
  });

  it('chooses the version of the law where the trigger day is in doubt', async () => {
    const file = await accepted(office, '2024-03-05');
    await file
      .as('organ-head')
      .on('2024-03-18')
      .does('override-clock', { limit: ORDINARY, law: 'XF17', ...why });
    const clock = await inLedger(file);
    expect(clock).toMatchObject({ manual: true, version: { law: '行政复议法(2017)', article: '第31条第1款' } });
    expect(clock.due).toBe('2024-05-06');
    expect(clock.steps.at(-1)?.text).toMatch(/人工改定适用的法律版本为行政复议法\(2017\)/);
  });

  it('an officer may not, nothing may be put off that the law itself does, and what is not there cannot be moved', async () => {
    const file = await receive(office, '2024-03-11');
    const asked = { limit: 'reconsideration.acceptance-review', due_on: '2024-04-30', ...why };
    expect(await refusals(file.on('2024-03-12').does('override-clock', asked))).toEqual([
      'engine.role',
      'override.lapse',
    ]);
    const head = file.as('reconsideration-head').on('2024-03-12');
    expect(await refusals(head.does('override-clock', asked))).toEqual(['override.lapse']);
    expect(await refusals(head.does('override-clock', { limit: ORDINARY, due_on: '2024-04-30', ...why }))).toEqual([
      'override.open',
    ]);
    expect(await refusals(head.does('override-clock', { ...asked, due_on: null }))).toEqual(['override.something']);
    expect(await refusals(head.does('override-clock', { ...asked, due_on: null, law: 'XS17' }))).toEqual([
      'override.law',
    ]);
  });
});
