import { Module } from '@nestjs/common';
import { Figures } from './figures';
import { Workload } from './workload';

/** Reads the facts and writes none; the database comes from the platform's module, which is global. */
@Module({ providers: [Figures, Workload], exports: [Figures, Workload] })
export class StatisticsModule {}
