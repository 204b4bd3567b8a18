import type { EntryDetail, EntryPage, EntryView, RegisterView, RespondentOrgan } from '@anjuan/registers';
import type { WorkloadRow } from '@anjuan/statistics';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { FactDto } from './case-page.dto';
import { StepDto } from './cases.dto';
import { LegalDayOptional } from './legal-day';
import { CursorOptional, PageSize } from './paging';

const record = { type: 'object', additionalProperties: true } as const;

export class RegisterDto implements RegisterView {
  @ApiProperty({ example: 'screening' })
  name: string;
  @ApiProperty({ example: '矛盾纠纷排查' })
  title: string;
  @ApiProperty({ enum: ['organisations', 'logs'] })
  group: RegisterView['group'];
  @ApiProperty({ description: '起始日期的名称' })
  since_label: string;
  @ApiProperty({ type: String, nullable: true, description: '终止日期的名称；日志类没有' })
  until_label: string | null;
  @ApiProperty({ description: '本人可以登记' })
  keeps: boolean;
  @ApiProperty({ description: '可以转为案件' })
  turns: boolean;
  @ApiProperty({ description: '依据' })
  cite: string;
}

export class RespondentOrganDto implements RespondentOrgan {
  @ApiProperty()
  name: string;
  @ApiProperty({ description: '被申请人类型，代码', example: 'county-department' })
  level: string;
  @ApiProperty({ description: '行政管理类别，代码', example: 'police' })
  field: string;
}

export class EntriesQueryDto {
  @ApiPropertyOptional({ format: 'uuid', description: '只看这一机构（含下级）' })
  @IsOptional()
  @IsUUID()
  organisation_id?: string;
  @LegalDayOptional('起始日期不早于；日清单的两个日期相同')
  from?: string;
  @LegalDayOptional('起始日期不晚于')
  to?: string;
  @LegalDayOptional('只看这一天有效的')
  on?: string;
  @ApiPropertyOptional({ description: '名称的一部分' })
  @IsOptional()
  @IsString()
  @Length(1, 50)
  q?: string;
  @ApiPropertyOptional({ format: 'uuid', description: '只看登记在这一条之下的' })
  @IsOptional()
  @IsUUID()
  of?: string;
  @CursorOptional(1, 400)
  cursor?: string;
  @PageSize(100, 20)
  limit?: number;
}

export class NewEntryDto {
  @ApiProperty({ format: 'uuid', description: '登记单位' })
  @IsUUID()
  organisation_id: string;
  @ApiProperty({ ...record, description: '各栏，见 form' })
  @IsObject()
  values: Record<string, unknown>;
}

export class RevisionDto {
  @ApiProperty({ description: '读到的版次；已变则 409' })
  @IsInt()
  @Min(1)
  revision: number;
}
export class AmendedEntryDto extends RevisionDto {
  @ApiProperty({ ...record, description: '全部各栏；不填的即为空' })
  @IsObject()
  values: Record<string, unknown>;
}

export class TurnDto extends StepDto {
  @ApiProperty({ description: '读到的版次；已变则 409' })
  @IsInt()
  @Min(1)
  revision: number;
  @ApiProperty({ example: 'mediation' })
  @IsString()
  @Length(1, 40)
  kind: string;
  @ApiProperty({ format: 'uuid', description: '办理机构' })
  @IsUUID()
  organisation_id: string;
  @ApiPropertyOptional({ format: 'uuid', description: '承办人' })
  @IsOptional()
  @IsUUID()
  handler_id?: string;
}

export class EntryReceiptDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  revision: number;
}

class KeeperDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  name: string;
}

export class EntryDto implements EntryView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ description: '版次' })
  revision: number;
  @ApiProperty()
  name: string;
  @ApiProperty({ type: KeeperDto })
  organisation: KeeperDto;
  @ApiProperty({ format: 'date' })
  since: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  until: string | null;
  @ApiProperty({ description: '今天有效' })
  in_force: boolean;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '转成的案件' })
  case_id: string | null;
  @ApiProperty({ type: [FactDto] })
  cells: readonly FactDto[];
  @ApiProperty({ format: 'date-time' })
  recorded_at: string;
  @ApiProperty({ type: String, nullable: true })
  recorded_by: string | null;
}

export class EntryPageDto implements EntryPage {
  @ApiProperty({ type: [EntryDto] })
  items: readonly EntryDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

class DraftDto {
  @ApiProperty()
  kind: string;
  @ApiProperty()
  event: string;
  @ApiProperty(record)
  fields: Record<string, unknown>;
}

export class EntryDetailDto extends EntryDto implements EntryDetail {
  @ApiProperty({ type: [EntryDto], description: '各版，新的在前' })
  revisions: readonly EntryDto[];
  @ApiProperty({ type: DraftDto, nullable: true, description: '转为案件时可沿用的内容' })
  draft: EntryDetail['draft'];
}

export class WorkloadQueryDto {
  @ApiProperty({ minimum: 1990, maximum: 2100 })
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2100)
  year: number;
  @LegalDayOptional('统计截止日；不填为12月31日')
  cutoff?: string;
}

export class WorkloadDto implements WorkloadRow {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  person_id: string | null;
  @ApiProperty()
  name: string;
  @ApiProperty({ type: String, nullable: true, example: '专职' })
  employment: string | null;
  @ApiProperty({ description: '受理' })
  accepted: number;
  @ApiProperty({ description: '调解成功' })
  succeeded: number;
  @ApiProperty({ description: '调解不成' })
  failed: number;
  @ApiProperty({ description: '疑难复杂、重大' })
  difficult: number;
  @ApiProperty({ description: '协议金额（分）' })
  agreement_fen: number;
}
