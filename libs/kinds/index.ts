import { answeringProcedure } from '@anjuan/cases/answering';
import { compensationProcedure } from '@anjuan/cases/compensation';
import { judicialAdviceProcedure } from '@anjuan/cases/judicial-advice';
import { letterProcedure } from '@anjuan/cases/letter';
import { litigationProcedure } from '@anjuan/cases/litigation';
import { mediationProcedure } from '@anjuan/cases/mediation';
import { reconsiderationProcedure } from '@anjuan/cases/reconsideration';
import type { Procedure } from '@anjuan/casework';
import { coordinationProcedures } from '@anjuan/coordination';
import { subsidyProcedure } from '@anjuan/subsidies';

/** The kinds of case this installation knows, in the order people see them. */
export const procedures: readonly Procedure[] = [
  mediationProcedure,
  reconsiderationProcedure,
  litigationProcedure,
  compensationProcedure,
  judicialAdviceProcedure,
  letterProcedure,
  answeringProcedure,
  subsidyProcedure,
  ...coordinationProcedures,
];
