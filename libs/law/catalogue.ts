import { articleText, citationText, law } from './citation';
import type { Day } from './day';
import { LawError } from './law-error';
import { administrativeCoercionLaw } from './statutes/administrative-coercion-law';
import { litigationFirstInstance } from './statutes/administrative-litigation-law';
import { litigationReview } from './statutes/administrative-litigation-review';
import { reconsiderationClosing, reconsiderationOpening } from './statutes/administrative-reconsideration-law';
import { reconsiderationTrial } from './statutes/administrative-reconsideration-trial';
import { civilProcedureLaw } from './statutes/civil-procedure-law';
import { courtReferredMediation } from './statutes/court-referred-mediation';
import { labourDisputeLaw } from './statutes/labour-dispute-law';
import { medicalDisputeRegulations } from './statutes/medical-dispute-regulations';
import { peoplesMediationLaw } from './statutes/peoples-mediation-law';
import { procuratorialInterpretation } from './statutes/procuratorial-interpretation';
import { reconsiderationRegulations } from './statutes/reconsideration-regulations';
import { stateCompensationLaw } from './statutes/state-compensation-law';
import { supervisionRegulations } from './statutes/supervision-regulations';
import { type LimitVersion, lengthText, type Mark, spanText, type TimeLimit } from './time-limit';
import { triggerFacts } from './trigger';

const catalogue = [
  ...reconsiderationOpening,
  ...reconsiderationTrial,
  ...reconsiderationClosing,
  ...reconsiderationRegulations,
  ...litigationFirstInstance,
  ...litigationReview,
  ...administrativeCoercionLaw,
  ...procuratorialInterpretation,
  ...stateCompensationLaw,
  ...peoplesMediationLaw,
  ...medicalDisputeRegulations,
  ...labourDisputeLaw,
  ...courtReferredMediation,
  ...civilProcedureLaw,
  ...supervisionRegulations,
] as const;

/** Every limit known; a misspelt one does not compile. */
export type LimitId = (typeof catalogue)[number]['id'];

const byId = new Map<string, TimeLimit<LimitId>>();
for (const entry of catalogue) {
  if (byId.has(entry.id)) throw new Error(`${entry.id} is defined twice`);
  byId.set(entry.id, entry);
}

/** All ids, grouped by statute. */
export const limitIds: readonly LimitId[] = catalogue.map((entry) => entry.id);

export const isLimitId = (text: string): text is LimitId => byId.has(text);

/** Throws LawError `unknown-limit` for an id that came from outside and is not in the catalogue. */
export function limit(id: string): TimeLimit<LimitId> {
  const found = byId.get(id);
  if (found) return found;
  const rule = '期限编号须为目录中的一项，见 docs/generated/limits.md';
  throw new LawError('unknown-limit', `没有编号为“${id}”的期限：${rule}。`, 'limit', id, rule);
}

/** The version whose law is in force on the trigger day, or undefined. */
export const versionInForce = (id: LimitId, triggerDay: Day): LimitVersion | undefined =>
  limit(id).versions.find(
    (version) => version.from <= triggerDay && (version.until === undefined || triggerDay <= version.until),
  );

export interface LimitDescription {
  readonly id: LimitId;
  readonly title: string;
  readonly duty: TimeLimit['duty'];
  readonly direction: 'forward' | 'back';
  readonly lapse: string;
  readonly note?: string;
  readonly versions: readonly {
    readonly law: string;
    readonly article: string;
    readonly from: Day;
    readonly until?: Day;
    /** 60日, 5个工作日, 6个月, or words where the statute has no number. */
    readonly span: string;
    readonly trigger: string;
    readonly extension?: string;
    readonly exclusions: readonly string[];
    readonly also: readonly string[];
    readonly mark: Mark;
    readonly note?: string;
  }[];
}

/** The catalogue in words, for the generated documents. */
export function describeLimits(): LimitDescription[] {
  return limitIds.map(limit).map((entry) => ({
    id: entry.id,
    title: entry.title,
    duty: entry.duty,
    direction: entry.direction ?? 'forward',
    lapse: entry.lapse,
    note: entry.note,
    versions: entry.versions.map((version) => ({
      law: law(version.law).name,
      article: articleText(version.article),
      from: version.from,
      until: version.until,
      span: lengthText(version, entry.direction),
      trigger: triggerFacts[version.trigger],
      extension: version.extension && extensionText(version.extension),
      exclusions: version.exclusions ?? [],
      also: (version.also ?? []).map(citationText),
      mark: version.mark,
      note: version.note,
    })),
  }));
}

function extensionText({ max, unit, approver, times, article }: NonNullable<LimitVersion['extension']>): string {
  const length = max === undefined ? '可以延长' : `最多延长${spanText({ n: max, unit })}`;
  return `${length}${times === undefined ? '' : `，限${times}次`}，须经${approver}同意（${articleText(article)}）`;
}
