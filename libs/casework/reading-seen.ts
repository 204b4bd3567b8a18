/** Cases named elsewhere (links, series, meetings, proposals), as far as the reader may see them. */
import type { Actor } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import type { Tx } from '@anjuan/platform';
import type { Procedures } from './procedures';
import { caseTables, partyNames, stateTitle } from './reading';
import { Params, reach } from './reading-scope';
import type { CaseRefView } from './reading-views';

export interface SeenCase extends CaseRefView {
  kind_title: string;
  party_names: string;
  opened_on: Day;
  version: number;
}

/** Those of the cases that lie within the actor's scope, by id. The others are not there. */
export async function seenCases(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  procedures: Procedures,
): Promise<Map<string, SeenCase>> {
  if (ids.length === 0) return new Map();
  const params = new Params();
  const wanted = `c.jurisdiction_id = ${params.at(actor.jurisdictionId)} and c.id = any(${params.at([...new Set(ids)])}::uuid[])`;
  const scope = procedures.all().map((p) => reach(actor, p.kind, params));
  const rows = await tx.query<Omit<CaseRefView, 'state_title'> & { opened_on: Day; version: number }>(
    `select c.id, c.kind, c.number, c.register_number, c.state, c.opened_on, c.version
     from ${caseTables} where ${wanted} and (${scope.join(' or ')})`,
    params.values,
  );
  const names = await partyNames(
    tx,
    actor,
    rows.map((r) => r.id),
  );
  return new Map(
    rows.map((r) => {
      const p = procedures.of(r.kind);
      const state_title = stateTitle(p, r.state);
      return [r.id, { ...r, state_title, kind_title: p.title, party_names: names.get(r.id) ?? '' }] as const;
    }),
  );
}
