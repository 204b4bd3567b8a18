import { calendarDays, timeLimit } from '../time-limit';

/** 劳动争议调解仲裁法. */

export const labourDisputeLaw = [
  /** 劳动争议调解期限 — no agreement in fifteen days opens the way to arbitration. LD07 14(3). */
  timeLimit({
    id: 'mediation.period-labour',
    title: '劳动争议调解期限',
    duty: 'own',
    regime: 'civil-code',
    lapse: '当事人可以依法申请仲裁',
    versions: [
      { law: 'LD07', article: '14(3)', trigger: 'mediation-request-received', span: calendarDays(15), mark: 'V' },
    ],
  }),
] as const;
