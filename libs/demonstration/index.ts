import { RegistersModule } from '@anjuan/registers';
import { SubsidiesModule } from '@anjuan/subsidies';
import { Module } from '@nestjs/common';
import { Demonstration } from './loader';

export { Demonstration, demonstrationAccounts, demonstrationNames, type LoadReport, type Progress } from './loader';

@Module({ imports: [RegistersModule, SubsidiesModule], providers: [Demonstration], exports: [Demonstration] })
export class DemonstrationModule {}
