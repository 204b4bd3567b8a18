import { tables } from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import { shanghaiDay, type Tx, uuidv7 } from '@anjuan/platform';

/** What was changed beside the cases, by whom, in the transaction that changed it. `detail` names no person. */
export async function leaveTrail(
  tx: Tx,
  actor: Actor,
  at: Date,
  action: string,
  object: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await tx.execute(
    `insert into ${tables.audit.name} (jurisdiction_id, recorded_year, id, recorded_at, actor_id, action, object, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)`,
    [
      actor.jurisdictionId,
      Number(shanghaiDay(at).slice(0, 4)),
      uuidv7(),
      at,
      actor.personId,
      action,
      object,
      JSON.stringify(detail),
    ],
  );
}
