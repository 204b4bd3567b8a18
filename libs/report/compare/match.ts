/** Our cases against the rows of an upper platform's export: only here, only there, fields that differ. Pure. */

export interface OurCase {
  readonly id: string;
  /** Every number the case bears: 案号, register number, old number, the court's. */
  readonly numbers: readonly string[];
  readonly parties: readonly string[];
  /** The day by which a case without a common number is found again. */
  readonly day: string | null;
  /** By the Chinese name of the field, as text. */
  readonly values: Readonly<Record<string, string>>;
  readonly handler: string | null;
  /** Belongs to the year asked for. One of a year beside it is only found where the export names it. */
  readonly asked: boolean;
  /** 限制知悉: what of it differs is told to its handler on the case page, not in the list. */
  readonly restricted: boolean;
}
export interface TheirRow {
  /** Line of the sheet, from 1. */
  readonly line: number;
  readonly number: string;
  readonly parties: readonly string[];
  readonly day: string | null;
  /** Only the fields that the export has a column for. */
  readonly values: Readonly<Record<string, string>>;
}
export interface FieldDifference {
  readonly field: string;
  readonly here: string;
  readonly there: string;
}
export type Found =
  | { readonly found: 'here'; readonly ours: OurCase }
  | { readonly found: 'there'; readonly theirs: TheirRow }
  /** The export has the same number twice. */
  | { readonly found: 'repeated'; readonly theirs: TheirRow }
  | {
      readonly found: 'differs';
      readonly ours: OurCase;
      readonly theirs: TheirRow;
      readonly differences: readonly FieldDifference[];
    };
export interface Comparison {
  readonly matched: number;
  readonly found: readonly Found[];
}

/** 案号 are typed with brackets and blanks of every kind: （2024）, 〔2024〕 and [2024] are one. */
export const plainNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[[\]〔〕【】()（）「」]/g, '|')
    .replace(/[\s·—_-]/g, '')
    .replace(/第(?=\d)/g, '')
    .replace(/(?<=\D)0+(?=\d)/g, '');
const plainName = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
const plainValue = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/**
 * By number first; what has none in common, by a party's name and the day, where just one of the other side fits. Every
 * row is looked up once, so the time grows with the number of rows and not with its square.
 */
export function compareCases(ours: readonly OurCase[], theirs: readonly TheirRow[]): Comparison {
  const byNumber = new Map<string, OurCase>();
  for (const one of ours) for (const number of one.numbers) if (number !== '') byNumber.set(plainNumber(number), one);
  const byName = new Map<string, OurCase[]>();
  for (const one of ours)
    for (const party of one.parties) {
      const key = `${plainName(party)} ${one.day ?? ''}`;
      const same = byName.get(key);
      if (same === undefined) byName.set(key, [one]);
      else same.push(one);
    }
  const taken = new Set<string>();
  const found: Found[] = [];
  const waiting: TheirRow[] = [];
  const pair = (one: OurCase, row: TheirRow) => {
    taken.add(one.id);
    const differences = differencesOf(one, row);
    if (differences.length > 0) found.push({ found: 'differs', ours: one, theirs: row, differences });
  };
  for (const row of theirs) {
    const one = row.number === '' ? undefined : byNumber.get(plainNumber(row.number));
    if (one === undefined) waiting.push(row);
    else if (taken.has(one.id)) found.push({ found: 'repeated', theirs: row });
    else pair(one, row);
  }
  for (const row of waiting) {
    const candidates = new Set(
      row.day === null ? [] : row.parties.flatMap((p) => byName.get(`${plainName(p)} ${row.day}`) ?? []),
    );
    const [one, ...others] = [...candidates].filter((c) => !taken.has(c.id));
    if (one !== undefined && others.length === 0) pair(one, row);
    else found.push({ found: 'there', theirs: row });
  }
  const missing = ours
    .filter((one) => one.asked && !taken.has(one.id))
    .map((one): Found => ({ found: 'here', ours: one }));
  return { matched: taken.size, found: [...found, ...missing] };
}

function differencesOf({ values: here }: OurCase, { values: there }: TheirRow): readonly FieldDifference[] {
  return Object.entries(there).flatMap(([field, value]) => {
    const own = here[field] ?? '';
    return plainValue(own) === plainValue(value) ? [] : [{ field, here: own, there: value }];
  });
}
