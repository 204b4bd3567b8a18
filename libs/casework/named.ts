/** Whom and what scripts name, read in one trip each: only what the jurisdiction has and, of cases, what the actor may see. */
import { type Actor, isRole } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import type { Tx } from '@anjuan/platform';
import type { Moment } from './draft';
import { isUuid } from './fields';
import type { CaseOffice, HeldPost, People } from './handling';
import { loadFacts } from './loading';
import type { ParentView } from './procedure';
import type { Procedures } from './procedures';
import { mayRead, type Scoped } from './reach';
import { grouped } from './rows';
import type { CaseScript } from './scripts';
import type { Office } from './settings';

/** What the fields of steps may name. */
export type Named = Pick<Moment, 'people' | 'organisations' | 'staff' | 'cases'>;
export const noneNamed: Named = { people: new Map(), organisations: new Map(), staff: new Map(), cases: new Map() };

/** What the scripts name, and the cases above those they open; a case of the same batch joins `parents` as it is taken. */
export async function namedBy(
  tx: Tx,
  actor: Actor,
  office: Office,
  scripts: readonly CaseScript[],
  procedures: Procedures,
): Promise<{ readonly named: Named; readonly parents: Map<string, ParentView> }> {
  const organisations = await organisationsOf(tx, office, scripts);
  const { cases, parents } = await casesOf(tx, actor, office, scripts, procedures);
  const people = await peopleOf(tx, office, scripts);
  const staff = await staffOf(tx, office, scripts);
  return { named: { people, organisations, staff, cases }, parents };
}

interface PersonRow {
  readonly id: string;
  readonly role: string | null;
  readonly valid_from: Day | null;
  readonly valid_to: Day | null;
  readonly organisation: HeldPost['organisation'] | null;
}

async function organisationsOf(
  tx: Tx,
  office: Office,
  scripts: readonly CaseScript[],
): Promise<ReadonlyMap<string, CaseOffice>> {
  const opened = scripts.flatMap((s) => (s.open ? [s.open.organisationId] : []));
  const ids = [...new Set([...opened, ...namedIn(scripts)].filter(isUuid))];
  const rows = ids.length
    ? await tx.query<{ id: string; path: string; code: string; name: string }>(
        'select id, path, code, name from organisation where jurisdiction_id = $1 and id = any($2::uuid[])',
        [office.jurisdictionId, ids],
      )
    : [];
  return new Map(rows.map((r) => [r.id, r]));
}

/** Who works where cases are to be sent. */
async function staffOf(tx: Tx, office: Office, scripts: readonly CaseScript[]): Promise<Named['staff']> {
  const sent = scripts.flatMap((s) =>
    s.steps.flatMap((x) => (x.event === 'transfer-case' ? [x.fields?.organisation] : [])),
  );
  const ids = [...new Set(sent.filter(isUuid))];
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ at: string; person: string; role: string; from: Day; to: Day | null }>(
    `select organisation_id as at, person_id as person, role, valid_from as "from", valid_to as "to" from post
     where jurisdiction_id = $1 and organisation_id = any($2::uuid[])`,
    [office.jurisdictionId, ids],
  );
  const posts = rows.flatMap(({ at, person, role, from, to }) =>
    isRole(role) ? [{ at, role, personId: person, from, to }] : [],
  );
  return grouped(posts, (p) => p.at);
}

/**
 * Parents and cases named in fields that the actor may see, and those that the same batch opens: id to kind. Of the
 * parents also where they stand and their facts; those of the same batch join them as they are taken.
 */
async function casesOf(
  tx: Tx,
  actor: Actor,
  office: Office,
  scripts: readonly CaseScript[],
  procedures: Procedures,
): Promise<{ cases: ReadonlyMap<string, string>; parents: Map<string, ParentView> }> {
  const above = new Set(scripts.flatMap((s) => (s.open?.parentId ? [s.open.parentId] : [])));
  const ids = [...new Set([...above, ...namedIn(scripts)].filter(isUuid))];
  const rows = ids.length
    ? await tx.query<Scoped & { id: string; state: string; merged: boolean }>(
        `select c.id, c.kind, c.state, c.merged_into is not null as merged, o.path, array[c.handler_id, c.second_handler_id] handlers, c.readers from case_file c
         join organisation o on o.jurisdiction_id = c.jurisdiction_id and o.id = c.organisation_id
         where c.jurisdiction_id = $1 and c.id = any($2::uuid[])`,
        [office.jurisdictionId, ids],
      )
    : [];
  const seen = rows.filter((r) => mayRead(actor, r));
  const inBatch = scripts.flatMap((s) => (s.open?.id ? [[s.open.id, s.open.kind] as const] : []));
  const parents = seen.filter((r) => above.has(r.id));
  const facts = await loadFacts(tx, office, parents, (kind) => procedures.of(kind));
  return {
    cases: new Map([...seen.map((r) => [r.id, r.kind] as const), ...inBatch]),
    parents: new Map(
      parents.map(({ id, kind, state, merged }) => [id, { kind, state, merged, facts: facts.get(id)?.values ?? {} }]),
    ),
  };
}

/** Of all people that the steps name, those the jurisdiction knows, with their posts. */
async function peopleOf(tx: Tx, office: Office, scripts: readonly CaseScript[]): Promise<People> {
  const handlers = scripts.flatMap((s) => (s.open?.handlerId ? [s.open.handlerId] : []));
  const ids = [...new Set([...handlers, ...namedIn(scripts)].filter(isUuid))];
  const people = new Map<string, HeldPost[]>();
  if (ids.length === 0) return people;
  const rows = await tx.query<PersonRow>(
    `select p.id, post.role, post.valid_from, post.valid_to, to_jsonb(o) as organisation from person p
     left join post on post.jurisdiction_id = p.jurisdiction_id and post.person_id = p.id
     left join lateral (select o.id, o.path, o.code, o.name from organisation o
       where o.jurisdiction_id = post.jurisdiction_id and o.id = post.organisation_id) o on true
     where p.jurisdiction_id = $1 and p.id = any($2::uuid[])`,
    [office.jurisdictionId, ids],
  );
  for (const { id, role, valid_from, valid_to, organisation } of rows) {
    const posts = people.get(id) ?? [];
    if (role !== null && isRole(role) && valid_from !== null && organisation !== null)
      posts.push({ role, organisation, from: valid_from, to: valid_to });
    people.set(id, posts);
  }
  return people;
}

/** Every value that may be the id of somebody or something. */
const namedIn = (scripts: readonly CaseScript[]): unknown[] =>
  scripts.flatMap((s) => s.steps.flatMap((step) => Object.values(step.fields ?? {}).flat()));
