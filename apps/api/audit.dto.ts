import { type FigureKind, type Finding, type Level, levels, MAX_DRAFT_BYTES, type Span } from '@anjuan/report';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { Base64 } from './base64';

export class AuditRequestDto {
  @ApiPropertyOptional({ description: '报告稿的文字；与 file 二选一', maxLength: 500_000 })
  @IsOptional()
  @IsString()
  @MaxLength(500_000)
  text?: string;
  @ApiPropertyOptional({ description: '文件名，决定按 .txt 还是 .docx 读', example: '年度报告.docx' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  file_name?: string;
  @ApiPropertyOptional({ description: `文件内容，base64；原文件不超过 ${MAX_DRAFT_BYTES / 1024 / 1024} MB` })
  @IsOptional()
  @Base64()
  file?: string;
  @ApiPropertyOptional({ minimum: 1990, maximum: 2100, description: '与本辖区这一年度的统计数字核对；不填不核对' })
  @IsOptional()
  @IsInt()
  @Min(1990)
  @Max(2100)
  year?: number;
}

class SpanDto implements Span {
  @ApiProperty({ description: '起点，UTF-16 位置' })
  start: number;
  @ApiProperty({ description: '终点，不含' })
  end: number;
}

export const figureKinds = [
  'count',
  'rate',
  'points',
  'multiple',
  'amount',
  'measure',
] as const satisfies readonly FigureKind[];

class ReadFigureDto extends SpanDto {
  @ApiProperty()
  text: string;
  @ApiProperty({ type: String, nullable: true, description: '指标编号；不是案件指标的为空' })
  metric: string | null;
  @ApiProperty({ type: String, nullable: true, description: '指标名称；系统不能统计的为空' })
  title: string | null;
  @ApiProperty({ description: '以 unit 为单位' })
  value: number;
  @ApiProperty()
  unit: string;
  @ApiProperty({ enum: figureKinds })
  kind: FigureKind;
  @ApiProperty({ type: String, nullable: true, description: '余、近、约、以上、以下' })
  approx: string | null;
}

class FindingDto implements Finding {
  @ApiProperty({ enum: levels })
  level: Level;
  @ApiProperty({ example: 'rate.truncated' })
  rule: string;
  @ApiProperty({ type: [SpanDto] })
  spans: readonly SpanDto[];
  @ApiProperty({ description: '问题、可成立的读法、最小的改法' })
  message: string;
  @ApiProperty({ description: '算式' })
  arithmetic: string;
}

export class AuditDto {
  @ApiProperty({ description: '所校核的文字；位置都以它为准' })
  text: string;
  @ApiProperty({ type: [ReadFigureDto] })
  figures: readonly ReadFigureDto[];
  @ApiProperty({ type: [FindingDto] })
  findings: readonly FindingDto[];
}
