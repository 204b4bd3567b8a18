import { CalendarChanges, CalendarPage, FieldErrors, impactSheet, NotFound } from '@anjuan/casework';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import { ProblemDto } from './problem.dto';
import type { SignedIn } from './session.guard';
import {
  CalendarChangeDto,
  ConfirmChangeDto,
  ConventionsRequestDto,
  HolidayNoticeRequestDto,
  ImpactDto,
  ImpactQueryDto,
  OverlayRequestDto,
  WorkingCalendarDto,
  WorkingCalendarQueryDto,
} from './working-calendar.dto';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** An id that cannot be one is a change that does not exist: it looks the same. */
const changeId = new ParseUUIDPipe({ exceptionFactory: () => new NotFound('变更') });
const ROWS_SHOWN = 200;

/** 放假日历和计算约定: what counts, what is proposed, what it would move, and the confirmation. */
@ApiTags('日历')
@ApiResponse({ status: 400, description: '填写有误，逐项列明日期、值和规则', type: ProblemDto })
@ApiResponse({ status: 404, description: '没有，或者不在权限范围内', type: ProblemDto })
@Controller('working-calendar')
export class WorkingCalendarController {
  constructor(
    private readonly changes: CalendarChanges,
    private readonly pages: CalendarPage,
  ) {}

  @Get()
  @Allow()
  @ApiOperation({ summary: '放假日历：通知、地方安排和缺少通知的提示' })
  @ApiOkResponse({ type: WorkingCalendarDto })
  calendar(
    @Me() { actor }: SignedIn,
    @Query() { known_on: knownOn }: WorkingCalendarQueryDto,
  ): Promise<WorkingCalendarDto> {
    return this.pages.view(actor, knownOn);
  }

  @Get('changes')
  @Allow('calendar:keep', 'calendar:confirm')
  @ApiOperation({ summary: '日历和计算约定的变更，新的在前' })
  @ApiOkResponse({ type: [CalendarChangeDto] })
  list(@Me() { actor }: SignedIn): Promise<CalendarChangeDto[]> {
    return this.changes.list(actor);
  }

  @Post('notices')
  @Allow('calendar:keep')
  @ApiOperation({ summary: '录入节假日安排通知，待确认' })
  @ApiCreatedResponse({ type: CalendarChangeDto })
  proposeNotice(@Me() { actor }: SignedIn, @Body() b: HolidayNoticeRequestDto): Promise<CalendarChangeDto> {
    const head = { number: b.number, issued: b.issued };
    if (b.file !== undefined) return this.changes.proposeNotice(actor, { ...head, file: b.file });
    if (b.year === undefined || b.festivals === undefined)
      throw new FieldErrors([{ field: 'year', value: b.year ?? null, rule: '须给出文件，或者填写年份和各节日的安排' }]);
    const festivals = b.festivals.map(({ name, first, last, make_up: makeUp }) => ({
      name,
      off: [first, last] as const,
      makeUp,
    }));
    return this.changes.proposeNotice(actor, { ...head, year: b.year, festivals });
  }

  @Post('overlays')
  @Allow('calendar:keep')
  @ApiOperation({ summary: '录入地方放假安排，待确认' })
  @ApiCreatedResponse({ type: CalendarChangeDto })
  proposeOverlay(@Me() { actor }: SignedIn, @Body() overlay: OverlayRequestDto): Promise<CalendarChangeDto> {
    return this.changes.proposeOverlay(actor, overlay);
  }

  @Post('rechecks')
  @Allow('calendar:keep')
  @ApiOperation({ summary: '按现行日历复核在计期限，待确认；系统升级带来新的通知以后用' })
  @ApiCreatedResponse({ type: CalendarChangeDto })
  proposeRecheck(@Me() { actor }: SignedIn): Promise<CalendarChangeDto> {
    return this.changes.proposeRecheck(actor);
  }

  @Post('conventions')
  @Allow('calendar:keep')
  @ApiOperation({ summary: '提出改变计算约定，待确认' })
  @ApiCreatedResponse({ type: CalendarChangeDto })
  proposeConventions(@Me() { actor }: SignedIn, @Body() b: ConventionsRequestDto): Promise<CalendarChangeDto> {
    return this.changes.proposeConventions(actor, b.conventions);
  }

  @Get('changes/:id/impact')
  @Allow('calendar:keep', 'calendar:confirm')
  @ApiOperation({ summary: '影响清单：哪些案件的哪个期限，从何日变为何日，为什么' })
  @ApiOkResponse({ type: ImpactDto })
  async impact(
    @Me() { actor }: SignedIn,
    @Param('id', changeId) id: string,
    @Query() { limit = ROWS_SHOWN, cursor }: ImpactQueryDto,
  ): Promise<ImpactDto> {
    const part = { limit, ...(cursor === undefined ? {} : { cursor }) };
    const { rows, by_kind, ...view } = await this.changes.impact(actor, id, part);
    return { ...view, rows: [...rows], by_kind: [...by_kind] };
  }

  @Get('changes/:id/impact.xlsx')
  @Allow('calendar:keep', 'calendar:confirm')
  @Header('content-type', XLSX)
  @Header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent('影响清单.xlsx')}`)
  @ApiOperation({ summary: '影响清单全部行的 Excel 文件' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async sheet(@Me() { actor }: SignedIn, @Param('id', changeId) id: string): Promise<StreamableFile> {
    return new StreamableFile(await impactSheet(await this.changes.impact(actor, id)), { type: XLSX });
  }

  @Post('changes/:id/confirm')
  @Allow('calendar:confirm')
  @HttpCode(200)
  @ApiOperation({ summary: '确认变更：清单所列期限随即变动' })
  @ApiOkResponse({ type: CalendarChangeDto })
  @ApiResponse({ status: 422, description: '清单已经过时，或者已经办理', type: ProblemDto })
  confirm(
    @Me() { actor }: SignedIn,
    @Param('id', changeId) id: string,
    @Body() { digest }: ConfirmChangeDto,
  ): Promise<CalendarChangeDto> {
    return this.changes.confirm(actor, id, digest);
  }

  @Post('changes/:id/withdraw')
  @Allow('calendar:keep')
  @HttpCode(200)
  @ApiOperation({ summary: '撤回待确认的变更' })
  @ApiOkResponse({ type: CalendarChangeDto })
  @ApiResponse({ status: 422, description: '已经办理', type: ProblemDto })
  withdraw(@Me() { actor }: SignedIn, @Param('id', changeId) id: string): Promise<CalendarChangeDto> {
    return this.changes.withdraw(actor, id);
  }
}
