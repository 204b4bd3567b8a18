/**
 * 补贴标准 — what a county pays for a mediated case and what it asks before it pays, as one dated version. Amounts are
 * whole fen. Pure: reading and keeping versions is the business of tariffs.ts.
 */
import type { FieldError } from '@anjuan/casework';
import { type Day, isDay } from '@anjuan/law';
import { type SubsidyForm, type SubsidyTier, subsidyForms, subsidyTiers } from './subsidy.facts';

export interface Rate {
  readonly level: SubsidyTier;
  readonly form: SubsidyForm;
  readonly fen: number;
}
/** 群体系数: from so many people on, the rate is multiplied by permille ÷ 1000. */
export interface GroupFactor {
  readonly people: number;
  readonly permille: number;
}
/** 等级依据: a level is believed when one of its measures is reached. A level without an entry needs no evidence. */
export interface Evidence {
  readonly level: SubsidyTier;
  readonly people?: number;
  readonly claim_fen?: number;
  readonly sessions?: number;
}
export interface TariffTerms {
  readonly rates: readonly Rate[];
  readonly groups: readonly GroupFactor[];
  /** Codes of the papers each form must have in its file. */
  readonly papers: Readonly<Partial<Record<SubsidyForm, readonly string[]>>>;
  readonly evidence: readonly Evidence[];
  /** The same parties within so many days count once; 0: not looked at. */
  readonly same_parties_days: number;
  /** Texts that share this many percent of their shingles count as copied; 0: not looked at. */
  readonly similar_percent: number;
  /** Shorter texts are never taken for copies: two quarrels over a dripping eave read alike. In characters. */
  readonly similar_min_length: number;
  /** Only performed agreements are paid. */
  readonly performed_only: boolean;
  /** File inspection passes from this score, of 100. */
  readonly pass_mark: number;
  /** Whole days between the public notice and the payment. */
  readonly notice_days: number;
}
export interface Tariff {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** 文号 of the local rule, where it has one. */
  readonly paper: string | null;
  /** In force from this day until the next version's. */
  readonly effective_from: Day;
  readonly terms: TariffTerms;
}

/** How a claim names the version its amount rests on. */
export const tariffName = (t: Pick<Tariff, 'title' | 'version'>): string => `${t.title}(第${t.version}版)`;

/** The version in force on a day; `tariffs` in any order. */
export function tariffOn(tariffs: readonly Tariff[], day: Day): Tariff | undefined {
  return tariffs
    .filter((t) => t.effective_from <= day)
    .sort((a, b) => (a.effective_from < b.effective_from ? 1 : -1))[0];
}

export interface Price {
  readonly rate_fen: number;
  readonly factor_permille: number;
  /** Whole fen; a fraction of a fen falls to the county. */
  readonly amount_fen: number;
}
/** What one case is worth; null where the version pays nothing for its level and form. */
export function priceOf(
  terms: TariffTerms,
  level: SubsidyTier,
  form: SubsidyForm,
  people: number | null,
): Price | null {
  const rate = terms.rates.find((r) => r.level === level && r.form === form);
  if (!rate || rate.fen === 0) return null;
  const factor = terms.groups.filter((g) => g.people <= (people ?? 0)).sort((a, b) => b.people - a.people)[0];
  const factor_permille = factor?.permille ?? 1000;
  return { rate_fen: rate.fen, factor_permille, amount_fen: Math.floor((rate.fen * factor_permille) / 1000) };
}

export interface TariffInput extends TariffTerms {
  readonly title: string;
  readonly paper?: string;
  readonly effective_from: Day;
}

/** What is wrong with a version somebody enters; `papers` are the codes that mediation issues. Empty when sound. */
export function mistakesIn(t: TariffInput, papers: readonly string[]): FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (field: string, value: unknown, rule: string) => errors.push({ field, value, rule });
  const whole = (field: string, value: unknown, min: number, max: number) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
      wrong(field, value, `应为${min}至${max}的整数`);
  };
  if (t.title.trim() === '' || t.title.length > 60) wrong('title', t.title, '标准名称必填，不超过60字');
  if (!isDay(t.effective_from)) wrong('effective_from', t.effective_from, '应为日期，格式 YYYY-MM-DD');
  if (t.rates.length === 0) wrong('rates', [], '至少一档标准');
  const seen = new Set<string>();
  for (const [i, r] of t.rates.entries()) {
    const at = `rates[${i}]`;
    if (!Object.hasOwn(subsidyTiers, r.level)) wrong(`${at}.level`, r.level, '没有这一等级');
    if (!Object.hasOwn(subsidyForms, r.form)) wrong(`${at}.form`, r.form, '没有这一形式');
    if (seen.has(`${r.level} ${r.form}`)) wrong(at, `${r.level} ${r.form}`, '同一等级、形式只能有一档');
    seen.add(`${r.level} ${r.form}`);
    whole(`${at}.fen`, r.fen, 0, 100_000_000);
  }
  for (const [i, g] of t.groups.entries()) {
    whole(`groups[${i}].people`, g.people, 2, 1_000_000);
    whole(`groups[${i}].permille`, g.permille, 1, 100_000);
    if (t.groups.findIndex((other) => other.people === g.people) !== i)
      wrong(`groups[${i}].people`, g.people, '同一人数只能有一个系数');
  }
  for (const [i, e] of t.evidence.entries())
    if (!Object.hasOwn(subsidyTiers, e.level)) wrong(`evidence[${i}].level`, e.level, '没有这一等级');
  for (const [form, codes] of Object.entries(t.papers)) {
    if (!Object.hasOwn(subsidyForms, form)) wrong(`papers.${form}`, form, '没有这一形式');
    for (const code of codes) if (!papers.includes(code)) wrong(`papers.${form}`, code, '人民调解没有这种文书');
  }
  whole('same_parties_days', t.same_parties_days, 0, 366);
  whole('similar_percent', t.similar_percent, 0, 100);
  whole('similar_min_length', t.similar_min_length, 0, 4000);
  whole('pass_mark', t.pass_mark, 0, 100);
  whole('notice_days', t.notice_days, 0, 365);
  return errors;
}
