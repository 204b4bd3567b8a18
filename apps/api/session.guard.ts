/** The guards every request passes, in this order: where it comes from, who it is, whether it may. */
import { type Permission, type Presence, permissionsOf, Sessions } from '@anjuan/identity';
import { type CanActivate, type ExecutionContext, HttpStatus, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ALLOW, PUBLIC } from './marks';
import { Problem } from './problem';
import { tokenIn } from './session-cookie';

/** The person behind a request and the token they came with. */
export interface SignedIn extends Presence {
  readonly token: string;
}
const present = new WeakMap<object, SignedIn>();

/** What the guard found. Throws 401 on a public route without a session. */
export function signedIn(request: object): SignedIn {
  const found = present.get(request);
  if (!found) throw notSignedIn();
  return found;
}

const notSignedIn = () => new Problem(HttpStatus.UNAUTHORIZED, 'not-signed-in', '请先登录');

/**
 * Writes must come from our own pages. The cookie is SameSite=Lax already; a form of another site can neither send JSON
 * nor hide its Origin. Clients that are no browsers send no Origin, and hold no cookie that could be abused.
 */
@Injectable()
export class OriginGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { method, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return true;
    if (headers.origin !== undefined && hostOf(headers.origin) !== headers.host)
      throw new Problem(HttpStatus.FORBIDDEN, 'foreign-origin', '请求来自其他网站，已拒绝');
    const type = headers['content-type'];
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    if ((type !== undefined || hasBody) && !/^application\/json\b/i.test(type ?? ''))
      throw new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, 'not-json', '请求内容应为 application/json');
    return true;
  }
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

/** Denies by default: a route without `@Public()` or `@Allow(…)` answers nobody. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const marked = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, marked)) return true;
    const permissions = this.reflector.getAllAndOverride<readonly Permission[] | undefined>(ALLOW, marked);
    if (permissions === undefined) throw new Problem(HttpStatus.FORBIDDEN, 'forbidden', '此功能未开放');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = tokenIn(request);
    const presence = token === undefined ? null : await this.sessions.presenceOf(token);
    if (token === undefined || !presence) throw notSignedIn();
    const held = permissionsOf(presence.actor);
    if (permissions.length > 0 && !permissions.some((p) => held.includes(p)))
      throw new Problem(HttpStatus.FORBIDDEN, 'forbidden', '您的岗位没有这项权限');
    present.set(request, { ...presence, token });
    return true;
  }
}
