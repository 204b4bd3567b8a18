/** 补贴标准 and those who are paid. */
import { type SubsidyForm, type SubsidyTier, subsidyForms, subsidyTiers } from '@anjuan/subsidies';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { LegalDay, LegalDayOptional } from './legal-day';

const tiers = Object.keys(subsidyTiers);
const forms = Object.keys(subsidyForms);

export class RateDto {
  @ApiProperty({ enum: tiers, description: '难易等级' })
  @IsIn(tiers)
  level: SubsidyTier;
  @ApiProperty({ enum: forms, description: '协议形式' })
  @IsIn(forms)
  form: SubsidyForm;
  @ApiProperty({ description: '每件金额（分）' })
  @IsInt()
  @Min(0)
  fen: number;
}
export class GroupFactorDto {
  @ApiProperty({ description: '涉及人数达到' })
  @IsInt()
  @Min(2)
  people: number;
  @ApiProperty({ description: '系数（千分之），2000为两倍' })
  @IsInt()
  @Min(1)
  permille: number;
}
export class EvidenceDto {
  @ApiProperty({ enum: tiers, description: '难易等级；达到其下任一项即有依据' })
  @IsIn(tiers)
  level: SubsidyTier;
  @ApiPropertyOptional({ description: '涉及人数' })
  @IsOptional()
  @IsInt()
  @Min(1)
  people?: number;
  @ApiPropertyOptional({ description: '涉案金额（分）' })
  @IsOptional()
  @IsInt()
  @Min(1)
  claim_fen?: number;
  @ApiPropertyOptional({ description: '调解次数' })
  @IsOptional()
  @IsInt()
  @Min(1)
  sessions?: number;
}
export class RequiredPapersDto {
  @ApiPropertyOptional({ type: [String], description: '书面协议案件的必备文书代码' })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  written?: string[];
  @ApiPropertyOptional({ type: [String], description: '口头协议案件的必备文书代码' })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  oral?: string[];
  @ApiPropertyOptional({ type: [String], description: '调解不成案件的必备文书代码' })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  failed?: string[];
}
export class TermsDto {
  @ApiProperty({ type: [RateDto] })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RateDto)
  rates: RateDto[];
  @ApiProperty({ type: [GroupFactorDto], description: '群体系数' })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => GroupFactorDto)
  groups: GroupFactorDto[];
  @ApiProperty({ type: RequiredPapersDto, description: '必备材料' })
  @ValidateNested()
  @Type(() => RequiredPapersDto)
  papers: RequiredPapersDto;
  @ApiProperty({ type: [EvidenceDto], description: '等级依据' })
  @IsArray()
  @ArrayMaxSize(4)
  @ValidateNested({ each: true })
  @Type(() => EvidenceDto)
  evidence: EvidenceDto[];
  @ApiProperty({ description: '同一当事人在多少日内只补一次；0为不查' })
  @IsInt()
  @Min(0)
  same_parties_days: number;
  @ApiProperty({ description: '文字雷同的百分比；0为不查' })
  @IsInt()
  @Min(0)
  @Max(100)
  similar_percent: number;
  @ApiProperty({ description: '不足这么多字的不查雷同' })
  @IsInt()
  @Min(0)
  similar_min_length: number;
  @ApiProperty({ description: '只补协议已履行的' })
  @IsBoolean()
  performed_only: boolean;
  @ApiProperty({ description: '评查合格分数' })
  @IsInt()
  @Min(0)
  @Max(100)
  pass_mark: number;
  @ApiProperty({ description: '公示天数' })
  @IsInt()
  @Min(0)
  notice_days: number;
}
export class NewTariffDto extends TermsDto {
  @ApiProperty()
  @IsString()
  @Length(1, 60)
  title: string;
  @ApiPropertyOptional({ description: '文号' })
  @IsOptional()
  @IsString()
  @Length(0, 100)
  paper?: string;
  @LegalDay('生效日期')
  effective_from: string;
}
export class TariffDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  version: number;
  @ApiProperty()
  title: string;
  @ApiProperty({ type: String, nullable: true, description: '文号' })
  paper: string | null;
  @ApiProperty({ format: 'date', description: '生效日期，至下一版生效前一日止' })
  effective_from: string;
  @ApiProperty({ type: TermsDto })
  terms: TermsDto;
}

export class PayeeInputDto {
  @LegalDayOptional('财政供养起始日期')
  payroll_from?: string;
  @LegalDayOptional('财政供养截止日期')
  payroll_to?: string;
  @ApiPropertyOptional({ description: '身份证号码，加密保存；不填为不变' })
  @IsOptional()
  @IsString()
  @Length(0, 30)
  id_number?: string;
  @ApiPropertyOptional({ description: '银行卡号，加密保存；不填为不变' })
  @IsOptional()
  @IsString()
  @Length(0, 30)
  bank_account?: string;
}
export class PayeeDto {
  @ApiProperty({ format: 'uuid' })
  person_id: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  payroll_from: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  payroll_to: string | null;
  @ApiProperty({ type: String, nullable: true, description: '只显示后四位' })
  id_number: string | null;
  @ApiProperty({ type: String, nullable: true, description: '只显示后四位' })
  bank_account: string | null;
}
