/**
 * 更正事实: a mistaken fact is put right by a counter-event. What may be corrected and in what bounds each kind declares
 * (`Procedure.corrections`); what the clerk reckons from events, other facts or a tariff is nobody's to type.
 */
import { isDay } from '@anjuan/law';
import type { Column, FactValue } from './facts';
import { checkFields, code, type Field, text } from './fields';
import type { Context, Edge, Guard, Procedure } from './procedure';

export const correcting = 'correct-fact';
const cite = '更正以反向事件记录，不修改原记录';

type Shared = Pick<Edge, 'from' | 'to' | 'by' | 'verified'>;
type Known = Readonly<Record<string, FactValue>>;

/** The columns a person may correct; none where the kind is made by the machine alone. */
export function correctable(p: Procedure): readonly string[] {
  const { corrections } = p;
  if (corrections === 'none') return [];
  return Object.entries(p.facts.columns)
    .filter(([name, { type }]) => typed.includes(type) && !corrections.fixed?.includes(name))
    .map(([name]) => name);
}
/** What can be written in words; a person or a party is no word. */
const typed: readonly Column['type'][] = ['day', 'code', 'flag', 'count', 'money', 'word'];

/** The edge as the form of one case offers it: only what this case has to correct. Undefined: nothing. */
export function offeredCorrection(
  edge: Edge,
  p: Procedure,
  facts: Known,
  history: readonly string[],
): Edge | undefined {
  const names = correctable(p).filter((name) => {
    const known = facts[name] ?? null;
    const group = known === null ? undefined : groupOf(p, name, known);
    return (known !== null || mayBeBlank(p, name, history)) && (group === undefined || group.length > 1);
  });
  return names.length === 0 ? undefined : { ...edge, fields: { ...edge.fields, field: which(p, names) } };
}
const which = (p: Procedure, names: readonly string[]) =>
  code('更正哪一项', Object.fromEntries(names.map((name) => [name, p.facts.columns[name]?.label ?? name])));

/** The edge of one kind; none where nothing may be corrected. */
export function correctionEdges(p: Procedure, shared: Shared): Readonly<Record<string, Edge>> {
  const names = correctable(p);
  if (names.length === 0) return {};
  return {
    [correcting]: {
      ...shared,
      title: '更正事实',
      fields: {
        field: which(p, names),
        old_value: text.optional('现在的记录', { hint: '填写系统现在记录的值，核对无误后才能更正；没有记录的不填' }),
        new_value: text.optional('应当为', {
          hint: '选项写其名称，日期写作 2024-03-01，是否写作 是、否，金额以分计；不填为“没有”',
        }),
        reason: text.personal('更正理由'),
        article: text('依据', { hint: '条款或者证明材料' }),
      },
      guards: guardsOf(p),
      facts: (c) => {
        const wanted = wantedIn(p, c);
        return wanted === undefined ? {} : correctedFacts(p, c, wanted.name, wanted.value);
      },
      cite: '事实以证据为准；更正以反向事件记录，原记录保留',
    },
  };
}

interface Wanted {
  readonly name: string;
  readonly column: Column;
  readonly value: FactValue;
}
/** Undefined: no such column, or the column cannot hold the value; other guards say so. */
function wantedIn(p: Procedure, c: Context): Wanted | undefined {
  const name = String(c.fields.field);
  const column = p.facts.columns[name];
  if (!column) return undefined;
  const value = toldAs(column, c.fields.new_value);
  return value === undefined ? undefined : { name, column, value };
}

/** The fact itself, and what repeats it. */
function correctedFacts(p: Procedure, c: Context, name: string, value: FactValue): Known {
  const facts = { ...c.facts, [name]: value };
  const entailed = p.corrections === 'none' ? undefined : p.corrections.entails?.(facts, c);
  const changed: Record<string, FactValue> = { [name]: value };
  for (const [other, repeated] of Object.entries(entailed ?? {})) if (repeated !== undefined) changed[other] = repeated;
  return changed;
}

function guardsOf(p: Procedure): readonly Guard<Context>[] {
  const guard = (name: string, refuses: (c: Context) => string | null): Guard<Context> => ({
    name: `correction.${name}`,
    cite,
    refuses,
  });
  const bound = (name: string, refuses: (c: Context, w: Wanted, said: string) => string | null): Guard<Context> =>
    guard(name, (c) => {
      const w = wantedIn(p, c);
      return w === undefined ? null : refuses(c, w, `${w.column.label}“${labelOf(w.column, w.value)}”`);
    });
  return [
    guard('known', (c) => {
      const column = p.facts.columns[String(c.fields.field)];
      const known = c.facts[String(c.fields.field)] ?? null;
      return column === undefined || known === toldAs(column, c.fields.old_value)
        ? null
        : `${column.label}现在的记录是“${labelOf(column, known)}”，与填写的不符`;
    }),
    guard('value', (c) => {
      const column = p.facts.columns[String(c.fields.field)];
      const wanted = c.fields.new_value;
      if (column === undefined) return null;
      const value = toldAs(column, wanted);
      if (value !== undefined) return value === toldAs(column, c.fields.old_value) ? '更正前后没有不同' : null;
      return column.type === 'code'
        ? `${column.label}应为：${Object.values(column.list).join('、')}`
        : `“${String(wanted)}”不能作为${column.label}`;
    }),
    bound('blank', (c, { name, column, value }) => {
      const known = c.facts[name] ?? null;
      if ((value === null) === (known === null) || mayBeBlank(p, name, c.history)) return null;
      return known === null
        ? `${column.label}还没有记录，由相应的环节登记，不能以更正填写`
        : `${column.label}由已经办理的环节登记，只能更正，不能删去`;
    }),
    bound('bounds', (c, { name, column, value }, said) => {
      if (value === null) return null;
      const fields = ownFields(p, name);
      if (fields.length === 0)
        return column.type === 'day' && typeof value === 'string' && value > c.happenedOn
          ? `${said}：不能晚于${c.happenedOn}`
          : null;
      const checks = fields.map((f) => ({ f, ...checkFields({ [name]: f }, { [name]: value }, c.happenedOn) }));
      if (checks.some(({ errors }) => errors.length === 0)) return null;
      const [{ f, errors } = { f: undefined, errors: [] }] = checks;
      return `${said}：${(errors[0]?.rule ?? '').replace(`${f?.label}:`, '')}`;
    }),
    bound('order', (c, { name, value }, said) => (value === null ? null : outOfOrder(p, c, name, value, said))),
    bound('state', (c, { name, column, value }, said) => {
      const known = c.facts[name] ?? null;
      if (known === null || value === null) return null;
      const group = groupOf(p, name, known);
      if (group === undefined || group.includes(String(value))) return null;
      const admitted = group.map((v) => (column.type === 'code' ? (column.list[v] ?? v) : v)).join('、');
      return `${said}：案件已按“${labelOf(column, known)}”办理，只能更正为${admitted}`;
    }),
  ];
}

/** Whichever days the correction changes stay between their neighbours. */
function outOfOrder(p: Procedure, c: Context, name: string, value: FactValue, said: string): string | null {
  if (p.corrections === 'none') return null;
  const changed = correctedFacts(p, c, name, value);
  const after: Known = { ...c.facts, ...changed };
  for (const chain of p.corrections.order ?? []) {
    const days = chain.flatMap((column) => {
      const on = after[column];
      return typeof on === 'string' ? [{ column, on }] : [];
    });
    for (const [i, later] of days.entries()) {
      const earlier = days[i - 1];
      if (!earlier || earlier.on <= later.on) continue;
      const [moved, other, rule] = Object.hasOwn(changed, later.column)
        ? [later, earlier, '不能早于']
        : [earlier, later, '不能晚于'];
      if (!Object.hasOwn(changed, moved.column)) continue;
      return `${said}：${rule}${p.facts.columns[other.column]?.label ?? other.column}${other.on}`;
    }
  }
  return null;
}

/** Never recorded by its event is no mistake: only what a form leaves open may be filled in or emptied afterwards. */
function mayBeBlank(p: Procedure, name: string, history: readonly string[]): boolean {
  if (p.facts.columns[name]?.type === 'flag') return true;
  return Object.entries(p.edges).some(([event, e]) => history.includes(event) && e.fields[name]?.required === false);
}

const ownFields = (p: Procedure, name: string): readonly Field[] =>
  Object.values<Edge>(p.edges).flatMap((e) => e.fields[name] ?? []);

/** The values that the state of a case with this one admits; undefined: any. */
function groupOf(p: Procedure, name: string, known: FactValue): readonly string[] | undefined {
  const groups = p.corrections === 'none' ? undefined : p.corrections.alike?.[name];
  return groups && (groups.find((g) => g.includes(String(known))) ?? [String(known)]);
}

/** A fact as a person reads it: a code by its name, 是 and 否, whole numbers, days. */
function labelOf(column: Column, value: FactValue): string {
  if (value === null) return '没有';
  if (column.type === 'code') return column.list[String(value)] ?? String(value);
  return column.type === 'flag' ? (value === true ? '是' : '否') : String(value);
}

/** What a field of the form says: left empty it says there is none. Undefined: the column cannot hold it. */
const toldAs = (column: Column, said: unknown): FactValue | undefined =>
  typeof said === 'string' ? asFact(column, said) : null;

/** Undefined: the column cannot hold it. */
function asFact(column: Column, word: string): FactValue | undefined {
  switch (column.type) {
    case 'day':
      return isDay(word) ? word : undefined;
    case 'code':
      return codeOf(column.list, word);
    case 'flag':
      return word === '是' ? true : word === '否' ? false : undefined;
    case 'count':
    case 'money':
      return /^\d{1,15}$/.test(word) ? Number(word) : undefined;
    case 'word':
      return word;
    default:
      return undefined;
  }
}

/** A code is told by its name, as the screens show it, or by itself; a name that two codes share tells none. */
function codeOf(list: Readonly<Record<string, string>>, word: string): string | undefined {
  if (Object.hasOwn(list, word)) return word;
  const [named, another] = Object.keys(list).filter((key) => list[key] === word);
  return another === undefined ? named : undefined;
}
