import {
  type Breakdown,
  type BreakdownRow,
  type BrokenPart,
  type CaseList,
  type Change,
  countingUnits,
  type Dimension,
  type FigureRow,
  type Part,
  parts,
  scopes,
} from '@anjuan/statistics';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { FactDto } from './case-page.dto';
import { FlagOptional } from './flag';
import { LegalDay } from './legal-day';
import { CursorOptional, PageSize } from './paging';
import { PeriodQueryDto } from './period.dto';

export class FiguresQueryDto extends PeriodQueryDto {
  @FlagOptional('附上上年同期和同比')
  compared?: boolean;
  @FlagOptional('列出全部口径；不填只列本辖区采用的口径')
  all_variants?: boolean;
  @FlagOptional('附上案件编号')
  cases?: boolean;
}

export class CountedCasesQueryDto extends PeriodQueryDto {
  @ApiPropertyOptional({ description: '口径；不填为本辖区采用的口径' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  variant?: string;
  @ApiPropertyOptional({ enum: parts, default: 'numerator', description: '分子或者分母' })
  @IsOptional()
  @IsIn(parts)
  part?: Part;
  @PageSize(500, 100)
  limit?: number;
  @CursorOptional(36, 140)
  cursor?: string;
  @ApiPropertyOptional({ description: '只列分解后的一部分：分解维度' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  by?: string;
  @ApiPropertyOptional({ description: '这一部分的代码；给出维度而不给代码，即未注明的部分' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  key?: string;
}

export class BreakdownQueryDto extends PeriodQueryDto {
  @ApiProperty({ example: 'organisation', description: '分解维度：organisation、month，或者案件的一个代码、文字字段' })
  @IsString()
  @Length(1, 60)
  by: string;
  @ApiPropertyOptional({ description: '口径；不填为本辖区采用的口径' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  variant?: string;
  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 100, description: '最多列出的部分，其余合并' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  most?: number;
  @FlagOptional('附上上年同期和同比')
  compared?: boolean;
}

export class NewestOpeningQueryDto {
  @LegalDay('截至哪一日（含当日）')
  by: string;
}
export class NewestOpeningDto {
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '本辖区这一日以前没有案件时为空' })
  openedOn: string | null;
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

export class ChangeDto implements Change {
  @ApiProperty({ type: Number, nullable: true, description: '同比增减；没有可比的数时为空' })
  value: number | null;
  @ApiProperty({ example: '12.5' })
  printed: string;
  @ApiProperty({ enum: ['%', '个百分点'], description: '比率同比以百分点计，其余以百分比计' })
  unit: Change['unit'];
}

class YearBeforeDto implements NonNullable<FigureRow['yearBefore']> {
  @ApiProperty({ format: 'date' })
  from: string;
  @ApiProperty({ format: 'date' })
  to: string;
  @ApiProperty({ type: Number, nullable: true })
  value: number | null;
  @ApiProperty()
  printed: string;
  @ApiProperty()
  numerator: number;
  @ApiProperty({ type: Number, nullable: true })
  denominator: number | null;
  @ApiProperty({ type: ChangeDto, nullable: true, description: '本身即为增减率的指标为空' })
  change: ChangeDto | null;
}

export class FigureDto implements FigureRow {
  @ApiProperty({ example: 'reconsideration-received', description: '指标编号' })
  metric: string;
  @ApiProperty({ example: '新收行政复议申请' })
  title: string;
  @ApiProperty({ example: 'reconsideration', description: '案件（登记簿）种类' })
  kind: string;
  @ApiProperty({ example: 'default', description: '口径编号' })
  variant: string;
  @ApiProperty({ description: '口径说明' })
  reading: string;
  @ApiProperty({ enum: ['件', '起', '份', '人', '人次', '个', '次', '场', '场次', '天', '%', '倍', '元', '万元'] })
  unit: FigureRow['unit'];
  @ApiProperty({ enum: Object.keys(scopes), description: '统计范围' })
  scope: FigureRow['scope'];
  @ApiProperty({
    enum: Object.keys(countingUnits),
    description: `计数单位：${Object.values(countingUnits).join('；')}`,
  })
  counts: FigureRow['counts'];
  @ApiProperty({
    type: Number,
    nullable: true,
    description: '件数、合计（金额为分）、未取整的百分数、倍数或者平均天数；分母为零时为空',
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
  @ApiProperty({
    type: Number,
    nullable: true,
    description: '分子清单的合计：金额（分）、人数或者天数；按件计数的为空',
  })
  summed: number | null;
  @ApiProperty({ description: '定义版本' })
  definition: number;
  @ApiPropertyOptional({ type: YearBeforeDto, description: '上年同期；只在 compared=true 时给出' })
  yearBefore?: YearBeforeDto;
  @ApiProperty({ type: CaseListsDto })
  caseLists: CaseListsDto;
}

export class CountedCaseDto {
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
  @ApiProperty({ description: '限制知悉，本人不在知悉范围：不列案号、状态和事实' })
  restricted: boolean;
}

export class CountedCaseListDto implements CaseList {
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

class DimensionDto implements Dimension {
  @ApiProperty({ example: 'organisation' })
  id: string;
  @ApiProperty({ example: '办理机构' })
  title: string;
}

class PartValueDto {
  @ApiProperty({ type: Number, nullable: true })
  value: number | null;
  @ApiProperty()
  printed: string;
}

class BrokenPartDto implements BrokenPart {
  @ApiProperty({ description: '案件数，或者金额（分）、人数的合计' })
  numerator: number;
  @ApiProperty({ type: Number, nullable: true })
  denominator: number | null;
  @ApiProperty({ type: Number, nullable: true })
  value: number | null;
  @ApiProperty()
  printed: string;
  @ApiProperty({ type: String, nullable: true, description: '占总数的百分比；比率类为空' })
  share: string | null;
  @ApiProperty({ type: PartValueDto, nullable: true, description: '上年同期；只在 compared=true 时给出' })
  before: PartValueDto | null;
  @ApiProperty({ type: ChangeDto, nullable: true })
  change: ChangeDto | null;
}

class BreakdownRowDto extends BrokenPartDto implements BreakdownRow {
  @ApiProperty({ description: '代码、文字、机构编号或者月份' })
  key: string;
  @ApiProperty()
  label: string;
}

export class BreakdownDto implements Breakdown {
  @ApiProperty()
  metric: string;
  @ApiProperty()
  title: string;
  @ApiProperty()
  variant: string;
  @ApiProperty()
  reading: string;
  @ApiProperty({ type: String })
  unit: Breakdown['unit'];
  @ApiProperty({ enum: Object.keys(scopes) })
  scope: Breakdown['scope'];
  @ApiProperty({ type: DimensionDto })
  by: DimensionDto;
  @ApiProperty({ type: [DimensionDto], description: '这一指标可以按哪些维度分解' })
  dimensions: readonly DimensionDto[];
  @ApiProperty({ type: [BreakdownRowDto] })
  rows: readonly BreakdownRowDto[];
  @ApiProperty({ type: BrokenPartDto, nullable: true, description: '未注明' })
  unknown: BrokenPartDto | null;
  @ApiProperty({ type: BrokenPartDto, nullable: true, description: '其余（未逐一列出的）' })
  rest: BrokenPartDto | null;
  @ApiProperty({ type: BrokenPartDto, description: '总数：各部分、其余与未注明之和' })
  whole: BrokenPartDto;
}
