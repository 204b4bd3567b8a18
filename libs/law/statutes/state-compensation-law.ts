import { calendarDays, months, timeLimit, years } from '../time-limit';

/** 国家赔偿法 — administrative compensation: a request to the organ, its decision, suit, and payment. */

export const stateCompensationLaw = [
  /** 请求时效 — two years from knowing of the harmful act. GP12 39(1); PC22 15. */
  timeLimit({
    id: 'compensation.request',
    title: '请求国家赔偿的时效',
    duty: 'party',
    regime: 'civil-code',
    lapse: '丧失请求权',
    versions: [
      {
        law: 'GP12',
        article: '39(1)',
        also: [{ law: 'PC22', article: '15' }],
        trigger: 'damage-known',
        span: years(2),
        exclusions: ['被羁押等限制人身自由期间（国家赔偿法(2012)第39条第1款）'],
        mark: 'V',
      },
    ],
  }),
  /** 赔偿决定 — the organ decides within two months. GP12 13(1). */
  timeLimit({
    id: 'compensation.decision',
    title: '作出赔偿决定',
    duty: 'own',
    regime: 'civil-code',
    lapse: '请求人可以起诉',
    versions: [{ law: 'GP12', article: '13(1)', trigger: 'compensation-request-received', span: months(2), mark: 'V' }],
  }),
  /** 赔偿决定送达 — ten days after the decision. GP12 13(2), (3). */
  timeLimit({
    id: 'compensation.service',
    title: '赔偿决定送达',
    duty: 'own',
    regime: 'civil-code',
    lapse: '内部逾期',
    versions: [{ law: 'GP12', article: '13', trigger: 'compensation-decided', span: calendarDays(10), mark: 'V' }],
  }),
  /** 赔偿起诉 — three months after the decision or after the organ's silence. GP12 14. */
  timeLimit({
    id: 'compensation.suit',
    title: '行政赔偿起诉期限',
    duty: 'party',
    regime: 'administrative-litigation',
    lapse: '丧失起诉权',
    note: '仅就复议决定中的赔偿部分起诉的，为送达之日起十五日（行政赔偿案件规定(2022)第17条）',
    versions: [{ law: 'GP12', article: '14', trigger: 'compensation-decided-or-expired', span: months(3), mark: 'V' }],
  }),
  /** 支付申请 — the organ asks the finance department within seven days. GP12 37(3). */
  timeLimit({
    id: 'compensation.payment-request',
    title: '向财政部门提出支付申请',
    duty: 'own',
    regime: 'civil-code',
    lapse: '内部逾期',
    versions: [{ law: 'GP12', article: '37', trigger: 'payment-request-received', span: calendarDays(7), mark: 'V' }],
  }),
  /** 支付赔偿金 — the finance department pays within fifteen days. GP12 37(3). */
  timeLimit({
    id: 'compensation.payment',
    title: '财政部门支付赔偿金',
    duty: 'respondent',
    regime: 'civil-code',
    lapse: '内部逾期',
    versions: [{ law: 'GP12', article: '37', trigger: 'finance-request-received', span: calendarDays(15), mark: 'V' }],
  }),
] as const;
