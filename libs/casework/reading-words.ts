/** Procedures, fields and values in the words people read. Pure. */
import { isLimitId, limit } from '@anjuan/law';
import type { Column, FactValue } from './facts';
import type { Field, Fields } from './fields';
import type { Edge, Procedure } from './procedure';
import type { EdgeView, FactView, FieldView, OptionView, ProcedureView } from './reading-views';

export const dutyTitles: Readonly<Record<string, string>> = {
  own: '本机关',
  respondent: '被申请人等机关',
  court: '人民法院',
  party: '当事人',
  system: '届满自行生效',
};

export const limitTitle = (id: string): string => (isLimitId(id) ? limit(id).title : id);

/** Fen as yuan: `12,345.6元`. */
export function yuan(fen: number): string {
  const [whole = '0', cents = ''] = (fen / 100).toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = cents.replace(/0+$/, '');
  return `${grouped}${rest ? `.${rest}` : ''}元`;
}

export interface CaseParty {
  readonly id: string;
  readonly role: string;
  readonly name: string;
}
const options = (list: Readonly<Record<string, string>>): OptionView[] =>
  Object.entries(list).map(([value, label]) => ({ value, label }));

/** `parties` are those of the case at hand: the ones that a party field may name. */
function fieldView(name: string, f: Field, p: Pick<Procedure, 'partyRoles'>, parties: readonly CaseParty[]): FieldView {
  const view: FieldView = {
    name,
    label: f.label,
    type: f.type,
    required: f.required,
    hint: f.hint ?? null,
    max: null,
    min: null,
    lines: null,
    future: false,
    options: [],
    roles: [],
  };
  switch (f.type) {
    case 'day':
      return { ...view, future: f.future };
    case 'text':
      return { ...view, max: f.max, lines: f.lines };
    case 'code':
      return { ...view, options: options(f.list) };
    case 'count':
      return { ...view, min: f.min, max: f.max };
    case 'money':
      return { ...view, min: 0 };
    case 'party':
      return {
        ...view,
        roles: f.roles.map((value) => ({ value, label: p.partyRoles[value] ?? value, least: 0 })),
        options: parties.filter((x) => f.roles.includes(x.role)).map((x) => ({ value: x.id, label: x.name })),
      };
    case 'parties':
      return { ...view, roles: options(f.roles).map((o) => ({ ...o, least: f.least[o.value] ?? 0 })) };
    case 'flag':
    case 'person':
    case 'people':
    case 'organisation':
    case 'case':
      return view;
  }
}

export const fieldViews = (
  fields: Fields,
  p: Pick<Procedure, 'partyRoles'>,
  parties: readonly CaseParty[],
): FieldView[] => Object.entries(fields).map(([name, f]) => fieldView(name, f, p, parties));

export const edgeView = (name: string, e: Edge, p: Procedure, parties: readonly CaseParty[] = []): EdgeView => ({
  name,
  title: e.title,
  from: e.from === 'opening' ? [] : [...e.from],
  to: e.to === 'unchanged' ? null : e.to,
  opening: e.from === 'opening',
  continues: e.continues ?? false,
  roles: [...e.by],
  fields: fieldViews(e.fields, p, parties),
  cite: e.cite,
  mark: e.verified ?? 'V',
});

/** A procedure as the console and the generated pages need it. */
export const describeProcedure = (p: Procedure): ProcedureView => ({
  kind: p.kind,
  title: p.title,
  states: { ...p.states },
  closed: [...p.closed],
  party_roles: { ...p.partyRoles },
  edges: Object.entries(p.edges).map(([name, e]) => edgeView(name, e, p)),
});

/** A fact as people read it; null where it is not known. */
export function factView(
  name: string,
  c: Column,
  value: FactValue | undefined,
  names: ReadonlyMap<string, string> = new Map(),
): FactView | null {
  if (value === null || value === undefined) return null;
  return { name, label: c.label, value, text: textOf(c, value, names) };
}

/** A stored value of a field or fact in Chinese. `names` gives people and parties their names. */
export function textOf(f: Field | Column, value: unknown, names: ReadonlyMap<string, string>): string {
  if (f.type === 'code' && typeof value === 'string') return f.list[value] ?? value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (f.type === 'money' && typeof value === 'number') return yuan(value);
  if (Array.isArray(value)) return value.map((v) => names.get(String(v)) ?? String(v)).join('、');
  const text = String(value);
  return ['person', 'party', 'organisation', 'case'].includes(f.type) ? (names.get(text) ?? text) : text;
}
