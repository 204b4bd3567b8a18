import { type Cells, casesBehind, checkForm, periodName } from './balance';
import { forms } from './catalogue';
import type { Equation, Term } from './form';
import { mediationByType } from './mediation';
import { reconsiderationFlow } from './reconsideration';

const cells = (values: Readonly<Record<string, number>>): Cells =>
  Object.fromEntries(
    Object.entries(values).map(([cell, value]) => [
      cell,
      { value, printed: String(value), counted: value, reason: null },
    ]),
  );
const nothing = () => null;
const outcome = (id: string, values: Cells, beside: (term: Term) => Cells | null = nothing) =>
  checkForm(reconsiderationFlow, values, beside).find((c) => c.equation === id);
const exits = reconsiderationFlow.rows
  .filter((r) => r.id.startsWith('exit-'))
  .map((r) => [`${r.id}.cases`, 0] as const);

describe('the flow of reconsideration', () => {
  const balanced = {
    ...Object.fromEntries(exits),
    'carried.cases': 2,
    'carried-unaccepted.cases': 1,
    'received.cases': 19,
    'accepted.cases': 18,
    'exit-not-accepted.cases': 1,
    'concluded.cases': 20,
    'pending.cases': 0,
    'pending-unaccepted.cases': 1,
  };
  it('balances with both carried stocks', () => {
    expect(outcome('flow-accepted', cells(balanced))).toMatchObject({ outcome: 'balanced', left: 20, right: 20 });
    expect(outcome('flow-unaccepted', cells(balanced))).toMatchObject({ outcome: 'balanced', left: 20, right: 20 });
    expect(outcome('flow-accepted', cells({ ...balanced, 'pending.cases': 1 }))).toMatchObject({
      outcome: 'failing',
      left: 20,
      right: 21,
      cells: ['carried.cases', 'accepted.cases', 'concluded.cases', 'pending.cases'],
    });
  });

  it('is held against the year before, and says nothing where that was not filled', () => {
    expect(outcome('carried-year-before', cells(balanced))?.outcome).toBe('unknown');
    const yearBefore = (pending: number) => (term: Term) =>
      term.period === 'year-before' ? cells({ 'pending.cases': pending }) : null;
    expect(outcome('carried-year-before', cells(balanced), yearBefore(2))?.outcome).toBe('balanced');
    expect(outcome('carried-year-before', cells(balanced), yearBefore(3))?.outcome).toBe('failing');
  });
});

it('names the cases counted on one side only, or more often', () => {
  const equation: Equation = {
    id: 'e',
    says: '',
    left: [{ cell: 'total.x' }],
    relation: '=',
    right: [{ cell: 'a.x' }, { cell: 'b.x' }],
  };
  const ids: Readonly<Record<string, readonly string[]>> = {
    'total.x': ['1', '2', '3'],
    'a.x': ['1', '2'],
    'b.x': ['2', '4'],
  };
  expect(casesBehind(equation, (t) => ids[t.cell] ?? null)).toEqual([
    { id: '2', left: 1, right: 2 },
    { id: '3', left: 1, right: 0 },
    { id: '4', left: 0, right: 1 },
  ]);
  const atMost: Equation = { ...equation, relation: '≤' };
  expect(casesBehind(atMost, (t) => ids[t.cell] ?? null)).toEqual([{ id: '3', left: 1, right: 0 }]);
  expect(casesBehind(equation, (t) => (t.cell === 'b.x' ? null : []))).toEqual([]);
});

it('ships forms of its own names whose equations between forms find their cells', () => {
  expect(new Set(forms.map((f) => f.id)).size).toBe(forms.length);
  for (const form of forms)
    for (const term of form.equations.flatMap(({ left, right }) => [...left, ...right])) {
      const there = forms.find((f) => f.id === (term.form ?? form.id));
      expect([form.id, term.cell, there?.cells.has(term.cell)]).toEqual([form.id, term.cell, true]);
    }
  expect(mediationByType.kinds).toEqual(['mediation']);
});

it('names its periods', () => {
  expect(periodName({ year: 2024, cutoff: '2024-06-30' })).toBe('2024年上半年');
  expect(periodName({ year: 2024, cutoff: '2024-11-20' })).toBe('2024年1月1日至11月20日');
});
