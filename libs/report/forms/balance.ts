/** Whether a form balances: every equation over the cells as they stand, and the cases behind one that fails. Pure. */
import { forms } from './catalogue';
import type { Equation, Form, Term } from './form';
import { dayBefore, type FormPeriod, isCumulative, yearOf } from './period';

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
  /** What is missing, in Chinese; null unless unknown. */
  readonly why: string | null;
  readonly left: number | null;
  readonly right: number | null;
  /** Cells of this form that the equation names. */
  readonly cells: readonly string[];
}

/** Equations between periods hold only where both are of their kind; one that says nothing of a period is left out. */
export function checkForm(form: Form, period: FormPeriod, cells: Cells, beside: Beside): readonly Checked[] {
  return form.equations
    .filter((equation) => applies(equation, period))
    .map((equation) => {
      const left = sumOf(equation.left, cells, beside);
      const right = sumOf(equation.right, cells, beside);
      const holds = left !== null && right !== null && (equation.relation === '=' ? left === right : left <= right);
      return {
        equation: equation.id,
        says: equation.says,
        outcome: left === null || right === null ? 'unknown' : holds ? 'balanced' : 'failing',
        why: left === null || right === null ? missing(equation, form, period, beside) : null,
        left,
        right,
        cells: ownCells(equation),
      };
    });
}

/** 上年年末 and 累计 are said of what is counted from 1 January; what is counted from another day follows on its neighbour. */
const applies = ({ left, right }: Equation, period: FormPeriod): boolean =>
  [...left, ...right].every(
    (term) => term.period === undefined || (term.period === 'adjacent') !== isCumulative(period),
  );

function missing({ left, right }: Equation, form: Form, period: FormPeriod, beside: Beside): string {
  const absent = [...left, ...right].find((term) => isElsewhere(term) && beside(term) === null);
  if (absent === undefined) return '有的格没有数';
  const title = forms.find(({ id }) => id === (absent.form ?? form.id))?.title ?? '';
  switch (absent.period) {
    case 'year-before':
      return `《${title}》没有${yearOf(period) - 1}年全年的填报`;
    case 'earlier':
      return `《${title}》本年没有截止更早的累计填报`;
    case 'adjacent':
      return `《${title}》没有截止于${dayBefore(period)}的填报`;
    case undefined:
      return `《${title}》这一期间还没有填报`;
  }
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
