import { type Actor, type Permission, postsWith } from '@anjuan/identity';

/** Organisation paths whose subtrees an actor's posts open under a permission. The system's own post opens all. */
export const pathsOf = (actor: Actor, permission: Permission): string[] => [
  ...postsWith(actor, permission).map((p) => p.path),
  ...actor.posts.filter((p) => p.role === 'system').map((p) => p.path),
];

/** SQL: organisation `o` lies under one of the paths at that place. No range of text: codes are often Chinese. */
export const under = (place: string): string =>
  `exists (select 1 from unnest(${place}::text[]) as top(path) where starts_with(o.path, top.path))`;
