import createClient from 'openapi-fetch';
import { problemOf, unreachable } from './problem';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

export const api = createClient<paths>({ baseUrl: '/', headers: { accept: 'application/json' } });

interface Reply<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of a successful answer. @throws Problem */
export async function answerOf<T>(request: Promise<Reply<T>>): Promise<T> {
  const { data, error, response } = await sent(request);
  if (!response.ok || data === undefined) throw problemOf(response.status, error);
  return data;
}

/** For answers without a body. @throws Problem */
export async function done(request: Promise<Reply<unknown>>): Promise<void> {
  const { error, response } = await sent(request);
  if (!response.ok) throw problemOf(response.status, error);
}

async function sent<T>(request: Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await request;
  } catch {
    throw unreachable(); // fetch fails, or the body is no JSON: something between us and the server answered
  }
}

/**
 * A fresh Idempotency-Key (uuid v4). `crypto.randomUUID` is missing where offices open the system by plain http on a LAN
 * address, so it is made by hand.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, i) => {
    const marked = i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  }).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
