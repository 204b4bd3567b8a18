import { NotFound } from '@anjuan/casework';
import { type Notice, Notices, type Reader } from '@anjuan/notices';
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { Allow, Me } from './access';
import { FlagOptional } from './flag';
import { PageSize } from './paging';
import type { SignedIn } from './session.guard';

class NoticesQueryDto {
  @FlagOptional('只看未读')
  unread?: boolean;
  @PageSize(100, 20)
  limit?: number;
  @ApiPropertyOptional({ format: 'uuid', description: '上一页的 next' })
  @IsOptional()
  @IsUUID()
  cursor?: string;
}

class NoticeDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: '行政复议审查期限还有5日届满' })
  title: string;
  @ApiProperty()
  body: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '所涉案件；超期汇总为空' })
  case_id: string | null;
  @ApiProperty({ description: '发给义务机关人员的提醒：在“收到的通知”中查看，不看案件' })
  addressed: boolean;
  @ApiProperty({ format: 'date-time' })
  created_at: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  read_at: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: '期限已办结或者变更，提醒随之撤回；空为仍有效',
  })
  withdrawn_at: string | null;
}

class NoticeListDto {
  @ApiProperty({ type: [NoticeDto] })
  items: NoticeDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
  @ApiProperty({ description: '全部未读条数' })
  unread: number;
}

/** An id that cannot be one is a notice that does not exist: it looks the same. */
const noticeId = new ParseUUIDPipe({ exceptionFactory: () => new NotFound('提醒') });

/** A person's own notices; there are no others here. */
@ApiTags('提醒')
@Controller('notices')
export class NoticesController {
  constructor(private readonly notices: Notices) {}

  @Get()
  @Allow()
  @ApiOperation({ summary: '本人的提醒，新的在前', operationId: 'listNotices' })
  @ApiOkResponse({ type: NoticeListDto })
  async list(@Me() me: SignedIn, @Query() query: NoticesQueryDto): Promise<NoticeListDto> {
    const page = await this.notices.page(readerOf(me), {
      limit: query.limit ?? 20,
      before: query.cursor,
      unread: query.unread,
    });
    return { ...page, items: page.items.map(shown) };
  }

  @Post(':id/read')
  @HttpCode(200)
  @Allow()
  @ApiOperation({ summary: '标为已读', operationId: 'readNotice' })
  @ApiOkResponse({ type: NoticeDto })
  async read(@Me() me: SignedIn, @Param('id', noticeId) id: string): Promise<NoticeDto> {
    const notice = await this.notices.read(readerOf(me), id);
    if (notice === null) throw new NotFound('提醒');
    return shown(notice);
  }
}

const readerOf = ({ actor }: SignedIn): Reader => ({ jurisdictionId: actor.jurisdictionId, personId: actor.personId });

const shown = (n: Notice): NoticeDto => ({
  ...n,
  created_at: n.created_at.toISOString(),
  read_at: n.read_at?.toISOString() ?? null,
  withdrawn_at: n.withdrawn_at?.toISOString() ?? null,
});
