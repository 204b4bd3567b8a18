/** What comes in about cases. What goes out stands in case-page.dto.ts. */
import { type CaseQuery, filterTones } from '@anjuan/casework';
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
import { LegalDay, LegalDayOptional } from './legal-day';
import { CursorOptional, PageSize } from './paging';

const values = { type: 'object', additionalProperties: true } as const;

export class CasesQueryDto {
  @ApiPropertyOptional({ example: 'mediation' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  kind?: string;
  @ApiPropertyOptional({ description: '状态代码' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  state?: string;
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'true 只看未办结，false 只看已办结' })
  @IsOptional()
  @IsIn(['true', 'false'])
  open?: 'true' | 'false';
  @ApiPropertyOptional({ description: '当事人姓名(一个字起，任意位置)或案号的一部分' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  q?: string;
  @ApiPropertyOptional({ description: '完整的案号、收案号或旧案号' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  number?: string;
  @ApiPropertyOptional({ format: 'uuid', description: '机构(含下级)' })
  @IsOptional()
  @IsUUID()
  organisation_id?: string;
  @ApiPropertyOptional({ enum: ['me', 'none'], description: 'me 我承办的，none 未分配承办人的' })
  @IsOptional()
  @IsIn(['me', 'none'])
  handler?: 'me' | 'none';
  @ApiPropertyOptional({ format: 'uuid', description: '由谁承办' })
  @IsOptional()
  @IsUUID()
  handler_id?: string;
  @LegalDayOptional('收案日期自')
  opened_from?: string;
  @LegalDayOptional('收案日期至')
  opened_to?: string;
  @ApiPropertyOptional({ enum: filterTones, description: '最紧迫的期限亮什么灯' })
  @IsOptional()
  @IsIn(filterTones)
  light?: CaseQuery['light'];
  @PageSize(100, 20)
  limit?: number;
  @CursorOptional(1, 400)
  cursor?: string;
}

/** One event of a case: the day it happened and the values of its fields. */
export class StepDto {
  @ApiProperty({ example: 'mediate' })
  @IsString()
  @Length(1, 60)
  event: string;
  @LegalDay('发生日期')
  happened_on: string;
  @ApiPropertyOptional({ ...values, description: '该环节的字段，见 GET /procedures' })
  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;
}

export class OpenCaseDto extends StepDto {
  @ApiProperty({ example: 'mediation' })
  @IsString()
  @Length(1, 40)
  kind: string;
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  organisation_id: string;
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description: '承办人；不填为登记人，null 为暂不分派',
  })
  @IsOptional()
  @IsUUID()
  handler_id?: string | null;
  @ApiPropertyOptional({ format: 'uuid', description: '上一审级等前案' })
  @IsOptional()
  @IsUUID()
  parent_id?: string;
  @ApiPropertyOptional({ description: '旧系统或纸质台账上的案号' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  legacy_number?: string;
  @ApiPropertyOptional({ type: [StepDto], description: '同一次保存中接着办理的环节' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => StepDto)
  further?: StepDto[];
}

export class ApplyEventDto {
  @ApiProperty({ description: '读到的版本；案件已变则 409' })
  @IsInt()
  @Min(1)
  version: number;
  @LegalDay('发生日期')
  happened_on: string;
  @ApiPropertyOptional({ ...values, description: '该环节的字段，见 allowed_events' })
  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;
  @ApiPropertyOptional({ description: '所查看的预览的核对码；更正事实变动期限的必填' })
  @IsOptional()
  @IsString()
  @Length(64, 64)
  impact?: string;
}

export class WarningDto {
  @ApiProperty()
  guard: string;
  @ApiProperty()
  message: string;
  @ApiProperty()
  article: string;
}

export class CaseReceiptDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  kind: string;
  @ApiProperty()
  version: number;
  @ApiProperty()
  state: string;
  @ApiProperty({ type: String, nullable: true, description: '案号' })
  number: string | null;
  @ApiProperty({ description: '收案号' })
  register_number: string;
  @ApiProperty({ type: [WarningDto], description: '提示：已办理，但须留意' })
  warnings: WarningDto[];
}
