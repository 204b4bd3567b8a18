/** The equations that a return fails, each with the cases behind it. */
import { type CaseBehind, type Cells, type Checked, casesBehind, checkForm } from './balance';
import { type Counter, casesOfCell, type NamedId } from './filling';
import type { Form, Term } from './form';
import type { FormPeriod } from './period';
import type { Neighbour } from './versions';

/** A case behind a failing equation, by its number. */
export interface NamedCase extends CaseBehind {
  readonly number: string;
  /** Of a register, not a case. */
  readonly entry: boolean;
}
export interface Failing extends Checked {
  /** Cases counted on one side only; of hand-written cells, those that the records count there. At most 100. */
  readonly cases: readonly NamedCase[];
  readonly more: number;
  /** Cells of the equation that somebody wrote by hand. */
  readonly by_hand: readonly string[];
}

const casesShown = 100;

/** `counter` counts the cells of a period; each period is counted by one. */
export async function failingOf(
  form: Form,
  period: FormPeriod,
  cells: Cells,
  beside: (term: Term) => Neighbour | null,
  counter: (period: FormPeriod) => Counter,
): Promise<readonly Failing[]> {
  const checks = checkForm(form, period, cells, (term) => beside(term)?.cells ?? null);
  const list: Failing[] = [];
  const counters = new Map<string, Counter>();
  const counterOf = (p: FormPeriod) => {
    const found = counters.get(`${p.from} ${p.cutoff}`) ?? counter(p);
    counters.set(`${p.from} ${p.cutoff}`, found);
    return found;
  };
  for (const check of checks.filter((c) => c.outcome === 'failing')) {
    const equation = form.equations.find((e) => e.id === check.equation);
    if (equation === undefined) continue;
    const ids = new Map<Term, readonly NamedId[] | null>();
    for (const term of [...equation.left, ...equation.right]) {
      const there = term.form === undefined && term.period === undefined ? { form, period } : beside(term);
      ids.set(term, there && (await casesOfCell(there.form, term.cell, counterOf(there.period))));
    }
    const byHand = check.cells.filter((cell) => cells[cell]?.reason != null);
    const apart = casesBehind(equation, (term) => ids.get(term)?.map((c) => c.id) ?? null);
    const names = new Map([...ids.values()].flatMap((of) => (of ?? []).map((c) => [c.id, c] as const)));
    const written = [...ids].filter(([t]) => byHand.includes(t.cell)).flatMap(([, of]) => (of ?? []).map((c) => c.id));
    const cases = apart.length > 0 ? apart : [...new Set(written)].map((one) => ({ id: one, left: 1, right: 1 }));
    const shown = cases.slice(0, casesShown);
    const named = shown.map((c) => ({
      ...c,
      number: names.get(c.id)?.number ?? '',
      entry: names.get(c.id)?.entry === true,
    }));
    list.push({ ...check, cases: named, more: cases.length - shown.length, by_hand: byHand });
  }
  return list;
}
