import { Module } from '@nestjs/common';
import { Demonstration } from './loader';

export { Demonstration, demonstrationAccounts, demonstrationNames, type LoadReport, type Progress } from './loader';

@Module({ providers: [Demonstration], exports: [Demonstration] })
export class DemonstrationModule {}
