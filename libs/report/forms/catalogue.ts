import type { Form } from './form';
import { headAttendance, litigationByInstance, litigationByResult } from './litigation';
import {
  mediationByOrigin,
  mediationByType,
  mediationOrganisations,
  mediationOutcomes,
  mediationSubsidies,
} from './mediation';
import {
  opinionLetters,
  reconsiderationByField,
  reconsiderationByMatter,
  reconsiderationByRespondent,
  reconsiderationFlow,
} from './reconsideration';

/** Every form the product ships, in the order they are listed. */
export const forms: readonly Form[] = [
  mediationByType,
  mediationByOrigin,
  mediationOutcomes,
  mediationOrganisations,
  mediationSubsidies,
  reconsiderationFlow,
  reconsiderationByField,
  reconsiderationByMatter,
  reconsiderationByRespondent,
  opinionLetters,
  litigationByInstance,
  litigationByResult,
  headAttendance,
];
