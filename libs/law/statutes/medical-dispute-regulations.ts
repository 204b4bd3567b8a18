import { timeLimit, workingDays } from '../time-limit';

/** 医疗纠纷预防和处理条例. */

export const medicalDisputeRegulations = [
  /** 医疗纠纷调解期限 — thirty working days, written as 工作日; an appraisal does not count. YL18 38. */
  timeLimit({
    id: 'mediation.period-medical',
    title: '医疗纠纷调解期限',
    duty: 'own',
    regime: 'civil-code',
    lapse: '视为调解不成',
    versions: [
      {
        law: 'YL18',
        article: '38',
        trigger: 'mediation-accepted',
        span: workingDays(30),
        extension: { unit: 'working-days', approver: '调解委员会和医患双方', article: '38', mark: 'V' },
        exclusions: ['鉴定时间（医疗纠纷预防和处理条例(2018)第38条）'],
        mark: 'V',
      },
    ],
  }),
] as const;
