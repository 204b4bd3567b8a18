/** Whom a deadline is told: the handler of the case, closer to the day whoever stands above, then the head of the office. */
import type { Role } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import type { Tx } from '@anjuan/platform';
import { headRoles, superiorRoles } from './policy';

interface StaffPost {
  readonly person_id: string;
  readonly role: Role;
  /** Path of the post's organisation, `/<code>/…/`. */
  readonly path: string;
}

/** The posts that are held on a day, as far as reminders ask for them. */
export interface Staff {
  /** Does the person hold any post today? Whoever left is told nothing. */
  holdsPost(personId: string): boolean;
  /** Those above the handler of a case of `kind` in the organisation at `path`; empty where nobody is. */
  superiors(kind: string, path: string): readonly string[];
  /** The head of the office for a case of `kind` in the organisation at `path`. */
  heads(kind: string, path: string): readonly string[];
}

/** Reads the posts of the jurisdiction that are valid on `today`, both ends included. */
export async function readStaff(tx: Tx, jurisdictionId: number, today: Day): Promise<Staff> {
  const posts = await tx.query<{ person_id: string; role: Role; path: string }>(
    `select p.person_id, p.role, o.path from post p
     join organisation o on o.jurisdiction_id = p.jurisdiction_id and o.id = p.organisation_id
     where p.jurisdiction_id = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2)`,
    [jurisdictionId, today],
  );
  return staffOf(posts);
}

/** Pure form of {@link readStaff}. */
export function staffOf(posts: readonly StaffPost[]): Staff {
  const people = new Set(posts.map((p) => p.person_id));
  const finder = (rolesOf: Readonly<Record<string, readonly Role[]>>) => {
    const known = new Map<string, readonly string[]>();
    return (kind: string, path: string) => {
      const key = `${kind} ${path}`;
      const found = known.get(key) ?? nearest(posts, rolesOf[kind] ?? [], path);
      known.set(key, found);
      return found;
    };
  };
  return {
    holdsPost: (personId) => people.has(personId),
    superiors: finder(superiorRoles),
    heads: finder(headRoles),
  };
}

function nearest(posts: readonly StaffPost[], roles: readonly Role[], path: string): readonly string[] {
  for (const role of roles) {
    const above = posts.filter((p) => p.role === role && path.startsWith(p.path));
    const length = Math.max(...above.map((p) => p.path.length));
    const holders = above.filter((p) => p.path.length === length).map((p) => p.person_id);
    if (holders.length > 0) return [...new Set(holders)];
  }
  return [];
}
