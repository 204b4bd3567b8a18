import {
  type FieldError,
  FieldErrors,
  leaveTrail,
  NotFound,
  postsFor,
  Refusal,
  VersionConflict,
} from '@anjuan/casework';
import { type Actor, postsWith } from '@anjuan/identity';
import { type Day, isDay } from '@anjuan/law';
import { Clock, Database, shanghaiDay, type Tx } from '@anjuan/platform';
import { Breakdowns, Figures, FrozenFigures, reachOf } from '@anjuan/statistics';
import { Injectable } from '@nestjs/common';
import { type CaseBehind, type Cells, type Checked, casesBehind, checkForm, type FormPeriod } from './balance';
import { forms } from './catalogue';
import { Counter, casesOfCell, filled, type NamedId, printedCell, withSums } from './filling';
import { type Form, isSum, type Term } from './form';

export const formSteps = { filled: '已填报', checked: '已审核', returned: '已退回', submitted: '已上报' } as const;
export type FormStep = keyof typeof formSteps;

/** One version of a form's period. */
export interface Return extends FormPeriod {
  readonly form: string;
  readonly version: number;
  readonly form_version: number;
  readonly step: FormStep;
  readonly cells: Cells;
  readonly checks: readonly Checked[];
  /** Why it was submitted though it does not balance. */
  readonly reason: string | null;
  readonly remark: string | null;
  /** Ids of the figures frozen at submission: the proof of the whole cells. */
  readonly frozen: readonly string[];
  readonly by: string;
  readonly on: Day;
}
/** A number written by hand instead of the counted one; fen where the column is one of money. Null: back to the counted. */
export interface Change {
  readonly cell: string;
  readonly value: number | null;
  readonly reason: string;
}
/** A case behind a failing equation, by its number. */
export interface NamedCase extends CaseBehind {
  readonly number: string;
  /** Of a register, not a case. */
  readonly entry: boolean;
}
export interface Failing extends Checked {
  /** Cases counted on one side only; of hand-written cells, those that the records count there. At most 100. */
  readonly cases: readonly NamedCase[];
  readonly more: number;
  /** Cells of the equation that somebody wrote by hand. */
  readonly by_hand: readonly string[];
}
export interface FormPage {
  readonly form: Form;
  readonly period: FormPeriod;
  /** Newest; null: not filled yet. */
  readonly current: Return | null;
  readonly failing: readonly Failing[];
  readonly history: readonly Omit<Return, 'cells' | 'checks'>[];
}

const casesShown = 100;

interface ReturnRow extends Omit<Return, 'by' | 'on'> {
  readonly [column: string]: unknown;
  readonly by_id: string;
  readonly by: string;
  readonly at: Date;
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
      await versions(tx, actor, id, period),
      await neighbours(tx, actor, form, period),
    ]);
    const current = rows.at(-1) ?? null;
    return {
      form,
      period,
      current: current && returnOf(current),
      failing: current === null ? [] : await this.failing(actor, form, period, returnOf(current), beside),
      history: rows.map((r) => {
        const { cells: _, checks: __, ...line } = returnOf(r);
        return line;
      }),
    };
  }

  /** The newest version of each form for a period, by form. */
  async overview(actor: Actor, period: FormPeriod): Promise<{ form: Form; current: Return | null }[]> {
    checkPeriod(period);
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const list = [];
      for (const form of this.formsFor(actor)) {
        const row = (await versions(tx, actor, form.id, period)).at(-1);
        list.push({ form, current: row === undefined ? null : returnOf(row) });
      }
      return list;
    });
  }

  /**
   * Counts every cell anew and keeps the changes made by hand, each with its reason. After submission it needs a remark.
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
      return { step: 'filled', cells, checks: checkForm(form, cells, beside), reason: null, remark, frozen: [] };
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
      readonly step: 'checked' | 'returned' | 'submitted';
      readonly reason?: string | null;
      readonly remark?: string | null;
    },
  ): Promise<Return> {
    const form = this.form(actor, id, period);
    const kept = o.step === 'submitted' ? await this.freeze(actor, form, period, o.reason ?? null) : [];
    return this.add(actor, form, period, o.version, (last, beside, rows) => {
      if (last === null) throw new NotFound('填报');
      const refused = refusalOf(last, o.step, actor, rows);
      if (refused !== null) throw new Refusal([{ guard: o.step, message: refused, article: '' }]);
      // The other forms may have been filled anew since.
      const checks = checkForm(form, last.cells, beside);
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
    const found = await casesOfCell(form, cell, this.counter(actor, period));
    if (found === null) throw new NotFound('格');
    return found.slice(0, 500).map((c) => ({ ...c, left: 1, right: 0 }));
  }

  private counter(actor: Actor, period: FormPeriod): Counter {
    return new Counter({ figures: this.figures, breakdowns: this.breakdowns }, readerOf(actor), period);
  }

  private form(actor: Actor, id: string, period: FormPeriod): Form {
    const form = this.formsFor(actor).find((f) => f.id === id);
    if (form === undefined) throw new NotFound('报表');
    checkPeriod(period);
    return form;
  }

  /**
   * Freezes every figure the form counts and returns their ids. Refuses where the records have moved since the form was
   * filled: what is submitted must be what the frozen cases prove.
   */
  private async freeze(
    actor: Actor,
    form: Form,
    period: FormPeriod,
    reason: string | null,
  ): Promise<readonly string[]> {
    const { current } = await this.page(actor, form.id, period);
    // What will be refused anyway is not frozen.
    const unbalanced = current?.checks.some((c) => c.outcome === 'failing') === true && !reason?.trim();
    if (current?.step !== 'checked' || unbalanced) return [];
    const now = await filled(form, this.counter(actor, period));
    const moved = Object.keys(now).filter((cell) => now[cell]?.counted !== current.cells[cell]?.counted);
    if (moved.length > 0) {
      const message = `填报以后案件记录已有变动，请退回重新填报：${moved
        .slice(0, 5)
        .map((cell) => cellName(form, cell))
        .join('、')}`;
      throw new Refusal([{ guard: 'moved', message, article: '' }]);
    }
    const bound = [...form.cells.values()].flatMap((b) => (isSum(b) ? [] : [[`${b.metric}/${b.variant}`, b] as const]));
    const figures = [...new Map(bound).values()].map(({ metric, variant }) => ({ metric, variant }));
    const rows = await this.frozen.freeze({ ...readerOf(actor), ...period, figures, by: actor.personId });
    return rows.map((r) => r.id);
  }

  private async failing(
    actor: Actor,
    form: Form,
    period: FormPeriod,
    current: Return,
    beside: (term: Term) => Neighbour | null,
  ): Promise<readonly Failing[]> {
    const checks = checkForm(form, current.cells, (term) => beside(term)?.cells ?? null);
    const list: Failing[] = [];
    const counters = new Map<string, Counter>();
    const counterOf = (p: FormPeriod) => {
      const found = counters.get(p.cutoff) ?? this.counter(actor, p);
      counters.set(p.cutoff, found);
      return found;
    };
    for (const check of checks.filter((c) => c.outcome === 'failing')) {
      const equation = form.equations.find((e) => e.id === check.equation);
      if (equation === undefined) continue;
      const ids = new Map<Term, readonly NamedId[] | null>();
      for (const term of [...equation.left, ...equation.right]) {
        const there = term.form === undefined && term.period === undefined ? { form, period } : beside(term);
        ids.set(term, there && (await casesOfCell(there.form, term.cell, counterOf(there.period))));
      }
      const byHand = check.cells.filter((cell) => current.cells[cell]?.reason != null);
      const apart = casesBehind(equation, (term) => ids.get(term)?.map((c) => c.id) ?? null);
      const names = new Map([...ids.values()].flatMap((of) => (of ?? []).map((c) => [c.id, c] as const)));
      const written = [...ids]
        .filter(([t]) => byHand.includes(t.cell))
        .flatMap(([, of]) => (of ?? []).map((c) => c.id));
      const cases = apart.length > 0 ? apart : [...new Set(written)].map((one) => ({ id: one, left: 1, right: 1 }));
      const shown = cases.slice(0, casesShown);
      const named = shown.map((c) => ({
        ...c,
        number: names.get(c.id)?.number ?? '',
        entry: names.get(c.id)?.entry === true,
      }));
      list.push({ ...check, cases: named, more: cases.length - shown.length, by_hand: byHand });
    }
    return list;
  }

  private add(
    actor: Actor,
    form: Form,
    period: FormPeriod,
    expected: number | null,
    next: (
      last: ReturnRow | null,
      beside: (term: Term) => Cells | null,
      rows: readonly ReturnRow[],
    ) => Pick<Return, 'step' | 'cells' | 'checks' | 'reason' | 'remark' | 'frozen'>,
  ): Promise<Return> {
    const { jurisdictionId, personId } = actor;
    if (personId === null) throw new FieldErrors([{ field: 'by', value: null, rule: '报表须由本人登录办理' }]);
    return this.database.inJurisdiction(jurisdictionId, async (tx) => {
      await tx.execute('select pg_advisory_xact_lock($1, $2)', [RETURN_LOCK, jurisdictionId]);
      const rows = await versions(tx, actor, form.id, period);
      const last = rows.at(-1) ?? null;
      if (expected !== null && last !== null && last.version !== expected)
        throw new VersionConflict(expected, last.version);
      const beside = await neighbours(tx, actor, form, period);
      const made = next(last, (term) => beside(term)?.cells ?? null, rows);
      const at = this.clock.now();
      const version = (last?.version ?? 0) + 1;
      await tx.execute(
        `insert into form_return (jurisdiction_id, form, year, cutoff, version, form_version, step, cells, checks, frozen,
           reason, remark, by_id, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10::jsonb, $11, $12, $13, $14)`,
        [
          jurisdictionId,
          form.id,
          period.year,
          period.cutoff,
          version,
          form.version,
          made.step,
          JSON.stringify(made.cells),
          JSON.stringify(made.checks),
          JSON.stringify(made.frozen),
          made.reason,
          made.remark,
          personId,
          at,
        ],
      );
      await leaveTrail(tx, actor, at, `form.${made.step}`, form.id, { ...period, version });
      const { year, cutoff } = period;
      const own = { form: form.id, year, cutoff, version, form_version: form.version, by: actor.name };
      return { ...own, ...made, on: shanghaiDay(at) };
    });
  }
}

/** 合计·受理. */
export function cellName(form: Form, cell: string): string {
  const [row, column] = cell.split('.');
  const labels = [form.rows.find((r) => r.id === row)?.label, form.columns.find((c) => c.id === column)?.label];
  return labels.join('·');
}

/** Distinguishes this lock from others of a jurisdiction. */
const RETURN_LOCK = 17953144;

const readerOf = (actor: Actor) => ({ jurisdictionId: actor.jurisdictionId, reach: reachOf(actor) });

function checkPeriod({ year, cutoff }: FormPeriod): void {
  if (!Number.isInteger(year) || year < 1990 || year > 2100)
    throw new FieldErrors([{ field: 'year', value: year, rule: '年度应为1990至2100之间的整数' }]);
  if (!isDay(cutoff) || !cutoff.startsWith(`${year}-`))
    throw new FieldErrors([{ field: 'cutoff', value: cutoff, rule: `截止日应为${year}年内的日期` }]);
}

function checkChanges(form: Form, changes: readonly Change[]): void {
  const errors = changes.flatMap(({ cell, value, reason }): FieldError[] => {
    const binding = form.cells.get(cell);
    const field = `changes.${cell}`;
    if (binding === undefined) return [{ field, value: cell, rule: '没有这一格' }];
    if (isSum(binding)) return [{ field, value, rule: '这一格由同行其他格算出，不能手工填写' }];
    if (value !== null && (!Number.isSafeInteger(value) || value < 0))
      return [{ field, value, rule: '应为不小于零的整数' }];
    if (value !== null && reason.trim() === '') return [{ field, value, rule: '手工填写应写明理由' }];
    return [];
  });
  if (errors.length > 0) throw new FieldErrors(errors);
}

/** Why the step cannot follow, or null. */
function refusalOf(
  last: ReturnRow,
  step: 'checked' | 'returned' | 'submitted',
  actor: Actor,
  rows: readonly ReturnRow[],
): string | null {
  const now = formSteps[last.step];
  const filler = rows.filter((r) => r.step === 'filled').at(-1);
  if (step === 'checked' && last.step !== 'filled') return `报表${now}，只有已填报的才能审核`;
  if (step === 'returned' && last.step !== 'filled' && last.step !== 'checked')
    return `报表${now}，只有已填报、已审核的才能退回`;
  if (step === 'submitted' && postsWith(actor, 'report:approve').length === 0) return '上报须由有核定权限的人办理';
  if (step === 'submitted' && last.step !== 'checked') return `报表${now}，审核以后才能上报`;
  if (step === 'checked' && filler?.by_id === actor.personId) return '制表人与审核人应为不同的人';
  return null;
}

const returnOf = ({
  form,
  year,
  cutoff,
  version,
  form_version,
  step,
  cells,
  checks,
  frozen,
  reason,
  remark,
  by,
  at,
}: ReturnRow): Return => ({
  form,
  year,
  cutoff,
  version,
  form_version,
  step,
  cells,
  checks,
  frozen,
  reason,
  remark,
  by,
  on: shanghaiDay(at),
});

const selected = `select r.form, r.year, r.cutoff, r.version, r.form_version, r.step, r.cells, r.checks, r.frozen, r.reason,
    r.remark, r.by_id, p.name as by, r.at
  from form_return r join person p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.by_id
  where r.jurisdiction_id = $1 and r.form = $2`;

/** All versions of a form's period, oldest first. */
const versions = (
  tx: Tx,
  { jurisdictionId }: Actor,
  form: string,
  { year, cutoff }: FormPeriod,
): Promise<ReturnRow[]> =>
  tx.query<ReturnRow>(`${selected} and r.year = $3 and r.cutoff = $4 order by r.version`, [
    jurisdictionId,
    form,
    year,
    cutoff,
  ]);

interface Neighbour {
  readonly form: Form;
  readonly period: FormPeriod;
  readonly cells: Cells;
}

/** What stands in the forms and periods that a form's equations look at. */
async function neighbours(tx: Tx, actor: Actor, form: Form, { year, cutoff }: FormPeriod) {
  const found = new Map<string, Neighbour | null>();
  const keyOf = (t: Term) => `${t.form ?? form.id} ${t.period ?? ''}`;
  const terms = form.equations.flatMap(({ left, right }) => [...left, ...right]);
  for (const term of terms) {
    if ((term.form === undefined && term.period === undefined) || found.has(keyOf(term))) continue;
    const there = forms.find((f) => f.id === (term.form ?? form.id));
    const days =
      term.period === 'year-before'
        ? 'r.year = $3 - 1 and $4::date is not null and r.cutoff = make_date($3 - 1, 12, 31)'
        : term.period === 'earlier'
          ? 'r.year = $3 and r.cutoff < $4'
          : 'r.year = $3 and r.cutoff = $4';
    const [row] = await tx.query<ReturnRow>(`${selected} and ${days} order by r.cutoff desc, r.version desc limit 1`, [
      actor.jurisdictionId,
      term.form ?? form.id,
      year,
      cutoff,
    ]);
    const period = row && { year: row.year, cutoff: row.cutoff };
    found.set(keyOf(term), row && period && there ? { form: there, period, cells: row.cells } : null);
  }
  return (term: Term): Neighbour | null => found.get(keyOf(term)) ?? null;
}
