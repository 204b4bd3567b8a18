/** The permitted events of the small procedures, and of what every kind of case may undergo. */
import { anyCaseEdges, type Edge, faultsOf } from '@anjuan/casework';
import { coordinationProcedures } from '.';

describe.each(coordinationProcedures.map((p) => [p.title, p] as const))('the procedure of %s', (_, procedure) => {
  it('is soundly defined', () => expect(faultsOf(procedure)).toEqual([]));

  it('permits these events and no others', () => {
    const rows = ['opening', ...Object.keys(procedure.states)].flatMap((state) =>
      Object.entries<Edge>(procedure.edges)
        .filter(([, e]) => (e.from === 'opening' ? state === 'opening' : e.from.some((s) => s === state)))
        .map(([name, e]) => `${state} · ${name} → ${e.to === 'unchanged' ? '=' : e.to} · ${e.by.join(', ')}`),
    );
    expect(rows.join('\n')).toMatchSnapshot();
  });

  it('lets those act who work on it, in any state, for what any case may undergo', () => {
    const rows = Object.entries(anyCaseEdges(procedure)).map(([name, e]) => `${name} · ${e.by.join(', ')}`);
    expect(rows.join('\n')).toMatchSnapshot();
  });
});
