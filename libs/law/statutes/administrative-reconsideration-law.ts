import { calendarDays, timeLimit, workingDays, years } from '../time-limit';

/**
 * 行政复议法 — the law of 1999 as amended to 2017, and the revision in force from 2024-01-01: applying, accepting, and what
 * follows the decision. The trial is in administrative-reconsideration-trial.ts.
 */

const regime = 'reconsideration';

export const reconsiderationOpening = [
  /** 申请期限 — an applicant must apply within sixty days of knowing of the act. XF17 9; XF23 20(1). */
  timeLimit({
    id: 'reconsideration.application-period',
    title: '行政复议申请期限',
    duty: 'party',
    regime,
    lapse: '不予受理；受理后发现的，驳回申请',
    note: '起算日按行政复议法实施条例(2007)第15条所列送达方式确定',
    versions: [
      {
        law: 'XF17',
        article: '9(1)',
        also: [{ law: 'TL07', article: '15' }],
        trigger: 'act-known',
        span: calendarDays(60),
        given: { unit: 'calendar-days' },
        exclusions: ['不可抗力或者其他正当理由耽误的时间（行政复议法(2017)第9条第2款）'],
        mark: 'V',
        note: '法律规定的申请期限超过六十日的，从其规定',
      },
      {
        law: 'XF23',
        article: '20(1)',
        also: [{ law: 'TL07', article: '15' }],
        trigger: 'act-known',
        span: calendarDays(60),
        given: { unit: 'calendar-days' },
        exclusions: ['不可抗力或者其他正当理由耽误的时间（行政复议法(2023)第20条第2款）'],
        mark: 'V',
        note: '法律规定的申请期限超过六十日的，从其规定',
      },
    ],
  }),
  /** 未告知最长期限 — uninformed of the remedy, a year from knowing what the act says. XF23 20(3). */
  timeLimit({
    id: 'reconsideration.application-uninformed-cap',
    title: '未告知复议权利时的最长申请期限',
    duty: 'party',
    regime,
    lapse: '逾期，不予受理',
    versions: [
      {
        law: 'XF23',
        article: '20(3)',
        trigger: 'act-content-known',
        span: years(1),
        exclusions: ['不可抗力或者其他正当理由耽误的时间（行政复议法(2023)第20条第2款）'],
        mark: 'V',
      },
    ],
  }),
  /** 最长保护期限 — five years from the act, whatever the applicant knew. XF23 21. */
  timeLimit({
    id: 'reconsideration.application-longstop',
    title: '最长保护期限（不动产以外）',
    duty: 'party',
    regime,
    fixed: true,
    lapse: '不予受理',
    versions: [{ law: 'XF23', article: '21', trigger: 'act-made', span: years(5), mark: 'V' }],
  }),
  /** 最长保护期限 — twenty years where the act concerns real estate. XF23 21. */
  timeLimit({
    id: 'reconsideration.application-longstop-real-estate',
    title: '最长保护期限（不动产）',
    duty: 'party',
    regime,
    fixed: true,
    lapse: '不予受理',
    versions: [{ law: 'XF23', article: '21', trigger: 'act-made', span: years(20), mark: 'V' }],
  }),
  /** 受理审查 — five working days to accept or refuse. XF17 17, 40; XF23 30, 88. */
  timeLimit({
    id: 'reconsideration.acceptance-review',
    title: '受理审查',
    duty: 'own',
    regime,
    lapse: '旧法：自收到之日即为受理；新法：视为受理',
    note: '补正的，自收到补正材料起另行审查（行政复议法(2023)第31条第3款）',
    versions: [
      { law: 'XF17', article: '17(1)', trigger: 'organ-received', span: workingDays(5), mark: 'V' },
      { law: 'XF23', article: '30(1)', trigger: 'organ-received', span: workingDays(5), mark: 'V' },
    ],
  }),
  /** 视为受理 — silence accepts the application on the day the review period ends. XF23 30(3). */
  timeLimit({
    id: 'reconsideration.deemed-acceptance',
    title: '视为受理',
    duty: 'system',
    regime,
    lapse: '审查期限届满之日为受理之日，受理后的各项期限随之起算',
    versions: [
      {
        law: 'XF23',
        article: '30(3)',
        trigger: 'acceptance-review-expired',
        span: workingDays(0),
        mark: 'V',
        note: '旧法以收到之日为受理之日（行政复议法(2017)第17条第2款），无此情形',
      },
    ],
  }),
  /** 补正通知 — what is missing must be asked for at once. TL07 29; XF23 31(1). */
  timeLimit({
    id: 'reconsideration.correction-notice',
    title: '补正通知',
    duty: 'own',
    regime,
    lapse: '不得再以未列明的缺漏为由不予受理',
    versions: [
      {
        law: 'TL07',
        article: '29',
        until: '2023-12-31',
        trigger: 'organ-received',
        span: workingDays(5),
        unitBySetting: 'oldLawCorrectionDays',
        mark: 'I',
        note: '条例未写明工作日，按实务以工作日计，可设置',
      },
      {
        law: 'XF23',
        article: '31(1)',
        trigger: 'organ-received',
        span: workingDays(5),
        mark: 'V',
        note: '应当一次性载明补正事项',
      },
    ],
  }),
  /** 补正期限 — ten working days to complete the application. XF23 31(2). */
  timeLimit({
    id: 'reconsideration.correction-reply',
    title: '补正期限',
    duty: 'party',
    regime,
    lapse: '无正当理由逾期不补正的，视为放弃申请，记录在案',
    versions: [
      {
        law: 'TL07',
        article: '29',
        until: '2023-12-31',
        trigger: 'correction-notice-received',
        given: { unit: 'calendar-days' },
        mark: 'V',
        note: '以补正通知确定的合理期限为准',
      },
      {
        law: 'XF23',
        article: '31(2)',
        trigger: 'correction-notice-received',
        span: workingDays(10),
        extension: { unit: 'working-days', approver: '行政复议机关', article: '31(2)', mark: 'V' },
        mark: 'V',
      },
    ],
  }),
  /** 补正后审查 — the review begins anew with the corrected material. XF23 31(3). */
  timeLimit({
    id: 'reconsideration.review-after-correction',
    title: '补正后的受理审查',
    duty: 'own',
    regime,
    lapse: '新法：视为受理',
    versions: [
      {
        law: 'TL07',
        article: '29',
        until: '2023-12-31',
        trigger: 'corrected',
        given: { unit: 'working-days', max: 5 },
        mark: 'I',
        note: '为受理审查期限的剩余天数；补正时间不计入审理期限',
      },
      {
        law: 'XF23',
        article: '31(3)',
        also: [{ law: 'XF23', article: '30' }],
        trigger: 'corrected',
        span: workingDays(5),
        mark: 'V',
      },
    ],
  }),
  /** 县级政府转送 — an application that belongs elsewhere is sent on. XF17 15(2), 18; abolished in 2024. */
  timeLimit({
    id: 'reconsideration.county-forward',
    title: '县级人民政府转送复议申请',
    duty: 'own',
    regime,
    lapse: '依法给予处分（行政复议法(2017)第34条）',
    versions: [{ law: 'XF17', article: '18', trigger: 'county-received', span: workingDays(7), mark: 'V' }],
  }),
  /** 处罚机关转送 — the organ that fined on the spot or by camera passes the application on. XF23 32(2). */
  timeLimit({
    id: 'reconsideration.penalty-organ-forward',
    title: '作出处罚的机关转送复议申请',
    duty: 'respondent',
    regime,
    lapse: '受理审查期限自行政复议机关收到之日起算',
    versions: [{ law: 'XF23', article: '32(2)', trigger: 'penalty-organ-received', span: workingDays(5), mark: 'V' }],
  }),
] as const;

export const reconsiderationClosing = [
  /** 送达 — no number of days; the decision takes effect on service. XF17 31(3); XF23 75. */
  timeLimit({
    id: 'reconsideration.decision-service',
    title: '复议决定送达',
    duty: 'own',
    regime,
    lapse: '送达时发生法律效力',
    versions: [
      { law: 'XF17', article: '31(3)', trigger: 'decision-made', mark: 'V' },
      {
        law: 'XF23',
        article: '75',
        also: [{ law: 'XF23', article: '79(2)' }],
        trigger: 'decision-made',
        mark: 'V',
        note: '并抄告被申请人的上一级主管部门',
      },
    ],
  }),
  /** 履行复议决定 — within the time the decision sets. XF17 28, 32; XF23 77. */
  timeLimit({
    id: 'reconsideration.perform',
    title: '履行复议决定',
    duty: 'respondent',
    regime,
    lapse: '责令限期履行；新法并可约谈、通报批评',
    versions: [
      {
        law: 'XF17',
        article: '32',
        also: [{ law: 'XF17', article: '28' }],
        trigger: 'performance-day',
        given: { unit: 'calendar-days' },
        mark: 'V',
      },
      {
        law: 'XF23',
        article: '77',
        trigger: 'performance-day',
        given: { unit: 'calendar-days' },
        mark: 'V',
        note: '调解书、意见书同',
      },
    ],
  }),
  /** 意见书整改反馈 — sixty days to report on a reconsideration opinion. TL07 57(1); XF23 76. */
  timeLimit({
    id: 'reconsideration.opinion-report',
    title: '行政复议意见书整改反馈',
    duty: 'respondent',
    regime,
    lapse: '新法：责令限期履行（行政复议法(2023)第77条）',
    versions: [
      {
        law: 'TL07',
        article: '57(1)',
        until: '2023-12-31',
        trigger: 'opinion-received',
        span: calendarDays(60),
        mark: 'V',
        note: '向行政复议机构通报',
      },
      {
        law: 'XF23',
        article: '76',
        trigger: 'opinion-received',
        span: calendarDays(60),
        mark: 'V',
        note: '向行政复议机关报送',
      },
    ],
  }),
  /** 不服复议起诉 — fifteen days to sue after the decision. XS17 45; XF23 34 where reconsideration must come first. */
  timeLimit({
    id: 'reconsideration.sue-after-decision',
    title: '不服复议决定的起诉期限',
    duty: 'party',
    regime: 'administrative-litigation',
    lapse: '丧失起诉权',
    versions: [
      {
        law: 'XS17',
        article: '45',
        also: [
          { law: 'XF23', article: '34' },
          { law: 'PC22', article: '17' },
        ],
        trigger: 'decision-received',
        span: calendarDays(15),
        given: { unit: 'calendar-days' },
        exclusions: ['非自身原因耽误的时间（行政诉讼法(2017)第48条）'],
        mark: 'V',
        note: '法律另有规定的除外',
      },
    ],
  }),
  /** 逾期不答复起诉 — fifteen days to sue when no decision came. XF17 19; XF23 34; XS17 45. */
  timeLimit({
    id: 'reconsideration.sue-after-silence',
    title: '复议逾期不作决定的起诉期限',
    duty: 'party',
    regime: 'administrative-litigation',
    lapse: '丧失起诉权',
    versions: [
      {
        law: 'XS17',
        article: '45',
        also: [
          { law: 'XF17', article: '19' },
          { law: 'XF23', article: '34' },
        ],
        trigger: 'review-period-expired',
        span: calendarDays(15),
        given: { unit: 'calendar-days' },
        exclusions: ['非自身原因耽误的时间（行政诉讼法(2017)第48条）'],
        mark: 'V',
      },
    ],
  }),
] as const;
