import { type Cells, casesBehind, checkForm } from './balance';
import { forms } from './catalogue';
import type { Equation, Term } from './form';
import { mediationByType } from './mediation';
import { formPeriod, periodName } from './period';
import { reconsiderationFlow } from './reconsideration';

const cells = (values: Readonly<Record<string, number>>): Cells =>
  Object.fromEntries(
    Object.entries(values).map(([cell, value]) => [
      cell,
      { value, printed: String(value), counted: value, reason: null },
    ]),
  );
const nothing = () => null;
const year = formPeriod({ year: 2024, cutoff: '2024-12-31' });
const outcome = (id: string, values: Cells, beside: (term: Term) => Cells | null = nothing, period = year) =>
  checkForm(reconsiderationFlow, period, values, beside).find((c) => c.equation === id);
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
    expect(outcome('carried-year-before', cells(balanced))).toMatchObject({
      outcome: 'unknown',
      why: '《行政复议案件收结情况表》没有2023年全年的填报',
    });
    expect(outcome('received-earlier', cells(balanced))?.why).toBe(
      '《行政复议案件收结情况表》本年没有截止更早的累计填报',
    );
    const yearBefore = (pending: number) => (term: Term) =>
      term.period === 'year-before' ? cells({ 'pending.cases': pending }) : null;
    expect(outcome('carried-year-before', cells(balanced), yearBefore(2))?.outcome).toBe('balanced');
    expect(outcome('carried-year-before', cells(balanced), yearBefore(3))?.outcome).toBe('failing');
  });

  it('of a quarter begins with what the period before it ended with, and knows no year before', () => {
    const quarter = formPeriod({ from: '2024-04-01', cutoff: '2024-06-30' });
    const ids = checkForm(reconsiderationFlow, quarter, cells(balanced), nothing).map((c) => c.equation);
    expect(ids).toContain('carried-adjacent');
    expect(ids).not.toContain('carried-year-before');
    expect(ids).not.toContain('received-earlier');
    expect(outcome('carried-adjacent', cells(balanced), nothing)).toBeUndefined();
    expect(outcome('carried-adjacent', cells(balanced), nothing, quarter)?.why).toBe(
      '《行政复议案件收结情况表》没有截止于2024-03-31的填报',
    );
    const adjacent = (pending: number) => (term: Term) =>
      term.period === 'adjacent' ? cells({ 'pending.cases': pending }) : null;
    expect(outcome('carried-adjacent', cells(balanced), adjacent(2), quarter)?.outcome).toBe('balanced');
    expect(outcome('carried-adjacent', cells(balanced), adjacent(4), quarter)).toMatchObject({
      outcome: 'failing',
      says: '已受理未审结：上期结转＝前一期间期末数',
    });
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

describe('a period', () => {
  it.each([
    [{ year: 2024, cutoff: '2024-06-30' }, '2024年上半年'],
    [{ year: 2024, cutoff: '2024-11-20' }, '2024年1月1日至11月20日'],
    [{ cutoff: '2024-05-31' }, '2024年1月至5月'],
    [{ cutoff: '2024-12-31' }, '2024年全年'],
    [{ from: '2024-02-01', cutoff: '2024-02-29' }, '2024年2月'],
    [{ from: '2024-04-01', cutoff: '2024-06-30' }, '2024年第二季度'],
    [{ from: '2024-07-01', cutoff: '2024-12-31' }, '2024年下半年'],
    [{ from: '2024-03-05', cutoff: '2024-03-31' }, '2024年3月5日至3月31日'],
    [{ from: '2023-07-01', cutoff: '2024-06-30' }, '2023年7月1日至2024年6月30日'],
  ])('%j is called %s', (asked, name) => {
    expect(periodName(formPeriod(asked))).toBe(name);
  });

  it.each([
    [{ year: 2023, cutoff: '2024-06-30' }, '截止日应为2023年内的日期'],
    [{ cutoff: '2024-02-30' }, '截止日应为1990至2100年之间的日期'],
    [{ from: '2024-07-01', cutoff: '2024-06-30' }, '起始日不应晚于截止日'],
    [{ from: '2010-07-01', cutoff: '2024-06-30' }, '报表期间不应超过十年'],
  ])('%j is refused', (asked, rule) => {
    expect(() => formPeriod(asked)).toThrow(rule);
  });
});
