import { FieldErrors, leaveTrail, NotFound, postsFor, Refusal, VersionConflict } from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import { Clock, Database, shanghaiDay } from '@anjuan/platform';
import { Breakdowns, Figures, type FrozenFigure, FrozenFigures, type Reach, reachOf } from '@anjuan/statistics';
import { Injectable } from '@nestjs/common';
import { type Cells, checkForm } from './balance';
import { forms } from './catalogue';
import { type Failing, failingOf, type NamedCase } from './failing';
import { type CellSource, Counter, casesOfCell, figuresOf, filled, printedCell, sourcesOf, withSums } from './filling';
import { cellName, type Form, type Term } from './form';
import { type FormPeriod, formPeriod } from './period';
import { type Change, checkChanges, type FurtherStep, refusalOf } from './steps';
import { type Made, neighbours, type Return, type ReturnRow, returnOf, versionsOf, writeVersion } from './versions';

export interface FormPage {
  readonly form: Form;
  readonly period: FormPeriod;
  /** Newest; null: not filled yet. */
  readonly current: Return | null;
  /** Where the numbers of the newest stand now, by cell; none where it is not filled. */
  readonly sources: Readonly<Record<string, CellSource>>;
  readonly failing: readonly Failing[];
  readonly history: readonly Omit<Return, 'cells' | 'checks'>[];
}

/** 报表: fill → check → return or submit, for each form and period, every step a version. */
@Injectable()
export class FormReturns {
  constructor(
    private readonly database: Database,
    private readonly figures: Figures,
    private readonly breakdowns: Breakdowns,
    private readonly frozen: FrozenFigures,
    private readonly clock: Clock,
  ) {}

  /** The forms whose cases the actor may read. */
  formsFor(actor: Actor): readonly Form[] {
    return forms.filter(({ kinds }) => kinds.every((kind) => postsFor(actor, kind).length > 0));
  }

  /** @throws NotFound for a form that is none or out of reach, FieldErrors for a period that is none */
  async page(actor: Actor, id: string, period: FormPeriod): Promise<FormPage> {
    const form = this.form(actor, id, period);
    const [rows, beside] = await this.database.inJurisdiction(actor.jurisdictionId, async (tx) => [
      await versionsOf(tx, actor, id, period),
      await neighbours(tx, actor, form, period),
    ]);
    const row = rows.at(-1);
    const current = row === undefined ? null : returnOf(row);
    return {
      form,
      period,
      current,
      sources: current === null ? {} : await sourcesOf(form, current.cells, this.counter(actor, period)),
      failing:
        current === null
          ? []
          : await failingOf(form, period, current.cells, beside, (p) => this.counter(actor, p, reachOf(actor))),
      history: rows.map((r) => {
        const { cells: _, checks: __, ...line } = returnOf(r);
        return line;
      }),
    };
  }

  /** The newest version of each form for a period, by form. */
  async overview(actor: Actor, period: FormPeriod): Promise<{ form: Form; current: Return | null }[]> {
    formPeriod(period);
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const list = [];
      for (const form of this.formsFor(actor)) {
        const row = (await versionsOf(tx, actor, form.id, period)).at(-1);
        list.push({ form, current: row === undefined ? null : returnOf(row) });
      }
      return list;
    });
  }

  /**
   * Fills every cell anew, from what is frozen for the period or else from the records, and keeps the changes made by hand,
   * each with its reason. After submission it needs a remark.
   * @throws NotFound, FieldErrors naming every mistake
   */
  async fill(
    actor: Actor,
    id: string,
    period: FormPeriod,
    { changes = [], remark = null }: { readonly changes?: readonly Change[]; readonly remark?: string | null },
  ): Promise<Return> {
    const form = this.form(actor, id, period);
    checkChanges(form, changes);
    const counted = await filled(form, this.counter(actor, period));
    const kept = Object.fromEntries(
      changes.flatMap(({ cell, value, reason }) => {
        const of = counted[cell];
        if (of === undefined || value === null || value === of.counted) return [];
        return [[cell, { ...of, value, printed: printedCell(form, cell, value), reason }]];
      }),
    );
    const cells = withSums(form, { ...counted, ...kept });
    return this.add(actor, form, period, null, (last, beside) => {
      if (last?.step === 'submitted' && !remark?.trim())
        throw new FieldErrors([{ field: 'remark', value: remark, rule: '已上报的报表再次填报，应写明更正的理由' }]);
      return {
        step: 'filled',
        cells,
        checks: checkForm(form, period, cells, beside),
        reason: null,
        remark,
        frozen: [],
      };
    });
  }

  /**
   * check: by another person than the one who filled · return: with a remark · submit: a checked form; one that does not
   * balance only with a written reason. `version` is the one the actor saw.
   * @throws NotFound, VersionConflict, FieldErrors, Refusal where the form is not at that step
   */
  async step(
    actor: Actor,
    id: string,
    period: FormPeriod,
    o: {
      readonly version: number;
      readonly step: FurtherStep;
      readonly reason?: string | null;
      readonly remark?: string | null;
    },
  ): Promise<Return> {
    const form = this.form(actor, id, period);
    const kept =
      o.step === 'submitted'
        ? await this.prove(actor, form, period, { version: o.version, reason: o.reason ?? null })
        : [];
    return this.add(actor, form, period, o.version, (last, beside, rows) => {
      if (last === null) throw new NotFound('填报');
      const refused = refusalOf(last, o.step, actor, rows);
      if (refused !== null) throw new Refusal([{ guard: o.step, message: refused, article: '' }]);
      // The other forms may have been filled anew since.
      const checks = checkForm(form, period, last.cells, beside);
      const failing = checks.filter((c) => c.outcome === 'failing');
      const reason = o.reason?.trim() || null;
      if (o.step === 'submitted' && failing.length > 0 && reason === null) {
        const rule = `报表不平衡，须书面说明理由后才能上报：${failing.map((c) => c.says).join('；')}`;
        throw new FieldErrors([{ field: 'reason', value: o.reason ?? null, rule }]);
      }
      if (o.step === 'returned' && !o.remark?.trim())
        throw new FieldErrors([{ field: 'remark', value: o.remark ?? null, rule: '退回应写明理由' }]);
      return { step: o.step, cells: last.cells, checks, reason, remark: o.remark?.trim() || null, frozen: kept };
    });
  }

  /** Up to 500 cases behind one cell, in order of their ids. @throws NotFound */
  async casesOf(actor: Actor, id: string, period: FormPeriod, cell: string): Promise<readonly NamedCase[]> {
    const form = this.form(actor, id, period);
    const found = await casesOfCell(form, cell, this.counter(actor, period, reachOf(actor)));
    if (found === null) throw new NotFound('格');
    return found.slice(0, 500).map((c) => ({ ...c, left: 1, right: 0 }));
  }

  /**
   * Freezes everything the forms are bound to over a period, wholes and parts, in one act; what was frozen of it before is
   * superseded. `reach` decides which forms somebody may freeze; all when absent (commands).
   * @throws NotFound for a form that is none or out of reach, FieldErrors for a period that is none, Refusal while another
   * freezing runs
   */
  freeze(o: {
    readonly jurisdictionId: number;
    readonly reach?: Reach;
    readonly forms: readonly string[];
    readonly period: FormPeriod;
    readonly by: string | null;
  }): Promise<FrozenFigure[]> {
    const { jurisdictionId, reach, by } = o;
    const bound = o.forms.flatMap((id) => {
      const form = forms.find((f) => f.id === id);
      // What is out of reach looks like what does not exist.
      if (form === undefined || (reach !== undefined && form.kinds.some((kind) => reach(kind)?.length === 0)))
        throw new NotFound('报表');
      return figuresOf(form);
    });
    const figures = [...new Map(bound.map((b) => [JSON.stringify(b), b])).values()];
    return this.frozen.freeze({ jurisdictionId, reach, ...formPeriod(o.period), figures, by });
  }

  /** A form counts the whole jurisdiction, whoever holds the pen; `reach` narrows whose cases somebody is shown. */
  private counter({ jurisdictionId }: Actor, period: FormPeriod, reach?: Reach): Counter {
    const sources = { figures: this.figures, breakdowns: this.breakdowns, frozen: this.frozen };
    return new Counter(sources, { jurisdictionId, ...(reach === undefined ? {} : { reach }) }, period);
  }

  private form(actor: Actor, id: string, period: FormPeriod): Form {
    const form = this.formsFor(actor).find((f) => f.id === id);
    if (form === undefined) throw new NotFound('报表');
    formPeriod(period);
    return form;
  }

  /**
   * Freezes every figure the form counts that is not frozen yet and returns the ids of all. Refuses where they have moved
   * since the form was filled: what is submitted must be what the frozen cases prove.
   */
  private async prove(
    actor: Actor,
    form: Form,
    period: FormPeriod,
    { version, reason }: { readonly version: number; readonly reason: string | null },
  ): Promise<readonly string[]> {
    const { jurisdictionId } = actor;
    const rows = await this.database.inJurisdiction(jurisdictionId, (tx) => versionsOf(tx, actor, form.id, period));
    const current = rows.at(-1);
    // What will be refused anyway is not frozen: by whoever may not submit it, of another version, or out of balance.
    if (current === undefined || current.version !== version) return [];
    if (refusalOf(current, 'submitted', actor, rows) !== null) return [];
    if (current.checks.some((c) => c.outcome === 'failing') && !reason?.trim()) return [];
    const counter = this.counter(actor, period);
    refuseMoved(form, current.cells, await filled(form, counter));
    const kept: string[] = [];
    const figures: ReturnType<typeof figuresOf>[number][] = [];
    for (const figure of figuresOf(form)) {
      const found = await counter.frozenCell(figure);
      if (found?.frozen) kept.push(found.frozen);
      else figures.push(figure);
    }
    if (figures.length === 0) return kept;
    const made = await this.frozen.freeze({ jurisdictionId, ...period, figures, by: actor.personId });
    // Between the look and the freezing the records may have moved; what was frozen then is not what was filled.
    refuseMoved(form, current.cells, await filled(form, this.counter(actor, period)));
    return [...kept, ...made.map((r) => r.id)];
  }

  private add(
    actor: Actor,
    form: Form,
    period: FormPeriod,
    expected: number | null,
    next: (last: ReturnRow | null, beside: (term: Term) => Cells | null, rows: readonly ReturnRow[]) => Made,
  ): Promise<Return> {
    const { jurisdictionId, personId } = actor;
    if (personId === null) throw new FieldErrors([{ field: 'by', value: null, rule: '报表须由本人登录办理' }]);
    return this.database.inJurisdiction(jurisdictionId, async (tx) => {
      await tx.execute('select pg_advisory_xact_lock($1, $2)', [RETURN_LOCK, jurisdictionId]);
      const rows = await versionsOf(tx, actor, form.id, period);
      const last = rows.at(-1) ?? null;
      if (expected !== null && last !== null && last.version !== expected)
        throw new VersionConflict(expected, last.version);
      const beside = await neighbours(tx, actor, form, period);
      const made = next(last, (term) => beside(term)?.cells ?? null, rows);
      const at = this.clock.now();
      const version = (last?.version ?? 0) + 1;
      await writeVersion(tx, actor, form, period, version, made, at);
      await leaveTrail(tx, actor, at, `form.${made.step}`, form.id, { ...period, version });
      const own = { ...period, form: form.id, version, form_version: form.version, by: actor.name };
      return { ...own, ...made, on: shanghaiDay(at) };
    });
  }
}

/** @throws Refusal naming the cells that would not be filled now as they were */
function refuseMoved(form: Form, cells: Cells, now: Cells): void {
  const moved = Object.keys(now).filter((cell) => now[cell]?.counted !== cells[cell]?.counted);
  if (moved.length === 0) return;
  const message = `填报以后案件记录或者冻结数据已有变动，请退回重新填报：${moved
    .slice(0, 5)
    .map((cell) => cellName(form, cell))
    .join('、')}`;
  throw new Refusal([{ guard: 'moved', message, article: '' }]);
}

/** Distinguishes this lock from others of a jurisdiction. */
const RETURN_LOCK = 17953144;
