/** Drafts from rows: every statement takes many cases at once, so one case and five hundred cost the same trips. */
import { type Day, isLimitId } from '@anjuan/law';
import type { Tx } from '@anjuan/platform';
import { type Clock, type LedgerEntry, replay } from './clocks';
import type { Draft, DraftLine } from './draft';
import type { FactValue } from './facts';
import { type PartyKind, partyKinds } from './fields';
import type { CaseOffice } from './handling';
import type { Procedure } from './procedure';
import { grouped } from './rows';
import type { Office } from './settings';
import type { Transfer } from './standing';

interface CaseRow {
  id: string;
  kind: string;
  organisation_id: string;
  organisation_path: string;
  organisation_code: string;
  organisation_name: string;
  parent_id: string | null;
  handler_id: string | null;
  flag: string | null;
  readers: string[] | null;
  series_id: string | null;
  merged_into: string | null;
  merged_on: Day | null;
  leads_series: boolean | null;
  second_handler_id: string | null;
  barred: string[] | null;
  state: string;
  state_since: string;
  version: number;
  register_number: string;
  number: string | null;
  legacy_number: string | null;
  opened_on: string;
  origin: Draft['origin'];
  created_at: Date;
}
interface ClockRow {
  id: string;
  case_id: string;
  limit_id: string;
  subject: string;
  ledger: LedgerEntry[];
  raw: Day | null;
  due: Day | null;
  provisional: boolean;
}
interface PartyRow {
  id: string;
  revision: number;
  case_id: string;
  role: string;
  kind: string;
  name: string;
  id_number: string | null;
  phone: string | null;
  address: string | null;
  recorded_from: Date;
}
const isPartyKind = (v: string): v is PartyKind => Object.hasOwn(partyKinds, v);

/** `unlocked`: in a transaction that cannot write, where PostgreSQL refuses to lock a row. */
export type Locking = 'locked' | 'unlocked';

/** Locks the cases (in order of id, so that two batches never wait for each other) and reads them as drafts. */
export async function loadDrafts(
  tx: Tx,
  ids: readonly string[],
  procedureOf: (kind: string) => Procedure,
  office: Office,
  /** Cases of which a fact is to be corrected. */
  corrected: ReadonlySet<string> = new Set(),
  locking: Locking = 'locked',
): Promise<Map<string, Draft>> {
  const drafts = new Map<string, Draft>();
  if (ids.length === 0) return drafts;
  const rows = await tx.query<CaseRow>(
    `select c.id, c.kind, c.organisation_id, o.path organisation_path, o.code organisation_code, o.name organisation_name,
             c.parent_id, c.handler_id, c.second_handler_id, c.barred, c.merged_into, c.flag, c.readers, c.series_id, c.leads_series, c.state, c.state_since, c.version, c.register_number, c.number, c.legacy_number,
            c.opened_on, c.origin, c.created_at,
            case when c.merged_into is not null then
              (select e.happened_on from case_merger m
               join event e on e.jurisdiction_id = m.jurisdiction_id and e.case_id = m.case_id and e.seq = m.from_seq
               where m.jurisdiction_id = c.jurisdiction_id and m.case_id = c.id and m.recorded_to = 'infinity') end merged_on
     from case_file c join organisation o on o.jurisdiction_id = c.jurisdiction_id and o.id = c.organisation_id
     where c.jurisdiction_id = $1 and c.id = any($2::uuid[]) order by c.id${locking === 'locked' ? ' for update of c' : ''}`,
    [office.jurisdictionId, ids],
  );
  if (rows.length === 0) return drafts;
  const found = rows.map((r) => r.id);
  const of = [office.jurisdictionId, found];
  const parties = await tx.query<PartyRow>(
    `select id, revision, case_id, role, kind, name, id_number, phone, address, recorded_from from party
     where jurisdiction_id = $1 and case_id = any($2::uuid[]) and recorded_to = 'infinity' order by id`,
    of,
  );
  const clocks = await tx.query<ClockRow>(
    `select id, case_id, limit_id, subject, ledger, raw, due, provisional from clock where jurisdiction_id = $1 and case_id = any($2::uuid[]) order by id`,
    of,
  );
  const events = await tx.query<{ case_id: string; name: string }>(
    `select case_id, name from event where jurisdiction_id = $1 and case_id = any($2::uuid[]) order by case_id, seq`,
    of,
  );
  const facts = await loadFacts(tx, office, rows, procedureOf);
  const lines = await loadLines(tx, [...new Set(rows.map((r) => r.kind))].map(procedureOf), found, office);
  const pending = await pendingTransfers(tx, of);
  const learned = await learnedFacts(tx, of, rows, corrected, procedureOf);
  const partiesOf = grouped(parties, (p) => p.case_id);
  const clocksOf = grouped(clocks, (k) => k.case_id);
  const eventsOf = grouped(events, (e) => e.case_id);
  for (const r of rows) {
    const procedure = procedureOf(r.kind);
    drafts.set(r.id, {
      id: r.id,
      procedure,
      organisation: {
        id: r.organisation_id,
        path: r.organisation_path,
        code: r.organisation_code,
        name: r.organisation_name,
      },
      parentId: r.parent_id,
      handlerId: r.handler_id,
      secondHandlerId: r.second_handler_id,
      barred: r.barred ?? [],
      mergedInto: r.merged_into,
      mergedOn: r.merged_on,
      mergers: [],
      legacyNumber: r.legacy_number,
      origin: r.origin,
      isNew: false,
      createdAt: r.created_at,
      state: r.state,
      stateSince: r.state_since,
      openedOn: r.opened_on,
      version: r.version,
      registerNumber: r.register_number,
      number: r.number,
      earned: null,
      facts: facts.get(r.id)?.values ?? noFacts(procedure),
      factsFrom: facts.get(r.id)?.from_seq ?? null,
      factRows: [],
      lines: lines.get(r.id) ?? [],
      learned: learned.get(r.id) ?? new Map(),
      flag: r.flag,
      readers: r.readers,
      transfer: pending.get(r.id) ?? null,
      transfers: [],
      seriesId: r.series_id,
      leadsSeries: r.leads_series ?? false,
      sitting: undefined,
      parties: (partiesOf.get(r.id) ?? []).map((p) => ({
        id: p.id,
        revision: p.revision,
        role: p.role,
        kind: isPartyKind(p.kind) ? p.kind : 'natural',
        name: p.name,
        ...(p.id_number === null ? {} : { id_number: p.id_number }),
        ...(p.phone === null ? {} : { phone: p.phone }),
        ...(p.address === null ? {} : { address: p.address }),
        isNew: false,
        recordedAt: p.recorded_from,
      })),
      clocks: (clocksOf.get(r.id) ?? []).map((k) => clockFrom(k, office)),
      struck: [],
      history: (eventsOf.get(r.id) ?? []).map((e) => e.name),
      events: [],
      papers: [],
      texts: [],
    });
  }
  return drafts;
}

async function loadLines(
  tx: Tx,
  procedures: readonly Procedure[],
  ids: readonly string[],
  office: Office,
): Promise<Map<string, DraftLine[]>> {
  const loaded: (DraftLine & { readonly caseId: string })[] = [];
  for (const { lines: sheet } of procedures) {
    if (!sheet) continue;
    const columns = Object.keys(sheet.columns);
    const rows = await tx.query<{ case_id: string; line: string; from_seq: number } & Record<string, FactValue>>(
      `select case_id, line, from_seq, ${columns.join(', ')} from ${sheet.table}
       where jurisdiction_id = $1 and case_id = any($2::uuid[]) and recorded_to = 'infinity' order by case_id, line`,
      [office.jurisdictionId, ids],
    );
    for (const { case_id, line, from_seq, ...known } of rows)
      loaded.push({
        caseId: case_id,
        line,
        from: from_seq,
        pending: [],
        values: Object.fromEntries(columns.map((c) => [c, known[c] ?? null])),
      });
  }
  return grouped(loaded, (l) => l.caseId);
}

/** Facts as known now, with the event that recorded them, of cases of any kind. */
export async function loadFacts(
  tx: Tx,
  office: Office,
  cases: readonly { readonly id: string; readonly kind: string }[],
  procedureOf: (kind: string) => Procedure,
): Promise<Map<string, { from_seq: number; values: Record<string, FactValue> }>> {
  const facts = new Map<string, { from_seq: number; values: Record<string, FactValue> }>();
  for (const kind of new Set(cases.map((c) => c.kind))) {
    const sheet = procedureOf(kind).facts;
    const columns = Object.keys(sheet.columns);
    const known = await tx.query<{ case_id: string; from_seq: number } & Record<string, FactValue>>(
      `select case_id, from_seq, ${columns.join(', ')} from ${sheet.table}
       where jurisdiction_id = $1 and case_id = any($2::uuid[]) and recorded_to = 'infinity'`,
      [office.jurisdictionId, cases.filter((c) => c.kind === kind).map((c) => c.id)],
    );
    for (const k of known)
      facts.set(k.case_id, {
        from_seq: k.from_seq,
        values: Object.fromEntries(columns.map((c) => [c, k[c] ?? null])),
      });
  }
  return facts;
}

async function pendingTransfers(tx: Tx, of: readonly unknown[]): Promise<Map<string, Transfer>> {
  const rows = await tx.query<{
    id: string;
    case_id: string;
    from_handler_id: string | null;
    sent_on: string;
    from_place: CaseOffice;
    to_place: CaseOffice;
  }>(
    `select t.id, t.case_id, t.from_handler_id, t.sent_on,
            jsonb_build_object('id', f.id, 'path', f.path, 'code', f.code, 'name', f.name) from_place,
            jsonb_build_object('id', o.id, 'path', o.path, 'code', o.code, 'name', o.name) to_place
     from case_transfer t
     join organisation f on f.jurisdiction_id = t.jurisdiction_id and f.id = t.from_id
     join organisation o on o.jurisdiction_id = t.jurisdiction_id and o.id = t.to_id
     where t.jurisdiction_id = $1 and t.case_id = any($2::uuid[]) and t.settled_on is null`,
    of,
  );
  return new Map(
    rows.map((r): [string, Transfer] => [
      r.case_id,
      {
        id: r.id,
        from: r.from_place,
        fromHandlerId: r.from_handler_id,
        to: r.to_place,
        sentOn: r.sent_on,
        settledOn: null,
        outcome: null,
      },
    ]),
  );
}

type Learned = Map<string, { after: number; upTo: number }>;

/** For each fact of the cases to be corrected: the rows between which it came to its present value. */
async function learnedFacts(
  tx: Tx,
  of: readonly unknown[],
  rows: readonly CaseRow[],
  corrected: ReadonlySet<string>,
  procedureOf: (kind: string) => Procedure,
): Promise<Map<string, Learned>> {
  const found = new Map<string, Learned>();
  for (const row of rows.filter((r) => corrected.has(r.id))) {
    const { facts } = procedureOf(row.kind);
    const history = await tx.query<{ from_seq: number } & Record<string, FactValue>>(
      `select from_seq, ${Object.keys(facts.columns).join(', ')} from ${facts.table}
       where jurisdiction_id = $1 and case_id = $2 order by from_seq`,
      [of[0], row.id],
    );
    const learned: Learned = new Map();
    for (const name of Object.keys(facts.columns))
      for (const [i, moment] of history.entries())
        if (moment[name] !== (history[i - 1]?.[name] ?? null))
          learned.set(name, { after: history[i - 1]?.from_seq ?? 0, upTo: moment.from_seq });
    found.set(row.id, learned);
  }
  return found;
}

/** All columns unknown: what a case begins with. */
export const noFacts = (p: Procedure): Record<string, FactValue> =>
  Object.fromEntries(Object.keys(p.facts.columns).map((c) => [c, null]));

/** A stored clock with what the replay of its ledger makes of it. */
export function clockFrom(k: ClockRow, office: Office): Clock {
  if (!isLimitId(k.limit_id)) throw new Error(`unknown limit ${k.limit_id}`);
  const replayed = replay(k.limit_id, k.ledger, office);
  const { id, subject, ledger, raw, due, provisional } = k;
  // What has ended keeps the date it ended by, whatever the calendar says today.
  const outcome =
    replayed.endedOn === null ? replayed : { ...replayed, reckoned: { ...replayed.reckoned, raw, due, provisional } };
  const stored = { due, provisional };
  return { id, limit: k.limit_id, subject, ledger, outcome, stored, isNew: false, changed: false };
}
