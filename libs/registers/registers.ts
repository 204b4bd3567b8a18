/** The one door through which registers are kept: entering, amending, striking out. Every change is a revision. */
import {
  checkFields,
  type FieldError,
  FieldErrors,
  leaveTrail,
  NotFound,
  Refusal,
  type RefusalReason,
  type Value,
  type Values,
  VersionConflict,
} from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import { Clock, Database, shanghaiInstant, type Tx, uuidv7 } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { registerNamed, registers } from './catalogue';
import { pathsOf, under } from './reach';
import type { Register } from './register';
import { type EntryRow, locked, standing, write } from './rows';

type Given = Readonly<Record<string, unknown>>;
export interface NewEntry {
  /** Given where others in the same load refer to it. */
  readonly id?: string;
  readonly organisationId: string;
  readonly values: Given;
  /** Demonstration data only: the day it was recorded. */
  readonly recordedOn?: Day;
}
export interface EntryReceipt {
  readonly id: string;
  readonly revision: number;
}
interface Checked {
  readonly values: Values;
  readonly referred: Readonly<Record<string, Values>>;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class Registers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws FieldErrors, Refusal, NotFound (register, organisation) */
  async enter(actor: Actor, name: string, entry: NewEntry): Promise<EntryReceipt> {
    const [receipt] = await this.enterAll(actor, name, [entry]);
    if (!receipt) throw new Error('nothing was entered');
    return receipt;
  }

  /** Many entries of one register, all or none, in few round trips and under the same rules. */
  async enterAll(actor: Actor, name: string, entries: readonly NewEntry[]): Promise<readonly EntryReceipt[]> {
    const register = known(name);
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      await this.assertKept(tx, actor, register, [...new Set(entries.map((e) => e.organisationId))]);
      const checked = await this.check(tx, actor, register, entries);
      const rows = entries.map((e, i) => ({
        id: e.id ?? uuidv7(),
        revision: 1,
        organisation_id: e.organisationId,
        case_id: null,
        recorded_by: actor.personId,
        values: judged(register, checked[i] ?? { values: {}, referred: {} }, null),
        at: e.recordedOn === undefined ? this.clock.now() : shanghaiInstant(e.recordedOn, '17:00'),
      }));
      for (const row of rows) await this.endPredecessor(tx, actor, register, row.values, row.at);
      await write(tx, register, actor.jurisdictionId, rows);
      await this.audit(tx, actor, `${name}.enter`, rows.length === 1 ? (rows[0]?.id ?? name) : name, rows.length);
      return rows.map(({ id, revision }) => ({ id, revision }));
    });
  }

  /**
   * Replaces what an entry says; the entry keeps its organisation and its past.
   * @throws FieldErrors, Refusal, NotFound, VersionConflict
   */
  amend(actor: Actor, name: string, id: string, revision: number, values: Given): Promise<EntryReceipt> {
    const register = known(name);
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const before = await this.held(tx, actor, register, id, revision);
      const [checked] = await this.check(tx, actor, register, [{ values }]);
      if (!checked) throw new Error('nothing was checked');
      const after = judged(register, checked, before.case_id);
      const moved = (register.fixed ?? []).filter((f) => before.values[f] !== after[f]);
      if (moved.length) await this.assertUnreferenced(tx, actor, register, id, '不能改动这一项');
      const receipt = await this.revise(tx, actor, register, before, after, before.case_id);
      await this.endFollowers(tx, actor, register, id, after);
      await this.audit(tx, actor, `${name}.amend`, id, receipt.revision);
      return receipt;
    });
  }

  /** Strikes out what was entered by mistake: the entry no longer stands, its revisions stay. */
  strike(actor: Actor, name: string, id: string, revision: number): Promise<EntryReceipt> {
    const register = known(name);
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const before = await this.held(tx, actor, register, id, revision);
      if (before.case_id !== null) throw refused('register.turned', '本条已转为案件，不能作废。', register.cite);
      await this.assertUnreferenced(tx, actor, register, id, '不能作废');
      await tx.execute(
        `update ${register.sheet.table} set recorded_to = $3
         where jurisdiction_id = $1 and id = $2 and recorded_to = 'infinity'`,
        [actor.jurisdictionId, id, this.clock.now()],
      );
      await this.audit(tx, actor, `${name}.strike`, id, revision);
      return { id, revision };
    });
  }

  /** The standing entry in the actor's hands. @throws NotFound, VersionConflict */
  hold(actor: Actor, name: string, id: string, revision: number): Promise<EntryRow> {
    return this.database.inJurisdiction(actor.jurisdictionId, (tx) => this.held(tx, actor, known(name), id, revision));
  }

  /** Says of an entry that it became the case of the same id; saying it again changes nothing. */
  link(actor: Actor, name: string, id: string): Promise<void> {
    const register = known(name);
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const before = await locked(tx, register, 'f.jurisdiction_id = $1 and f.id = $2 and f.case_id is null', [
        actor.jurisdictionId,
        id,
      ]);
      if (!before) return;
      await this.revise(tx, actor, register, before, { ...before.values, ...register.turns?.sets }, id);
      await this.audit(tx, actor, `${name}.turn`, id, before.revision + 1);
    });
  }

  private async held(tx: Tx, actor: Actor, register: Register, id: string, revision: number): Promise<EntryRow> {
    const row = await locked(tx, register, `f.jurisdiction_id = $1 and f.id = $2 and ${under('$3')}`, [
      actor.jurisdictionId,
      id,
      pathsOf(actor, register.keep),
    ]);
    if (!row) throw new NotFound(register.title);
    if (row.revision !== revision) throw new VersionConflict(revision, row.revision);
    return row;
  }

  private async revise(
    tx: Tx,
    actor: Actor,
    register: Register,
    before: EntryRow,
    values: Values,
    caseId: string | null,
    at = this.clock.now(),
  ): Promise<EntryReceipt> {
    const revision = before.revision + 1;
    const row = { ...before, revision, values, case_id: caseId, recorded_by: actor.personId, at };
    await write(tx, register, actor.jurisdictionId, [row]);
    return { id: before.id, revision };
  }

  private async assertKept(tx: Tx, actor: Actor, register: Register, ids: readonly string[]): Promise<void> {
    const rows = await tx.query<{ id: string }>(
      `select o.id from organisation o where o.jurisdiction_id = $1 and o.id = any($2::uuid[]) and ${under('$3')}`,
      [actor.jurisdictionId, ids.filter((id) => uuid.test(id)), pathsOf(actor, register.keep)],
    );
    if (rows.length !== ids.length) throw new NotFound('单位');
  }

  /** Fields first, then what they refer to; every mistake of the first faulty entry is listed. */
  private async check(
    tx: Tx,
    actor: Actor,
    register: Register,
    entries: readonly Pick<NewEntry, 'values' | 'recordedOn'>[],
  ): Promise<readonly Checked[]> {
    const fields = { ...register.texts, ...register.sheet.columns };
    const targets = new Map<string, ReadonlyMap<string, Values>>();
    for (const [ref, { to, kinds }] of Object.entries(register.refs)) {
      const ids = entries.map((e) => e.values[ref]).filter((v): v is string => typeof v === 'string' && uuid.test(v));
      targets.set(ref, await this.targets(tx, actor, to, kinds, [...new Set(ids)]));
    }
    return entries.map((e) => {
      const own = Object.fromEntries(Object.entries(e.values).filter(([k]) => !Object.hasOwn(register.refs, k)));
      const { values, errors } = checkFields(fields, own, e.recordedOn ?? this.clock.today());
      const found: FieldError[] = [...errors];
      const named: Record<string, Value> = {};
      const referred: Record<string, Values> = {};
      for (const [ref, { label, required }] of Object.entries(register.refs)) {
        const value = e.values[ref] ?? null;
        if (value === null && required) found.push({ field: ref, value, rule: `${label}必填` });
        const target = typeof value === 'string' ? targets.get(ref)?.get(value) : undefined;
        if (value !== null && !target) found.push({ field: ref, value, rule: `${label}：没有这一条` });
        if (target) referred[ref] = target;
        named[ref] = target && typeof value === 'string' ? value : null;
      }
      if (found.length) throw new FieldErrors(found);
      const all = { ...named, ...values };
      return { values: register.completes?.(all) ?? all, referred };
    });
  }

  /** Whatever of the wanted rows the actor may see, by id, with what rules ask of it. */
  private async targets(
    tx: Tx,
    actor: Actor,
    to: string,
    kinds: readonly string[] | undefined,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Values>> {
    if (ids.length === 0) return new Map();
    const register = registerNamed(to);
    if (register) {
      const rows = await standing(
        tx,
        register,
        `f.jurisdiction_id = $1 and f.id = any($2::uuid[]) and ${under('$3')}`,
        [actor.jurisdictionId, ids, pathsOf(actor, 'register:read')],
      );
      return new Map(rows.map((row) => [row.id, row.values]));
    }
    const rows =
      to === 'person'
        ? await tx.query<{ id: string }>('select id from person where jurisdiction_id = $1 and id = any($2::uuid[])', [
            actor.jurisdictionId,
            ids,
          ])
        : await tx.query<{ id: string }>(
            `select id from organisation where jurisdiction_id = $1 and id = any($2::uuid[])
             and ($3::text[] is null or kind = any($3::text[]))`,
            [actor.jurisdictionId, ids, kinds ?? null],
          );
    return new Map(rows.map((row) => [row.id, {}]));
  }

  private async endPredecessor(tx: Tx, actor: Actor, register: Register, values: Values, at: Date): Promise<void> {
    const { succeeds, since, until } = register;
    const from = values[since];
    if (succeeds === undefined || until === null || typeof from !== 'string') return;
    const before = await standing(
      tx,
      register,
      `f.jurisdiction_id = $1 and f.${succeeds} = $2 and f.${since} <= $3 and (f.${until} is null or f.${until} > $3)`,
      [actor.jurisdictionId, values[succeeds], from],
      { lock: true },
    );
    for (const row of before) {
      if (row.values[since] === from)
        throw refused('register.twice', `同一天（${from}）已有一条${register.title}，请改那一条。`, register.cite);
      await this.revise(tx, actor, register, row, { ...row.values, [until]: from }, row.case_id, at);
    }
  }

  /** Whoever leaves takes terms, grades and contacts along, on the same day. */
  private async endFollowers(tx: Tx, actor: Actor, register: Register, id: string, values: Values): Promise<void> {
    const end = register.until === null ? null : values[register.until];
    if (typeof end !== 'string') return;
    for (const follower of registers)
      for (const [ref, { to, follows }] of Object.entries(follower.refs)) {
        if (to !== register.name || follows !== true || follower.until === null) continue;
        const open = await standing(
          tx,
          follower,
          `f.jurisdiction_id = $1 and f.${ref} = $2 and (f.${follower.until} is null or f.${follower.until} > $3)`,
          [actor.jurisdictionId, id, end],
          { lock: true },
        );
        for (const row of open) {
          // What was to begin later never began: it ends on its own first day.
          const since = row.values[follower.since];
          const until = typeof since === 'string' && since > end ? since : end;
          await this.revise(tx, actor, follower, row, { ...row.values, [follower.until]: until }, row.case_id);
        }
      }
  }

  private async assertUnreferenced(tx: Tx, actor: Actor, register: Register, id: string, cannot: string) {
    for (const other of registers)
      for (const [ref, { to }] of Object.entries(other.refs)) {
        if (to !== register.name) continue;
        const [row] = await tx.query<{ n: number }>(
          `select count(*) as n from ${other.sheet.table}
           where jurisdiction_id = $1 and ${ref} = $2 and recorded_to = 'infinity'`,
          [actor.jurisdictionId, id],
        );
        if (row && row.n > 0)
          throw refused(
            'register.referenced',
            `已有${row.n}条“${other.title}”登记在本条之下，${cannot}。`,
            register.cite,
          );
      }
  }

  private audit(tx: Tx, actor: Actor, action: string, object: string, n: number): Promise<void> {
    const detail = action.endsWith('.enter') ? { entries: n } : { revision: n };
    return leaveTrail(tx, actor, this.clock.now(), action, object, detail);
  }
}

/** @throws NotFound */
export function known(name: string): Register {
  const register = registerNamed(name);
  if (!register) throw new NotFound('登记簿');
  return register;
}

export const refused = (guard: string, message: string, article: string): Refusal =>
  new Refusal([{ guard, message, article }]);

/** The values, unless a rule stands against them; every reason is listed. */
function judged(register: Register, { values, referred }: Checked, caseId: string | null): Values {
  const reasons: RefusalReason[] = (register.rules ?? []).flatMap((rule) => {
    const message = rule.refuses({ values, referred, caseId });
    return message === null ? [] : [{ guard: rule.name, message, article: rule.cite }];
  });
  const { since, until } = register;
  if (until !== null && values[until] !== null && String(values[until]) < String(values[since]))
    reasons.push({ guard: 'register.order', message: '结束的日期早于开始的日期。', article: register.cite });
  if (reasons.length) throw new Refusal(reasons);
  return values;
}
