import { type CaseList, type FigureRow, Figures, type Part, parts, reachOf, scopes } from '@anjuan/statistics';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { Allow, Me } from './access';
import { FactDto } from './case-page.dto';
import { LegalDayOptional } from './legal-day';
import type { SignedIn } from './session.guard';

const FlagOptional = () => Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value));

class YearQueryDto {
  @ApiProperty({ minimum: 1990, maximum: 2100, example: 2024, description: '年度' })
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2100)
  year: number;
  @LegalDayOptional('统计截止日，该年度内；不填为12月31日')
  cutoff?: string;
  @LegalDayOptional('按该日终了时的记录统计；不填为现在的记录')
  known_on?: string;
}

class FiguresQueryDto extends YearQueryDto {
  @ApiPropertyOptional({ description: '列出全部口径；不填只列本辖区采用的口径' })
  @IsOptional()
  @FlagOptional()
  @IsBoolean()
  all_variants?: boolean;
  @ApiPropertyOptional({ description: '附上案件编号' })
  @IsOptional()
  @FlagOptional()
  @IsBoolean()
  cases?: boolean;
}

class CountedCasesQueryDto extends YearQueryDto {
  @ApiPropertyOptional({ description: '口径；不填为本辖区采用的口径' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  variant?: string;
  @ApiPropertyOptional({ enum: parts, default: 'numerator', description: '分子或者分母' })
  @IsOptional()
  @IsIn(parts)
  part?: Part;
  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;
  @ApiPropertyOptional({ description: '上一页的 next' })
  @IsOptional()
  @IsString()
  @Length(36, 140)
  cursor?: string;
}

class CaseListsDto {
  @ApiProperty({ description: '分子案件清单的地址' })
  numeratorUrl: string;
  @ApiProperty({ type: String, nullable: true, description: '分母案件清单的地址；计数类为空' })
  denominatorUrl: string | null;
  @ApiPropertyOptional({ type: [String], description: '只在 cases=true 时给出' })
  numeratorIds?: readonly string[];
  @ApiPropertyOptional({ type: [String], nullable: true, description: '只在 cases=true 时给出' })
  denominatorIds?: readonly string[] | null;
}

class FigureDto implements FigureRow {
  @ApiProperty({ example: 'reconsideration-received', description: '指标编号' })
  metric: string;
  @ApiProperty({ example: '新收行政复议申请' })
  title: string;
  @ApiProperty({ example: 'default', description: '口径编号' })
  variant: string;
  @ApiProperty({ description: '口径说明' })
  reading: string;
  @ApiProperty({ enum: ['件', '起', '份', '人', '人次', '个', '次', '场', '场次', '%', '倍', '元', '万元'] })
  unit: FigureRow['unit'];
  @ApiProperty({ enum: Object.keys(scopes), description: '统计范围' })
  scope: FigureRow['scope'];
  @ApiProperty({
    enum: ['case', 'file', 'instance', 'meeting', 'entry'],
    description: '计数单位：案件、案（审级合并）、审级、会议、登记',
  })
  counts: FigureRow['counts'];
  @ApiProperty({
    type: Number,
    nullable: true,
    description: '件数、合计（金额为分）、未取整的百分数或者倍数；分母为零时为空',
  })
  value: number | null;
  @ApiProperty({ example: '98.5', description: '按本辖区的位数印出，不带单位；分母为零时为“—”' })
  printed: string;
  @ApiProperty({ enum: ['余', '以上'], type: String, nullable: true })
  approximate: FigureRow['approximate'];
  @ApiProperty({ type: String, nullable: true, example: '推定口径' })
  note: string | null;
  @ApiProperty({ description: '分子清单中的案件数' })
  numerator: number;
  @ApiProperty({ type: Number, nullable: true, description: '分母清单中的案件数' })
  denominator: number | null;
  @ApiProperty({ description: '定义版本' })
  definition: number;
  @ApiProperty({ type: CaseListsDto })
  caseLists: CaseListsDto;
}

class CountedCaseDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ description: '案件种类' })
  kind: string;
  @ApiProperty({ type: String, nullable: true })
  number: string | null;
  @ApiProperty()
  register_number: string;
  @ApiProperty()
  state: string;
  @ApiProperty({ description: '办理机构' })
  organisation: string;
  @ApiProperty({ type: [FactDto], description: '统计所依据的事实' })
  facts: readonly FactDto[];
}

class CountedCaseListDto implements CaseList {
  @ApiProperty()
  metric: string;
  @ApiProperty()
  title: string;
  @ApiProperty()
  variant: string;
  @ApiProperty({ enum: parts })
  part: Part;
  @ApiProperty({ enum: ['cases', 'entries'], description: '清单所列是案件还是登记簿的登记' })
  counts: CaseList['counts'];
  @ApiProperty({ description: '案件种类' })
  kind: string;
  @ApiProperty({ type: [CountedCaseDto] })
  items: readonly CountedCaseDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** Figures over the cases the person may see: a committee's head counts the committee, a bureau's officers the county. */
@ApiTags('年度数据')
@Controller('figures')
export class FiguresController {
  constructor(private readonly figures: Figures) {}

  @Get()
  @Allow('figures:read')
  @ApiOperation({ summary: '一个年度的各项指标', operationId: 'listFigures' })
  @ApiOkResponse({ type: [FigureDto] })
  list(@Me() { actor }: SignedIn, @Query() query: FiguresQueryDto): Promise<FigureDto[]> {
    return this.figures.figures({
      jurisdictionId: actor.jurisdictionId,
      year: query.year,
      cutoff: query.cutoff,
      knownOn: query.known_on,
      allVariants: query.all_variants,
      withCases: query.cases,
      reach: reachOf(actor),
    });
  }

  @Get(':metric/cases')
  @Allow('figures:read')
  @ApiOperation({ summary: '一项指标背后的案件', operationId: 'listFigureCases' })
  @ApiOkResponse({ type: CountedCaseListDto })
  cases(
    @Me() { actor }: SignedIn,
    @Param('metric') metric: string,
    @Query() query: CountedCasesQueryDto,
  ): Promise<CountedCaseListDto> {
    const { known_on: knownOn, ...rest } = query;
    return this.figures.casesOf({
      ...rest,
      knownOn,
      jurisdictionId: actor.jurisdictionId,
      metric,
      reach: reachOf(actor),
    });
  }
}
