import { RespondentDesk } from '@anjuan/cases/reconsideration';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import { CaseId, receiptDto } from './cases.controller';
import { CaseReceiptDto } from './cases.dto';
import { ProblemDto } from './problem.dto';
import { AddressedNoticeDto, LetterReplyDto, RespondentAnswerDto } from './respondent.dto';
import type { SignedIn } from './session.guard';

/** The workspace of organs whose acts are reviewed: their notices, and no case. */
@ApiTags('被申请人')
@ApiResponse({ status: 404, description: '没有发给本机关的这份通知', type: ProblemDto })
@ApiResponse({ status: 422, description: '不能办理，逐条列明理由和依据', type: ProblemDto })
@Controller('respondent/notices')
export class RespondentController {
  constructor(private readonly desk: RespondentDesk) {}

  @Get()
  @Allow('respondent:read')
  @ApiOperation({ summary: '发给本机关的通知' })
  @ApiOkResponse({ type: [AddressedNoticeDto] })
  async notices(@Me() { actor }: SignedIn): Promise<AddressedNoticeDto[]> {
    const notices = await this.desk.notices(actor);
    return notices.map(({ papers, ...n }) => ({ ...n, papers: [...papers] }));
  }

  @Post(':id/receipt')
  @Allow('respondent:act')
  @HttpCode(200)
  @ApiOperation({ summary: '签收：期限自当日起算' })
  @ApiOkResponse({ type: CaseReceiptDto })
  async acknowledge(@Me() { actor }: SignedIn, @Param('id', CaseId) id: string): Promise<CaseReceiptDto> {
    return receiptDto(await this.desk.acknowledge(actor, id));
  }

  @Post(':id/answer')
  @Allow('respondent:act')
  @HttpCode(200)
  @ApiOperation({ summary: '提交答复和证据目录' })
  @ApiOkResponse({ type: CaseReceiptDto })
  async answer(
    @Me() { actor }: SignedIn,
    @Param('id', CaseId) id: string,
    @Body() body: RespondentAnswerDto,
  ): Promise<CaseReceiptDto> {
    return receiptDto(await this.desk.answer(actor, id, body));
  }

  @Post(':id/reply')
  @Allow('respondent:act')
  @HttpCode(200)
  @ApiOperation({ summary: '反馈意见书、建议书' })
  @ApiOkResponse({ type: CaseReceiptDto })
  async reply(
    @Me() { actor }: SignedIn,
    @Param('id', CaseId) id: string,
    @Body() body: LetterReplyDto,
  ): Promise<CaseReceiptDto> {
    return receiptDto(await this.desk.reply(actor, id, body));
  }
}
