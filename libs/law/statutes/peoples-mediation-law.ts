import { calendarDays, months, timeLimit } from '../time-limit';

/** 人民调解法 — with the ministry's rules of 2002 on the work of mediation committees. */

const regime = 'civil-code';

export const peoplesMediationLaw = [
  /** 调解期限 — mediation is usually ended within a month; nothing lapses in law. GD02 33. */
  timeLimit({
    id: 'mediation.period',
    title: '调解期限',
    duty: 'own',
    regime,
    lapse: '无法律后果；提示终止调解或者经同意延长',
    versions: [
      {
        law: 'GD02',
        article: '33',
        trigger: 'mediation-accepted',
        span: months(1),
        extension: { unit: 'calendar-days', approver: '各方当事人（依地方规定）', article: '33', mark: 'I' },
        mark: 'V',
        note: '原文为“一般”，属提示性期限',
      },
    ],
  }),
  /** 分派 — local rules give a referral to a mediator within so many working days; the law says who chooses, not when. TJ10 19. */
  timeLimit({
    id: 'mediation.dispatch',
    title: '分派调解员',
    duty: 'own',
    regime,
    lapse: '无法律后果；列入分派督办',
    versions: [
      {
        law: 'TJ10',
        article: '19',
        trigger: 'mediation-applied',
        given: { unit: 'working-days' },
        mark: 'I',
        note: '法律未规定期限，天数由地方规定确定（如三个工作日），未设置的不计',
      },
    ],
  }),
  /** 回复移送单位 — the organ that sent a dispute is told how it ended; the days are a local rule. TJ10 18. */
  timeLimit({
    id: 'mediation.referral-reply',
    title: '回复移送单位',
    duty: 'own',
    regime,
    lapse: '无法律后果',
    versions: [
      {
        law: 'TJ10',
        article: '18',
        trigger: 'mediation-ended',
        given: { unit: 'working-days' },
        mark: 'I',
        note: '法律未规定期限，天数由对接机制的地方规定确定，未设置的不计',
      },
    ],
  }),
  /** 书面协议生效 — on the day the last signature or seal is put. TJ10 29(2). */
  timeLimit({
    id: 'mediation.agreement-effective-written',
    title: '书面调解协议生效',
    duty: 'system',
    regime,
    lapse: '司法确认申请期限随之起算',
    versions: [{ law: 'TJ10', article: '29(2)', trigger: 'agreement-completed', span: calendarDays(0), mark: 'V' }],
  }),
  /** 口头协议生效 — on the day the parties agree. TJ10 30. */
  timeLimit({
    id: 'mediation.agreement-effective-oral',
    title: '口头调解协议生效',
    duty: 'system',
    regime,
    lapse: '司法确认申请期限随之起算',
    versions: [{ law: 'TJ10', article: '30', trigger: 'oral-agreement-reached', span: calendarDays(0), mark: 'V' }],
  }),
  /** 协议履行 — on the dates the agreement sets; each instalment is a clock of its own. TJ10 31. */
  timeLimit({
    id: 'mediation.performance',
    title: '调解协议履行',
    duty: 'party',
    regime,
    lapse: '可以就协议起诉（人民调解法(2010)第32条）；经确认的可以申请执行',
    versions: [
      {
        law: 'TJ10',
        article: '31(1)',
        trigger: 'agreement-due-day',
        given: { unit: 'calendar-days' },
        mark: 'V',
      },
    ],
  }),
  /** 回访 — committees supervise performance; the law sets no number, fifteen days is our suggestion. TJ10 31(2). */
  timeLimit({
    id: 'mediation.follow-up',
    title: '回访',
    duty: 'own',
    regime,
    lapse: '无法律后果',
    versions: [
      {
        law: 'TJ10',
        article: '31(2)',
        also: [{ law: 'GD02', article: '36' }],
        trigger: 'agreement-performance-day',
        span: calendarDays(15),
        given: { unit: 'calendar-days' },
        mark: 'I',
        note: '法律仅规定督促履行、适时回访，十五日为建议值，可设置',
      },
    ],
  }),
  /** 申请司法确认 — both parties together, within thirty days of the agreement taking effect. TJ10 33. */
  timeLimit({
    id: 'mediation.confirm-apply',
    title: '申请司法确认',
    duty: 'party',
    regime: 'civil-procedure',
    lapse: '不得再申请司法确认，仍可就协议起诉',
    versions: [
      {
        law: 'TJ10',
        article: '33(1)',
        also: [
          { law: 'MS21', article: '201' },
          { law: 'MS23', article: '205' },
        ],
        trigger: 'agreement-effective',
        span: calendarDays(30),
        mark: 'V',
        note: '由各方当事人共同申请',
      },
    ],
  }),
] as const;
