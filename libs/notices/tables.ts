/** The tables of this library, described for the application's DataSource and the drift test. */
import { entityOf, type SqlType, type Table } from '@anjuan/casework';

const columns = (required: Readonly<Record<string, SqlType>>, optional: Readonly<Record<string, SqlType>>) =>
  Object.fromEntries([
    ...Object.entries(required).map(([name, type]) => [name, { type, nullable: false }] as const),
    ...Object.entries(optional).map(([name, type]) => [name, { type, nullable: true }] as const),
  ]);

const reminder: Table = {
  name: 'reminder',
  key: ['jurisdiction_id', 'id'],
  columns: columns(
    {
      jurisdiction_id: 'integer',
      id: 'uuid',
      person_id: 'uuid',
      kind: 'text',
      fire_on: 'date',
      state: 'text',
      created_at: 'timestamptz',
    },
    { clock_id: 'uuid', case_id: 'uuid', due: 'date', delivered_at: 'timestamptz' },
  ),
};

const notice: Table = {
  name: 'notice',
  key: ['jurisdiction_id', 'id'],
  columns: columns(
    {
      jurisdiction_id: 'integer',
      id: 'uuid',
      person_id: 'uuid',
      reminder_id: 'uuid',
      title: 'text',
      body: 'text',
      created_at: 'timestamptz',
    },
    { case_id: 'uuid', read_at: 'timestamptz' },
  ),
};

export const noticeEntities = [reminder, notice].map(entityOf);
