import { IdentityModule } from '@anjuan/identity';
import { StatisticsModule } from '@anjuan/statistics';
import { Module } from '@nestjs/common';
import { Reconciliations } from './compare/reconciliations';
import { Composer } from './compose/composer';
import { DeclaredIndicators } from './declared';
import { FormReturns } from './forms/returns';

/** Annual reports and report forms, from the figures. */
@Module({
  imports: [IdentityModule, StatisticsModule],
  providers: [Composer, DeclaredIndicators, FormReturns, Reconciliations],
  exports: [Composer, DeclaredIndicators, FormReturns, Reconciliations],
})
export class ReportModule {}
