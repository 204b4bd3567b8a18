import { Module } from '@nestjs/common';
import { Figures } from './figures';

/** Reads the facts and writes none; the database comes from the platform's module, which is global. */
@Module({ providers: [Figures], exports: [Figures] })
export class StatisticsModule {}
