/** What people type in at the opening of a file, and what the clerk answered when it would not. */
import type { Day } from '@anjuan/law';
import { type Office, Refused } from '@test/office';

type Fields = Readonly<Record<string, unknown>>;
interface Party {
  readonly role: string;
  readonly kind: 'natural' | 'legal' | 'organ';
  readonly name: string;
}

export const applicant = (name: string): Party => ({ role: 'applicant', kind: 'natural', name });
export const thirdParty = (name: string): Party => ({ role: 'third-party', kind: 'natural', name });
const police: Party = { role: 'respondent', kind: 'organ', name: '测试县公安局' };

/** A fine of the county's police, brought in on that day to organ and office alike; `more` replaces what differs. */
export const application = (day: Day, applicants: readonly Party[] = [applicant('张三')], more: Fields = {}) => ({
  channel: 'counter',
  matter: 'penalty',
  field: 'police',
  respondent_level: 'county-department',
  organ_received_on: day,
  parties: [...applicants, police],
  claims: '撤销行政处罚决定',
  ...more,
});

export const receive = (office: Office, day: Day, applicants?: readonly Party[], more?: Fields) =>
  office.as('reconsideration-officer').receives('reconsideration', 'receive', day, application(day, applicants, more));

/** Ordinary procedure needs two reviewers: the officer and the head of the office. */
export const ordinary = (office: Office) => ({
  track: 'ordinary',
  second_reviewer: office.home.people['reconsideration-head'],
});

/** An application received and accepted on one day, in ordinary procedure. */
export async function accepted(office: Office, day: Day, applicants?: readonly Party[]) {
  const file = await receive(office, day, applicants);
  await file.does('accept', ordinary(office));
  return file;
}

/** A quarrel between neighbours; `more` replaces what differs. */
export const dispute = (more: Fields = {}) => ({
  parties: [
    { role: 'applicant', kind: 'natural', name: '赵大' },
    { role: 'respondent', kind: 'natural', name: '钱二' },
  ],
  origin: 'applied',
  dispute_type: 'neighbour',
  summary: '排水沟堵塞，雨水倒灌邻家院落',
  ...more,
});

/** A suit against the county's government over a fine; `more` replaces what differs. */
export const suit = (more: Fields = {}) => ({
  parties: [
    { role: 'plaintiff', kind: 'natural', name: '孙三' },
    { role: 'defendant', kind: 'organ', name: '测试县人民政府' },
  ],
  defendant: 'own-government',
  standing: 'sole',
  cause: 'penalty',
  court: '测试市中级人民法院',
  ...more,
});

const isRecord = (v: unknown): v is Fields => typeof v === 'object' && v !== null && !Array.isArray(v);

async function problemOf(attempt: Promise<unknown>): Promise<Refused> {
  const outcome: unknown = await attempt.then(
    () => new Error('it was not refused'),
    (error: unknown) => error,
  );
  if (outcome instanceof Refused) return outcome;
  throw outcome;
}

/** What the refusals (422) say, in order. */
export async function told(attempt: Promise<unknown>): Promise<string[]> {
  const { status, problem } = await problemOf(attempt);
  if (status !== 422 || !Array.isArray(problem.refusals)) throw new Error(`${status} ${JSON.stringify(problem)}`);
  const reasons: readonly unknown[] = problem.refusals;
  return reasons.map((reason) => (isRecord(reason) ? String(reason.message) : ''));
}

/** The guards that refused (422), all of them, in order; each told why and under which article. */
export async function refusals(attempt: Promise<unknown>): Promise<string[]> {
  const { status, problem } = await problemOf(attempt);
  if (status !== 422 || !Array.isArray(problem.refusals)) throw new Error(`${status} ${JSON.stringify(problem)}`);
  const reasons: readonly unknown[] = problem.refusals;
  return reasons.map((reason) => {
    if (!isRecord(reason) || !/\p{Script=Han}/u.test(String(reason.message)) || !reason.article)
      throw new Error(`a refusal without reason or article: ${JSON.stringify(reason)}`);
    return String(reason.guard);
  });
}

/** The one sentence of the one refusal. */
export async function whyNot(attempt: Promise<unknown>): Promise<unknown> {
  const { problem } = await problemOf(attempt);
  const reasons: readonly unknown[] = Array.isArray(problem.refusals) ? problem.refusals : [];
  const [only, ...others] = reasons;
  if (!isRecord(only) || others.length > 0) throw new Error(`not one refusal: ${JSON.stringify(problem)}`);
  return only.message;
}

/** Mistakes in fields (400), written `field: rule`. */
export async function mistakes(attempt: Promise<unknown>): Promise<string[]> {
  const { status, problem } = await problemOf(attempt);
  if (status !== 400 || !Array.isArray(problem.errors)) throw new Error(`${status} ${JSON.stringify(problem)}`);
  const errors: readonly unknown[] = problem.errors;
  return errors.map((e) => (isRecord(e) ? `${e.field}: ${e.rule}` : String(e)));
}
