import {
  type CalendarView,
  type ChangeKind,
  type ChangeView,
  changeKinds,
  changeStates,
  type Effect,
  effects,
  type ImpactView,
  type NoticeView,
  type OverlayView,
} from '@anjuan/casework';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { dayOrNull, textOrNull } from './answers';
import { LegalDay, LegalDayOptional } from './legal-day';
import { CursorOptional, PageSize } from './paging';

const kinds = Object.keys(changeKinds);
const states = Object.keys(changeStates);

export class FestivalDto {
  @ApiProperty({ example: '国庆节' })
  @IsString()
  @Length(1, 40)
  name: string;
  @LegalDay('放假第一天')
  first: string;
  @LegalDay('放假最后一天')
  last: string;
  @ApiProperty({ type: [String], description: '调休上班日' })
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  make_up: string[];
}
export class HolidayNoticeRequestDto {
  @ApiProperty({ example: '国办发明电〔2025〕7号', description: '文号' })
  @IsString()
  @Length(1, 60)
  number: string;
  @LegalDay('公布日')
  issued: string;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description:
      'holiday-cn 的年度文件：{year, papers[], days: [{name, date, isOffDay}]}；给出时不填 year 和 festivals',
  })
  @IsOptional()
  @IsObject()
  file?: Record<string, unknown>;
  @ApiPropertyOptional({ example: 2027 })
  @IsOptional()
  @IsInt()
  @Min(2001)
  @Max(2099)
  year?: number;
  @ApiPropertyOptional({ type: [FestivalDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => FestivalDto)
  festivals?: FestivalDto[];
}
export class LocalDayDto {
  @LegalDay('日期')
  day: string;
  @ApiProperty({ description: 'true 为调休上班，false 为放假' })
  @IsBoolean()
  working: boolean;
}
export class OverlayRequestDto {
  @ApiProperty({ example: '古尔邦节' })
  @IsString()
  @Length(1, 40)
  name: string;
  @ApiProperty({ example: 2027 })
  @IsInt()
  @Min(2017)
  @Max(2099)
  year: number;
  @ApiProperty({ description: '依据的公告或者文号' })
  @IsString()
  @Length(1, 200)
  cite: string;
  @ApiProperty({ type: [LocalDayDto], description: '没有日期即撤销该年的这一安排' })
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => LocalDayDto)
  days: LocalDayDto[];
}
export class ConventionsRequestDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { suspensionDays: 'suspend-day-counts' },
    description: '要改的计算约定',
  })
  @IsObject()
  conventions: Record<string, unknown>;
}
export class ConfirmChangeDto {
  @ApiProperty({ description: '所查看的影响清单的核对码' })
  @IsString()
  @Length(64, 64)
  digest: string;
}
export class WorkingCalendarQueryDto {
  @LegalDayOptional('按该日已公布的通知；不填为现在')
  known_on?: string;
}

export class HolidayNoticeDto implements NoticeView {
  @ApiProperty()
  year: number;
  @ApiProperty()
  number: string;
  @ApiProperty({ format: 'date' })
  issued: string;
  @ApiProperty({ description: '随系统提供' })
  shipped: boolean;
  @ApiProperty({ description: '年中的调整通知' })
  late: boolean;
  @ApiProperty({ type: [FestivalDto] })
  festivals: FestivalDto[];
}
export class OverlayDto implements OverlayView {
  @ApiProperty()
  name: string;
  @ApiProperty()
  year: number;
  @ApiProperty()
  cite: string;
  @ApiProperty({ type: [LocalDayDto] })
  days: LocalDayDto[];
}
export class WorkingCalendarDto implements CalendarView {
  @ApiProperty(dayOrNull)
  known_on: string | null;
  @ApiProperty()
  last_noticed_year: number;
  @ApiProperty({ ...textOrNull, description: '缺少放假安排的常设提示' })
  warning: string | null;
  @ApiProperty({ description: '待确认的变更' })
  waiting: number;
  @ApiProperty({ type: [HolidayNoticeDto] })
  notices: HolidayNoticeDto[];
  @ApiProperty({ type: [OverlayDto] })
  overlays: OverlayDto[];
}
export class CalendarChangeDto implements ChangeView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: kinds })
  kind: ChangeKind;
  @ApiProperty()
  kind_title: string;
  @ApiProperty()
  title: string;
  @ApiProperty({ enum: states })
  state: ChangeView['state'];
  @ApiProperty()
  state_title: string;
  @ApiProperty({ ...textOrNull, description: '提出人；命令行导入的为空' })
  proposed_by: string | null;
  @ApiProperty({ format: 'date-time' })
  proposed_at: string;
  @ApiProperty(textOrNull)
  decided_by: string | null;
  @ApiProperty({ ...textOrNull, format: 'date-time' })
  decided_at: string | null;
  @ApiProperty({ type: Number, nullable: true, description: '确认时变动的期限' })
  moved: number | null;
  @ApiProperty({ type: Number, nullable: true, description: '确认时日期不变的期限' })
  stayed: number | null;
}
export class ImpactQueryDto {
  @PageSize(500, 200)
  limit?: number;
  @CursorOptional(1, 500)
  cursor?: string;
}
export class ImpactRowDto {
  @ApiProperty({ format: 'uuid' })
  clock_id: string;
  @ApiProperty({ format: 'uuid' })
  case_id: string;
  @ApiProperty()
  kind: string;
  @ApiProperty()
  kind_title: string;
  @ApiProperty({ description: '案号，没有的为收案号' })
  number: string;
  @ApiProperty({ description: '期限' })
  title: string;
  @ApiProperty({ enum: Object.keys(effects) })
  effect: Effect;
  @ApiProperty()
  effect_title: string;
  @ApiProperty({ ...dayOrNull, description: '原届满日；中止的为空' })
  old_due: string | null;
  @ApiProperty({ ...dayOrNull, description: '新届满日；中止的为空' })
  new_due: string | null;
  @ApiProperty()
  why: string;
}
export class KindImpactDto {
  @ApiProperty()
  kind: string;
  @ApiProperty()
  kind_title: string;
  @ApiProperty({ description: '日期变动' })
  moved: number;
  @ApiProperty({ description: '日期不变，暂定状态改变' })
  settled: number;
  @ApiProperty({ description: '日期不变，只改约定' })
  kept: number;
}
export class ImpactDto implements ImpactView {
  @ApiProperty({ type: CalendarChangeDto })
  change: CalendarChangeDto;
  @ApiProperty({ description: '核对码，确认时提交' })
  digest: string;
  @ApiProperty({ description: '核算的在计期限' })
  assessed: number;
  @ApiProperty({ description: '日期变动' })
  moved: number;
  @ApiProperty({ description: '日期不变，暂定状态改变' })
  settled: number;
  @ApiProperty({ description: '日期不变，只改约定' })
  kept: number;
  @ApiProperty({ type: [KindImpactDto], description: '全部清单按案件类别的计数，不论第几页' })
  by_kind: KindImpactDto[];
  @ApiProperty({ type: [ImpactRowDto], description: '本页的行，变动的在前' })
  rows: ImpactRowDto[];
  @ApiProperty({ type: String, nullable: true, description: '下一页的游标；空：已到末尾' })
  next: string | null;
}
