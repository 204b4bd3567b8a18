/** Where a case is, who may know of it and which series it is in: what the edges of {@link anyCaseEdges} change. */
import type { Actor } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import type { RefusalReason } from './errors';
import type { Values } from './fields';
import type { CaseOffice } from './handling';
import type { Edge } from './procedure';

/** A transfer between organisations; settled by receipt or return. */
export interface Transfer {
  readonly id: string;
  readonly from: CaseOffice;
  readonly fromHandlerId: string | null;
  readonly to: CaseOffice;
  readonly sentOn: Day;
  readonly settledOn: Day | null;
  readonly outcome: 'received' | 'returned' | null;
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
  mergers: readonly Merger[];
}
interface Surroundings {
  readonly newId: () => string;
  readonly organisations: ReadonlyMap<string, CaseOffice>;
}

/** What stands against an event because of where the case is, who may know of it and which series it is in. */
export function standingRefusals(
  draft: Standing,
  event: string,
  edge: Edge,
  values: Values,
  day: string,
): RefusalReason[] {
  const found: RefusalReason[] = [];
  const refuse = (guard: string, message: string) => found.push({ guard, message, article: edge.cite });
  const { transfer } = draft;
  const receipt = event === 'receive-transfer' || event === 'return-transfer';
  if (receipt && transfer === null) refuse('transfer.pending', '本案没有待签收的移送');
  if (receipt && transfer !== null && day < transfer.sentOn) refuse('transfer.order', `移送日期为${transfer.sentOn}`);
  // A pending receipt stops the case from moving on, never a fact from being recorded or a period from lapsing.
  if (
    !receipt &&
    transfer !== null &&
    (edge.to !== 'unchanged' || event === 'transfer-case') &&
    !edge.by.includes('system')
  )
    refuse('transfer.receipt', `本案已于${transfer.sentOn}移送，签收或者退回以后才能继续办理`);
  if (event === 'transfer-case' && values.organisation === draft.organisation.id)
    refuse('transfer.elsewhere', '本案就在该机构办理');
  if (event === 'transfer-case' && draft.readers !== null && values.receiver === null)
    refuse('transfer.receiver', '限制知悉范围的案件，移送时应当指定接收人');
  if (event === 'lift-restriction' && draft.readers === null) refuse('restriction.there', '本案没有限制知悉范围');
  if (event === 'join-series' && draft.seriesId !== null) refuse('series.once', '本案已在一个系列中，应当先移出');
  if (event === 'leave-series' && draft.seriesId === null) refuse('series.member', '本案不在任何系列中');
  return found;
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
    case 'return-transfer': {
      if (!transfer) return;
      const received = event === 'receive-transfer';
      draft.transfers = [
        ...draft.transfers.filter((t) => t.id !== transfer.id),
        { ...transfer, settledOn: day, outcome: received ? 'received' : 'returned' },
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
