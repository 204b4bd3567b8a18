/**
 * The clerk is the one door: people, imports, the demonstration years and the sweeps all change cases here, under the
 * same rules and in one transaction — case, event, clocks, facts, parties, papers, outbox and audit together or not at all.
 */
import { createHash } from 'node:crypto';
import { type Actor, isRole, type Role, systemActor } from '@anjuan/identity';
import { type Day, daysBetween, isDay } from '@anjuan/law';
import { Clock, Database, shanghaiDay, shanghaiInstant, type Tx, uuidv7, Vault } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { correcting } from './any-case';
import type { Draft, Moment, Origin, Step } from './draft';
import { FieldErrors, IdempotencyConflict, NotFound, Refusal, type RefusalReason, VersionConflict } from './errors';
import type { CaseOffice, HeldPost, People } from './handling';
import { type Locking, loadDrafts, loadFacts, noFacts } from './loading';
import { type EventPreview, previewOf } from './preview';
import type { ParentView } from './procedure';
import { Procedures } from './procedures';
import { mayRead, type Scoped } from './reach';
import { type Cause, takeRecount } from './recount';
import { insertRows } from './rows';
import { holdCalendar, type Office, readOffice } from './settings';
import { Sittings, takenMeanwhile, writeSittings } from './sittings';
import { takeStep } from './step';
import { tables } from './tables';
import { leaveTrail } from './trail';
import { writeDrafts } from './writing';

/** Opens a case. `further`: further events on it in the same transaction (one form, one save). */
export interface OpenRequest extends Step {
  readonly kind: string;
  /** Default: a new one. A register's entry that becomes a case gives it its own, so that it can become but one. */
  readonly id?: string;
  readonly organisationId: string;
  /** Default: the person who opens it. Null: nobody yet, it waits to be assigned (分派). */
  readonly handlerId?: string | null;
  /** The instance before, in a chain of suits. */
  readonly parentId?: string;
  /** The number the case bore in an earlier system. */
  readonly legacyNumber?: string;
  readonly further?: readonly Step[];
}
export interface ApplyRequest extends Step {
  readonly caseId: string;
  /** The version the caller saw. */
  readonly version: number;
}
export interface ClerkOptions {
  /** The same key with the same request gives the same answer again, and nothing happens twice. */
  readonly idempotencyKey?: string;
  /**
   * The caller vouches that the actor may act on this one case in this role, whatever their posts reach: the officer of an
   * organ to which a notice of the case is addressed. The edge's own list of roles still decides what may be done.
   */
  readonly vouched?: Role;
}
/** A step of a batch: who does it and, for demonstration data, the day it was recorded (default: the day it happened). */
export interface ScriptStep extends Step {
  readonly actor?: Actor;
  readonly recordedOn?: Day;
}
/** A case of a batch: opened by its first step, or continued where `caseId` names it. */
export interface CaseScript {
  readonly open?: Omit<OpenRequest, 'further' | keyof Step>;
  readonly caseId?: string;
  /** The version the caller saw; absent: whichever there is. */
  readonly version?: number;
  readonly steps: readonly ScriptStep[];
}
export interface BatchOptions {
  readonly origin: Origin;
  /** What else must be written together with the cases, or not at all. */
  readonly together?: (tx: Tx, answers: readonly BatchAnswer[]) => Promise<void>;
}
export interface CaseReceipt {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly state: string;
  readonly number: string | null;
  readonly registerNumber: string;
  /** What was said of the events without standing in their way. */
  readonly warnings: readonly RefusalReason[];
}
export type BatchAnswer =
  | { readonly ok: true; readonly receipt: CaseReceipt }
  | { readonly ok: false; readonly error: Error };

/** A script with what was vouched for by the caller. */
type Checked = CaseScript & { readonly vouched?: Role };
/** What the fields of steps may name. */
type Named = Pick<Moment, 'people' | 'organisations' | 'cases'>;
const noneNamed: Named = { people: new Map(), organisations: new Map(), cases: new Map() };
interface PersonRow {
  readonly id: string;
  readonly role: string | null;
  readonly valid_from: Day | null;
  readonly valid_to: Day | null;
  readonly organisation: HeldPost['organisation'] | null;
}

/** A case before the steps of its script and after them; nothing is written yet. */
interface Taken {
  readonly before: Draft;
  readonly after: Draft;
}

/** Cases loaded and written together while clocks are counted anew. */
const RECOUNTED_AT_ONCE = 500;

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
    const { event, happenedOn, fields, caseId, version } = request;
    const script = { caseId, version, steps: [{ event, happenedOn, ...(fields ? { fields } : {}) }] };
    return this.one(actor, script, event, request, options);
  }

  /**
   * What the event would do, by the same rules on the same draft; refusals come as they would. One snapshot that can be
   * read alone: nothing is locked, written, audited or kept under a key.
   * @throws FieldErrors, Refusal, NotFound, VersionConflict
   */
  preview(actor: Actor, request: ApplyRequest): Promise<EventPreview> {
    const { event, happenedOn, fields, caseId, version } = request;
    const script = { caseId, version, steps: [{ event, happenedOn, ...(fields ? { fields } : {}) }] };
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      await tx.execute('set transaction isolation level repeatable read, read only');
      const office = await readOffice(tx, actor.jurisdictionId);
      const { answers } = await this.step(tx, actor, [script], 'person', office, 'unlocked');
      const answer = answers.get(script);
      if (!answer) throw new Error('the clerk gave no answer');
      if (answer instanceof Error) throw answer;
      return previewOf(answer.before, answer.after);
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
   * dated the last day of the limit. Returns how many were booked; running it again books nothing twice.
   */
  async sweep(jurisdictionId: number): Promise<number> {
    const lapses = this.procedures.all().flatMap((p) => (p.lapses ?? []).map((l) => ({ kind: p.kind, ...l })));
    if (lapses.length === 0) return 0;
    const actor = systemActor(jurisdictionId);
    return this.database.inJurisdiction(jurisdictionId, async (tx) => {
      const ran = await tx.query<{ case_id: string; kind: string; limit_id: string; due: Day }>(
        `select k.case_id, c.kind, k.limit_id, k.due from clock k
         join case_file c on c.jurisdiction_id = k.jurisdiction_id and c.id = k.case_id
         where k.jurisdiction_id = $1 and k.status = 'running' and k.due < $2 and k.limit_id = any($3::text[])
         order by k.due, k.case_id`,
        [jurisdictionId, this.clock.today(), lapses.map((l) => l.limit)],
      );
      const scripts = ran.flatMap((r) =>
        lapses
          .filter((l) => l.limit === r.limit_id && l.kind === r.kind)
          .map((l) => ({ caseId: r.case_id, steps: [{ event: l.event, happenedOn: r.due }] })),
      );
      if (scripts.length === 0) return 0;
      const answers = await this.take(tx, actor, scripts, 'sweep');
      const booked = answers.filter((a) => a.ok).length;
      if (booked) await leaveTrail(tx, actor, this.clock.now(), 'sweep', 'clock', { cases: booked });
      return booked;
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
    const organisations = await this.organisations(tx, office, scripts);
    const { cases, parents } = await this.cases(tx, actor, office, scripts);
    const people = await this.people(tx, office, scripts);
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
            ? this.begin(actor, script, origin, organisations, parents, people)
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
            ...this.moment(step, office, origin, { people, organisations, cases }),
            ...(script.vouched ? { vouched: script.vouched } : {}),
          });
        await calendar.claim(trial);
        parents.set(trial.id, { kind: trial.procedure.kind, state: trial.state ?? '', facts: trial.facts });
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

  private begin(
    actor: Actor,
    script: CaseScript,
    origin: Origin,
    organisations: ReadonlyMap<string, CaseOffice>,
    parents: ReadonlyMap<string, ParentView>,
    people: People,
  ): Draft {
    const { open, steps } = script;
    const first = steps[0];
    if (!open || !first) throw new Error('a script opens a case or names one');
    const organisation = organisations.get(open.organisationId);
    if (!organisation) throw new NotFound('单位');
    const parent = open.parentId === undefined ? undefined : parents.get(open.parentId);
    if (open.parentId !== undefined && !parent) throw new NotFound('前案');
    if (open.handlerId && !people.has(open.handlerId)) throw new NotFound('承办人');
    const procedure = this.procedures.of(open.kind);
    const recordedAt =
      origin === 'demonstration' && isDay(first.happenedOn)
        ? shanghaiInstant(first.recordedOn ?? first.happenedOn, '17:00')
        : this.clock.now();
    return {
      id: open.id ?? uuidv7(),
      procedure,
      organisation,
      parentId: open.parentId ?? null,
      ...(parent ? { parent } : {}),
      handlerId: open.handlerId === undefined ? (first.actor ?? actor).personId : open.handlerId,
      secondHandlerId: null,
      barred: [],
      legacyNumber: open.legacyNumber ?? null,
      origin,
      isNew: true,
      createdAt: recordedAt,
      state: null,
      stateSince: null,
      openedOn: null,
      version: 0,
      registerNumber: null,
      number: null,
      earned: null,
      facts: noFacts(procedure),
      factsFrom: null,
      factRows: [],
      lines: [],
      learned: new Map(),
      flag: null,
      readers: null,
      transfer: null,
      transfers: [],
      seriesId: null,
      leadsSeries: false,
      sitting: undefined,
      parties: [],
      clocks: [],
      history: [],
      events: [],
      papers: [],
      texts: [],
    };
  }

  private async organisations(tx: Tx, office: Office, scripts: readonly CaseScript[]) {
    const opened = scripts.flatMap((s) => (s.open ? [s.open.organisationId] : []));
    const ids = [...new Set([...opened, ...namedIn(scripts)].filter(isUuid))];
    const rows = ids.length
      ? await tx.query<{ id: string; path: string; code: string; name: string }>(
          'select id, path, code, name from organisation where jurisdiction_id = $1 and id = any($2::uuid[])',
          [office.jurisdictionId, ids],
        )
      : [];
    return new Map(rows.map((r) => [r.id, r]));
  }

  /**
   * Parents and cases named in fields that the actor may see, and those that the same batch opens: id to kind. Of the
   * parents also where they stand and their facts; those of the same batch join them as they are taken.
   */
  private async cases(
    tx: Tx,
    actor: Actor,
    office: Office,
    scripts: readonly CaseScript[],
  ): Promise<{ cases: ReadonlyMap<string, string>; parents: Map<string, ParentView> }> {
    const above = new Set(scripts.flatMap((s) => (s.open?.parentId ? [s.open.parentId] : [])));
    const ids = [...new Set([...above, ...namedIn(scripts)].filter(isUuid))];
    const rows = ids.length
      ? await tx.query<Scoped & { id: string; state: string }>(
          `select c.id, c.kind, c.state, o.path, array[c.handler_id, c.second_handler_id] handlers, c.readers from case_file c
           join organisation o on o.jurisdiction_id = c.jurisdiction_id and o.id = c.organisation_id
           where c.jurisdiction_id = $1 and c.id = any($2::uuid[])`,
          [office.jurisdictionId, ids],
        )
      : [];
    const seen = rows.filter((r) => mayRead(actor, r));
    const inBatch = scripts.flatMap((s) => (s.open?.id ? [[s.open.id, s.open.kind] as const] : []));
    const parents = seen.filter((r) => above.has(r.id));
    const facts = await loadFacts(tx, office, parents, (kind) => this.procedures.of(kind));
    return {
      cases: new Map([...seen.map((r) => [r.id, r.kind] as const), ...inBatch]),
      parents: new Map(
        parents.map((r) => [r.id, { kind: r.kind, state: r.state, facts: facts.get(r.id)?.values ?? {} }]),
      ),
    };
  }

  /** Of all people that the steps name, those the jurisdiction knows, with their posts. */
  private async people(tx: Tx, office: Office, scripts: readonly CaseScript[]): Promise<People> {
    const handlers = scripts.flatMap((s) => (s.open?.handlerId ? [s.open.handlerId] : []));
    const ids = [...new Set([...handlers, ...namedIn(scripts)].filter(isUuid))];
    const people = new Map<string, HeldPost[]>();
    if (ids.length === 0) return people;
    const rows = await tx.query<PersonRow>(
      `select p.id, post.role, post.valid_from, post.valid_to, to_jsonb(o) as organisation from person p
       left join post on post.jurisdiction_id = p.jurisdiction_id and post.person_id = p.id
       left join lateral (select o.id, o.path, o.code, o.name from organisation o
         where o.jurisdiction_id = post.jurisdiction_id and o.id = post.organisation_id) o on true
       where p.jurisdiction_id = $1 and p.id = any($2::uuid[])`,
      [office.jurisdictionId, ids],
    );
    for (const { id, role, valid_from, valid_to, organisation } of rows) {
      const posts = people.get(id) ?? [];
      if (role !== null && isRole(role) && valid_from !== null && organisation !== null)
        posts.push({ role, organisation, from: valid_from, to: valid_to });
      people.set(id, posts);
    }
    return people;
  }
}

/** The draft if the actor may see it and saw its newest version. */
function found(draft: Draft | undefined, script: Checked, actor: Actor): Draft {
  if (!draft) throw new NotFound();
  if (!script.vouched && !mayRead(actor, scopedOf(draft))) throw new NotFound();
  if (script.version !== undefined && script.version !== draft.version)
    throw new VersionConflict(script.version, draft.version);
  return draft;
}

/** Every value that may be the id of somebody or something. */
const namedIn = (scripts: readonly CaseScript[]): unknown[] =>
  scripts.flatMap((s) => s.steps.flatMap((step) => Object.values(step.fields ?? {}).flat()));

const scopedOf = (d: Draft): Scoped => ({
  kind: d.procedure.kind,
  path: d.organisation.path,
  handlers: [d.handlerId, d.secondHandlerId],
  readers: d.readers,
});

function receiptOf(d: Draft): CaseReceipt {
  if (d.state === null || d.registerNumber === null) throw new Error('a case without state or number');
  return {
    id: d.id,
    kind: d.procedure.kind,
    version: d.version,
    state: d.state,
    number: d.number,
    registerNumber: d.registerNumber,
    warnings: d.events.flatMap((e) => e.warnings),
  };
}

const isUuid = (v: unknown): v is string =>
  typeof v === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(v);

const isDuplicate = (error: unknown, constraint: string): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '23505' &&
  'constraint' in error &&
  typeof error.constraint === 'string' &&
  error.constraint.includes(constraint);
