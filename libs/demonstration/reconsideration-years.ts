/** Reconsideration files as scripts: how each went and when; the clerk makes cases of them. */

import {
  fields as administrations,
  channels,
  type decisionOutcomes,
  matters,
  respondentLevels,
  type withdrawalReasons,
} from '@anjuan/cases/reconsideration';
import type { CaseScript, PartyInput, ScriptStep } from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import { addDays, type Day } from '@anjuan/law';
import { uuidv7 } from '@anjuan/platform';
import type { Chance } from './chance';
import type { County } from './county';
import { claims, companyName, natural } from './names';

/** How a file ended; `open` has not ended yet. */
export type ReviewEnd =
  | { readonly end: 'open' }
  | { readonly end: 'refused' | 'redirected' | 'withdrawn-before' | 'settled-before' }
  | { readonly end: 'mediated' | 'terminated' }
  | { readonly end: 'withdrawn' | 'settled-withdrawn'; readonly reason: keyof typeof withdrawalReasons }
  | { readonly end: 'decided'; readonly outcome: keyof typeof decisionOutcomes; readonly redo?: boolean };

export interface ReviewCase {
  readonly receivedOn: Day;
  /** The day on the paper; absent while open. */
  readonly concludedOn?: Day;
  readonly ends: ReviewEnd;
  /** The series it joins when it is accepted. */
  readonly seriesId?: string;
  /** A hearing is held before the decision. */
  readonly heard?: boolean;
}

const keys = <K extends string>(list: Readonly<Record<K, string>>): readonly K[] =>
  Object.keys(list).filter((k): k is K => Object.hasOwn(list, k));
/** Matters and fields as often as county reports show them: markets and police first. */
const usualMatters = [
  'penalty',
  'penalty',
  'complaint',
  'complaint',
  'disclosure',
  'inaction',
  'work-injury',
  'coercion',
] as const;
const usualFields = [
  'market',
  'market',
  'police',
  'police',
  'labour',
  'housing',
  'resources',
  'city-management',
  'township',
] as const;

type Field = keyof typeof administrations;
const townGovernment = (town: string): string => `${town}人民政府`;
const departmentOf = (county: County, field: Field): string =>
  `${county.plan.place}${field === 'other' ? '统计' : administrations[field]}局`;

/** 被申请人库 of the county: every organ that an application here is made against. */
export const respondentOrgans = (county: County): readonly { name: string; level: string; field: Field }[] => [
  ...county.plan.towns.map((t) => ({ name: townGovernment(t), level: 'township', field: 'township' }) as const),
  ...keys(administrations)
    .filter((field) => field !== 'township')
    .map((field) => ({ name: departmentOf(county, field), level: 'county-department', field })),
];

function application(county: County, chance: Chance, receivedOn: Day) {
  const matter = chance.next() < 0.9 ? chance.pick(usualMatters) : chance.pick(keys(matters));
  const field = chance.next() < 0.9 ? chance.pick(usualFields) : chance.pick(keys(administrations));
  const township = field === 'township';
  const applicant: PartyInput =
    chance.next() < 0.25
      ? { role: 'applicant', kind: 'legal', name: companyName(chance, county.plan.place) }
      : natural(chance, 'applicant');
  const respondent = township ? townGovernment(chance.pick(county.plan.towns)) : departmentOf(county, field);
  return {
    channel: chance.pick(keys(channels)),
    matter,
    field,
    respondent_level: township
      ? 'township'
      : chance.pick(keys(respondentLevels).filter((l) => l === 'county-department')),
    organ_received_on: receivedOn,
    office_received_on: receivedOn,
    parties: [applicant, { role: 'respondent', kind: 'organ', name: respondent }],
    claims: claims[matter] ?? claims.other,
  };
}

/** The script of one file. Dates are working days in legal order; every step is recorded on its day. */
export function reviewScript(county: County, chance: Chance, file: ReviewCase): CaseScript {
  const { officers } = county;
  const officer = chance.pick(officers.reconsideration);
  const second = officers.reconsideration.find((o) => o !== officer) ?? officers.reconsiderationHead;
  const head = officers.reconsiderationHead;
  const steps: ScriptStep[] = [];
  const step = (actor: Actor, happenedOn: Day, event: string, fields: Record<string, unknown> = {}) =>
    steps.push({ actor, happenedOn, event, fields });
  const { receivedOn, concludedOn, ends } = file;
  step(officer, receivedOn, 'receive', application(county, chance, receivedOn));
  const open = { id: uuidv7(), kind: 'reconsideration', organisationId: county.reconsideration.id };
  const leave = concludedOn ?? chance.after(receivedOn, 3);
  switch (ends.end) {
    case 'refused':
      step(head, leave, 'refuse', { ground: 'out-of-time', reasons: '超过法定申请期限' });
      step(officer, chance.after(leave, 2), 'serve', { recipient: 'applicant#1', manner: 'post' });
      return { open, steps };
    case 'redirected':
      step(head, leave, 'redirect', { competent_organ: '市人民政府', reasons: '被申请人不属于本机关管辖' });
      return { open, steps };
    case 'withdrawn-before':
      step(officer, leave, 'withdraw-before-acceptance');
      return { open, steps };
    case 'settled-before':
      step(officer, leave, 'settle-before-acceptance', { settlement: '受理前经协调，双方达成一致，申请人撤回申请' });
      return { open, steps };
    default:
  }
  const acceptedOn = chance.after(receivedOn, chance.between(1, 3));
  step(officer, acceptedOn, 'accept', { track: 'ordinary', second_reviewer: second.personId });
  const review = reviewSteps(chance, officer, acceptedOn, concludedOn);
  if (file.seriesId !== undefined)
    step(officer, acceptedOn, 'join-series', { series: file.seriesId, reason: '同一征收补偿方案' });
  steps.push(...review);
  if (concludedOn === undefined) return { open, steps };
  // By then copy, answer and opinions are in, or left out: the hearing follows them and precedes the approval.
  if (file.heard) {
    const heardOn = chance.before(concludedOn, 3);
    step(officer, chance.before(heardOn, 10), 'notify-hearing', { planned_on: heardOn, place: '县司法局听证室' });
    step(officer, heardOn, 'hold-hearing', {
      chair: head.personId,
      hearers: 2,
      recorder: officer.personId,
      head_attended: true,
    });
  }
  concludingSteps(county, chance, officer, concludedOn, ends, step);
  return { open, steps };
}

/** Copy, answer, opinions: as far as they come before `until`. */
function reviewSteps(chance: Chance, officer: Actor, acceptedOn: Day, until: Day | undefined): ScriptStep[] {
  const sent = chance.after(acceptedOn, 1);
  const received = chance.after(sent, 1);
  const planned: ScriptStep[] = [
    { actor: officer, happenedOn: sent, event: 'send-copy' },
    { actor: officer, happenedOn: received, event: 'record-copy-received' },
    {
      actor: officer,
      happenedOn: chance.after(received, 6),
      event: 'record-answer',
      fields: { evidence_complete: true },
    },
    { actor: officer, happenedOn: chance.after(received, 8), event: 'hear-opinions', fields: { manner: 'telephone' } },
  ];
  return until === undefined ? planned : planned.filter((s) => s.happenedOn < until);
}

function concludingSteps(
  county: County,
  chance: Chance,
  officer: Actor,
  on: Day,
  ends: ReviewEnd,
  step: (actor: Actor, happenedOn: Day, event: string, fields?: Record<string, unknown>) => void,
): void {
  const { organHead, reconsiderationHead } = county.officers;
  const served = chance.after(on, chance.between(1, 4));
  /** By when the respondent has to perform: the decision's own day, or sixty days from service where it acts anew. */
  let performBy: Day | undefined;
  const serve = () => {
    step(officer, served, 'serve', { recipient: 'applicant#1', manner: 'direct' });
    step(officer, served, 'serve', { recipient: 'respondent#1', manner: 'direct' });
  };
  switch (ends.end) {
    case 'decided': {
      const performs = ends.outcome === 'perform-ordered';
      const dueOn = chance.after(on, 30);
      performBy = performs ? dueOn : ends.redo ? addDays(served, 60) : undefined;
      step(officer, chance.before(on, 2), 'submit-for-approval', { proposed: ends.outcome });
      step(organHead, on, 'decide', {
        outcome: ends.outcome,
        redo_ordered: ends.redo ?? false,
        not_worse_confirmed: ends.outcome === 'modified',
        same_facts_confirmed: ends.redo ?? false,
        ...(performs ? { perform_due_on: dueOn } : {}),
      });
      serve();
      break;
    }
    case 'mediated':
      step(organHead, on, 'conclude-by-mediation', {
        last_signed_on: on,
        sealed_on: on,
        scope: 'discretion',
        terms: '被申请人在裁量范围内调整，申请人不再主张其他请求',
      });
      break;
    case 'withdrawn':
    case 'settled-withdrawn':
      step(reconsiderationHead, on, 'approve-withdrawal', {
        outcome: ends.end,
        withdrawal_reason: ends.reason,
        voluntary_confirmed: true,
      });
      serve();
      break;
    case 'terminated':
      step(organHead, on, 'terminate', { ground: 'dissolution' });
      serve();
      break;
    default:
  }
  step(officer, addDays(served, 12), 'archive');
  if (performBy !== undefined)
    step(officer, chance.before(performBy, 5), 'record-performance', { performance: 'performed' });
}

/** So many files of one end, received within a span and concluded within another; kept within the sixty days. */
export interface ReviewBlock {
  readonly count: number;
  readonly received: readonly [Day, Day];
  readonly concluded?: readonly [Day, Day];
  readonly ends: ReviewEnd;
  /** Name of the year's series that they join. */
  readonly series?: string;
  readonly heard?: boolean;
}

export function reviewScripts(
  county: County,
  chance: Chance,
  blocks: readonly ReviewBlock[],
  seriesIds: ReadonlyMap<string, string>,
): CaseScript[] {
  return blocks.flatMap(({ count, received, concluded, ends, series, heard }) =>
    Array.from({ length: count }, () => {
      const receivedOn = chance.workingDay(...received);
      const seriesId = series === undefined ? undefined : seriesIds.get(series);
      const how = { ...(seriesId === undefined ? {} : { seriesId }), ...(heard ? { heard } : {}) };
      return reviewScript(county, chance, {
        ...how,
        receivedOn,
        ends,
        ...concludedWithin(chance, receivedOn, concluded),
      });
    }),
  );
}

/** Between 22 and 55 days after receipt, and within the span. */
function concludedWithin(
  chance: Chance,
  receivedOn: Day,
  span: readonly [Day, Day] | undefined,
): { concludedOn?: Day } {
  if (span === undefined) return {};
  const earliest = addDays(receivedOn, 22);
  const latest = addDays(receivedOn, 55);
  const from = earliest > span[0] ? earliest : span[0];
  const to = latest < span[1] ? latest : span[1];
  if (from > to) throw new Error(`no day to conclude a file received on ${receivedOn} within ${span.join('..')}`);
  return { concludedOn: chance.workingDay(from, to) };
}
