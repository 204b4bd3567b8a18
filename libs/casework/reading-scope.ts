/** Scope, search and paging in SQL: what every list of cases has in common. */
import { type Actor, roles } from '@anjuan/identity';
import { FieldErrors } from './errors';
import { postsFor } from './reach';

/** Collects the values of one statement; `at` gives a value its place. */
export class Params {
  readonly values: unknown[] = [];

  at(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/**
 * The condition under which an actor sees a case of this kind: what {@link mayRead} says of one case, as SQL over
 * `c` (case_file) and `o` (its organisation). Every list goes through here.
 */
export function reach(actor: Actor, kind: string, params: Params): string {
  const posts = postsFor(actor, kind).map((p) => {
    // Not a range of text: organisation codes are often Chinese, and no character sorts safely after all of them.
    const below = `starts_with(o.path, ${params.at(p.path)})`;
    if (roles[p.role].reach === 'subtree') return below;
    const own = params.at(actor.personId);
    return `(${below} and (c.handler_id = ${own} or c.second_handler_id = ${own}))`;
  });
  if (posts.length === 0) return 'false';
  const self = params.at(actor.personId);
  const admitted = `(c.readers is null or ${self} in (c.handler_id, c.second_handler_id) or c.readers ? ${params.at(actor.personId)}::text)`;
  return `(c.kind = ${params.at(kind)} and (${posts.join(' or ')}) and ${admitted})`;
}

/**
 * Party name, one character or more anywhere in it, or part of a case number. Names go by the first two characters
 * through `party_gram`, since under row-level security LIKE finds no index. `jurisdiction` is its place in `params`: named
 * so, and not by the case's column, the inner query is answered once and not for every case.
 */
export function matches(q: string, jurisdiction: string, params: Params): string {
  const wanted = q.replace(/\s/g, '');
  const gram = [...wanted].slice(0, 2).join('');
  const byName = `c.id in (
    select g.case_id from party_gram g
    join party p on p.jurisdiction_id = g.jurisdiction_id and p.id = g.party_id and p.recorded_to = 'infinity'
    where g.jurisdiction_id = ${jurisdiction} and g.gram = ${params.at(gram)}
      and position(${params.at(wanted)} in regexp_replace(p.name, '\\s', '', 'g')) > 0)`;
  if (!/\d/.test(wanted)) return byName;
  const number = params.at(wanted);
  const byNumber = ['number', 'register_number', 'legacy_number'].map((n) => `position(${number} in c.${n}) > 0`);
  return `(${byName} or ${byNumber.join(' or ')})`;
}

/** A place in a list: the sort key of the last row shown and its id. */
export type Place = readonly [key: string, id: string];

export const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** @throws FieldErrors when the cursor is none of ours */
export function placeOf(cursor: string): Place {
  let found: unknown;
  try {
    found = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    found = null;
  }
  if (Array.isArray(found)) {
    const [key, id]: readonly unknown[] = found;
    const isKey = typeof key === 'string' && /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(key);
    if (isKey && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return [key, id];
  }
  throw new FieldErrors([{ field: 'cursor', value: cursor, rule: '应为上一页给出的游标' }]);
}

/** Cuts what was fetched (one row more than asked for) into a page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => Place,
  view: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), next: rows.length > limit && last ? cursorOf(place(last)) : null };
}
