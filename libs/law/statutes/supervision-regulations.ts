import { timeLimit } from '../time-limit';

/** 政府督查工作条例 — an organ that is supervised answers within the time the order gives. */
export const supervisionRegulations = [
  /** 督办答复 — by the day named in the order; the regulations fix no number of days. DC20 20. */
  timeLimit({
    id: 'supervision.reply',
    title: '督办答复',
    duty: 'own',
    regime: 'civil-code',
    lapse: '可以再次督办、约谈、通报',
    versions: [
      {
        law: 'DC20',
        article: '20',
        trigger: 'supervision-ordered',
        given: { unit: 'calendar-days' },
        mark: 'M',
        note: '答复期限由督办单载明',
      },
    ],
  }),
] as const;
