import {
  type Bucket,
  buckets,
  type DeadlineView,
  type OverviewQuery,
  type OverviewRowView,
  overviewKeys,
  type WorkCountView,
  type WorkView,
} from '@anjuan/casework';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { CaseRefDto, LightDto } from './case-page.dto';
import { LegalDayOptional } from './legal-day';
import { PageSize } from './paging';
import { NamedDto } from './session.dto';

/** What the list and the overview of deadlines are both narrowed by. */
class NarrowedDto {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 40)
  kind?: string;
  @ApiPropertyOptional({ format: 'uuid', description: '办理机构(含下级)' })
  @IsOptional()
  @IsUUID()
  organisation_id?: string;
  @LegalDayOptional('届满日自')
  due_from?: string;
  @LegalDayOptional('届满日至')
  due_to?: string;
  @ApiPropertyOptional({ minimum: 1, maximum: 365, default: 7, description: '临期：自今天起多少天以内届满' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(365)
  within?: number;
}

export class DeadlinesQueryDto extends NarrowedDto {
  @ApiPropertyOptional({
    enum: buckets,
    description:
      'overdue 已超期 · today 今天到期 · near 临期（within 天内） · orange 3个工作日内 · yellow 10日内 · green 10日以上 · suspended 中止 · provisional 暂定（待放假安排公布）',
  })
  @IsOptional()
  @IsIn(buckets)
  bucket?: Bucket;
  @ApiPropertyOptional({ enum: ['me', 'none'], description: 'me 我承办的，none 未分配承办人的' })
  @IsOptional()
  @IsIn(['me', 'none'])
  handler?: 'me' | 'none';
  @ApiPropertyOptional({ format: 'uuid', description: '由谁承办' })
  @IsOptional()
  @IsUUID()
  handler_id?: string;
  @ApiPropertyOptional({ example: 'reconsideration.respondent-answer', description: '哪一种期限' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  limit_id?: string;
  @PageSize(100, 20)
  limit?: number;
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 400)
  cursor?: string;
}

export class DeadlineDto implements DeadlineView {
  @ApiProperty({ format: 'uuid' })
  clock_id: string;
  @ApiProperty({ type: CaseRefDto })
  case: CaseRefDto;
  @ApiProperty()
  kind_title: string;
  @ApiProperty({ type: NamedDto, nullable: true })
  handler: NamedDto | null;
  @ApiProperty()
  limit: string;
  @ApiProperty()
  title: string;
  @ApiProperty()
  duty_title: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  due: string | null;
  @ApiProperty({ type: Number, nullable: true })
  days_left: number | null;
  @ApiProperty({ description: '放假安排未公布，届满日暂定' })
  provisional: boolean;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '暂定日期最早可能' })
  earliest: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '暂定日期最晚可能' })
  latest: string | null;
  @ApiProperty({ type: NamedDto })
  organisation: NamedDto;
  @ApiProperty()
  party_names: string;
  @ApiProperty({ type: LightDto })
  light: LightDto;
  @ApiProperty({ description: '一句话说明：自何日起、依何条、至何日' })
  why: string;
}

export class DeadlineListDto {
  @ApiProperty({ type: [DeadlineDto] })
  items: DeadlineDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class OverviewQueryDto extends NarrowedDto {
  @ApiProperty({
    enum: overviewKeys,
    description: 'person 承办人 · organisation 机构 · limit 期限 · day、week、month 届满日',
  })
  @IsIn(overviewKeys)
  by: OverviewQuery['by'];
}
export class OverviewRowDto implements OverviewRowView {
  @ApiProperty({
    type: String,
    nullable: true,
    description: '人员、机构、期限的编号，日期，周一的日期，或者月份；未分配为 null',
  })
  key: string | null;
  @ApiProperty()
  title: string;
  @ApiProperty({ description: '在计' })
  running: number;
  @ApiProperty({ description: '超期' })
  overdue: number;
  @ApiProperty({ description: '今天到期' })
  today: number;
  @ApiProperty({ description: '临期，含今天' })
  near: number;
  @ApiProperty({ description: '中止' })
  suspended: number;
  @ApiProperty({ description: '暂定' })
  provisional: number;
}

export class WorkCountDto implements WorkCountView {
  @ApiProperty({ example: 'overdue' })
  code: string;
  @ApiProperty({ example: '超期' })
  title: string;
  @ApiProperty()
  count: number;
  @ApiProperty({ enum: ['cases', 'deadlines'] })
  list: 'cases' | 'deadlines';
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: '打开的列表的查询条件' })
  query: Record<string, string>;
}

export class WorkDto implements WorkView {
  @ApiProperty()
  kind: string;
  @ApiProperty()
  kind_title: string;
  @ApiProperty({ enum: ['mine', 'office'] })
  whose: 'mine' | 'office';
  @ApiProperty({ example: '我承办的行政复议案件未办结12件，其中超期1件。' })
  sentence: string;
  @ApiProperty({ type: [WorkCountDto] })
  counts: WorkCountDto[];
}
