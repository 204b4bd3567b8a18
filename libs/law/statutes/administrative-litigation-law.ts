import { calendarDays, months, timeLimit } from '../time-limit';

/**
 * 行政诉讼法 — first instance: suing, answering, the hearing and the head's attendance, with 法释〔2018〕1号 and 法释〔2020〕3号.
 * Neither the law nor its interpretations know working days: all are calendar days or months, rolled over (SJ18 48).
 */

const regime = 'administrative-litigation';

/** What stops a trial clock (SJ18 50). */
const trialExclusions = ['公告、鉴定、调解、中止、管辖异议和管辖争议处理的时间（适用行政诉讼法解释(2018)第50条）'];
/** The law sets no maximum. */
const byHighCourt = (article: string) =>
  ({ unit: 'calendar-days', approver: '高级人民法院', article, mark: 'V' }) as const;

export const litigationFirstInstance = [
  /** 直接起诉期限 — six months from knowing of the act. XS17 46. */
  timeLimit({
    id: 'litigation.filing-direct',
    title: '直接起诉期限',
    duty: 'party',
    regime,
    lapse: '不予立案或者驳回起诉',
    versions: [
      {
        law: 'XS17',
        article: '46(1)',
        trigger: 'act-known',
        span: months(6),
        exclusions: ['非自身原因耽误的时间（行政诉讼法(2017)第48条）'],
        note: '法律另有规定的除外；最长保护期限为不动产二十年、其他五年',
        mark: 'V',
      },
    ],
  }),
  /** 未告知起诉期限 — not told of the right to sue, a year at most from knowing what the act says. SJ18 64. */
  timeLimit({
    id: 'litigation.filing-uninformed',
    title: '未告知起诉权利时的最长起诉期限',
    duty: 'party',
    regime,
    lapse: '不予立案或者驳回起诉',
    versions: [
      {
        law: 'SJ18',
        article: '64',
        trigger: 'act-content-known',
        span: months(12),
        exclusions: ['非自身原因耽误的时间（行政诉讼法(2017)第48条）'],
        note: '未告知复议决定诉权的同',
        mark: 'V',
      },
    ],
  }),
  /** 不履职起诉 — the organ has two months to act, then six months to sue. XS17 47; SJ18 66. */
  timeLimit({
    id: 'litigation.filing-inaction',
    title: '不履行法定职责的起诉期限',
    duty: 'party',
    regime,
    lapse: '不予立案或者驳回起诉',
    versions: [
      {
        law: 'XS17',
        article: '47(1)',
        also: [{ law: 'SJ18', article: '66' }],
        trigger: 'organ-request-received',
        span: months(6),
        wait: months(2),
        exclusions: ['非自身原因耽误的时间（行政诉讼法(2017)第48条）'],
        note: '法律、法规另定履责期限的，自该期限届满起六个月；紧急情况无须等待',
        mark: 'V',
      },
    ],
  }),
  /** 复议后起诉 — fifteen days from the decision or from silence. XS17 45; SJ18 59. */
  timeLimit({
    id: 'litigation.filing-after-reconsideration',
    title: '复议后的起诉期限',
    duty: 'party',
    regime,
    lapse: '不予立案或者驳回起诉',
    versions: [
      {
        law: 'XS17',
        article: '45',
        also: [{ law: 'SJ18', article: '59' }],
        trigger: 'decision-or-expiry',
        span: calendarDays(15),
        given: { unit: 'calendar-days' },
        exclusions: ['非自身原因耽误的时间（行政诉讼法(2017)第48条）'],
        mark: 'V',
      },
    ],
  }),
  /** 立案审查 — seven days to docket; when in doubt, docket first. XS17 51; SJ18 53. */
  timeLimit({
    id: 'litigation.docket',
    title: '立案审查',
    duty: 'court',
    regime,
    lapse: '当事人可以向上一级法院起诉（行政诉讼法(2017)第52条）',
    versions: [
      {
        law: 'XS17',
        article: '51(2)',
        also: [{ law: 'SJ18', article: '53' }],
        trigger: 'complaint-received',
        span: calendarDays(7),
        note: '补正的，自补正后递交之次日起算（适用行政诉讼法解释(2018)第49条）',
        mark: 'V',
      },
    ],
  }),
  /** 发送起诉状副本 — five days after docketing. XS17 67. */
  timeLimit({
    id: 'litigation.serve-complaint',
    title: '发送起诉状副本',
    duty: 'court',
    regime,
    lapse: '法律未规定后果',
    versions: [{ law: 'XS17', article: '67(1)', trigger: 'docketed', span: calendarDays(5), mark: 'V' }],
  }),
  /** 答辩和举证 — fifteen days; evidence not filed in time is no evidence. XS17 67, 34. */
  timeLimit({
    id: 'litigation.answer',
    title: '答辩和举证',
    duty: 'own',
    regime,
    lapse: '视为没有相应证据（行政诉讼法(2017)第34条）；仅未提交答辩状的不影响审理',
    versions: [
      {
        law: 'XS17',
        article: '67(1)',
        also: [{ law: 'XS17', article: '34' }],
        trigger: 'complaint-copy-received',
        span: calendarDays(15),
        note: '准予延期举证的，自正当事由消除后十五日内提供',
        mark: 'V',
      },
    ],
  }),
  /** 应诉内部计划 — the office's own days for draft and approval, inside the fifteen. A local rule; the law sets only the last day. */
  timeLimit({
    id: 'litigation.internal-plan',
    title: '应诉内部计划',
    duty: 'own',
    regime,
    lapse: '内部逾期，法定答辩期限不变',
    versions: [
      {
        law: 'XS17',
        article: '67(1)',
        trigger: 'complaint-copy-received',
        given: { unit: 'calendar-days', max: 15 },
        note: '本机关在法定十五日内自行安排',
        mark: 'I',
      },
    ],
  }),
  /** 申请延期举证 — in writing within the same fifteen days. SJ18 34. */
  timeLimit({
    id: 'litigation.evidence-extension-request',
    title: '申请延期举证',
    duty: 'own',
    regime,
    lapse: '丧失延期机会',
    versions: [{ law: 'SJ18', article: '34', trigger: 'complaint-copy-received', span: calendarDays(15), mark: 'V' }],
  }),
  /** 管辖异议 — within the same fifteen days. SJ18 10. */
  timeLimit({
    id: 'litigation.jurisdiction-objection',
    title: '管辖异议',
    duty: 'own',
    regime,
    lapse: '丧失异议权',
    versions: [{ law: 'SJ18', article: '10', trigger: 'complaint-copy-received', span: calendarDays(15), mark: 'V' }],
  }),
  /** 简易程序举证期限 — the court sets it, at most fifteen days. SJ18 104. */
  timeLimit({
    id: 'litigation.simplified-evidence',
    title: '简易程序举证期限',
    duty: 'own',
    regime,
    lapse: '视为没有相应证据',
    versions: [
      {
        law: 'SJ18',
        article: '104',
        trigger: 'evidence-period-set',
        given: { unit: 'calendar-days', max: 15 },
        mark: 'V',
      },
    ],
  }),
  /** 转送答辩状 — five days. XS17 67. */
  timeLimit({
    id: 'litigation.forward-answer',
    title: '转送答辩状副本',
    duty: 'court',
    regime,
    lapse: '法律未规定后果',
    versions: [
      { law: 'XS17', article: '67(1)', trigger: 'answer-received-by-court', span: calendarDays(5), mark: 'V' },
    ],
  }),
  /** 开庭传票 — three days before the hearing. SJ18 71. */
  timeLimit({
    id: 'litigation.summons',
    title: '开庭传票',
    duty: 'court',
    regime,
    direction: 'back',
    lapse: '可以申请另行安排开庭',
    versions: [{ law: 'SJ18', article: '71', trigger: 'hearing-day', span: calendarDays(3), mark: 'V' }],
  }),
  /** 负责人出庭通知 — three days before the hearing. FZR20 5. */
  timeLimit({
    id: 'litigation.head-notice',
    title: '负责人出庭通知',
    duty: 'court',
    regime,
    direction: 'back',
    lapse: '可以说明未及时收到通知',
    versions: [{ law: 'FZR20', article: '5(2)', trigger: 'hearing-day', span: calendarDays(3), mark: 'V' }],
  }),
  /** 负责人身份证明 — before the hearing opens, under seal. FZR20 6. */
  timeLimit({
    id: 'litigation.head-identity',
    title: '负责人身份证明',
    duty: 'own',
    regime,
    direction: 'back',
    lapse: '不能补正的视为未出庭',
    versions: [{ law: 'FZR20', article: '6', trigger: 'hearing-day', span: calendarDays(0), mark: 'V' }],
  }),
  /** 不能出庭说明 — sealed, or signed by the principal; the time is our reading. FZR20 8, 9; SJ18 129. */
  timeLimit({
    id: 'litigation.head-absence-reason',
    title: '负责人不能出庭的说明',
    duty: 'own',
    regime,
    direction: 'back',
    lapse: '法院可以提出司法建议并在裁判文书中载明（行政机关负责人出庭应诉规定(2020)第12条）',
    versions: [
      {
        law: 'FZR20',
        article: '8',
        also: [
          { law: 'FZR20', article: '9' },
          { law: 'SJ18', article: '129' },
        ],
        trigger: 'hearing-day',
        span: calendarDays(0),
        note: '提交时间法律未写明，按开庭之前',
        mark: 'I',
      },
    ],
  }),
  /** 一审 — six months from docketing. XS17 81. */
  timeLimit({
    id: 'litigation.first-instance',
    title: '一审审理期限',
    duty: 'court',
    regime,
    lapse: '法律未规定后果',
    versions: [
      {
        law: 'XS17',
        article: '81',
        trigger: 'docketed',
        span: months(6),
        extension: byHighCourt('81'),
        exclusions: trialExclusions,
        mark: 'V',
      },
    ],
  }),
  /** 简易程序 — forty-five days from docketing. XS17 83. */
  timeLimit({
    id: 'litigation.simplified',
    title: '一审审理期限（简易程序）',
    duty: 'court',
    regime,
    lapse: '转为普通程序，自立案之日起计六个月（适用行政诉讼法解释(2018)第105条）',
    versions: [
      {
        law: 'XS17',
        article: '83',
        trigger: 'docketed',
        span: calendarDays(45),
        exclusions: trialExclusions,
        mark: 'V',
      },
    ],
  }),
  /** 发送判决书 — ten days after an oral pronouncement; at a fixed-date pronouncement, at once. XS17 80. */
  timeLimit({
    id: 'litigation.judgment-send',
    title: '发送判决书',
    duty: 'court',
    regime,
    lapse: '法律未规定后果',
    versions: [
      {
        law: 'XS17',
        article: '80(2)',
        trigger: 'judgment-pronounced',
        span: calendarDays(10),
        note: '定期宣判的，宣判后立即发给',
        mark: 'V',
      },
    ],
  }),
] as const;
