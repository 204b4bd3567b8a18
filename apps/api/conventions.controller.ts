import { ConventionsPage } from '@anjuan/casework';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import { ConventionsDto, MailAllowanceRequestDto } from './conventions.dto';
import { ProblemDto } from './problem.dto';
import type { SignedIn } from './session.guard';

/** 计算约定: to be seen by all. Changes that may move a date are proposed and confirmed under 日历. */
@ApiTags('计算约定')
@Controller('conventions')
export class ConventionsController {
  constructor(private readonly pages: ConventionsPage) {}

  @Get()
  @Allow()
  @ApiOperation({ summary: '计算约定：现行的、默认的、依据和核对程度' })
  @ApiOkResponse({ type: ConventionsDto })
  view(@Me() { actor }: SignedIn): Promise<ConventionsDto> {
    return this.pages.view(actor);
  }

  @Put('mail-allowance')
  @Allow('calendar:confirm')
  @ApiOperation({ summary: '设定补正期满后等候在途邮件的天数；不变动任何期限' })
  @ApiOkResponse({ type: ConventionsDto })
  @ApiResponse({ status: 400, description: '填写有误', type: ProblemDto })
  allowForMail(@Me() { actor }: SignedIn, @Body() { days }: MailAllowanceRequestDto): Promise<ConventionsDto> {
    return this.pages.allowForMail(actor, days);
  }
}
