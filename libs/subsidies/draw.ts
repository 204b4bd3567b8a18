/**
 * 案卷评查抽样 — a draw that anybody can repeat. The seed is published beside the list; each case number is hashed with
 * it and the smallest hashes are drawn. Nothing else enters, so the same seed and list give the same sample everywhere.
 */
import { createHash } from 'node:crypto';

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Fingerprint of the list a draw is made from: SHA-256 over the sorted case numbers, one per line. */
export const listDigest = (numbers: readonly string[]): string => digest([...numbers].sort().join('\n'));

/**
 * The drawn case numbers in the order of the draw: SHA-256 of `seed`, line feed, number; ascending. `permille` of the
 * list, rounded up.
 */
export function drawn(numbers: readonly string[], seed: string, permille: number): string[] {
  return numbers
    .map((number) => ({ number, hash: digest(`${seed}\n${number}`) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .slice(0, Math.ceil((numbers.length * permille) / 1000))
    .map(({ number }) => number);
}
