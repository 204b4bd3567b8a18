import type { CaseNumbersView, ExplainedNumberView } from '@anjuan/casework';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';

export class CaseNumbersQueryDto {
  @ApiProperty({ example: 2024, description: '取得案号的年度' })
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2099)
  year: number;
  @ApiPropertyOptional({ example: 'reconsideration', description: '案件种类；不填为各类' })
  @IsOptional()
  @IsString()
  kind?: string;
}

export class ExplainedNumberDto implements ExplainedNumberView {
  @ApiProperty({ format: 'uuid' })
  case_id: string;
  @ApiProperty()
  kind: string;
  @ApiProperty()
  kind_title: string;
  @ApiProperty({ example: '（2024）测府政复字第3号' })
  number: string;
  @ApiProperty()
  register_number: string;
  @ApiProperty()
  organisation: string;
  @ApiProperty({ format: 'date', description: '取得案号的日期' })
  earned_on: string;
  @ApiProperty({ example: '视为受理' })
  earned_by: string;
  @ApiProperty({ format: 'date' })
  taken_back_on: string;
  @ApiProperty({ example: '更正：期限内已决定不予受理' })
  taken_back_by: string;
  @ApiProperty({ description: '文号、理由和复核人，不含当事人信息' })
  reason: string;
  @ApiProperty({ type: String, nullable: true, description: '登记更正的人' })
  actor: string | null;
  @ApiProperty({ description: '案件现在的状态' })
  state_title: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '以后又以同一案号受理的日期' })
  again_on: string | null;
}

export class CaseNumbersDto implements CaseNumbersView {
  @ApiProperty()
  year: number;
  @ApiProperty({ description: '该年度取得的案号' })
  given: number;
  @ApiProperty({ type: [ExplainedNumberDto], description: '需要说明的案号' })
  items: ExplainedNumberDto[];
}
