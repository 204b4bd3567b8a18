import { CaseLedgers } from '@anjuan/casework';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import { CaseId } from './cases.controller';
import { reading } from './kinds';
import { LedgerDto, WhatIfDto, WhatIfRequestDto } from './ledger.dto';
import { ProblemDto } from './problem.dto';
import type { SignedIn } from './session.guard';

@ApiTags('期限')
@ApiResponse({ status: 404, description: '没有，或者不在权限范围内', type: ProblemDto })
@Controller('cases')
export class LedgerController {
  constructor(private readonly ledgers: CaseLedgers) {}

  @Get(':id/ledger')
  @Allow(...reading)
  @ApiOperation({ summary: '期限账本：各期限的变动、理由、依据，以及什么会改变它' })
  @ApiOkResponse({ type: LedgerDto })
  ledger(@Me() { actor }: SignedIn, @Param('id', CaseId) id: string): Promise<LedgerDto> {
    return this.ledgers.ledger(actor, id);
  }

  @Post(':id/clocks/what-if')
  @Allow(...reading)
  @HttpCode(200)
  @ApiOperation({ summary: '试算：假设中止、延长或者另一起算日，届满日是哪天；不保存' })
  @ApiOkResponse({ type: WhatIfDto })
  @ApiResponse({ status: 400, description: '填写有误', type: ProblemDto })
  @ApiResponse({ status: 422, description: '法律没有这样的规定', type: ProblemDto })
  whatIf(
    @Me() { actor }: SignedIn,
    @Param('id', CaseId) id: string,
    @Body() { clock_id, starts_on, suspended_on, resumed_on, extend_days }: WhatIfRequestDto,
  ): Promise<WhatIfDto> {
    return this.ledgers.whatIf(actor, id, clock_id, {
      ...(starts_on === undefined ? {} : { startsOn: starts_on }),
      ...(suspended_on === undefined ? {} : { suspendedOn: suspended_on }),
      ...(resumed_on === undefined ? {} : { resumedOn: resumed_on }),
      ...(extend_days === undefined ? {} : { extendDays: extend_days }),
    });
  }
}
