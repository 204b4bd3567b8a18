/** What stands in the address of a list, checked: a hand-written address asks for no more than the list knows. */
import type { CasesFilter, DeadlinesFilter } from '../api/queries';
import { queryOf } from '../parts/words';

const oneOf = <T extends string>(value: string | null, allowed: readonly T[]): T | undefined =>
  allowed.find((a) => a === value);

/** Lights a list can be asked for: a clock that was met in time burns no more. */
export const burning = ['red', 'orange', 'yellow', 'green', 'grey'] as const;

const texts = ['kind', 'state', 'q', 'number', 'organisation_id', 'opened_from', 'opened_to'] as const;

export function filterIn(search: URLSearchParams): CasesFilter {
  const open = oneOf(search.get('open'), ['true', 'false']);
  const handler = oneOf(search.get('handler'), ['me', 'none']);
  const light = oneOf(search.get('light'), burning);
  return {
    ...queryOf(Object.fromEntries(texts.map((name) => [name, search.get(name)]))),
    ...(open && { open }),
    ...(handler && { handler }),
    ...(light && { light }),
  };
}

export const buckets = ['overdue', 'today', 'near', 'orange', 'yellow', 'green', 'suspended', 'provisional'] as const;

const deadlineTexts = ['kind', 'handler_id', 'organisation_id', 'limit_id', 'due_from', 'due_to'] as const;

export function deadlinesIn(search: URLSearchParams): DeadlinesFilter {
  const bucket = oneOf(search.get('bucket'), buckets);
  const handler = oneOf(search.get('handler'), ['me', 'none']);
  const within = Number(search.get('within'));
  return {
    ...queryOf(Object.fromEntries(deadlineTexts.map((name) => [name, search.get(name)]))),
    ...(bucket && { bucket }),
    ...(handler && { handler }),
    ...(Number.isInteger(within) && within > 0 && { within }),
  };
}
