import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Me, Procedure } from '../api/queries';

const SignedIn = createContext<Me | null>(null);
export const SessionProvider = SignedIn.Provider;

/** The person at the screen. Only for what stands inside the gate. */
export function useMe(): Me {
  const me = useContext(SignedIn);
  if (me === null) throw new Error('useMe outside the gate');
  return me;
}

export const may = (me: Me, permission: string): boolean => me.permissions.includes(permission);

/** Some files are opened by the system alone, such as subsidy claims, which are built from cases. */
export const mayOpen = (me: Me, p: Procedure): boolean =>
  may(me, `${p.kind}:act`) && p.edges.some((e) => e.opening && e.roles.some((role) => role !== 'system'));

const listeners = new Set<() => void>();
let lost = false;

/** The server answered 401 while somebody was at work: the screen stays as it is, and a sign-in is laid over it. */
export const sessionLost = {
  mark(value: boolean): void {
    lost = value;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
export const useSessionLost = (): boolean => useSyncExternalStore(sessionLost.subscribe, () => lost);

/** The organisation in which the person most likely registers a case of a kind: that of the post made for it. */
export function homeFor(me: Me, kind: string): string | undefined {
  const own = me.posts.find((p) => p.role.startsWith(kind) || (kind === 'mediation' && isMediators(p.role)));
  return (own ?? me.posts[0])?.organisation.id;
}
const isMediators = (role: string): boolean => role === 'mediator' || role === 'committee-head';
