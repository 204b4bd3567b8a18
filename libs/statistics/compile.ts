/** Predicates as SQL over `<kind>_fact f`, or the table of a register, joined with `organisation o`. Values travel as parameters, columns by name. */
import type { FactSheet } from '@anjuan/casework';
import type { Measure } from './metric';
import type { DayRelation, Predicate } from './predicate';
import type { Window } from './window';

type SqlName = 'date' | 'text' | 'text[]' | 'int' | 'uuid' | 'timestamptz';

/** Parameters of one statement; an equal value of an equal type takes one place. */
export class Parameters {
  readonly values: unknown[] = [];
  private readonly places = new Map<string, string>();

  /** The placeholder of a value, with the type PostgreSQL is to read it as. */
  of(value: unknown, type: SqlName): string {
    const key = `${type} ${JSON.stringify(value)}`;
    const place = this.places.get(key) ?? `$${this.values.push(value)}::${type}`;
    this.places.set(key, place);
    return place;
  }
}

/** A boolean expression that is never null. */
export function conditionOf(p: Predicate, window: Window, parameters: Parameters): string {
  switch (p.test) {
    case 'all':
      return joined(p.of, 'and', 'true');
    case 'any':
      return joined(p.of, 'or', 'false');
    case 'not':
      return `not (${conditionOf(p.of, window, parameters)})`;
    case 'organisation':
      return `o.kind = any(${parameters.of(p.kinds, 'text[]')})`;
    case 'known':
      return `${fact(p.column)} is not null`;
    case 'flag':
      return `${fact(p.column)} is true`;
    case 'code':
      // `null = any(…)` is null; the first half makes it false.
      return `(${fact(p.column)} is not null and ${fact(p.column)} = any(${parameters.of(Object.keys(p.codes), 'text[]')}))`;
    case 'day':
      return dayCondition(fact(p.column), p.relation, window, parameters);
  }

  function joined(of: readonly Predicate[], word: 'and' | 'or', empty: string): string {
    return of.length === 0 ? empty : `(${of.map((q) => conditionOf(q, window, parameters)).join(` ${word} `)})`;
  }
}

function dayCondition(column: string, relation: DayRelation, w: Window, parameters: Parameters): string {
  const at = (day: string) => parameters.of(day, 'date');
  switch (relation) {
    case 'within':
      return `(${column} is not null and ${column} between ${at(w.start)} and ${at(w.end)})`;
    case 'within-year-before':
      return `(${column} is not null and ${column} between ${at(w.startBefore)} and ${at(w.endBefore)})`;
    case 'up-to-end':
      return `(${column} is not null and ${column} <= ${at(w.end)})`;
    case 'before-start':
      return `(${column} is not null and ${column} < ${at(w.start)})`;
    case 'open-at-end':
      return `(${column} is null or ${column} > ${at(w.end)})`;
    case 'open-at-start':
      return `(${column} is null or ${column} >= ${at(w.start)})`;
  }
}

/** What of the facts is looked at: the moment of knowledge, and the parts of the organisation tree. */
export interface View {
  readonly jurisdictionId: number;
  /** Null: as known now. Else the rows that stood just before this instant. */
  readonly knownBefore: Date | null;
  /** Organisation paths whose subtrees count; null: the whole jurisdiction. */
  readonly paths: readonly string[] | null;
}

/** `from … where …` of a kind's facts within the view: one row per case or entry. */
export function factsWithin(sheet: FactSheet, view: View, parameters: Parameters): string {
  const known = (row: string): string => {
    if (view.knownBefore === null) return `${row}.recorded_to = 'infinity'`;
    const at = parameters.of(view.knownBefore, 'timestamptz');
    return `${row}.recorded_from < ${at} and ${row}.recorded_to >= ${at}`;
  };
  const conditions = [`f.jurisdiction_id = ${parameters.of(view.jurisdictionId, 'int')}`, known('f')];
  // 重复登记: a matter that was registered twice counts once.
  if (sheet.named === undefined)
    conditions.push(`not exists (select from case_merger m
      where m.jurisdiction_id = f.jurisdiction_id and m.case_id = f.case_id and ${known('m')})`);
  if (view.paths !== null) {
    // starts_with and not a range: the order of `~` after letters depends on the database's collation.
    const under = view.paths.map((path) => `starts_with(o.path, ${parameters.of(path, 'text')})`);
    conditions.push(under.length === 0 ? 'false' : `(${under.join(' or ')})`);
  }
  return `from ${named(sheet.table)} f
    join organisation o on o.jurisdiction_id = f.jurisdiction_id and o.id = f.organisation_id
    where ${conditions.join(' and ')}`;
}

/** The id of what one row is about: its case, or the register's entry. */
export const idOf = (sheet: FactSheet): string => (sheet.named === undefined ? 'f.case_id' : 'f.id');

/** A column of the fact row. */
export const fact = (column: string): string => `f.${named(column)}`;

/** What one row brings to the sum of a measure: its column, or the days of its span. Throws where nothing is added up. */
export function addend({ sum, span, sheet }: Measure): string {
  if (sum === null) throw new Error(`${sheet.table}：没有合计的列`);
  if (span === undefined) return fact(sum);
  const days = `${fact(span.to)} - ${fact(span.from)}`;
  return span.less === null ? `(${days})` : `(${days} - ${fact(span.less)})`;
}

/** Column and table names come from fact sheets, never from a request; this makes a slip harmless. */
function named(name: string): string {
  if (!/^[a-z][a-z_]*$/.test(name)) throw new Error(`列名不合规：${name}`);
  return `"${name}"`;
}
