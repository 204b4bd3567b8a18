import {
  type ApplyRequest,
  CaseList,
  CasePages,
  type CaseReceipt,
  Clerk,
  type ClerkOptions,
  FieldErrors,
  NotFound,
  previewSheet,
} from '@anjuan/casework';
import { Proposals } from '@anjuan/coordination';
import { Audience } from '@anjuan/notices';
import {
  Body,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  Get,
  Header,
  HttpCode,
  Injectable,
  Logger,
  Param,
  type PipeTransform,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow, Me } from './access';
import { CaseListDto, CasePageDto } from './case-page.dto';
import { ApplyEventDto, CaseReceiptDto, CasesQueryDto, OpenCaseDto } from './cases.dto';
import { EventPreviewDto, previewDto } from './event-preview.dto';
import { acting, reading } from './kinds';
import { ProblemDto } from './problem.dto';
import type { SignedIn } from './session.guard';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An id that cannot be one is a case that does not exist: it looks the same. */
@Injectable()
export class CaseId implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new NotFound();
    return id;
  }
}

/** The key of a request that must not happen twice, as the clerk's options take it. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): ClerkOptions => {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (key === undefined) return {};
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new FieldErrors([{ field: 'Idempotency-Key', value: key, rule: '1至200个英文字符，不含空格' }]);
  return { idempotencyKey: key };
});
export const KeyHeader = () =>
  ApiHeader({ name: 'Idempotency-Key', required: false, description: '同一键重发得到同一答复，不会办理两次' });

export const receiptDto = (r: CaseReceipt): CaseReceiptDto => ({
  id: r.id,
  kind: r.kind,
  version: r.version,
  state: r.state,
  number: r.number,
  register_number: r.registerNumber,
  warnings: [...r.warnings],
});

/** Opening, acting and reading. Role, scope, guards, clocks and papers are the clerk's business, not the route's. */
@ApiTags('案件')
@ApiResponse({ status: 400, description: '填写有误', type: ProblemDto })
@ApiResponse({ status: 404, description: '没有，或者不在权限范围内', type: ProblemDto })
@Controller('cases')
export class CasesController {
  private readonly logger = new Logger(CasesController.name);

  constructor(
    private readonly clerk: Clerk,
    private readonly cases: CaseList,
    private readonly pages: CasePages,
    private readonly proposals: Proposals,
    private readonly audience: Audience,
  ) {}

  @Get()
  @Allow(...reading)
  @ApiOperation({ summary: '案件列表，最近变动的在前' })
  @ApiOkResponse({ type: CaseListDto })
  list(@Me() { actor }: SignedIn, @Query() q: CasesQueryDto): Promise<CaseListDto> {
    const { open, organisation_id, handler_id, opened_from, opened_to, ...rest } = q;
    return this.cases.list(actor, {
      ...rest,
      ...(open === undefined ? {} : { open: open === 'true' }),
      ...(organisation_id === undefined ? {} : { organisationId: organisation_id }),
      ...(handler_id === undefined ? {} : { handlerId: handler_id }),
      ...(opened_from === undefined ? {} : { openedFrom: opened_from }),
      ...(opened_to === undefined ? {} : { openedTo: opened_to }),
    });
  }

  @Post()
  @Allow(...acting)
  @KeyHeader()
  @ApiOperation({ summary: '开启案件，可连同后续环节一次保存' })
  @ApiCreatedResponse({ type: CaseReceiptDto })
  @ApiResponse({ status: 409, description: '幂等键已用于另一请求', type: ProblemDto })
  @ApiResponse({ status: 422, description: '不能办理，逐条列明理由和依据', type: ProblemDto })
  async open(
    @Me() { actor }: SignedIn,
    @Body() b: OpenCaseDto,
    @IdempotencyKey() key: ClerkOptions,
  ): Promise<CaseReceiptDto> {
    const request = {
      kind: b.kind,
      event: b.event,
      happenedOn: b.happened_on,
      fields: b.fields ?? {},
      organisationId: b.organisation_id,
      ...(b.handler_id === undefined ? {} : { handlerId: b.handler_id }),
      ...(b.parent_id === undefined ? {} : { parentId: b.parent_id }),
      ...(b.legacy_number === undefined ? {} : { legacyNumber: b.legacy_number }),
      further: (b.further ?? []).map((s) => ({ event: s.event, happenedOn: s.happened_on, fields: s.fields ?? {} })),
    };
    const receipt = await this.clerk.open(actor, request, key);
    // The case is saved; what the comparison misses, the night's walk finds.
    await this.proposals
      .look(actor.jurisdictionId, receipt.id)
      .catch((error: unknown) => this.logger.error(`未能比对案件${receipt.id}`, String(error)));
    return receiptDto(receipt);
  }

  @Get(':id')
  @Allow(...reading)
  @ApiOperation({ summary: '一件案件的全部：期限、文书、经过、当事人、可办环节' })
  @ApiOkResponse({ type: CasePageDto })
  page(@Me() { actor }: SignedIn, @Param('id', CaseId) id: string): Promise<CasePageDto> {
    return this.pages.page(actor, id);
  }

  @Post(':id/events/:event')
  @Allow(...acting)
  @HttpCode(200)
  @KeyHeader()
  @ApiParam({ name: 'event', description: '环节名，见 allowed_events' })
  @ApiOperation({ summary: '办理一个环节' })
  @ApiOkResponse({ type: CaseReceiptDto })
  @ApiResponse({ status: 409, description: '案件已被他人更新', type: ProblemDto })
  @ApiResponse({ status: 422, description: '不能办理，逐条列明理由和依据', type: ProblemDto })
  async act(
    @Me() { actor }: SignedIn,
    @Param('id', CaseId) caseId: string,
    @Param('event') event: string,
    @Body() b: ApplyEventDto,
    @IdempotencyKey() key: ClerkOptions,
  ): Promise<CaseReceiptDto> {
    return receiptDto(await this.clerk.apply(actor, requestOf(caseId, event, b), key));
  }

  @Post(':id/events/:event/preview')
  @Allow(...acting)
  @HttpCode(200)
  @ApiParam({ name: 'event', description: '环节名，见 allowed_events' })
  @ApiOperation({ summary: '预览一个环节：状态、文书和期限将有什么变化，不保存' })
  @ApiOkResponse({ type: EventPreviewDto })
  @ApiResponse({ status: 409, description: '案件已被他人更新', type: ProblemDto })
  @ApiResponse({ status: 422, description: '不能办理，逐条列明理由和依据', type: ProblemDto })
  async preview(
    @Me() { actor }: SignedIn,
    @Param('id', CaseId) caseId: string,
    @Param('event') event: string,
    @Body() b: ApplyEventDto,
  ): Promise<EventPreviewDto> {
    const preview = await this.clerk.preview(actor, requestOf(caseId, event, b));
    return previewDto(preview, await this.audience.named(actor, caseId, preview.clocks));
  }

  @Post(':id/events/:event/preview.xlsx')
  @Allow(...acting)
  @HttpCode(200)
  @Header('content-type', XLSX)
  @Header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent('期限影响清单.xlsx')}`)
  @ApiParam({ name: 'event', description: '环节名，见 allowed_events' })
  @ApiOperation({ summary: '预览的期限影响清单的 Excel 文件，不保存' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 409, description: '案件已被他人更新', type: ProblemDto })
  @ApiResponse({ status: 422, description: '不能办理，逐条列明理由和依据', type: ProblemDto })
  async previewSheet(
    @Me() { actor }: SignedIn,
    @Param('id', CaseId) caseId: string,
    @Param('event') event: string,
    @Body() b: ApplyEventDto,
  ): Promise<StreamableFile> {
    const preview = await this.clerk.preview(actor, requestOf(caseId, event, b));
    const told = await this.audience.named(actor, caseId, preview.clocks);
    return new StreamableFile(await previewSheet(preview.event_title, preview, told), { type: XLSX });
  }
}

const requestOf = (caseId: string, event: string, b: ApplyEventDto): ApplyRequest => ({
  caseId,
  event,
  version: b.version,
  happenedOn: b.happened_on,
  fields: b.fields ?? {},
  ...(b.impact === undefined ? {} : { impact: b.impact }),
});
