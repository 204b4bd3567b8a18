import { DeadlineOverview, Desk } from '@anjuan/casework';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import { DeadlineListDto, DeadlinesQueryDto, OverviewQueryDto, OverviewRowDto, WorkDto } from './desk.dto';
import { reading } from './kinds';
import type { SignedIn } from './session.guard';

@ApiTags('工作台')
@Controller()
export class DeskController {
  constructor(
    private readonly desk: Desk,
    private readonly overviews: DeadlineOverview,
  ) {}

  @Get('deadlines')
  @Allow(...reading)
  @ApiOperation({ summary: '期限台：本机关和被申请人的期限，先届满的在前' })
  @ApiOkResponse({ type: DeadlineListDto })
  deadlines(@Me() { actor }: SignedIn, @Query() q: DeadlinesQueryDto): Promise<DeadlineListDto> {
    const { organisation_id, handler_id, limit_id, due_from, due_to, ...rest } = q;
    return this.desk.deadlines(actor, {
      ...rest,
      ...(organisation_id === undefined ? {} : { organisationId: organisation_id }),
      ...(handler_id === undefined ? {} : { handlerId: handler_id }),
      ...(limit_id === undefined ? {} : { limitId: limit_id }),
      ...(due_from === undefined ? {} : { dueFrom: due_from }),
      ...(due_to === undefined ? {} : { dueTo: due_to }),
    });
  }

  @Get('deadlines/overview')
  @Allow(...reading)
  @ApiOperation({ summary: '期限一览：按人、按机构、按期限、按日周月计数' })
  @ApiOkResponse({ type: [OverviewRowDto] })
  overview(@Me() { actor }: SignedIn, @Query() q: OverviewQueryDto): Promise<OverviewRowDto[]> {
    const { organisation_id, due_from, due_to, ...rest } = q;
    return this.overviews.overview(actor, {
      ...rest,
      ...(organisation_id === undefined ? {} : { organisationId: organisation_id }),
      ...(due_from === undefined ? {} : { dueFrom: due_from }),
      ...(due_to === undefined ? {} : { dueTo: due_to }),
    });
  }

  @Get('work')
  @Allow(...reading)
  @ApiOperation({ summary: '我的工作：几句话，每个数打开它的列表' })
  @ApiOkResponse({ type: [WorkDto] })
  work(@Me() { actor }: SignedIn): Promise<WorkDto[]> {
    return this.desk.work(actor);
  }
}
