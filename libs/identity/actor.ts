import type { Permission, Role } from './roles';
import { roles } from './roles';

/** One post as it reaches: `path` is the organisation's, `/<code>/<code>/…/`. */
export interface ActorPost {
  readonly id: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly path: string;
}
/** Who acts, with the posts valid on the day of the request. */
export interface Actor {
  /** Null: no person signed in (the clock's sweeps, a command). */
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly name: string;
  readonly jurisdictionId: number;
  readonly posts: readonly ActorPost[];
}

/** What the posts permit together, sorted. */
export function permissionsOf(actor: Actor): Permission[] {
  return [...new Set(actor.posts.flatMap((p): readonly Permission[] => roles[p.role].permissions))].sort();
}

/** The posts that bear a permission: those through which a thing may be reached. */
export function postsWith(actor: Actor, permission: Permission): readonly ActorPost[] {
  return actor.posts.filter((p) => {
    const granted: readonly Permission[] = roles[p.role].permissions;
    return granted.includes(permission);
  });
}

/** The clock's sweeps in one jurisdiction: one post at the very top, held by nobody. */
export const systemActor = (jurisdictionId: number): Actor => ({
  accountId: null,
  personId: null,
  name: '系统',
  jurisdictionId,
  posts: [
    {
      id: '00000000-0000-0000-0000-000000000000',
      role: 'system',
      organisationId: '00000000-0000-0000-0000-000000000000',
      path: '/',
    },
  ],
});
