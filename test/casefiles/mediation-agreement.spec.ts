import { type Office, openOffice } from '@test/office';
import { dispute, refusals } from './entries';

/** 分期履行、不履行、再次调解、回访: what a written agreement brings with it. */
describe('a written agreement is performed in instalments, broken and mediated again', () => {
  let office: Office;
  let agreed: Awaited<ReturnType<typeof agreement>>;
  async function agreement() {
    const file = await office
      .as('mediator')
      .receives('mediation', 'register', '2024-03-04', dispute({ claim_fen: 3_000_000 }));
    await file.does('accept');
    await file.on('2024-03-05').does('mediate', { place: '村委会' });
    await file.on('2024-03-08').does('record-session', { place: '现场' });
    await file.on('2024-03-12').does('record-session', { place: '调解室' });
    await file.on('2024-03-12').does('agree-in-writing', {
      signed_and_sealed: true,
      dispute_facts: '修缮费用',
      terms: '分三期支付三万元',
      agreement_fen: 3_000_000,
    });
    return file;
  }
  beforeAll(async () => {
    office = await openOffice('2024-03-04');
    agreed = await agreement();
  });
  afterAll(() => office.close());

  it('is graded, and a hard one with its reason', async () => {
    const file = agreed.on('2024-03-12');
    expect(await refusals(file.does('grade', { level: 'difficult' }))).toEqual(['level.reasoned']);
    await file.does('grade', { level: 'difficult', level_reason: 'duration' });
    expect(await file.facts()).toMatchObject({ session_count: 3, level: 'difficult', level_reason: 'duration' });
    await file.does('grade', { level: 'ordinary' });
    expect(await file.facts()).not.toHaveProperty('level_reason');
  });

  it('gives each instalment its own clock', async () => {
    const file = agreed.on('2024-03-12');
    for (const [n, due] of [
      [1, '2024-04-12'],
      [2, '2024-05-13'],
      [3, '2024-06-12'],
    ] as const)
      await file.does('add-instalment', { instalment: n, instalment_due_on: due, instalment_fen: 1_000_000 });
    const { clocks } = await file.page();
    const instalments = clocks.filter((k) => k.limit === 'mediation.performance');
    expect(instalments.map((k) => [k.subject, k.status, k.due, k.light])).toEqual([
      ['1', 'running', '2024-04-12', null],
      ['2', 'running', '2024-05-13', null],
      ['3', 'running', '2024-06-12', null],
    ]);
  });

  it('one instalment paid is not the whole agreement performed', async () => {
    const paid = agreed
      .on('2024-04-10')
      .does('record-performance', { performance: 'performed', instalment: 1, paid_fen: 1_000_000 });
    expect(await refusals(paid)).toEqual(['instalment.others-open']);
    const before = agreed.on('2024-03-11').does('record-performance', { performance: 'partly', instalment: 1 });
    expect(await refusals(before)).toEqual(['agreement.earlier']);
    for (const n of ['1', '2', '3'])
      expect(await agreed.clock('mediation.performance', n)).toMatchObject({ status: 'running' });
  });

  it('records payment by payment, and warns of a breach called too early', async () => {
    await agreed
      .on('2024-04-10')
      .does('record-performance', { performance: 'partly', instalment: 1, paid_fen: 1_000_000 });
    const early = await agreed
      .on('2024-05-10')
      .does('record-performance', { performance: 'breached', instalment: 2, breach_remedy: 'urge' });
    expect(early.warnings.map((w) => w.guard)).toEqual(['breach.before-due']);
    const { events } = await agreed.page();
    expect(events[0]?.warnings).toEqual([
      { message: '约定的履行日期2024-05-13尚未届满，请核对是否已经构成不履行。', article: '人民调解法第三十一条' },
    ]);
    const late = await agreed
      .on('2024-05-20')
      .does('record-performance', { performance: 'breached', instalment: 2, breach_remedy: 'remediate' });
    expect(late.warnings).toEqual([]);
    expect(await agreed.facts()).toMatchObject({
      performance: 'breached',
      breached_on: '2024-05-20',
      breach_remedy: 'remediate',
      performed_fen: 1_000_000,
    });
    expect(await agreed.clock('mediation.performance', '1')).toMatchObject({ status: 'met' });
    expect(await agreed.clock('mediation.performance', '2')).toMatchObject({ status: 'running' });
  });

  it('is mediated again in a case of its own that follows the first', async () => {
    const { parties, dispute_type, summary } = dispute();
    const fields = { parties, dispute_type, summary, remediation_ground: 'breached' };
    const mediator = office.as('mediator');
    expect(await refusals(mediator.receives('mediation', 're-mediate', '2024-05-21', fields))).toEqual([
      'engine.parent',
    ]);
    const open = await mediator.receives('mediation', 'register', '2024-05-20', dispute());
    expect(
      await refusals(mediator.receives('mediation', 're-mediate', '2024-05-21', fields, { parentId: open.id })),
    ).toEqual(['remediation.ended']);
    const again = await mediator.receives('mediation', 're-mediate', '2024-05-21', fields, { parentId: agreed.id });
    expect(await again.page()).toMatchObject({ parent: { id: agreed.id }, number: '（2024）测城人调字第3号' });
    expect((await agreed.page()).children.map((c) => c.id)).toEqual([again.id]);
    await again.does('accept');
    expect(await office.figure('mediation-remediated', 2024)).toMatchObject({ value: 1 });
    expect(await office.figure('mediation-breached', 2024)).toMatchObject({ value: 1 });
  });

  it('is performed after all, and visited more than once', async () => {
    const { warnings } = await agreed
      .on('2024-06-11')
      .does('record-performance', { performance: 'performed', paid_fen: 1_990_000 });
    expect(warnings.map((w) => w.guard)).toEqual(['performance.short']);
    await agreed.on('2024-06-11').does('record-performance', { performance: 'performed', paid_fen: 10_000 });
    expect(await agreed.facts()).toMatchObject({ performance: 'performed', performed_fen: 3_000_000 });
    await agreed.on('2024-06-20').does('follow-up', { visit_way: 'phone', next_visit_on: '2024-09-20' });
    expect(await agreed.clock('mediation.follow-up')).toMatchObject({ status: 'running', due: '2024-09-20' });
    await agreed.on('2024-09-18').does('follow-up', { visit_way: 'home', satisfaction: 'satisfied' });
    expect(await agreed.facts()).toMatchObject({
      followed_up_on: '2024-09-18',
      follow_up_count: 2,
      satisfaction: 'satisfied',
    });
    expect(await office.figure('mediation-follow-up-rate', 2024)).toMatchObject({ numerator: 1, denominator: 1 });
  });
});
