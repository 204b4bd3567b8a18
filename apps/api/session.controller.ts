import { type Presence, permissionsOf, Sessions, type SignedAccount } from '@anjuan/identity';
import { Clock } from '@anjuan/platform';
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Me, Public } from './access';
import { HealthDto, MeDto, SignInDto } from './session.dto';
import type { SignedIn } from './session.guard';
import { giveToken, takeToken } from './session-cookie';
import { Proven, SignInGuard } from './sign-in';

@ApiTags('登录')
@Controller()
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  @Get('health')
  @Public()
  @ApiOperation({ summary: '服务是否就绪' })
  @ApiOkResponse({ type: HealthDto })
  health(): HealthDto {
    return { status: 'ok', today: this.clock.today() };
  }

  @Post('session')
  @Public()
  @UseGuards(SignInGuard)
  @ApiOperation({ summary: '登录' })
  @ApiCreatedResponse({ type: MeDto })
  async signIn(
    @Body() _body: SignInDto,
    @Proven() account: SignedAccount,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto> {
    const token = await this.sessions.begin(account);
    const presence = await this.sessions.presenceOf(token);
    if (!presence) throw new Error('a session that ended as it began');
    giveToken(request, reply, token);
    return me(presence);
  }

  @Get('session')
  @Allow()
  @ApiOperation({ summary: '当前登录人' })
  @ApiOkResponse({ type: MeDto })
  current(@Me() presence: SignedIn): MeDto {
    return me(presence);
  }

  @Delete('session')
  @Allow()
  @HttpCode(204)
  @ApiOperation({ summary: '退出登录' })
  @ApiNoContentResponse()
  async signOut(@Me() { token }: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(token);
    takeToken(reply);
  }
}

const me = ({ login, actor, jurisdiction, posts }: Presence): MeDto => ({
  login,
  person: { id: actor.personId ?? '', name: actor.name },
  jurisdiction: { ...jurisdiction },
  posts: posts.map((p) => ({ role: p.role, title: p.title, organisation: { ...p.organisation } })),
  permissions: permissionsOf(actor),
});
