import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CalendarChanges } from './calendar-changes';
import { CalendarPage } from './calendar-page';
import { CaseNumbers } from './case-numbers';
import { Clerk } from './clerk';
import { ConventionsPage } from './conventions-page';
import { Dispatch } from './dispatch';
import { DueProposals } from './due-proposals';
import type { Procedure } from './procedure';
import { Procedures } from './procedures';
import { CaseList } from './reading';
import { Desk } from './reading-desk';
import { CaseLedgers } from './reading-ledger';
import { DeadlineOverview } from './reading-overview';
import { CasePages } from './reading-page';
import { entityOf, factTable, lineTable, tables } from './tables';

/** The engine with the procedures it is to run. */
@Global()
@Module({})
export class CaseworkModule {
  static for(procedures: readonly Procedure[]): DynamicModule {
    return {
      module: CaseworkModule,
      providers: [
        CalendarChanges,
        CalendarPage,
        Clerk,
        CaseLedgers,
        CaseList,
        CaseNumbers,
        CasePages,
        ConventionsPage,
        DeadlineOverview,
        Desk,
        Dispatch,
        DueProposals,
        { provide: Procedures, useValue: new Procedures(procedures) },
      ],
      exports: [
        CalendarChanges,
        CalendarPage,
        CaseLedgers,
        CaseList,
        CaseNumbers,
        CasePages,
        Clerk,
        ConventionsPage,
        DeadlineOverview,
        Desk,
        Dispatch,
        DueProposals,
        Procedures,
      ],
    };
  }
}

/** Every table of the engine and of the given kinds, as TypeORM entities. */
export const caseworkEntities = (procedures: readonly Procedure[]) =>
  [
    ...Object.values(tables),
    ...procedures.flatMap((p) => [factTable(p.facts), ...(p.lines ? [lineTable(p.lines)] : [])]),
  ].map(entityOf);
