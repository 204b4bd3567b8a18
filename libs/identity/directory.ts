import { Clock, Database } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { type Actor, postsWith } from './actor';
import { isOrganisationKind, organisationKinds } from './organisations';
import { isRole, roles } from './roles';

export interface OrganisationEntry {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: string;
  readonly kindTitle: string;
  readonly name: string;
}
export interface PersonEntry {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly { readonly role: string; readonly title: string; readonly organisationId: string }[];
}

interface OrganisationRow {
  id: string;
  parent_id: string | null;
  kind: string;
  name: string;
}
interface PersonRow {
  id: string;
  name: string;
  role: string;
  organisation_id: string;
}

/** Organisations and people as far as an actor's posts reach. */
@Injectable()
export class Directory {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The organisations of the actor's posts and all below them, parents first. */
  async organisations(actor: Actor): Promise<OrganisationEntry[]> {
    const rows = await this.database.inJurisdiction(actor.jurisdictionId, (tx) =>
      tx.query<OrganisationRow>(
        `select o.id, o.parent_id, o.kind, o.name from organisation o
         where o.jurisdiction_id = $1 and ${reached} order by o.path`,
        [actor.jurisdictionId, reachOf(actor)],
      ),
    );
    return rows.map((o) => ({
      id: o.id,
      parentId: o.parent_id,
      kind: o.kind,
      kindTitle: isOrganisationKind(o.kind) ? organisationKinds[o.kind] : o.kind,
      name: o.name,
    }));
  }

  /** The people who hold a post there today; `organisationId` narrows to one organisation and all below it. */
  async people(actor: Actor, organisationId?: string): Promise<PersonEntry[]> {
    const rows = await this.database.inJurisdiction(actor.jurisdictionId, (tx) =>
      tx.query<PersonRow>(
        `select p.id, p.name, post.role, post.organisation_id
         from organisation o
         join post on post.jurisdiction_id = o.jurisdiction_id and post.organisation_id = o.id
           and post.valid_from <= $3 and (post.valid_to is null or post.valid_to >= $3)
         join person p on p.jurisdiction_id = post.jurisdiction_id and p.id = post.person_id
         where o.jurisdiction_id = $1 and ${reached}
           and ($4::uuid is null or exists (
             select 1 from organisation top
             where top.jurisdiction_id = $1 and top.id = $4 and starts_with(o.path, top.path)))
         order by o.path, p.name, p.id`,
        [actor.jurisdictionId, reachOf(actor), this.clock.today(), organisationId ?? null],
      ),
    );
    const people = new Map<string, { id: string; name: string; posts: PersonEntry['posts'][number][] }>();
    for (const { id, name, role, organisation_id } of rows) {
      const entry = people.get(id) ?? { id, name, posts: [] };
      entry.posts.push({ role, title: isRole(role) ? roles[role].title : role, organisationId: organisation_id });
      people.set(id, entry);
    }
    return [...people.values()];
  }
}

/** Not a range of text: codes are often Chinese, and no character sorts safely after all of them. */
const reached = 'exists (select 1 from unnest($2::text[]) as top(path) where starts_with(o.path, top.path))';

const reachOf = (actor: Actor): string[] => postsWith(actor, 'organisation:read').map((p) => p.path);
