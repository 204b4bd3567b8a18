/**
 * The tables the clerk writes, described once: the bulk writer takes its column types from here, TypeORM its entities,
 * the drift test compares both with the database's catalogue.
 */
import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import { type FactSheet, type LineSheet, sqlType } from './facts';

export type SqlType = 'uuid' | 'text' | 'integer' | 'bigint' | 'boolean' | 'date' | 'timestamptz' | 'jsonb' | 'bytea';
export interface TableColumn {
  readonly type: SqlType;
  readonly nullable: boolean;
}
export interface Table {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, TableColumn>>;
}

/** `'uuid'` is not null, `'uuid?'` may be. */
type Short = SqlType | `${SqlType}?`;
const isSqlType = (v: string): v is SqlType =>
  ['uuid', 'text', 'integer', 'bigint', 'boolean', 'date', 'timestamptz', 'jsonb', 'bytea'].includes(v);
function columnOf(short: Short): TableColumn {
  const type = short.replace('?', '');
  if (!isSqlType(type)) throw new Error(`unknown column type ${short}`);
  return { type, nullable: short.endsWith('?') };
}
const table = (name: string, key: readonly string[], columns: Readonly<Record<string, Short>>): Table => ({
  name,
  key: ['jurisdiction_id', ...key],
  columns: Object.fromEntries(
    Object.entries({ jurisdiction_id: 'integer' as const, ...columns }).map(([c, short]) => [c, columnOf(short)]),
  ),
});

export const tables = {
  caseFile: table('case_file', ['id'], {
    id: 'uuid',
    kind: 'text',
    organisation_id: 'uuid',
    parent_id: 'uuid?',
    handler_id: 'uuid?',
    flag: 'text?',
    readers: 'jsonb?',
    series_id: 'uuid?',
    leads_series: 'boolean?',
    second_handler_id: 'uuid?',
    barred: 'jsonb?',
    merged_into: 'uuid?',
    state: 'text',
    state_since: 'date',
    version: 'integer',
    register_number: 'text',
    number: 'text?',
    legacy_number: 'text?',
    opened_on: 'date',
    origin: 'text',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
  }),
  event: table('event', ['case_id', 'seq', 'recorded_year'], {
    recorded_year: 'integer',
    case_id: 'uuid',
    seq: 'integer',
    name: 'text',
    from_state: 'text?',
    to_state: 'text',
    happened_on: 'date',
    recorded_at: 'timestamptz',
    late: 'boolean',
    origin: 'text',
    actor_id: 'uuid?',
    role: 'text',
    payload: 'jsonb',
  }),
  audit: table('audit', ['id', 'recorded_year'], {
    recorded_year: 'integer',
    id: 'uuid',
    recorded_at: 'timestamptz',
    actor_id: 'uuid?',
    action: 'text',
    object: 'text',
    detail: 'jsonb',
  }),
  party: table('party', ['id', 'revision'], {
    id: 'uuid',
    revision: 'integer',
    case_id: 'uuid',
    role: 'text',
    kind: 'text',
    name: 'text',
    id_number: 'text?',
    phone: 'text?',
    address: 'text?',
    recorded_from: 'timestamptz',
    recorded_to: 'timestamptz',
  }),
  partyGram: table('party_gram', ['gram', 'party_id'], { gram: 'text', party_id: 'uuid', case_id: 'uuid' }),
  caseText: table('case_text', ['case_id', 'seq', 'field'], {
    case_id: 'uuid',
    seq: 'integer',
    field: 'text',
    text: 'text',
  }),
  clock: table('clock', ['id'], {
    id: 'uuid',
    case_id: 'uuid',
    limit_id: 'text',
    subject: 'text',
    duty: 'text',
    status: 'text',
    law: 'text',
    article: 'text',
    started_on: 'date',
    raw: 'date?',
    due: 'date?',
    excluded_days: 'integer',
    provisional: 'boolean',
    earliest: 'date?',
    latest: 'date?',
    verified: 'boolean',
    ended_on: 'date?',
    ledger: 'jsonb',
    steps: 'jsonb',
  }),
  calendarChange: table('calendar_change', ['id'], {
    id: 'uuid',
    kind: 'text',
    title: 'text',
    content: 'jsonb',
    state: 'text',
    proposed_by: 'uuid?',
    proposed_at: 'timestamptz',
    decided_by: 'uuid?',
    decided_at: 'timestamptz?',
    digest: 'text?',
    impact: 'jsonb?',
  }),
  paper: table('paper', ['id'], {
    id: 'uuid',
    case_id: 'uuid',
    seq: 'integer',
    code: 'text',
    number: 'text?',
    issued_on: 'date',
    snapshot: 'bytea',
  }),
  caseKey: table('case_key', ['case_id'], { case_id: 'uuid', sealed: 'bytea' }),
  caseTransfer: table('case_transfer', ['id'], {
    id: 'uuid',
    case_id: 'uuid',
    from_id: 'uuid',
    from_handler_id: 'uuid?',
    to_id: 'uuid',
    sent_on: 'date',
    settled_on: 'date?',
    outcome: 'text?',
  }),
  caseMerger: table('case_merger', ['case_id', 'from_seq'], {
    case_id: 'uuid',
    from_seq: 'integer',
    into_id: 'uuid',
    recorded_from: 'timestamptz',
    recorded_to: 'timestamptz',
  }),
  booking: table('booking', ['resource', 'on_day', 'quarter'], {
    resource: 'text',
    on_day: 'date',
    quarter: 'integer',
    case_id: 'uuid',
  }),
  numberCounter: table('number_counter', ['organisation_id', 'series', 'year'], {
    organisation_id: 'uuid',
    series: 'text',
    year: 'integer',
    last: 'integer',
  }),
  idempotency: table('idempotency', ['account_id', 'key'], {
    account_id: 'uuid',
    key: 'text',
    digest: 'text',
    answer: 'jsonb',
    created_at: 'timestamptz',
  }),
  outbox: table('outbox', ['id'], {
    id: 'uuid',
    topic: 'text',
    case_id: 'uuid',
    created_at: 'timestamptz',
    relayed_at: 'timestamptz?',
  }),
} as const;

/** The fact table of a kind: the common columns, then the sheet's own, each of which may be unknown. */
export function factTable(sheet: FactSheet): Table {
  const own = Object.entries(sheet.columns).map(([name, c]) => [name, `${sqlType(c)}?`] as const);
  return table(sheet.table, ['case_id', 'from_seq'], {
    case_id: 'uuid',
    from_seq: 'integer',
    recorded_from: 'timestamptz',
    recorded_to: 'timestamptz',
    organisation_id: 'uuid',
    ...Object.fromEntries(own),
  });
}

/** The table of a line sheet: as a fact table, with the row's name in the key. */
export function lineTable(sheet: LineSheet): Table {
  const { columns } = factTable(sheet);
  const { jurisdiction_id, case_id, ...rest } = columns;
  if (!jurisdiction_id || !case_id) throw new Error(`${sheet.table} has no key`);
  return {
    name: sheet.table,
    key: ['jurisdiction_id', 'case_id', 'line', 'from_seq'],
    columns: { jurisdiction_id, case_id, line: { type: 'text', nullable: false }, ...rest },
  };
}

/** The same table as a TypeORM entity. */
export function entityOf(t: Table): EntitySchema<Record<string, unknown>> {
  const column = ([name, c]: readonly [string, TableColumn]): [string, EntitySchemaColumnOptions] => [
    name,
    { type: c.type, nullable: c.nullable, primary: t.key.includes(name) },
  ];
  return new EntitySchema<Record<string, unknown>>({
    name: t.name,
    tableName: t.name,
    columns: Object.fromEntries(Object.entries(t.columns).map(column)),
  });
}
