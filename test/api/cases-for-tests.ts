import type { Day } from '@anjuan/law';
import type { Office } from '@test/office';

/** Fields of a dispute as a mediator registers it. */
export const dispute = (applicant: string, respondent = '李四') => ({
  parties: [
    { role: 'applicant', kind: 'natural', name: applicant },
    { role: 'respondent', kind: 'natural', name: respondent },
  ],
  origin: 'applied',
  dispute_type: 'neighbour',
  summary: '相邻通行纠纷',
});

/** Fields of an application for reconsideration, received by organ and office on one day. */
export const application = (applicant: string, day: Day) => ({
  channel: 'counter',
  matter: 'penalty',
  field: 'police',
  respondent_level: 'county-department',
  organ_received_on: day,
  parties: [
    { role: 'applicant', kind: 'natural', name: applicant },
    { role: 'respondent', kind: 'organ', name: '测试县公安局' },
  ],
  claims: '撤销行政处罚决定',
});

export const register = (office: Office, applicant: string, day: Day, respondent?: string) =>
  office.as('mediator').receives('mediation', 'register', day, dispute(applicant, respondent));
