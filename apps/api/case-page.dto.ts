import type {
  CasePageView,
  CaseRefView,
  CaseRowView,
  ClockRowView,
  EventView,
  FactView,
  LightView,
  LinesView,
  PaperView,
  PartyRowView,
  SeriesRefView,
  StepView,
  Tone,
} from '@anjuan/casework';
import { ApiProperty } from '@nestjs/swagger';
import { day, dayOrNull, textOrNull } from './answers';
import { EdgeDto } from './procedures.dto';
import { NamedDto } from './session.dto';

export class LightDto implements LightView {
  @ApiProperty({
    enum: ['green', 'yellow', 'orange', 'red', 'grey', 'blue'],
    description: '绿：余10日以上 黄：10日内 橙：3个工作日内 红：超期 灰：中止 蓝：已按期办结',
  })
  tone: Tone;
  @ApiProperty({ example: '还有2个工作日' })
  words: string;
  @ApiProperty({ example: '行政复议审理期限' })
  limit_title: string;
  @ApiProperty(dayOrNull)
  due: string | null;
  @ApiProperty({ type: Number, nullable: true, description: '距届满的日历天数，超期为负' })
  days_left: number | null;
  @ApiProperty({ example: '被申请人答复11月18日届满，被申请人未答复，已逾期4日。' })
  sentence: string;
}

export class CaseRowDto implements CaseRowView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  kind: string;
  @ApiProperty()
  kind_title: string;
  @ApiProperty({ ...textOrNull, description: '案号' })
  number: string | null;
  @ApiProperty({ description: '收案号' })
  register_number: string;
  @ApiProperty({ ...textOrNull, description: '旧案号' })
  legacy_number: string | null;
  @ApiProperty()
  state: string;
  @ApiProperty()
  state_title: string;
  @ApiProperty({ example: '张某、李某等5人' })
  party_names: string;
  @ApiProperty({ type: NamedDto })
  organisation: NamedDto;
  @ApiProperty({ type: NamedDto, nullable: true })
  handler: NamedDto | null;
  @ApiProperty(day)
  opened_on: string;
  @ApiProperty({ format: 'date-time' })
  updated_at: string;
  @ApiProperty({ type: LightDto, nullable: true, description: '最紧迫的期限' })
  light: LightDto | null;
}

export class CaseListDto {
  @ApiProperty({ type: [CaseRowDto] })
  items: CaseRowDto[];
  @ApiProperty({ ...textOrNull, description: '下一页的游标' })
  next: string | null;
}

export class CaseRefDto implements CaseRefView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  kind: string;
  @ApiProperty(textOrNull)
  number: string | null;
  @ApiProperty()
  register_number: string;
  @ApiProperty()
  state: string;
  @ApiProperty()
  state_title: string;
}

export class SeriesRefDto extends CaseRefDto implements SeriesRefView {
  @ApiProperty({ description: '示范案件' })
  lead: boolean;
}

export class RestrictionDto {
  @ApiProperty()
  flag: string;
  @ApiProperty({ example: '涉及未成年人' })
  title: string;
  @ApiProperty({ type: [NamedDto], description: '承办人以外可以查看的人员' })
  readers: NamedDto[];
}

export class TransferDto {
  @ApiProperty()
  from: string;
  @ApiProperty()
  to: string;
  @ApiProperty(day)
  sent_on: string;
  @ApiProperty(dayOrNull)
  settled_on: string | null;
  @ApiProperty({ enum: ['received', 'returned'], type: String, nullable: true })
  outcome: string | null;
}

export class FactDto implements FactView {
  @ApiProperty()
  name: string;
  @ApiProperty()
  label: string;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] })
  value: string | number | boolean;
  @ApiProperty({ description: '可直接显示的文字' })
  text: string;
}

export class LinesDto implements LinesView {
  @ApiProperty()
  title: string;
  @ApiProperty({ type: [String], description: '各列的名称' })
  columns: string[];
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string' } }, description: '不掌握的为空' })
  rows: string[][];
}

export class PartyDto implements PartyRowView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  role: string;
  @ApiProperty()
  role_title: string;
  @ApiProperty()
  kind: string;
  @ApiProperty()
  kind_title: string;
  @ApiProperty()
  name: string;
  @ApiProperty(textOrNull)
  id_number: string | null;
  @ApiProperty(textOrNull)
  phone: string | null;
  @ApiProperty(textOrNull)
  address: string | null;
}

export class ClockStepDto implements StepView {
  @ApiProperty()
  n: number;
  @ApiProperty()
  text: string;
  @ApiProperty(dayOrNull)
  date: string | null;
  @ApiProperty(textOrNull)
  article: string | null;
  @ApiProperty(textOrNull)
  notice: string | null;
}

export class ClockDto implements ClockRowView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 'reconsideration.decision-ordinary' })
  limit: string;
  @ApiProperty()
  title: string;
  @ApiProperty({ ...textOrNull, description: '按人计算的期限：当事人姓名' })
  subject: string | null;
  @ApiProperty({ enum: ['own', 'respondent', 'court', 'party', 'system'] })
  duty: string;
  @ApiProperty()
  duty_title: string;
  @ApiProperty({ enum: ['running', 'suspended', 'met', 'cancelled'] })
  status: string;
  @ApiProperty()
  law: string;
  @ApiProperty()
  article: string;
  @ApiProperty(day)
  started_on: string;
  @ApiProperty({ ...dayOrNull, description: '顺延前的届满日' })
  raw: string | null;
  @ApiProperty(dayOrNull)
  due: string | null;
  @ApiProperty()
  excluded_days: number;
  @ApiProperty({ description: '放假安排尚未公布，暂定' })
  provisional: boolean;
  @ApiProperty({ ...dayOrNull, description: '暂定日期最早可能' })
  earliest: string | null;
  @ApiProperty({ ...dayOrNull, description: '暂定日期最晚可能' })
  latest: string | null;
  @ApiProperty({ description: '法条原文已核' })
  verified: boolean;
  @ApiProperty(dayOrNull)
  ended_on: string | null;
  @ApiProperty({ type: LightDto, nullable: true, description: '法院、当事人的期限不亮灯' })
  light: LightDto | null;
  @ApiProperty({ type: [ClockStepDto] })
  steps: ClockStepDto[];
}

export class PaperDto implements PaperView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  code: string;
  @ApiProperty()
  title: string;
  @ApiProperty({ ...textOrNull, description: '文号' })
  number: string | null;
  @ApiProperty(day)
  issued_on: string;
}

export class EventFieldDto {
  @ApiProperty()
  name: string;
  @ApiProperty()
  label: string;
  @ApiProperty()
  text: string;
}

export class WarningDto {
  @ApiProperty()
  message: string;
  @ApiProperty({ description: '依据' })
  article: string;
}

export class EventDto implements EventView {
  @ApiProperty()
  seq: number;
  @ApiProperty()
  name: string;
  @ApiProperty()
  title: string;
  @ApiProperty(textOrNull)
  from_state: string | null;
  @ApiProperty()
  to_state: string;
  @ApiProperty()
  to_state_title: string;
  @ApiProperty(day)
  happened_on: string;
  @ApiProperty({ format: 'date-time' })
  recorded_at: string;
  @ApiProperty({ description: '补录' })
  late: boolean;
  @ApiProperty({ enum: ['person', 'sweep', 'import', 'demonstration'] })
  origin: string;
  @ApiProperty({ ...textOrNull, description: '经办人' })
  actor: string | null;
  @ApiProperty()
  role_title: string;
  @ApiProperty({ type: [EventFieldDto] })
  fields: EventFieldDto[];
  @ApiProperty({ type: [WarningDto], description: '办理时的提示，不影响办理' })
  warnings: WarningDto[];
}

export class CasePageDto extends CaseRowDto implements CasePageView {
  @ApiProperty({ description: '办理下一环节时要带回的版本' })
  version: number;
  @ApiProperty({ type: NamedDto, nullable: true, description: '第二承办人' })
  second_handler: NamedDto | null;
  @ApiProperty(day)
  state_since: string;
  @ApiProperty({ enum: ['person', 'sweep', 'import', 'demonstration'] })
  origin: string;
  @ApiProperty({ type: [FactDto] })
  facts: FactDto[];
  @ApiProperty({ type: LinesDto, nullable: true, description: '一案多行的登记，如各次开庭各机关负责人出庭' })
  lines: LinesDto | null;
  @ApiProperty({ type: [PartyDto] })
  parties: PartyDto[];
  @ApiProperty({ type: [ClockDto] })
  clocks: ClockDto[];
  @ApiProperty({ type: [PaperDto] })
  papers: PaperDto[];
  @ApiProperty({ type: [EventDto], description: '最新的在前' })
  events: EventDto[];
  @ApiProperty({ type: [EdgeDto], description: '按您的岗位现在可以办理的环节' })
  allowed_events: EdgeDto[];
  @ApiProperty({ type: CaseRefDto, nullable: true })
  parent: CaseRefDto | null;
  @ApiProperty({ type: [CaseRefDto] })
  children: CaseRefDto[];
  @ApiProperty({ type: CaseRefDto, nullable: true, description: '本案重复登记，并入的案件' })
  merged_into: CaseRefDto | null;
  @ApiProperty({ type: [CaseRefDto], description: '并入本案的重复登记' })
  duplicates: CaseRefDto[];
  @ApiProperty({ type: SeriesRefDto, nullable: true, description: '所在系列' })
  series: SeriesRefDto | null;
  @ApiProperty({ type: [SeriesRefDto], description: '系列的成员案件' })
  members: SeriesRefDto[];
  @ApiProperty({ type: RestrictionDto, nullable: true, description: '知悉范围限制' })
  restriction: RestrictionDto | null;
  @ApiProperty({ type: [TransferDto] })
  transfers: TransferDto[];
}
