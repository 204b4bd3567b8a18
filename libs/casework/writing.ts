/** Rows from drafts: what the steps changed, in a handful of statements for any number of cases. */
import { type Clock as PlatformClock, shanghaiDay, type Tx, uuidv7, type Vault } from '@anjuan/platform';
import { type Clock, dutyOf } from './clocks';
import type { Draft, DraftPaper } from './draft';
import { grouped, insertRows, type Row } from './rows';
import type { Office } from './settings';
import { factTable, lineTable, tables } from './tables';

/** Writes what the steps changed: case, events, parties, texts, clocks, facts, papers, outbox. */
export async function writeDrafts(
  tx: Tx,
  drafts: readonly Draft[],
  office: Office,
  clock: PlatformClock,
  vault: Vault,
): Promise<void> {
  const changed = drafts.filter((d) => d.events.length > 0);
  const jurisdiction_id = office.jurisdictionId;
  const rowsOf = (make: (d: Draft) => readonly Row[]) =>
    changed.flatMap((d) => make(d).map((row) => ({ jurisdiction_id, ...row })));
  const now = clock.now();
  const paperNumbers = await numberThem(tx, changed, office);
  await insertRows(
    tx,
    tables.caseFile,
    rowsOf((d) => [caseRow(d, now)]),
    true,
  );
  await insertRows(
    tx,
    tables.event,
    rowsOf((d) =>
      d.events.map((e) => ({
        recorded_year: shanghaiYear(e.recordedAt),
        case_id: d.id,
        seq: e.seq,
        name: e.name,
        from_state: e.fromState,
        to_state: e.toState,
        happened_on: e.happenedOn,
        recorded_at: e.recordedAt,
        late: e.late,
        origin: e.origin,
        actor_id: e.actorId,
        role: e.role,
        payload: e.payload,
      })),
    ),
  );
  const newParties = (d: Draft) => d.parties.filter((p) => p.isNew || p.revised);
  await closeParties(tx, changed, jurisdiction_id);
  await insertRows(
    tx,
    tables.party,
    rowsOf((d) =>
      newParties(d).map((p) => ({
        id: p.id,
        revision: p.revision,
        case_id: d.id,
        role: p.role,
        kind: p.kind,
        name: p.name,
        id_number: p.id_number ?? null,
        phone: p.phone ?? null,
        address: p.address ?? null,
        recorded_from: p.recordedAt,
        recorded_to: 'infinity',
      })),
    ),
  );
  await insertRows(
    tx,
    tables.partyGram,
    rowsOf((d) =>
      newParties(d).flatMap((p) => gramsOf(p.name).map((gram) => ({ gram, party_id: p.id, case_id: d.id }))),
    ),
  );
  await insertRows(
    tx,
    tables.caseText,
    rowsOf((d) => d.texts.map((t) => ({ case_id: d.id, ...t }))),
  );
  await insertRows(
    tx,
    tables.clock,
    rowsOf((d) => d.clocks.filter((k) => k.changed).map((k) => clockRow(d.id, k))),
    true,
  );
  await insertRows(
    tx,
    tables.caseTransfer,
    rowsOf((d) =>
      d.transfers.map((t) => ({
        id: t.id,
        case_id: d.id,
        from_id: t.from.id,
        from_handler_id: t.fromHandlerId,
        to_id: t.to.id,
        sent_on: t.sentOn,
        settled_on: t.settledOn,
        outcome: t.outcome,
      })),
    ),
    true,
  );
  await writeFacts(tx, changed, office);
  await writeLines(tx, changed, office);
  await writePapers(tx, changed, office, vault, paperNumbers);
  await insertRows(
    tx,
    tables.outbox,
    rowsOf((d) =>
      d.clocks.some(reminds) || changesHands(d)
        ? [{ id: uuidv7(), topic: 'clock-changed', case_id: d.id, created_at: now, relayed_at: null }]
        : [],
    ),
  );
  await hint(tx, changed, office);
}

/** A change that may make or withdraw reminders: of our own people's or a respondent's clock that is or was running. */
const reminds = (k: Clock): boolean => {
  const duty = dutyOf(k.limit);
  const ends = k.outcome.status === 'met' || k.outcome.status === 'cancelled';
  return k.changed && (duty === 'own' || duty === 'respondent') && !(k.isNew && ends);
};

/** The reminders of a case go with it to whoever has it now. */
const changesHands = (d: Draft): boolean =>
  !d.isNew &&
  d.events.some((e) => e.payload.handling !== undefined) &&
  d.clocks.some((k) => k.outcome.status === 'running');

const shanghaiYear = (at: Date) => Number(shanghaiDay(at).slice(0, 4));

function caseRow(d: Draft, now: Date): Row {
  return {
    id: d.id,
    kind: d.procedure.kind,
    organisation_id: d.organisation.id,
    parent_id: d.parentId,
    handler_id: d.handlerId,
    flag: d.flag,
    readers: d.readers,
    series_id: d.seriesId,
    leads_series: d.seriesId === null ? null : d.leadsSeries,
    second_handler_id: d.secondHandlerId,
    barred: d.barred.length ? d.barred : null,
    merged_into: d.mergedInto,
    state: d.state,
    state_since: d.stateSince,
    version: d.version,
    register_number: d.registerNumber,
    number: d.number,
    legacy_number: d.legacyNumber,
    opened_on: d.openedOn,
    origin: d.origin,
    created_at: d.createdAt,
    updated_at: d.events.at(-1)?.recordedAt ?? now,
  };
}

function clockRow(caseId: string, k: Clock): Row {
  const { reckoned, status, startedOn, endedOn } = k.outcome;
  return {
    id: k.id,
    case_id: caseId,
    limit_id: k.limit,
    subject: k.subject,
    duty: dutyOf(k.limit),
    status,
    law: reckoned.law,
    article: reckoned.article,
    started_on: startedOn,
    raw: reckoned.raw,
    due: reckoned.due,
    excluded_days: reckoned.excludedDays,
    provisional: reckoned.provisional,
    earliest: reckoned.earliest,
    latest: reckoned.latest,
    verified: reckoned.verified,
    ended_on: endedOn,
    ledger: k.ledger,
    steps: reckoned.steps,
  };
}

/** One and two characters at a time: a two-character name is normal, and trigrams would miss it. */
export function gramsOf(name: string): string[] {
  const chars = [...name.replace(/\s/g, '')];
  return [...new Set([...chars, ...chars.slice(1).map((c, i) => `${chars[i]}${c}`)])];
}

/** Rows of corrected and struck parties end here; what the search found them by goes with them. */
async function closeParties(tx: Tx, drafts: readonly Draft[], jurisdictionId: number): Promise<void> {
  const closed = drafts.flatMap((d) => [
    ...d.struck.map(({ id, at }) => ({ id, at })),
    ...d.parties.flatMap((p) => (p.revised ? [{ id: p.id, at: p.recordedAt }] : [])),
  ]);
  if (closed.length === 0) return;
  await tx.execute(
    `update party p set recorded_to = r.at from jsonb_to_recordset($2::jsonb) as r(id uuid, at timestamptz)
     where p.jurisdiction_id = $1 and p.id = r.id and p.recorded_to = 'infinity'`,
    [jurisdictionId, JSON.stringify(closed)],
  );
  await tx.execute('delete from party_gram where jurisdiction_id = $1 and party_id = any($2::uuid[])', [
    jurisdictionId,
    closed.map((c) => c.id),
  ]);
}

async function writeFacts(tx: Tx, drafts: readonly Draft[], office: Office): Promise<void> {
  for (const [sheet, group] of grouped(drafts, (d) => d.procedure.facts)) {
    const ends = group.flatMap((d) => {
      const first = d.factRows[0];
      return d.factsFrom === null || !first
        ? []
        : [{ case_id: d.id, from_seq: d.factsFrom, recorded_to: first.recordedAt }];
    });
    if (ends.length)
      await tx.execute(
        `update ${sheet.table} f set recorded_to = r.recorded_to
         from jsonb_to_recordset($2::jsonb) as r(case_id uuid, from_seq int, recorded_to timestamptz)
         where f.jurisdiction_id = $1 and f.case_id = r.case_id and f.from_seq = r.from_seq`,
        [office.jurisdictionId, JSON.stringify(ends)],
      );
    const rows = group.flatMap((d) =>
      d.factRows.map((f, i) => ({
        jurisdiction_id: office.jurisdictionId,
        case_id: d.id,
        from_seq: f.seq,
        recorded_from: f.recordedAt,
        recorded_to: d.factRows[i + 1]?.recordedAt ?? 'infinity',
        organisation_id: f.organisationId,
        ...f.facts,
      })),
    );
    await insertRows(tx, factTable(sheet), rows);
  }
}

async function writeLines(tx: Tx, drafts: readonly Draft[], office: Office): Promise<void> {
  const jurisdiction_id = office.jurisdictionId;
  for (const [sheet, group] of grouped(drafts, (d) => d.procedure.lines)) {
    if (!sheet) continue;
    const changed = group.flatMap((d) => d.lines.map((l) => ({ d, l }))).filter(({ l }) => l.pending.length > 0);
    const ends = changed.flatMap(({ d, l }) =>
      l.from === null ? [] : [{ case_id: d.id, line: l.line, from_seq: l.from, recorded_to: l.pending[0]?.recordedAt }],
    );
    if (ends.length)
      await tx.execute(
        `update ${sheet.table} f set recorded_to = r.recorded_to
         from jsonb_to_recordset($2::jsonb) as r(case_id uuid, line text, from_seq int, recorded_to timestamptz)
         where f.jurisdiction_id = $1 and f.case_id = r.case_id and f.line = r.line and f.from_seq = r.from_seq`,
        [jurisdiction_id, JSON.stringify(ends)],
      );
    const rows = changed.flatMap(({ d, l }) =>
      l.pending.map((p, i) => ({
        jurisdiction_id,
        case_id: d.id,
        line: l.line,
        from_seq: p.seq,
        recorded_from: p.recordedAt,
        recorded_to: l.pending[i + 1]?.recordedAt ?? 'infinity',
        organisation_id: p.organisationId,
        ...p.values,
      })),
    );
    await insertRows(tx, lineTable(sheet), rows);
  }
}

interface Claim {
  readonly organisation_id: string;
  readonly series: string;
  readonly year: number;
  /** Receives the sequence number. */
  readonly give: (n: number) => void;
}

/**
 * Gapless numbers, given after all checks: register numbers, case numbers, papers. Counters are locked in sorted order
 * and go back with the transaction, so nothing is skipped and nothing is given twice.
 */
async function numberThem(tx: Tx, drafts: readonly Draft[], office: Office): Promise<Map<DraftPaper, string>> {
  const papers = new Map<DraftPaper, string>();
  const claims: Claim[] = [];
  for (const d of drafts) {
    const { kind } = d.procedure;
    const { id: organisation_id, code } = d.organisation;
    if (d.isNew && d.openedOn) {
      const year = Number(d.openedOn.slice(0, 4));
      const give = (n: number) => {
        d.registerNumber = office.format('register', code, kind, year, n);
      };
      claims.push({ organisation_id, series: `register.${kind}`, year, give });
    }
    const { earned } = d;
    if (earned !== null) {
      const give = (n: number) => {
        d.number = office.format('case', code, kind, earned, n);
      };
      claims.push({ organisation_id, series: `case.${kind}`, year: earned, give });
    }
    for (const p of d.papers) {
      const { series } = p.sheet;
      if (series === null) continue;
      const year = Number(p.issuedOn.slice(0, 4));
      const give = (n: number) => papers.set(p, office.format('paper', code, series, year, n));
      claims.push({ organisation_id, series: `paper.${series}`, year, give });
    }
  }
  const byCounter = grouped(claims, (c) => `${c.organisation_id} ${c.series} ${c.year}`);
  const wanted = [...byCounter.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) =>
      group
        .slice(0, 1)
        .map(({ organisation_id, series, year }) => ({ organisation_id, series, year, last: group.length })),
    );
  if (wanted.length === 0) return papers;
  const given = await tx.query<{ organisation_id: string; series: string; year: number; last: number }>(
    `insert into number_counter (jurisdiction_id, organisation_id, series, year, last)
     select $1, organisation_id, series, year, last
     from jsonb_to_recordset($2::jsonb) as r(organisation_id uuid, series text, year int, last int)
     on conflict (jurisdiction_id, organisation_id, series, year) do update set last = number_counter.last + excluded.last
     returning organisation_id, series, year, last`,
    [office.jurisdictionId, JSON.stringify(wanted)],
  );
  for (const g of given) {
    const group = byCounter.get(`${g.organisation_id} ${g.series} ${g.year}`) ?? [];
    for (const [i, claim] of group.entries()) claim.give(g.last - group.length + i + 1);
  }
  return papers;
}

async function writePapers(
  tx: Tx,
  drafts: readonly Draft[],
  office: Office,
  vault: Vault,
  numbers: ReadonlyMap<DraftPaper, string>,
): Promise<void> {
  const withPapers = drafts.filter((d) => d.papers.length > 0);
  if (withPapers.length === 0) return;
  const { jurisdictionId: jurisdiction_id } = office;
  const old = withPapers.filter((d) => !d.isNew).map((d) => d.id);
  const stored = old.length
    ? await tx.query<{ case_id: string; sealed: Buffer }>(
        'select case_id, sealed from case_key where jurisdiction_id = $1 and case_id = any($2::uuid[])',
        [jurisdiction_id, old],
      )
    : [];
  const keys = new Map(stored.map((k) => [k.case_id, vault.openKey(k.sealed)]));
  const newKeys: Row[] = [];
  const rows: Row[] = [];
  for (const d of withPapers) {
    let key = keys.get(d.id);
    if (!key) {
      key = vault.newKey();
      newKeys.push({ jurisdiction_id, case_id: d.id, sealed: hex(vault.sealKey(key)) });
    }
    for (const p of d.papers) {
      const number = numbers.get(p) ?? null;
      const data = p.sheet.data({
        caseNumber: d.number,
        paperNumber: number,
        organisation: d.organisation.name,
        happenedOn: p.issuedOn,
        facts: p.facts,
        fields: p.fields,
        parties: d.parties,
        due: p.due,
      });
      const snapshot = hex(vault.seal(key, Buffer.from(JSON.stringify(data), 'utf8')));
      rows.push({
        jurisdiction_id,
        id: p.id,
        case_id: d.id,
        seq: p.seq,
        code: p.sheet.code,
        number,
        issued_on: p.issuedOn,
        snapshot,
      });
    }
  }
  await insertRows(tx, tables.caseKey, newKeys);
  await insertRows(tx, tables.paper, rows);
}

/** How PostgreSQL reads bytes from JSON. */
const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;

/** Tells the sweeps the first day on which something of this jurisdiction may fall due. */
async function hint(tx: Tx, drafts: readonly Draft[], office: Office): Promise<void> {
  const due = drafts
    .flatMap((d) => d.clocks)
    .flatMap((k) =>
      k.changed && k.outcome.status === 'running' && k.outcome.reckoned.due ? [k.outcome.reckoned.due] : [],
    )
    .sort()[0];
  if (due === undefined) return;
  const [known] = await tx.query<{ next_on: string }>('select next_on from due_hint where jurisdiction_id = $1', [
    office.jurisdictionId,
  ]);
  if (known && known.next_on <= due) return;
  await tx.execute(
    `insert into due_hint (jurisdiction_id, next_on) values ($1, $2)
     on conflict (jurisdiction_id) do update set next_on = least(due_hint.next_on, excluded.next_on)`,
    [office.jurisdictionId, due],
  );
}
