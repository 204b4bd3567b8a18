import { type AnyContext, procedureOf, text } from '@anjuan/casework';
import type { Role } from '@anjuan/identity';
import type { LimitId } from '@anjuan/law';
import { type courtLevels, litigationPartyRoles, litigationStates } from './litigation.codes';
import { litigationDocuments } from './litigation.documents';
import { attendanceLines, litigationFacts } from './litigation.facts';
import { resultOf, sameForm } from './litigation.result';

/** What conditions and shared guards of this kind see. */
export type LitigationContext = AnyContext<typeof litigationFacts.columns>;

export const { edge, guard, define } = procedureOf({
  kind: 'litigation',
  title: '行政应诉案件',
  facts: litigationFacts,
  lines: attendanceLines,
  states: litigationStates,
  closed: ['archived'],
  partyRoles: litigationPartyRoles,
  documents: litigationDocuments,
  corrections: {
    fixed: ['instance', 'ruling_form', 'result', 'appealed_by_us', 'appealed_by_others', 'in_series'],
    order: [
      ['notified_on', 'answered_on'],
      ['notified_on', 'heard_on', 'ruled_on', 'effective_on'],
      ['ruled_on', 'appealed_on'],
      ['ruled_on', 'followed_on'],
      ['ruled_on', 'performed_on'],
      ['ruled_on', 'analysed_on'],
      ['ruled_on', 'archived_on'],
      ['notified_on', 'represented_on'],
      ['notified_on', 'transferred_on'],
      ['ruled_on', 'accountable_on'],
      ['draft_by', 'approve_by'],
    ],
    alike: { ruling: sameForm },
    entails: (facts, c) => {
      const { ruling, review_ruling } = facts;
      const same = ruling === c.facts.ruling && review_ruling === c.facts.review_ruling;
      // What an upheld ruling cost the organ below stands in no fact.
      return same || ruling === null || ruling === 'appeal-upheld'
        ? {}
        : { result: resultOf(facts.review_organ === true, { ruling, below: null, review_ruling }) };
    },
  },
});

export const officers: readonly Role[] = ['litigation-officer', 'organ-head'];
export const note = text.personalOptional('情况说明');

/** Read off the court's name: a court that does not say so is a basic one (人民法院组织法第十三条). */
export function courtLevelOf(name: string): keyof typeof courtLevels {
  if (name.includes('最高')) return 'supreme';
  if (name.includes('高级')) return 'high';
  return /中级|知识产权法院|金融法院|海事法院/.test(name) ? 'intermediate' : 'basic';
}

/** The court's own periods: shown, never ours to keep. */
export const courtPeriods: readonly LimitId[] = [
  'litigation.first-instance',
  'litigation.simplified',
  'litigation.second-instance',
  'litigation.retrial-review',
];
/** 答辩 — what we owe the court in each instance. */
export const answerPeriods: readonly LimitId[] = [
  'litigation.answer',
  'litigation.appeal-answer',
  'litigation.retrial-opinion',
];
/** 答辩内部计划, one clock per step of ours inside the fifteen days. */
export const planSteps = { draft: '起草', approve: '审核' } as const;
export const appealPeriods: readonly LimitId[] = ['litigation.appeal-judgment', 'litigation.appeal-ruling'];

/** 可以上诉 — first-instance judgments, and the rulings that refuse a suit (适用行政诉讼法解释第一百零一条). */
export const isAppealable = (c: LitigationContext): boolean =>
  c.facts.instance === 'first' &&
  (c.facts.ruling_form === 'judgment' || c.facts.ruling === 'not-docketed' || c.facts.ruling === 'dismissed-suit');

export const isLost = (c: LitigationContext): boolean => c.facts.result === 'lost' || c.facts.result === 'partly-lost';

/** Parties on whom the ruling is served: a suit that was never docketed has no other side yet. */
export const recipientsOf = (c: LitigationContext): readonly string[] =>
  c.parties
    .filter((p) => (c.facts.ruling === 'not-docketed' ? p.role === 'plaintiff' : p.role !== 'agent'))
    .map((p) => p.id);
