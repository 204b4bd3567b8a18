/** What comes in and goes out about links, series, meetings, the calendar, transfers and proposals. */
import type { SeenCase } from '@anjuan/casework';
import { type LinkReason, linkReasons, type ProposalDecision, proposalDecisions } from '@anjuan/coordination';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { day, textOrNull } from './answers';
import { CaseRefDto } from './case-page.dto';
import { LegalDay } from './legal-day';
import { ProblemDto } from './problem.dto';

const values = { type: 'object', additionalProperties: true } as const;

export class SeenCaseDto extends CaseRefDto implements SeenCase {
  @ApiProperty()
  kind_title: string;
  @ApiProperty()
  party_names: string;
  @ApiProperty(day)
  opened_on: string;
  @ApiProperty()
  version: number;
}

export class NewLinkDto {
  @ApiProperty({ format: 'uuid', description: '另一案件' })
  @IsUUID()
  other_id: string;
  @ApiProperty({ enum: Object.keys(linkReasons) })
  @IsIn(Object.keys(linkReasons))
  reason: LinkReason;
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 500)
  note?: string;
}
export class WhyDto {
  @ApiProperty({ description: '理由' })
  @IsString()
  @Length(1, 500)
  why: string;
}
export class LinkDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  reason: string;
  @ApiProperty()
  reason_title: string;
  @ApiProperty(textOrNull)
  note: string | null;
  @ApiProperty({ type: SeenCaseDto })
  case: SeenCaseDto;
  @ApiProperty({ format: 'date-time' })
  made_at: string;
  @ApiProperty({ ...textOrNull, format: 'date-time', description: '已解除的时间' })
  undone_at: string | null;
  @ApiProperty(textOrNull)
  undone_why: string | null;
}

export class NewSeriesDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  organisation_id: string;
  @LegalDay('立系列日期')
  happened_on: string;
  @ApiProperty()
  @IsString()
  @Length(1, 100)
  title: string;
  @ApiPropertyOptional({ description: '共同的行政行为或者事由' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  act?: string;
  @ApiProperty({ description: '并入理由' })
  @IsString()
  @Length(1, 200)
  reason: string;
  @ApiProperty({ format: 'uuid', description: '示范案件' })
  @IsUUID()
  lead_id: string;
  @ApiProperty({ type: [String], description: '其他成员' })
  @IsArray()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  member_ids: string[];
}
export class CopyDto {
  @ApiProperty({ description: '示范案件上要复制的环节的序号' })
  @IsInt()
  @Min(1)
  seq: number;
  @ApiPropertyOptional({ type: [String], description: '只复制到这些成员；不填为全部' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  member_ids?: string[];
}
export class CopyAnswerDto {
  @ApiProperty({ type: SeenCaseDto })
  case: SeenCaseDto;
  @ApiProperty()
  done: boolean;
  @ApiProperty({ type: ProblemDto, nullable: true, description: '没有办理的，逐条列明理由' })
  problem: ProblemDto | null;
}

export class ConveneDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  organisation_id: string;
  @LegalDay('通知日期')
  happened_on: string;
  @ApiProperty({ ...values, description: '协调会议“安排会议”环节的字段' })
  @IsObject()
  fields: Record<string, unknown>;
  @ApiProperty({ type: [String], description: '所涉案件' })
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  case_ids: string[];
}
export class DisputeResultDto {
  @ApiProperty({ format: 'uuid', description: '行政争议协调' })
  @IsUUID()
  case_id: string;
  @ApiProperty({ enum: ['settled', 'failed', 'open'] })
  @IsIn(['settled', 'failed', 'open'])
  outcome: 'settled' | 'failed' | 'open';
}
export class HoldDto {
  @ApiProperty()
  @IsInt()
  @Min(1)
  version: number;
  @LegalDay('开会日期')
  happened_on: string;
  @ApiProperty({ ...values, description: '协调会议“召开会议”环节的字段' })
  @IsObject()
  fields: Record<string, unknown>;
  @ApiProperty({ type: [DisputeResultDto] })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => DisputeResultDto)
  results: DisputeResultDto[];
}

export class CalendarQueryDto {
  @LegalDay('自')
  from: string;
  @LegalDay('至')
  to: string;
}
export class CalendarEntryDto {
  @ApiProperty(day)
  on: string;
  @ApiProperty({ example: '09:00' })
  begins: string;
  @ApiProperty({ example: '10:30' })
  ends: string;
  @ApiProperty(textOrNull)
  room: string | null;
  @ApiProperty({ type: [String] })
  people: readonly string[];
  @ApiProperty({ type: SeenCaseDto, nullable: true, description: '不在权限范围内的只显示占用' })
  case: SeenCaseDto | null;
}

class WithdrawalDto {
  @ApiProperty({ format: 'uuid' })
  case_id: string;
  @ApiProperty({ description: '办理“撤回移送”（withdraw-transfer）时带上的案件版本' })
  version: number;
}
export class TransferRowDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: ['in', 'out'] })
  direction: 'in' | 'out';
  @ApiProperty()
  from: string;
  @ApiProperty()
  to: string;
  @ApiProperty(day)
  sent_on: string;
  @ApiProperty({ ...day, nullable: true })
  settled_on: string | null;
  @ApiProperty({ enum: ['received', 'returned', 'withdrawn'], type: String, nullable: true })
  outcome: 'received' | 'returned' | 'withdrawn' | null;
  @ApiProperty()
  register_number: string;
  @ApiProperty({ type: SeenCaseDto, nullable: true })
  case: SeenCaseDto | null;
  @ApiProperty({ type: WithdrawalDto, nullable: true, description: '签收以前移送方可以撤回；空：不能由您撤回' })
  withdrawal: WithdrawalDto | null;
}

export class DecisionDto extends WhyDto {
  @ApiProperty({ enum: Object.keys(proposalDecisions) })
  @IsIn(Object.keys(proposalDecisions))
  decision: ProposalDecision;
}
export class ResemblanceDto {
  @ApiProperty()
  resemblance: string;
  @ApiProperty()
  title: string;
  @ApiProperty({ type: Number, nullable: true, description: '文字相近的百分比' })
  similarity: number | null;
}
export class ProposalSideDto {
  @ApiProperty({ type: SeenCaseDto })
  case: SeenCaseDto;
  @ApiProperty()
  respondent: string;
  @ApiProperty(textOrNull)
  act_number: string | null;
  @ApiProperty()
  text: string;
}
export class ProposalDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: ['open', ...Object.keys(proposalDecisions)] })
  state: 'open' | ProposalDecision;
  @ApiProperty({ type: [ResemblanceDto] })
  reasons: readonly ResemblanceDto[];
  @ApiProperty({ type: ProposalSideDto })
  left: ProposalSideDto;
  @ApiProperty({ type: ProposalSideDto })
  right: ProposalSideDto;
  @ApiProperty(textOrNull)
  decision: string | null;
  @ApiProperty({ ...textOrNull, format: 'date-time' })
  decided_at: string | null;
}
