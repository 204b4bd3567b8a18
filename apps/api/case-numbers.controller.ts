import { CaseNumbers } from '@anjuan/casework';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import { CaseNumbersDto, CaseNumbersQueryDto } from './case-numbers.dto';
import { reading } from './kinds';
import type { SignedIn } from './session.guard';

@ApiTags('案件')
@Controller('case-numbers')
export class CaseNumbersController {
  constructor(private readonly numbers: CaseNumbers) {}

  @Get()
  @Allow(...reading)
  @ApiOperation({ summary: '案号说明：取得案号以后查明没有受理的案件，逐件列明依据的文书' })
  @ApiOkResponse({ type: CaseNumbersDto })
  explained(@Me() { actor }: SignedIn, @Query() q: CaseNumbersQueryDto): Promise<CaseNumbersDto> {
    return this.numbers.explained(actor, q);
  }
}
