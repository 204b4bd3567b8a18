/** 待确认事项：期限届满提出，由人确认或者不采纳. */
import type { DueProposalView } from '@anjuan/casework';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Min } from 'class-validator';
import { LedgerCaseDto } from './ledger.dto';
import { LegalDay } from './legal-day';
import { EdgeDto } from './procedures.dto';
import { NamedDto } from './session.dto';

const values = { type: 'object', additionalProperties: true } as const;

export class DueProposalsQueryDto {
  @ApiPropertyOptional({ format: 'uuid', description: '只看这一案件的' })
  @IsOptional()
  @IsUUID()
  case_id?: string;
  @ApiPropertyOptional({ enum: ['true'], description: '连同未采纳的' })
  @IsOptional()
  @IsIn(['true'])
  all?: 'true';
}
export class DismissalDto {
  @ApiProperty({ type: String, format: 'date' })
  on: string;
  @ApiProperty({ type: String, nullable: true })
  by: string | null;
  @ApiProperty()
  reason: string;
}
export class DueProposalDto implements DueProposalView {
  @ApiProperty({ format: 'uuid' })
  clock_id: string;
  @ApiProperty({ type: LedgerCaseDto })
  case: LedgerCaseDto;
  @ApiProperty()
  version: number;
  @ApiProperty({ type: NamedDto, nullable: true })
  handler: NamedDto | null;
  @ApiProperty({ type: NamedDto })
  organisation: NamedDto;
  @ApiProperty()
  limit: string;
  @ApiProperty()
  limit_title: string;
  @ApiProperty({ type: String, format: 'date' })
  due: string;
  @ApiProperty({ description: '届满(含另留天数)以后的日历天数' })
  days_past: number;
  @ApiProperty({ description: '一句话说明：何期限何日届满、什么没有发生、法律后果' })
  sentence: string;
  @ApiProperty()
  article: string;
  @ApiProperty({ type: EdgeDto, description: '确认即办理的环节' })
  event: EdgeDto;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: '由提示本身确定的字段' })
  preset: Record<string, string>;
  @ApiProperty({ type: [String], description: '谁可以确认' })
  confirmers: string[];
  @ApiProperty({ description: '您可以确认' })
  mine: boolean;
  @ApiProperty({ type: DismissalDto, nullable: true })
  dismissed: DismissalDto | null;
}
export class ConfirmProposalDto {
  @ApiProperty({ description: '读到的案件版本' })
  @IsInt()
  @Min(1)
  version: number;
  @LegalDay('发生日期')
  happened_on: string;
  @ApiPropertyOptional({ ...values, description: '该环节的字段' })
  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;
}
export class DismissProposalDto {
  @ApiProperty({ description: '读到的案件版本' })
  @IsInt()
  @Min(1)
  version: number;
  @ApiProperty({ description: '不采纳的理由' })
  @IsString()
  @Length(1, 4000)
  reason: string;
}
