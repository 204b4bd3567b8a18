/**
 * How two cases are alike, and when that is worth a person's look. Pure. Similarity of texts is counted here and not by
 * pg_trgm, which under the C locale takes no Chinese character for a letter and finds every text different.
 */
export const traits = ['act', 'respondent', 'person', 'agent'] as const;
export type Trait = (typeof traits)[number];

/** 相似理由. */
export const resemblances = {
  act: '被申请人和行政行为文号相同',
  respondent: '被申请人相同',
  person: '证件号码或者电话相同',
  agent: '代理人相同',
  text: '请求和理由的文字相近',
} as const;
export type Resemblance = keyof typeof resemblances;
export interface Reason {
  readonly resemblance: Resemblance;
  /** Percent, for texts alone. */
  readonly similarity?: number;
}

/** Opened at most so many days apart. */
export const windowDays = 180;
/** Texts of fewer characters say nothing: “请求撤销行政处罚决定” stands in every second application. */
const tellingLength = 20;
const alikeFrom = 60;

export interface TraitParty {
  readonly role: string;
  readonly kind: string;
  readonly name: string;
  readonly id_number: string | null;
  readonly phone: string | null;
}
export interface TraitSource {
  readonly parties: readonly TraitParty[];
  /** 行政行为文号, where the kind records one. */
  readonly actNumber: string | null;
}

const opposed: readonly string[] = ['respondent', 'defendant', 'co-defendant'];
/** 全角、空格、括号: two clerks write one number in two ways. */
export const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s〔〕[\]()【】《》“”"'·,，。.、:：;；-]/g, '');

/** The words by which a case is found again, not hashed yet: [trait, word]. */
export function traitsOf({ parties, actNumber }: TraitSource): readonly (readonly [Trait, string])[] {
  const organs = parties.filter((p) => p.kind === 'organ' && opposed.includes(p.role)).map((p) => normal(p.name));
  const found = parties.flatMap((p): (readonly [Trait, string])[] => {
    if (p.kind === 'organ') return [];
    const marks = [p.id_number, p.phone].flatMap((v) => (v === null || normal(v) === '' ? [] : [normal(v)]));
    if (p.role === 'agent') return [...marks, normal(p.name)].map((m) => ['agent', m] as const);
    return marks.map((m) => ['person', m] as const);
  });
  const act = actNumber === null || normal(actNumber) === '' ? null : normal(actNumber);
  const all = [
    ...found,
    ...organs.map((o) => ['respondent', o] as const),
    ...(act === null ? [] : organs.map((o) => ['act', `${o} ${act}`] as const)),
  ];
  return all.filter(([t, w], i) => all.findIndex(([u, x]) => t === u && w === x) === i);
}

/** Percent of common pairs of characters (Dice), whole. */
export function similarity(a: string, b: string): number {
  const pairs = (text: string) => {
    const chars = [...normal(text)];
    return new Set(chars.slice(1).map((c, i) => `${chars[i]}${c}`));
  };
  const [left, right] = [pairs(a), pairs(b)];
  if (left.size + right.size === 0) return 0;
  return Math.round((200 * [...left].filter((p) => right.has(p)).length) / (left.size + right.size));
}

/**
 * The reasons to show a pair to somebody, or none. The same act or person is enough by itself; the same agent or a
 * similar text only against the same respondent: one lawyer has many clients, one form many users.
 */
export function reasonsFor(common: ReadonlySet<Trait>, a: string, b: string): readonly Reason[] {
  const alike = [...normal(a)].length >= tellingLength && [...normal(b)].length >= tellingLength ? similarity(a, b) : 0;
  const byText = alike >= alikeFrom;
  const enough =
    common.has('act') || common.has('person') || (common.has('respondent') && (common.has('agent') || byText));
  if (!enough) return [];
  return [
    ...traits.filter((t) => common.has(t)).map((t): Reason => ({ resemblance: t })),
    ...(byText ? [{ resemblance: 'text' as const, similarity: alike }] : []),
  ];
}
