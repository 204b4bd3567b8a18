import { calendarDays, months, timeLimit, years } from '../time-limit';

/**
 * 行政诉讼法 — after the first judgment: appeal, retrial, termination, performance and execution, with 法释〔2018〕1号.
 * Neither the law nor its interpretations know working days: all are calendar days or months, rolled over (SJ18 48).
 */

const regime = 'administrative-litigation';

/** What stops a trial clock (SJ18 50). */
const trialExclusions = ['公告、鉴定、调解、中止、管辖异议和管辖争议处理的时间（适用行政诉讼法解释(2018)第50条）'];
/** The law sets no maximum. */
const byHighCourt = (article: string) =>
  ({ unit: 'calendar-days', approver: '高级人民法院', article, mark: 'V' }) as const;

export const litigationReview = [
  /** 上诉（判决） — fifteen days from service. XS17 85. */
  timeLimit({
    id: 'litigation.appeal-judgment',
    title: '上诉期限（判决）',
    duty: 'party',
    regime,
    lapse: '判决发生法律效力',
    versions: [{ law: 'XS17', article: '85', trigger: 'judgment-served', span: calendarDays(15), mark: 'V' }],
  }),
  /** 上诉（裁定） — ten days, for refusal to docket, dismissal of the suit and jurisdiction only. XS17 85; SJ18 101. */
  timeLimit({
    id: 'litigation.appeal-ruling',
    title: '上诉期限（裁定）',
    duty: 'party',
    regime,
    lapse: '裁定发生法律效力',
    versions: [
      {
        law: 'XS17',
        article: '85',
        also: [{ law: 'SJ18', article: '101' }],
        trigger: 'ruling-served',
        span: calendarDays(10),
        mark: 'V',
      },
    ],
  }),
  /** 上诉答辩 — fifteen days from the copy. SJ18 108. */
  timeLimit({
    id: 'litigation.appeal-answer',
    title: '上诉答辩',
    duty: 'own',
    regime,
    lapse: '不影响审理',
    versions: [
      {
        law: 'SJ18',
        article: '108',
        trigger: 'appeal-copy-received',
        span: calendarDays(15),
        note: '法院五日内发送上诉状副本',
        mark: 'V',
      },
    ],
  }),
  /** 二审 — three months. XS17 88. */
  timeLimit({
    id: 'litigation.second-instance',
    title: '二审审理期限',
    duty: 'court',
    regime,
    lapse: '法律未规定后果',
    versions: [
      {
        law: 'XS17',
        article: '88',
        trigger: 'appeal-received',
        span: months(3),
        extension: byHighCourt('88'),
        exclusions: trialExclusions,
        mark: 'V',
      },
    ],
  }),
  /** 申请再审 — six months. SJ18 110. */
  timeLimit({
    id: 'litigation.retrial-application',
    title: '申请再审期限',
    duty: 'party',
    regime,
    lapse: '丧失申请权',
    versions: [{ law: 'SJ18', article: '110', trigger: 'judgment-effective', span: months(6), mark: 'V' }],
  }),
  /** 再审书面意见 — fifteen days from the copy. SJ18 111. */
  timeLimit({
    id: 'litigation.retrial-opinion',
    title: '再审书面意见',
    duty: 'own',
    regime,
    lapse: '不影响审查',
    versions: [{ law: 'SJ18', article: '111', trigger: 'retrial-copy-received', span: calendarDays(15), mark: 'V' }],
  }),
  /** 再审审查 — six months. SJ18 112. */
  timeLimit({
    id: 'litigation.retrial-review',
    title: '再审审查期限',
    duty: 'court',
    regime,
    lapse: '法律未规定后果',
    versions: [
      {
        law: 'SJ18',
        article: '112',
        trigger: 'retrial-docketed',
        span: months(6),
        extension: { unit: 'calendar-days', approver: '本院院长', article: '112', mark: 'V' },
        mark: 'V',
      },
    ],
  }),
  /** 中止满九十日终结 — death, incapacity or dissolution without a successor ends the suit. SJ18 88. */
  timeLimit({
    id: 'litigation.stay-terminate',
    title: '中止满九十日终结诉讼',
    duty: 'court',
    regime,
    lapse: '裁定终结诉讼，有特殊情况的除外',
    versions: [{ law: 'SJ18', article: '88(2)', trigger: 'suspended', span: calendarDays(90), mark: 'V' }],
  }),
  /** 履行裁判 — within the time the judgment sets. XS17 94, 96. */
  timeLimit({
    id: 'litigation.perform',
    title: '履行生效裁判',
    duty: 'own',
    regime,
    lapse: '对负责人按日罚款五十元至一百元，公告、司法建议、拘留',
    versions: [
      {
        law: 'XS17',
        article: '94',
        also: [{ law: 'XS17', article: '96' }],
        trigger: 'performance-day',
        given: { unit: 'calendar-days' },
        mark: 'V',
      },
    ],
  }),
  /** 申请执行 — two years from the end of the period for performance. SJ18 153. */
  timeLimit({
    id: 'litigation.execution',
    title: '申请执行期限',
    duty: 'party',
    regime,
    lapse: '不予受理',
    versions: [{ law: 'SJ18', article: '153', trigger: 'performance-period-ended', span: years(2), mark: 'V' }],
  }),
  /** 司法建议回复 — usually two months, unless the advice itself sets a day. 法释〔2023〕11号 8. */
  timeLimit({
    id: 'litigation.judicial-advice-reply',
    title: '司法建议回复',
    duty: 'own',
    regime,
    lapse: '法院可以将有关情况通报上级机关',
    versions: [
      {
        law: 'ZH23',
        article: '8',
        trigger: 'judicial-advice-received',
        span: months(2),
        given: { unit: 'calendar-days' },
        note: '一般为两个月；司法建议书另定期限的，从其规定',
        mark: 'M',
      },
    ],
  }),
  /** 规范性文件司法建议答复 — sixty days, in writing. SJ18 149. */
  timeLimit({
    id: 'litigation.norm-advice-reply',
    title: '规范性文件司法建议答复',
    duty: 'own',
    regime,
    lapse: '法律未规定后果',
    versions: [{ law: 'SJ18', article: '149', trigger: 'judicial-advice-received', span: calendarDays(60), mark: 'V' }],
  }),
] as const;
