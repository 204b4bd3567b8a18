import { anyCaseEdges, copiedFacts, correctable, type Edge, type Field, type Values } from '@anjuan/casework';
import { procedures } from '@anjuan/kinds';

const uuid = '00000000-0000-4000-8000-000000000001';
function sample(f: Field): Values[string] {
  switch (f.type) {
    case 'flag':
      return true;
    case 'count':
    case 'money':
      return 1;
    case 'day':
      return '2024-03-01';
    case 'code':
      return Object.keys(f.list)[0] ?? '';
    case 'people':
      return [uuid];
    case 'parties':
      return [];
    default:
      return uuid;
  }
}

describe.each(procedures.map((p) => [p.kind, p] as const))('of %s', (_, p) => {
  it('the edges every kind has write no fact by the name of a field', () => {
    for (const [event, edge] of Object.entries(anyCaseEdges(p))) {
      const values = Object.fromEntries(Object.entries(edge.fields).map(([name, f]) => [name, sample(f)]));
      expect([event, copiedFacts(event, values, p)]).toEqual([event, {}]);
    }
  });

  it('a field that becomes a fact by its name is of the fact’s own sort', () => {
    const sorts: Readonly<Record<string, readonly string[]>> = { word: ['text', 'person'], party: ['party'] };
    for (const [event, edge] of Object.entries<Edge>(p.edges))
      for (const [name, field] of Object.entries(edge.fields)) {
        const column = p.facts.columns[name];
        if (!column) continue;
        expect([event, name, sorts[column.type] ?? [column.type]]).toEqual([
          event,
          name,
          expect.arrayContaining([field.type]),
        ]);
      }
  });

  it('nobody corrects what the machine reckons', () => {
    const { corrections } = p;
    const names = correctable(p);
    if (corrections === 'none') expect(names).toEqual([]);
    else for (const name of corrections.fixed ?? []) expect(names).not.toContain(name);
    expect(Object.hasOwn(anyCaseEdges(p), 'correct-fact')).toBe(names.length > 0);
  });
});
