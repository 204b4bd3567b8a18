/** Where a case is, who may know of it and which series it is in: what the edges of {@link anyCaseEdges} change. */
import { type Actor, type Role, roles } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import type { RefusalReason } from './errors';
import type { Values } from './fields';
import type { CaseOffice } from './handling';
import type { Edge } from './procedure';

/** 撤回移送: done by whoever sent the case, from where it was sent, until it is received. */
export const withdrawing = 'withdraw-transfer';
export type TransferOutcome = 'received' | 'returned' | 'withdrawn';

/** A transfer between organisations; settled by receipt, return or withdrawal. */
export interface Transfer {
  readonly id: string;
  readonly from: CaseOffice;
  readonly fromHandlerId: string | null;
  readonly to: CaseOffice;
  readonly sentOn: Day;
  readonly settledOn: Day | null;
  readonly outcome: TransferOutcome | null;
}
/** A merger of a duplicate, or its end, to be written. */
export interface Merger {
  readonly seq: number;
  readonly recordedAt: Date;
  /** Null: the case stands for itself again. */
  readonly into: string | null;
}
export interface Standing {
  organisation: CaseOffice;
  handlerId: string | null;
  secondHandlerId: string | null;
  /** Why the case is restricted, and to whom besides its handler; null: to nobody in particular. */
  flag: string | null;
  readers: readonly string[] | null;
  /** The transfer that waits for its receipt. */
  transfer: Transfer | null;
  /** Transfers to write. */
  transfers: Transfer[];
  seriesId: string | null;
  leadsSeries: boolean;
  /** The case of which this one is a duplicate. */
  mergedInto: string | null;
  /** The legal day of that merger. */
  mergedOn: Day | null;
  mergers: readonly Merger[];
}
/** A post at an organisation that a transfer names; both ends of its time included, null: until further notice. */
export interface StaffedPost {
  readonly role: Role;
  readonly personId: string;
  readonly from: Day;
  readonly to: Day | null;
}
interface Surroundings {
  readonly newId: () => string;
  readonly organisations: ReadonlyMap<string, CaseOffice>;
}
interface Staffing {
  readonly today: Day;
  readonly organisations: ReadonlyMap<string, CaseOffice>;
  readonly staff: ReadonlyMap<string, readonly StaffedPost[]>;
}

/** What stands against an event because of where the case is, who may know of it and which series it is in. */
export function standingRefusals(
  draft: Standing,
  event: string,
  edge: Edge,
  values: Values,
  day: string,
  staffing: Staffing,
): RefusalReason[] {
  const found: RefusalReason[] = [];
  const refuse = (guard: string, message: string) => found.push({ guard, message, article: edge.cite });
  const { transfer } = draft;
  const receipt = event === 'receive-transfer' || event === 'return-transfer' || event === withdrawing;
  if (receipt && transfer === null) refuse('transfer.pending', '本案没有待签收的移送');
  if (receipt && transfer !== null && day < transfer.sentOn) refuse('transfer.order', `移送日期为${transfer.sentOn}`);
  // A pending receipt stops the case from moving on, never a fact from being recorded or a period from lapsing.
  if (
    !receipt &&
    transfer !== null &&
    (edge.to !== 'unchanged' || event === 'transfer-case') &&
    !edge.by.includes('system')
  )
    refuse('transfer.receipt', `本案已于${transfer.sentOn}移送，签收、退回或者撤回以后才能继续办理`);
  if (event === 'transfer-case' && values.organisation === draft.organisation.id)
    refuse('transfer.elsewhere', '本案就在该机构办理');
  if (event === 'transfer-case' && draft.readers !== null && values.receiver === null)
    refuse('transfer.receiver', '限制知悉范围的案件，移送时应当指定接收人');
  const nobodyAt = event === 'transfer-case' ? unstaffed(edge, values, staffing) : null;
  if (nobodyAt !== null)
    refuse('transfer.staff', `${nobodyAt.name}没有能够签收此类案件的在岗人员；只办理本人案件的人员，应当指定为接收人`);
  if (event === 'lift-restriction' && draft.readers === null) refuse('restriction.there', '本案没有限制知悉范围');
  if (event === 'join-series' && draft.seriesId !== null) refuse('series.once', '本案已在一个系列中，应当先移出');
  if (event === 'leave-series' && draft.seriesId === null) refuse('series.member', '本案不在任何系列中');
  return found;
}

/**
 * The organisation named, if nobody there could receive the case today. Posts below do not reach what lies above them, and
 * posts above have no need of a transfer; one that reaches its holder's own cases alone receives what is addressed to them.
 */
function unstaffed(edge: Edge, values: Values, { today, organisations, staff }: Staffing): CaseOffice | null {
  const to = organisations.get(String(values.organisation));
  if (!to) return null;
  const able = (staff.get(to.id) ?? []).some(
    (p) =>
      edge.by.includes(p.role) &&
      p.from <= today &&
      (p.to === null || p.to >= today) &&
      (roles[p.role].reach === 'subtree' || p.personId === values.receiver),
  );
  return able ? null : to;
}

/** Is the event worth a button where the case stands? Others are still refused by {@link standingRefusals}. */
export function isOfferedWhere(
  at: {
    readonly inTransfer: boolean;
    readonly restricted: boolean;
    readonly inSeries: boolean;
    /** A period runs or is suspended; somebody decided on one once. */
    readonly timed: boolean;
    readonly decided: boolean;
  },
  event: string,
): boolean {
  switch (event) {
    case 'receive-transfer':
    case 'return-transfer':
      return at.inTransfer;
    // Its sender finds it on the list of transfers; whoever has the page has it by another post.
    case withdrawing:
      return false;
    case 'transfer-case':
      return !at.inTransfer;
    case 'lift-restriction':
      return at.restricted;
    case 'join-series':
      return !at.inSeries;
    case 'leave-series':
      return at.inSeries;
    case 'override-clock':
      return at.timed;
    case 'restore-clock':
      return at.decided;
    default:
      return true;
  }
}

/** Where the case is afterwards, who may know of it and which series it is in. */
export function takeStanding(
  draft: Standing,
  event: string,
  values: Values,
  day: string,
  actor: Actor,
  m: Surroundings,
): void {
  const named = (v: Values[string] | undefined): string | null => (typeof v === 'string' ? v : null);
  const { transfer } = draft;
  switch (event) {
    case 'transfer-case': {
      const to = m.organisations.get(named(values.organisation) ?? '');
      if (!to) throw new Error('an organisation that was checked is gone');
      draft.transfer = {
        id: m.newId(),
        from: draft.organisation,
        fromHandlerId: draft.handlerId,
        to,
        sentOn: day,
        settledOn: null,
        outcome: null,
      };
      draft.transfers.push(draft.transfer);
      draft.organisation = to;
      draft.handlerId = named(values.receiver);
      draft.secondHandlerId = null;
      break;
    }
    case 'receive-transfer':
    case 'return-transfer':
    case withdrawing: {
      if (!transfer) return;
      const received = event === 'receive-transfer';
      const outcome = received ? 'received' : event === withdrawing ? 'withdrawn' : 'returned';
      draft.transfers = [
        ...draft.transfers.filter((t) => t.id !== transfer.id),
        { ...transfer, settledOn: day, outcome },
      ];
      draft.transfer = null;
      draft.handlerId = received ? (named(values.handler) ?? actor.personId) : transfer.fromHandlerId;
      if (!received) draft.organisation = transfer.from;
      break;
    }
    case 'restrict': {
      const readers = Array.isArray(values.readers) ? values.readers.filter((r) => typeof r === 'string') : [];
      draft.flag = named(values.flag);
      draft.readers = [...new Set([...readers, ...(actor.personId === null ? [] : [actor.personId])])];
      break;
    }
    case 'lift-restriction':
      draft.flag = null;
      draft.readers = null;
      break;
    case 'join-series':
      draft.seriesId = named(values.series);
      draft.leadsSeries = values.lead === true;
      break;
    case 'leave-series':
      draft.seriesId = null;
      draft.leadsSeries = false;
      break;
    default:
  }
}
