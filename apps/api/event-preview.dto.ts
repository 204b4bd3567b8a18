/** What an event would do, as it goes out. */
import { type ClockEffect, clockEffects, type EventPreview, type PreviewedClockView } from '@anjuan/casework';
import { ApiProperty } from '@nestjs/swagger';
import { dayOrNull } from './answers';
import { WarningDto } from './cases.dto';

export class PreviewPaperDto {
  @ApiProperty()
  code: string;
  @ApiProperty({ example: '行政复议答复通知书' })
  title: string;
}

export class PreviewedClockDto implements PreviewedClockView {
  @ApiProperty({ format: 'uuid' })
  clock_id: string;
  @ApiProperty({ example: 'reconsideration.decision-ordinary' })
  limit: string;
  @ApiProperty()
  title: string;
  @ApiProperty({ type: String, nullable: true, description: '按人计算的期限：当事人姓名' })
  subject: string | null;
  @ApiProperty({ enum: Object.keys(clockEffects) })
  effect: ClockEffect;
  @ApiProperty({ example: '日期变动' })
  effect_title: string;
  @ApiProperty({
    enum: ['running', 'suspended', 'met', 'cancelled'],
    type: String,
    nullable: true,
    description: '空：由该环节开始',
  })
  old_status: PreviewedClockView['old_status'];
  @ApiProperty({ ...dayOrNull, description: '现在记录的届满日；空：尚未开始，或者已中止' })
  old_due: string | null;
  @ApiProperty({ ...dayOrNull, description: '办理后的届满日；空：中止' })
  new_due: string | null;
  @ApiProperty({ enum: ['running', 'suspended', 'met', 'cancelled'] })
  status: PreviewedClockView['status'];
  @ApiProperty({ description: '放假安排尚未公布，暂定' })
  provisional: boolean;
  @ApiProperty({ description: '推算过程的最后一句' })
  why: string;
  @ApiProperty({ type: [String], description: '届时将得到提醒的人；不提醒的期限为空' })
  told: readonly string[];
}

export class PreviewedCaseDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  kind: string;
  @ApiProperty()
  kind_title: string;
  @ApiProperty({ description: '案号，没有的为收案号' })
  number: string;
}

export class EventPreviewDto implements EventPreview {
  @ApiProperty({ type: PreviewedCaseDto })
  case: PreviewedCaseDto;
  @ApiProperty({ description: '预览的环节；几步一并办理的为最后一步' })
  event_title: string;
  @ApiProperty({ description: '核对码：更正事实变动期限的，办理时提交' })
  digest: string;
  @ApiProperty()
  state: string;
  @ApiProperty()
  state_title: string;
  @ApiProperty({ description: '办理后的状态' })
  state_after: string;
  @ApiProperty()
  state_after_title: string;
  @ApiProperty({ type: [PreviewPaperDto], description: '将出具的文书' })
  papers: readonly PreviewPaperDto[];
  @ApiProperty({ type: [PreviewedClockDto], description: '将开始、变动或者结束的期限' })
  clocks: readonly PreviewedClockDto[];
  @ApiProperty({ type: [WarningDto], description: '提示：可以办理，但须留意' })
  warnings: readonly WarningDto[];
}

/** `told`: by clock, the names of those who would be told of it. */
export const previewDto = (
  { clocks, ...preview }: EventPreview,
  told: readonly (readonly string[])[],
): EventPreviewDto => ({ ...preview, clocks: clocks.map((k, i) => ({ ...k, told: told[i] ?? [] })) });
