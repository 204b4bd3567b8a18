/** 期限账本和试算. */
import type {
  ClockLedgerView,
  ClockVersionView,
  LedgerConventionView,
  LedgerEntryView,
  LedgerStepView,
  LedgerView,
  PossibleChangeView,
  WhatIfView,
} from '@anjuan/casework';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { day, dayOrNull, textOrNull } from './answers';
import { CaseRefDto, ClockStepDto, LightDto } from './case-page.dto';
import { LegalDayOptional } from './legal-day';

const marks = { enum: ['V', 'M', 'I'], description: 'V 已核 · M 凭记忆 · I 推定' } as const;

export class LedgerCaseDto extends CaseRefDto {
  @ApiProperty()
  kind_title: string;
  @ApiProperty()
  party_names: string;
}
export class LedgerStepDto extends ClockStepDto implements LedgerStepView {
  @ApiProperty(marks)
  mark: string;
  @ApiProperty({ example: '已核' })
  mark_title: string;
}
export class LedgerEntryDto implements LedgerEntryView {
  @ApiProperty({ description: '办理经过中的序号' })
  seq: number;
  @ApiProperty({ example: 'suspend' })
  verb: string;
  @ApiProperty({ example: '中止' })
  verb_title: string;
  @ApiProperty()
  event_title: string;
  @ApiProperty({ ...day, description: '发生日期；起算的，为起算日' })
  on: string;
  @ApiProperty({ ...dayOrNull, description: '中止结束之日' })
  until: string | null;
  @ApiProperty({ type: Number, nullable: true, description: '延长的天数' })
  days: number | null;
  @ApiProperty()
  reason: string;
  @ApiProperty()
  article: string;
  @ApiProperty({ ...textOrNull, description: '依事件发生之日的法律，由谁批准' })
  approver: string | null;
  @ApiProperty(textOrNull)
  actor: string | null;
  @ApiProperty(textOrNull)
  role_title: string | null;
  @ApiProperty({ ...textOrNull, format: 'date-time' })
  recorded_at: string | null;
  @ApiProperty({ description: '补录' })
  late: boolean;
  @ApiProperty({ ...dayOrNull, description: '计入本项以后的届满日' })
  due_after: string | null;
}
export class LedgerConventionDto implements LedgerConventionView {
  @ApiProperty()
  name: string;
  @ApiProperty()
  title: string;
  @ApiProperty({ description: '本辖区采用的做法' })
  value_title: string;
  @ApiProperty()
  source: string;
  @ApiProperty(marks)
  mark: string;
  @ApiProperty()
  mark_title: string;
}
export class PossibleChangeDto implements PossibleChangeView {
  @ApiProperty({ example: '延长' })
  effect: string;
  @ApiProperty()
  text: string;
  @ApiProperty()
  article: string;
  @ApiProperty({ description: '谁可以办理' })
  by: string;
}
export class ClockVersionDto implements ClockVersionView {
  @ApiProperty({ example: '行政复议法(2023)' })
  law: string;
  @ApiProperty()
  article: string;
  @ApiProperty(day)
  from: string;
  @ApiProperty(dayOrNull)
  until: string | null;
  @ApiProperty({ example: '60日' })
  span: string;
  @ApiProperty({ description: '起算事实' })
  trigger: string;
  @ApiProperty(textOrNull)
  extension: string | null;
  @ApiProperty(marks)
  mark: string;
  @ApiProperty()
  mark_title: string;
}
export class ClockLedgerDto implements ClockLedgerView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  limit: string;
  @ApiProperty()
  title: string;
  @ApiProperty({ ...textOrNull, description: '按人计算的期限：当事人姓名' })
  subject: string | null;
  @ApiProperty()
  duty_title: string;
  @ApiProperty({ enum: ['running', 'suspended', 'met', 'cancelled'] })
  status: string;
  @ApiProperty()
  status_title: string;
  @ApiProperty({ type: ClockVersionDto, description: '决定期限长短的法律版本，依起算日确定' })
  version: ClockVersionDto;
  @ApiProperty({ description: '届满后果' })
  lapse: string;
  @ApiProperty(day)
  started_on: string;
  @ApiProperty({ ...dayOrNull, description: '顺延前的届满日' })
  raw: string | null;
  @ApiProperty(dayOrNull)
  due: string | null;
  @ApiProperty()
  excluded_days: number;
  @ApiProperty()
  provisional: boolean;
  @ApiProperty({ description: '人工改定' })
  manual: boolean;
  @ApiProperty({ ...marks, description: '各步中最弱的一项' })
  mark: string;
  @ApiProperty()
  mark_title: string;
  @ApiProperty(dayOrNull)
  ended_on: string | null;
  @ApiProperty({ type: LightDto, nullable: true })
  light: LightDto | null;
  @ApiProperty({ type: [LedgerEntryDto] })
  entries: LedgerEntryDto[];
  @ApiProperty({ type: [LedgerStepDto] })
  steps: LedgerStepDto[];
  @ApiProperty({ type: [LedgerConventionDto], description: '法律未规定之处采用的做法' })
  conventions: LedgerConventionDto[];
  @ApiProperty({ type: [PossibleChangeDto], description: '什么会改变届满日' })
  changes: PossibleChangeDto[];
}
export class LedgerDto implements LedgerView {
  @ApiProperty({ type: LedgerCaseDto })
  case: LedgerCaseDto;
  @ApiProperty(day)
  as_of: string;
  @ApiProperty({ type: [ClockLedgerDto] })
  clocks: ClockLedgerDto[];
}

const MOST_DAYS = 3650;

export class WhatIfRequestDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  clock_id: string;
  @LegalDayOptional('另一送达日、收到日或者其他起算日')
  starts_on?: string;
  @LegalDayOptional('中止日期')
  suspended_on?: string;
  @LegalDayOptional('恢复日期')
  resumed_on?: string;
  @ApiPropertyOptional({ minimum: 1, maximum: MOST_DAYS, description: '延长天数，以该期限的延长单位计' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  extend_days?: number;
}
class BeforeDto {
  @ApiProperty(dayOrNull)
  due: string | null;
  @ApiProperty()
  status: string;
  @ApiProperty()
  status_title: string;
}
class AfterDto extends BeforeDto {
  @ApiProperty()
  law: string;
  @ApiProperty()
  article: string;
  @ApiProperty(day)
  started_on: string;
  @ApiProperty(dayOrNull)
  raw: string | null;
  @ApiProperty()
  excluded_days: number;
  @ApiProperty()
  provisional: boolean;
  @ApiProperty(marks)
  mark: string;
  @ApiProperty()
  mark_title: string;
  @ApiProperty({ type: [LedgerStepDto] })
  steps: LedgerStepDto[];
}
export class WhatIfDto implements WhatIfView {
  @ApiProperty({ format: 'uuid' })
  clock_id: string;
  @ApiProperty()
  title: string;
  @ApiProperty({ type: BeforeDto })
  before: BeforeDto;
  @ApiProperty({ type: AfterDto })
  after: AfterDto;
  @ApiProperty({ type: Number, nullable: true, description: '推后的日历天数，提前为负' })
  moved_days: number | null;
  @ApiProperty({ example: '届满日由2024-10-08改为2024-11-07，推后30日。' })
  sentence: string;
}
