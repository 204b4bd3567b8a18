import { answeringProcedure } from '@anjuan/cases/answering';
import { compensationProcedure } from '@anjuan/cases/compensation';
import { judicialAdviceProcedure } from '@anjuan/cases/judicial-advice';
import { letterProcedure } from '@anjuan/cases/letter';
import { litigationProcedure } from '@anjuan/cases/litigation';
import { mediationProcedure } from '@anjuan/cases/mediation';
import { reconsiderationProcedure } from '@anjuan/cases/reconsideration';
import { CaseworkModule, caseworkEntities } from '@anjuan/casework';
import { CoordinationModule, coordinationEntities, coordinationProcedures } from '@anjuan/coordination';
import { identityEntities } from '@anjuan/identity';
import { noticeEntities, RemindersModule } from '@anjuan/notices';
import { PlatformModule } from '@anjuan/platform';
import { subsidyProcedure } from '@anjuan/subsidies';
import { Module } from '@nestjs/common';
import { Rounds } from './rounds';

const procedures = [
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

@Module({
  imports: [
    PlatformModule.for([
      ...identityEntities,
      ...caseworkEntities(procedures),
      ...coordinationEntities,
      ...noticeEntities,
    ]),
    CaseworkModule.for(procedures),
    CoordinationModule,
    RemindersModule,
  ],
  providers: [Rounds],
})
export class WorkerModule {}
