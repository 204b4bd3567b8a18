import { FormReturns, formPeriod, periodName, Reconciliations, workbookOf } from '@anjuan/report';
import { reachOf } from '@anjuan/statistics';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import {
  CellQueryDto,
  FormCaseDto,
  FormFillDto,
  FormFreezeDto,
  FormFrozenDto,
  FormLineStateDto,
  FormPageDto,
  FormPeriodDto,
  FormReturnDto,
  FormStepDto,
  formPageDto,
  ItemsQueryDto,
  ReconciliationDto,
  ReconciliationItemDto,
  ReconciliationItemPageDto,
  ReconciliationUploadDto,
  returnDto,
  SettleDifferenceDto,
  versionDto,
} from './forms.dto';
import { ProblemDto } from './problem.dto';
import type { SignedIn } from './session.guard';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 统计报表: filled from the records, checked, returned or submitted; 对账 with an export of the upper platform. */
@ApiTags('统计报表')
@ApiResponse({ status: 400, description: '填写有误', type: ProblemDto })
@ApiResponse({ status: 404, description: '没有，或者不在权限范围内', type: ProblemDto })
@Controller()
export class FormsController {
  constructor(
    private readonly returns: FormReturns,
    private readonly reconciliations: Reconciliations,
  ) {}

  @Get('forms')
  @Allow('report:read')
  @ApiOperation({ summary: '一个期间的各张报表及其状态' })
  @ApiOkResponse({ type: [FormLineStateDto] })
  async list(@Me() { actor }: SignedIn, @Query() period: FormPeriodDto): Promise<FormLineStateDto[]> {
    return (await this.returns.overview(actor, formPeriod(period))).map(({ form, current }) => ({
      id: form.id,
      title: form.title,
      current: current && versionDto(current),
      failing: current?.checks.filter((c) => c.outcome === 'failing').length ?? 0,
    }));
  }

  @Get('forms/:form')
  @Allow('report:read')
  @ApiOperation({ summary: '一张报表：最新一版、不平衡的等式及其案件、各版' })
  @ApiOkResponse({ type: FormPageDto })
  async page(
    @Me() { actor }: SignedIn,
    @Param('form') form: string,
    @Query() period: FormPeriodDto,
  ): Promise<FormPageDto> {
    return formPageDto(await this.returns.page(actor, form, formPeriod(period)));
  }

  @Post('forms/:form/fill')
  @Allow('report:write')
  @HttpCode(200)
  @ApiOperation({ summary: '由案件记录填报，可以手工改写并写明理由' })
  @ApiOkResponse({ type: FormReturnDto })
  async fill(@Me() { actor }: SignedIn, @Param('form') form: string, @Body() b: FormFillDto): Promise<FormReturnDto> {
    const { changes, remark } = b;
    const list = changes?.map(({ cell, value, reason }) => ({ cell, value: value ?? null, reason }));
    return returnDto(await this.returns.fill(actor, form, formPeriod(b), { changes: list, remark }));
  }

  @Post('forms/:form/steps')
  @Allow('report:write', 'report:approve')
  @HttpCode(200)
  @ApiOperation({ summary: '审核、退回或者上报；上报须有核定权限' })
  @ApiOkResponse({ type: FormReturnDto })
  @ApiResponse({ status: 409, description: '已有新的一版', type: ProblemDto })
  @ApiResponse({ status: 422, description: '现在不能这样办', type: ProblemDto })
  async step(@Me() { actor }: SignedIn, @Param('form') form: string, @Body() b: FormStepDto): Promise<FormReturnDto> {
    const { version, step, reason, remark } = b;
    return returnDto(await this.returns.step(actor, form, formPeriod(b), { version, step, reason, remark }));
  }

  @Post('forms/frozen')
  @Allow('figures:freeze')
  @HttpCode(200)
  @ApiOperation({ summary: '冻结报表一个期间的全部数据，总数和分项，一次办结；已冻结的由新的取代' })
  @ApiOkResponse({ type: FormFrozenDto })
  @ApiResponse({ status: 422, description: '另一批数据正在冻结', type: ProblemDto })
  async freeze(@Me() { actor }: SignedIn, @Body() b: FormFreezeDto): Promise<FormFrozenDto> {
    const rows = await this.returns.freeze({
      jurisdictionId: actor.jurisdictionId,
      reach: reachOf(actor),
      forms: b.forms,
      period: formPeriod(b),
      by: actor.personId,
    });
    return { frozen: rows.length };
  }

  @Get('forms/:form/cases')
  @Allow('report:read')
  @ApiOperation({ summary: '一格背后的案件，最多500件' })
  @ApiOkResponse({ type: [FormCaseDto] })
  async cases(
    @Me() { actor }: SignedIn,
    @Param('form') form: string,
    @Query() { cell, ...period }: CellQueryDto,
  ): Promise<FormCaseDto[]> {
    return [...(await this.returns.casesOf(actor, form, formPeriod(period), cell))];
  }

  @Get('forms/:form/workbook')
  @Allow('report:read')
  @ApiOperation({ summary: '导出 Excel 表格' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(
    @Me() { actor, jurisdiction }: SignedIn,
    @Param('form') form: string,
    @Query() period: FormPeriodDto,
  ): Promise<StreamableFile> {
    const page = await this.returns.page(actor, form, formPeriod(period));
    const name = `${page.form.title}（${periodName(page.period)}）.xlsx`;
    return new StreamableFile(await workbookOf(page, { office: jurisdiction.name }), {
      type: XLSX,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }

  @Get('reconciliations')
  @Allow('report:read')
  @ApiOperation({ summary: '对账，新的在前' })
  @ApiOkResponse({ type: [ReconciliationDto] })
  reconciled(@Me() { actor }: SignedIn): Promise<ReconciliationDto[]> {
    return this.reconciliations.list(actor);
  }

  @Post('reconciliations')
  @Allow('report:write')
  @HttpCode(200)
  @ApiOperation({ summary: '与上级平台导出的表格对账' })
  @ApiOkResponse({ type: ReconciliationDto })
  compare(
    @Me() { actor }: SignedIn,
    @Body() { content, ...upload }: ReconciliationUploadDto,
  ): Promise<ReconciliationDto> {
    return this.reconciliations.compare(actor, { ...upload, bytes: Buffer.from(content, 'base64') });
  }

  @Get('reconciliations/:id/items')
  @Allow('report:read')
  @ApiOperation({ summary: '一次对账的差异' })
  @ApiOkResponse({ type: ReconciliationItemPageDto })
  items(
    @Me() { actor }: SignedIn,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ItemsQueryDto,
  ): Promise<ReconciliationItemPageDto> {
    return this.reconciliations.items(actor, id, query);
  }

  @Post('reconciliations/:id/items/:seq')
  @Allow('report:write')
  @HttpCode(200)
  @ApiOperation({ summary: '处理一项差异' })
  @ApiOkResponse({ type: ReconciliationItemDto })
  settle(
    @Me() { actor }: SignedIn,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('seq', ParseIntPipe) seq: number,
    @Body() { remark }: SettleDifferenceDto,
  ): Promise<ReconciliationItemDto> {
    return this.reconciliations.settle(actor, id, seq, remark);
  }
}
