import { calendarDays, timeLimit } from '../time-limit';

/**
 * 行政复议法实施条例 — in force since 2007-08-01 and not replaced. Under the law of 2023 it applies only where it does not
 * contradict it, which is our reading: its versions from 2024 carry the mark I unless the law itself says the same.
 */

const regime = 'reconsideration';

export const reconsiderationRegulations = [
  /** 不作为申请期限 — where the organ did nothing, sixty days from the end of its period to act. TL07 16; XF17 9; XF23 20. */
  timeLimit({
    id: 'reconsideration.application-period-inaction',
    title: '不作为案件的申请期限',
    duty: 'party',
    regime,
    lapse: '不予受理；受理后发现的，驳回申请',
    note: '无履行期限规定的，自行政机关收到申请满六十日起算；紧急情况不受此限',
    versions: [
      {
        law: 'XF17',
        article: '9(1)',
        also: [{ law: 'TL07', article: '16' }],
        trigger: 'duty-period-expired',
        span: calendarDays(60),
        exclusions: ['不可抗力或者其他正当理由耽误的时间（行政复议法(2017)第9条第2款）'],
        mark: 'V',
      },
      {
        law: 'XF23',
        article: '20(1)',
        also: [{ law: 'TL07', article: '16' }],
        trigger: 'duty-period-expired',
        span: calendarDays(60),
        exclusions: ['不可抗力或者其他正当理由耽误的时间（行政复议法(2023)第20条第2款）'],
        mark: 'I',
        note: '新法未规定起算日，沿用实施条例第16条',
      },
    ],
  }),
  /** 受理机关协商、指定 — ten days to agree which organ takes the case, ten more for the superior to designate. TL07 30. */
  timeLimit({
    id: 'reconsideration.competence-conflict',
    title: '受理机关协商、指定',
    duty: 'own',
    regime,
    lapse: '协商不成的，由共同上一级机关在十日内指定',
    note: '协商与指定各十日，指定自协商不成之日另行起算；所用时间不计入审理期限',
    versions: [
      {
        law: 'TL07',
        article: '30',
        until: '2023-12-31',
        trigger: 'received-by-several',
        span: calendarDays(10),
        mark: 'V',
      },
      {
        law: 'TL07',
        article: '30',
        from: '2024-01-01',
        trigger: 'received-by-several',
        span: calendarDays(10),
        mark: 'I',
        note: '新法施行后在不抵触的范围内适用',
      },
    ],
  }),
  /** 中止满六十日终止 — death, incapacity or dissolution without a successor ends the case. TL07 42(2); XF23 41(五). */
  timeLimit({
    id: 'reconsideration.suspension-termination',
    title: '中止满六十日终止',
    duty: 'own',
    regime,
    lapse: '行政复议终止，须由行政复议机关决定',
    note: '下落不明不在所列情形之内',
    versions: [
      {
        law: 'TL07',
        article: '42(2)',
        until: '2023-12-31',
        trigger: 'suspended',
        span: calendarDays(60),
        mark: 'V',
        note: '限第41条第1款第(一)至(三)项中止',
      },
      {
        law: 'XF23',
        article: '41(五)',
        trigger: 'suspended',
        span: calendarDays(60),
        mark: 'V',
        note: '限第39条第1款第(一)、(二)、(四)项中止',
      },
    ],
  }),
  /** 责令重新作出 — without a period in the decision or the law, sixty days to act anew. TL07 49; XF23 64. */
  timeLimit({
    id: 'reconsideration.redo',
    title: '责令重新作出行政行为',
    duty: 'respondent',
    regime,
    lapse: '责令限期履行；给予处分（行政复议法(2017)第32条、第37条；行政复议法(2023)第77条、第83条）',
    versions: [
      {
        law: 'TL07',
        article: '49',
        until: '2023-12-31',
        trigger: 'decision-served-on-respondent',
        span: calendarDays(60),
        given: { unit: 'calendar-days' },
        mark: 'I',
        note: '起算日条例未写明，按送达被申请人之日',
      },
      {
        law: 'TL07',
        article: '49',
        from: '2024-01-01',
        also: [{ law: 'XF23', article: '64' }],
        trigger: 'decision-served-on-respondent',
        span: calendarDays(60),
        given: { unit: 'calendar-days' },
        mark: 'I',
        note: '决定书载明期限的从其载明；未载明的沿用实施条例',
      },
    ],
  }),
] as const;
