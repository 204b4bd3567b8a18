import type { BulkView, HandlerView, Page, WaitingView } from '@anjuan/casework';
import { type Office, openOffice } from '@test/office';
import { dispute, mistakes, refusals } from './entries';

/** 分派台: referrals come in without a mediator, and a local rule gives three working days to find one. */
describe('a referral is given to a mediator', () => {
  let office: Office;
  let wang: string;
  let li: string;
  const referral = (more = {}) =>
    dispute({ origin: 'police', referrer: '城关派出所', referral_number: '城公移〔2024〕7号', ...more });
  /** Comes in at the bureau; nobody has it. */
  const comesIn = async (day: string, more = {}) => {
    office.reach(day);
    const officer = office.as('mediation-officer');
    const { id } = await officer.post<{ id: string }>('/cases', {
      kind: 'mediation',
      event: 'register',
      happened_on: day,
      organisation_id: office.home.organisations.bureau,
      handler_id: null,
      fields: referral(more),
    });
    return officer.file(id).on(day);
  };
  const waiting = () => office.as('mediation-officer').get<Page<WaitingView>>('/mediations/waiting');

  beforeAll(async () => {
    office = await openOffice('2024-03-01');
    await office.identity.changeSettings(office.home.id, { casework: { dispatchDays: 3 } });
    wang = await office.hires('wang', 'mediator', 'village');
    li = await office.hires('li', 'mediator', 'other-town');
  });
  afterAll(() => office.close());

  it('waits on the desk with its light, its origin and the days it has waited', async () => {
    const first = await comesIn('2024-03-01');
    const second = await comesIn('2024-03-04', { origin: 'petition' });
    // Friday; the weekend does not count: Monday, Tuesday, Wednesday.
    expect(await first.clock('mediation.dispatch')).toMatchObject({ status: 'running', due: '2024-03-06' });
    await office.clockTurnsTo('2024-03-05');
    const { items } = await waiting();
    expect(items.map((c) => [c.id, c.waited_working_days, c.light?.words])).toEqual([
      [first.id, 2, '还有1个工作日'],
      [second.id, 1, '还有2个工作日'],
    ]);
    const facts = Object.fromEntries(items[0]?.facts.map((f) => [f.label, f.text]) ?? []);
    expect(facts).toMatchObject({ 案件来源: '公安机关移交', 移送单位: '城关派出所' });
    expect((await first.page()).handler).toBeNull();
  });

  it('says who could take it: the nearest first, then the one with least in hand', async () => {
    await office.asLogin('wang').receives('mediation', 'register', '2024-03-05', dispute(), { place: 'village' });
    const handlers = async (query = '') =>
      (await office.as('mediation-officer').get<HandlerView[]>(`/mediations/handlers${query}`)).map(
        (h) => `${h.name} ${h.open} ${h.near}`,
      );
    expect(await handlers()).toHaveLength(5);
    expect((await handlers()).at(-1)).toBe('wang 1 null');
    expect(await handlers(`?organisation_id=${office.home.organisations.village}`)).toEqual([
      'wang 1 here',
      '人民调解员 0 above',
      '调解委员会主任 0 above',
      '人民调解工作指导人员 0 above',
      'li 0 elsewhere',
    ]);
    // A town's head gives to the town's own people.
    const own = await office.as('committee-head').get<HandlerView[]>('/mediations/handlers');
    expect(own.map((h) => h.name).sort()).toEqual(['wang', '人民调解员', '调解委员会主任']);
  });

  it('goes with the mediator to the committee, in time or late, and the figure tells which', async () => {
    const [first, second] = (await waiting()).items;
    const give = (id: string | undefined, handler_id: string, day: string) => {
      office.reach(day);
      return office.as('mediation-officer').post<BulkView>('/mediations/assignments', {
        case_ids: [id],
        handler_id,
        happened_on: day,
        ground: 'place',
      });
    };
    expect(await give(first?.id, wang, '2024-03-06')).toMatchObject({ done: [{ id: first?.id }], refused: [] });
    expect(await give(second?.id, wang, '2024-03-08')).toMatchObject({ done: [{ id: second?.id }], refused: [] });
    expect((await waiting()).items).toEqual([]);
    const file = office.asLogin('wang').file(first?.id ?? '');
    const page = await file.page();
    expect(page.organisation.name).toBe('东街村人民调解委员会');
    expect(page.handler?.name).toBe('wang');
    const assigned = page.events.find((e) => e.name === 'assign');
    expect(assigned?.fields.map((f) => `${f.label}：${f.text}`)).toEqual([
      '调解员：wang',
      '分派理由：就近',
      '承办人：未分配 → wang',
      '办理机构：测试县司法局 → 东街村人民调解委员会',
    ]);
    expect(await file.clock('mediation.dispatch')).toMatchObject({ status: 'met', ended_on: '2024-03-06' });
    expect(await file.facts()).toMatchObject({ assigned_on: '2024-03-06', assign_ground: 'place' });
    expect(await office.figure('mediation-dispatch-in-time-rate', 2024)).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
    const again = await give(first?.id, li, '2024-03-08');
    expect(again.refused[0]?.reasons.map((r) => [r.guard, r.article])).toEqual([
      ['handler.vacant', '人民调解法第十九条'],
    ]);
  });

  it('is given to nobody without a post for it, and by nobody without the right to', async () => {
    const file = await comesIn('2024-03-08');
    const reviewer = office.home.people['reconsideration-officer'];
    expect(await refusals(file.does('assign', { handler: reviewer, assign_ground: 'load' }))).toEqual(['handler.post']);
    expect(
      await mistakes(file.does('assign', { handler: '00000000-0000-7000-8000-000000000009', assign_ground: 'load' })),
    ).toEqual(['handler: 调解员：本辖区没有这名人员']);
    await expect(office.as('mediator').get('/mediations/waiting')).rejects.toMatchObject({ status: 403 });
    await file.does('assign', { handler: wang, assign_ground: 'chosen' });
    const head = office.as('committee-head').file(file.id).on('2024-03-08');
    expect(await refusals(head.does('hand-over', { handler: li, hand_over_ground: 'load' }))).toEqual(['handler.post']);
    expect(
      await refusals(office.asLogin('wang').file(file.id).does('hand-over', { handler: li, hand_over_ground: 'load' })),
    ).toEqual(['engine.role', 'handler.post']);
    // The officer of the whole county may: the case goes to the other town.
    await file.does('hand-over', { handler: li, hand_over_ground: 'field' });
    expect((await file.page()).organisation.name).toBe('河西镇人民调解委员会');
    await expect(office.asLogin('wang').file(file.id).page()).rejects.toMatchObject({ status: 404 });
  });

  it('comes back to the desk with a reason, and the watch begins anew', async () => {
    const file = await comesIn('2024-03-11');
    await file.does('assign', { handler: wang, assign_ground: 'load' });
    await office.asLogin('wang').file(file.id).on('2024-03-12').does('return', { return_reason: '与另一案冲突' });
    expect((await waiting()).items.map((c) => c.id)).toEqual([file.id]);
    // It was given once already: the three days are for the first time.
    expect((await file.page()).clocks.filter((k) => k.limit === 'mediation.dispatch')).toHaveLength(1);
    await file.on('2024-03-12').does('assign', { handler: li, assign_ground: 'load' });
  });

  it('is shared by two mediators, both of whom see it and act', async () => {
    const file = await comesIn('2024-03-13');
    await file.does('assign', {
      handler: office.home.people.mediator,
      second_handler: office.home.people['committee-head'],
      assign_ground: 'chosen',
    });
    const zhao = await office.hires('zhao', 'mediator', 'town');
    const zhaos = office.asLogin('zhao').file(file.id).on('2024-03-14');
    await expect(zhaos.page()).rejects.toMatchObject({ status: 404 });
    const mine = file.as('mediator').on('2024-03-14');
    expect(await refusals(mine.does('second-handler', { second_handler: office.home.people.mediator }))).toEqual([
      'handler.two',
    ]);
    await mine.does('second-handler', { second_handler: zhao });
    expect(await zhaos.page()).toMatchObject({ handler: { name: '人民调解员' }, second_handler: { name: 'zhao' } });
    expect((await office.asLogin('zhao').get<Page<{ id: string }>>('/cases')).items.map((c) => c.id)).toEqual([
      file.id,
    ]);
    await zhaos.does('accept');
    await mine.does('second-handler');
    await expect(zhaos.page()).rejects.toMatchObject({ status: 404 });
  });

  it('is never given again to whoever was recused (回避)', async () => {
    const file = await comesIn('2024-03-15');
    await file.does('assign', { handler: wang, assign_ground: 'place' });
    const recusal = { recused: wang, recused_at: 'party', recusal_ground: 'relative' };
    const own = office.asLogin('wang').file(file.id).on('2024-03-15');
    // The articles on recusal are recalled, not read: whoever acts on them is told so.
    const marks = (await own.page()).allowed_events.map((e) => [e.name, e.mark]);
    expect(marks).toEqual(
      expect.arrayContaining([
        ['recuse', 'M'],
        ['return', 'V'],
      ]),
    );
    expect(await refusals(own.does('recuse', { ...recusal, handler: li }))).toContain('recusal.successor');
    await own.does('recuse', recusal);
    expect((await file.page()).handler).toBeNull();
    const back = file.on('2024-03-18').does('assign', { handler: wang, assign_ground: 'place' });
    expect(await refusals(back)).toEqual(['handler.recused']);
    await file.on('2024-03-18').does('assign', { handler: li, assign_ground: 'load' });
    expect(await refusals(file.on('2024-03-18').does('second-handler', { second_handler: wang }))).toContain(
      'handler.recused',
    );
  });

  it('is not watched where the jurisdiction has no such rule', async () => {
    await office.identity.changeSettings(office.home.id, { casework: {} });
    const file = await comesIn('2024-03-19');
    expect((await file.page()).clocks).toEqual([]);
    expect((await waiting()).items.map((c) => [c.id, c.light])).toEqual([[file.id, null]]);
  });
});
