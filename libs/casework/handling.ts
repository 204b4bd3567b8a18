/** Who holds a case, and how it passes from one to another: rules that are the same for every kind. Pure. */
import { type Permission, type Role, roles } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import type { Hands } from './procedure';
import { type Post, reaches } from './reach';

export interface CaseOffice {
  readonly id: string;
  readonly path: string;
  readonly code: string;
  readonly name: string;
}
/** A post as people are chosen by it; both ends of its time included, null: until further notice. */
export interface HeldPost {
  readonly role: Role;
  readonly organisation: CaseOffice;
  readonly from: Day;
  readonly to: Day | null;
}
/** People of the jurisdiction with all posts they hold or held. */
export type People = ReadonlyMap<string, readonly HeldPost[]>;

/** In whose hands a case is. */
export interface Holding {
  readonly handlerId: string | null;
  readonly secondHandlerId: string | null;
  /** Who was recused (回避) from it. */
  readonly barred: readonly string[];
  readonly organisation: CaseOffice;
}
interface Handover {
  readonly kind: string;
  readonly on: Day;
  readonly people: People;
  /** Posts by which the actor hands the case on. */
  readonly by: readonly Post[];
}
interface Objection {
  readonly guard: string;
  readonly message: string;
}

/**
 * The case after it was handed on. A handler whose post lies elsewhere takes the case there, as far as the actor's own
 * reach goes; whoever has no post for the kind on that day, or was recused, cannot be given it.
 */
export function handed(before: Holding, hands: Hands, h: Handover): { after: Holding; objections: Objection[] } {
  const objections: Objection[] = [];
  const object = (guard: string, message: string) => objections.push({ guard, message });
  const barred = hands.bars === undefined ? before.barred : [...new Set([...before.barred, hands.bars])];
  let { handlerId, secondHandlerId, organisation } = before;
  if (hands.handler !== undefined) {
    handlerId = hands.handler;
    if (handlerId !== null) {
      if (handlerId === before.handlerId) object('handler.changes', '该人员已经是本案承办人。');
      const place = placeFor(h.people.get(handlerId) ?? [], organisation, h);
      if (place) organisation = place;
      else object('handler.post', '该人员在您管辖的范围内没有可以办理此类案件的岗位。');
    }
  }
  if (hands.second !== undefined) secondHandlerId = hands.second;
  else if (secondHandlerId === handlerId) secondHandlerId = null;
  if (secondHandlerId !== null) {
    const works = worksAt(h.people.get(secondHandlerId) ?? [], organisation, h);
    if (hands.second) {
      if (secondHandlerId === handlerId) object('handler.two', '第二承办人不能与承办人是同一人。');
      if (!works) object('handler.post', '第二承办人在本案的办理机构没有可以办理此类案件的岗位。');
    } else if (organisation.id !== before.organisation.id) secondHandlerId = null;
  }
  if ([hands.handler, hands.second].some((p) => typeof p === 'string' && barred.includes(p)))
    object('handler.recused', '该人员已在本案回避，不能再办理本案。');
  return { after: { handlerId, secondHandlerId, barred, organisation }, objections };
}

const mayAct = (post: HeldPost, h: Handover): boolean => {
  const granted: readonly Permission[] = roles[post.role].permissions;
  return post.from <= h.on && (post.to === null || post.to >= h.on) && granted.some((p) => p === `${h.kind}:act`);
};
const worksAt = (posts: readonly HeldPost[], at: CaseOffice, h: Handover): boolean =>
  posts.some((p) => mayAct(p, h) && at.path.startsWith(p.organisation.path));

/** Where the case lies once the person has it: where it is, else at the person's own organisation. */
function placeFor(posts: readonly HeldPost[], at: CaseOffice, h: Handover): CaseOffice | undefined {
  if (worksAt(posts, at, h)) return at;
  return posts
    .filter((p) => mayAct(p, h) && h.by.some((own) => reaches(own, p.organisation.path, [], null)))
    .map((p) => p.organisation)
    .sort((a, b) => (a.path < b.path ? -1 : 1))[0];
}
