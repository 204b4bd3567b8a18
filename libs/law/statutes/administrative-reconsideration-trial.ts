import { calendarDays, timeLimit, workingDays } from '../time-limit';

/** 行政复议法 — the trial of an accepted case, in the text of 2017 and in the revision in force from 2024-01-01. */

const regime = 'reconsideration';

/** What stops the trial clock. A hearing, a committee consultation or mediation as such does not. */
const oldTrialExclusions = [
  '补正时间（行政复议法实施条例(2007)第29条）',
  '管辖协商、指定时间（行政复议法实施条例(2007)第30条）',
  '现场勘验时间（行政复议法实施条例(2007)第34条）',
  '鉴定时间（行政复议法实施条例(2007)第37条）',
  '中止期间（行政复议法实施条例(2007)第41条）',
];
const newTrialExclusions = [
  '管辖协商、指定时间（行政复议法实施条例(2007)第30条）',
  '现场勘验时间（行政复议法实施条例(2007)第34条）',
  '鉴定时间（行政复议法实施条例(2007)第37条）',
  '中止期间（行政复议法(2023)第39条）',
];
const trialLapse = '申请人可在十五日内起诉；上级机关责令改正';

export const reconsiderationTrial = [
  /** 发送申请书副本 — the respondent gets the application within seven working days. XF17 23; XF23 48. */
  timeLimit({
    id: 'reconsideration.send-copy',
    title: '发送申请书副本（普通程序）',
    duty: 'own',
    regime,
    lapse: '内部逾期',
    versions: [
      {
        law: 'XF17',
        article: '23(1)',
        trigger: 'office-received',
        triggerWhenCorrected: 'corrected',
        span: workingDays(7),
        mark: 'V',
      },
      { law: 'XF23', article: '48', trigger: 'accepted', span: workingDays(7), mark: 'V' },
    ],
  }),
  /** 发送申请书副本 — three working days in the simplified procedure. XF23 54. */
  timeLimit({
    id: 'reconsideration.send-copy-simplified',
    title: '发送申请书副本（简易程序）',
    duty: 'own',
    regime,
    lapse: '内部逾期',
    versions: [{ law: 'XF23', article: '54', trigger: 'accepted', span: workingDays(3), mark: 'V' }],
  }),
  /** 被申请人答复 — the respondent answers and proves within ten days: calendar days before 2024. XF17 23; XF23 48. */
  timeLimit({
    id: 'reconsideration.respondent-answer',
    title: '被申请人答复举证（普通程序）',
    duty: 'respondent',
    regime,
    lapse: '视为行政行为没有证据、依据',
    note: '第三人提供证据的除外（行政复议法(2023)第70条）',
    versions: [
      {
        law: 'XF17',
        article: '23(1)',
        trigger: 'copy-received',
        span: calendarDays(10),
        mark: 'V',
        note: '旧法第40条第2款仅将五日、七日定为工作日，十日按自然日计',
      },
      { law: 'XF23', article: '48', trigger: 'copy-received', span: workingDays(10), mark: 'V' },
    ],
  }),
  /** 被申请人答复 — five working days in the simplified procedure. XF23 54. */
  timeLimit({
    id: 'reconsideration.respondent-answer-simplified',
    title: '被申请人答复举证（简易程序）',
    duty: 'respondent',
    regime,
    lapse: '视为行政行为没有证据、依据',
    versions: [{ law: 'XF23', article: '54', trigger: 'copy-received', span: workingDays(5), mark: 'V' }],
  }),
  /** 听证通知 — time and place are notified five working days before the hearing. XF23 51. */
  timeLimit({
    id: 'reconsideration.hearing-notice',
    title: '听证通知',
    duty: 'own',
    regime,
    direction: 'back',
    lapse: '听证程序不合法',
    versions: [{ law: 'XF23', article: '51', trigger: 'hearing-day', span: workingDays(5), mark: 'V' }],
  }),
  /** 审理期限 — an ordinary case is decided sixty days after acceptance. XF17 31; XF23 62(1). */
  timeLimit({
    id: 'reconsideration.decision-ordinary',
    title: '审理期限（普通程序）',
    duty: 'own',
    regime,
    lapse: trialLapse,
    versions: [
      {
        law: 'XF17',
        article: '31(1)',
        trigger: 'office-received',
        triggerWhenCorrected: 'corrected',
        span: calendarDays(60),
        given: { unit: 'calendar-days', max: 60 },
        extension: {
          max: 30,
          unit: 'calendar-days',
          approver: '行政复议机关负责人',
          times: 1,
          article: '31(1)',
          mark: 'V',
        },
        exclusions: oldTrialExclusions,
        mark: 'V',
        note: '法律规定少于六十日的，从其规定',
      },
      {
        law: 'XF23',
        article: '62(1)',
        trigger: 'accepted',
        span: calendarDays(60),
        given: { unit: 'calendar-days', max: 60 },
        extension: {
          max: 30,
          unit: 'calendar-days',
          approver: '行政复议机构负责人',
          times: 1,
          article: '62(1)',
          mark: 'V',
        },
        exclusions: newTrialExclusions,
        mark: 'V',
        note: '法律规定少于六十日的，从其规定',
      },
    ],
  }),
  /** 延期 — the added days by themselves, at most thirty, from the unrolled end of the sixty. XF17 31; XF23 62(1). */
  timeLimit({
    id: 'reconsideration.decision-extension',
    title: '审理期限延长',
    duty: 'own',
    regime,
    lapse: trialLapse,
    versions: [
      {
        law: 'XF17',
        article: '31(1)',
        trigger: 'base-period-ended',
        given: { unit: 'calendar-days', max: 30 },
        mark: 'V',
        note: '经行政复议机关负责人批准，告知申请人和被申请人',
      },
      {
        law: 'XF23',
        article: '62(1)',
        trigger: 'base-period-ended',
        given: { unit: 'calendar-days', max: 30 },
        mark: 'V',
        note: '经行政复议机构负责人批准，书面告知当事人',
      },
    ],
  }),
  /** 审理期限 — thirty days in the simplified procedure, not extendable. XF23 62(2). */
  timeLimit({
    id: 'reconsideration.decision-simplified',
    title: '审理期限（简易程序）',
    duty: 'own',
    regime,
    lapse: trialLapse,
    note: '转为普通程序的，自受理之日起适用六十日（行政复议法(2023)第55条）',
    versions: [
      {
        law: 'XF23',
        article: '62(2)',
        trigger: 'accepted',
        span: calendarDays(30),
        exclusions: newTrialExclusions,
        mark: 'V',
      },
    ],
  }),
  /** 附带审查 — a norm the office may judge itself is handled in thirty days. XF17 26, 27; XF23 56, 57. */
  timeLimit({
    id: 'reconsideration.norm-handle',
    title: '附带审查（有权处理）',
    duty: 'own',
    regime,
    lapse: '逾期；处理期间主案中止',
    versions: [
      {
        law: 'XF17',
        article: '26',
        also: [{ law: 'XF17', article: '27' }],
        trigger: 'norm-review-started',
        span: calendarDays(30),
        mark: 'V',
      },
      {
        law: 'XF23',
        article: '56',
        also: [
          { law: 'XF23', article: '57' },
          { law: 'XF23', article: '39(1)(九)' },
        ],
        trigger: 'norm-review-started',
        span: calendarDays(30),
        mark: 'V',
      },
    ],
  }),
  /** 附带审查转送 — a norm it may not judge is sent on in seven working days. XF17 26, 27; XF23 56, 57. */
  timeLimit({
    id: 'reconsideration.norm-transfer',
    title: '附带审查（无权处理，转送）',
    duty: 'own',
    regime,
    lapse: '逾期；处理期间主案中止',
    versions: [
      {
        law: 'XF17',
        article: '26',
        also: [{ law: 'XF17', article: '27' }],
        trigger: 'norm-review-started',
        span: workingDays(7),
        mark: 'V',
      },
      {
        law: 'XF23',
        article: '56',
        also: [{ law: 'XF23', article: '57' }],
        trigger: 'norm-review-started',
        span: workingDays(7),
        mark: 'V',
      },
    ],
  }),
  /** 通知制定机关 — the maker of the norm is told within three working days of the suspension. XF23 58. */
  timeLimit({
    id: 'reconsideration.norm-notify-maker',
    title: '通知规范性文件制定机关',
    duty: 'own',
    regime,
    lapse: '内部逾期',
    versions: [{ law: 'XF23', article: '58(1)', trigger: 'suspended', span: workingDays(3), mark: 'V' }],
  }),
  /** 制定机关答复 — the maker answers in ten working days. XF23 58. */
  timeLimit({
    id: 'reconsideration.norm-maker-reply',
    title: '规范性文件制定机关答复',
    duty: 'respondent',
    regime,
    lapse: '法律未规定后果',
    versions: [{ law: 'XF23', article: '58', trigger: 'norm-notice-received', span: workingDays(10), mark: 'V' }],
  }),
  /** 受转送机关处理 — the organ that received the norm handles it in sixty days. XF17 26; XF23 60. */
  timeLimit({
    id: 'reconsideration.norm-receiver-reply',
    title: '接受转送的机关处理',
    duty: 'respondent',
    regime,
    lapse: '主案继续中止',
    versions: [
      { law: 'XF17', article: '26', trigger: 'norm-transfer-received', span: calendarDays(60), mark: 'V' },
      { law: 'XF23', article: '60', trigger: 'norm-transfer-received', span: calendarDays(60), mark: 'V' },
    ],
  }),
  /** 停止执行 — the law sets no number of days. XF17 21; XF23 42. */
  timeLimit({
    id: 'reconsideration.stay-execution',
    title: '停止执行',
    duty: 'own',
    regime,
    lapse: '法律未规定后果',
    versions: [
      { law: 'XF17', article: '21', trigger: 'stay-requested', mark: 'V', note: '可以停止执行' },
      { law: 'XF23', article: '42', trigger: 'stay-requested', mark: 'V', note: '应当停止执行' },
    ],
  }),
] as const;
