import {
  type PayLine,
  type RoundStep,
  roundSteps,
  type SubsidyForm,
  type SubsidyTier,
  subsidyForms,
  subsidyTiers,
} from '@anjuan/subsidies';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
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

export class NewRoundDto {
  @ApiProperty({ example: '2018年度' })
  @IsString()
  @Length(1, 60)
  name: string;
  @LegalDay('结案日期自')
  period_from: string;
  @LegalDay('结案日期至')
  period_to: string;
}
export class DrawDto {
  @ApiProperty({ description: '公布的种子' })
  @IsString()
  @Length(1, 100)
  seed: string;
  @ApiProperty({ description: '种子在何处公布' })
  @IsString()
  @Length(1, 200)
  seed_source: string;
  @LegalDay('种子公布日期')
  seed_published_on: string;
  @ApiProperty({ minimum: 1, maximum: 1000, description: '抽取比例（千分之）' })
  @IsInt()
  @Min(1)
  @Max(1000)
  sample_permille: number;
  @LegalDay('抽样日期')
  drawn_on: string;
}
export class DrawnDto extends DrawDto {
  @ApiProperty({ description: '参加抽样的案号清单的SHA-256' })
  list_digest: string;
}
export class RoundDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ format: 'date' })
  period_from: string;
  @ApiProperty({ format: 'date' })
  period_to: string;
  @ApiProperty({ type: DrawnDto, nullable: true })
  draw: DrawnDto | null;
}
export class CountDto {
  @ApiProperty()
  code: string;
  @ApiProperty()
  title: string;
  @ApiProperty()
  count: number;
  @ApiProperty({ description: '金额（分）' })
  amount_fen: number;
}
export class RoundSummaryDto extends RoundDto {
  @ApiProperty({ type: [CountDto], description: '按状态' })
  states: readonly CountDto[];
  @ApiProperty({ type: [CountDto], description: '符合条件的，按等级' })
  tiers: readonly CountDto[];
  @ApiProperty({ description: '抽中评查的件数' })
  drawn: number;
  @ApiProperty({ description: '已评分的件数' })
  inspected: number;
}
export class OnDayDto {
  @LegalDay('发生日期')
  happened_on: string;
}
export class BuiltDto {
  @ApiProperty({ description: '新申报' })
  claimed: number;
  @ApiProperty({ description: '核验通过' })
  eligible: number;
  @ApiProperty({ description: '核验不通过' })
  refused: number;
  @ApiProperty({ description: '以前已经申报，不再申报' })
  already: number;
  @ApiProperty({ description: '没有调解员，无人领取' })
  unassigned: number;
}
export class SampleDto {
  @ApiProperty({ type: [String], description: '抽中的案号，按抽样次序' })
  numbers: readonly string[];
}
export class StepDto extends OnDayDto {
  @ApiProperty({ enum: roundSteps, description: '报批、退回、公示、批准、发放' })
  @IsIn(roundSteps)
  event: RoundStep;
  @ApiPropertyOptional({ description: '发放凭证号' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  voucher?: string;
}
export class RefusedClaimDto {
  @ApiProperty({ format: 'uuid' })
  claimId: string;
  @ApiProperty({ type: [String] })
  messages: readonly string[];
}
export class AdvancedDto {
  @ApiProperty({ description: '办成的件数' })
  done: number;
  @ApiProperty({ type: [RefusedClaimDto], description: '不能办理的，逐件列明理由' })
  refused: readonly RefusedClaimDto[];
}

export class ClaimsQueryDto {
  @ApiPropertyOptional({ description: '状态代码' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  state?: string;
  @ApiPropertyOptional({ description: '只看抽中评查的' })
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  drawn?: boolean;
  @ApiPropertyOptional({ format: 'uuid', description: '上一页的 next' })
  @IsOptional()
  @IsUUID()
  cursor?: string;
  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;
}
export class ClaimDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  number: string;
  @ApiProperty()
  state: string;
  @ApiProperty()
  state_title: string;
  @ApiProperty({ format: 'uuid', description: '调解案件' })
  case_id: string;
  @ApiProperty()
  case_number: string;
  @ApiProperty({ format: 'date' })
  case_closed_on: string;
  @ApiProperty()
  organisation: string;
  @ApiProperty({ description: '领取人' })
  payee: string;
  @ApiProperty({ type: String, nullable: true, description: '补贴标准及版次' })
  tariff: string | null;
  @ApiProperty({ type: String, nullable: true })
  level: string | null;
  @ApiProperty({ type: String, nullable: true })
  form: string | null;
  @ApiProperty({ type: Number, nullable: true })
  people_count: number | null;
  @ApiProperty({ type: Number, nullable: true })
  rate_fen: number | null;
  @ApiProperty({ type: Number, nullable: true })
  factor_permille: number | null;
  @ApiProperty({ type: Number, nullable: true })
  amount_fen: number | null;
  @ApiProperty({ type: String, nullable: true, description: '不予补贴的原因' })
  refusal: string | null;
  @ApiProperty({ type: Number, nullable: true, description: '抽样次序；没有抽中为空' })
  draw_place: number | null;
  @ApiProperty({ type: Number, nullable: true, description: '评查得分' })
  score: number | null;
}
export class ClaimPageDto {
  @ApiProperty({ type: [ClaimDto] })
  items: readonly ClaimDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class PayLineDto implements PayLine {
  @ApiProperty()
  level: string;
  @ApiProperty()
  form: string;
  @ApiProperty()
  rate_fen: number;
  @ApiProperty()
  factor_permille: number;
  @ApiProperty()
  tariff: string;
  @ApiProperty()
  count: number;
  @ApiProperty()
  amount_fen: number;
}
export class NoticeEntryDto {
  @ApiProperty({ description: '姓名，隐去中间的字', example: '张*三' })
  name: string;
  @ApiProperty({ type: [String] })
  organisations: readonly string[];
  @ApiProperty({ type: [PayLineDto] })
  lines: readonly PayLineDto[];
  @ApiProperty()
  amount_fen: number;
}
export class PublicNoticeDto {
  @ApiProperty()
  round: string;
  @ApiProperty({ format: 'date' })
  period_from: string;
  @ApiProperty({ format: 'date' })
  period_to: string;
  @ApiProperty({ type: [NoticeEntryDto] })
  entries: readonly NoticeEntryDto[];
  @ApiProperty()
  count: number;
  @ApiProperty()
  amount_fen: number;
}
export class PayEntryDto {
  @ApiProperty({ format: 'uuid' })
  person_id: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ type: [String] })
  organisations: readonly string[];
  @ApiProperty({ type: String, nullable: true, description: '身份证号码，只显示后四位' })
  id_number: string | null;
  @ApiProperty({ type: String, nullable: true, description: '银行卡号，只显示后四位' })
  bank_account: string | null;
  @ApiProperty({ type: [PayLineDto] })
  lines: readonly PayLineDto[];
  @ApiProperty()
  amount_fen: number;
}
export class PayListDto {
  @ApiProperty()
  round: string;
  @ApiProperty({ type: [PayEntryDto] })
  entries: readonly PayEntryDto[];
  @ApiProperty()
  count: number;
  @ApiProperty()
  amount_fen: number;
}
