import { type Bucket, buckets, type DeadlineView, type WorkCountView, type WorkView } from '@anjuan/casework';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { CaseRefDto, LightDto } from './case-page.dto';
import { NamedDto } from './session.dto';

export class DeadlinesQueryDto {
  @ApiPropertyOptional({
    enum: buckets,
    description:
      'overdue 已超期 · today 今天到期 · orange 3个工作日内 · yellow 10日内 · green 10日以上 · suspended 中止',
  })
  @IsOptional()
  @IsIn(buckets)
  bucket?: Bucket;
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 40)
  kind?: string;
  @ApiPropertyOptional({ enum: ['me'] })
  @IsOptional()
  @IsIn(['me'])
  handler?: 'me';
  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
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
