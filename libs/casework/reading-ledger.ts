/** 期限账本: each clock of a case with its movements, its reasoning and what would change it; and 试算 over it. */
import type { Actor } from '@anjuan/identity';
import { type Day, isLimitId, type Step } from '@anjuan/law';
import { Clock, Database, type Tx } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { edgesOf } from './any-case';
import { conventionsOf, type LedgerEntry } from './clocks';
import { NotFound } from './errors';
import type { ClockLedgerView, LedgerEntryView, LedgerView, WhatIfView } from './ledger-views';
import {
  approverOn,
  changesOf,
  clockStatusTitles,
  conventionViews,
  duesAlong,
  endOf,
  inOrder,
  lapseOf,
  markView,
  stepViews,
  verbTitle,
  versionView,
  weakestOf,
} from './ledger-words';
import { clockFrom } from './loading';
import { decisionIn } from './override';
import type { Procedure } from './procedure';
import { Procedures } from './procedures';
import { type Horizon, horizonOf, lightOf } from './reading-light';
import { eventsOf, partiesEver } from './reading-page';
import { type SeenCase, seenCases } from './reading-seen';
import type { EventView } from './reading-views';
import { dutyTitles, limitTitle } from './reading-words';
import { type Office, readOffice } from './settings';
import { type Trial, trialSentence, whatIf } from './what-if';

interface ClockRow {
  readonly id: string;
  readonly case_id: string;
  readonly limit_id: string;
  readonly subject: string;
  readonly duty: string;
  readonly status: string;
  readonly law: string;
  readonly article: string;
  readonly started_on: Day;
  readonly raw: Day | null;
  readonly due: Day | null;
  readonly excluded_days: number;
  readonly provisional: boolean;
  readonly ended_on: Day | null;
  readonly ledger: LedgerEntry[];
  readonly steps: readonly Partial<Step>[];
}
/** What the words of a ledger are made from. */
interface Reading {
  readonly procedure: Procedure;
  readonly state: string;
  readonly events: ReadonlyMap<number, EventView>;
  readonly names: ReadonlyMap<string, string>;
  readonly horizon: Horizon;
  readonly office: Office;
}

@Injectable()
export class CaseLedgers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly procedures: Procedures,
  ) {}

  /** Open clocks first, the earliest due at the top. @throws NotFound when there is no such case within reach */
  async ledger(actor: Actor, caseId: string): Promise<LedgerView> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const seen = await this.seen(tx, actor, caseId);
      const at = [actor.jurisdictionId, caseId];
      const office = await readOffice(tx, actor.jurisdictionId);
      const procedure = this.procedures.of(seen.kind);
      const parties = await partiesEver(tx, at);
      const events = await eventsOf(tx, at, procedure, parties);
      const reading: Reading = {
        procedure,
        state: seen.state,
        events: new Map(events.map((e) => [e.seq, e])),
        names: new Map(parties.map((p) => [p.id, p.name])),
        horizon: horizonOf(this.clock.today(), office.calendar),
        office,
      };
      const clocks = await clockRows(tx, at);
      return {
        case: {
          id: seen.id,
          kind: seen.kind,
          kind_title: seen.kind_title,
          number: seen.number,
          register_number: seen.register_number,
          state: seen.state,
          state_title: seen.state_title,
          party_names: seen.party_names,
        },
        as_of: this.clock.today(),
        clocks: clocks.map((k) => clockView(k, reading)),
      };
    });
  }

  /**
   * What the trial would make of one clock of the case; nothing is stored.
   * @throws NotFound (case, clock), FieldErrors, Refusal where the law provides no such thing
   */
  async whatIf(actor: Actor, caseId: string, clockId: string, trial: Trial): Promise<WhatIfView> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const seen = await this.seen(tx, actor, caseId);
      const office = await readOffice(tx, actor.jurisdictionId);
      const row = (await clockRows(tx, [actor.jurisdictionId, caseId])).find((k) => k.id === clockId);
      if (!row) throw new NotFound('期限');
      const clock = clockFrom(row, office);
      const after = whatIf(clock, this.procedures.of(seen.kind), trial, office, this.clock.today());
      const { moved, sentence } = trialSentence(clock.outcome, after);
      const { reckoned } = after;
      return {
        clock_id: clock.id,
        title: limitTitle(clock.limit),
        before: { due: row.due, status: row.status, status_title: clockStatusTitles[row.status] ?? row.status },
        after: {
          law: reckoned.law,
          article: reckoned.article,
          started_on: after.startedOn,
          raw: reckoned.raw,
          due: reckoned.due,
          status: after.status,
          status_title: clockStatusTitles[after.status] ?? after.status,
          excluded_days: reckoned.excludedDays,
          provisional: reckoned.provisional,
          steps: stepViews(reckoned.steps),
          ...markView(reckoned.mark),
        },
        moved_days: moved,
        sentence,
      };
    });
  }

  private async seen(tx: Tx, actor: Actor, caseId: string): Promise<SeenCase> {
    const found = (await seenCases(tx, actor, [caseId], this.procedures)).get(caseId);
    if (!found) throw new NotFound();
    return found;
  }
}

const clockRows = (tx: Tx, at: readonly unknown[]) =>
  tx.query<ClockRow>(
    `select id, case_id, limit_id, subject, duty, status, law, article, started_on, raw, due, excluded_days, provisional,
            ended_on, ledger, steps
     from clock where jurisdiction_id = $1 and case_id = $2
     order by status not in ('running', 'suspended'), due nulls last, started_on, id`,
    at,
  );

function clockView(k: ClockRow, r: Reading): ClockLedgerView {
  const { limit_id, subject, ledger, steps, case_id: _, law, article, duty, ...own } = k;
  if (!isLimitId(limit_id)) throw new Error(`unknown limit ${limit_id}`);
  const open = k.status === 'running' || k.status === 'suspended';
  const clock = { limit: limit_id, status: k.status, provisional: k.provisional };
  return {
    ...own,
    limit: limit_id,
    title: limitTitle(limit_id),
    subject: subject === '' ? null : (r.names.get(subject) ?? subject),
    duty_title: dutyTitles[duty] ?? duty,
    status_title: clockStatusTitles[k.status] ?? k.status,
    manual: decisionIn(ledger) !== undefined,
    version: versionView(limit_id, law, article, k.started_on),
    lapse: lapseOf(limit_id),
    light: lightOf(k, limitTitle(limit_id), r.horizon, r.office.calendar),
    entries: entryViews(limit_id, ledger, r),
    steps: stepViews(steps),
    ...markView(weakestOf(steps)),
    conventions: conventionViews(steps, conventionsOf(ledger)),
    changes: open ? changesOf(clock, r.procedure, r.state, r.horizon.today, r.office) : [],
  };
}

function entryViews(
  limit: Parameters<typeof duesAlong>[0],
  ledger: readonly LedgerEntry[],
  r: Reading,
): LedgerEntryView[] {
  const entries = inOrder(ledger);
  const dues = duesAlong(limit, entries, r.office);
  return entries.map((e, i) => {
    const edge = edgesOf(r.procedure)[e.event];
    const event = r.events.get(e.seq);
    return {
      seq: e.seq,
      verb: e.verb,
      verb_title: verbTitle(e.verb),
      event_title: event?.title ?? edge?.title ?? e.event,
      on: e.on,
      until: e.verb === 'suspend' ? endOf(entries, i) : null,
      days: e.days ?? null,
      reason: (event?.fields ?? []).map((f) => `${f.label}：${f.text}`).join('；'),
      article: e.basis ?? edge?.cite ?? '',
      approver: e.verb === 'extend' ? approverOn(limit, e.on) : null,
      actor: event?.actor ?? null,
      role_title: event?.role_title ?? null,
      recorded_at: event?.recorded_at ?? null,
      late: event?.late ?? false,
      due_after: dues[i] ?? null,
    };
  });
}
