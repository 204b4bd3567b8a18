import type { CaseRowView, DeadlineView, Page, WorkView } from '@anjuan/casework';
import { type Office, openOffice } from '@test/office';
import { application, register } from './cases-for-tests';

describe('lists, the desk and the work page', () => {
  let office: Office;
  const list = (query: string, role: 'bureau-head' | 'mediator' | 'reconsideration-officer' = 'bureau-head') =>
    office.as(role).get<Page<CaseRowView>>(`/cases?${query}`);
  const found = async (query: string) => (await list(query)).items.map((c) => c.party_names);

  beforeAll(async () => {
    office = await openOffice('2024-03-01');
    await register(office, '欧阳伟芳', '2024-03-01', '李四');
    await register(office, '王伟', '2024-03-04', '张芳');
    await register(office, '芳伟食品有限公司', '2024-03-05', '赵六');
    const officer = office.as('reconsideration-officer');
    await officer.receives('reconsideration', 'receive', '2024-03-06', application('孙七', '2024-03-06'));
    await officer.receives('reconsideration', 'receive', '2024-03-11', application('周八', '2024-03-11'));
  });
  afterAll(() => office.close());

  it('finds parties by one character, by two anywhere in the name, and by more', async () => {
    expect(await found('q=芳')).toHaveLength(3);
    expect(await found('q=伟芳')).toEqual(['欧阳伟芳、李四']);
    expect(await found('q=阳伟芳')).toEqual(['欧阳伟芳、李四']);
    expect(await found('q=欧 阳')).toEqual(['欧阳伟芳、李四']);
    expect(await found('q=伟食品有')).toEqual(['芳伟食品有限公司、赵六']);
    expect(await found('q=芳伟芳')).toEqual([]);
    expect(await found("q=' or true --")).toEqual([]);
  });

  it('finds numbers, whole and in part', async () => {
    const [first] = (await list('q=王伟')).items;
    const number = first?.number ?? '';
    expect(number).toMatch(/2024.*2号$/);
    expect(await found(`number=${encodeURIComponent(number)}`)).toEqual(['王伟、张芳']);
    expect(await found(`number=${encodeURIComponent(number.slice(0, -1))}`)).toEqual([]);
    expect(await found(`q=${encodeURIComponent(number.slice(-3))}`)).toContain('王伟、张芳');
  });

  it('narrows by kind, state, organisation, day and handler', async () => {
    expect((await list('kind=reconsideration')).items).toHaveLength(2);
    expect((await list('kind=unknown')).items).toEqual([]);
    expect((await list('state=registered')).items).toHaveLength(3);
    expect((await list(`organisation_id=${office.home.organisations.town}`)).items).toHaveLength(3);
    expect((await list(`organisation_id=${office.home.organisations.bureau}`)).items).toHaveLength(5);
    expect((await list(`organisation_id=${office.home.organisations.village}`)).items).toEqual([]);
    expect((await list('opened_from=2024-03-05&opened_to=2024-03-06')).items).toHaveLength(2);
    expect((await list('handler=me')).items).toEqual([]);
    expect((await list('handler=me', 'reconsideration-officer')).items).toHaveLength(2);
    expect((await list('open=true')).items).toHaveLength(5);
    expect((await list('open=false')).items).toEqual([]);
  });

  it('pages through everything once, newest first', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 5; page += 1) {
      const { items, next } = await list(`limit=2${cursor}`);
      seen.push(...items.map((c) => c.updated_at));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(seen).toHaveLength(5);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('shows the light in words, and the same cases by light, on the desk and in the work counts', async () => {
    // Received on 6 March: five working days end on 13 March; received on the 11th: on the 18th.
    await office.clockTurnsTo('2024-03-12');
    const lights = (await list('kind=reconsideration')).items.map((c) => [
      c.party_names,
      c.light?.tone,
      c.light?.words,
    ]);
    expect(lights).toEqual([
      ['周八、测试县公安局', 'yellow', '还有6天'],
      ['孙七、测试县公安局', 'orange', '还有1个工作日'],
    ]);
    expect(await found('light=orange')).toEqual(['孙七、测试县公安局']);
    expect(await found('light=yellow')).toEqual(['周八、测试县公安局']);
    expect(await found('light=red')).toEqual([]);

    const desk = await office.as('reconsideration-head').get<Page<DeadlineView>>('/deadlines');
    expect(desk.items.map((d) => [d.limit, d.due, d.days_left])).toEqual([
      ['reconsideration.acceptance-review', '2024-03-13', 1],
      ['reconsideration.acceptance-review', '2024-03-18', 6],
    ]);
    expect(desk.items[0]?.why).toMatch(/^依行政复议法.*自2024-03-06起算，于2024-03-13届满。$/);
    const bucket = async (b: string) =>
      (await office.as('reconsideration-head').get<Page<DeadlineView>>(`/deadlines?bucket=${b}`)).items.length;
    expect([await bucket('orange'), await bucket('yellow'), await bucket('overdue')]).toEqual([1, 1, 0]);
    const first = await office.as('reconsideration-head').get<Page<DeadlineView>>('/deadlines?limit=1');
    const rest = await office.as('reconsideration-head').get<Page<DeadlineView>>(`/deadlines?cursor=${first.next}`);
    expect(rest.items.map((d) => d.due)).toEqual(['2024-03-18']);

    const work = await office.as('reconsideration-officer').get<WorkView[]>('/work');
    const mine = work.find((w) => w.whose === 'mine');
    expect(mine?.sentence).toBe(
      '我承办的行政复议案件未办结2件，其中新收（已收件）2件，三个工作日内到期1件，十日内到期1件。',
    );
    for (const { list: which, query, count } of work.flatMap((w) => w.counts)) {
      const opened = await office
        .as('reconsideration-officer')
        .get<Page<unknown>>(`/${which}?${new URLSearchParams({ ...query, limit: '100' })}`);
      expect([query, opened.items.length]).toEqual([query, count]);
    }
  });

  it('turns red and says by how much', async () => {
    await office.as('mediator').receives(
      'mediation',
      'register',
      '2024-03-12',
      {
        parties: [
          { role: 'applicant', kind: 'natural', name: '吴九' },
          { role: 'respondent', kind: 'natural', name: '郑十' },
        ],
        origin: 'court-assigned',
        dispute_type: 'contract',
        summary: '买卖合同货款',
      },
      { further: [{ event: 'accept', happened_on: '2024-03-12' }] },
    );
    await office.clockTurnsTo('2024-05-30');
    const [late] = (await list('light=red&kind=mediation')).items;
    expect([late?.party_names, late?.light?.words]).toEqual(['吴九、郑十', expect.stringMatching(/^已超期\d+天$/)]);
    const work = await office.as('mediator').get<WorkView[]>('/work');
    expect(work[0]?.counts.find((c) => c.code === 'overdue')?.count).toBe(1);
  });
});
