import { calendarDays, months, timeLimit, years } from '../time-limit';

/** 民事诉讼法 — judicial confirmation of mediation agreements, with its interpretation and the rules of 2011. */

const regime = 'civil-procedure';
const byCourtPresident = (article: string, max?: number) =>
  ({ max, unit: 'calendar-days', approver: '本院院长', times: 1, article, mark: 'V' }) as const;

export const civilProcedureLaw = [
  /** 司法确认受理 — three days to take the application. QR11 4. */
  timeLimit({
    id: 'mediation.confirm-docket',
    title: '司法确认申请受理',
    duty: 'court',
    regime,
    lapse: '法律未规定后果',
    versions: [{ law: 'QR11', article: '4', trigger: 'confirmation-applied', span: calendarDays(3), mark: 'V' }],
  }),
  /** 司法确认决定（旧规定） — fifteen days, shown only as an internal target beside the special procedure. QR11 5. */
  timeLimit({
    id: 'mediation.confirm-decide-legacy',
    title: '司法确认决定（2011年规定）',
    duty: 'court',
    regime,
    lapse: '法律未规定后果',
    versions: [
      {
        law: 'QR11',
        article: '5',
        trigger: 'confirmation-accepted',
        span: calendarDays(15),
        extension: byCourtPresident('5', 10),
        mark: 'V',
      },
    ],
  }),
  /** 司法确认裁定 — thirty days in the special procedure. MS17 180; MS21, MS23 187. */
  timeLimit({
    id: 'mediation.confirm-decide',
    title: '司法确认裁定（特别程序）',
    duty: 'court',
    regime,
    lapse: '法律未规定后果',
    versions: [
      {
        law: 'MS17',
        article: '180',
        trigger: 'confirmation-accepted',
        span: calendarDays(30),
        extension: byCourtPresident('180'),
        mark: 'M',
      },
      {
        law: 'MS21',
        article: '187',
        trigger: 'confirmation-accepted',
        span: calendarDays(30),
        extension: byCourtPresident('187'),
        mark: 'V',
      },
      {
        law: 'MS23',
        article: '187',
        trigger: 'confirmation-accepted',
        span: calendarDays(30),
        extension: byCourtPresident('187'),
        mark: 'V',
      },
    ],
  }),
  /** 司法确认异议 — a party objects within fifteen days. MJ22 372, before 2022-04-10 MJ20 374. */
  timeLimit({
    id: 'mediation.confirm-objection',
    title: '对司法确认裁定的异议（当事人）',
    duty: 'party',
    regime,
    lapse: '丧失异议权',
    versions: [
      {
        law: 'MJ20',
        article: '374(2)',
        trigger: 'confirmation-ruling-received',
        span: calendarDays(15),
        mark: 'M',
      },
      {
        law: 'MJ22',
        article: '372(2)',
        trigger: 'confirmation-ruling-received',
        span: calendarDays(15),
        mark: 'V',
      },
    ],
  }),
  /** 司法确认异议 — an interested third person within six months of knowing the harm. MJ22 372, before that MJ20 374. */
  timeLimit({
    id: 'mediation.confirm-objection-third-party',
    title: '对司法确认裁定的异议（利害关系人）',
    duty: 'party',
    regime,
    lapse: '丧失异议权',
    versions: [
      { law: 'MJ20', article: '374(2)', trigger: 'harm-known', span: months(6), mark: 'M' },
      { law: 'MJ22', article: '372(2)', trigger: 'harm-known', span: months(6), mark: 'V' },
    ],
  }),
  /** 申请执行 — two years from the end of the period for performance. MS17 239; MS21 246; MS23 250. */
  timeLimit({
    id: 'mediation.confirm-execution',
    title: '申请执行经确认的调解协议',
    duty: 'party',
    regime,
    lapse: '丧失申请执行的权利',
    note: '时效中止、中断适用诉讼时效的规定',
    versions: [
      { law: 'MS17', article: '239', trigger: 'performance-period-ended', span: years(2), mark: 'M' },
      { law: 'MS21', article: '246', trigger: 'performance-period-ended', span: years(2), mark: 'V' },
      { law: 'MS23', article: '250', trigger: 'performance-period-ended', span: years(2), mark: 'V' },
    ],
  }),
] as const;
