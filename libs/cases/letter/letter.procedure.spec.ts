import { type Edge, faultsOf } from '@anjuan/casework';
import { letterProcedure } from './index';

const { edges, states, documents } = letterProcedure;

describe('the definition', () => {
  it('is sound, and every edge rests on an article', () => {
    expect(faultsOf(letterProcedure)).toEqual([]);
    for (const [name, e] of Object.entries<Edge>(edges))
      expect([name, e.cite]).toEqual([name, expect.stringMatching(/法|条例|惯例/)]);
  });
  it('has no paper that nothing issues', () => {
    const issued = new Set(
      Object.values<Edge>(edges).flatMap((e) => (e.issues ?? []).map((i) => (typeof i === 'string' ? i : i.code))),
    );
    expect(documents.map((d) => d.code).filter((code) => !issued.has(code))).toEqual([]);
  });
  it('permits per state and role what the committed table says', () => {
    const rows = ['opening', ...Object.keys(states)].flatMap((state) =>
      Object.entries<Edge>(edges)
        .filter(([, e]) =>
          state === 'opening' ? e.from === 'opening' : e.from !== 'opening' && e.from.includes(state),
        )
        .map(([name, e]) => `${state} · ${name} → ${e.to === 'unchanged' ? '=' : e.to} · ${e.by.join(', ')}`),
    );
    expect(rows.join('\n')).toMatchSnapshot();
  });
});
