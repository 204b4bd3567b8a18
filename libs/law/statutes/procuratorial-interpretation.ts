import { calendarDays, months, timeLimit } from '../time-limit';

/** 检察公益诉讼解释 — an organ answers a procuratorial recommendation, or faces a public-interest suit. GY20 21. */

const regime = 'administrative-litigation';
const lapse = '检察院可以提起行政公益诉讼';

export const procuratorialInterpretation = [
  /** 检察建议回复 — two months to act and to reply in writing. GY20 21. */
  timeLimit({
    id: 'litigation.procuratorial-reply',
    title: '检察建议回复',
    duty: 'own',
    regime,
    lapse,
    versions: [{ law: 'GY20', article: '21', trigger: 'procuratorial-advice-received', span: months(2), mark: 'V' }],
  }),
  /** 检察建议回复（紧急） — fifteen days where the harm keeps growing. GY20 21. */
  timeLimit({
    id: 'litigation.procuratorial-reply-urgent',
    title: '检察建议回复（紧急情形）',
    duty: 'own',
    regime,
    lapse,
    versions: [
      { law: 'GY20', article: '21', trigger: 'procuratorial-advice-received', span: calendarDays(15), mark: 'V' },
    ],
  }),
] as const;
