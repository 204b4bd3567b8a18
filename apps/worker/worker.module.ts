import { CaseworkModule, caseworkEntities } from '@anjuan/casework';
import { CoordinationModule, coordinationEntities } from '@anjuan/coordination';
import { identityEntities } from '@anjuan/identity';
import { procedures } from '@anjuan/kinds';
import { noticeEntities, RemindersModule } from '@anjuan/notices';
import { PlatformModule } from '@anjuan/platform';
import { Module } from '@nestjs/common';
import { Rounds } from './rounds';

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
