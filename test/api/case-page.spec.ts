import { type Office, openOffice } from '@test/office';
import { application, register } from './cases-for-tests';

describe('the page of a case', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('2024-03-01');
  });
  afterAll(() => office.close());

  it('shows facts, parties, events and personal texts in words, and what may be done next', async () => {
    const file = await register(office, '张三', '2024-03-01');
    const page = await file.page();
    expect(page).toMatchObject({
      kind_title: '人民调解案件',
      state: 'registered',
      party_names: '张三、李四',
      version: 1,
      handler: { name: '人民调解员' },
      organisation: { name: '城关镇人民调解委员会' },
      parent: null,
      children: [],
    });
    expect(page.facts).toContainEqual({
      name: 'dispute_type',
      label: '纠纷类型',
      value: 'neighbour',
      text: '邻里纠纷',
    });
    expect(page.parties.map((p) => [p.role_title, p.kind_title, p.name])).toEqual([
      ['申请人（甲方）', '公民', '张三'],
      ['被申请人（乙方）', '公民', '李四'],
    ]);
    expect(page.events).toHaveLength(1);
    expect(page.events[0]).toMatchObject({ title: '登记', actor: '人民调解员', role_title: '人民调解员', late: false });
    expect(page.events[0]?.fields).toContainEqual({ name: 'summary', label: '纠纷简要情况', text: '相邻通行纠纷' });
    expect(page.allowed_events.map((e) => e.name)).toEqual(expect.arrayContaining(['accept', 'decline']));
    expect(page.allowed_events.map((e) => e.name)).not.toContain('register');
  });

  it('offers each reader only what their own post may do', async () => {
    const officer = office.as('reconsideration-officer');
    const file = await officer.receives('reconsideration', 'receive', '2024-03-01', application('孙七', '2024-03-01'));
    const offered = async (role: 'reconsideration-officer' | 'bureau-head') =>
      (await file.as(role).page()).allowed_events.map((e) => e.name);
    expect(await offered('reconsideration-officer')).toContain('accept');
    expect(await offered('reconsideration-officer')).not.toContain('deem-accepted');
    expect(await offered('bureau-head')).toEqual([]);
  });

  it('offers what the facts make sense of: nothing to resume before a suspension, nothing to reverse without a lapse', async () => {
    const officer = office.as('reconsideration-officer');
    const file = await officer.receives('reconsideration', 'receive', '2024-03-01', application('周九', '2024-03-01'));
    const head = file.as('reconsideration-head');
    await file.does('accept', { track: 'ordinary', second_reviewer: office.home.people['reconsideration-head'] });
    const offered = async () => (await head.page()).allowed_events.map((e) => e.name);
    expect(await offered()).toEqual(expect.arrayContaining(['suspend', 'extend']));
    for (const senseless of ['resume', 'refuse-in-time', 'end-examination', 'convert-to-ordinary'])
      expect(await offered()).not.toContain(senseless);
    await head.does('suspend', { suspension_ground: 'missing', reasons: '申请人下落不明' });
    expect(await offered()).toContain('resume');
    expect(await offered()).not.toContain('suspend');
  });

  it('gives every clock its reasoning', async () => {
    const officer = office.as('reconsideration-officer');
    const file = await officer.receives('reconsideration', 'receive', '2024-03-04', application('钱八', '2024-03-04'));
    const clock = await file.clock('reconsideration.acceptance-review');
    expect(clock).toMatchObject({ due: '2024-03-11', started_on: '2024-03-04', status: 'running', duty: 'own' });
    expect(clock.steps.length).toBeGreaterThan(0);
    expect(clock.steps.map((s) => s.n)).toEqual(clock.steps.map((_, i) => i + 1));
    expect(clock.steps.every((s) => s.text !== '')).toBe(true);
  });

  it('takes the one-form entry whole: from the registration to the performance on the spot', async () => {
    const receipt = await office.as('mediator').post<{ id: string; state: string }>('/mediations/settled', {
      organisation_id: office.home.organisations.town,
      happened_on: '2024-03-01',
      parties: [
        { role: 'applicant', kind: 'natural', name: '冯一' },
        { role: 'respondent', kind: 'natural', name: '陈二' },
      ],
      dispute_type: 'neighbour',
      summary: '滴水纠纷',
      outcome: 'agreed-oral',
    });
    expect(receipt.state).toBe('agreed');
    const page = await office.as('mediator').file(receipt.id).page();
    expect(page.events.map((e) => e.name).reverse()).toEqual([
      'register',
      'accept',
      'mediate',
      'agree-orally',
      'record-performance',
    ]);
    const fields = await office.as('mediator').get<{ name: string; required: boolean }[]>('/mediations/settled/fields');
    expect(fields.filter((f) => f.required).map((f) => f.name)).toEqual([
      'parties',
      'dispute_type',
      'summary',
      'outcome',
    ]);
  });

  it('marks what was recorded late', async () => {
    office.clock.turnTo('2024-04-10');
    const file = await register(office, '卫三', '2024-04-01');
    expect((await file.page()).events[0]?.late).toBe(true);
  });
});
