import { RespondentDesk } from '@anjuan/cases/reconsideration';
import { CaseworkModule, caseworkEntities } from '@anjuan/casework';
import { CoordinationModule, coordinationEntities } from '@anjuan/coordination';
import { IdentityModule, identityEntities } from '@anjuan/identity';
import { procedures } from '@anjuan/kinds';
import { NoticesModule, noticeEntities } from '@anjuan/notices';
import { PlatformModule } from '@anjuan/platform';
import { RegistersModule, registerEntities } from '@anjuan/registers';
import { ReportModule, reportEntities } from '@anjuan/report';
import { figureEntities, StatisticsModule } from '@anjuan/statistics';
import { SubsidiesModule, subsidyEntities } from '@anjuan/subsidies';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { AuditController } from './audit.controller';
import { CaseNumbersController } from './case-numbers.controller';
import { CasesController } from './cases.controller';
import { ConventionsController } from './conventions.controller';
import { CoordinationController } from './coordination.controller';
import { DeskController } from './desk.controller';
import { DispatchController } from './dispatch.controller';
import { DueProposalsController } from './due-proposals.controller';
import { FiguresController } from './figures.controller';
import { FormsController } from './forms.controller';
import { FrozenController } from './frozen.controller';
import { LedgerController } from './ledger.controller';
import { MediationsController } from './mediations.controller';
import { NoticesController } from './notices.controller';
import { OfficesController } from './offices.controller';
import { ProblemFilter } from './problem';
import { RegistersController } from './registers.controller';
import { CalendarFeedController, NoticeSettingsController, RemindersController } from './reminders.controller';
import { ReportsController } from './reports.controller';
import { RespondentController } from './respondent.controller';
import { SessionController } from './session.controller';
import { OriginGuard, SessionGuard } from './session.guard';
import { PasswordStrategy } from './sign-in';
import { SubsidiesController } from './subsidies.controller';
import { WorkingCalendarController } from './working-calendar.controller';

@Module({
  imports: [
    PlatformModule.for([
      ...identityEntities,
      ...caseworkEntities(procedures),
      ...coordinationEntities,
      ...noticeEntities,
      ...registerEntities,
      ...subsidyEntities,
      ...reportEntities,
      ...figureEntities,
    ]),
    IdentityModule,
    PassportModule,
    CaseworkModule.for(procedures),
    CoordinationModule,
    NoticesModule,
    StatisticsModule,
    RegistersModule,
    SubsidiesModule,
    ReportModule,
  ],
  controllers: [
    SessionController,
    OfficesController,
    CasesController,
    CaseNumbersController,
    ConventionsController,
    WorkingCalendarController,
    LedgerController,
    MediationsController,
    RespondentController,
    DeskController,
    DispatchController,
    DueProposalsController,
    NoticesController,
    CoordinationController,
    NoticeSettingsController,
    RemindersController,
    CalendarFeedController,
    FiguresController,
    FrozenController,
    RegistersController,
    AuditController,
    SubsidiesController,
    ReportsController,
    FormsController,
  ],
  providers: [
    PasswordStrategy,
    RespondentDesk,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: OriginGuard },
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
})
export class AppModule {}
