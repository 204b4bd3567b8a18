/** 补贴核验 — whether a mediated case is paid, and how much; every reason against it is told. Pure. */
import { type Day, daysBetween } from '@anjuan/law';
import { resemblances, shinglesOf } from './alike';
import { type RefusalGround, refusalGrounds, type SubsidyForm, type SubsidyTier, subsidyTiers } from './subsidy.facts';
import { type Price, priceOf, type Tariff, type TariffTerms, tariffOn } from './tariff';

/** A mediated case as the records have it. */
export interface MediatedCase {
  readonly id: string;
  readonly number: string;
  readonly closed_on: Day;
  /** Null: never graded, and then paid as the lowest level, which can only be too little. */
  readonly level: SubsidyTier | null;
  readonly form: SubsidyForm;
  readonly people_count: number | null;
  readonly claim_fen: number | null;
  readonly session_count: number | null;
  readonly performed: boolean;
  /** Names of both sides. */
  readonly names: readonly string[];
  /** The facts of the dispute as they were written down. */
  readonly text: string;
  /** Codes of the papers in the file. */
  readonly papers: readonly string[];
  /** The mediator draws a public salary on the day the case ended. */
  readonly onPayroll: boolean;
}
export type Verdict =
  | {
      readonly passes: true;
      readonly tariff: Tariff;
      readonly level: SubsidyTier;
      readonly price: Price;
    }
  | { readonly passes: false; readonly reasons: readonly Reason[] };
export interface Reason {
  readonly ground: RefusalGround;
  readonly message: string;
}

/**
 * Judges `cases` (claims of this round) against each other and against `before` (cases claimed earlier). Of two cases that
 * are too alike the one that ended first is the original; the later one is refused.
 */
export function verdictsOn(
  cases: readonly MediatedCase[],
  before: readonly MediatedCase[],
  tariffs: readonly Tariff[],
  titleOfPaper: (code: string) => string,
): ReadonlyMap<string, Verdict> {
  const inOrder = [...cases, ...before].sort(byEnd);
  const numbers = new Map(inOrder.map((c) => [c.id, c.number]));
  const repeated = repetitions(inOrder);
  const copies = new Map<string, ReturnType<typeof resemblances>>();
  for (const t of tariffs)
    if (t.terms.similar_percent > 0) copies.set(t.id, resemblances(textsOf(inOrder, t.terms), t.terms.similar_percent));
  return new Map(
    cases.map((c): [string, Verdict] => {
      const tariff = tariffOn(tariffs, c.closed_on);
      if (!tariff)
        return [
          c.id,
          { passes: false, reasons: [{ ground: 'no-tariff', message: `${c.closed_on}没有生效的补贴标准` }] },
        ];
      const { terms } = tariff;
      const level = c.level ?? 'simple';
      const price = priceOf(terms, level, c.form, c.people_count);
      const reasons: Reason[] = [
        ...(price === null ? [{ ground: 'no-rate' as const, message: refusalGrounds['no-rate'] }] : []),
        ...ofPapers(c, terms, titleOfPaper),
        ...ofLevel(c, level, terms),
      ];
      const same = repeated(c, terms.same_parties_days);
      if (same)
        reasons.push({
          ground: 'same-parties',
          message: `与${same.number}当事人相同，相隔${daysBetween(same.closed_on, c.closed_on)}日`,
        });
      const copy = copies.get(tariff.id)?.get(c.id);
      if (copy)
        reasons.push({
          ground: 'similar-text',
          message: `案情与${numbers.get(copy.earlier) ?? ''}雷同${copy.percent}%`,
        });
      if (terms.performed_only && c.form !== 'failed' && !c.performed)
        reasons.push({ ground: 'not-performed', message: '协议没有履行完毕' });
      if (c.onPayroll) reasons.push({ ground: 'on-payroll', message: '调解员结案时为财政供养人员' });
      return [
        c.id,
        price === null || reasons.length ? { passes: false, reasons } : { passes: true, tariff, level, price },
      ];
    }),
  );
}

const byEnd = (a: MediatedCase, b: MediatedCase): number =>
  a.closed_on !== b.closed_on ? (a.closed_on < b.closed_on ? -1 : 1) : a.number < b.number ? -1 : 1;

function ofPapers(c: MediatedCase, terms: TariffTerms, titleOf: (code: string) => string): Reason[] {
  const missing = (terms.papers[c.form] ?? []).filter((code) => !c.papers.includes(code));
  return missing.length ? [{ ground: 'missing-papers', message: `缺少${missing.map(titleOf).join('、')}` }] : [];
}

function ofLevel(c: MediatedCase, level: SubsidyTier, terms: TariffTerms): Reason[] {
  const asked = terms.evidence.find((e) => e.level === level);
  if (!asked) return [];
  const reached = (least: number | undefined, found: number | null) => least !== undefined && (found ?? 0) >= least;
  const shown =
    reached(asked.people, c.people_count) ||
    reached(asked.claim_fen, c.claim_fen) ||
    reached(asked.sessions, c.session_count);
  const wanted = [
    ...(asked.people === undefined ? [] : [`涉及${asked.people}人以上`]),
    ...(asked.claim_fen === undefined ? [] : [`涉案${asked.claim_fen / 100}元以上`]),
    ...(asked.sessions === undefined ? [] : [`调解${asked.sessions}次以上`]),
  ];
  return shown
    ? []
    : [{ ground: 'level-evidence', message: `评为${subsidyTiers[level]}，但没有达到${wanted.join('或者')}` }];
}

/** Finds the last case before this one with the same two sides, whichever side applied, within some days. */
function repetitions(inOrder: readonly MediatedCase[]) {
  const keyOf = (c: MediatedCase) => [...new Set(c.names.map((n) => n.replace(/\s/g, '')))].sort().join(' ');
  const byParties = new Map<string, MediatedCase[]>();
  for (const c of inOrder) byParties.set(keyOf(c), [...(byParties.get(keyOf(c)) ?? []), c]);
  return (c: MediatedCase, days: number): MediatedCase | undefined => {
    if (days === 0 || c.names.length === 0) return undefined;
    const group = byParties.get(keyOf(c)) ?? [];
    const earlier = group[group.findIndex((o) => o.id === c.id) - 1];
    return earlier && daysBetween(earlier.closed_on, c.closed_on) <= days ? earlier : undefined;
  };
}

const textsOf = (inOrder: readonly MediatedCase[], terms: TariffTerms) =>
  inOrder
    .filter((c) => [...c.text].length >= Math.max(1, terms.similar_min_length))
    .map((c) => ({ id: c.id, shingles: shinglesOf(c.text, c.names) }));
