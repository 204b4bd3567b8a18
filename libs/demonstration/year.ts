import type { Chance } from './chance';
import type { CompensationCase } from './compensation-years';
import type { CoordinationYear } from './coordination-years';
import type { CountyPlan } from './county';
import type { LetterBlock } from './letter-years';
import type { Suit } from './litigation-years';
import type { MediationBlock } from './mediation-years';
import type { ReviewBlock } from './reconsideration-years';
import type { RegisterYear } from './register-years';
import type { SubsidyYear } from './subsidy-years';

/** What happened in a demonstration county: reviews, suits and mediations by how they went. It holds no figure. */
export interface CountyYear {
  readonly plan: CountyPlan;
  readonly reviews: readonly ReviewBlock[];
  /** 意见书、建议书 that came out of the reviews. */
  readonly letters?: readonly LetterBlock[];
  readonly suits: (chance: Chance) => readonly Suit[];
  readonly compensations?: readonly CompensationCase[];
  /** Meetings with their disputes, and series: absent where the year had none. */
  readonly coordination?: CoordinationYear;
  readonly mediations: (chance: Chance) => readonly MediationBlock[];
  readonly registers: RegisterYear;
  readonly subsidies?: SubsidyYear;
}
