import type { Actor } from '@anjuan/identity';
import { shanghaiDay, type Tx, uuidv7 } from '@anjuan/platform';
import { insertRows } from './rows';
import { tables } from './tables';

/** 审计: what was done, by whom and to what, in the transaction that did it. `detail` names no person. */
export function leaveTrail(
  tx: Tx,
  actor: Actor,
  at: Date,
  action: string,
  object: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return insertRows(tx, tables.audit, [
    {
      jurisdiction_id: actor.jurisdictionId,
      recorded_year: Number(shanghaiDay(at).slice(0, 4)),
      id: uuidv7(),
      recorded_at: at,
      actor_id: actor.personId,
      action,
      object,
      detail,
    },
  ]);
}
