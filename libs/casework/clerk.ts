/**
 * The clerk is the one door: people, imports, the demonstration years and the sweeps all change cases here, under the
 * same rules and in one transaction — case, event, clocks, facts, parties, papers, outbox and audit together or not at all.
 */
import { createHash } from 'node:crypto';
import { type Actor, systemActor } from '@anjuan/identity';
import { type Day, daysBetween } from '@anjuan/law';
import { Clock, Database, shanghaiDay, shanghaiInstant, type Tx, uuidv7, Vault } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { correcting } from './any-case';
import type { Draft, Moment, Origin } from './draft';
import { FieldErrors, IdempotencyConflict, NotFound, Refusal, VersionConflict } from './errors';
import { type Locking, loadDrafts } from './loading';
import { refuseMerger, refuseUnderDuplicate, writeMergers } from './merging';
import { type Named, namedBy, noneNamed } from './named';
import { begin } from './opening';
import { type EventPreview, previewOf, unseen } from './preview';
import { Procedures } from './procedures';
import { mayRead, type Scoped } from './reach';
import { type Cause, takeRecount } from './recount';
import { insertRows } from './rows';
import {
  type ApplyRequest,
  type BatchAnswer,
  type BatchOptions,
  type CaseReceipt,
  type CaseScript,
  type Checked,
  type ClerkOptions,
  type OpenRequest,
  receiptOf,
  type ScriptStep,
} from './scripts';
import { holdCalendar, type Office, readOffice } from './settings';
import { Sittings, takenMeanwhile, writeSittings } from './sittings';
import { withdrawing } from './standing';
import { takeStep } from './step';
import { tables } from './tables';
import { leaveTrail } from './trail';
import { writeDrafts } from './writing';

/** A case before the steps of its script and after them; nothing is written yet. */
interface Taken {
  readonly before: Draft;
  readonly after: Draft;
}

/** Cases loaded and written together while clocks are counted anew. */
const RECOUNTED_AT_ONCE = 500;

/** What a sweep came to: events booked, and the lapsed cases of which the clerk refused the event. */
export interface Swept {
  readonly booked: number;
  /** By case number (register number where there is none yet), with every refusal in Chinese. */
  readonly refused: readonly { readonly case: string; readonly reason: string }[];
}

const isRefused = (e: unknown): e is Error =>
  e instanceof FieldErrors || e instanceof Refusal || e instanceof NotFound || e instanceof VersionConflict;

@Injectable()
export class Clerk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly vault: Vault,
    private readonly procedures: Procedures,
  ) {}

  /** @throws FieldErrors, Refusal, NotFound (organisation, parent), IdempotencyConflict */
  open(actor: Actor, request: OpenRequest, options: ClerkOptions = {}): Promise<CaseReceipt> {
    const { event, happenedOn, fields, further, ...open } = request;
    const steps = [{ event, happenedOn, ...(fields ? { fields } : {}) }, ...(further ?? [])];
    return this.one(actor, { open, steps }, `${request.kind}.${event}`, request, options);
  }

  /** @throws FieldErrors, Refusal, NotFound, VersionConflict, IdempotencyConflict */
  apply(actor: Actor, request: ApplyRequest, options: ClerkOptions = {}): Promise<CaseReceipt> {
    return this.one(actor, scriptOf(request), request.event, request, options);
  }

  /**
   * What the event would do, by the same rules on the same draft; refusals come as they would. One snapshot that can be
   * read alone: nothing is locked, written, audited or kept under a key.
   * @throws FieldErrors, Refusal, NotFound, VersionConflict
   */
  async preview(actor: Actor, request: ApplyRequest): Promise<EventPreview> {
    const [preview] = await this.previews(actor, [scriptOf(request)]);
    if (!preview) throw new Error('the clerk gave no answer');
    return preview;
  }

  /** The same of several cases that change together, in the order of the scripts. @throws the first refusal among them */
  async previews(actor: Actor, scripts: readonly CaseScript[]): Promise<readonly EventPreview[]> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      await tx.execute('set transaction isolation level repeatable read, read only');
      const office = await readOffice(tx, actor.jurisdictionId);
      const { answers } = await this.step(tx, actor, scripts, 'person', office, 'unlocked');
      return scripts.map((script) => {
        const answer = answers.get(script);
        if (!answer) throw new Error('a script without an answer');
        if (answer instanceof Error) throw answer;
        return previewOf(answer.before, answer.after);
      });
    });
  }

  /**
   * Many cases in few round trips, under the same rules. A member that is refused is left out alone; the others are
   * written together. Demonstration data is recorded as of its own days, everything else as of now.
   */
  async batch(actor: Actor, scripts: readonly CaseScript[], options: BatchOptions): Promise<readonly BatchAnswer[]> {
    const attempt = this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const answers = await this.take(tx, actor, scripts, options.origin);
      await options.together?.(tx, answers);
      await leaveTrail(tx, actor, this.clock.now(), 'batch', options.origin, { cases: scripts.length });
      return answers;
    });
    return attempt.catch((error: unknown) => {
      throw isDuplicate(error, 'booking_pkey') ? takenMeanwhile() : error;
    });
  }

  /**
   * Books what the clock may do by itself (视为受理): for each limit that ran out before today the procedure's own event,
   * dated the last day of the limit. Running it again books nothing twice; what it could not book is told every time.
   */
  async sweep(jurisdictionId: number): Promise<Swept> {
    const lapses = this.procedures.all().flatMap((p) => (p.lapses ?? []).map((l) => ({ kind: p.kind, ...l })));
    if (lapses.length === 0) return { booked: 0, refused: [] };
    const actor = systemActor(jurisdictionId);
    return this.database.inJurisdiction(jurisdictionId, async (tx) => {
      const ran = await tx.query<{ case_id: string; kind: string; limit_id: string; due: Day; number: string }>(
        `select k.case_id, c.kind, k.limit_id, k.due, coalesce(c.number, c.register_number) as number from clock k
         join case_file c on c.jurisdiction_id = k.jurisdiction_id and c.id = k.case_id
         where k.jurisdiction_id = $1 and k.status = 'running' and k.due < $2 and k.limit_id = any($3::text[])
         order by k.due, k.case_id`,
        [jurisdictionId, this.clock.today(), lapses.map((l) => l.limit)],
      );
      const scripts = ran.flatMap((r) =>
        lapses
          .filter((l) => l.limit === r.limit_id && l.kind === r.kind)
          .map((l) => ({ number: r.number, caseId: r.case_id, steps: [{ event: l.event, happenedOn: r.due }] })),
      );
      if (scripts.length === 0) return { booked: 0, refused: [] };
      const answers = await this.take(tx, actor, scripts, 'sweep');
      const refused = answers.flatMap((a, i) => {
        const script = scripts[i];
        return a.ok || script === undefined ? [] : [{ case: script.number, reason: a.error.message }];
      });
      const booked = answers.length - refused.length;
      if (booked) await leaveTrail(tx, actor, this.clock.now(), 'sweep', 'clock', { cases: booked });
      return { booked, refused };
    });
  }

  /**
   * Counts the open clocks of the cases anew by the calendar and conventions that are now in force, in the transaction
   * that brought them into force: one event per case in which a date, or a clock's convention, becomes another, in the
   * name of the officer who confirmed. Returns how many cases have such an event.
   */
  async recount(tx: Tx, officer: Actor, caseIds: readonly string[], cause: Cause): Promise<number> {
    const { jurisdictionId } = officer;
    const office = await readOffice(tx, jurisdictionId);
    const moment = this.moment({ event: '', happenedOn: this.clock.today() }, office, 'person');
    let recounted = 0;
    for (let at = 0; at < caseIds.length; at += RECOUNTED_AT_ONCE) {
      const part = caseIds.slice(at, at + RECOUNTED_AT_ONCE);
      const drafts = await loadDrafts(tx, part, (kind) => this.procedures.of(kind), office);
      const changed = [...drafts.values()].filter((draft) => takeRecount(draft, cause, officer, moment));
      await writeDrafts(tx, changed, office, this.clock, this.vault);
      recounted += changed.length;
    }
    await leaveTrail(tx, officer, this.clock.now(), 'recount', cause.id, { cases: recounted });
    return recounted;
  }

  private async one(
    actor: Actor,
    script: Checked,
    action: string,
    request: unknown,
    { idempotencyKey, vouched }: ClerkOptions,
  ): Promise<CaseReceipt> {
    const digest = createHash('sha256').update(JSON.stringify(request)).digest('hex');
    const attempt = () =>
      this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
        const before = idempotencyKey ? await this.answered(tx, actor, idempotencyKey, digest) : undefined;
        if (before) return before;
        const [answer] = await this.take(tx, actor, [vouched ? { ...script, vouched } : script], 'person');
        if (!answer) throw new Error('the clerk gave no answer');
        if (!answer.ok) throw answer.error;
        await leaveTrail(tx, actor, this.clock.now(), action, answer.receipt.id);
        if (idempotencyKey && actor.accountId)
          await insertRows(tx, tables.idempotency, [
            {
              jurisdiction_id: actor.jurisdictionId,
              account_id: actor.accountId,
              key: idempotencyKey,
              digest,
              answer: answer.receipt,
              created_at: this.clock.now(),
            },
          ]);
        return answer.receipt;
      });
    try {
      return await attempt();
    } catch (error) {
      // Two requests with one key at the same moment: the second waits for the first, then finds its answer.
      if (idempotencyKey && isDuplicate(error, 'idempotency_pkey')) return attempt();
      if (isDuplicate(error, 'booking_pkey')) throw takenMeanwhile();
      throw error;
    }
  }

  private async answered(tx: Tx, actor: Actor, key: string, digest: string): Promise<CaseReceipt | undefined> {
    const [row] = await tx.query<{ digest: string; answer: CaseReceipt }>(
      'select digest, answer from idempotency where jurisdiction_id = $1 and account_id = $2 and key = $3',
      [actor.jurisdictionId, actor.accountId, key],
    );
    if (row && row.digest !== digest) throw new IdempotencyConflict();
    return row?.answer;
  }

  private async take(
    tx: Tx,
    actor: Actor,
    scripts: readonly Checked[],
    origin: Origin,
  ): Promise<readonly BatchAnswer[]> {
    await holdCalendar(tx, actor.jurisdictionId, 'shared');
    const office = await readOffice(tx, actor.jurisdictionId);
    const { answers, existing } = await this.step(tx, actor, scripts, origin, office, 'locked');
    const opened = [...answers.values()].flatMap((a) => (a instanceof Error || !a.after.isNew ? [] : [a.after]));
    const drafts = [...opened, ...existing];
    await writeDrafts(tx, drafts, office, this.clock, this.vault);
    await writeSittings(tx, drafts, office.jurisdictionId);
    await writeMergers(tx, drafts, office.jurisdictionId);
    return scripts.map((s) => {
      const a = answers.get(s);
      if (!a) throw new Error('a script without an answer');
      return a instanceof Error ? { ok: false, error: a } : { ok: true, receipt: receiptOf(a.after) };
    });
  }

  /** Loads the cases and takes the scripts' steps in memory. `existing`: every case loaded, as the steps leave it. */
  private async step(
    tx: Tx,
    actor: Actor,
    scripts: readonly Checked[],
    origin: Origin,
    office: Office,
    locking: Locking,
  ): Promise<{ answers: ReadonlyMap<CaseScript, Error | Taken>; existing: readonly Draft[] }> {
    const { named, parents } = await namedBy(tx, actor, office, scripts, this.procedures);
    const ids = scripts.flatMap((s) => (s.caseId === undefined ? [] : [s.caseId]));
    const corrected = new Set(
      scripts.flatMap((s) => (s.caseId !== undefined && s.steps.some((x) => x.event === correcting) ? [s.caseId] : [])),
    );
    const existing = await loadDrafts(tx, ids, (kind) => this.procedures.of(kind), office, corrected, locking);
    const calendar = new Sittings(tx, office.jurisdictionId);
    const answers = new Map<CaseScript, Error | Taken>();
    for (const script of scripts) {
      try {
        const draft =
          script.caseId === undefined
            ? begin(actor, script, origin, named, parents, this.procedures, this.clock.now())
            : found(existing.get(script.caseId), script, actor);
        const trial = {
          ...draft,
          factRows: [...draft.factRows],
          events: [...draft.events],
          papers: [...draft.papers],
          texts: [...draft.texts],
          transfers: [...draft.transfers],
        };
        for (const step of script.steps)
          takeStep(trial, step, step.actor ?? actor, {
            ...this.moment(step, office, origin, named),
            ...(script.vouched ? { vouched: script.vouched } : {}),
          });
        const unconfirmed = locking === 'locked' ? unseen(draft, trial, script.impact) : null;
        if (unconfirmed) throw unconfirmed;
        await calendar.claim(trial);
        const around = { tx, office, locking, batch: existing };
        await refuseMerger(trial, this.procedures.all(), around);
        await refuseUnderDuplicate(draft, trial, around);
        const { facts, mergedInto, procedure, state } = trial;
        parents.set(trial.id, { kind: procedure.kind, state: state ?? '', facts, merged: mergedInto !== null });
        if (script.caseId !== undefined) existing.set(script.caseId, trial);
        answers.set(script, { before: draft, after: trial });
      } catch (error) {
        if (!isRefused(error)) throw error;
        answers.set(script, error);
      }
    }
    // In the order of the scripts, in which numbers are then given: the sweep's are in legal order.
    return { answers, existing: [...new Set(ids)].flatMap((id) => existing.get(id) ?? []) };
  }

  private moment(step: ScriptStep, office: Office, origin: Origin, named: Named = noneNamed): Moment {
    const recordedAt =
      origin === 'demonstration' ? shanghaiInstant(step.recordedOn ?? step.happenedOn, '17:00') : this.clock.now();
    const today = shanghaiDay(recordedAt);
    return {
      office,
      recordedAt,
      origin,
      today,
      newId: uuidv7,
      ...named,
      daysLate: (day) => daysBetween(day, today),
    };
  }
}

const scriptOf = ({ event, happenedOn, fields, caseId, version, impact }: ApplyRequest): CaseScript => ({
  caseId,
  version,
  steps: [{ event, happenedOn, ...(fields ? { fields } : {}) }],
  ...(impact === undefined ? {} : { impact }),
});

/** The draft if the actor may see it and saw its newest version. */
function found(draft: Draft | undefined, script: Checked, actor: Actor): Draft {
  if (!draft) throw new NotFound();
  if (!script.vouched && !mayRead(actor, scopedOf(draft)) && !mayWithdraw(actor, script, draft)) throw new NotFound();
  if (script.version !== undefined && script.version !== draft.version)
    throw new VersionConflict(script.version, draft.version);
  return draft;
}

/** A case on its way is its sender's no more, but for taking it back. */
const mayWithdraw = (actor: Actor, { steps }: Checked, draft: Draft): boolean =>
  draft.transfer !== null &&
  steps.every((s) => s.event === withdrawing) &&
  mayRead(actor, {
    ...scopedOf(draft),
    path: draft.transfer.from.path,
    handlers: [draft.transfer.fromHandlerId],
  });

const scopedOf = (d: Draft): Scoped => ({
  kind: d.procedure.kind,
  path: d.organisation.path,
  handlers: [d.handlerId, d.secondHandlerId],
  readers: d.readers,
});

const isDuplicate = (error: unknown, constraint: string): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '23505' &&
  'constraint' in error &&
  typeof error.constraint === 'string' &&
  error.constraint.includes(constraint);
