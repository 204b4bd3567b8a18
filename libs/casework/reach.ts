/** Who sees what: the one place in code that applies organisation scope. Row-level security is the second wall. */
import { type Actor, type Permission, type Role, roles } from '@anjuan/identity';

export interface Post {
  readonly role: Role;
  readonly path: string;
}

/**
 * Does this post reach a case of the organisation at `path`? An `own` post reaches the cases its holder handles, alone or
 * as the second of two (`handlers`).
 */
export function reaches(
  post: Post,
  path: string,
  handlers: readonly (string | null)[],
  personId: string | null,
): boolean {
  if (!path.startsWith(post.path)) return false;
  return roles[post.role].reach === 'subtree' || (personId !== null && handlers.includes(personId));
}

/** What scope asks of a case. `readers`: the people a restricted case is open to besides its handlers; null: not restricted. */
export interface Scoped {
  readonly kind: string;
  readonly path: string;
  /** Who handles it, alone or with a second. */
  readonly handlers: readonly (string | null)[];
  readonly readers: readonly string[] | null;
}

/** May the actor see this case at all? A restriction narrows what the posts reach; it never widens it. */
export function mayRead(actor: Actor, of: Scoped): boolean {
  return postsFor(actor, of.kind).some(
    (p) => reaches(p, of.path, of.handlers, actor.personId) && (p.role === 'system' || isAdmitted(actor, of)),
  );
}

const isAdmitted = ({ personId }: Actor, { readers, handlers }: Scoped): boolean =>
  readers === null || (personId !== null && [...handlers, ...readers].includes(personId));

/** The actor's posts that may read cases of a kind. The sweeps act for the clock and read what they act on. */
export function postsFor(actor: Actor, kind: string): Actor['posts'] {
  return actor.posts.filter((p) => {
    const permissions: readonly Permission[] = roles[p.role].permissions;
    return p.role === 'system' || permissions.some((x) => x === `${kind}:read`);
  });
}
