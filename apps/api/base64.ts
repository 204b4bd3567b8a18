import { ValidateBy } from 'class-validator';

const CHUNK = 8192;

function isBase64(value: unknown): boolean {
  if (typeof value !== 'string' || value.length % 4 !== 0) return false;
  const end = value.endsWith('==') ? value.length - 2 : value.endsWith('=') ? value.length - 1 : value.length;
  for (let at = 0; at < end; at += CHUNK)
    if (!/^[A-Za-z0-9+/]*$/.test(value.slice(at, Math.min(at + CHUNK, end)))) return false;
  return true;
}

/** Base64 of any length. The usual check is one pattern over the whole text, which overflows the stack at some megabytes. */
export const Base64 = () => ValidateBy({ name: 'isBase64', validator: { validate: isBase64 } });
