import { NotFound } from '@anjuan/casework';
import {
  type Channel,
  Choices,
  Deliveries,
  type DeliveryEntry,
  Feeds,
  isChannel,
  Policies,
  type PolicyEntry,
  type Reader,
} from '@anjuan/notices';
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  HttpStatus,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, Me, Public } from './access';
import { PREFIX } from './http';
import { ProblemDto } from './problem.dto';
import {
  ChannelChoiceInputDto,
  DeliveriesQueryDto,
  type DeliveryDto,
  DeliveryListDto,
  FeedAddressDto,
  NoticeSettingsDto,
  ReminderHoursDto,
  type ReminderPolicyDto,
  ReminderPolicyInputDto,
  ReminderRulesDto,
} from './reminders.dto';
import type { SignedIn } from './session.guard';

const readerOf = ({ actor }: SignedIn): Reader => ({ jurisdictionId: actor.jurisdictionId, personId: actor.personId });

/** @throws NotFound */
function channelOf(name: string): Channel {
  if (!isChannel(name)) throw new NotFound('提醒方式');
  return name;
}

/** How a person wants to be told: one's own choice, nobody else's. In the console everybody is told in any case. */
@ApiTags('提醒')
@ApiResponse({ status: 400, description: '填写有误', type: ProblemDto })
@Controller('notice-settings')
export class NoticeSettingsController {
  constructor(
    private readonly choices: Choices,
    private readonly feeds: Feeds,
  ) {}

  @Get()
  @Allow()
  @ApiOperation({ summary: '本人的提醒设置' })
  @ApiOkResponse({ type: NoticeSettingsDto })
  async mine(@Me() me: SignedIn): Promise<NoticeSettingsDto> {
    const reader = readerOf(me);
    const channels = await this.choices.list(reader);
    const madeAt = await this.feeds.madeAt(reader);
    return { channels: [...channels], feed_made_at: madeAt?.toISOString() ?? null };
  }

  @Put('channels/:channel')
  @Allow()
  @ApiOperation({ summary: '选用或者更改一种提醒方式' })
  @ApiOkResponse({ type: NoticeSettingsDto })
  async choose(
    @Me() me: SignedIn,
    @Param('channel') channel: string,
    @Body() body: ChannelChoiceInputDto,
  ): Promise<NoticeSettingsDto> {
    await this.choices.choose(readerOf(me), channelOf(channel), body);
    return this.mine(me);
  }

  @Delete('channels/:channel')
  @Allow()
  @ApiOperation({ summary: '停用一种提醒方式，地址随之删除' })
  @ApiOkResponse({ type: NoticeSettingsDto })
  async drop(@Me() me: SignedIn, @Param('channel') channel: string): Promise<NoticeSettingsDto> {
    await this.choices.drop(readerOf(me), channelOf(channel));
    return this.mine(me);
  }

  @Post('feed')
  @HttpCode(200)
  @Allow()
  @ApiOperation({ summary: '生成日历订阅地址；以前的地址随即失效' })
  @ApiOkResponse({ type: FeedAddressDto })
  async makeFeed(@Me() me: SignedIn): Promise<FeedAddressDto> {
    return { path: `/${PREFIX}/calendar/${await this.feeds.make(readerOf(me))}.ics` };
  }

  @Delete('feed')
  @Allow()
  @ApiOperation({ summary: '撤销日历订阅地址' })
  @ApiOkResponse({ type: NoticeSettingsDto })
  async revokeFeed(@Me() me: SignedIn): Promise<NoticeSettingsDto> {
    await this.feeds.revoke(readerOf(me));
    return this.mine(me);
  }
}

/** When whom is told of what, in this jurisdiction, and what became of the messages. */
@ApiTags('提醒')
@ApiResponse({ status: 400, description: '填写有误', type: ProblemDto })
@ApiResponse({ status: 404, description: '没有', type: ProblemDto })
@Controller('reminders')
export class RemindersController {
  constructor(
    private readonly policies: Policies,
    private readonly deliveries: Deliveries,
  ) {}

  @Get('rules')
  @Allow('reminder:manage')
  @ApiOperation({ summary: '本辖区的提醒规则：一般规则在前，其后是各项期限' })
  @ApiOkResponse({ type: ReminderRulesDto })
  async rules(@Me() { actor }: SignedIn): Promise<ReminderRulesDto> {
    const { policies, hours } = await this.policies.list(actor);
    return {
      policies: policies.map(policyDto),
      hours: { opens_at: hours.opensAt, closes_at: hours.closesAt, working_days_only: hours.workingDaysOnly },
    };
  }

  @Put('rules/:limit')
  @Allow('reminder:manage')
  @ApiOperation({ summary: '设置一项期限（或者general一般规则）何时提醒谁；未到的提醒随即重新安排' })
  @ApiOkResponse({ type: ReminderRulesDto })
  async set(
    @Me() me: SignedIn,
    @Param('limit') limit: string,
    @Body() b: ReminderPolicyInputDto,
  ): Promise<ReminderRulesDto> {
    const { days_before: daysBefore, superior_from: superiorFrom, head_from: headFrom, enabled, digest } = b;
    await this.policies.set(me.actor, limit, { enabled, daysBefore, superiorFrom, headFrom, digest });
    return this.rules(me);
  }

  @Delete('rules/:limit')
  @Allow('reminder:manage')
  @ApiOperation({ summary: '取消单独设置，从一般规则或者系统默认' })
  @ApiOkResponse({ type: ReminderRulesDto })
  async unset(@Me() me: SignedIn, @Param('limit') limit: string): Promise<ReminderRulesDto> {
    await this.policies.unset(me.actor, limit);
    return this.rules(me);
  }

  @Put('hours')
  @Allow('reminder:manage')
  @ApiOperation({ summary: '设置提醒时段' })
  @ApiOkResponse({ type: ReminderRulesDto })
  async setHours(@Me() me: SignedIn, @Body() b: ReminderHoursDto): Promise<ReminderRulesDto> {
    const { opens_at: opensAt, closes_at: closesAt, working_days_only: workingDaysOnly } = b;
    await this.policies.setHours(me.actor, { opensAt, closesAt, workingDaysOnly });
    return this.rules(me);
  }

  @Get('deliveries')
  @Allow('reminder:manage')
  @ApiOperation({ summary: '发送记录，新的在前' })
  @ApiOkResponse({ type: DeliveryListDto })
  async log(@Me() { actor }: SignedIn, @Query() q: DeliveriesQueryDto): Promise<DeliveryListDto> {
    const [noticeId, channel] = q.cursor?.split('.') ?? [];
    const page = await this.deliveries.page(actor, {
      limit: q.limit ?? 50,
      ...(q.state === undefined ? {} : { state: q.state }),
      ...(noticeId === undefined || channel === undefined ? {} : { before: { noticeId, channel } }),
    });
    return { ...page, items: page.items.map(deliveryDto) };
  }

  @Post('deliveries/:notice/:channel/again')
  @HttpCode(204)
  @Allow('reminder:manage')
  @ApiOperation({ summary: '立即重发一条没有发出的' })
  @ApiNoContentResponse()
  again(
    @Me() { actor }: SignedIn,
    @Param('notice', new ParseUUIDPipe({ exceptionFactory: () => new NotFound('发送记录') })) notice: string,
    @Param('channel') channel: string,
  ): Promise<void> {
    return this.deliveries.again(actor, notice, channelOf(channel));
  }
}

/** For calendar programs, which cannot sign in: the address itself is the secret. */
@ApiTags('提醒')
@Controller('calendar')
export class CalendarFeedController {
  constructor(private readonly feeds: Feeds) {}

  @Get(':token')
  @Public()
  @ApiOperation({ summary: '本人未了期限的日历（iCalendar），供Outlook和手机订阅' })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ type: String })
  @ApiResponse({ status: 304, description: '没有变化' })
  @ApiResponse({ status: 404, description: '地址不对或者已撤销', type: ProblemDto })
  async read(
    @Param('token') token: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { text, etag } = await this.feeds.read(token.replace(/\.ics$/, ''));
    void reply
      .headers({ etag, 'cache-control': 'private, no-cache', 'content-disposition': 'inline; filename="anjuan.ics"' })
      .type('text/calendar; charset=utf-8');
    if (known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
      void reply.status(HttpStatus.NOT_MODIFIED);
      return '';
    }
    return text;
  }
}

const policyDto = ({ limit, title, own, policy }: PolicyEntry): ReminderPolicyDto => ({
  limit,
  title,
  own,
  enabled: policy.enabled,
  days_before: [...policy.daysBefore],
  superior_from: policy.superiorFrom,
  head_from: policy.headFrom,
  digest: policy.digest,
});

const deliveryDto = (d: DeliveryEntry): DeliveryDto => ({
  ...d,
  next_at: d.next_at.toISOString(),
  tried_at: d.tried_at?.toISOString() ?? null,
  settled_at: d.settled_at?.toISOString() ?? null,
  created_at: d.created_at.toISOString(),
});
