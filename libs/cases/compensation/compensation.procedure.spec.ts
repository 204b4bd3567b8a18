import { faultsOf } from '@anjuan/casework';
import { compensationProcedure } from '.';

const edges = compensationProcedure.edges;

describe('compensation procedure', () => {
  it('is soundly defined', () => {
    expect(faultsOf(compensationProcedure)).toEqual([]);
    for (const e of Object.values(edges)) expect(e.cite).toMatch(/第.+条/);
    for (const g of Object.values(edges).flatMap((e) => e.guards ?? [])) expect(g.cite).toMatch(/第.+条/);
  });

  it('issues every paper on its sheet, and no other', () => {
    const issued = Object.values(edges).flatMap((e) =>
      (e.issues ?? []).map((i) => (typeof i === 'string' ? i : i.code)),
    );
    expect([...new Set(issued)].sort()).toEqual(compensationProcedure.documents.map((d) => d.code).sort());
  });

  it('permits these events in these states to these roles', () => {
    const rows = ['opening', ...Object.keys(compensationProcedure.states)].flatMap((state) =>
      Object.entries(edges)
        .filter(([, e]) => (e.from === 'opening' ? state === 'opening' : e.from.some((s) => s === state)))
        .map(([name, e]) => `${state} · ${name} → ${e.to === 'unchanged' ? '=' : e.to} · ${e.by.join(', ')}`),
    );
    expect(rows.join('\n')).toMatchSnapshot();
  });
});
