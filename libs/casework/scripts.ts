/** What is asked of the clerk and what it answers. */
import type { Actor, Role } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import type { Tx } from '@anjuan/platform';
import type { Draft, Origin, Step } from './draft';
import type { RefusalReason } from './errors';

/** Opens a case. `further`: further events on it in the same transaction (one form, one save). */
export interface OpenRequest extends Step {
  readonly kind: string;
  /** Default: a new one. A register's entry that becomes a case gives it its own, so that it can become but one. */
  readonly id?: string;
  readonly organisationId: string;
  /** Default: the person who opens it. Null: nobody yet, it waits to be assigned (分派). */
  readonly handlerId?: string | null;
  /** The instance before, in a chain of suits. */
  readonly parentId?: string;
  /** The number the case bore in an earlier system. */
  readonly legacyNumber?: string;
  readonly further?: readonly Step[];
}
export interface ApplyRequest extends Step {
  readonly caseId: string;
  /** The version the caller saw. */
  readonly version: number;
  /** The digest of the preview the caller saw; a correction that moves clocks asks for it. */
  readonly impact?: string;
}
export interface ClerkOptions {
  /** The same key with the same request gives the same answer again, and nothing happens twice. */
  readonly idempotencyKey?: string;
  /**
   * The caller vouches that the actor may act on this one case in this role, whatever their posts reach: the officer of an
   * organ to which a notice of the case is addressed. The edge's own list of roles still decides what may be done.
   */
  readonly vouched?: Role;
}
/** A step of a batch: who does it and, for demonstration data, the day it was recorded (default: the day it happened). */
export interface ScriptStep extends Step {
  readonly actor?: Actor;
  readonly recordedOn?: Day;
}
/** A case of a batch: opened by its first step, or continued where `caseId` names it. */
export interface CaseScript {
  readonly open?: Omit<OpenRequest, 'further' | keyof Step>;
  readonly caseId?: string;
  /** The version the caller saw; absent: whichever there is. */
  readonly version?: number;
  readonly steps: readonly ScriptStep[];
  /** See {@link ApplyRequest.impact}. */
  readonly impact?: string;
}
export interface BatchOptions {
  readonly origin: Origin;
  /** What else must be written together with the cases, or not at all. */
  readonly together?: (tx: Tx, answers: readonly BatchAnswer[]) => Promise<void>;
}
export interface CaseReceipt {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly state: string;
  readonly number: string | null;
  readonly registerNumber: string;
  /** What was said of the events without standing in their way. */
  readonly warnings: readonly RefusalReason[];
}
export type BatchAnswer =
  | { readonly ok: true; readonly receipt: CaseReceipt }
  | { readonly ok: false; readonly error: Error };

/** A script with what was vouched for by the caller. */
export type Checked = CaseScript & { readonly vouched?: Role };

export function receiptOf(d: Draft): CaseReceipt {
  if (d.state === null || d.registerNumber === null) throw new Error('a case without state or number');
  return {
    id: d.id,
    kind: d.procedure.kind,
    version: d.version,
    state: d.state,
    number: d.number,
    registerNumber: d.registerNumber,
    warnings: d.events.flatMap((e) => e.warnings),
  };
}
