/** Between a form's state, the server's field names and what is sent. */
import type { FormInstance } from 'antd';
import type { FieldMistake } from '../api/problem';
import type { FieldDoc } from '../api/queries';

/** Values of an edge's fields stand under this name in every form drawn from a procedure. */
export const FIELDS = 'fields';

export const partyKinds: { value: 'natural' | 'legal' | 'organ'; label: string }[] = [
  { value: 'natural', label: '公民' },
  { value: 'legal', label: '法人或者其他组织' },
  { value: 'organ', label: '行政机关' },
];

/** Whom a citizen proceeds against is an organ; in a mediation both sides are citizens first. */
const organs: Readonly<Record<string, string>> = {
  reconsideration: 'respondent',
  litigation: 'defendant',
  compensation: 'organ',
};
export const blankParty = (caseKind: string, role: string) => ({
  role,
  kind: organs[caseKind] === role ? 'organ' : 'natural',
});

/** A form's start: rows for as many parties of each role as the procedure demands. */
export const blankFields = (caseKind: string, docs: readonly FieldDoc[]): Record<string, unknown> =>
  Object.fromEntries(
    docs.flatMap((d) => {
      if (d.type !== 'parties') return [];
      const rows = d.roles.flatMap((r) => Array.from({ length: r.least }, () => blankParty(caseKind, r.value)));
      return [[d.name, rows]];
    }),
  );

/** What is empty is not sent: the server takes a missing field as unknown. Rows of parties lose their empty parts too. */
export function filledIn(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map(filledIn).filter((v) => v !== undefined);
  if (typeof value === 'object') {
    const entries = Object.entries(value ?? {}).flatMap(([k, v]) => {
      const filled = filledIn(v);
      return filled === undefined ? [] : [[k, filled] as const];
    });
    return Object.fromEntries(entries);
  }
  return value;
}

export function filledFields(given: unknown): Record<string, unknown> {
  const filled = filledIn(given ?? {});
  return typeof filled === 'object' && filled !== null ? { ...filled } : {};
}

/** `parties[0].name` → ['parties', 0, 'name']. */
export const pathOf = (field: string): (string | number)[] =>
  [...field.matchAll(/[^.[\]]+/g)].map(([part]) => (/^\d+$/.test(part) ? Number(part) : part));

/**
 * Puts each mistake beside its field and returns those that have no field on this form. Names of the edge's fields stand
 * under FIELDS, the form's own (发生日期, 机构 …) at the top.
 */
export function placeMistakes(
  form: FormInstance,
  docs: readonly FieldDoc[],
  own: readonly string[],
  mistakes: readonly FieldMistake[],
): readonly FieldMistake[] {
  const placed = new Map<string, { name: (string | number)[]; errors: string[] }>();
  const left = mistakes.filter(({ field, rule }) => {
    const path = pathOf(field);
    const head = path[0];
    const name = docs.some((d) => d.name === head) ? [FIELDS, ...path] : path;
    if (name[0] !== FIELDS && !own.some((o) => o === head)) return true;
    const key = JSON.stringify(name);
    const entry = placed.get(key) ?? { name, errors: [] };
    entry.errors.push(rule);
    placed.set(key, entry);
    return false;
  });
  form.setFields([...placed.values()]);
  const [first] = placed.values();
  if (first !== undefined) form.scrollToField(first.name, { block: 'center', focus: true });
  return left;
}
