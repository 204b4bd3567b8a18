import { NotFound } from '@anjuan/casework';
import {
  Grouping,
  type Holding,
  Links,
  type LinkView,
  Meetings,
  Proposals,
  type ProposalView,
  SittingCalendar,
  Transfers,
} from '@anjuan/coordination';
import { Audience } from '@anjuan/notices';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { Allow, Me } from './access';
import { CaseId, receiptDto } from './cases.controller';
import { CaseReceiptDto } from './cases.dto';
import {
  CalendarEntryDto,
  CalendarQueryDto,
  ConveneDto,
  CopyAnswerDto,
  CopyDto,
  DecisionDto,
  HoldDto,
  LinkDto,
  NewLinkDto,
  NewSeriesDto,
  ProposalDto,
  SeenCaseDto,
  TransferRowDto,
  WhyDto,
} from './coordination.dto';
import { EventPreviewDto, previewDto } from './event-preview.dto';
import { acting, reading } from './kinds';
import { problemOf } from './problem';
import { ProblemDto } from './problem.dto';
import { NamedDto } from './session.dto';
import type { SignedIn } from './session.guard';

const linkId = new ParseUUIDPipe({ exceptionFactory: () => new NotFound('关联') });
const proposalId = new ParseUUIDPipe({ exceptionFactory: () => new NotFound('提示') });

/** What belongs together across cases. What one case undergoes (移送、更正、并入系列) is an event of its own. */
@ApiTags('协调')
@ApiResponse({ status: 404, description: '没有，或者不在权限范围内', type: ProblemDto })
@Controller()
export class CoordinationController {
  constructor(
    private readonly links: Links,
    private readonly grouping: Grouping,
    private readonly meetings: Meetings,
    private readonly calendar: SittingCalendar,
    private readonly transfers: Transfers,
    private readonly proposals: Proposals,
    private readonly audience: Audience,
  ) {}

  @Get('cases/:id/links')
  @Allow(...reading)
  @ApiOperation({ summary: '关联案件，含已解除的' })
  @ApiOkResponse({ type: [LinkDto] })
  async linksOf(@Me() { actor }: SignedIn, @Param('id', CaseId) id: string): Promise<LinkDto[]> {
    return (await this.links.of(actor, id)).map(linkDto);
  }

  @Post('cases/:id/links')
  @Allow(...acting)
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiOperation({ summary: '建立关联' })
  async link(@Me() { actor }: SignedIn, @Param('id', CaseId) caseId: string, @Body() b: NewLinkDto): Promise<void> {
    await this.links.add(actor, {
      caseId,
      otherId: b.other_id,
      reason: b.reason,
      ...(b.note === undefined ? {} : { note: b.note }),
    });
  }

  @Post('links/:id/undo')
  @Allow(...acting)
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiOperation({ summary: '解除关联，原记录保留' })
  async unlink(@Me() { actor }: SignedIn, @Param('id', linkId) id: string, @Body() b: WhyDto): Promise<void> {
    await this.links.undo(actor, id, b.why);
  }

  @Get('cases/:id/same-act')
  @Allow(...reading)
  @ApiOperation({ summary: '针对同一行政行为的案件' })
  @ApiOkResponse({ type: [SeenCaseDto] })
  sameAct(@Me() { actor }: SignedIn, @Param('id', CaseId) id: string): Promise<SeenCaseDto[]> {
    return this.proposals.againstSameAct(actor, id);
  }

  @Get('cases/:id/proposals')
  @Allow(...reading)
  @ApiOperation({ summary: '疑似重复或者系列的提示，理由并列' })
  @ApiOkResponse({ type: [ProposalDto] })
  async proposalsOf(@Me() { actor }: SignedIn, @Param('id', CaseId) id: string): Promise<ProposalDto[]> {
    return (await this.proposals.list(actor, id)).map(proposalDto);
  }

  @Get('proposals')
  @Allow(...reading)
  @ApiOperation({ summary: '待人判断的疑似重复、系列' })
  @ApiOkResponse({ type: [ProposalDto] })
  async open(@Me() { actor }: SignedIn): Promise<ProposalDto[]> {
    return (await this.proposals.list(actor)).map(proposalDto);
  }

  @Post('proposals/:id/decision')
  @Allow(...acting)
  @HttpCode(200)
  @ApiOperation({ summary: '作出判断；以后可以改判' })
  @ApiOkResponse({ type: ProposalDto })
  async decide(
    @Me() { actor }: SignedIn,
    @Param('id', proposalId) id: string,
    @Body() b: DecisionDto,
  ): Promise<ProposalDto> {
    return proposalDto(await this.proposals.decide(actor, id, b.decision, b.why));
  }

  @Post('series')
  @Allow('series:act')
  @ApiOperation({ summary: '把几件案件立为系列，指定示范案件' })
  @ApiCreatedResponse({ type: CaseReceiptDto })
  async form(@Me() { actor }: SignedIn, @Body() b: NewSeriesDto): Promise<CaseReceiptDto> {
    const { organisation_id: organisationId, happened_on: happenedOn, lead_id: leadId, member_ids: memberIds } = b;
    const { title, act, reason } = b;
    const series = {
      organisationId,
      happenedOn,
      leadId,
      memberIds,
      title,
      reason,
      ...(act === undefined ? {} : { act }),
    };
    return receiptDto(await this.grouping.form(actor, series));
  }

  @Post('series/:id/copies')
  @Allow(...acting)
  @HttpCode(200)
  @ApiOperation({ summary: '把示范案件的一个环节（中止、听证、通知）复制到成员；各自适用规则' })
  @ApiOkResponse({ type: [CopyAnswerDto] })
  async copy(@Me() { actor }: SignedIn, @Param('id', CaseId) id: string, @Body() b: CopyDto): Promise<CopyAnswerDto[]> {
    const answers = await this.grouping.copy(actor, id, b.seq, b.member_ids ?? null);
    return answers.map((a) => ({
      case: a.case,
      done: a.error === null,
      problem: a.error === null ? null : problemOf(a.error),
    }));
  }

  @Post('meetings')
  @Allow('meeting:act')
  @ApiOperation({ summary: '安排会议，连同所涉争议；场所和人员不得重复安排' })
  @ApiCreatedResponse({ type: CaseReceiptDto })
  async convene(@Me() { actor }: SignedIn, @Body() b: ConveneDto): Promise<CaseReceiptDto> {
    const { organisation_id: organisationId, happened_on: happenedOn, fields, case_ids: caseIds } = b;
    return receiptDto(await this.meetings.convene(actor, { organisationId, happenedOn, fields, caseIds }));
  }

  @Post('meetings/:id/holding')
  @Allow('meeting:act')
  @HttpCode(200)
  @ApiOperation({ summary: '登记会议召开和各争议的结果' })
  @ApiOkResponse({ type: CaseReceiptDto })
  async hold(@Me() { actor }: SignedIn, @Param('id', CaseId) id: string, @Body() b: HoldDto): Promise<CaseReceiptDto> {
    return receiptDto(await this.meetings.hold(actor, holdingOf(id, b)));
  }

  @Post('meetings/:id/holding/preview')
  @Allow('meeting:act')
  @HttpCode(200)
  @ApiOperation({ summary: '预览会议召开：会议和各争议的状态将有什么变化，不保存' })
  @ApiOkResponse({ type: [EventPreviewDto] })
  async previewHolding(
    @Me() { actor }: SignedIn,
    @Param('id', CaseId) id: string,
    @Body() b: HoldDto,
  ): Promise<EventPreviewDto[]> {
    const previews: EventPreviewDto[] = [];
    for (const preview of await this.meetings.preview(actor, holdingOf(id, b)))
      previews.push(previewDto(preview, await this.audience.named(actor, preview.case.id, preview.clocks)));
    return previews;
  }

  @Get('calendar')
  @Allow(...reading)
  @ApiOperation({ summary: '听证、会议排期' })
  @ApiOkResponse({ type: [CalendarEntryDto] })
  sittings(@Me() { actor }: SignedIn, @Query() q: CalendarQueryDto): Promise<CalendarEntryDto[]> {
    return this.calendar.between(actor, q.from, q.to);
  }

  @Get('transfers')
  @Allow(...reading)
  @ApiOperation({ summary: '移送到本机构和从本机构移出的案件，待签收的在前' })
  @ApiOkResponse({ type: [TransferRowDto] })
  listTransfers(@Me() { actor }: SignedIn): Promise<TransferRowDto[]> {
    return this.transfers.list(actor);
  }

  @Get('transfers/targets')
  @Allow(...acting)
  @ApiOperation({ summary: '可以移送到的机构' })
  @ApiOkResponse({ type: [NamedDto] })
  targets(@Me() { actor }: SignedIn): Promise<NamedDto[]> {
    return this.transfers.targets(actor);
  }
}

const holdingOf = (meetingId: string, { version, happened_on: happenedOn, fields, results }: HoldDto): Holding => ({
  meetingId,
  version,
  happenedOn,
  fields,
  results: results.map((r) => ({ caseId: r.case_id, outcome: r.outcome })),
});
const linkDto = (l: LinkView): LinkDto => ({
  ...l,
  made_at: l.made_at.toISOString(),
  undone_at: l.undone_at?.toISOString() ?? null,
});
const proposalDto = (p: ProposalView): ProposalDto => ({ ...p, decided_at: p.decided_at?.toISOString() ?? null });
