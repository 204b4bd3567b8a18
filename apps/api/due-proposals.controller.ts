import { type ClerkOptions, DueProposals } from '@anjuan/casework';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import { CaseId, IdempotencyKey, KeyHeader, receiptDto } from './cases.controller';
import { CaseReceiptDto } from './cases.dto';
import { ConfirmProposalDto, DismissProposalDto, DueProposalDto, DueProposalsQueryDto } from './due-proposals.dto';
import { acting, reading } from './kinds';
import { ProblemDto } from './problem.dto';
import type { SignedIn } from './session.guard';

@ApiTags('期限')
@Controller('due-proposals')
export class DueProposalsController {
  constructor(private readonly proposals: DueProposals) {}

  @Get()
  @Allow(...reading)
  @ApiOperation({ summary: '待确认事项：期限届满提出，须由有权人员确认，先届满的在前' })
  @ApiOkResponse({ type: [DueProposalDto] })
  list(@Me() { actor }: SignedIn, @Query() { case_id, all }: DueProposalsQueryDto): Promise<DueProposalDto[]> {
    return this.proposals.list(actor, {
      ...(case_id === undefined ? {} : { caseId: case_id }),
      ...(all === undefined ? {} : { all: true }),
    });
  }

  @Post(':id/confirmation')
  @Allow(...acting)
  @HttpCode(200)
  @KeyHeader()
  @ApiOperation({ summary: '确认：办理所提示的环节' })
  @ApiOkResponse({ type: CaseReceiptDto })
  @ApiResponse({ status: 422, description: '不能办理，逐条列明理由和依据', type: ProblemDto })
  async confirm(
    @Me() { actor }: SignedIn,
    @Param('id', CaseId) id: string,
    @Body() b: ConfirmProposalDto,
    @IdempotencyKey() key: ClerkOptions,
  ): Promise<CaseReceiptDto> {
    const confirmation = { version: b.version, happenedOn: b.happened_on, fields: b.fields ?? {} };
    return receiptDto(await this.proposals.confirm(actor, id, confirmation, key));
  }

  @Post(':id/dismissal')
  @Allow(...acting)
  @HttpCode(200)
  @ApiOperation({ summary: '不采纳：写明理由，留在案件的办理经过中' })
  @ApiOkResponse({ type: CaseReceiptDto })
  @ApiResponse({ status: 422, description: '不能办理，逐条列明理由和依据', type: ProblemDto })
  async dismiss(
    @Me() { actor }: SignedIn,
    @Param('id', CaseId) id: string,
    @Body() b: DismissProposalDto,
  ): Promise<CaseReceiptDto> {
    return receiptDto(await this.proposals.dismiss(actor, id, b.version, b.reason));
  }
}
