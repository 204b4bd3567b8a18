import { type Office, openOffice } from '@test/office';
import ExcelJS from 'exceljs';
import { accepted, applicant, application, dispute } from '../casefiles/entries';

interface Cell {
  readonly cell: string;
  readonly value: number | null;
  readonly printed: string;
}
interface Return {
  readonly version: number;
  readonly step: string;
  readonly cells: readonly Cell[];
  readonly checks: readonly {
    readonly equation: string;
    readonly says: string;
    readonly outcome: string;
    readonly why: string | null;
  }[];
  readonly frozen: number;
}
interface Page {
  readonly period: string;
  readonly current: Return | null;
  readonly sources: readonly { readonly cell: string; readonly state: string; readonly printed: string | null }[];
  readonly failing: readonly {
    readonly says: string;
    readonly by_hand: readonly string[];
    readonly cases: readonly { readonly number: string }[];
  }[];
  readonly history: readonly { readonly step: string; readonly by: string }[];
}

let office: Office;
const numbers: string[] = [];
beforeAll(async () => {
  office = await openOffice('2024-03-05');
  for (const type of ['neighbour', 'neighbour', 'land']) {
    const file = await office
      .as('mediator')
      .receives('mediation', 'register', '2024-03-05', { ...dispute(), dispute_type: type });
    await file.does('accept');
    if (type === 'neighbour') {
      await file.does('mediate');
      await file.does('agree-orally');
    }
    const { number, register_number } = await file.page();
    numbers.push(number ?? register_number);
  }
});
afterAll(() => office.close());

const period = { year: 2024, cutoff: '2024-03-31' };
const at = (form: string, days = 'year=2024&cutoff=2024-03-31') => `/forms/${form}?${days}`;
const fill = (form: string, more: object = {}) =>
  office.as('mediation-officer').post<Return>(`/forms/${form}/fill`, { ...period, ...more });
/** How many cells stand where. */
const standing = ({ sources }: Page) => {
  const count = (state: string) => sources.filter((s) => s.state === state).length;
  return { live: count('live'), frozen: count('frozen'), differs: count('differs') };
};
const step = (
  role: 'mediation-officer' | 'bureau-head',
  form: string,
  version: number,
  name: string,
  more: object = {},
) => office.as(role).post<Return>(`/forms/${form}/steps`, { ...period, version, step: name, ...more });
const valueIn = (r: Return, cell: string) => r.cells.find((c) => c.cell === cell)?.value;

describe('a form', () => {
  it('is filled from the records, balances, is checked by another and submitted with its figures frozen', async () => {
    const filled = await fill('mediation-by-type');
    expect(['accepted', 'succeeded', 'oral', 'ended', 'failed'].map((c) => valueIn(filled, `total.${c}`))).toEqual([
      3, 2, 2, 2, 0,
    ]);
    expect(['neighbour', 'land', 'other'].map((t) => valueIn(filled, `${t}.accepted`))).toEqual([2, 1, 0]);
    expect(filled.checks.filter((c) => c.outcome !== 'balanced')).toEqual([]);
    await expect(step('mediation-officer', 'mediation-by-type', 1, 'checked')).rejects.toMatchObject({ status: 422 });
    await expect(step('bureau-head', 'mediation-by-type', 1, 'submitted')).rejects.toMatchObject({ status: 422 });
    const head = office.as('bureau-head');
    expect(standing(await head.get<Page>(at('mediation-by-type')))).toMatchObject({ frozen: 0, differs: 0 });
    const checked = await step('bureau-head', 'mediation-by-type', 1, 'checked');
    await expect(step('bureau-head', 'mediation-by-type', 1, 'submitted')).rejects.toMatchObject({ status: 409 });
    await expect(step('mediation-officer', 'mediation-by-type', checked.version, 'submitted')).rejects.toMatchObject({
      status: 422,
    });
    // Neither who may not submit it nor who saw an older version has frozen anything.
    expect(await head.get<object[]>('/frozen-figures?year=2024')).toEqual([]);
    const submitted = await step('bureau-head', 'mediation-by-type', checked.version, 'submitted');
    // Seven figures, each whole and by the kind of dispute.
    expect(submitted).toMatchObject({ step: 'submitted', version: 3, frozen: 14 });
    const page = await head.get<Page>(at('mediation-by-type'));
    expect(standing(page)).toMatchObject({ live: 0, differs: 0 });
    expect(page.history.map((h) => h.step)).toEqual(['filled', 'checked', 'submitted']);
    await expect(fill('mediation-by-type')).rejects.toMatchObject({ problem: { errors: [{ field: 'remark' }] } });
  });

  it('that does not balance names the equations and the cases behind, and is submitted only with a reason', async () => {
    const changes = [{ cell: 'neighbour.accepted', value: 3, reason: '漏录一件' }];
    const filled = await fill('mediation-by-origin');
    expect(filled.checks.find((c) => c.says.startsWith('受理合计＝'))).toMatchObject({ outcome: 'balanced' });
    const unbalanced = await fill('mediation-by-type', { changes, remark: '更正' });
    expect(unbalanced.checks.filter((c) => c.outcome === 'failing')).toMatchObject([
      { says: '受理：合计＝各项之和', left: 3, right: 4 },
    ]);
    const page = await office.as('bureau-head').get<Page>(at('mediation-by-type'));
    expect(page.failing).toMatchObject([{ by_hand: ['neighbour.accepted'] }]);
    expect(page.failing[0]?.cases.map((c) => c.number).sort()).toEqual(numbers.slice(0, 2).sort());
    const { version } = await step('bureau-head', 'mediation-by-type', unbalanced.version, 'checked');
    const refused = step('bureau-head', 'mediation-by-type', version, 'submitted');
    await expect(refused).rejects.toMatchObject({ status: 400, problem: { errors: [{ field: 'reason' }] } });
    const reason = '一件纸质卷宗尚待补录';
    expect(await step('bureau-head', 'mediation-by-type', version, 'submitted', { reason })).toMatchObject({ reason });
  });

  it('that was returned says why, and what moved since it was filled is not submitted', async () => {
    const { version } = await fill('mediation-outcomes');
    const blank = step('bureau-head', 'mediation-outcomes', version, 'returned');
    await expect(blank).rejects.toMatchObject({ problem: { errors: [{ field: 'remark' }] } });
    await step('bureau-head', 'mediation-outcomes', version, 'returned', { remark: '核对受理数' });
    const again = await fill('mediation-outcomes');
    const checked = await step('bureau-head', 'mediation-outcomes', again.version, 'checked');
    const late = await office.as('mediator').receives('mediation', 'register', '2024-03-05', dispute());
    for (const event of ['accept', 'mediate', 'agree-orally']) await late.does(event);
    await expect(step('bureau-head', 'mediation-outcomes', checked.version, 'submitted')).rejects.toMatchObject({
      status: 422,
      problem: { refusals: [{ guard: 'moved' }] },
    });
  });

  it('opens the cases of each cell, and shows nobody a form of cases they may not read', async () => {
    const head = office.as('bureau-head');
    const cases = await head.get<{ number: string }[]>(
      `/forms/mediation-by-type/cases?year=2024&cutoff=2024-03-31&cell=land.accepted`,
    );
    expect(cases.map((c) => c.number)).toEqual([numbers[2]]);
    const list = await office.as('mediation-officer').get<{ id: string }[]>('/forms?year=2024&cutoff=2024-03-31');
    expect(list.map((f) => f.id)).toContain('mediation-organisations');
    expect(list.map((f) => f.id)).not.toContain('reconsideration-flow');
    await expect(office.as('mediation-officer').get(at('reconsideration-flow'))).rejects.toMatchObject({ status: 404 });
  });

  it('counts the whole jurisdiction, whoever holds the pen, and shows each the cases within their reach', async () => {
    await office.hires('bureau-fuyi', 'reconsideration-officer', 'bureau');
    const day = '2024-03-05';
    const officer = office.as('reconsideration-officer');
    await officer.receives('reconsideration', 'receive', day, application(day));
    const elsewhere = office.asLogin('bureau-fuyi');
    await elsewhere.receives('reconsideration', 'receive', day, application(day), { place: 'bureau' });
    const filled = await officer.post<Return>('/forms/reconsideration-flow/fill', period);
    expect(valueIn(filled, 'received.cases')).toBe(2);
    const cell = `/forms/reconsideration-flow/cases?year=2024&cutoff=2024-03-31&cell=received.cases`;
    expect(await officer.get<object[]>(cell)).toHaveLength(1);
    expect(await elsewhere.get<object[]>(cell)).toHaveLength(2);
  });

  it('becomes a workbook with merged heads, units and signers', async () => {
    const answer = await office.http
      .get('/api/v1/forms/mediation-by-type/workbook?year=2024&cutoff=2024-03-31')
      .set('cookie', await office.cookie('test-bureau-head'))
      .responseType('blob');
    expect(answer.headers['content-disposition']).toContain('.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.body);
    const [sheet] = book.worksheets;
    const text = (cell: string) => sheet?.getCell(cell).text;
    expect(text('A1')).toBe('人民调解案件情况表（按纠纷类型）');
    expect(text('C2')).toContain('2024年第一季度');
    expect(['E3', 'E4', 'F4', 'E5'].map(text)).toEqual(['调解结果', '调解终结', '成功', '件']);
    expect(sheet?.getCell('G3').master.address).toBe('E3');
    expect(['A6', 'B6', 'C6'].map((c) => sheet?.getCell(c).value)).toEqual([1, '合计', 3]);
    const foot = sheet?.getRow(6 + 18).getCell(1).text;
    expect(foot).toMatch(/审核人：\S+　+制表人：\S+/);
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9 });
  });

  it('prints what is frozen of its period, whole and in parts, until all of it is frozen anew in one act', async () => {
    const head = office.as('bureau-head');
    // The fourth case came after the form by type was submitted: what was frozen of it stands.
    const byType = await fill('mediation-by-type', { remark: '核对' });
    expect(['total.accepted', 'neighbour.accepted', 'land.accepted'].map((c) => valueIn(byType, c))).toEqual([3, 2, 1]);
    expect(byType.checks.filter((c) => c.outcome === 'failing')).toEqual([]);
    // Its figures are frozen, those by outcome are not: the form says so, and that they do not fit together.
    const outcomes = await fill('mediation-outcomes');
    expect(outcomes.checks.filter((c) => c.outcome === 'failing').map((c) => c.says)).toEqual(['案件：合计＝各项之和']);
    const mixed = await head.get<Page>(at('mediation-outcomes'));
    expect(mixed.failing[0]?.cases).toHaveLength(1);
    expect(standing(mixed)).toMatchObject({ frozen: 3, differs: 0 });
    const forms = ['mediation-by-type', 'mediation-outcomes'];
    for (const [role, body, status] of [
      ['committee-head', { ...period, forms }, 403],
      ['mediation-officer', { ...period, forms: ['reconsideration-flow'] }, 404],
      ['bureau-head', { ...period, forms: ['no-such-form'] }, 404],
      ['bureau-head', { ...period, forms: [] }, 400],
    ] as const)
      await expect(office.as(role).post('/forms/frozen', body)).rejects.toMatchObject({ status });
    // By type 7 and 7; by outcome the split of the ended, and two wholes that the other form does not have.
    expect(await head.post('/forms/frozen', { ...period, forms })).toEqual({ frozen: 17 });
    const stale = await head.get<Page>(at('mediation-by-type'));
    expect(stale.sources.find((s) => s.cell === 'total.accepted')).toMatchObject({ state: 'differs', printed: '4' });
    const anew = await fill('mediation-by-type', { remark: '补录一件' });
    expect(['total.accepted', 'neighbour.accepted'].map((c) => valueIn(anew, c))).toEqual([4, 3]);
    expect(standing(await head.get<Page>(at('mediation-by-type')))).toMatchObject({ live: 0, differs: 0 });
    const cases = await head.get<object[]>(`/forms/mediation-by-type/cases?cutoff=2024-03-31&cell=neighbour.accepted`);
    expect(cases).toHaveLength(3);
  });

  it('covers a month, a quarter or any other days, each a return of its own', async () => {
    const days = { from: '2024-03-05', cutoff: '2024-03-31' };
    const some = await office.as('mediation-officer').post<Return>('/forms/mediation-outcomes/fill', days);
    expect(some).toMatchObject({ version: 1 });
    expect(valueIn(some, 'accepted.cases')).toBe(4);
    const month = await office
      .as('mediation-officer')
      .post<Return>('/forms/mediation-outcomes/fill', { from: '2024-02-01', cutoff: '2024-02-29' });
    expect(valueIn(month, 'accepted.cases')).toBe(0);
    const page = await office
      .as('bureau-head')
      .get<Page>(at('mediation-outcomes', 'from=2024-02-01&cutoff=2024-02-29'));
    expect(page).toMatchObject({ period: '2024年2月', from: '2024-02-01', history: [{ version: 1 }] });
    const backwards = { from: '2024-04-01', cutoff: '2024-03-31' };
    await expect(
      office.as('mediation-officer').post('/forms/mediation-outcomes/fill', backwards),
    ).rejects.toMatchObject({
      status: 400,
      problem: { errors: [{ field: 'from', rule: '起始日不应晚于截止日' }] },
    });
  });

  it('of a quarter begins with the stock that the quarter before it ended with', async () => {
    const writer = office.as('reconsideration-head');
    const quarter = (from: string, cutoff: string) =>
      writer.post<Return>('/forms/reconsideration-flow/fill', { from, cutoff });
    const carried = ({ checks }: Return) => checks.filter((c) => /^已受理未审结：/.test(c.says));
    const first = await quarter('2023-10-01', '2023-12-31');
    expect(carried(first)).toMatchObject([
      { outcome: 'unknown', why: '《行政复议案件收结情况表》没有截止于2023-09-30的填报' },
    ]);
    // 2024 begins with the year: it looks for the whole year before it, not for its last quarter.
    expect(carried(await quarter('2024-01-01', '2024-03-31'))).toMatchObject([{ outcome: 'unknown' }]);
    expect(carried(await quarter('2024-04-01', '2024-06-30'))).toMatchObject([{ outcome: 'balanced' }]);

    await accepted(office, '2024-03-04', [applicant('周二')]);
    await office.as('bureau-head').post('/forms/frozen', { cutoff: '2024-03-31', forms: ['reconsideration-flow'] });
    const first2024 = await quarter('2024-01-01', '2024-03-31');
    expect(valueIn(first2024, 'pending.cases')).toBe(1);
    expect(carried(await quarter('2024-04-01', '2024-06-30'))).toMatchObject([
      { outcome: 'balanced', left: 1, right: 1 },
    ]);
    // One more of March comes after March was frozen: the second quarter begins with two, and the case is named.
    const late = await accepted(office, '2024-03-05', [applicant('吴三')]);
    expect(carried(await quarter('2024-04-01', '2024-06-30'))).toMatchObject([
      { outcome: 'failing', left: 2, right: 1 },
    ]);
    const page = await writer.get<Page>(at('reconsideration-flow', 'from=2024-04-01&cutoff=2024-06-30'));
    expect(page.failing).toMatchObject([
      { says: '已受理未审结：上期结转＝前一期间期末数', cases: [{ number: (await late.page()).number }] },
    ]);
  });
});

describe('reconciliation', () => {
  it('finds what only one side has and what differs, each with an owner and a due date', async () => {
    const rows = [
      ['案号', '当事人', '受理日期', '纠纷类型'],
      [numbers[0], '甲', '2024/3/5', '邻里纠纷'],
      [numbers[2], '甲', '2024年3月6日', '山林土地纠纷'],
      ['他〔2024〕9号', '乙', '2024-03-01', '其他纠纷'],
    ];
    const content = Buffer.from(rows.map((r) => r.join(',')).join('\r\n')).toString('base64');
    const writer = office.as('mediation-officer');
    const upload = { kind: 'mediation', year: 2024, file: '导出.csv', content, due_on: '2024-03-20' };
    const made = await writer.post<{ id: string }>('/reconciliations', upload);
    expect(made).toMatchObject({ matched: 2, ours: 4, theirs: 3, items: 4, open: 4 });
    const { items } = await writer.get<{ items: object[] }>(`/reconciliations/${made.id}/items`);
    expect(items).toMatchObject([
      { found: 'differs', differences: [{ field: '受理日期', here: '2024-03-05', there: '2024-03-06' }] },
      { found: 'there', label: '他〔2024〕9号', case_id: null },
      { found: 'here', due_on: '2024-03-20' },
      { found: 'here' },
    ]);
    expect(await writer.post(`/reconciliations/${made.id}/items/1`, { remark: '上级平台已改正' })).toMatchObject({
      done_on: '2024-03-05',
    });
    expect((await writer.get<object[]>('/reconciliations'))[0]).toMatchObject({ open: 3 });
    // A case that is restricted to named people is not spelt out to whoever compares.
    const [first] = (
      await writer.get<{ items: { id: string; number: string }[] }>('/cases?kind=mediation')
    ).items.filter((c) => c.number === numbers[2]);
    await office
      .as('mediator')
      .file(first?.id ?? '')
      .does('restrict', { flag: 'minor' });
    const again = await writer.post<{ id: string }>('/reconciliations', upload);
    const [differs] = (await writer.get<{ items: object[] }>(`/reconciliations/${again.id}/items`)).items;
    expect(differs).toMatchObject({
      label: '限制知悉案件',
      differences: [{ field: '受理日期', here: '限制知悉', there: '限制知悉' }],
    });
    await expect(writer.post('/reconciliations', { ...upload, file: '导出.pdf' })).rejects.toMatchObject({
      problem: { errors: [{ field: 'file' }] },
    });
    await expect(writer.post('/reconciliations', { ...upload, kind: 'litigation' })).rejects.toMatchObject({
      status: 404,
    });
  });
});
