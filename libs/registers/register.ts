/**
 * A register is data: its fields, what its entries refer to, from when to when an entry holds, and which rules stand
 * against it. Form, check, table, list and figure follow. Entries are versioned and never overwritten
 * (`recorded_from`/`recorded_to`), and hold from `since` until `until`: "as at the cut-off" is a where-clause.
 */
import type { CodeField, CountField, DayField, FactSheet, FlagField, TextField, Value, Values } from '@anjuan/casework';
import type { OrganisationKind, Permission } from '@anjuan/identity';

/** Fields that figures look at; they are the columns of the register's fact sheet as they stand. */
export type CountedFields = Readonly<Record<string, DayField | CodeField | FlagField | CountField>>;

/** The entry names a row of another register, an organisation or a person of the jurisdiction (uuid). */
export interface Reference {
  readonly label: string;
  readonly required: boolean;
  /** A register's name, `organisation` or `person`. */
  readonly to: string;
  /** Of organisations: only these kinds. */
  readonly kinds?: readonly OrganisationKind[];
  /** The entry ends on the day on which the one it refers to ends. */
  readonly follows?: boolean;
}

/** What rules see of an entry: its values after the check, and those of the entries it refers to. */
export interface Judged {
  readonly values: Values;
  readonly referred: Readonly<Record<string, Values>>;
  readonly caseId: string | null;
}
export interface RegisterRule {
  readonly name: string;
  readonly cite: string;
  /** Null, or why not, in Chinese. */
  refuses(entry: Judged): string | null;
}

/** How an entry becomes a case. */
export interface Turns {
  /** Kinds of case it may become; null: any. */
  readonly kinds: readonly string[] | null;
  /** What the entry says afterwards. */
  readonly sets: Values;
  /** What the opening event's fields can take over from the entry. */
  draft?(values: Values): {
    readonly kind: string;
    readonly event: string;
    readonly fields: Readonly<Record<string, Value>>;
  };
}

export interface Register<C extends CountedFields = CountedFields> {
  /** As it stands in addresses: `found-dispute`. */
  readonly name: string;
  readonly title: string;
  readonly group: 'organisations' | 'logs';
  readonly sheet: FactSheet<C> & { readonly named: NonNullable<FactSheet['named']> };
  readonly texts: Readonly<Record<string, TextField>>;
  readonly refs: Readonly<Record<string, Reference>>;
  /** The day an entry begins to hold; of a log, the day it happened. Always required. */
  readonly since: string;
  /** The first day it no longer holds; null: a log, which does not end. */
  readonly until: string | null;
  /** A new entry ends the one before it that names the same thing in this reference. */
  readonly succeeds?: string;
  /** Fields that stand fast once other entries refer to this one. */
  readonly fixed?: readonly string[];
  readonly keep: Permission;
  /** Fills in what the law or habit gives. */
  completes?(values: Values): Values;
  readonly rules?: readonly RegisterRule[];
  readonly turns?: Turns;
  readonly cite: string;
}

interface Outline<C extends CountedFields> extends Omit<Register, 'sheet' | 'since' | 'until'> {
  /** The kind of case whose readers may count the entries. */
  readonly kind: string;
  readonly facts: C;
  /** The text that names an entry, or the reference whose entry lends it the name. */
  readonly named: string;
  readonly since: keyof C & string;
  readonly until: (keyof C & string) | null;
}

export const tableOf = (name: string): string => `register_${name.replaceAll('-', '_')}`;

/** @throws Error where a name leads nowhere: the boot stops. */
export function defineRegister<const C extends CountedFields>(outline: Outline<C>): Register<C> {
  const { kind, facts, named, ...rest } = outline;
  const { name, texts, refs, since } = outline;
  const lender = refs[named];
  if (!lender && !texts[named]) throw new Error(`登记簿${name}没有名称字段${named}`);
  if (!facts[since]?.required) throw new Error(`登记簿${name}的${since}应为必填`);
  return {
    ...rest,
    sheet: {
      kind,
      table: tableOf(name),
      columns: facts,
      named: lender ? { column: 'name', through: { table: tableOf(lender.to), by: named } } : { column: named },
    },
  };
}
