import {
  type Channel,
  type Content,
  channelNames,
  contents,
  type DeliveryState,
  deliveryStates,
} from '@anjuan/notices';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { PageSize } from './paging';

const contentNames = Object.keys(contents);
const stateNames = Object.keys(deliveryStates);
const FROM = '自届满前几日起告知（日历日）；负数为超期后几日，只进每日汇总；空为不告知';

export class ReminderPolicyInputDto {
  @ApiProperty({ description: '是否提醒' })
  @IsBoolean()
  enabled: boolean;
  @ApiProperty({ type: [Number], description: '届满前几日提醒（日历日），0为当日；遇非工作日提前到前一工作日' })
  @IsArray()
  @ArrayMaxSize(12)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(366, { each: true })
  days_before: number[];
  @ApiProperty({ type: Number, nullable: true, description: `上级：${FROM}` })
  @ValidateIf((o: ReminderPolicyInputDto) => o.superior_from !== null)
  @IsInt()
  @Min(-366)
  @Max(366)
  superior_from: number | null;
  @ApiProperty({ type: Number, nullable: true, description: `机关负责人：${FROM}` })
  @ValidateIf((o: ReminderPolicyInputDto) => o.head_from !== null)
  @IsInt()
  @Min(-366)
  @Max(366)
  head_from: number | null;
  @ApiProperty({ description: '超期后列入每日汇总' })
  @IsBoolean()
  digest: boolean;
}

export class ReminderPolicyDto extends ReminderPolicyInputDto {
  @ApiProperty({ description: '期限编号；general为未单独设置的各项期限' })
  limit: string;
  @ApiProperty({ example: '审理期限（普通程序）' })
  title: string;
  @ApiProperty({ description: '本辖区自行设置的；否则从一般规则或者系统默认' })
  own: boolean;
}

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;
const hour = { message: '应为时间，格式 HH:MM' };

export class ReminderHoursDto {
  @ApiProperty({ example: '08:30', description: '向外发送的开始时间；每日汇总也自此时生成' })
  @Matches(HOUR, hour)
  opens_at: string;
  @ApiProperty({ example: '18:00', description: '向外发送的结束时间' })
  @Matches(HOUR, hour)
  closes_at: string;
  @ApiProperty({ description: '只在工作日提醒' })
  @IsBoolean()
  working_days_only: boolean;
}

export class ReminderRulesDto {
  @ApiProperty({ type: [ReminderPolicyDto] })
  policies: ReminderPolicyDto[];
  @ApiProperty({ type: ReminderHoursDto })
  hours: ReminderHoursDto;
}

export class ChannelChoiceInputDto {
  @ApiProperty({ enum: contentNames, description: '发哪些：all 逐条提醒和每日汇总，digest 只发每日汇总' })
  @IsIn(contentNames)
  content: Content;
  @ApiPropertyOptional({ description: '邮箱、手机号码或者机器人的Webhook地址；不填为不变' })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  address?: string;
  @ApiPropertyOptional({ description: '钉钉机器人的加签密钥；不填为不变' })
  @IsOptional()
  @IsString()
  @Length(0, 200)
  secret?: string;
}

export class ChosenDto {
  @ApiProperty({ enum: contentNames })
  content: Content;
  @ApiProperty({ description: '隐去中间部分' })
  address: string;
  @ApiProperty({ description: '有加签密钥' })
  signed: boolean;
}
export class ChannelChoiceDto {
  @ApiProperty({ enum: channelNames })
  channel: Channel;
  @ApiProperty({ example: '电子邮件' })
  title: string;
  @ApiProperty({ description: '本系统已配置' })
  available: boolean;
  @ApiProperty({ type: ChosenDto, nullable: true })
  chosen: ChosenDto | null;
}
export class NoticeSettingsDto {
  @ApiProperty({ type: [ChannelChoiceDto] })
  channels: ChannelChoiceDto[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '日历订阅地址的生成时间；空为没有' })
  feed_made_at: string | null;
}
export class FeedAddressDto {
  @ApiProperty({ description: '订阅地址在本站的路径，只在此时显示' })
  path: string;
}

export class DeliveriesQueryDto {
  @ApiPropertyOptional({ enum: stateNames })
  @IsOptional()
  @IsIn(stateNames)
  state?: DeliveryState;
  @PageSize(100, 50)
  limit?: number;
  @ApiPropertyOptional({ description: '上一页的 next' })
  @IsOptional()
  @Matches(/^[0-9a-f-]{36}\.[a-z]{1,20}$/, { message: '应为上一页给出的游标' })
  cursor?: string;
}
export class DeliveryDto {
  @ApiProperty({ format: 'uuid' })
  notice_id: string;
  @ApiProperty({ enum: channelNames })
  channel: Channel;
  @ApiProperty({ description: '收件人' })
  person: string;
  @ApiProperty()
  title: string;
  @ApiProperty({ enum: stateNames })
  state: DeliveryState;
  @ApiProperty({ description: '已试次数' })
  attempts: number;
  @ApiProperty({ format: 'date-time', description: '下次尝试，待发送时有意义' })
  next_at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  tried_at: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  settled_at: string | null;
  @ApiProperty({ type: String, nullable: true })
  last_error: string | null;
  @ApiProperty({ format: 'date-time' })
  created_at: string;
}
export class DeliveryCountsDto {
  @ApiProperty()
  waiting: number;
  @ApiProperty()
  sent: number;
  @ApiProperty()
  withdrawn: number;
  @ApiProperty()
  failed: number;
}
export class DeliveryListDto {
  @ApiProperty({ type: [DeliveryDto] })
  items: DeliveryDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  @ApiProperty({ type: DeliveryCountsDto })
  counts: DeliveryCountsDto;
}
