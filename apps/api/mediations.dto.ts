import { disputeTypes, mediationOrigins, settledOutcomes } from '@anjuan/cases/mediation';
import type { PartyInput, PartyKind } from '@anjuan/casework';
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
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { LegalDay } from './legal-day';

const codes = <K extends string>(list: Readonly<Record<K, string>>): string[] => Object.keys(list);

export class SettledPartyDto implements PartyInput {
  @ApiProperty({ example: 'applicant', description: '当事人身份代码' })
  @IsString()
  @Length(1, 40)
  role: string;
  @ApiProperty({ enum: ['natural', 'legal', 'organ'] })
  @IsIn(['natural', 'legal', 'organ'])
  kind: PartyKind;
  @ApiProperty()
  @IsString()
  @Length(1, 100)
  name: string;
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(0, 200)
  id_number?: string;
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(0, 200)
  phone?: string;
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(0, 200)
  address?: string;
}

/** 即时调解一表登记: names, type, short facts, date and outcome are all that is required. */
export class SettledMediationDto {
  @ApiProperty({ format: 'uuid', description: '调解组织' })
  @IsUUID()
  organisation_id: string;
  @ApiPropertyOptional({ format: 'uuid', description: '调解员，默认为登记人' })
  @IsOptional()
  @IsUUID()
  handler_id?: string;
  @LegalDay('调解日期')
  happened_on: string;
  @ApiProperty({ type: [SettledPartyDto] })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => SettledPartyDto)
  parties: SettledPartyDto[];
  @ApiProperty({ enum: codes(disputeTypes), description: '纠纷类型' })
  @IsIn(codes(disputeTypes))
  dispute_type: keyof typeof disputeTypes;
  @ApiProperty({ description: '纠纷简要情况' })
  @IsString()
  @Length(1, 4000)
  summary: string;
  @ApiProperty({ enum: codes(settledOutcomes), description: '调解结果' })
  @IsIn(codes(settledOutcomes))
  outcome: keyof typeof settledOutcomes;
  @ApiPropertyOptional({ enum: codes(mediationOrigins), description: '案件来源' })
  @IsOptional()
  @IsIn(codes(mediationOrigins))
  origin?: keyof typeof mediationOrigins;
  @ApiPropertyOptional({ description: '涉案金额（分）' })
  @IsOptional()
  @IsInt()
  @Min(0)
  claim_fen?: number;
  @ApiPropertyOptional({ description: '协议金额（分）' })
  @IsOptional()
  @IsInt()
  @Min(0)
  agreement_fen?: number;
  @ApiPropertyOptional({ description: '协议内容' })
  @IsOptional()
  @IsString()
  @Length(0, 4000)
  terms?: string;
  @ApiPropertyOptional({ description: '尚未履行；不填即为当场履行' })
  @IsOptional()
  @IsBoolean()
  unperformed?: boolean;
}
