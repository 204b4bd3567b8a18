import { calendarDays, timeLimit, workingDays } from '../time-limit';

/** 特邀调解规定、在线调解规则 — cases that a court hands to a mediation organisation, before or after docketing. */

const regime = 'civil-procedure';
const extension = {
  unit: 'calendar-days',
  approver: '各方当事人',
  article: '27',
  mark: 'V',
} as const;
const also = [{ law: 'ZX21', article: '24' }] as const;

export const courtReferredMediation = [
  /** 受理 — 人民调解法 sets no number; on the courts' platform a referral is confirmed in three working days. TJ10 17; ZX21 12. */
  timeLimit({
    id: 'mediation.accept',
    title: '调解受理',
    duty: 'own',
    regime,
    lapse: '无法律后果；一方明确拒绝的不得调解（人民调解法(2010)第17条）',
    note: '三个工作日只约束法院调解平台委派、委托的案件',
    versions: [
      {
        law: 'TJ10',
        article: '17',
        until: '2021-12-31',
        trigger: 'mediation-applied',
        mark: 'V',
      },
      {
        law: 'ZX21',
        article: '12',
        trigger: 'mediation-applied',
        span: workingDays(3),
        mark: 'V',
        note: '法院调解平台案件的确认期限',
      },
    ],
  }),
  /** 委派调解 — thirty days before docketing. TY16 27; ZX21 24. */
  timeLimit({
    id: 'mediation.period-court-assigned',
    title: '委派调解期限（立案前）',
    duty: 'own',
    regime,
    lapse: '退回法院',
    versions: [
      { law: 'TY16', article: '27', also, trigger: 'court-file-signed', span: calendarDays(30), extension, mark: 'V' },
    ],
  }),
  /** 委托调解 — fifteen days after docketing, ordinary procedure. TY16 27; ZX21 24. */
  timeLimit({
    id: 'mediation.period-court-entrusted',
    title: '委托调解期限（立案后，普通程序）',
    duty: 'own',
    regime,
    lapse: '退回法院',
    note: '延长的调解期限不计入审理期限',
    versions: [
      { law: 'TY16', article: '27', also, trigger: 'court-file-signed', span: calendarDays(15), extension, mark: 'V' },
    ],
  }),
  /** 委托调解 — seven days after docketing, simplified procedure. TY16 27; ZX21 24. */
  timeLimit({
    id: 'mediation.period-court-entrusted-simplified',
    title: '委托调解期限（立案后，简易程序）',
    duty: 'own',
    regime,
    lapse: '退回法院',
    note: '延长的调解期限不计入审理期限',
    versions: [
      { law: 'TY16', article: '27', also, trigger: 'court-file-signed', span: calendarDays(7), extension, mark: 'V' },
    ],
  }),
] as const;
