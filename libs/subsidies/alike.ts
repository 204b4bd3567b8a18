/**
 * 文字雷同 — finds texts that were copied with names, dates and amounts changed. Pure and exact: shingles of three
 * characters compared by Jaccard's measure, every pair that reaches the threshold and no other.
 */
const WIDTH = 3;

/**
 * The shingles of a text without what a copyist changes: the parties' names, numbers, punctuation. Order does not matter.
 * A text of fewer than three characters has none.
 */
export function shinglesOf(text: string, names: readonly string[]): ReadonlySet<string> {
  const anonymous = names.filter((n) => n !== '').reduce((t, name) => t.replaceAll(name, ''), text);
  const plain = [...anonymous.normalize('NFKC').replace(/[^\p{L}]|[零〇一二三四五六七八九十百千万亿两某]/gu, '')];
  return new Set(plain.slice(WIDTH - 1).map((_, i) => plain.slice(i, i + WIDTH).join('')));
}

export interface Text {
  readonly id: string;
  readonly shingles: ReadonlySet<string>;
}
/** `earlier` is the first text in the given order that `id` resembles. */
export interface Resemblance {
  readonly earlier: string;
  /** Shared shingles in percent of all that either has, rounded down. */
  readonly percent: number;
}

/**
 * For each text the first one before it that shares at least `percent` of the shingles. Prefix filtering: two sets can
 * only be that alike when they meet among their rarest shingles, so few pairs of ten thousand are compared at all.
 */
export function resemblances(texts: readonly Text[], percent: number): ReadonlyMap<string, Resemblance> {
  const frequency = new Map<string, number>();
  for (const { shingles } of texts) for (const s of shingles) frequency.set(s, (frequency.get(s) ?? 0) + 1);
  const rarity = (a: string, b: string) =>
    (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : a > b ? 1 : 0);
  const holding = new Map<string, number[]>();
  const found = new Map<string, Resemblance>();
  for (const [place, { id, shingles }] of texts.entries()) {
    if (shingles.size === 0) continue;
    const prefix = [...shingles].sort(rarity).slice(0, shingles.size - Math.ceil((percent * shingles.size) / 100) + 1);
    const candidates = [...new Set(prefix.flatMap((s) => holding.get(s) ?? []))].sort((a, b) => a - b);
    for (const candidate of candidates) {
      const other = texts[candidate];
      const shared = other ? sharing(shingles, other.shingles) : 0;
      if (!other || shared < percent) continue;
      found.set(id, { earlier: other.id, percent: Math.floor(shared) });
      break;
    }
    for (const s of prefix) holding.set(s, [...(holding.get(s) ?? []), place]);
  }
  return found;
}

function sharing(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((s) => b.has(s)).length;
  return (100 * both) / (a.size + b.size - both);
}
