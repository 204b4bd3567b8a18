import { Module } from '@nestjs/common';
import { SubsidyLists } from './lists';
import { SubsidyRounds } from './rounds';
import { SubsidyRules } from './rules';

/** 以案定补. Needs the clerk with the mediation and subsidy procedures (CaseworkModule). */
@Module({
  providers: [SubsidyRules, SubsidyRounds, SubsidyLists],
  exports: [SubsidyRules, SubsidyRounds, SubsidyLists],
})
export class SubsidiesModule {}
