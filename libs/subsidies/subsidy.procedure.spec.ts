import { subsidyProcedure } from '.';

describe('the procedure of a subsidy claim', () => {
  it('permits these events and no others', () => {
    const rows = ['opening', ...Object.keys(subsidyProcedure.states)].flatMap((state) =>
      Object.entries(subsidyProcedure.edges)
        .filter(([, e]) => (e.from === 'opening' ? state === 'opening' : e.from.some((s) => s === state)))
        .map(([name, e]) => `${state} · ${name} → ${e.to === 'unchanged' ? '=' : e.to} · ${e.by.join(', ')}`),
    );
    expect(rows.join('\n')).toMatchSnapshot();
  });

  it('has no field for money that a person could fill in', () => {
    const typed = Object.entries(subsidyProcedure.edges)
      .filter(([, e]) => Object.values(e.fields).some((f) => f.type === 'money'))
      .map(([name, e]) => [name, e.by]);
    expect(typed).toEqual([['pass', ['system']]]);
  });
});
