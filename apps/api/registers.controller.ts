import { NotFound } from '@anjuan/casework';
import { RegisterReading, Registers, Turning } from '@anjuan/registers';
import { reachOf, Workload } from '@anjuan/statistics';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import { receiptDto } from './cases.controller';
import { CaseReceiptDto } from './cases.dto';
import { ProblemDto } from './problem.dto';
import { FieldDoc } from './procedures.dto';
import {
  AmendedEntryDto,
  EntriesQueryDto,
  EntryDetailDto,
  EntryPageDto,
  EntryReceiptDto,
  NewEntryDto,
  RegisterDto,
  RespondentOrganDto,
  RevisionDto,
  TurnDto,
  WorkloadDto,
  WorkloadQueryDto,
} from './registers.dto';
import type { SignedIn } from './session.guard';

/** An id that cannot be one is an entry that does not exist: it looks the same. */
const entryId = new ParseUUIDPipe({ exceptionFactory: () => new NotFound('登记') });
/** Which of the two a register asks for is its own business; the route lets in whoever holds either. */
const keeping = ['register:keep', 'log:keep'] as const;

/** 登记簿: committees, mediators, points; receptions, sweeps and the disputes they found. */
@ApiTags('登记簿')
@ApiResponse({ status: 400, description: '填写有误', type: ProblemDto })
@ApiResponse({ status: 404, description: '没有，或者不在权限范围内', type: ProblemDto })
@Controller()
export class RegistersController {
  constructor(
    private readonly registers: Registers,
    private readonly reading: RegisterReading,
    private readonly turning: Turning,
    private readonly workload: Workload,
  ) {}

  @Get('registers')
  @Allow('register:read')
  @ApiOperation({ summary: '有哪些登记簿' })
  @ApiOkResponse({ type: [RegisterDto] })
  describe(@Me() { actor }: SignedIn): RegisterDto[] {
    return this.reading.describe(actor);
  }

  @Get('registers/:register')
  @Allow('register:read')
  @ApiOperation({ summary: '一本登记簿，起始日期新的在前；from 与 to 相同即为日清单' })
  @ApiOkResponse({ type: EntryPageDto })
  entries(
    @Me() { actor }: SignedIn,
    @Param('register') register: string,
    @Query() { organisation_id: organisationId, ...query }: EntriesQueryDto,
  ): Promise<EntryPageDto> {
    return this.reading.list(actor, register, { ...query, organisationId });
  }

  @Get('respondents')
  @Allow('register:read')
  @ApiOperation({ summary: '被申请人库中现有的机关' })
  @ApiOkResponse({ type: [RespondentOrganDto] })
  respondents(@Me() { actor }: SignedIn): Promise<RespondentOrganDto[]> {
    return this.reading.respondents(actor);
  }

  @Get('registers/:register/form')
  @Allow(...keeping)
  @ApiOperation({ summary: '登记表的栏目' })
  @ApiOkResponse({ type: [FieldDoc] })
  form(@Me() { actor }: SignedIn, @Param('register') register: string): Promise<FieldDoc[]> {
    return this.reading.form(actor, register);
  }

  @Post('registers/:register')
  @Allow(...keeping)
  @ApiOperation({ summary: '登记一条' })
  @ApiCreatedResponse({ type: EntryReceiptDto })
  @ApiResponse({ status: 422, description: '不能登记，逐条列明理由和依据', type: ProblemDto })
  enter(
    @Me() { actor }: SignedIn,
    @Param('register') register: string,
    @Body() { organisation_id: organisationId, values }: NewEntryDto,
  ): Promise<EntryReceiptDto> {
    return this.registers.enter(actor, register, { organisationId, values });
  }

  @Get('registers/:register/:id')
  @Allow('register:read')
  @ApiOperation({ summary: '一条登记和它的各版' })
  @ApiOkResponse({ type: EntryDetailDto })
  entry(
    @Me() { actor }: SignedIn,
    @Param('register') register: string,
    @Param('id', entryId) id: string,
  ): Promise<EntryDetailDto> {
    return this.reading.entry(actor, register, id);
  }

  @Put('registers/:register/:id')
  @Allow(...keeping)
  @ApiOperation({ summary: '更正或者变更一条登记，旧版留存' })
  @ApiOkResponse({ type: EntryReceiptDto })
  @ApiResponse({ status: 409, description: '登记已被他人更改', type: ProblemDto })
  @ApiResponse({ status: 422, description: '不能更改，逐条列明理由和依据', type: ProblemDto })
  amend(
    @Me() { actor }: SignedIn,
    @Param('register') register: string,
    @Param('id', entryId) id: string,
    @Body() { revision, values }: AmendedEntryDto,
  ): Promise<EntryReceiptDto> {
    return this.registers.amend(actor, register, id, revision, values);
  }

  @Post('registers/:register/:id/strike')
  @Allow(...keeping)
  @HttpCode(200)
  @ApiOperation({ summary: '作废误登的一条，各版留存' })
  @ApiOkResponse({ type: EntryReceiptDto })
  @ApiResponse({ status: 409, description: '登记已被他人更改', type: ProblemDto })
  @ApiResponse({ status: 422, description: '不能作废，逐条列明理由和依据', type: ProblemDto })
  strike(
    @Me() { actor }: SignedIn,
    @Param('register') register: string,
    @Param('id', entryId) id: string,
    @Body() { revision }: RevisionDto,
  ): Promise<EntryReceiptDto> {
    return this.registers.strike(actor, register, id, revision);
  }

  @Post('registers/:register/:id/case')
  @Allow(...keeping)
  @ApiOperation({ summary: '转为案件；未填的栏目沿用登记的内容' })
  @ApiCreatedResponse({ type: CaseReceiptDto })
  @ApiResponse({ status: 409, description: '登记已被他人更改', type: ProblemDto })
  @ApiResponse({ status: 422, description: '不能办理，逐条列明理由和依据', type: ProblemDto })
  async turn(
    @Me() { actor }: SignedIn,
    @Param('register') register: string,
    @Param('id', entryId) id: string,
    @Body() b: TurnDto,
  ): Promise<CaseReceiptDto> {
    const request = {
      kind: b.kind,
      event: b.event,
      happenedOn: b.happened_on,
      fields: b.fields ?? {},
      organisationId: b.organisation_id,
      ...(b.handler_id === undefined ? {} : { handlerId: b.handler_id }),
    };
    return receiptDto(await this.turning.turn(actor, register, { id, revision: b.revision }, request));
  }

  @Get('mediation-workload')
  @Allow('figures:read')
  @ApiOperation({ summary: '人民调解员的年度工作量，办件多的在前' })
  @ApiOkResponse({ type: [WorkloadDto] })
  mediators(@Me() { actor }: SignedIn, @Query() query: WorkloadQueryDto): Promise<WorkloadDto[]> {
    const { jurisdictionId } = actor;
    return this.workload.ofMediators({ jurisdictionId, ...query, reach: reachOf(actor) });
  }
}
