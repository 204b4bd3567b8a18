import {
  type Broken,
  type ChangedCase,
  type ChangedPart,
  caseChanges,
  causes,
  countingUnits,
  type Difference,
  type FrozenFigure,
  type Part,
  type PrintedPart,
  parts,
  scopes,
  type Verification,
} from '@anjuan/statistics';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  ValidateNested,
} from 'class-validator';
import { FactDto } from './case-page.dto';
import { CountedCaseDto } from './figures.dto';
import { FlagOptional } from './flag';
import { CursorOptional, PageSize } from './paging';
import { PeriodQueryDto } from './period.dto';

export class FrozenQueryDto extends PeriodQueryDto {
  @ApiPropertyOptional({ description: '只列一项指标' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  metric?: string;
  @FlagOptional('也列出已被后来的冻结取代的')
  history?: boolean;
}

class ChosenFigureDto {
  @ApiProperty({ example: 'reconsideration-received', description: '指标编号' })
  @IsString()
  @Length(1, 100)
  metric: string;
  @ApiPropertyOptional({ description: '口径；不填为本辖区采用的口径' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  variant?: string;
  @ApiPropertyOptional({ example: 'dispute_type', description: '按什么分项冻结；不填为只冻结总数' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  by?: string;
}

export class FreezeDto extends PeriodQueryDto {
  @ApiPropertyOptional({ type: [ChosenFigureDto], description: '冻结哪些指标；不填为全部' })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ChosenFigureDto)
  figures?: ChosenFigureDto[];
}

export class FrozenCasesQueryDto {
  @ApiPropertyOptional({ enum: parts, default: 'numerator', description: '分子或者分母' })
  @IsOptional()
  @IsIn(parts)
  part?: Part;
  @ApiPropertyOptional({ description: '分项冻结的，只列这一项；空文本为未注明的' })
  @IsOptional()
  @IsString()
  @Length(0, 200)
  key?: string;
  @PageSize(500, 100)
  limit?: number;
  @CursorOptional(36, 140)
  cursor?: string;
}

export class FrozenFigureDto implements FrozenFigure {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ description: '本辖区冻结的第几号' })
  seq: number;
  @ApiProperty()
  metric: string;
  @ApiProperty()
  variant: string;
  @ApiProperty()
  title: string;
  @ApiProperty({ description: '口径说明' })
  reading: string;
  @ApiProperty({ description: '案件（登记簿）种类' })
  kind: string;
  @ApiProperty({ description: '算法：计数、合计、比率等' })
  arithmetic: string;
  @ApiProperty()
  unit: string;
  @ApiProperty({ enum: Object.keys(scopes) })
  scope: string;
  @ApiProperty({ enum: Object.keys(countingUnits) })
  counts: string;
  @ApiProperty({ description: '定义版本' })
  definition: number;
  @ApiProperty({ format: 'date' })
  period_from: string;
  @ApiProperty({ format: 'date' })
  period_to: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '按该日终了时的记录' })
  known_on: string | null;
  @ApiProperty({ description: '案件数，或者金额（分）、人数的合计' })
  numerator: number;
  @ApiProperty({ type: Number, nullable: true })
  denominator: number | null;
  @ApiProperty({ type: Number, nullable: true, description: '未取整的值；分母为零时为空' })
  value: number | null;
  @ApiProperty()
  printed: string;
  @ApiProperty({ type: String, nullable: true })
  approximate: string | null;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  @ApiProperty()
  numerator_list: string;
  @ApiProperty({ type: String, nullable: true })
  denominator_list: string | null;
  @ApiProperty({ description: '分子清单中的案件数' })
  numerator_cases: number;
  @ApiProperty({ type: Number, nullable: true })
  denominator_cases: number | null;
  @ApiProperty({ description: '分子，金额连同单位' })
  numerator_printed: string;
  @ApiProperty({ type: String, nullable: true })
  denominator_printed: string | null;
  @ApiProperty({ type: String, nullable: true, description: '按什么分项冻结；只冻结总数的为空' })
  split_by: string | null;
  @ApiProperty({ type: String, nullable: true, description: '分项的名称' })
  split_title: string | null;
  @ApiProperty({ description: '分子的定义' })
  numerator_words: string;
  @ApiProperty({ type: String, nullable: true })
  denominator_words: string | null;
  @ApiProperty({ format: 'date-time' })
  frozen_at: string;
  @ApiProperty({ type: String, nullable: true, description: '冻结人；命令冻结的为空' })
  frozen_by: string | null;
  @ApiProperty({ description: '校验值（SHA-256）' })
  hash: string;
  @ApiProperty({ description: '已被后来的冻结取代' })
  superseded: boolean;
}

export class FrozenCasesDto {
  @ApiProperty({ type: FrozenFigureDto })
  figure: FrozenFigureDto;
  @ApiProperty({ enum: parts })
  part: Part;
  @ApiProperty({ type: [CountedCaseDto] })
  items: readonly CountedCaseDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

class ChangedCaseDto implements ChangedCase {
  @ApiProperty({ description: '限制知悉，本人不在知悉范围：不列案号和事实' })
  restricted: boolean;
  @ApiProperty({ enum: parts })
  part: Part;
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  kind: string;
  @ApiProperty({ type: String, nullable: true })
  number: string | null;
  @ApiProperty()
  organisation: string;
  @ApiProperty({ enum: Object.keys(caseChanges) })
  change: ChangedCase['change'];
  @ApiProperty({
    enum: Object.keys(causes),
    description: Object.entries(causes)
      .map((c) => c.join('：'))
      .join('；'),
  })
  cause: ChangedCase['cause'];
  @ApiProperty({ type: [FactDto] })
  before: readonly FactDto[];
  @ApiProperty({ type: [FactDto] })
  after: readonly FactDto[];
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  recorded_at: string | null;
}

class CountedAnewDto implements NonNullable<Difference['now']> {
  @ApiProperty({ type: Number, nullable: true })
  value: number | null;
  @ApiProperty()
  printed: string;
  @ApiProperty()
  numerator: number;
  @ApiProperty({ type: Number, nullable: true })
  denominator: number | null;
  @ApiProperty({ description: '分子，金额连同单位' })
  numerator_printed: string;
  @ApiProperty({ type: String, nullable: true })
  denominator_printed: string | null;
  @ApiProperty()
  definition: number;
  @ApiProperty()
  numerator_words: string;
  @ApiProperty({ type: String, nullable: true })
  denominator_words: string | null;
}

class PrintedPartDto implements PrintedPart {
  @ApiProperty()
  printed: string;
  @ApiProperty({ description: '分子，金额连同单位' })
  numerator: string;
  @ApiProperty({ type: String, nullable: true })
  denominator: string | null;
}

class ChangedPartDto implements ChangedPart {
  @ApiProperty({ type: String, nullable: true, description: '空为未注明' })
  key: string | null;
  @ApiProperty()
  label: string;
  @ApiProperty({ type: PrintedPartDto, nullable: true, description: '冻结时；没有这一项的为空' })
  frozen: PrintedPartDto | null;
  @ApiProperty({ type: PrintedPartDto, nullable: true, description: '现在' })
  now: PrintedPartDto | null;
}

export class DifferenceDto implements Difference {
  @ApiProperty({ type: FrozenFigureDto })
  figure: FrozenFigureDto;
  @ApiProperty({ type: CountedAnewDto, nullable: true, description: '现在重算的数；指标已不再统计时为空' })
  now: CountedAnewDto | null;
  @ApiProperty({ description: '定义已变更' })
  redefined: boolean;
  @ApiProperty({ type: [ChangedPartDto], description: '分项冻结的各项' })
  parts: readonly ChangedPartDto[];
  @ApiProperty({ type: [ChangedCaseDto] })
  cases: readonly ChangedCaseDto[];
  @ApiProperty({ description: '有变动的案件总数，含未列出的' })
  total: number;
}

class BrokenDto implements Broken {
  @ApiProperty()
  seq: number;
  @ApiProperty({ type: String, nullable: true })
  id: string | null;
  @ApiProperty({ type: String, nullable: true })
  metric: string | null;
  @ApiProperty({ type: String, nullable: true })
  title: string | null;
  @ApiProperty({ type: [String] })
  problems: readonly string[];
}

export class VerificationDto implements Verification {
  @ApiProperty({ description: '核验的条数' })
  checked: number;
  @ApiProperty({ type: String, nullable: true, description: '最后一条的校验值' })
  last: string | null;
  @ApiProperty({
    description: '数据库是否登记末条；不登记的（Citus），末尾被删去的无从发现，须与另行保存的末条校验值核对',
  })
  registered: boolean;
  @ApiProperty({ type: [BrokenDto] })
  broken: readonly BrokenDto[];
}
