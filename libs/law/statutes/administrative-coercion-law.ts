import { months, timeLimit } from '../time-limit';

/** 行政强制法 — an organ without power of enforcement asks the court. A demand (催告) and ten working days come first (54). */

export const administrativeCoercionLaw = [
  /** 申请法院强制执行 — three months from the end of both remedy periods. QZ11 53; SJ18 156. */
  timeLimit({
    id: 'reconsideration.enforce-application',
    title: '复议案件申请法院强制执行',
    duty: 'own',
    regime: 'administrative-litigation',
    lapse: '法院不予受理（适用行政诉讼法解释(2018)第156条）',
    note: '申请前须催告，催告书送达十个工作日后方可申请（行政强制法(2011)第54条、第69条）',
    versions: [
      {
        law: 'QZ11',
        article: '53',
        also: [{ law: 'SJ18', article: '156' }],
        trigger: 'remedy-period-expired',
        span: months(3),
        mark: 'V',
      },
    ],
  }),
  /** 非诉执行 — the same three months where there was no suit. XS17 97; QZ11 53; SJ18 156. */
  timeLimit({
    id: 'litigation.nonlitigation-execution',
    title: '申请非诉执行',
    duty: 'own',
    regime: 'administrative-litigation',
    lapse: '法院不予受理（适用行政诉讼法解释(2018)第156条）',
    note: '申请前须催告，催告书送达十个工作日后方可申请（行政强制法(2011)第54条、第69条）',
    versions: [
      {
        law: 'QZ11',
        article: '53',
        also: [
          { law: 'XS17', article: '97' },
          { law: 'SJ18', article: '156' },
        ],
        trigger: 'remedy-period-expired',
        span: months(3),
        mark: 'V',
      },
    ],
  }),
] as const;
