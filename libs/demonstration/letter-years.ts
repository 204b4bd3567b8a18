/** Opinion letters and suggestions as scripts, each out of a review of the same year; all of them were answered. */
import type { letterForms } from '@anjuan/cases/letter';
import type { CaseScript, ScriptStep } from '@anjuan/casework';
import { addDays, type Day } from '@anjuan/law';
import type { Chance } from './chance';
import type { County } from './county';

export interface LetterBlock {
  readonly count: number;
  readonly form: keyof typeof letterForms;
  /** Drafted within this span, after the review was accepted. */
  readonly drafted: readonly [Day, Day];
}

const subjects = {
  opinion: ['执法程序不规范', '送达不规范', '事实调查不充分', '未按期履行职责'],
  suggestion: ['完善行政处罚裁量基准', '规范举报投诉处理流程', '改进政府信息公开答复'],
} as const;

/** A review and the day it was accepted, where it was. */
interface Origin {
  readonly id: string;
  readonly acceptedOn: Day;
  readonly respondent: string;
}

export function letterScripts(
  county: County,
  chance: Chance,
  reviews: readonly CaseScript[],
  blocks: readonly LetterBlock[],
): CaseScript[] {
  const origins = chance.shuffle(reviews.flatMap(originOf));
  return blocks.flatMap((block) =>
    Array.from({ length: block.count }, () => {
      const at = origins.findIndex(
        (o) => o.acceptedOn >= block.drafted[0] && o.acceptedOn < addDays(block.drafted[1], -20),
      );
      const [origin] = at === -1 ? [] : origins.splice(at, 1);
      if (!origin) throw new Error('no review is left for a letter to come out of');
      return letterScript(county, chance, block, origin);
    }),
  );
}

const isRespondent = (p: unknown): p is { readonly name: string } =>
  typeof p === 'object' && p !== null && 'role' in p && p.role === 'respondent' && 'name' in p;

function originOf(review: CaseScript): Origin[] {
  const accepted = review.steps.find((s) => s.event === 'accept');
  const parties: unknown = review.steps[0]?.fields?.parties;
  const list: readonly unknown[] = Array.isArray(parties) ? parties : [];
  const respondent = list.find(isRespondent);
  const id = review.open?.id;
  return accepted && respondent && id !== undefined
    ? [{ id, acceptedOn: accepted.happenedOn, respondent: respondent.name }]
    : [];
}

function letterScript(county: County, chance: Chance, block: LetterBlock, origin: Origin): CaseScript {
  const { officers, reconsideration } = county;
  const officer = chance.pick(officers.reconsideration);
  const draftedOn = chance.workingDay(addDays(origin.acceptedOn, 10), addDays(origin.acceptedOn, 18));
  const issuedOn = chance.after(draftedOn, 2);
  const deliveredOn = chance.after(issuedOn, 2);
  const isOpinion = block.form === 'opinion';
  const steps: ScriptStep[] = [
    {
      actor: officer,
      happenedOn: draftedOn,
      event: isOpinion ? 'draft-opinion' : 'draft-suggestion',
      fields: {
        parties: [{ role: 'addressee', kind: 'organ', name: origin.respondent }],
        addressee_kind: 'respondent',
        subject: chance.pick(subjects[block.form]),
        problems: '办理行政复议案件中发现上述问题',
        advice: '请在收到之日起核实整改，并书面反馈',
      },
    },
    { actor: isOpinion ? officers.organHead : officers.reconsiderationHead, happenedOn: issuedOn, event: 'issue' },
    { actor: officer, happenedOn: deliveredOn, event: 'record-delivery' },
    {
      actor: officer,
      happenedOn: chance.after(deliveredOn, chance.between(20, 50)),
      event: 'record-reply',
      fields: { reply_result: isOpinion ? 'corrected' : 'adopted' },
    },
  ];
  return { open: { kind: 'letter', organisationId: reconsideration.id, parentId: origin.id }, steps };
}
