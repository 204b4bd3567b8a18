/**
 * The auditor's own marks: what it reads and finds in texts whose figures and contradictions are known. Precision and
 * recall of reading (value and unit), the share of rightly named figures among those read, contradictions found.
 */
import { type Figure, type Finding } from './figure';

export interface Truth {
  readonly passages: readonly string[];
  readonly figures: readonly TrueFigure[];
  readonly inconsistencies: readonly { readonly figures: readonly string[]; readonly detail: string }[];
}
export interface TrueFigure {
  /** What the contradictions call it. */
  readonly key: string | null;
  readonly phrase: string;
  readonly metric: string | null;
  readonly value: number;
  readonly unit: string;
}

export interface Marks {
  readonly known: number;
  readonly read: number;
  readonly matched: number;
  /** Matched figures that have a metric, and those of them that were named so. */
  readonly nameable: number;
  readonly named: number;
  readonly contradictions: number;
  readonly found: number;
  /** Findings of the gravest level that lie on no contradiction. */
  readonly falseErrors: number;
  /** Phrases not read, misnamed, contradictions missed: for people. */
  readonly missed: readonly string[];
}

export const textOf = ({ passages }: Truth): string => passages.join('\n');

export function mark(truth: Truth, figures: readonly Figure[], findings: readonly Finding[]): Marks {
  const pairs = paired(truth.figures, figures);
  const nameable = pairs.filter(({ of }) => of.metric !== null);
  const named = nameable.filter(({ of, as }) => of.metric === as.metric);
  const touched = (finding: Finding) =>
    figures.filter((f) => finding.spans.some((s) => s.start < f.end && f.start < s.end));
  const lies = (finding: Finding, keys: readonly string[]) =>
    touched(finding).some((f) => truth.figures.some((t) => t.key !== null && keys.includes(t.key) && sameNumber(t, f)));
  const found = truth.inconsistencies.filter(({ figures: keys }) => findings.some((f) => lies(f, keys)));
  const errors = findings.filter(
    (f) => f.level === '错误' && !truth.inconsistencies.some(({ figures: keys }) => lies(f, keys)),
  );
  const read = new Set(pairs.map(({ of }) => of));
  return {
    known: truth.figures.length,
    read: figures.length,
    matched: pairs.length,
    nameable: nameable.length,
    named: named.length,
    contradictions: truth.inconsistencies.length,
    found: found.length,
    falseErrors: errors.length,
    missed: [
      ...truth.figures.filter((t) => !read.has(t)).map(({ phrase }) => `未读出：${phrase}`),
      ...nameable
        .filter(({ of, as }) => of.metric !== as.metric)
        .map(({ of, as }) => `未正确命名：${of.phrase}（应为 ${of.metric}，读作 ${as.metric ?? '无'}）`),
      ...truth.inconsistencies.filter((i) => !found.includes(i)).map(({ detail }) => `未发现：${detail}`),
    ],
  };
}

interface Pair {
  readonly of: TrueFigure;
  readonly as: Figure;
}

/** Each known figure with one that was read, the rightly named ones first; a number counts once. */
function paired(known: readonly TrueFigure[], read: readonly Figure[]): readonly Pair[] {
  const free = new Set(read);
  const pairs: Pair[] = [];
  const pass = (fits: (t: TrueFigure, f: Figure) => boolean) => {
    const done = new Set(pairs.map(({ of }) => of));
    for (const of of known) {
      if (done.has(of)) continue;
      const as = [...free].find((f) => sameNumber(of, f) && fits(of, f));
      if (as === undefined) continue;
      free.delete(as);
      pairs.push({ of, as });
    }
  };
  pass((t, f) => t.metric === f.metric);
  pass(() => true);
  return pairs;
}

const SCALES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** 74.96万件 is 749600件, wherever the scale is written; a percentage point is written as percent in some sources. */
function sameNumber(t: TrueFigure, f: Figure): boolean {
  const [a, b] = [scaled(t.value, t.unit), scaled(f.value, f.unit)];
  return Math.abs(Math.abs(a.value) - Math.abs(b.value)) < 1e-6 * Math.max(1, Math.abs(a.value)) && a.unit === b.unit;
}

function scaled(value: number, unit: string): { value: number; unit: string } {
  const scale = SCALES[unit[0] ?? ''];
  const base = scale === undefined ? unit : unit.slice(1);
  return { value: value * (scale ?? 1), unit: /^(ratio|倍|比|)$/.test(base) ? '倍' : base.replace('个百分点', '%') };
}
