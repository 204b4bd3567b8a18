/** What the fields of an event say: whom they name, what becomes a fact, and what may stand open in the event. */
import type { Draft, DraftText, Moment } from './draft';
import type { FactValue } from './facts';
import type { FieldError, PartyInput, Value, Values } from './fields';
import type { Edge, Procedure } from './procedure';

export const partiesIn = (edge: Edge, values: Values): readonly PartyInput[] =>
  Object.entries(edge.fields).flatMap(([name, f]) => {
    const v = values[name];
    return f.type === 'parties' && Array.isArray(v) ? v.filter((p) => typeof p === 'object') : [];
  });

/**
 * Fields of the kind's own edges are facts where they bear a column's name. Those of the edges every kind has are never:
 * they were named without knowing the kind's columns (`field` is which fact to correct, and 行政管理类别 elsewhere).
 */
export function copiedFacts(event: string, values: Values, procedure: Procedure): Record<string, FactValue> {
  const copied: Record<string, FactValue> = {};
  const edge: Edge | undefined = Object.hasOwn(procedure.edges, event) ? procedure.edges[event] : undefined;
  if (!edge) return copied;
  for (const name of Object.keys(edge.fields)) {
    const v = values[name];
    if (Object.hasOwn(procedure.facts.columns, name) && v !== null && v !== undefined && typeof v !== 'object')
      copied[name] = v;
  }
  return copied;
}

/** `applicant#2` → the id of the second applicant; what finds nobody stays as it is and is refused as unknown. */
export function withPartyIds(draft: Draft, edge: Edge, values: Values): Values {
  const named: Record<string, Value> = { ...values };
  for (const [name, f] of Object.entries(edge.fields)) {
    const v = values[name];
    if (f.type !== 'party' || typeof v !== 'string' || !v.includes('#')) continue;
    const [role, place] = v.split('#');
    named[name] = draft.parties.filter((p) => p.role === role)[Number(place) - 1]?.id ?? v;
  }
  return named;
}

export function unknownReferences(draft: Draft, edge: Edge, values: Values, m: Moment): FieldError[] {
  return Object.entries(edge.fields).flatMap(([name, f]) => {
    const v = values[name];
    if (f.type === 'people' && Array.isArray(v))
      return v
        .filter((id) => typeof id !== 'string' || !m.people.has(id))
        .map((id) => ({ field: name, value: id, rule: `${f.label}：本辖区没有这名人员` }));
    if (typeof v !== 'string') return [];
    if (f.type === 'person' && !m.people.has(v))
      return [{ field: name, value: v, rule: `${f.label}：本辖区没有这名人员` }];
    if (f.type === 'organisation' && !m.organisations.has(v))
      return [{ field: name, value: v, rule: `${f.label}：本辖区没有这一机构` }];
    if (f.type === 'case' && (!m.cases.has(v) || (f.kind !== undefined && m.cases.get(v) !== f.kind)))
      return [{ field: name, value: v, rule: `${f.label}：没有这一案件，或者不在您的权限范围内` }];
    if (f.type === 'party' && !draft.parties.some((p) => p.id === v && f.roles.includes(p.role)))
      return [
        {
          field: name,
          value: v,
          rule: `${f.label}：不是本案的${f.roles.map((r) => draft.procedure.partyRoles[r] ?? r).join('、')}`,
        },
      ];
    return [];
  });
}

/** What may stand in the append-only event, and the personal texts that stand beside it and can be destroyed. */
export function divided(edge: Edge, values: Values, seq: number): { open: Record<string, Value>; texts: DraftText[] } {
  const open: Record<string, Value> = {};
  const texts: DraftText[] = [];
  for (const [name, f] of Object.entries(edge.fields)) {
    const v = values[name];
    if (v === null || v === undefined || f.type === 'parties') continue;
    if (f.type === 'text' && f.personal) texts.push({ seq, field: name, text: String(v) });
    else open[name] = v;
  }
  return { open, texts };
}
