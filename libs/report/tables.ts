/** The tables of this library, described for the application's DataSource and the drift test. */
import { entityOf, type SqlType, type Table } from '@anjuan/casework';

const columns = (required: Readonly<Record<string, SqlType>>, optional: Readonly<Record<string, SqlType>> = {}) =>
  Object.fromEntries([
    ...Object.entries(required).map(([name, type]) => [name, { type, nullable: false }] as const),
    ...Object.entries(optional).map(([name, type]) => [name, { type, nullable: true }] as const),
  ]);

const template: Table = {
  name: 'report_template',
  key: ['jurisdiction_id', 'name', 'version'],
  columns: columns(
    { jurisdiction_id: 'integer', name: 'text', version: 'integer', template: 'jsonb', saved_at: 'timestamptz' },
    { saved_by: 'uuid' },
  ),
};

const declared: Table = {
  name: 'declared_indicator',
  key: ['jurisdiction_id', 'id'],
  columns: columns(
    {
      jurisdiction_id: 'integer',
      id: 'uuid',
      code: 'text',
      title: 'text',
      unit: 'text',
      value: 'text',
      year: 'integer',
      counted_to: 'date',
      source_file: 'text',
      declared_by: 'uuid',
      declared_at: 'timestamptz',
    },
    { approximate: 'text', decision: 'text', remark: 'text', decided_by: 'uuid', decided_at: 'timestamptz' },
  ),
};

const formReturn: Table = {
  name: 'form_return',
  key: ['jurisdiction_id', 'form', 'year', 'period_from', 'cutoff', 'version'],
  columns: columns(
    {
      jurisdiction_id: 'integer',
      form: 'text',
      year: 'integer',
      period_from: 'date',
      cutoff: 'date',
      version: 'integer',
      form_version: 'integer',
      step: 'text',
      cells: 'jsonb',
      checks: 'jsonb',
      frozen: 'jsonb',
      by_id: 'uuid',
      at: 'timestamptz',
    },
    { reason: 'text', remark: 'text' },
  ),
};

const reconciliation: Table = {
  name: 'reconciliation',
  key: ['jurisdiction_id', 'id'],
  columns: columns({
    jurisdiction_id: 'integer',
    id: 'uuid',
    kind: 'text',
    year: 'integer',
    file: 'text',
    matched: 'integer',
    ours: 'integer',
    theirs: 'integer',
    made_by: 'uuid',
    made_at: 'timestamptz',
  }),
};

const reconciliationItem: Table = {
  name: 'reconciliation_item',
  key: ['jurisdiction_id', 'reconciliation_id', 'seq'],
  columns: columns(
    {
      jurisdiction_id: 'integer',
      reconciliation_id: 'uuid',
      seq: 'integer',
      found: 'text',
      label: 'text',
      differences: 'jsonb',
      owner_id: 'uuid',
      due_on: 'date',
    },
    { case_id: 'uuid', done_on: 'date', remark: 'text' },
  ),
};

export const reportEntities = [template, declared, formReturn, reconciliation, reconciliationItem].map(entityOf);
