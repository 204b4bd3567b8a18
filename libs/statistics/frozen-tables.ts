/** The tables of frozen figures, described for the application's DataSource and the drift test. */
import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

type Short = 'uuid' | 'text' | 'integer' | 'bigint' | 'numeric' | 'date' | 'timestamptz' | 'jsonb';

const entity = (
  name: string,
  keys: Readonly<Record<string, Short>>,
  required: Readonly<Record<string, Short>>,
  optional: Readonly<Record<string, Short>> = {},
) => {
  const columns = (given: Readonly<Record<string, Short>>, more: Partial<EntitySchemaColumnOptions>) =>
    Object.entries(given).map(([column, type]): [string, EntitySchemaColumnOptions] => [column, { type, ...more }]);
  return new EntitySchema<Record<string, unknown>>({
    name,
    tableName: name,
    columns: Object.fromEntries([
      ...columns({ jurisdiction_id: 'integer', ...keys }, { primary: true }),
      ...columns(required, {}),
      ...columns(optional, { nullable: true }),
    ]),
  });
};

export const figureEntities = [
  entity(
    'frozen_list',
    { id: 'uuid' },
    { kind: 'text', words: 'text', cases: 'integer', total: 'bigint', digest: 'text' },
    { summed: 'text', fold: 'text' },
  ),
  entity(
    'frozen_case',
    { list_id: 'uuid', case_id: 'uuid', line: 'text', source: 'text' },
    { organisation_id: 'uuid', fields: 'jsonb' },
    { number: 'text', parts: 'jsonb' },
  ),
  entity(
    'frozen_figure',
    { id: 'uuid' },
    {
      seq: 'integer',
      metric: 'text',
      variant: 'text',
      title: 'text',
      reading: 'text',
      kind: 'text',
      arithmetic: 'text',
      unit: 'text',
      scope: 'text',
      counts: 'text',
      definition: 'integer',
      period_from: 'date',
      period_to: 'date',
      numerator: 'bigint',
      printed: 'text',
      numerator_list: 'uuid',
      frozen_at: 'timestamptz',
      hash: 'text',
    },
    {
      known_on: 'date',
      denominator: 'bigint',
      value: 'numeric',
      approximate: 'text',
      note: 'text',
      denominator_list: 'uuid',
      frozen_by: 'uuid',
      previous: 'text',
      split_by: 'text',
      split_title: 'text',
    },
  ),
  entity(
    'frozen_part',
    { figure_id: 'uuid', place: 'integer' },
    { label: 'text', numerator: 'bigint', printed: 'text' },
    { key: 'text', denominator: 'bigint', value: 'numeric' },
  ),
  entity('frozen_head', {}, { count: 'integer', last: 'text' }),
];
