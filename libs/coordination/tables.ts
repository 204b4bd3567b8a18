/** The tables of this library, described for the application's DataSource and the drift test. */
import { entityOf, type SqlType, type Table } from '@anjuan/casework';

const table = (
  name: string,
  key: readonly string[],
  required: Readonly<Record<string, SqlType>>,
  optional: Readonly<Record<string, SqlType>> = {},
): Table => ({
  name,
  key: ['jurisdiction_id', ...key],
  columns: Object.fromEntries([
    ['jurisdiction_id', { type: 'integer' as const, nullable: false }],
    ...Object.entries(required).map(([column, type]) => [column, { type, nullable: false }] as const),
    ...Object.entries(optional).map(([column, type]) => [column, { type, nullable: true }] as const),
  ]),
});

export const tables = {
  link: table(
    'case_link',
    ['id'],
    { id: 'uuid', case_id: 'uuid', other_id: 'uuid', reason: 'text', made_at: 'timestamptz' },
    { note: 'text', made_by: 'uuid', undone_by: 'uuid', undone_at: 'timestamptz', undone_why: 'text' },
  ),
  trait: table('case_trait', ['trait', 'key', 'case_id'], { trait: 'text', key: 'text', case_id: 'uuid' }),
  traitRead: table('case_trait_read', ['case_id'], { case_id: 'uuid', version: 'integer' }),
  proposal: table(
    'case_proposal',
    ['id'],
    { id: 'uuid', case_id: 'uuid', other_id: 'uuid', reasons: 'jsonb', state: 'text', made_at: 'timestamptz' },
    { decided_by: 'uuid', decided_at: 'timestamptz', decision: 'text' },
  ),
} as const;

export const coordinationEntities = Object.values(tables).map(entityOf);
