/** Whether a form balances: every equation over the cells as they stand, and the cases behind one that fails. Pure. */
import type { Day } from '@anjuan/law';
import type { Equation, Form, Term } from './form';

/** What stands in one cell. `value` and `counted` are counts, or fen. */
export interface FilledCell {
  readonly value: number | null;
  readonly printed: string;
  /** What the records yield; differs from `value` where somebody wrote another number by hand. */
  readonly counted: number | null;
  /** Why another number was written. */
  readonly reason: string | null;
}
export type Cells = Readonly<Record<string, FilledCell>>;

/** Cells of another form, or of an earlier period: null where none was filled. */
export type Beside = (term: Term) => Cells | null;

export interface Checked {
  readonly equation: string;
  readonly says: string;
  /** unknown: a cell it needs has no number, or the other form has not been filled. */
  readonly outcome: 'balanced' | 'failing' | 'unknown';
  readonly left: number | null;
  readonly right: number | null;
  /** Cells of this form that the equation names. */
  readonly cells: readonly string[];
}

export function checkForm(form: Form, cells: Cells, beside: Beside): readonly Checked[] {
  return form.equations.map((equation) => {
    const left = sumOf(equation.left, cells, beside);
    const right = sumOf(equation.right, cells, beside);
    const holds = left !== null && right !== null && (equation.relation === '=' ? left === right : left <= right);
    return {
      equation: equation.id,
      says: equation.says,
      outcome: left === null || right === null ? 'unknown' : holds ? 'balanced' : 'failing',
      left,
      right,
      cells: ownCells(equation),
    };
  });
}

const isElsewhere = ({ form, period }: Term): boolean => form !== undefined || period !== undefined;
const ownCells = ({ left, right }: Equation): readonly string[] =>
  [...left, ...right].filter((t) => !isElsewhere(t)).map((t) => t.cell);

function sumOf(terms: readonly Term[], cells: Cells, beside: Beside): number | null {
  let sum = 0;
  for (const term of terms) {
    const value = (isElsewhere(term) ? beside(term) : cells)?.[term.cell]?.value ?? null;
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** A case behind a failing equation: counted on one side and not, or not as often, on the other. */
export interface CaseBehind {
  readonly id: string;
  readonly left: number;
  readonly right: number;
}

/**
 * The cases that keep an equation from holding. `idsOf` gives the cases of a cell of this form, `beside` of another; null
 * where a cell's cases are not at hand, and then nothing is said of cases.
 */
export function casesBehind(
  equation: Equation,
  idsOf: (term: Term) => readonly string[] | null,
): readonly CaseBehind[] {
  const times = new Map<string, { left: number; right: number }>();
  for (const [side, terms] of [
    ['left', equation.left],
    ['right', equation.right],
  ] as const)
    for (const term of terms) {
      const ids = idsOf(term);
      if (ids === null) return [];
      for (const id of ids) {
        const seen = times.get(id) ?? { left: 0, right: 0 };
        seen[side] += 1;
        times.set(id, seen);
      }
    }
  return [...times]
    .filter(([, { left, right }]) => (equation.relation === '=' ? left !== right : left > right))
    .map(([id, seen]) => ({ id, ...seen }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Days a form covers: from 1 January to the last day of a quarter, or another day. */
export interface FormPeriod {
  readonly year: number;
  readonly cutoff: Day;
}
export const quarters = { '03-31': '第一季度', '06-30': '上半年', '09-30': '前三季度', '12-31': '全年' } as const;

/** 2024年上半年, or 2024年1月1日至11月20日. */
export function periodName({ year, cutoff }: FormPeriod): string {
  const day = cutoff.slice(5);
  const [, name] = Object.entries(quarters).find(([end]) => end === day) ?? [];
  return name === undefined
    ? `${year}年1月1日至${Number(cutoff.slice(5, 7))}月${Number(cutoff.slice(8))}日`
    : `${year}年${name}`;
}
