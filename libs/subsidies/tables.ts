/** The tables of this library, described for the application's DataSource and the drift test. */
import { entityOf, type SqlType, type Table } from '@anjuan/casework';

const columns = (required: Readonly<Record<string, SqlType>>, optional: Readonly<Record<string, SqlType>> = {}) =>
  Object.fromEntries([
    ...Object.entries(required).map(([name, type]) => [name, { type, nullable: false }] as const),
    ...Object.entries(optional).map(([name, type]) => [name, { type, nullable: true }] as const),
  ]);

const tariff: Table = {
  name: 'subsidy_tariff',
  key: ['jurisdiction_id', 'id'],
  columns: columns(
    {
      jurisdiction_id: 'integer',
      id: 'uuid',
      version: 'integer',
      title: 'text',
      effective_from: 'date',
      terms: 'jsonb',
      created_at: 'timestamptz',
    },
    { paper: 'text', created_by: 'uuid' },
  ),
};

const round: Table = {
  name: 'subsidy_round',
  key: ['jurisdiction_id', 'id'],
  columns: columns(
    {
      jurisdiction_id: 'integer',
      id: 'uuid',
      name: 'text',
      period_from: 'date',
      period_to: 'date',
      created_at: 'timestamptz',
    },
    {
      created_by: 'uuid',
      seed: 'text',
      seed_source: 'text',
      seed_published_on: 'date',
      sample_permille: 'integer',
      drawn_on: 'date',
      list_digest: 'text',
    },
  ),
};

const payee: Table = {
  name: 'subsidy_payee',
  key: ['jurisdiction_id', 'person_id'],
  columns: columns(
    { jurisdiction_id: 'integer', person_id: 'uuid', updated_at: 'timestamptz' },
    { payroll_from: 'date', payroll_to: 'date', data_key: 'bytea', sealed: 'bytea' },
  ),
};

export const subsidyEntities = [tariff, round, payee].map(entityOf);
