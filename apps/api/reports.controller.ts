import {
  Composer,
  type Composition,
  DeclaredIndicators,
  knownIndicators,
  paperOf,
  patterns,
  type Quoted,
} from '@anjuan/report';
import { reachOf } from '@anjuan/statistics';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Allow, Me } from './access';
import { ProblemDto } from './problem.dto';
import {
  ComposeDto,
  CompositionDto,
  DeclarationDecisionDto,
  DeclarationDto,
  KnownIndicatorDto,
  NamedTemplateDto,
  NewDeclarationDto,
  paragraphDto,
  type ReportFigureDto,
  ReportPaperDto,
  ReportPatternDto,
  ReportTemplateDto,
  templateDto,
  templateOf,
} from './reports.dto';
import type { SignedIn } from './session.guard';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

class OfYearDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2100)
  year?: number;
}

/** 年报编写 and 申报指标. A person composes with the figures within reach. */
@ApiTags('年度报告')
@ApiResponse({ status: 400, description: '填写有误', type: ProblemDto })
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly composer: Composer,
    private readonly declared: DeclaredIndicators,
  ) {}

  @Get('patterns')
  @Allow('report:read')
  @ApiOperation({ summary: '年报句式' })
  @ApiOkResponse({ type: [ReportPatternDto] })
  patterns(): ReportPatternDto[] {
    return patterns.map(({ id, title, paragraph }) => ({ id, title, paragraph: paragraphDto(paragraph) }));
  }

  @Get('templates')
  @Allow('report:read')
  @ApiOperation({ summary: '年报模板：本单位的在前，系统自带的在后' })
  @ApiOkResponse({ type: [NamedTemplateDto] })
  async templates(@Me() { actor }: SignedIn): Promise<NamedTemplateDto[]> {
    const list = await this.composer.templates(actor.jurisdictionId);
    return list.map(({ template, ...rest }) => ({ template: templateDto(template), ...rest }));
  }

  @Put('templates')
  @Allow('report:write')
  @ApiOperation({ summary: '保存为本单位的模板，每次保存是新的一版' })
  @ApiOkResponse({ type: NamedTemplateDto })
  async save(@Me() { actor }: SignedIn, @Body() b: ReportTemplateDto): Promise<NamedTemplateDto> {
    const { template, ...rest } = await this.composer.save(actor, templateOf(b));
    return { template: templateDto(template), ...rest };
  }

  @Post('compose')
  @Allow('report:read')
  @HttpCode(200)
  @ApiOperation({ summary: '按模板写出一个年度的正文' })
  @ApiOkResponse({ type: CompositionDto })
  async compose(@Me() me: SignedIn, @Body() b: ComposeDto): Promise<CompositionDto> {
    return compositionDto(await this.composed(me, b));
  }

  @Post('compose/frozen')
  @Allow('figures:freeze')
  @HttpCode(200)
  @ApiOperation({ summary: '先冻结正文所印、尚未冻结的数据，再写出正文' })
  @ApiOkResponse({ type: CompositionDto })
  @ApiResponse({ status: 422, description: '另一批数据正在冻结', type: ProblemDto })
  async freeze(@Me() me: SignedIn, @Body() b: ComposeDto): Promise<CompositionDto> {
    return compositionDto(await this.composed(me, b, me.actor.personId));
  }

  @Post('compose/paper')
  @Allow('report:read')
  @HttpCode(200)
  @ApiOperation({ summary: '按模板写成 Word 文件（GB/T 9704 版式）' })
  @ApiProduces(DOCX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async paper(@Me() me: SignedIn, @Body() { review, ...b }: ReportPaperDto): Promise<StreamableFile> {
    const composition = await this.composed(me, b);
    const name = `${composition.title}（${review ? '送审稿' : '公开稿'}）.docx`;
    return new StreamableFile(await paperOf(composition, { review }), {
      type: DOCX,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }

  @Get('indicators')
  @Allow('report:read')
  @ApiOperation({ summary: '可以申报的常用指标' })
  @ApiOkResponse({ type: [KnownIndicatorDto] })
  indicators(): KnownIndicatorDto[] {
    return [...knownIndicators];
  }

  @Get('declarations')
  @Allow('report:read')
  @ApiOperation({ summary: '申报指标，新的在前' })
  @ApiOkResponse({ type: [DeclarationDto] })
  declarations(@Me() { actor }: SignedIn, @Query() { year }: OfYearDto): Promise<DeclarationDto[]> {
    return this.declared.list(actor.jurisdictionId, year);
  }

  @Post('declarations')
  @Allow('report:write')
  @HttpCode(200)
  @ApiOperation({ summary: '申报一项指标' })
  @ApiOkResponse({ type: DeclarationDto })
  declare(@Me() { actor }: SignedIn, @Body() b: NewDeclarationDto): Promise<DeclarationDto> {
    return this.declared.declare(actor, b);
  }

  @Post('declarations/:id/decision')
  @Allow('report:approve')
  @HttpCode(200)
  @ApiOperation({ summary: '核定或者退回申报，申报人自己不能核定' })
  @ApiOkResponse({ type: DeclarationDto })
  @ApiResponse({ status: 404, description: '没有，或者不在权限范围内', type: ProblemDto })
  decide(
    @Me() { actor }: SignedIn,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { decision, remark }: DeclarationDecisionDto,
  ): Promise<DeclarationDto> {
    return this.declared.decide(actor, id, decision, remark ?? null);
  }

  private composed(
    { actor }: SignedIn,
    { year, cutoff, style, template }: ComposeDto,
    freezeBy?: string | null,
  ): Promise<Composition> {
    return this.composer.compose({
      jurisdictionId: actor.jurisdictionId,
      reach: reachOf(actor),
      year,
      cutoff,
      style,
      template: template && templateOf(template),
      freezeBy,
    });
  }
}

const compositionDto = ({ title, year, cutoff, template, blocks, gaps }: Composition): CompositionDto => ({
  title,
  year,
  cutoff,
  template: templateDto(template),
  blocks: blocks.map((b) => {
    const [heads, runs] = b.kind === 'table' ? [[...b.heads], b.cells] : [[], b.runs];
    const shown = runs.map(({ text, figures }) => ({ text, figures: figures.map(figureDto) }));
    return { kind: b.kind, pattern: b.pattern, heads, runs: shown };
  }),
  gaps: [...gaps],
});

const figureDto = ({
  metric,
  variant,
  title,
  reading,
  printed,
  unit,
  year,
  cutoff,
  source,
}: Quoted): ReportFigureDto => ({
  metric,
  variant,
  title,
  reading,
  printed,
  unit,
  year,
  cutoff,
  source: source.kind,
  source_id: source.kind === 'live' ? null : source.id,
});
