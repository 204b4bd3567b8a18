/**
 * The session's cookie. Its value is base64url, so nothing needs escaping; scripts cannot read it, other sites cannot
 * make it travel with their writes. It has no lifetime of its own: the row of the session decides.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'anjuan_session';
const attributes = 'Path=/; HttpOnly; SameSite=Lax';

/** The token the browser sent, if it sent one. */
export function tokenIn(request: FastifyRequest): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(';').map((c) => c.trim());
  return cookies.find((c) => c.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
}

export function giveToken(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = request.protocol === 'https' ? '; Secure' : '';
  reply.header('set-cookie', `${NAME}=${token}; ${attributes}${secure}`);
}

export function takeToken(reply: FastifyReply): void {
  reply.header('set-cookie', `${NAME}=; ${attributes}; Max-Age=0`);
}
