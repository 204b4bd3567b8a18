/** 限制知悉: of a case that the reader is not admitted to, a list of counted cases says that it counts, and no more. */
import type { Tx } from '@anjuan/platform';

/** What stands instead of the number of such a case. */
export const WITHHELD = '限制知悉案件';

/** Those of the cases that are withheld from the reader: a person, null for a nameless one; none from a command (undefined). */
export async function withheldFrom(
  tx: Tx,
  jurisdictionId: number,
  reader: string | null | undefined,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (reader === undefined || ids.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    `select id from case_file where jurisdiction_id = $1 and id = any($2::uuid[]) and readers is not null
       and ($3::uuid is null
         or not (coalesce($3::uuid in (handler_id, second_handler_id), false) or readers ? $3::text))`,
    [jurisdictionId, ids, reader],
  );
  return new Set(rows.map(({ id }) => id));
}
