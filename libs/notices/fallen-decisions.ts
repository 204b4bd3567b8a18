/** 改定失效: due days fixed by a head that a later lawful event has made fall, and who fixed them. */
import { type FallenDecision, fallenIn, type LedgerEntry, limitTitle } from '@anjuan/casework';
import type { Day } from '@anjuan/law';
import type { Tx } from '@anjuan/platform';
import type { Staff } from './recipients';
import { fallenWords, type Words } from './wording';

/** A notice to write, once: `kind` names the clock and the event that made the decision fall. */
interface FallenNotice extends Words {
  readonly person_id: string;
  readonly case_id: string;
  readonly kind: string;
}

interface Row {
  readonly id: string;
  readonly case_id: string;
  readonly kind: string;
  readonly path: string;
  readonly limit_id: string;
  readonly due: Day | null;
  readonly number: string;
  readonly ledger: readonly LedgerEntry[];
}
interface Known extends Row {
  readonly fallen: FallenDecision;
}

/** Of the open clocks of these cases. Whoever decided and holds no post any more is stood in for by the head of the office. */
export async function fallenNotices(
  tx: Tx,
  jurisdictionId: number,
  caseIds: readonly string[],
  staff: () => Promise<Staff>,
): Promise<readonly FallenNotice[]> {
  const rows = await tx.query<Row & Record<string, unknown>>(
    `select k.id, k.case_id, c.kind, o.path, k.limit_id, k.due, coalesce(c.number, c.register_number) as number, k.ledger
     from clock k
     join case_file c on c.jurisdiction_id = k.jurisdiction_id and c.id = k.case_id
     join organisation o on o.jurisdiction_id = c.jurisdiction_id and o.id = c.organisation_id
     where k.jurisdiction_id = $1 and k.case_id = any($2::uuid[]) and k.status in ('running', 'suspended')
       and k.ledger @> '[{"verb": "override"}]'`,
    [jurisdictionId, caseIds],
  );
  const known = rows.flatMap((row): Known[] => {
    const fallen = fallenIn(row.ledger);
    return fallen ? [{ ...row, fallen }] : [];
  });
  if (known.length === 0) return [];
  const deciders = await tx.query<{ case_id: string; seq: number; actor_id: string | null }>(
    `select e.case_id, e.seq, e.actor_id from event e
     join jsonb_to_recordset($2::jsonb) as w(case_id uuid, seq int) on w.case_id = e.case_id and w.seq = e.seq
     where e.jurisdiction_id = $1`,
    [jurisdictionId, JSON.stringify(known.map((k) => ({ case_id: k.case_id, seq: k.fallen.seq })))],
  );
  const { holdsPost, heads } = await staff();
  return known.flatMap((k) => {
    const decider = deciders.find((d) => d.case_id === k.case_id && d.seq === k.fallen.seq)?.actor_id ?? null;
    const people = decider !== null && holdsPost(decider) ? [decider] : heads(k.kind, k.path);
    const words = fallenWords({ number: k.number, limit: limitTitle(k.limit_id), due: k.due }, k.fallen);
    const kind = `fallen-${k.id}-${k.fallen.by.seq}`;
    return people.map((person_id) => ({ person_id, case_id: k.case_id, kind, ...words }));
  });
}
