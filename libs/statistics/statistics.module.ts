import { Module } from '@nestjs/common';
import { Breakdowns } from './breakdown';
import { Figures, NewestOpening } from './figures';
import { FrozenFigures } from './frozen';
import { Workload } from './workload';

/** Reads the facts and writes none, only what is frozen of them; the database comes from the platform's module, which is global. */
@Module({
  providers: [Figures, Breakdowns, FrozenFigures, NewestOpening, Workload],
  exports: [Figures, Breakdowns, FrozenFigures, NewestOpening, Workload],
})
export class StatisticsModule {}
