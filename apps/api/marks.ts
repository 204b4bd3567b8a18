/** Who may call a route. Every route bears one of the two marks; the guard refuses a route that bears none. */
import type { Permission } from '@anjuan/identity';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiCookieAuth, ApiResponse } from '@nestjs/swagger';
import { ProblemDto } from './problem.dto';

export const PUBLIC = 'anjuan:public';
export const ALLOW = 'anjuan:allow';

const problem = (status: number, description: string) => ApiResponse({ status, description, type: ProblemDto });

/** No session needed. */
export const Public = () => SetMetadata(PUBLIC, true);

/**
 * A session is needed, and one of these permissions in any post; without any permission named, the session is enough.
 * Which cases the person reaches is the reading side's and the clerk's business.
 */
export const Allow = (...permissions: readonly Permission[]) =>
  applyDecorators(
    SetMetadata(ALLOW, permissions),
    ApiCookieAuth(),
    problem(401, '未登录'),
    problem(403, `需要权限之一：${permissions.join('、') || '（登录即可）'}`),
  );
