import { Desk } from '@anjuan/casework';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import { DeadlineListDto, DeadlinesQueryDto, WorkDto } from './desk.dto';
import { reading } from './kinds';
import type { SignedIn } from './session.guard';

@ApiTags('工作台')
@Controller()
export class DeskController {
  constructor(private readonly desk: Desk) {}

  @Get('deadlines')
  @Allow(...reading)
  @ApiOperation({ summary: '期限台：本机关和被申请人的期限，先届满的在前' })
  @ApiOkResponse({ type: DeadlineListDto })
  deadlines(@Me() { actor }: SignedIn, @Query() query: DeadlinesQueryDto): Promise<DeadlineListDto> {
    return this.desk.deadlines(actor, query);
  }

  @Get('work')
  @Allow(...reading)
  @ApiOperation({ summary: '我的工作：几句话，每个数打开它的列表' })
  @ApiOkResponse({ type: [WorkDto] })
  work(@Me() { actor }: SignedIn): Promise<WorkDto[]> {
    return this.desk.work(actor);
  }
}
