/** The tables of the registers, described for the writer, the application's DataSource and the drift test. */
import { entityOf, sqlType, type Table, type TableColumn } from '@anjuan/casework';
import { registers } from './catalogue';
import type { Register } from './register';

const required = (type: TableColumn['type']): TableColumn => ({ type, nullable: false });
const optional = (type: TableColumn['type']): TableColumn => ({ type, nullable: true });

/** The columns of an entry's own, beside those that every register has. */
export const ownColumns = (r: Register): readonly string[] => [
  ...Object.keys(r.refs),
  ...Object.keys(r.texts),
  ...Object.keys(r.sheet.columns),
];

export function registerTable(r: Register): Table {
  const own = [
    ...Object.keys(r.refs).map((name) => [name, optional('uuid')] as const),
    ...Object.keys(r.texts).map((name) => [name, optional('text')] as const),
    ...Object.entries(r.sheet.columns).map(([name, c]) => [name, optional(sqlType(c))] as const),
  ];
  return {
    name: r.sheet.table,
    key: ['jurisdiction_id', 'id', 'revision'],
    columns: {
      jurisdiction_id: required('integer'),
      id: required('uuid'),
      revision: required('integer'),
      recorded_from: required('timestamptz'),
      recorded_to: required('timestamptz'),
      recorded_by: optional('uuid'),
      organisation_id: required('uuid'),
      case_id: optional('uuid'),
      ...Object.fromEntries(own),
    },
  };
}

export const registerEntities = registers.map((r) => entityOf(registerTable(r)));
