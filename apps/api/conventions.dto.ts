import type { ConventionsView, ConventionView, MailAllowanceView } from '@anjuan/casework';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt } from 'class-validator';

const marks = ['V', 'M', 'I'];
const either = { oneOf: [{ type: 'string' }, { type: 'boolean' }] };

export class ConventionChoiceDto {
  @ApiProperty(either)
  value: string | boolean;
  @ApiProperty()
  title: string;
}
export class ConventionDto implements ConventionView {
  @ApiProperty({ example: 'suspensionDays' })
  name: string;
  @ApiProperty()
  title: string;
  @ApiProperty({ description: '依据' })
  source: string;
  @ApiProperty({ enum: marks, description: 'V 已核对条文，M 凭记忆，I 推定或惯例' })
  mark: ConventionView['mark'];
  @ApiProperty({ ...either, description: '本辖区现行的' })
  value: string | boolean;
  @ApiProperty({ ...either, description: '未设置时的' })
  default: string | boolean;
  @ApiProperty({ type: [ConventionChoiceDto] })
  choices: ConventionChoiceDto[];
}
export class MailAllowanceDto implements MailAllowanceView {
  @ApiProperty({ description: '天，自然日' })
  days: number;
  @ApiProperty()
  default: number;
  @ApiProperty()
  title: string;
  @ApiProperty()
  source: string;
  @ApiProperty({ enum: marks })
  mark: MailAllowanceView['mark'];
}
export class ConventionsDto implements ConventionsView {
  @ApiProperty({ type: [ConventionDto] })
  conventions: ConventionDto[];
  @ApiProperty({ type: MailAllowanceDto })
  mail_allowance: MailAllowanceDto;
}
export class MailAllowanceRequestDto {
  @ApiProperty({ minimum: 0, maximum: 30, description: '天，自然日' })
  @IsInt()
  days: number;
}
