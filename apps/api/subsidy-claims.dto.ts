/** One claim, and the lists that claims come to: 公示 and 发放. */
import type { PayLine } from '@anjuan/subsidies';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { FlagOptional } from './flag';
import { PageSize } from './paging';

export class ClaimsQueryDto {
  @ApiPropertyOptional({ description: '状态代码' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  state?: string;
  @FlagOptional('只看须评查的')
  drawn?: boolean;
  @ApiPropertyOptional({ format: 'uuid', description: '上一页的 next' })
  @IsOptional()
  @IsUUID()
  cursor?: string;
  @PageSize(500, 100)
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
  @ApiProperty({ type: String, nullable: true, description: '与领取人共同调解的人员' })
  co_mediator: string | null;
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
  @ApiProperty({ description: '须评查：抽中，或者抽样以后才符合条件' })
  to_inspect: boolean;
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
