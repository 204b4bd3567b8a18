/** Things that have no identity but their words, each with a key: the words, and which of the same words it is. */
export function keyed<T>(list: readonly T[], words: (item: T) => string): readonly { key: string; item: T }[] {
  const seen = new Map<string, number>();
  return list.map((item) => {
    const text = words(item);
    const nth = (seen.get(text) ?? 0) + 1;
    seen.set(text, nth);
    return { key: `${text}#${nth}`, item };
  });
}
