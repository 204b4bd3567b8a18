/** 申报批次: its claims built, drawn, and taken through their steps together. */
import { type RoundStep, roundSteps } from '@anjuan/subsidies';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { LegalDay } from './legal-day';

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
  @ApiProperty({ description: '须评查的件数：抽中的，和抽样以后才符合条件的' })
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
