/**
 * 并案（重复登记）: one matter registered twice. The duplicate names the case it belongs to; its clocks stop, figures leave
 * it out, both pages tell of it, and nothing else can be done with it. The case it is merged into stays as it is. The
 * counter-event takes all of it back: the clocks run as if they had never stopped, because in law they never did.
 */
import type { Role } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import type { Tx } from '@anjuan/platform';
import { type Clock, type LedgerEntry, replay } from './clocks';
import type { Draft } from './draft';
import { Refusal, type RefusalReason } from './errors';
import { caseRef, text, type Values } from './fields';
import type { Locking } from './loading';
import type { Edge, Procedure } from './procedure';
import { insertRows } from './rows';
import type { Office } from './settings';
import { tables } from './tables';

export const merging = 'merge-into';
export const separating = 'unmerge';
const cite = '同一事项不重复登记、不重复统计（办案惯例）；由有权人员确认，可以撤销';

const underDuplicate: RefusalReason = {
  guard: 'merger.parent',
  message: '前案已作为重复登记并入他案，应当从并入的案件开启',
  article: cite,
};

/** What may still be done with a duplicate: to take the merger back, and to say who may know of it. */
const open: readonly string[] = [separating, 'restrict', 'lift-restriction'];

export const mergingEdges = (p: Procedure, by: readonly Role[]): Readonly<Record<string, Edge>> => {
  const shared = { from: Object.keys(p.states), to: 'unchanged', by, cite, verified: 'I' } as const;
  return {
    [merging]: {
      ...shared,
      title: '并入他案（重复登记）',
      fields: {
        into: caseRef('并入的案件', { kind: p.kind, hint: '本案停止计算期限、不再统计；对方案件不受影响' }),
        reason: text.personal('认定重复的理由'),
      },
      // A hearing of the duplicate is not held.
      books: () => null,
    },
    [separating]: {
      ...shared,
      title: '撤销并入',
      fields: { reason: text.personal('撤销理由') },
    },
  };
};

/** What stands against an event because the case is a duplicate, or is none. */
export function mergingRefusals(
  draft: Pick<Draft, 'id' | 'mergedInto' | 'mergedOn' | 'transfer' | 'parent'>,
  event: string,
  values: Values,
  on: Day,
): RefusalReason[] {
  const because = (guard: string, message: string) => [{ guard, message, article: cite }];
  if (draft.parent?.merged) return [underDuplicate];
  if (draft.mergedInto !== null && !open.includes(event))
    return because('merger.standing', '本案已作为重复登记并入他案；需要继续办理的，先撤销并入');
  if (event === separating && draft.mergedInto === null) return because('merger.there', '本案没有并入他案');
  if (event === separating && draft.mergedOn !== null && on < draft.mergedOn)
    return because('merger.order', `撤销并入的日期${on}早于并入的日期${draft.mergedOn}`);
  if (event === merging && values.into === draft.id) return because('merger.other', '不能并入本案自身');
  // A duplicate takes no more events, so the receipt would be awaited for good.
  if (event === merging && draft.transfer !== null)
    return because('merger.transfer', `本案已于${draft.transfer.sentOn}移送，签收或者退回以后才能并入他案`);
  return [];
}

export const isOfferedMerged = (merged: boolean, event: string): boolean =>
  merged ? open.includes(event) : event !== separating;

/** Which case the draft belongs to afterwards. */
export function takeMerger(
  draft: Draft,
  { seq, event, happenedOn }: { readonly seq: number; readonly event: string; readonly happenedOn: Day },
  values: Values,
  recordedAt: Date,
): void {
  if (event !== merging && event !== separating) return;
  draft.mergedInto = event === merging && typeof values.into === 'string' ? values.into : null;
  draft.mergedOn = draft.mergedInto === null ? null : happenedOn;
  draft.mergers = [...draft.mergers, { seq, recordedAt, into: draft.mergedInto }];
}

/** The clocks of a duplicate, and of a case that is none after all. */
export function mergeClocks(
  before: readonly Clock[],
  { seq, event, happenedOn }: { readonly seq: number; readonly event: string; readonly happenedOn: Day },
  office: Office,
): readonly Clock[] {
  const entry: LedgerEntry = { seq, on: happenedOn, event, verb: event === merging ? 'merge' : 'separate' };
  return before.map((clock) => {
    const { status } = clock.outcome;
    const stopped = clock.ledger.findLast((e) => e.verb === 'merge' || e.verb === 'separate')?.verb === 'merge';
    const concerned = event === merging ? status === 'running' || status === 'suspended' : stopped;
    if (!concerned) return clock;
    const ledger = [...clock.ledger, entry];
    return { ...clock, ledger, changed: true, outcome: replay(clock.limit, ledger, office) };
  });
}

interface Around {
  readonly tx: Tx;
  readonly office: Office;
  readonly locking: Locking;
  /** Cases of the same batch as they stand so far. */
  readonly batch: ReadonlyMap<string, Draft>;
}

/** Null: the case stands for itself; undefined: not written yet. It is held until the end of the transaction. */
async function mergedNow(id: string, { tx, office, locking, batch }: Around): Promise<string | null | undefined> {
  const known = batch.get(id);
  if (known) return known.mergedInto;
  const [row] = await tx.query<{ merged_into: string | null }>(
    `select merged_into from case_file where jurisdiction_id = $1 and id = $2${locking === 'locked' ? ' for share' : ''}`,
    [office.jurisdictionId, id],
  );
  return row?.merged_into;
}

/**
 * Refuses a merger into a case that is a duplicate itself; so no two cases are ever merged into each other and lost from
 * both. Refuses it also while a case opened under the duplicate binds it (see {@link Binding}). @throws Refusal
 */
export async function refuseMerger(draft: Draft, procedures: readonly Procedure[], around: Around): Promise<void> {
  const into = draft.mergers.at(-1)?.into ?? null;
  if (into === null) return;
  const found: RefusalReason[] = [];
  if ((await mergedNow(into, around)) !== null)
    found.push({
      guard: 'merger.target',
      message: '该案件自身已作为重复登记并入他案，应当并入那一案件',
      article: cite,
    });
  const { tx, office } = around;
  const children = await tx.query<{ kind: string; state: string }>(
    'select distinct kind, state from case_file where jurisdiction_id = $1 and parent_id = $2',
    [office.jurisdictionId, draft.id],
  );
  for (const { kind, binds } of procedures)
    if (binds && children.some((c) => c.kind === kind && !binds.until.includes(c.state)))
      found.push({ guard: 'merger.bound', message: binds.because, article: binds.cite });
  if (found.length) throw new Refusal(found);
}

/** Refuses that a case begins, or begins again, to bind one that is a duplicate. @throws Refusal */
export async function refuseUnderDuplicate(before: Draft, after: Draft, around: Around): Promise<void> {
  const { parentId, procedure } = after;
  const binds = (state: string | null) => state !== null && procedure.binds?.until.includes(state) === false;
  if (parentId === null || binds(before.state) || !binds(after.state)) return;
  if (typeof (await mergedNow(parentId, around)) === 'string') throw new Refusal([underDuplicate]);
}

/** Keeps since when and until when each duplicate was one, as facts are kept. */
export async function writeMergers(tx: Tx, drafts: readonly Draft[], jurisdiction_id: number): Promise<void> {
  for (const { id, mergers } of drafts)
    for (const { seq, recordedAt, into } of mergers)
      if (into === null)
        await tx.execute(
          `update case_merger set recorded_to = $3 where jurisdiction_id = $1 and case_id = $2 and recorded_to = 'infinity'`,
          [jurisdiction_id, id, recordedAt],
        );
      else
        await insertRows(tx, tables.caseMerger, [
          {
            jurisdiction_id,
            case_id: id,
            from_seq: seq,
            into_id: into,
            recorded_from: recordedAt,
            recorded_to: 'infinity',
          },
        ]);
}
