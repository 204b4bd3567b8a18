import { Dispatch } from '@anjuan/casework';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import {
  AssignDto,
  BulkDto,
  HandlerDto,
  HandlersQueryDto,
  HandOverDto,
  WaitingListDto,
  WaitingQueryDto,
} from './dispatch.dto';
import { ProblemDto } from './problem.dto';
import type { SignedIn } from './session.guard';

const kind = 'mediation';

/** 分派台. What is done here for many cases is done one by one by the events `assign` and `hand-over`. */
@ApiTags('人民调解')
@Controller('mediations')
export class DispatchController {
  constructor(private readonly desk: Dispatch) {}

  @Get('waiting')
  @Allow('mediation:dispatch')
  @ApiOperation({ summary: '待分派的案件，等得最久的在前' })
  @ApiOkResponse({ type: WaitingListDto })
  waiting(@Me() { actor }: SignedIn, @Query() q: WaitingQueryDto): Promise<WaitingListDto> {
    return this.desk.waiting(actor, kind, q.cursor, q.limit);
  }

  @Get('handlers')
  @Allow('mediation:dispatch')
  @ApiOperation({ summary: '可以分派的调解员：就近的在前，在手少的在前' })
  @ApiOkResponse({ type: [HandlerDto] })
  handlers(@Me() { actor }: SignedIn, @Query() q: HandlersQueryDto): Promise<HandlerDto[]> {
    return this.desk.handlers(actor, kind, q.organisation_id);
  }

  @Post('assignments')
  @Allow('mediation:dispatch')
  @HttpCode(200)
  @ApiOperation({ summary: '把几件案件分派给一名调解员' })
  @ApiOkResponse({ type: BulkDto })
  @ApiResponse({ status: 400, description: '填写有误', type: ProblemDto })
  assign(@Me() { actor }: SignedIn, @Body() b: AssignDto): Promise<BulkDto> {
    return this.desk.assign(actor, {
      kind,
      caseIds: b.case_ids,
      happenedOn: b.happened_on,
      handlerId: b.handler_id,
      ground: b.ground,
      ...(b.second_handler_id === undefined ? {} : { secondHandlerId: b.second_handler_id }),
    });
  }

  @Post('hand-overs')
  @Allow('mediation:dispatch')
  @HttpCode(200)
  @ApiOperation({ summary: '离岗移交：一人未了的案件交给另一人' })
  @ApiOkResponse({ type: BulkDto })
  @ApiResponse({ status: 400, description: '填写有误', type: ProblemDto })
  handOver(@Me() { actor }: SignedIn, @Body() b: HandOverDto): Promise<BulkDto> {
    return this.desk.handOver(actor, {
      kind,
      fromId: b.from_id,
      toId: b.to_id,
      happenedOn: b.happened_on,
      ground: b.ground,
      ...(b.case_ids === undefined ? {} : { caseIds: b.case_ids }),
    });
  }
}
