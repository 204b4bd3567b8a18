import { buildCalendar, type Conventions, type LimitId, type LocalHoliday, reckon, type Suspension } from '.';

interface Golden {
  readonly name: string;
  readonly limit: LimitId;
  readonly from: string;
  readonly extend?: number;
  readonly given?: number;
  readonly suspensions?: readonly Suspension[];
  readonly knownOn?: string;
  readonly localHolidays?: readonly LocalHoliday[];
  readonly conventions?: Partial<Conventions>;
  readonly raw?: string | null;
  readonly due: string | null;
  readonly excludedDays?: number;
  readonly provisional?: true;
  readonly mark?: 'V' | 'M' | 'I';
}

/** Worked by hand from the statutes; the numbers are those of the legal catalogue's golden table where one exists. */
const table: readonly Golden[] = [
  {
    name: '1 · 新法受理审查五个工作日跨国庆，含调休上班日',
    limit: 'reconsideration.acceptance-review',
    from: '2024-09-27',
    due: '2024-10-10',
    mark: 'V',
  },
  {
    name: '2 · 新法审理六十日落在国庆，顺延一次',
    limit: 'reconsideration.decision-ordinary',
    from: '2024-08-02',
    raw: '2024-10-01',
    due: '2024-10-08',
    mark: 'V',
  },
  {
    name: '2 · 延长三十日自未顺延的届满日起算',
    limit: 'reconsideration.decision-ordinary',
    from: '2024-08-02',
    extend: 30,
    raw: '2024-10-31',
    due: '2024-10-31',
    mark: 'I',
  },
  {
    name: '2 · 依设置自顺延后的届满日起算',
    limit: 'reconsideration.decision-ordinary',
    from: '2024-08-02',
    extend: 30,
    conventions: { extensionBase: 'rolled' },
    due: '2024-11-07',
    mark: 'I',
  },
  {
    name: '2 · 依设置自顺延后的届满日起算，中止在先的先计入',
    limit: 'reconsideration.decision-ordinary',
    from: '2024-08-02',
    suspensions: [{ from: '2024-08-10', to: '2024-08-20' }],
    extend: 30,
    conventions: { extensionBase: 'rolled' },
    // 10-01 and ten days are Friday 10-11, so nothing rolls before the thirty days begin.
    raw: '2024-11-10',
    due: '2024-11-11',
    excludedDays: 10,
    mark: 'I',
  },
  {
    name: '2 · 依设置自顺延后的届满日起算，延长期间的中止只推后延长的日数',
    limit: 'reconsideration.decision-ordinary',
    from: '2024-08-02',
    suspensions: [{ from: '2024-10-20', to: '2024-10-23' }],
    extend: 30,
    conventions: { extensionBase: 'rolled' },
    // 10-01 rolls to 10-08, thirty days on is 11-07, three days suspended.
    raw: '2024-11-10',
    due: '2024-11-11',
    excludedDays: 3,
    mark: 'I',
  },
  {
    name: '延长的起算日为工作日时不依赖约定',
    limit: 'reconsideration.decision-ordinary',
    from: '2024-03-14',
    extend: 30,
    raw: '2024-06-12',
    due: '2024-06-12',
    mark: 'V',
  },
  {
    name: '4 · 新法答复十个工作日，2024年除夕是工作日',
    limit: 'reconsideration.respondent-answer',
    from: '2024-02-02',
    due: '2024-02-21',
    mark: 'V',
  },
  {
    name: '5 · 旧法答复十日按自然日',
    limit: 'reconsideration.respondent-answer',
    from: '2023-12-20',
    raw: '2023-12-30',
    due: '2024-01-02',
    mark: 'V',
  },
  {
    name: '7 · 2020年春节延长前的日历',
    limit: 'reconsideration.application-period',
    from: '2019-12-02',
    knownOn: '2020-01-25',
    raw: '2020-01-31',
    due: '2020-01-31',
  },
  {
    name: '7 · 2020年春节延长后的日历',
    limit: 'reconsideration.application-period',
    from: '2019-12-02',
    raw: '2020-01-31',
    due: '2020-02-03',
  },
  {
    name: '8 · 2019年五一调整前的日历',
    limit: 'reconsideration.decision-ordinary',
    from: '2019-03-04',
    knownOn: '2019-03-21',
    raw: '2019-05-03',
    due: '2019-05-03',
  },
  {
    name: '8 · 2019年五一调整后顺延至调休上班的星期日',
    limit: 'reconsideration.decision-ordinary',
    from: '2019-03-04',
    knownOn: '2019-03-22',
    raw: '2019-05-03',
    due: '2019-05-05',
  },
  { name: '9 · 六个月无对应日取月末', limit: 'litigation.filing-direct', from: '2024-08-31', due: '2025-02-28' },
  { name: '9 · 闰年月末', limit: 'litigation.filing-direct', from: '2023-08-31', due: '2024-02-29' },
  {
    name: '10 · 先算对应日再顺延',
    limit: 'litigation.filing-direct',
    from: '2024-04-01',
    raw: '2024-10-01',
    due: '2024-10-08',
  },
  {
    name: '12 · 判决上诉',
    limit: 'litigation.appeal-judgment',
    from: '2025-01-16',
    raw: '2025-01-31',
    due: '2025-02-05',
  },
  { name: '12 · 裁定上诉', limit: 'litigation.appeal-ruling', from: '2025-01-17', due: '2025-01-27' },
  {
    name: '13 · 申请司法确认',
    limit: 'mediation.confirm-apply',
    from: '2025-04-01',
    raw: '2025-05-01',
    due: '2025-05-06',
  },
  {
    name: '14 · 届满日为调休上班的星期日，不顺延',
    limit: 'reconsideration.decision-ordinary',
    from: '2025-07-30',
    due: '2025-09-28',
    mark: 'I',
  },
  {
    name: '14 · 依设置不认调休上班日则顺延',
    limit: 'reconsideration.decision-ordinary',
    from: '2025-07-30',
    conventions: { makeUpDayIsWorkingDay: false },
    raw: '2025-09-28',
    due: '2025-09-29',
    mark: 'I',
  },
  {
    name: '18 · 旧法补正时间不计入审理期限',
    limit: 'reconsideration.decision-ordinary',
    from: '2023-07-03',
    suspensions: [{ from: '2023-07-06', to: '2023-07-20' }],
    excludedDays: 14,
    due: '2023-09-15',
    mark: 'I',
  },
  {
    name: '19 · 意见书反馈落在春节假期最后一日',
    limit: 'reconsideration.opinion-report',
    from: '2024-12-06',
    raw: '2025-02-04',
    due: '2025-02-05',
  },
  {
    name: '21 · 简易程序发送副本',
    limit: 'reconsideration.send-copy-simplified',
    from: '2026-01-15',
    due: '2026-01-20',
  },
  {
    name: '21 · 简易程序答复跨春节',
    limit: 'reconsideration.respondent-answer-simplified',
    from: '2026-02-11',
    due: '2026-02-25',
  },
  {
    name: '21 · 简易程序审理届满于调休上班的星期六',
    limit: 'reconsideration.decision-simplified',
    from: '2026-01-15',
    due: '2026-02-14',
    mark: 'I',
  },
  { name: '23 · 逾期不答复起诉', limit: 'reconsideration.sue-after-silence', from: '2024-10-08', due: '2024-10-23' },
  {
    name: '33 · 工作日期限跳过中止的日子',
    limit: 'mediation.period-medical',
    from: '2025-03-03',
    suspensions: [{ from: '2025-03-10', to: '2025-03-15' }],
    excludedDays: 5,
    due: '2025-04-22',
    mark: 'I',
  },
  {
    name: '33 · 重叠的中止合并，期间外的中止不计',
    limit: 'mediation.period-medical',
    from: '2025-03-03',
    suspensions: [
      { from: '2025-03-12', to: '2025-03-15' },
      { from: '2025-02-01', to: '2025-02-20' },
      { from: '2025-03-10', to: '2025-03-13' },
      { from: '2025-06-01', to: '2025-06-09' },
    ],
    excludedDays: 5,
    due: '2025-04-22',
  },
  {
    name: '33 · 中止自起算前开始的，只计起算之后的日子',
    limit: 'reconsideration.decision-ordinary',
    from: '2024-03-04',
    suspensions: [{ from: '2024-03-01', to: '2024-03-08' }],
    excludedDays: 3,
    raw: '2024-05-06',
    due: '2024-05-06',
  },
  {
    name: '33 · 尚未恢复的中止没有届满日',
    limit: 'reconsideration.decision-ordinary',
    from: '2025-03-03',
    suspensions: [{ from: '2025-03-20' }],
    raw: null,
    due: null,
  },
  {
    name: '33 · 届满之后的中止不影响期限',
    limit: 'reconsideration.decision-ordinary',
    from: '2025-03-03',
    suspensions: [{ from: '2025-05-09' }],
    due: '2025-05-06',
    raw: '2025-05-02',
  },
  {
    name: '33 · 届满日为休息日、顺延途中中止，恢复后的第一个工作日届满',
    limit: 'reconsideration.decision-ordinary',
    from: '2025-03-03',
    suspensions: [{ from: '2025-05-04', to: '2025-05-08' }],
    raw: '2025-05-02',
    due: '2025-05-08',
    excludedDays: 0,
  },
  {
    name: '35 · 2026年12月25日之后的结果为暂定',
    limit: 'reconsideration.decision-ordinary',
    from: '2026-10-28',
    due: '2026-12-28',
    raw: '2026-12-27',
    provisional: true,
  },
  {
    name: '35 · 查看的日子都在12月25日以前则不是暂定',
    limit: 'reconsideration.decision-ordinary',
    from: '2026-10-26',
    due: '2026-12-25',
  },
  {
    name: '满六十日终止',
    limit: 'reconsideration.suspension-termination',
    from: '2025-12-01',
    due: '2026-01-30',
  },
  {
    name: '听证通知须有五个足额工作日间隔',
    limit: 'reconsideration.hearing-notice',
    from: '2024-10-15',
    due: '2024-10-08',
    mark: 'I',
  },
  {
    name: '听证通知依宽松口径倒数第五个工作日',
    limit: 'reconsideration.hearing-notice',
    from: '2024-10-15',
    conventions: { backwardCounting: 'lenient' },
    due: '2024-10-09',
    mark: 'I',
  },
  { name: '开庭传票三日前', limit: 'litigation.summons', from: '2024-10-18', due: '2024-10-14', mark: 'I' },
  {
    name: '负责人身份证明须在开庭前',
    limit: 'litigation.head-identity',
    from: '2024-10-18',
    due: '2024-10-18',
    mark: 'V',
  },
  {
    name: '不履职：两个月后再计六个月，中间不顺延',
    limit: 'litigation.filing-inaction',
    from: '2024-03-04',
    raw: '2024-11-04',
    due: '2024-11-04',
  },
  {
    name: '地方放假日落在届满日则顺延',
    limit: 'reconsideration.decision-ordinary',
    from: '2025-01-30',
    localHolidays: [{ day: '2025-03-31', name: '三月三' }, { day: '2025-04-01' }],
    raw: '2025-03-31',
    due: '2025-04-02',
  },
  {
    name: '旧法补正通知按工作日（默认）',
    limit: 'reconsideration.correction-notice',
    from: '2023-09-27',
    due: '2023-10-10',
    mark: 'I',
  },
  {
    name: '旧法补正通知依设置按自然日',
    limit: 'reconsideration.correction-notice',
    from: '2023-09-27',
    conventions: { oldLawCorrectionDays: 'calendar' },
    raw: '2023-10-02',
    due: '2023-10-07',
  },
  { name: '书面协议当日生效', limit: 'mediation.agreement-effective-written', from: '2025-05-01', due: '2025-05-01' },
  { name: '申请执行二年', limit: 'litigation.execution', from: '2024-02-29', raw: '2026-02-28', due: '2026-02-28' },
  {
    name: '二十年最长保护期限',
    limit: 'reconsideration.application-longstop-real-estate',
    from: '2024-03-01',
    due: '2044-03-01',
    provisional: true,
  },
  {
    name: '协议约定的履行期限',
    limit: 'mediation.performance',
    from: '2025-04-21',
    given: 10,
    raw: '2025-05-01',
    due: '2025-05-06',
  },
  {
    name: '医疗纠纷延长十个工作日',
    limit: 'mediation.period-medical',
    from: '2025-03-03',
    extend: 10,
    due: '2025-04-28',
  },
  {
    name: '司法确认裁定的旧条文为凭记忆录入',
    limit: 'mediation.confirm-decide',
    from: '2021-03-01',
    due: '2021-03-31',
    mark: 'M',
  },
];

describe('golden dates', () => {
  it.each(table.map((row) => [row.name, row] as const))('%s', (_name, row) => {
    const answer = reckon({
      limit: row.limit,
      from: row.from,
      suspensions: row.suspensions,
      extendDays: row.extend,
      givenDays: row.given,
      conventions: row.conventions,
      calendar: buildCalendar({ knownOn: row.knownOn, localHolidays: row.localHolidays }),
    });
    expect({ due: answer.due, provisional: answer.provisional }).toEqual({
      due: row.due,
      provisional: row.provisional ?? false,
    });
    if (row.raw !== undefined) expect(answer.raw).toBe(row.raw);
    if (row.excludedDays !== undefined) expect(answer.excludedDays).toBe(row.excludedDays);
    if (row.mark)
      expect({ mark: answer.mark, verified: answer.verified }).toEqual({ mark: row.mark, verified: row.mark === 'V' });
    expect(answer.status).toBe(row.due === null ? 'suspended' : 'running');
  });
});

describe('the law that binds', () => {
  const calendar = buildCalendar();

  it('收到在旧法、受理在新法的案件适用旧法，自收到起算', () => {
    const answer = reckon({
      limit: 'reconsideration.decision-ordinary',
      triggers: { 'office-received': '2023-12-28', accepted: '2024-01-03' },
      calendar,
    });
    expect(answer).toMatchObject({
      law: '行政复议法(2017)',
      article: '第31条第1款',
      from: '2023-12-28',
      due: '2024-02-26',
      verified: false,
    });
  });

  it('期限长度依起算日的法律，延长的批准人依决定之日的法律', () => {
    const extended = (extendedOn: string) =>
      reckon({
        limit: 'reconsideration.decision-ordinary',
        triggers: { 'office-received': '2023-12-28', accepted: '2024-01-03' },
        extendDays: 30,
        extendedOn,
        calendar,
      });
    const step = (extendedOn: string) => extended(extendedOn).steps.find((s) => s.text.includes('延长'));
    expect(extended('2024-02-20')).toMatchObject({ law: '行政复议法(2017)', due: '2024-03-27' });
    expect(step('2024-02-20')).toMatchObject({
      text: expect.stringContaining('行政复议机构负责人'),
      article: '行政复议法(2023)第62条第1款',
    });
    expect(step('2023-12-30')).toMatchObject({
      text: expect.stringContaining('行政复议机关负责人'),
      article: '行政复议法(2017)第31条第1款',
    });
  });

  it('收到与受理均在新法施行后的，自受理起算', () => {
    const answer = reckon({
      limit: 'reconsideration.decision-ordinary',
      triggers: { 'office-received': '2024-01-02', accepted: '2024-01-08' },
      calendar,
    });
    expect(answer).toMatchObject({
      law: '行政复议法(2023)',
      article: '第62条第1款',
      from: '2024-01-08',
      due: '2024-03-08',
    });
  });

  it('依设置，旧法补正案件自收到补正材料起算，补正时间不再另扣', () => {
    const answer = reckon({
      limit: 'reconsideration.decision-ordinary',
      triggers: { 'office-received': '2023-07-03', corrected: '2023-07-20' },
      suspensions: [{ from: '2023-07-06', to: '2023-07-20' }],
      conventions: { oldLawAcceptanceDate: 'corrected' },
      calendar,
    });
    expect(answer).toMatchObject({ from: '2023-07-20', excludedDays: 0, due: '2023-09-18' });
  });

  it('没有版本所需的起算事实时拒绝并说明缺什么', () => {
    expect(() =>
      reckon({ limit: 'reconsideration.decision-ordinary', triggers: { 'copy-received': '2024-03-01' }, calendar }),
    ).toThrow(expect.objectContaining({ code: 'trigger-missing', field: 'triggers' }));
  });

  it('后来的放假通知改变结果并使其不再是暂定', () => {
    const before = reckon({ limit: 'reconsideration.decision-ordinary', from: '2026-11-02', calendar });
    expect(before).toMatchObject({ due: '2027-01-01', provisional: true });
    const noticed = buildCalendar({
      notices: [
        {
          year: 2027,
          number: '示例通知',
          issued: '2026-11-30',
          festivals: [{ name: '元旦', off: ['2027-01-01', '2027-01-03'], makeUp: ['2026-12-27'] }],
        },
      ],
    });
    const after = reckon({ limit: 'reconsideration.decision-ordinary', from: '2026-11-02', calendar: noticed });
    expect(after).toMatchObject({ raw: '2027-01-01', due: '2027-01-04', provisional: false });
    expect(after.steps.at(-1)).toMatchObject({ notice: '示例通知', date: '2027-01-04' });
  });
});

describe('what is refused', () => {
  const calendar = buildCalendar();
  const refusals: readonly [string, Parameters<typeof reckon>[0], string, string][] = [
    [
      '未规定延长',
      { limit: 'reconsideration.decision-simplified', from: '2024-03-04', extendDays: 5, calendar },
      'extension-not-provided',
      'extend',
    ],
    [
      '延长过长',
      { limit: 'reconsideration.decision-ordinary', from: '2024-03-04', extendDays: 31, calendar },
      'extension-too-long',
      'extend',
    ],
    [
      '延长不是正整数',
      { limit: 'reconsideration.decision-ordinary', from: '2024-03-04', extendDays: 0, calendar },
      'invalid-number',
      'extend',
    ],
    [
      '新法已无县级转送',
      { limit: 'reconsideration.county-forward', from: '2024-01-02', calendar },
      'no-version-in-force',
      'from',
    ],
    [
      '旧法没有视为受理',
      { limit: 'reconsideration.deemed-acceptance', from: '2023-12-29', calendar },
      'no-version-in-force',
      'from',
    ],
    [
      '旧法补正期限须给出',
      { limit: 'reconsideration.correction-reply', from: '2023-06-01', calendar },
      'length-required',
      'given',
    ],
    [
      '法定期限不得另行指定',
      { limit: 'litigation.answer', from: '2024-06-03', givenDays: 20, calendar },
      'length-not-allowed',
      'given',
    ],
    [
      '简易程序举证期限最长十五日',
      { limit: 'litigation.simplified-evidence', from: '2024-06-03', givenDays: 16, calendar },
      'length-too-long',
      'given',
    ],
    [
      '停止执行没有天数',
      { limit: 'reconsideration.stay-execution', from: '2024-06-03', calendar },
      'no-statutory-length',
      'limit',
    ],
    ['不存在的日期', { limit: 'litigation.answer', from: '2024-02-30', calendar }, 'invalid-day', 'from'],
    [
      '恢复早于中止',
      {
        limit: 'litigation.first-instance',
        from: '2024-02-28',
        suspensions: [{ from: '2024-05-02', to: '2024-05-01' }],
        calendar,
      },
      'invalid-suspension',
      'suspend',
    ],
    [
      '倒推期限没有中止',
      {
        limit: 'litigation.summons',
        from: '2024-10-18',
        suspensions: [{ from: '2024-10-08', to: '2024-10-09' }],
        calendar,
      },
      'invalid-suspension',
      'suspend',
    ],
    [
      '2017年以前的日子不能判断',
      { limit: 'reconsideration.send-copy', from: '2016-12-20', calendar },
      'before-calendar',
      'from',
    ],
  ];

  it.each(refusals)('%s', (_name, input, code, field) => {
    expect(() => reckon(input)).toThrow(expect.objectContaining({ name: 'LawError', code, field }));
  });
});

describe('the reasons', () => {
  const calendar = buildCalendar();

  it('每一步有序号、一句话，并写明条文或者通知', () => {
    const { steps } = reckon({
      limit: 'reconsideration.decision-ordinary',
      from: '2024-08-02',
      extendDays: 10,
      suspensions: [{ from: '2024-08-12', to: '2024-08-20' }],
      calendar,
    });
    expect(steps.map(({ n }) => n)).toEqual(steps.map((_, index) => index + 1));
    for (const step of steps) {
      expect(step.text).toMatch(/。$/);
      expect(step.article ?? step.notice).toBeTruthy();
    }
    expect(steps.at(-1)).toMatchObject({ date: '2024-10-21', verified: true });
  });

  it('顺延步骤写明放假通知和期间规则', () => {
    const { steps } = reckon({ limit: 'reconsideration.decision-ordinary', from: '2024-08-02', calendar });
    expect(steps.at(-1)).toMatchObject({
      date: '2024-10-08',
      notice: '国办发明电〔2023〕7号',
      article: '行政复议法(2023)第88条第1款、民事诉讼法(2023)第85条',
    });
    expect(steps.at(-1)?.text).toContain('2024-10-01至2024-10-07国庆节放假');
  });
});
