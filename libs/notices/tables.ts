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
      addressed: 'boolean',
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
    { case_id: 'uuid', read_at: 'timestamptz', withdrawn_at: 'timestamptz' },
  ),
};

const reminderPolicy: Table = {
  name: 'reminder_policy',
  key: ['jurisdiction_id', 'limit_id'],
  columns: columns(
    {
      jurisdiction_id: 'integer',
      limit_id: 'text',
      enabled: 'boolean',
      days_before: 'jsonb',
      digest: 'boolean',
      changed_at: 'timestamptz',
    },
    { superior_from: 'integer', head_from: 'integer', changed_by: 'uuid' },
  ),
};

const reminderHours: Table = {
  name: 'reminder_hours',
  key: ['jurisdiction_id'],
  columns: columns(
    {
      jurisdiction_id: 'integer',
      opens_at: 'text',
      closes_at: 'text',
      working_days_only: 'boolean',
      changed_at: 'timestamptz',
    },
    { changed_by: 'uuid' },
  ),
};

const noticeChannel: Table = {
  name: 'notice_channel',
  key: ['jurisdiction_id', 'person_id', 'channel'],
  columns: columns(
    {
      jurisdiction_id: 'integer',
      person_id: 'uuid',
      channel: 'text',
      content: 'text',
      data_key: 'bytea',
      sealed: 'bytea',
      changed_at: 'timestamptz',
    },
    {},
  ),
};

const delivery: Table = {
  name: 'delivery',
  key: ['jurisdiction_id', 'notice_id', 'channel'],
  columns: columns(
    {
      jurisdiction_id: 'integer',
      notice_id: 'uuid',
      channel: 'text',
      person_id: 'uuid',
      state: 'text',
      attempts: 'integer',
      next_at: 'timestamptz',
      created_at: 'timestamptz',
    },
    { tried_at: 'timestamptz', settled_at: 'timestamptz', last_error: 'text' },
  ),
};

const calendarFeed: Table = {
  name: 'calendar_feed',
  key: ['jurisdiction_id', 'person_id'],
  columns: columns(
    { jurisdiction_id: 'integer', person_id: 'uuid', token_hash: 'text', created_at: 'timestamptz' },
    {},
  ),
};

export const noticeEntities = [
  reminder,
  notice,
  reminderPolicy,
  reminderHours,
  noticeChannel,
  delivery,
  calendarFeed,
].map(entityOf);
